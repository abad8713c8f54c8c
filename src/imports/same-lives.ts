import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { ContentRows } from './content-rows.ts';
import { idOfTime, isOfTime } from './identifiers.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

/** Rows of LIVEs under the identifiers of their rooms. */
export type SameLives = {
  readonly rows: ExportRows;
  /** Identifiers that the workbook made of a beginning, by those of the rooms that take their place. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** Identifiers that a LIVE would have by its beginning: some files leave its seconds out. */
function idsOfStart(start: Cell | undefined): string[] {
  if (typeof start !== 'number') return [];
  return [start, Math.floor(start * 1440 + 1e-4) / 1440].map(idOfTime);
}

function isSameTitle(one: Cell | undefined, other: Cell | undefined): boolean {
  const [first, second] = [one, other].map((cell) => textOfCell(cell).trim().toLowerCase());
  return first === second || first === '' || second === '';
}

/**
 * Finds LIVEs that the workbook has of the other format: before April 2026 files named no room, and an identifier was
 * made of the beginning. A LIVE of the same account, minute and title is the same one; the room's number is its id.
 * @param rows Rows of the file.
 * @param recognition What the file is.
 * @param content The sheet as read.
 * @param known What the sheet has of the account.
 * @returns The rows with the rooms that are known, and the known LIVEs that get theirs from the file.
 */
export function sameLives(
  rows: ExportRows,
  { format }: Recognition,
  content: Table,
  { own }: ContentRows,
): SameLives {
  const renamed = new Map<string, string>();
  if (format.goal !== 'content' || format.days !== 'row') return { rows, renamed };
  const titles = cells(content, 'title');
  const starts = cells(content, 'published');
  const rooms = new Map<string, [id: string, row: number]>();
  for (const [id, row] of own) {
    if (!isOfTime(id)) for (const made of idsOfStart(starts[row])) rooms.set(made, [id, row]);
  }
  const isTitled = (place: number, row: number): boolean =>
    isSameTitle(rows.content.title?.[place], titles[row]);
  const ids = rows.ids.map((id, place) => {
    const room = rooms.get(id);
    return room !== undefined && isTitled(place, room[1]) ? room[0] : id;
  });
  ids.forEach((id, place) => {
    if (isOfTime(id) || own.has(id)) return;
    const made = idsOfStart(rows.content.published?.[place]).find((each) => own.has(each));
    if (made !== undefined && isTitled(place, own.get(made)!)) renamed.set(id, made);
  });
  return { rows: { ...rows, ids }, renamed };
}

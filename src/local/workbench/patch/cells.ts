/** Changed cells as commands of the grid. */
import { cellAt, cellOf } from '../../document/cell.ts';
import { DEFAULT_COLUMN_PIXELS } from '../../document/create.ts';
import type { CellState, DocumentState, SheetState } from '../../document/model.ts';
import { engineCell } from '../../engine/cell-content.ts';
import { engineStyle } from '../../engine/cell-style.ts';
import type { EngineCommand } from '../messages.ts';

/** Beyond this many cells loading anew is quicker. */
export const MOST_CELLS = 5000;

type CellPlace = { sheetId: string; row: number; col: number };
type ChangedCell = CellPlace & { styled: boolean };

/** A cell as the document has it. Its style is named only where it changed: the grid's may come from a band. */
function updateCell(document: DocumentState, place: CellPlace, withStyle: boolean): EngineCommand {
  const { sheetId, row, col } = place;
  const sheet = sheetOf(document, sheetId);
  const cell = sheet && cellAt(sheet, row, col);
  const { content, format } = engineCell(cell ?? {}, document.locale);
  const command = { type: 'UPDATE_CELL', sheetId, row, col, content: content ?? '', format: format ?? '' };
  if (!withStyle) return command;
  return { ...command, style: (cell?.format && engineStyle(cell.format)) ?? null };
}

const sheetOf = (document: DocumentState, sheetId: unknown) =>
  document.sheets.find((candidate) => String(candidate.sheetId) === sheetId);

/** Commands between two states of a sheet that differ in contents and formats of a few cells; undefined for others. */
export function fewCells(
  before: SheetState,
  after: SheetState,
  document: DocumentState,
): EngineCommand[] | undefined {
  if (changedFields(before, after).some((field) => field !== 'cells')) return undefined;
  const places = changedCells(before, after);
  return places?.map((place) => updateCell(document, place, place.styled));
}

/** Fields of a sheet that are not the same; parts that were copied without a change are. */
export function changedFields(before: SheetState, after: SheetState): (keyof SheetState)[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof SheetState>;
  return [...fields].filter((field) =>
    field === 'cells'
      ? before.cells !== after.cells
      : before[field] !== after[field] && !sameJson(before[field], after[field]),
  );
}

/** Undefined where a changed cell has something that UPDATE_CELL cannot carry. */
function changedCells(before: SheetState, after: SheetState): ChangedCell[] | undefined {
  const places: ChangedCell[] = [];
  const rows = Math.max(before.cells.length, after.cells.length);
  for (let row = 0; row < rows; row++) {
    const old = before.cells[row];
    const now = after.cells[row];
    if (old === now) continue;
    const columns = Math.max(old?.length ?? 0, now?.length ?? 0);
    for (let col = 0; col < columns; col++) {
      if (old?.[col] === now?.[col]) continue;
      const [was, is] = [cellOf(old?.[col]), cellOf(now?.[col])];
      if (!sameBeyondContent(was, is)) return undefined;
      const styled = !sameJson(was?.format, is?.format);
      // A cell's own colours lie over those of its band, which the grid does not know apart.
      if (styled && after.bandedRanges.length > 0) return undefined;
      places.push({ sheetId: String(after.sheetId), row, col, styled });
      if (places.length > MOST_CELLS) return undefined;
    }
  }
  return places;
}

/** Whether two values are the same as JSON. */
export const sameJson = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after);

function sameBeyondContent(before: CellState | undefined, after: CellState | undefined): boolean {
  const rest = (cell: CellState | undefined) => [
    cell?.note,
    cell?.validation,
    cell?.textFormatRuns,
    cell?.format?.borders,
  ];
  return sameJson(rest(before), rest(after));
}

/** What the grid needs after its own edit, where the document made something else of it. */
export function afterEdit(document: DocumentState, commands: readonly EngineCommand[]): EngineCommand[] {
  const typed = new Map<string, CellPlace>();
  for (const command of commands) {
    if (command.type !== 'UPDATE_CELL') continue;
    const { sheetId, row, col } = command as EngineCommand & CellPlace;
    if (sheetOf(document, sheetId)) typed.set(`${sheetId}!${row},${col}`, { sheetId, row, col });
  }
  const created = commands.filter(({ type }) => type === 'CREATE_SHEET');
  return [
    ...[...typed.values()].map((place) => updateCell(document, place, false)),
    ...created.map(({ sheetId }) => columnWidths(document, sheetId)),
  ];
}

/** The library makes sheets with narrower columns than Google's. */
function columnWidths(document: DocumentState, sheetId: unknown): EngineCommand {
  const sheet = sheetOf(document, sheetId);
  const elements = Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => index);
  return { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements, size: DEFAULT_COLUMN_PIXELS };
}

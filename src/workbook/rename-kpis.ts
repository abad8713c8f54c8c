import { textOfCell } from './cells.ts';
import { cells, type TableChange, type Tables } from './table.ts';

/** Sheets with a column that names one KPI by its ID; the tree's own are its editor's. */
const NAMING = ['targets', 'actions', 'content'];

/** A list of KPIs, as people type it, with other IDs in it. */
function renamedList(text: string, renamed: ReadonlyMap<string, string>): string {
  return text.replace(/[^,，、;；\n]+/g, (part) => {
    const now = renamed.get(part.trim());
    return now === undefined ? part : part.replace(part.trim(), () => now);
  });
}

/**
 * Carries new IDs of KPIs into the other sheets that name them.
 * @param tables Sheets as read: `targets`, `actions` and `content` with their column `node`, `team` with `nodes`.
 * @param renamed Former ID and new one.
 * @returns Updates of the cells that name a renamed KPI.
 */
export function renameChanges(tables: Tables, renamed: ReadonlyMap<string, string>): TableChange[] {
  if (renamed.size === 0) return [];
  const change = (sheet: string, column: string, read: (text: string) => string | undefined): TableChange => {
    const table = tables[sheet];
    const updates = (table === undefined ? [] : cells(table, column)).flatMap((cell, index) => {
      const text = textOfCell(cell);
      const now = read(text);
      return now === undefined || now === text ? [] : [{ index, values: { [column]: now } }];
    });
    return { sheet, appends: [], updates };
  };
  return [
    ...NAMING.map((sheet) => change(sheet, 'node', (text) => renamed.get(text))),
    change('team', 'nodes', (text) => renamedList(text, renamed)),
  ];
}

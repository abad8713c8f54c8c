/** References as the engine takes and gives them: cells, and titles without characters that it cannot have. */
import { columnIndex, columnName } from '../document/a1.ts';
import { cellOf, cellAt as cellOfSheet } from '../document/cell.ts';
import type { CellState, DocumentState, SheetState } from '../document/model.ts';

/** A cell by zero-based row and column: (0, 1) → `B1`. */
export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** Characters that a title may have in Google but neither in the engine nor in Excel, with ones that look alike. */
const LOOK_ALIKES: Record<string, string> = {
  "'": '’',
  '/': '∕',
  '\\': '＼',
  ':': '：',
  '?': '？',
  '*': '＊',
  '[': '［',
  ']': '］',
};

/** A sheet's title as the engine gets it. */
export function engineTitle(title: string): string {
  return title.replace(/['/\\:?*[\]]/g, (char) => LOOK_ALIKES[char]!);
}

/** A sheet's title as it stands in the engine's formulas before the `!`. */
export function quotedTitle(title: string): string {
  return `'${engineTitle(title)}'`;
}

/** The first cell of one of the engine's references with a title, such as `'My sheet'!A2:A9`. */
export function cellAt(reference: string, document: DocumentState): CellState | undefined {
  const match = /^(.*)!\$?([A-Z]+)\$?(\d+)/i.exec(reference);
  if (!match) return undefined;
  const sheet = titledSheet(match[1]!, document);
  return sheet && cellOfSheet(sheet, Number(match[3]) - 1, columnIndex(match[2]!));
}

/** The cells of one of the engine's references with a title that hold something, row by row. */
export function cellsAt(reference: string, document: DocumentState): CellState[] {
  const match = /^(.*)!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(reference);
  if (!match) return [];
  const sheet = titledSheet(match[1]!, document);
  const first = columnIndex(match[2]!);
  const last = columnIndex(match[4] ?? match[2]!);
  const rows = sheet?.cells.slice(Number(match[3]) - 1, Number(match[5] ?? match[3])) ?? [];
  return rows.flatMap((row) => (row ?? []).slice(first, last + 1).flatMap((stored) => cellOf(stored) ?? []));
}

function titledSheet(quoted: string, document: DocumentState): SheetState | undefined {
  const title = quoted.replace(/^'(.*)'$/, '$1');
  return document.sheets.find((candidate) => engineTitle(candidate.title) === title);
}

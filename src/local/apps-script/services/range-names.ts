/** A1 names of blocks as `SpreadsheetApp` has them: rows and columns count from 1. */
import { parseA1, printRect } from '../../document/a1.ts';

export type Block = { row: number; column: number; rows: number; columns: number };

/**
 * Reads `B2`, `B2:D9`, `A:C` or `'My sheet'!2:3`.
 * @param text A1 name.
 * @param sheetOf The sheet of a title, or the one that is meant where the text names none; undefined for no such sheet.
 * @returns Sheet and block; undefined when the text is no such name.
 * @example parseBlock('B2:C4', () => sheet)?.block // { row: 2, column: 2, rows: 3, columns: 2 }
 */
export function parseBlock<S extends { rowCount: number; columnCount: number }>(
  text: string,
  sheetOf: (title: string | undefined) => S | undefined,
): { sheet: S; block: Block } | undefined {
  const parsed = parseA1(text.trim());
  const sheet = sheetOf(parsed?.sheet);
  if (!parsed?.range || !sheet) return undefined;
  const { startRow = 0, startColumn = 0 } = parsed.range;
  const { endRow = sheet.rowCount, endColumn = sheet.columnCount } = parsed.range;
  const block = {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow,
    columns: endColumn - startColumn,
  };
  return { sheet, block };
}

/** The A1 name of a block, such as `B2:C4`, or `B2` for a single cell. */
export function formatA1({ row, column, rows, columns }: Block): string {
  return printRect({
    startRow: row - 1,
    endRow: row - 1 + rows,
    startColumn: column - 1,
    endColumn: column - 1 + columns,
  });
}

import type { Draft } from '../../document/draft.ts';
import { changeDimension } from '../../document/structure.ts';

/** Gives a sheet another size: rows and columns come and go at its end, and what named them follows. */
export const resizeSheet = (draft: Draft, sheetId: number, rows: number, columns: number): void => {
  const sheet = draft.edit(sheetId);
  if (rows < sheet.rowCount) {
    changeDimension(draft, { sheetId, dimension: 'ROWS', kind: 'delete', start: rows, end: sheet.rowCount });
  }
  if (columns < sheet.columnCount) {
    changeDimension(draft, {
      sheetId,
      dimension: 'COLUMNS',
      kind: 'delete',
      start: columns,
      end: sheet.columnCount,
    });
  }
  const grown = rows > sheet.rowCount || columns > sheet.columnCount;
  sheet.rowCount = rows;
  sheet.columnCount = columns;
  if (grown) growOpenRanges(draft, sheetId);
};

const growOpenRanges = (draft: Draft, sheetId: number): void => {
  const { document } = draft;
  const sheet = draft.sheet(sheetId)!;
  document.namedRanges = document.namedRanges.map((item) => {
    if (item.sheetId !== sheetId || !(item.openRows || item.openColumns)) return item;
    const range = { ...item.range };
    if (item.openRows) range.endRow = sheet.rowCount;
    if (item.openColumns) range.endColumn = sheet.columnCount;
    return { ...item, range };
  });
};

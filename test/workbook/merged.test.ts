import type { WorkbookMap } from '../../src/workbook/map.ts';
import { hiddenWrite, mergeIssues } from '../../src/workbook/merged.ts';
import type { GridRange, SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { mapOf } from './support.ts';

/** Columns: date, currency, rate. */
function merged(...merges: GridRange[]): WorkbookMap {
  const map = mapOf({ key: 'rates', title: 'FX', sheetId: 3, columns: ['date', 'currency', 'rate'] });
  const place = map.sheets.get('rates');
  if (place === undefined) throw new Error('No sheet');
  return { ...map, sheets: new Map([['rates', { ...place, merges }]]) };
}

const range = (top: number, bottom: number, left: number, right: number): GridRange => ({
  ...{ sheetId: 3, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right },
});
const cellsOf = (map: WorkbookMap, anyColumn = false) =>
  mergeIssues(map, ['rates', 'costs'], anyColumn).map(({ at }) => at?.cell);

describe('merged cells', () => {
  test('harm below the headers, in columns that rows are known or counted by', () => {
    expect(cellsOf(merged(range(4, 7, 0, 1)))).toEqual(['A5:A7']);
    expect(cellsOf(merged(range(0, 1, 0, 3)))).toEqual([]);
    expect(cellsOf(merged(range(4, 7, 3, 5)), true)).toEqual([]);
  });

  test('begin at the first cell where Google leaves zeros out', () => {
    expect(cellsOf(merged({ sheetId: 3, endRowIndex: 3, endColumnIndex: 2 }))).toEqual(['A1:B3']);
  });
});

describe('a block of values', () => {
  const write = (rowIndex: number, columnIndex: number, widths: number[], sheetId = 3): SheetsRequest => ({
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: widths.map((width) => ({ values: new Array(width).fill({}) })),
      fields: 'userEnteredValue',
    },
  });
  const map = merged(range(4, 6, 0, 1), range(8, 9, 1, 3));
  const cell = (...requests: SheetsRequest[]) => hiddenWrite(map, requests)?.at?.cell;

  test('into the first cell of a merge is seen; into any other, below it or beside it, it is not', () => {
    expect(cell(write(4, 0, [1]))).toBeUndefined();
    expect(cell(write(4, 0, [1, 1]))).toBe('A5:A6');
    expect(cell(write(8, 1, [1]))).toBeUndefined();
    expect(cell(write(8, 1, [2]))).toBe('B9:C9');
    expect(cell(write(8, 2, [1]))).toBe('B9:C9');
  });

  test('beside all merges, of another sheet or without a width harms nothing', () => {
    expect(cell(write(1, 0, [3, 3]), write(5, 0, [1], 9), write(5, 0, [0]), write(5, 0, []))).toBeUndefined();
    expect(cell(write(5, 1, [2]), { deleteSheet: { sheetId: 3 } })).toBeUndefined();
    expect(hiddenWrite(merged(), [write(5, 0, [1])])).toBeUndefined();
  });

  test('is the first of a batch that is hidden', () => {
    expect(cell(write(1, 0, [1]), write(8, 2, [1]), write(5, 0, [1]))).toBe('B9:C9');
  });
});

test('a merge whose ends Google leaves out goes on to the end, and a column that is gone is not in it', () => {
  const map = merged({ sheetId: 3, startRowIndex: 4, startColumnIndex: 1 });
  const place = map.sheets.get('rates');
  expect(cellsOf(map)).toEqual(['B5:C1000']);
  if (place === undefined) throw new Error('No sheet');
  const without = { ...map, sheets: new Map([['rates', { ...place, columns: new Map([['date', 0]]) }]]) };
  expect(mergeIssues(without, ['rates'], true)).toEqual([]);
});

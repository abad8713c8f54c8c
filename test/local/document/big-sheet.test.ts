import type { StoredCell } from '../../../src/local/document/model.ts';
import { batch, cells, type Host, host, refusal, write } from '../sheets-api/host.ts';

const ROWS = 3000;

/** A sheet of texts and numbers. */
function facts(): Host {
  const at = host({ rows: ROWS, columns: 8 });
  const values = Array.from({ length: ROWS }, (_, row) => [`id-${row}`, row, row / 4]);
  write(at, 'A1', values);
  return at;
}

const rowsOf = (at: Host): (StoredCell | undefined)[][] => at.store.get(at.id)!.sheets[0]!.cells;

test('cells that hold nothing but a value are kept as that value, however they were written', () => {
  const at = facts();
  expect(rowsOf(at)[8]).toEqual(['id-8', 8, 2]);
  const userEnteredValue = { stringValue: 'new' };
  batch(
    at,
    { updateCells: { start: {}, rows: [{ values: [{ userEnteredValue }] }], fields: 'userEnteredValue' } },
    { repeatCell: { range: cells(1, 2, 0, 2), cell: { userEnteredValue }, fields: 'userEnteredValue' } },
    { copyPaste: { source: cells(8, 9, 0, 3), destination: cells(2, 3, 0, 3) } },
    { appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue }] }], fields: 'userEnteredValue' } },
    { sortRange: { range: cells(3, 5, 0, 3), sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } },
    { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
  );
  write(at, 'A6', [['0,5', '0.5', false]], 'USER_ENTERED');
  expect(rowsOf(at).slice(0, 6)).toEqual([
    ['new', undefined, 0, 0],
    ['new', undefined, 'new', 0.25],
    ['id-8', undefined, 8, 2],
    ['id-4', undefined, 4, 1],
    ['id-3', undefined, 3, 0.75],
    ['0,5', 0.5, false, 1.25],
  ]);
  expect(rowsOf(at)[ROWS]).toEqual(['new']);
});

test('a note or a format takes a value into a cell of its own, and leaves it bare when it goes', () => {
  const at = facts();
  const noted = {
    updateCells: { range: cells(0, 1, 0, 1), rows: [{ values: [{ note: 'n' }] }], fields: 'note' },
  };
  batch(at, noted);
  expect(rowsOf(at)[0]![0]).toEqual({ value: { stringValue: 'id-0' }, note: 'n' });
  batch(at, { updateCells: { range: cells(0, 1, 0, 1), rows: [], fields: 'note' } });
  expect(rowsOf(at)[0]![0]).toBe('id-0');
});

test('a batch copies the rows that it writes and no others; a refused one leaves the state', () => {
  const at = facts();
  const before = at.store.get(at.id)!;
  const rows = rowsOf(at);
  write(at, 'B2', [[-1]]);
  expect(rowsOf(at).filter((row, index) => row !== rows[index])).toEqual([['id-1', -1, 0.25]]);
  expect(rows[1]).toEqual(['id-1', 1, 0.25]);
  const after = at.store.get(at.id);
  const sweep = { repeatCell: { range: cells(0, ROWS, 0, 3), cell: {}, fields: 'userEnteredValue' } };
  expect(refusal(() => batch(at, sweep, { deleteSheet: { sheetId: 9 } }))).toBe(
    'INVALID_ARGUMENT Invalid requests[1].deleteSheet: No sheet with id: 9',
  );
  expect(at.store.get(at.id)).toBe(after);
  expect(before.sheets[0]!.cells).toBe(rows);
});

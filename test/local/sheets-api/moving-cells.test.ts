import { cellOf } from '../../../src/local/document/cell.ts';
import { batch, cells, type Host, host, read, write } from './host.ts';

const letters = (at: Host): void => {
  write(at, 'A1:C3', [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
    ['a3', 'b3', 'c3'],
  ]);
};
const formulas = (at: Host, range: string) => read(at, range, { valueRenderOption: 'FORMULA' });
const formula = (formulaValue: string) => ({ userEnteredValue: { formulaValue } });

test('sorting keeps rows together, empty cells last in either order', () => {
  const at = host({ rows: 5, columns: 2 });
  write(at, 'A1:B5', [
    [3, 'three'],
    ['b', 'text'],
    [null, 'empty'],
    [true, 'truth'],
    [1, 'one'],
  ]);
  const sort = (sortOrder: string) =>
    batch(at, { sortRange: { range: cells(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
  sort('ASCENDING');
  expect(read(at, 'B1:B5')).toEqual([['one'], ['three'], ['text'], ['truth'], ['empty']]);
  sort('DESCENDING');
  expect(read(at, 'B1:B5')).toEqual([['truth'], ['text'], ['three'], ['one'], ['empty']]);
});

test('copies fill a destination that holds the source several times; formulas move along', () => {
  const at = host({ rows: 6, columns: 6 });
  batch(
    at,
    {
      updateCells: {
        start: {},
        rows: [{ values: [{ userEnteredValue: { numberValue: 1 }, note: 'n' }, formula('=A1+$A$1')] }],
        fields: '*',
      },
    },
    { copyPaste: { source: cells(0, 1, 0, 2), destination: cells(2, 4, 2, 6) } },
    { copyPaste: { source: cells(0, 1, 0, 2), destination: cells(5, 6, 0, 1), pasteType: 'PASTE_FORMULA' } },
    {
      copyPaste: {
        source: cells(0, 1, 0, 2),
        destination: cells(4, 6, 0, 1),
        pasteType: 'PASTE_FORMULA',
        pasteOrientation: 'TRANSPOSE',
      },
    },
  );
  expect(formulas(at, 'C3:F4')).toEqual([
    [1, '=C3+$A$1', 1, '=E3+$A$1'],
    [1, '=C4+$A$1', 1, '=E4+$A$1'],
  ]);
  expect(formulas(at, 'A5:A6')).toEqual([[1], ['=#REF!+$A$1']]);
  const notes = at.store
    .get(at.id)
    ?.sheets[0]?.cells.map((row) => row.map((cell) => cellOf(cell)?.note ?? ''));
  expect(notes?.[2]).toEqual(['', '', 'n', '', 'n', '']);
  expect(notes?.[5]?.[0] ?? '').toBe('');
});

test('pasted values are what the cells show', () => {
  const at = host({ calculator: { calculate: () => new Map([[0, [[{ numberValue: 42 }]]]]) } });
  batch(
    at,
    { updateCells: { start: {}, rows: [{ values: [formula('=X()')] }], fields: 'userEnteredValue' } },
    { copyPaste: { source: cells(0, 1, 0, 1), destination: cells(1, 2, 0, 1), pasteType: 'PASTE_VALUES' } },
  );
  expect(formulas(at, 'A1:A2')).toEqual([['=X()'], [42]]);
});

test('what is cut is followed by the formulas and names that meant it', () => {
  const at = host();
  letters(at);
  batch(
    at,
    { addNamedRange: { namedRange: { name: 'cut', range: cells(0, 1, 0, 2) } } },
    {
      updateCells: {
        start: { rowIndex: 9 },
        rows: [{ values: [formula('=A1&C1'), formula('=SUM(A1:B1)')] }],
        fields: 'userEnteredValue',
      },
    },
    { cutPaste: { source: cells(0, 1, 0, 2), destination: { rowIndex: 5, columnIndex: 3 } } },
  );
  expect(formulas(at, 'A10:B10')).toEqual([['=D6&C1', '=SUM(D6:E6)']]);
  expect(read(at, 'cut')).toEqual([['a1', 'b1']]);
  expect(read(at, 'A1:C1')).toEqual([['', '', 'c1']]);
});

test('cells are shifted within their band only', () => {
  const at = host({ rows: 3, columns: 3 });
  letters(at);
  batch(at, { insertRange: { range: cells(0, 1, 1, 2), shiftDimension: 'ROWS' } });
  expect(read(at, 'A1:C4')).toEqual([
    ['a1', '', 'c1'],
    ['a2', 'b1', 'c2'],
    ['a3', 'b2', 'c3'],
    ['', 'b3'],
  ]);
  batch(at, { deleteRange: { range: cells(0, 2, 0, 1), shiftDimension: 'COLUMNS' } });
  expect(read(at, 'A1:C2')).toEqual([
    ['', 'c1'],
    ['b1', 'c2'],
  ]);
});

test('pasted text is parsed as if typed', () => {
  const at = host();
  batch(at, { pasteData: { coordinate: { rowIndex: 1 }, data: 'a,"b,c"\n12%,=1+1', delimiter: ',' } });
  expect(read(at, 'A2:B2')).toEqual([['a', 'b,c']]);
  expect(formulas(at, 'A3:B3')).toEqual([[0.12, '=1+1']]);
});

test.each<[string, unknown]>([
  ['PASTE_NORMAL', { value: { numberValue: 1 }, format: { textFormat: { bold: true } }, note: 'n' }],
  ['PASTE_VALUES', { value: { numberValue: 1 } }],
  ['PASTE_FORMAT', { format: { textFormat: { bold: true } } }],
])('a cut with %s takes all of the source and pastes its part', (pasteType, pasted) => {
  const at = host();
  batch(
    at,
    {
      updateCells: {
        start: {},
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 1 },
                userEnteredFormat: { textFormat: { bold: true } },
                note: 'n',
              },
            ],
          },
        ],
        fields: '*',
      },
    },
    { cutPaste: { source: cells(0, 1, 0, 1), destination: { rowIndex: 2, columnIndex: 1 }, pasteType } },
  );
  const { cells: grid } = at.store.get(at.id)!.sheets[0]!;
  expect(grid[0]?.[0]).toBeUndefined();
  expect(cellOf(grid[2]?.[1])).toEqual(pasted);
});

test('pasted text is parsed as if typed, and the sheet grows for it', () => {
  const at = host({ rows: 2, columns: 2 });
  const data = '5%;"a;b"\n=A1;x;y\n';
  batch(at, { pasteData: { coordinate: { rowIndex: 1, columnIndex: 1 }, data, delimiter: ';' } });
  expect(at.api.valuesGet(at.id, 'Sheet1', { valueRenderOption: 'FORMULA' })).toEqual({
    range: 'Sheet1!A1:D3',
    majorDimension: 'ROWS',
    values: [[], ['', 0.05, 'a;b'], ['', '=A1', 'x', 'y']],
  });
});

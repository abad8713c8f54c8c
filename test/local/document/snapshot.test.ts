import { cellAt } from '../../../src/local/document/cell.ts';
import { createDocument, fromSnapshot, toSnapshot } from '../../../src/local/document/store.ts';
import { batch, cells, host, write } from '../sheets-api/host.ts';

test('a formatted column costs little in a file and is shared when it is loaded', () => {
  const at = host();
  const userEnteredFormat = {
    textFormat: { bold: true },
    numberFormat: { type: 'NUMBER', pattern: '#,##0.00' },
  };
  batch(
    at,
    {
      repeatCell: { range: cells(0, 1000, 0, 26), cell: { userEnteredFormat }, fields: 'userEnteredFormat' },
    },
    {
      updateCells: {
        start: {},
        rows: [{ values: [{ userEnteredValue: { numberValue: 1 }, note: 'n' }] }],
        fields: 'userEnteredValue,note',
      },
    },
  );
  const document = at.store.get(at.id)!;
  const text = toSnapshot(document);
  expect(text.length).toBeLessThan(80_000);
  const loaded = fromSnapshot(text);
  expect(loaded).toEqual(document);
  const sheet = loaded.sheets[0]!;
  expect(sheet.cells[999]?.[25]).toBe(sheet.cells[500]?.[3]);
  expect(cellAt(sheet, 0, 0)?.format).toBe(cellAt(sheet, 0, 1)?.format);
});

test('a snapshot of another version is refused', () => {
  const text = toSnapshot(createDocument()).replace('"version":2', '"version":3');
  expect(() => fromSnapshot(text)).toThrow('a snapshot of version 3 cannot be read');
});

test('a sheet of bare values is written as those values, and its cells are the same when it is loaded', () => {
  const at = host();
  write(at, 'Sheet1!A1:C2', [
    ['007', 2.5, true],
    ['', null, false],
  ]);
  write(at, 'Sheet1!B2', [['=A1']], 'USER_ENTERED');
  const document = at.store.get(at.id)!;
  const text = toSnapshot(document);
  expect(text).toContain('"cells":[["007",2.5,true],[null,{"value":{"formulaValue":"=A1"}},false]]');
  expect(fromSnapshot(text).sheets[0]!.cells).toEqual(document.sheets[0]!.cells);
});

test('a file of version 1 is read', () => {
  const like = { format: { textFormat: { bold: true } } };
  const file = JSON.parse(toSnapshot(createDocument()));
  Object.assign(file, { version: 1, looks: [like] });
  file.document.sheets[0].cells = [
    [0, null, { value: { numberValue: 3 } }, { value: { stringValue: 'x' }, note: 'n', like: 0 }],
  ];
  const sheet = fromSnapshot(JSON.stringify(file)).sheets[0]!;
  expect(sheet.cells).toEqual([[like, undefined, 3, { value: { stringValue: 'x' }, note: 'n', ...like }]]);
});

import { createDocument, fromSnapshot, toSnapshot } from '../../../src/local/document/store.ts';
import { batch, cells, host } from '../sheets-api/host.ts';

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
  expect(sheet.cells[0]?.[0]?.format).toBe(sheet.cells[0]?.[1]?.format);
});

test('a snapshot of another version is refused', () => {
  const text = toSnapshot(createDocument()).replace('"version":1', '"version":2');
  expect(() => fromSnapshot(text)).toThrow('a snapshot of version 2 cannot be read');
});

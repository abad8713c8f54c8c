import fc from 'fast-check';
import { cutIntoPieces, type RowTable, rowsOf } from '../../sidebar/sample/pieces.ts';
import { sampleTables } from '../../src/sample/index.ts';

const flat = (tables: readonly RowTable[]) =>
  tables.flatMap(({ sheet, rows }) => rows.map((row) => ({ sheet, row })));

test('a request holds as many rows as fit', () => {
  const rows = [{ id: '1' }, { id: '2' }, { id: '3' }]; // 10 characters each, and a comma
  expect(cutIntoPieces([{ sheet: 'orders', rows }], 22)).toEqual([
    { tables: [{ sheet: 'orders', rows: rows.slice(0, 2) }] },
    { tables: [{ sheet: 'orders', rows: rows.slice(2) }] },
  ]);
});

test('a row larger than the limit goes alone', () => {
  const large = { text: 'x'.repeat(50) };
  expect(cutIntoPieces([{ sheet: 'a', rows: [{ id: 1 }, large, { id: 2 }] }], 20)).toHaveLength(3);
});

test('every row is sent once, in order, in requests within the limit', () => {
  const row = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  );
  const table = fc.record({ sheet: fc.constantFrom('a', 'b', 'c'), rows: fc.array(row) });
  fc.assert(
    fc.property(fc.array(table), fc.integer({ min: 1, max: 400 }), (tables, limit) => {
      const pieces = cutIntoPieces(tables, limit);
      expect(pieces.flatMap((piece) => flat(piece.tables))).toEqual(flat(tables));
      for (const piece of pieces) {
        const size = flat(piece.tables).reduce((sum, each) => sum + JSON.stringify(each.row).length + 1, 0);
        expect(size <= limit || rowsOf(piece) === 1).toBe(true);
      }
    }),
    { seed: 47 },
  );
});

test('the sample data keep to the size of a call', () => {
  const { tables } = sampleTables({ seed: 1, lastDay: 46341, weeks: 26, story: true, language: 'zh-CN' });
  const pieces = cutIntoPieces(tables);
  expect(pieces.reduce((sum, piece) => sum + rowsOf(piece), 0)).toBe(flat(tables).length);
  for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(1_600_000);
});

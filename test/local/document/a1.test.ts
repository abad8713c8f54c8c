import fc from 'fast-check';
import { columnIndex, columnName, parseA1, printRange, quoteTitle } from '../../../src/local/document/a1.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [18277, 'ZZZ'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(columnIndex(name.toLowerCase())).toBe(index);
});

test.each([
  ['Sheet1!B2:C4', { sheet: 'Sheet1', range: { startRow: 1, endRow: 4, startColumn: 1, endColumn: 3 } }],
  ['C4:B2', { word: 'C4:B2', range: { startRow: 1, endRow: 4, startColumn: 1, endColumn: 3 } }],
  ["'It''s'!$A$1", { sheet: "It's", range: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 } }],
  ["'a!b'!A:C", { sheet: 'a!b', range: { startColumn: 0, endColumn: 3 } }],
  ['数据!2:3', { sheet: '数据', range: { startRow: 1, endRow: 3 } }],
  ['A2:B', { word: 'A2:B', range: { startRow: 1, startColumn: 0, endColumn: 2 } }],
  ['A2:4', { word: 'A2:4', range: { startRow: 1, endRow: 4, startColumn: 0 } }],
  ['R2C3:R4C5', { word: 'R2C3:R4C5', range: { startRow: 1, endRow: 4, startColumn: 2, endColumn: 5 } }],
  ["'Plan'", { sheet: 'Plan' }],
  ['targets', { word: 'targets' }],
  ['Sheet1!targets', { sheet: 'Sheet1', word: 'targets' }],
  ['A', { word: 'A' }],
])('%s', (text, parsed) => {
  expect(parseA1(text)).toEqual(parsed);
});

test('a range without cells behind the mark is none', () => {
  expect(parseA1('Sheet1!')).toBeUndefined();
});

test.each([
  ['Sales', 'Sales'],
  ['Sheet_1', 'Sheet_1'],
  ['TRUE', 'TRUE'],
  ['x.y', 'x.y'],
  ['Two words', "'Two words'"],
  ['A1', "'A1'"],
  ['ABC1234', "'ABC1234'"],
  ['R1C1', "'R1C1'"],
  ['2026', "'2026'"],
  ['2026-W47', "'2026-W47'"],
  ['周报', "'周报'"],
  ["It's", "'It''s'"],
])('%s stands before cells as %s', (title, written) => {
  expect(quoteTitle(title)).toBe(written);
});

test('what is printed is read back', () => {
  const span = fc.tuple(fc.nat(18000), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      span,
      span,
      (title, [startRow, height], [startColumn, width]) => {
        const rect = { startRow, endRow: startRow + height, startColumn, endColumn: startColumn + width };
        expect(parseA1(printRange(title, rect))).toEqual({ sheet: title, range: rect });
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

import fc from 'fast-check';
import type { RowData, SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { STAGING_SHEET_ID, staged } from '../../src/workbook/staging.ts';

const rowOf = (...texts: (string | number)[]): RowData => ({
  values: texts.map((text) => ({
    userEnteredValue: typeof text === 'number' ? { numberValue: text } : { stringValue: text },
  })),
});
const write = (rowIndex: number, rows: RowData[]): SheetsRequest => ({
  updateCells: { start: { sheetId: 7, rowIndex, columnIndex: 2 }, rows, fields: 'userEnteredValue' },
});
const rows = (count: number, text: string): RowData[] =>
  Array.from({ length: count }, (_, i) => rowOf(text, i));
/** Long enough for a block of its own. */
const LONG = 'x'.repeat(300);

test('what fits into one request stays one; formulas and other fields are never staged', () => {
  expect(staged([write(1, rows(100, LONG))], false)).toBeNull();
  const formula: RowData = {
    values: [{ userEnteredValue: { formulaValue: `=A1&"${'y'.repeat(30_000)}"` } }],
  };
  expect(staged([write(1, [formula])], false, 1000)).toBeNull();
});

test('Chinese counts three bytes a character', () => {
  const request = [write(1, rows(100, '字'.repeat(100)))];
  expect(JSON.stringify(request).length).toBeLessThan(20_000);
  const blocks = [write(1, rows(200, '字'.repeat(300)))];
  expect(staged(blocks, false, 100_000)?.pieces.length).toBeGreaterThanOrEqual(2);
});

/** The cells that the hidden sheet has, and those that the pieces and the commit name. */
function played(requests: readonly SheetsRequest[], limit: number) {
  const steps = staged(requests, false, limit);
  if (steps === null) return null;
  const sheet = new Map<string, unknown>();
  for (const { range, values } of steps.pieces.flat()) {
    const [, letter = 'A', first = '1'] = /!([A-Z]+)(\d+):/.exec(range) ?? [];
    const left = [...letter].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
    values.forEach((row, r) => {
      row.forEach((value, c) => {
        const key = `${Number(first) - 1 + r} ${left + c}`;
        expect(sheet.has(key)).toBe(false);
        sheet.set(key, value);
      });
    });
  }
  return { steps, sheet };
}

test('every block comes back as it was, none over another, and the hidden sheet is no larger than it need be', () => {
  const block = fc.record({
    count: fc.integer({ min: 80, max: 400 }),
    width: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const requests = blocks.map(({ count, width }, i) =>
        write(
          i * 1000,
          Array.from({ length: count }, (_, r) =>
            rowOf(...Array.from({ length: width }, (_, c) => `${i} ${r} ${c} ${LONG}`)),
          ),
        ),
      );
      const found = played(requests, 10_000);
      expect(found).not.toBeNull();
      const { steps, sheet } = found!;
      steps.commit.slice(0, -1).forEach((request, i) => {
        if (!('copyPaste' in request)) throw new Error('not staged');
        const { source, destination } = request.copyPaste;
        expect(source.sheetId).toBe(STAGING_SHEET_ID);
        const { count = 0, width = 0 } = blocks[i] ?? {};
        expect(destination).toMatchObject({
          startRowIndex: i * 1000,
          endRowIndex: i * 1000 + count,
          startColumnIndex: 2,
          endColumnIndex: 2 + width,
        });
        for (const [r, c] of [
          [0, 0],
          [count - 1, width - 1],
        ] as const) {
          const key = `${(source.startRowIndex ?? 0) + r} ${(source.startColumnIndex ?? 0) + c}`;
          expect(sheet.get(key)).toBe(`${i} ${r} ${c} ${LONG}`);
        }
      });
      const [add] = steps.begin;
      const grid =
        add !== undefined && 'addSheet' in add ? add.addSheet.properties.gridProperties : undefined;
      const cells = (grid?.rowCount ?? 0) * (grid?.columnCount ?? 0);
      const tallest = Math.max(...blocks.map(({ count }) => count));
      // At worst each width ends with a strip that is not full, and one that is a block short of it.
      expect(cells).toBeLessThanOrEqual(2 * sheet.size + tallest * 10);
    }),
    { numRuns: 40, seed: 20261126 },
  );
});

test('two hundred blocks beside a long one take no more columns than they need', () => {
  const many = Array.from({ length: 200 }, (_, i) => write(i * 300, rows(250, LONG)));
  const steps = staged([...many, write(100_000, rows(50_000, 'y'))], false, 100_000);
  const [add] = steps?.begin ?? [];
  const grid = add !== undefined && 'addSheet' in add ? add.addSheet.properties.gridProperties : undefined;
  expect(grid).toMatchObject({ rowCount: 50_000, columnCount: 4 });
});

test('blocks of a range, without a place, with rows of unlike widths or of no rows are never staged', () => {
  const long = rows(10, LONG);
  const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 11 };
  const ranged: SheetsRequest = { updateCells: { range, rows: long, fields: 'userEnteredValue' } };
  const unlike = write(1, [...long, rowOf(LONG)]);
  for (const request of [ranged, unlike, write(1, [])]) expect(staged([request], false, 1000)).toBeNull();
  const steps = staged([ranged, unlike, write(20, long)], false, 1000);
  expect(steps?.commit.slice(0, 2)).toEqual([ranged, unlike]);
  expect(Object.keys(steps?.commit[2] ?? {})).toEqual(['copyPaste']);
});

test('a row heavier than the limit is a piece of its own, and no piece is empty', () => {
  const heavy = [rowOf('x'.repeat(3000)), rowOf('y'), rowOf('z'.repeat(3000))];
  const pieces = staged([write(1, heavy)], false, 1000)?.pieces ?? [];
  expect(pieces.map((piece) => piece.map(({ range }) => range.slice(range.indexOf('!') + 1)))).toEqual([
    ['A1:A1'],
    ['A2:A2'],
    ['A3:A3'],
  ]);
});

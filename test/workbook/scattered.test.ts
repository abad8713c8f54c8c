/** Changes here and there in a long sheet: no request too large, and every cell as if it had been written by itself. */
import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { writeUpdates } from '../../src/workbook/blocks.ts';
import { changeRequests, scatteredColumns } from '../../src/workbook/changes.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { STAGING_SHEET_ID, type Staged, staged } from '../../src/workbook/staging.ts';
import type { RowValues, Table } from '../../src/workbook/table.ts';
import { mapOf } from './support.ts';

type Columns = Record<string, Cell[]>;
type Updates = { index: number; values: RowValues }[];

const TWO_MB = 2_000_000;

const keysOf = (sheet: string): string[] => sheetTemplate(sheet).columns.map(({ key }) => key);

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Texts, figures, blanks, and now and then a formula. */
function columnsOf(sheet: string, rows: number, formulas: number): Columns {
  const next = random(7);
  const cell = (row: number, i: number): Cell => {
    if (next() < formulas) return `=A${row + 2}&"…"`;
    return i % 3 === 0 ? `订单 ${row}` : i % 3 === 1 ? row / 4 : row % 5 === 0 ? null : row;
  };
  const made = keysOf(sheet).map((key, i) => [key, Array.from({ length: rows }, (_, row) => cell(row, i))]);
  return Object.fromEntries(made);
}

/** What the requests leave in the sheet; index 0 is its second row. */
function applied(columns: Columns, sheet: string, requests: readonly SheetsRequest[], steps: Staged | null) {
  const keys = keysOf(sheet);
  const after: Columns = Object.fromEntries(keys.map((key) => [key, [...columns[key]!]]));
  const hidden: Cell[][] = [];
  for (const { range, values } of steps?.pieces.flat() ?? []) {
    const [, letters = 'A', first = '1'] = /!([A-Z]+)(\d+):/.exec(range) ?? [];
    const left = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
    values.forEach((row, r) => {
      const at = Number(first) - 1 + r;
      hidden[at] ??= [];
      const line = hidden[at];
      row.forEach((value, c) => {
        line[left + c] = value;
      });
    });
  }
  for (const request of steps?.commit ?? requests) {
    if ('updateCells' in request) {
      const { start, rows = [] } = request.updateCells;
      rows.forEach(({ values }, r) => {
        values.forEach(({ userEnteredValue: value = {} }, c) => {
          const cells = after[keys[start!.columnIndex + c]!]!;
          cells[start!.rowIndex + r - 1] = (Object.values(value)[0] ?? null) as Cell;
        });
      });
    } else if ('copyPaste' in request) {
      const { source, destination } = request.copyPaste;
      expect(source.sheetId).toBe(STAGING_SHEET_ID);
      for (let r = 0; r < source.endRowIndex! - source.startRowIndex!; r++) {
        for (let c = 0; c < source.endColumnIndex! - source.startColumnIndex!; c++) {
          const cells = after[keys[destination.startColumnIndex! + c]!]!;
          cells[destination.startRowIndex! + r - 1] =
            hidden[source.startRowIndex! + r]?.[source.startColumnIndex! + c] ?? null;
        }
      }
    }
  }
  return after;
}

function oneByOne(columns: Columns, updates: Updates): Columns {
  const after: Columns = Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, [...cells]]));
  for (const { index, values } of updates) {
    for (const [key, value] of Object.entries(values)) after[key]![index] = value;
  }
  return after;
}

/** The first cell that is not the same, if any: a difference of millions of cells is no message. */
function difference(one: Columns, other: Columns): string | null {
  for (const [key, cells] of Object.entries(one)) {
    const row = cells.findIndex((cell, index) => cell !== other[key]?.[index]);
    if (row >= 0) return `${key} ${row}: ${cells[row]} is not ${other[key]?.[row]}`;
  }
  return null;
}

const bytes = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));

function bodies(requests: readonly SheetsRequest[], steps: Staged | null): number[] {
  if (steps === null) return [bytes({ requests })];
  const pieces = steps.pieces.map((data) => bytes({ valueInputOption: 'RAW', data }));
  return [bytes({ requests: steps.begin }), ...pieces, bytes({ requests: steps.commit })];
}

const chosen: Record<string, (row: number, chance: number) => boolean> = {
  'every second row': (row) => row % 2 === 0,
  'one row in ten, at random': (_, chance) => chance < 0.1,
  'every tenth row': (row) => row % 10 === 0,
  'blocks of seven': (row) => row % 50 < 7,
  'pairs, then single rows': (row) => (row < 10_000 ? row % 4 < 2 : row % 97 === 0),
};

describe.each([
  ['orders', 40_000],
  ['performance', 30_000],
  ['content', 10_000],
])('changes here and there of %s, %i rows', (sheet, rows) => {
  const isImported = sheet === 'performance';
  const columns = columnsOf(sheet, rows, isImported ? 0 : 0.0001);
  const template = sheetTemplate(sheet).columns;
  const typed = template.filter(({ formula, managed }) => formula === undefined && managed !== true);
  const keys = typed.map(({ key }) => key).filter((_, i) => i % 2 === 0 || i > 8);
  const map = mapOf({ key: sheet, rowCount: rows + 1 });
  const table: Table = { key: sheet, title: map.sheets.get(sheet)!.title, rows, columns };

  test.each(Object.keys(chosen))('%s', (pattern) => {
    const next = random(pattern.length);
    const updates: Updates = [];
    for (let index = 0; index < rows; index++) {
      if (!chosen[pattern]!(index, next())) continue;
      // Not all rows change in the same columns.
      const changed = keys.filter((_, i) => i === 0 || next() < 0.5);
      updates.push({ index, values: Object.fromEntries(changed.map((key) => [key, `新 ${index}`])) });
    }
    const changes = [{ sheet, appends: [], updates }];
    const wanted = scatteredColumns(map, { [sheet]: table }, changes);
    expect(Object.keys(wanted)).toEqual(isImported ? [] : [sheet]);
    const entered = { [sheet]: columns };
    const requests = changeRequests(map, { [sheet]: table }, changes, 'en', entered);
    const steps = staged(requests, false);
    expect(bodies(requests, steps).filter((size) => size > TWO_MB)).toEqual([]);
    expect(difference(oneByOne(columns, updates), applied(columns, sheet, requests, steps))).toBeNull();
  });
});

test('few changes need no look at what was entered', () => {
  const map = mapOf({ key: 'orders' });
  const updates = Array.from({ length: 300 }, (_, i) => ({ index: i * 2, values: { status: 'Paid' } }));
  const table: Table = { key: 'orders', title: 'Orders', rows: 900, columns: {} };
  expect(scatteredColumns(map, { orders: table }, [{ sheet: 'orders', appends: [], updates }])).toEqual({});
  const inOne = Array.from({ length: 5000 }, (_, index) => ({ index, values: { status: 'Paid' } }));
  expect(
    scatteredColumns(map, { orders: table }, [{ sheet: 'orders', appends: [], updates: inOne }]),
  ).toEqual({});
});

test('law: formulas, failed cells and blanks between changed cells stay, however few blocks there may be', () => {
  const cell = fc.oneof(
    fc.integer(),
    fc.constantFrom<Cell>(null, true, '=B2*2', '#N/A', '=SUM(', "it's", '007', '一'),
  );
  const made = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 50 }),
    updates: fc.array(
      fc.record({
        index: fc.nat(39),
        values: fc.dictionary(fc.constantFrom('units', 'amount', 'status', 'import'), fc.integer(), {
          maxKeys: 3,
        }),
      }),
      { maxLength: 25 },
    ),
    most: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(made, ({ cells, updates, most }) => {
      const keys = keysOf('orders');
      const columns: Columns = Object.fromEntries(
        keys.map((key, i) => [
          key,
          Array.from({ length: 40 }, (_, row) => cells[(row * 7 + i) % cells.length] ?? null),
        ]),
      );
      const place = mapOf({ key: 'orders' }).sheets.get('orders')!;
      const table: Table = { key: 'orders', title: 'Orders', rows: 40, columns };
      const requests = writeUpdates(place, table, updates, columns, most);
      expect(difference(oneByOne(columns, updates), applied(columns, 'orders', requests, null))).toBeNull();
      // A formula or failed cell that was not changed is never written, not even as it was.
      for (const request of requests) {
        if (!('updateCells' in request)) throw new Error('not a block');
        for (const { values } of request.updateCells.rows ?? []) {
          expect(JSON.stringify(values)).not.toMatch(/"[=#]/);
        }
      }
    }),
    { numRuns: 300, seed: 20261126 },
  );
});

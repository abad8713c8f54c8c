import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { changeRequests } from '../../src/workbook/changes.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';
import type { RowValues, Table, TableChange } from '../../src/workbook/table.ts';
import { mapOf } from './support.ts';

type Columns = readonly (string | undefined)[];
/** Cells of a sheet by `row,column`; empty cells are missing. */
type Grid = Map<string, Cell>;

const set = (grid: Grid, row: number, column: number, value: Cell): void => {
  if (value === null || value === '') grid.delete(`${row},${column}`);
  else grid.set(`${row},${column}`, value);
};

/** The sheet: what was read, and notes of a person's own in every other cell. */
function gridOf(columns: Columns, table: Table): Grid {
  const grid: Grid = new Map();
  columns.forEach((key, at) => {
    for (let row = 0; row < table.rows; row++) {
      const read = key === undefined ? undefined : table.columns[key];
      set(grid, row + 1, at, read === undefined ? `own ${row} ${at}` : (read[row] ?? null));
    }
  });
  return grid;
}

const blocks = (requests: readonly SheetsRequest[]) =>
  requests.flatMap((request) => ('updateCells' in request ? [request.updateCells] : []));

function applied(grid: Grid, requests: readonly SheetsRequest[]): Grid {
  const after: Grid = new Map(grid);
  for (const { start, rows = [], fields } of blocks(requests)) {
    expect(fields).toBe('userEnteredValue');
    rows.forEach(({ values }, r) => {
      values.forEach(({ userEnteredValue: value }, c) => {
        const cell = value === undefined ? null : ((Object.values(value)[0] ?? null) as Cell);
        set(after, (start?.rowIndex ?? 0) + r, (start?.columnIndex ?? 0) + c, cell);
      });
    });
  }
  return after;
}

function oneByOne(grid: Grid, columns: Columns, updates: TableChange['updates']): Grid {
  const after: Grid = new Map(grid);
  for (const { index, values } of updates) {
    for (const [key, value] of Object.entries(values)) set(after, index + 1, columns.indexOf(key), value);
  }
  return after;
}

function requestsFor(columns: Columns, table: Table, updates: TableChange['updates']): SheetsRequest[] {
  const change = { sheet: table.key, appends: [], updates };
  return changeRequests(mapOf({ key: table.key, columns }), { [table.key]: table }, [change], 'en');
}

function tableOf(key: string, rows: number, columns: readonly string[], cell: (row: number) => Cell): Table {
  const values = columns.map((column, i) => [
    column,
    Array.from({ length: rows }, (_, row) => cell(row * columns.length + i)),
  ]);
  return { key, title: key, rows, columns: Object.fromEntries(values) };
}

const PERFORMANCE = sheetTemplate('performance').columns.map(({ key }) => key);

describe('changed cells as blocks', () => {
  const every = (step: number, rows: number, values: (index: number) => RowValues) =>
    Array.from({ length: Math.ceil(rows / step) }, (_, i) => ({ index: i * step, values: values(i) }));

  test('every second row of a file is one block a run of columns, whatever its rows', () => {
    const requests = [100, 1000].map((rows) => {
      const table = tableOf('performance', rows, PERFORMANCE, (i) => i);
      const updates = every(2, rows, (i) => (i % 3 ? { views: -i, import: 'b' } : { import: 'b' }));
      return requestsFor(PERFORMANCE, table, updates).length;
    });
    expect(requests).toEqual([2, 2]);
  });

  test('an unchanged cell between changed ones keeps its value, text, blank or flag', () => {
    const columns = ['content', 'views', 'likes'];
    const table: Table = {
      key: 'performance',
      title: 'Performance',
      rows: 3,
      columns: { views: [1, '2 or so', null], likes: [null, true, 5] },
    };
    const updates = [
      { index: 0, values: { views: 10 } },
      { index: 2, values: { likes: 50 } },
    ];
    expect(requestsFor(columns, table, updates)).toEqual([
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 1, columnIndex: 1 },
          rows: [
            { values: [{ userEnteredValue: { numberValue: 10 } }, {}] },
            {
              values: [
                { userEnteredValue: { stringValue: '2 or so' } },
                { userEnteredValue: { boolValue: true } },
              ],
            },
            { values: [{}, { userEnteredValue: { numberValue: 50 } }] },
          ],
          fields: 'userEnteredValue',
        },
      },
    ]);
  });

  test('columns in which people type are written cell by cell: there may be formulas between', () => {
    const keys = sheetTemplate('content').columns.map(({ key }) => key);
    const table = tableOf('content', 9, keys, (i) => i);
    const updates = every(4, 9, (i) => ({ title: `t${i}`, gmv: i }));
    const written = blocks(requestsFor(keys, table, updates)).map(({ start, rows }) => [
      keys[start?.columnIndex ?? 0],
      rows?.length,
    ]);
    expect(written).toEqual([
      ['gmv', 9],
      ['title', 1],
      ['title', 1],
      ['title', 1],
    ]);
  });

  test('a gap that would fill a request of its own stays one', () => {
    const table = tableOf('performance', 100_000, ['views'], (i) => i);
    const updates = [0, 2, 99_997, 99_999].map((index) => ({ index, values: { views: -1 } }));
    expect(blocks(requestsFor(['views'], table, updates)).map(({ rows }) => rows?.length)).toEqual([3, 3]);
  });

  test('two changes of one sheet do not write over each other', () => {
    const changes = [1, 2].map((rate) => ({ sheet: 'rates', appends: [{ rate }], updates: [] }));
    const map = mapOf({ key: 'rates', columns: ['rate'] });
    const table = { key: 'rates', title: 'Rates', rows: 4, columns: {} };
    const grid = applied(new Map(), changeRequests(map, { rates: table }, changes, 'en'));
    expect([...grid]).toEqual([
      ['5,0', 1],
      ['6,0', 2],
    ]);
  });

  test('law: the blocks leave the sheet as writing cell by cell does', () => {
    const keys = ['content', 'to', 'views', 'likes', 'import'];
    const cell = fc.oneof(
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.string({ minLength: 1, maxLength: 3 }),
    );
    const sheet = fc.constantFrom('performance', 'content', 'imports');
    const made = sheet.chain((key) => {
      const own =
        key === 'performance'
          ? keys
          : sheetTemplate(key)
              .columns.slice(0, 20)
              .map((column) => column.key);
      return fc.record({
        key: fc.constant(key),
        columns: fc.shuffledSubarray<string | undefined>([...own, undefined, undefined, undefined], {
          minLength: own.length + 3,
        }),
        read: fc.subarray(own),
        seed: fc.array(cell, { minLength: 1, maxLength: 40 }),
        updates: fc.array(
          fc.record({
            index: fc.nat(11),
            values: fc.dictionary(fc.constantFrom(...own), cell, { maxKeys: 4 }),
          }),
          { maxLength: 12 },
        ),
      });
    });
    fc.assert(
      fc.property(made, ({ key, columns, read, seed, updates }) => {
        const table = tableOf(key, 12, read, (i) => seed[i % seed.length] ?? null);
        const grid = gridOf(columns, table);
        const requests = requestsFor(columns, table, updates);
        const sorted = ([a]: [string, Cell], [b]: [string, Cell]) => (a < b ? -1 : 1);
        expect([...applied(grid, requests)].sort(sorted)).toEqual(
          [...oneByOne(grid, columns, updates)].sort(sorted),
        );
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});

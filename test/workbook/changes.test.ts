import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { changeRequests } from '../../src/workbook/changes.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';
import type { RowValues, Table } from '../../src/workbook/table.ts';
import { mapOf } from './support.ts';

const table = (key: string, rows: number): Table => ({ key, title: key, rows, columns: {} });

type Update = Extract<SheetsRequest, { updateCells: unknown }>['updateCells'];

const updates = (requests: readonly SheetsRequest[]): Update[] =>
  requests.flatMap((request) => ('updateCells' in request ? [request.updateCells] : []));

/** What requests write: `row,column` → value; null empties. */
function written(requests: readonly SheetsRequest[]): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const { start, rows = [] } of updates(requests)) {
    rows.forEach(({ values = [] }, r) => {
      values.forEach(({ userEnteredValue: value }, c) => {
        const at = `${(start?.rowIndex ?? 0) + r},${(start?.columnIndex ?? 0) + c}`;
        cells[at] = value === undefined ? null : ((Object.values(value)[0] ?? null) as Cell);
      });
    });
  }
  return cells;
}

describe('changes as requests', () => {
  const map = mapOf({ key: 'rates', columns: ['date', undefined, 'rate', 'currency'], rowCount: 10 });

  test('rows go below the last one, and no column of a person’s own is written', () => {
    const appends = [
      { date: 1, currency: '=A1', rate: 2 },
      { date: null, currency: 'THB', rate: 3 },
    ];
    const requests = changeRequests(
      map,
      { rates: table('rates', 4) },
      [{ sheet: 'rates', appends, updates: [] }],
      'en',
    );
    expect(written(requests)).toEqual({
      '5,0': 1,
      '5,2': 2,
      '5,3': '=A1',
      '6,0': null,
      '6,2': 3,
      '6,3': 'THB',
    });
    expect(JSON.stringify(requests)).not.toContain('formulaValue');
  });

  test('columns that a change does not name stay as they are; null empties', () => {
    const change = { sheet: 'rates', appends: [], updates: [{ index: 2, values: { rate: null } }] };
    expect(written(changeRequests(map, { rates: table('rates', 4) }, [change], 'en'))).toEqual({
      '3,2': null,
    });
  });

  test('following rows of one shape are one block', () => {
    const change = {
      sheet: 'rates',
      appends: [],
      updates: [4, 2, 3, 9].map((index) => ({ index, values: { rate: index } })),
    };
    const requests = updates(changeRequests(map, { rates: table('rates', 10) }, [change], 'en'));
    expect(requests.map(({ start, rows }) => [start?.rowIndex, rows?.length])).toEqual([
      [3, 3],
      [10, 1],
    ]);
  });

  test('a sheet that is full grows, and its new rows look like the others', () => {
    const appends = Array.from({ length: 9 }, (_, i) => ({ date: i, currency: 'EUR', rate: i }));
    const [grow, ...rest] = changeRequests(
      map,
      { rates: table('rates', 1) },
      [{ sheet: 'rates', appends, updates: [] }],
      'en',
    );
    expect(grow).toEqual({ appendDimension: { sheetId: 1, dimension: 'ROWS', length: 201 } });
    const formats = rest.flatMap((request) => ('repeatCell' in request ? [request.repeatCell] : []));
    expect(
      formats.map(({ range, cell }) => [
        range.startColumnIndex,
        range.startRowIndex,
        range.endRowIndex,
        cell.userEnteredFormat?.numberFormat?.type,
      ]),
    ).toEqual([
      [0, 10, 211, 'DATE'],
      [3, 10, 211, 'TEXT'],
      [2, 10, 211, 'NUMBER'],
    ]);
    const fits = changeRequests(
      map,
      { rates: table('rates', 0) },
      [{ sheet: 'rates', appends, updates: [] }],
      'en',
    );
    expect(fits.some((request) => 'appendDimension' in request)).toBe(false);
  });

  test('a sheet that the workbook does not have is left out', () => {
    expect(
      changeRequests(map, {}, [{ sheet: 'costs', appends: [{ amount: 1 }], updates: [] }], 'en'),
    ).toEqual([]);
  });

  test('whatever the places of the columns, exactly the given values are written', () => {
    const keys = ['date', 'currency', 'rate'];
    const places = fc.shuffledSubarray([...keys, undefined, undefined, undefined] as (string | undefined)[], {
      minLength: 6,
    });
    const row = fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(fc.integer(), fc.constant(null), fc.string({ minLength: 1 })),
    );
    fc.assert(
      fc.property(
        places,
        fc.array(row, { maxLength: 5 }),
        fc.uniqueArray(fc.tuple(fc.nat(5), row), { selector: ([i]) => i }),
        (columns, appends, changed) => {
          const at = (column: string): number => columns.indexOf(column);
          const expected: Record<string, Cell> = {};
          const shared = new Set(appends.flatMap((each) => Object.keys(each)));
          appends.forEach((values: RowValues, i) => {
            for (const key of shared) expected[`${7 + i},${at(key)}`] = values[key] ?? null;
          });
          for (const [index, values] of changed) {
            for (const [key, value] of Object.entries(values)) expected[`${index + 1},${at(key)}`] = value;
          }
          const changes = [
            { sheet: 'rates', appends, updates: changed.map(([index, values]) => ({ index, values })) },
          ];
          expect(
            written(
              changeRequests(mapOf({ key: 'rates', columns }), { rates: table('rates', 6) }, changes, 'en'),
            ),
          ).toEqual(expected);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});

/** Costs of a period: each belongs to its days, no day counts twice, and nothing goes without a word. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import { planUndo, undoEntries } from '../../src/imports/undo.ts';
import { isoDate } from '../../src/kpi/calendar.ts';
import { issueSentence } from '../../src/text/issue.ts';
import type { RowValues, Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, counts, plan, sentence } from './support.ts';

const HEADERS =
  'Campaign name,Campaign ID,Product ID,Creative type,Video ID,Cost,SKU orders,Gross revenue,Product ad impressions,Currency';
type Spend = Readonly<Record<string, number>>;

const fileOf = (spend: Spend): string =>
  [
    HEADERS,
    ...Object.entries(spend).map(
      ([name, amount]) => `${name},18,17,Product card,-,${amount},1,${amount * 2},9,USD`,
    ),
  ].join('\n');

/** A file of GMV Max for some days of July. */
const spend = (days: string, rows: Spend, tables: Tables = {}, importId = 'import-1'): ImportPlan => {
  const [from, to] = days.split('–').map((day) => `2026-07-${day}`);
  const fileName = `Creative data ${from} - ${to}.csv`;
  return plan(fileOf(rows), { fileName, tables, importId, account: 'shop', asOf: AS_OF });
};

const grown = (tables: Tables, made: ImportPlan): Tables => apply(tables, made.changes);

/** Campaign, days and amount of each row. */
function costs({ costs: table }: Tables): unknown[] {
  const at = (key: string, row: number) => table?.columns[key]?.[row] ?? null;
  const day = (cell: unknown): string | null => (typeof cell === 'number' ? isoDate(cell).slice(8) : null);
  return Array.from({ length: table?.rows ?? 0 }, (_, row) => [
    String(at('note', row)).split(' ')[0],
    day(at('from', row)),
    day(at('date', row)),
    at('amount', row),
  ]);
}

const told = (made: ImportPlan): string[] => made.result.warnings.map(sentence);

test('a cost has the first and the last of its days', () => {
  const made = spend('01–31', { Lamps: 310, Pots: 0 });
  expect(costs(grown({}, made))).toEqual([['Lamps', '01', '31', 310]]);
  expect(change(made, 'costs').appends[0]?.import).toBe('import-1');
  expect(told(made)).toEqual([]);
});

test('a cost of one day has no first day', () => {
  expect(change(spend('07–07', { Lamps: 5 }), 'costs').appends[0]).not.toHaveProperty('from');
});

test('the same days again: a new amount is an update, the same one nothing', () => {
  const tables = grown({}, spend('01–31', { Lamps: 310, Pots: 20 }));
  expect(spend('01–31', { Lamps: 310, Pots: 20 }, tables).changes).toEqual([]);
  const made = spend('01–31', { Lamps: 300, Pots: 20 }, tables, 'import-2');
  expect(counts(made)).toMatchObject({ taken: 0, updated: 1, unchanged: 1 });
  expect(costs(grown(tables, made))).toEqual([
    ['Lamps', '01', '31', 300],
    ['Pots', '01', '31', 20],
  ]);
});

describe('a longer period', () => {
  const both = apply(
    grown({}, spend('01–07', { Lamps: 70, Pots: 9 })),
    spend('08–14', { Lamps: 80 }).changes,
  );

  test('takes the place of those that it contains, and says so', () => {
    expect(costs(both)).toHaveLength(3);
    const made = spend('01–14', { Lamps: 155 }, both, 'import-3');
    expect(costs(grown(both, made))).toEqual([
      ['Lamps', '01', '14', 155],
      ['Pots', '01', '07', 9],
    ]);
    expect(counts(made)).toMatchObject({ read: 1, taken: 0, updated: 1, rejected: 0 });
    expect(told(made)).toEqual([
      'Costs of parts of this file’s period that its own rows take the place of, so that no day counts twice: 2.',
    ]);
    expect(issueSentence('zh-CN', made.result.warnings[0]!)).toBe(
      '有 2 行成本只涉及本文件所含期间的一部分，已由本文件的行取代，不会重复计算。',
    );
  });

  test('keeps what people said of the sharing', () => {
    const [allocation, ...others] = ['Fixed', 'By GMV', 'By GMV'];
    const typed = {
      ...both,
      costs: { ...both.costs!, columns: { ...both.costs!.columns, allocation: [allocation, ...others] } },
    };
    const tables = grown(typed, spend('01–14', { Lamps: 155 }, typed, 'import-3'));
    expect(tables.costs?.columns.allocation).toEqual(['Fixed', 'By GMV']);
  });

  test('is undone: the shorter ones come back', () => {
    const made = spend('01–14', { Lamps: 155, Fans: 3 }, both, 'import-3');
    const tables = grown(both, made);
    expect(costs(tables)).toHaveLength(3);
    const undo = planUndo('import-3', undoEntries(made.changes, both), tables, AS_OF + 2);
    const removals = undo.removals.get('costs') ?? [];
    const undone = apply(tables, [...undo.changes, { sheet: 'costs', appends: [], updates: [], removals }]);
    expect([...costs(undone)].sort()).toEqual([...costs(both)].sort());
    expect([...(undone.costs?.columns.import ?? [])]).toEqual(['import-1', 'import-1', 'import-1']);
    expect(undo.kept).toBe(0);
  });
});

test.each([
  ['10–20', '2026-07-10 – 2026-07-20'],
  ['01–07', '2026-07-01 – 2026-07-07'],
])('days of which some are in the sheet are not guessed at: %s', (days, found) => {
  const tables = grown({}, spend('01–14', { Pots: 1, Lamps: 140 }));
  const made = spend(days, { Lamps: 60, Fans: 2 }, tables, 'import-2');
  expect(counts(made)).toMatchObject({ read: 2, taken: 1, updated: 0, rejected: 1 });
  expect(costs(grown(tables, made))).toContainEqual(['Lamps', '01', '14', 140]);
  expect(costs(grown(tables, made)).filter((row) => (row as unknown[])[0] === 'Lamps')).toHaveLength(1);
  expect(made.issues.map(sentence)).toEqual([
    `Row 2: the same cost stands in the workbook for days of which some are these (${found}): 2026-07-01 – 2026-07-14 (costs!A3). Taking both would count them twice, so this row was not taken. Please import a file that holds all of these days, or delete the row there first.`,
  ]);
  expect(issueSentence('zh-CN', made.issues[0]!)).toBe(
    `第 2 行：工作簿中已有同一成本，其日期与本行（${found}）部分重叠：2026-07-01 – 2026-07-14 (costs!A3)。两者都计入会重复，因此未导入本行。请导入包含全部这些日期的文件，或先删除表中的那一行。`,
  );
  expect(change(made, 'issues').appends).toMatchObject([{ code: 'COST_DAYS_OVERLAP', cell: 'A2' }]);
  expect(spend(days, { Lamps: 60, Fans: 2 }, grown(tables, made), 'import-3').changes).toEqual([]);
});

test('other campaigns and other accounts are other costs', () => {
  const tables = grown({}, spend('01–14', { Lamps: 140 }));
  const other = plan(fileOf({ Lamps: 60 }), {
    fileName: 'Creative data 2026-07-10 - 2026-07-20.csv',
    tables,
    account: 'other-shop',
  });
  expect(counts(other)).toMatchObject({ taken: 1, rejected: 0 });
});

describe('rows without an import', () => {
  const typed = (row: RowValues): Tables =>
    apply({}, [
      {
        sheet: 'costs',
        appends: [
          {
            platform: 'TikTok Shop',
            account: 'shop',
            component: 'Ads',
            note: 'Lamps · 18 · 17 · Product card',
            ...row,
          },
        ],
        updates: [],
      },
    ]);

  test('of an earlier version, on the last day of the period, get their first day', () => {
    const tables = typed({ date: AS_OF - 1, amount: 310 });
    const made = spend('01–31', { Lamps: 310 }, tables);
    expect(costs(grown(tables, made))).toEqual([['Lamps', '01', '31', 310]]);
  });

  test('are never taken out: whoever typed them is asked', () => {
    const tables = typed({ date: AS_OF - 10, amount: 30 });
    const made = spend('01–31', { Lamps: 310 }, tables);
    expect(counts(made)).toMatchObject({ taken: 0, rejected: 1 });
    expect(costs(grown(tables, made))).toEqual([['Lamps', null, '22', 30]]);
  });
});

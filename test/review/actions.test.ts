import { withClosingDays } from '../../src/review/action-closing.ts';
import { kpiIdOf, kpiWord } from '../../src/review/action-kpis.ts';
import { periodOf } from '../../src/review/period.ts';
import { actionsSection } from '../../src/review/sections/actions.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { build, day, fact, MONDAY, SUNDAY, tableOf } from './support.ts';

const action = (more: RowValues): RowValues => ({ id: 'x', action: 'Do', status: 'done', ...more });
const week = (monday: number) => periodOf('week', monday, 12);

/** Ids in section 11 of the review of a week, made on the day after it. */
function shownIn(rows: readonly RowValues[], monday: number): string[] {
  return actionsSection(tableOf('actions', rows), week(monday), monday + 7).last.map(({ id }) => id);
}

describe('what was closed', () => {
  test('stands in the review of the week in which it was closed, however long it took', () => {
    const rows = [
      action({ id: 'done', week: '2026-W20', closed: MONDAY + 2 }),
      action({ id: 'dropped', week: '2026-W20', status: 'dropped', closed: MONDAY + 2 }),
      action({ id: 'long ago', week: '2026-W20', closed: day('2026-06-01') }),
    ];
    expect(shownIn(rows, MONDAY)).toEqual(['done', 'dropped']);
  });

  test('stays until its effect has four weeks, and a dropped one does not', () => {
    const rows = [
      action({ id: 'done', week: '2026-W30', closed: MONDAY - 3 }),
      action({ id: 'dropped', week: '2026-W30', status: 'dropped', closed: MONDAY - 3 }),
    ];
    const seen = [0, 1, 2, 3, 4].map((weeks) => shownIn(rows, MONDAY + 7 * weeks));
    expect(seen).toEqual([['done'], ['done'], ['done'], ['done'], []]);
  });

  test('of which nobody knows when it was agreed or closed stands nowhere; an open one always does', () => {
    const rows = [
      action({ id: 'done', week: 'soon' }),
      action({ id: 'dropped', week: 'soon', status: 'dropped' }),
      action({ id: 'open', week: 'soon', status: 'open' }),
    ];
    expect(shownIn(rows, MONDAY)).toEqual(['open']);
  });

  test('of a month is as old as the weeks since its end, and has its effect', () => {
    const rows = [action({ id: 'm', week: '2026-06', node: 'n', status: 'doing' })];
    const facts = Array.from({ length: 9 }, (_, i) => MONDAY - 7 * i).map((from) =>
      fact('1', from, from + 6, { views: from > day('2026-07-05') ? 150 : 100 }),
    );
    const { review } = build({
      tree: [{ id: 'n', metric: 'views', name: 'Views' }],
      performance: facts,
      actions: rows,
    });
    expect(review.actions.last).toMatchObject([{ id: 'm', ageWeeks: 4, measured: 50 }]);
  });

  test('of a month that still runs is none of the week’s yet, nor is that of the month its own', () => {
    const rows = [action({ week: '2026-08', status: 'open' })];
    expect(shownIn(rows, MONDAY)).toEqual([]);
    const august = periodOf('month', day('2026-08-10'), 12);
    const { last, now } = actionsSection(tableOf('actions', rows), august, day('2026-09-01'));
    expect([last.length, now.length]).toEqual([0, 1]);
  });
});

describe('the day on which an action was closed', () => {
  const none = { sheet: 'actions', appends: [], updates: [] };
  const dated = (rows: readonly RowValues[], change: Partial<typeof none> | object = {}) =>
    withClosingDays(tableOf('actions', rows), { ...none, ...change }, SUNDAY + 1, 12);

  test('is written when a tab or someone in the sheet closes it, once', () => {
    const rows = [
      action({ id: '1', week: '2026-W20', status: 'open' }),
      action({ id: '2', week: '2026-W28', status: 'done' }),
      action({ id: '3', week: '2026-W28', status: 'dropped', closed: MONDAY }),
    ];
    const change = { updates: [{ index: 0, values: { status: 'Done' } }], appends: [{ status: '已完成' }] };
    expect(dated(rows, change)).toEqual({
      sheet: 'actions',
      appends: [{ status: '已完成', closed: SUNDAY + 1 }],
      updates: [
        { index: 0, values: { status: 'Done' } },
        { index: 0, values: { closed: SUNDAY + 1 } },
        { index: 1, values: { closed: SUNDAY + 1 } },
      ],
    });
  });

  test('is that of the closed one alone where a tab adds several', () => {
    const appends = [{ status: 'Open' }, { status: 'Done' }, { status: 'In progress' }];
    expect(dated([], { appends }).appends).toEqual([
      { status: 'Open' },
      { status: 'Done', closed: SUNDAY + 1 },
      { status: 'In progress' },
    ]);
  });

  test('goes when a tab opens it again; a date that someone typed to an open one stays', () => {
    const rows = [
      action({ id: '1', week: '2026-W28', closed: MONDAY }),
      action({ id: '2', week: '2026-W28', status: 'doing', closed: MONDAY }),
    ];
    const change = { updates: [{ index: 0, values: { status: 'In progress' } }] };
    expect(dated(rows, change).updates.slice(1)).toEqual([{ index: 0, values: { closed: null } }]);
  });

  test('of what was closed before the sheet had the column is not today', () => {
    const rows = [
      action({ id: '1', week: '2026-W20', due: day('2026-05-20') }),
      action({ id: '2', week: '2026-W20' }),
      action({ id: '3', week: '2026-W29' }),
    ];
    const days = dated(rows).updates.map(({ values }: { values: RowValues }) => values.closed);
    expect(days).toEqual([day('2026-05-20'), day('2026-05-24'), SUNDAY + 1]);
  });

  test('is nowhere in a sheet of an earlier version', () => {
    const { closed: _, ...columns } = tableOf('actions', [action({})]).columns;
    const table = { ...tableOf('actions', [action({})]), columns };
    expect(withClosingDays(table, none, SUNDAY, 12)).toBe(none);
  });
});

test('an action of which nobody knows since when has the unit of its KPI, and no effect', () => {
  const { review } = build({
    tree: [{ id: 'n', metric: 'gmv', unit: 'money', name: 'GMV' }],
    performance: [-7, 0].map((days) => fact('1', MONDAY + days, SUNDAY + days, { gmv: 500 + days })),
    actions: [
      action({ id: 'since', week: '2026-W30', node: 'n', status: 'doing' }),
      action({ id: 'whenever', week: 'soon', node: 'n', status: 'doing' }),
    ],
  });
  expect(review.actions.last.map(({ id, unit, measured }) => [id, unit, measured])).toEqual([
    ['since', 'money', 7],
    ['whenever', 'money', null],
  ]);
});

describe('a KPI beside an action', () => {
  const kpis = [
    { id: 'a', name: 'Views' },
    { id: 'b', name: 'Views' },
    { id: 'c', name: 'Likes' },
  ];

  test('stands by its name; by its id where the name is another’s too, or where the KPI is gone', () => {
    expect(['a', 'c', 'gone'].map((id) => kpiWord(id, kpis))).toEqual(['a', 'Likes', 'gone']);
  });
  test('is found by its name, unless that could be two: then what was typed stays', () => {
    expect(['likes', 'Views', 'b', 'Shares'].map((text) => kpiIdOf(text, [kpis]))).toEqual([
      ...['c', 'Views', 'b', 'Shares'],
    ]);
  });
});

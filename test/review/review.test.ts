import { isoDate } from '../../src/kpi/calendar.ts';
import { blocks } from '../../src/review/blocks.ts';
import { periodOf } from '../../src/review/period.ts';
import { periodsOf } from '../../src/review/periods.ts';
import { layOut } from '../../src/review/render/index.ts';
import { actionsSection } from '../../src/review/sections/actions.ts';
import { COLORS } from '../../src/workbook/formats.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import type { Language } from '../../src/workbook/template.ts';
import { build, day, fact, line, MONDAY, type Rows, SUNDAY, tableOf } from './support.ts';

const WEEK = periodOf('week', MONDAY, 12);

describe('blocks', () => {
  test.each([
    [[1, 2, 3, 4, 5], '▁▂▃▅▇'],
    [[1, 2, null, 5], '▁▂·▇'],
    [[3, 3], '▃▃'],
    [[null, 0], '·▃'],
    [[-5, 5], '▁▇'],
    [[null, null], ''],
    [[], ''],
  ])('%j', (values, expected) => expect(blocks(values)).toBe(expected));
});

describe('periods', () => {
  const shown = (monday: string, yearEnd = 12) => {
    const periods = periodsOf(day(monday), yearEnd);
    const span = ({ from, to }: { from: number; to: number }) => `${isoDate(from)} ${isoDate(to)}`;
    return {
      ...periods,
      week: span(periods.week),
      month: span(periods.monthToDate),
      quarter: span(periods.quarterToDate),
      year: span(periods.yearBefore),
    };
  };

  test('a week 53 over the end of the year', () => {
    const periods = shown('2026-12-28');
    expect([periods.label, periods.week]).toEqual(['2026-W53', '2026-12-28 2027-01-03']);
    expect([periods.month, periods.quarter]).toEqual(['2027-01-01 2027-01-03', '2027-01-01 2027-01-03']);
    expect(periods.year).toBe('2025-12-29 2026-01-04');
    expect(periods.sixWeeks.map(({ label }) => label)).toEqual([
      '2026-W48',
      '2026-W49',
      '2026-W50',
      '2026-W51',
      '2026-W52',
      '2026-W53',
    ]);
    expect(periods.twelveMonths.map(({ label }) => label).slice(-2)).toEqual(['2026-12', '2027-01 (1–3)']);
    expect(periodsOf(day('2027-01-04'), 12).label).toBe('2027-W01');
  });

  test('quarters follow the fiscal year', () => {
    expect(shown('2026-07-27').quarter).toBe('2026-07-01 2026-08-02');
    expect(shown('2026-07-27', 1).quarter).toBe('2026-08-01 2026-08-02');
    expect(shown('2026-07-27', 2).quarter).toBe('2026-06-01 2026-08-02');
  });

  test('months are whole but for the running one', () => {
    const months = periodsOf(day('2024-02-26'), 12).twelveMonths;
    expect(months.map(({ to }) => isoDate(to)).slice(-2)).toEqual(['2024-02-29', '2024-03-03']);
    expect(months).toHaveLength(12);
  });
});

const TREE = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'product', name: 'GMV' },
  { id: 'v', parent: 'root', metric: 'views', name: 'Views', owner: 'Bo' },
  { id: 'cvr', parent: 'root', metric: 'cvr', unit: 'percent', name: 'CVR' },
  { id: 'aov', parent: 'root', metric: 'aov', unit: 'money', name: 'AOV' },
];
const TWO_WEEKS = [
  fact('1', MONDAY - 7, SUNDAY - 7, { gmv: 1000, orders: 50, views: 1000 }),
  fact('1', MONDAY, SUNDAY, { gmv: 1210, orders: 55, views: 1100 }),
];
const plan = (node: string, target: number): RowValues => ({ node, from: MONDAY, to: SUNDAY, target });
const action = (more: RowValues): RowValues => ({
  id: 'x',
  week: '2026-W30',
  action: 'Do',
  status: 'open',
  ...more,
});

describe('the headline', () => {
  const says = (rows: Rows, language: Language = 'en') =>
    build(rows, { language }).review.headline.sentences.map(({ text }) => text);
  const base: Rows = {
    accounts: [{ platform: 'youtube', id: 'a', name: 'Art' }],
    tree: TREE,
    performance: TWO_WEEKS,
  };

  test.each<[string, Rows, Language, string[]]>([
    [
      'no tree',
      { ...base, tree: [] },
      'en',
      [
        'There is no KPI tree yet. Import a file and a first tree is proposed.',
        'What moved the KPIs cannot be told yet: the week before has no complete data.',
        'Next: agree on actions and type them under “Actions”.',
      ],
    ],
    [
      'no data',
      { tree: TREE },
      'zh-CN',
      [
        '本周还没有 GMV 的数据。',
        '暂时无法说明变化原因：本周数据尚不完整。',
        '下一步：商定行动，填入“行动项”。',
      ],
    ],
    [
      'a change',
      base,
      'en',
      [
        'GMV was USD 1,210 in the week, +21.0% on the week before.',
        '+USD 210.00 on the week before: mainly from AOV, +USD 105.00.',
        'Next: agree on actions and type them under “Actions”.',
      ],
    ],
    [
      'a plan missed',
      {
        ...base,
        targets: [plan('root', 1100), plan('v', 1500), plan('cvr', 0.052)],
        actions: [action({}), action({ id: 'y', due: MONDAY })],
      },
      'en',
      [
        'GMV was USD 1,210 in the week: 110.0% of the plan of USD 1,100, +21.0% on the week before.',
        '+USD 210.00 on the week before: mainly from AOV, +USD 105.00.',
        'Views (Bo) is furthest from its plan: 73.3% of it.',
        'Next: 2 open actions, 1 of them overdue, the oldest: “Do”.',
        'Red KPIs without an open action: Views (Bo).',
      ],
    ],
    [
      'the same in Chinese',
      { ...base, targets: [plan('root', 1100), plan('v', 1500), plan('cvr', 0.052)], actions: [action({})] },
      'zh-CN',
      [
        'GMV 本周为 USD 1,210，达成目标 USD 1,100 的 110.0%，较上周 +21.0%。',
        '较上周 +USD 210.00：主要来自 AOV，影响 +USD 105.00。',
        'Views（Bo）离目标最远，达成率 73.3%。',
        '下一步：1 项行动未完成，没有逾期。',
        '红灯 KPI 暂无进行中的行动项：Views（Bo）。',
      ],
    ],
    [
      'days missing',
      { ...base, performance: [fact('1', MONDAY, MONDAY + 2, { gmv: 5, orders: 1, views: 10 })] },
      'en',
      [
        'GMV was USD 5.00; 3 of 7 days have the files of every account.',
        'What moved the KPIs cannot be told yet: the data of the week are not complete.',
        'Next: import the files of Art.',
      ],
    ],
  ])('%s', (_, rows, language, expected) => expect(says(rows, language)).toEqual(expected));

  test('the score weighs what has plan and figure, each capped', () => {
    const score = (rows: Rows) => build({ ...base, ...rows }).review.headline.score;
    expect(score({})).toBeNull();
    const tree = TREE.map((node) => ({ ...node, weight: node.id === 'root' ? 3 : 1 }));
    expect(score({ tree, targets: [plan('root', 1210), plan('v', 2200)] })).toBeCloseTo((3 * 1 + 0.5) / 4, 9);
    expect(score({ targets: [plan('root', 1)] })).toBe(1.5);
  });
});

describe('the tree section', () => {
  test('changes, effects and reading order', () => {
    const built = build({ tree: TREE, performance: TWO_WEEKS });
    expect(built.review.tree.map(({ id, depth }) => [id, depth])).toEqual([
      ['root', 0],
      ['v', 1],
      ['cvr', 1],
      ['aov', 1],
    ]);
    expect(line(built, 'root').wow).toBeCloseTo(0.21, 9);
    expect(line(built, 'root').weeks).toEqual([null, null, null, null, 1000, 1210]);
    const effects = ['v', 'cvr', 'aov'].map((id) => line(built, id).effect ?? 0);
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(210, 6);
    expect(effects[1]).toBeCloseTo(0, 6);
  });

  test('a year before is 364 days before; with missing days nothing is compared', () => {
    const before = fact('1', MONDAY - 364, SUNDAY - 364, { views: 500 });
    const built = build({ tree: [{ id: 'n', metric: 'views' }], performance: [before, ...TWO_WEEKS] });
    expect(line(built, 'n').yoy).toBeCloseTo(1.2, 9);
    const cut = build({
      tree: [{ id: 'n', metric: 'views' }],
      performance: [before, fact('1', MONDAY, SUNDAY - 1, { views: 9 })],
    });
    expect([line(cut, 'n').yoy, line(cut, 'n').wow]).toEqual([null, null]);
  });

  test('what the parts of a sum leave is shown', () => {
    const tree = [
      { id: 'n', metric: 'views', operator: 'sum' },
      { id: 'p', parent: 'n', metric: 'views', account: 'a' },
    ];
    const performance = [
      fact('1', MONDAY, SUNDAY, { views: 90 }),
      fact('2', MONDAY, SUNDAY, { views: 10, account: 'other' }),
    ];
    expect(line(build({ tree, performance }), 'n').unexplained).toBeCloseTo(10, 9);
  });

  test('a broken tree is named, and its KPIs still have their figures', () => {
    const built = build({
      tree: [
        { id: 'n', metric: 'views' },
        { id: 'n', parent: 'none', metric: 'gmv' },
      ],
      performance: TWO_WEEKS,
    });
    expect(built.issues.map(({ code, at }) => [code, at?.cell])).toEqual([
      ['DUPLICATE_ID', 'A3'],
      ['UNKNOWN_PARENT', 'B3'],
    ]);
    expect(built.review.tree.map(({ actual }) => actual.value)).toEqual([1100, 1210]);
  });
});

describe('actions', () => {
  const table = tableOf('actions', [
    action({ id: '1', due: SUNDAY }),
    action({ id: '2', status: 'done' }),
    action({ id: '3', week: '2026-W26', status: 'done' }),
    action({ id: '4', week: '2026-W20', status: 'doing' }),
    action({ id: '5', week: '2026-W31' }),
    action({ id: '6', week: '2026-W32' }),
    action({ id: '7', action: null }),
    action({ id: '8', status: 'dropped', due: MONDAY - 30 }),
  ]);

  test('open ones come back, closed ones of last week are shown once, this week’s stand apart', () => {
    const { last, now } = actionsSection(table, WEEK, SUNDAY + 1);
    expect(last.map(({ id, overdue, ageWeeks, status }) => [id, overdue, ageWeeks, status])).toEqual([
      ['1', true, 1, 'open'],
      ['4', false, 11, 'doing'],
      ['2', false, 1, 'done'],
      ['8', false, 1, 'dropped'],
    ]);
    expect(now.map(({ id }) => id)).toEqual(['5']);
  });

  test('one that is closed is as old as it was then', () => {
    const closed = (day: number | string | null) =>
      actionsSection(
        tableOf('actions', [action({ week: '2026-W28', status: 'done', closed: day })]),
        WEEK,
        SUNDAY + 1,
      ).last.map(({ ageWeeks }) => ageWeeks);
    expect(closed(MONDAY - 14)).toEqual([1]);
    expect(closed(SUNDAY)).toEqual([3]);
    expect(closed(SUNDAY + 1)).toEqual([3]);
    expect(closed(MONDAY - 60)).toEqual([0]);
    expect(closed(null)).toEqual([3]);
  });

  test('due today is not overdue yet', () => {
    expect(actionsSection(table, WEEK, SUNDAY).last.some(({ overdue }) => overdue)).toBe(false);
  });
});

test('a record does not look as if it took text, a draft does', () => {
  const yellow = (state: 'draft' | 'closed'): number => {
    const { review } = build({ tree: [{ id: 'n', metric: 'views' }] });
    const cells = layOut({ ...review, state })
      .toRows(1)
      .flatMap(({ values }) => values);
    return cells.filter((cell) => cell.userEnteredFormat?.backgroundColor === COLORS.input).length;
  };
  expect(yellow('draft')).toBeGreaterThan(0);
  expect(yellow('closed')).toBe(0);
});

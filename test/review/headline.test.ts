import type { RowValues } from '../../src/workbook/table.ts';
import type { Language } from '../../src/workbook/template.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const account = (id: string, name: string) => ({ platform: 'youtube', id, name, currency: 'USD' });
const accounts = [account('a', 'Anna’s'), account('b', 'Ben’s')];
const tree = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV' },
  { id: 'x', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a', owner: 'Bo' },
  { id: 'y', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of B', account: 'b' },
];
const gmv = (id: string, back: number, amount: number): RowValues =>
  fact(`${id}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv: amount, views: 10, account: id });
/** GMV of both accounts in the week before and in the reviewed one. */
const weeks = (before: readonly number[], after: readonly number[]): RowValues[] =>
  [before, after].flatMap(([a = 0, b = 0], i) => [gmv('a', 1 - i, a), gmv('b', 1 - i, b)]);

const says = (rows: Rows, language: Language = 'en') =>
  build({ accounts, tree, ...rows }, { language }).review.headline.sentences.map(({ text }) => text);

describe('why the goal moved', () => {
  test.each<[string, number[], number[], Language, string]>([
    [
      'a rise that was held back',
      ...([[1000, 500], [800, 900], 'en'] as [number[], number[], Language]),
      '+USD 200.00 on the week before: mainly from GMV of B, +USD 400.00; held back by GMV of A (Bo), −USD 200.00; the account that lost most is Anna’s, −USD 200.00.',
    ],
    [
      'a fall that was softened',
      ...([[800, 900], [1000, 500], 'zh-CN'] as [number[], number[], Language]),
      '较上周 −USD 200.00：主要来自 GMV of B，影响 −USD 400.00；部分被 GMV of A（Bo）抵消，影响 +USD 200.00；下降最多的账号是 Ben’s，影响 −USD 400.00。',
    ],
    [
      'nothing against it of any size',
      ...([[1000, 500], [999, 900], 'en'] as [number[], number[], Language]),
      '+USD 399.00 on the week before: mainly from GMV of B, +USD 400.00.',
    ],
    [
      'hardly anything',
      ...([[1000, 500], [1000, 500], 'en'] as [number[], number[], Language]),
      'No KPI changed by 5.0% or more on the week before.',
    ],
  ])('%s', (_, before, after, language, sentence) => {
    expect(says({ performance: weeks(before, after) }, language)[1]).toBe(sentence);
  });
});

test('a goal that is to fall names no account that lost: less is what everyone wants', () => {
  const cost = (id: string, at: number, amount: number): RowValues => ({
    ...{ date: at, platform: 'youtube', account: id, component: 'ads', amount, currency: 'USD' },
  });
  const spent = {
    tree: tree.map((row) => ({
      ...row,
      metric: 'cost',
      name: `${row.name}`.replace('GMV', 'Cost'),
      direction: 'down',
    })),
    costs: [
      cost('a', MONDAY - 7, 900),
      cost('b', MONDAY - 7, 500),
      cost('a', MONDAY, 300),
      cost('b', MONDAY, 600),
    ],
    performance: weeks([1000, 500], [800, 400]),
  };
  expect(says(spent)[1]).toBe(
    '−USD 500.00 on the week before: mainly from Cost of A (Bo), −USD 600.00; held back by Cost of B, +USD 100.00.',
  );
});

test('weights that cannot be weights leave no score rather than a wrong one', () => {
  const scoreWith = (weight: number) =>
    build({
      ...{ accounts, performance: weeks([1000, 500], [800, 400]) },
      tree: tree.map((row) => ({ ...row, weight: row.id === 'y' ? weight : 1 })),
      targets: ['root', 'x', 'y'].map((node) => ({ node, from: MONDAY, to: SUNDAY, target: 800 })),
    }).review.headline.score;
  expect([scoreWith(2), scoreWith(-1)]).toEqual([expect.closeTo((1.5 + 1 + 2 * 0.5) / 4, 12), null]);
});

describe('a plan that is no amount to reach', () => {
  const performance = [
    fact('1', MONDAY - 7, SUNDAY - 7, { gmv: 1000, refunds: 50, views: 10 }),
    fact('1', MONDAY, SUNDAY, { gmv: 1000, refunds: 100, views: 10 }),
  ];
  const rate = { metric: 'refund_rate', unit: '%', name: 'Refund rate', owner: 'Bo' };
  const below = (more: RowValues, target: RowValues): Rows => ({
    tree: [
      { id: 'root', metric: 'gmv', unit: 'money', name: 'GMV' },
      { id: 'r', parent: 'root', kind: 'influence', ...rate, ...more },
    ],
    targets: [{ node: 'r', from: MONDAY, to: SUNDAY, ...target }],
    performance,
  });
  const asGoal: Rows = {
    tree: [{ id: 'r', ...rate, direction: 'down' }],
    targets: [{ node: 'r', from: MONDAY, to: SUNDAY, target: 0.05 }],
    performance,
  };

  test.each<[string, Rows, Language, number, string]>([
    [
      'less is better',
      below({ direction: 'down' }, { target: 0.05 }),
      'en',
      2,
      'Refund rate (Bo) is furthest from its plan: 10.0% against 5.0%.',
    ],
    [
      'less is better',
      below({ direction: 'down' }, { target: 0.05 }),
      'zh-CN',
      2,
      'Refund rate（Bo）离目标最远：实际 10.0%，目标 5.0%。',
    ],
    [
      'from a baseline',
      below({ method: 'baseline' }, { target: 0.02, baseline: 0.12 }),
      'en',
      2,
      'Refund rate (Bo) is furthest from its plan: 10.0% against 2.0%.',
    ],
    [
      'a band',
      below({ method: 'band' }, { low: 0.02, high: 0.04 }),
      'en',
      2,
      'Refund rate (Bo) is furthest from its plan: 10.0% is outside its band.',
    ],
    [
      'a band',
      below({ method: 'band' }, { low: 0.02, high: 0.04 }),
      'zh-CN',
      2,
      'Refund rate（Bo）离目标最远：实际 10.0%，不在目标区间内。',
    ],
    [
      'a goal that is to fall',
      asGoal,
      'en',
      0,
      'Refund rate was 10.0% in the week, +100.0% on the week before; the plan is 5.0%.',
    ],
    ['a goal that is to fall', asGoal, 'zh-CN', 0, 'Refund rate 本周为 10.0%，较上周 +100.0%；目标为 5.0%。'],
  ])('%s: actual and plan (%#)', (_, rows, language, at, sentence) => {
    expect(build(rows, { language }).review.headline.sentences[at]?.text).toBe(sentence);
  });
});

describe('what must not wait', () => {
  const content = [1, 2, 3, 4].map((i) => ({
    ...{ id: `a${i}`, title: `Title ${i}`, platform: 'youtube', account: 'a', published: MONDAY },
  }));
  const assets = [{ asset: 'Song', valid_until: MONDAY - 30, used_by: 'a1, a2, a3, a4' }];
  const rows = { performance: weeks([1000, 500], [800, 900]), content, assets };

  test.each<[Language, string, string]>([
    [
      'en',
      'Also, guards that call for action now: 1 (see “Guards”).',
      'The licence of “Song” ran out on Jun 27, 2026; content published since then uses it: “Title 1”, “Title 2”, “Title 3” (4).',
    ],
    [
      'zh-CN',
      '另有 1 项预警须立即处理（见“预警”）。',
      '“Song”的授权已于 2026年6月27日到期，之后发布的内容仍在使用：《Title 1》、《Title 2》、《Title 3》（共 4 条）。',
    ],
  ])(
    'guards are counted, and the content of a licence is named by its titles: %s',
    (language, count, text) => {
      const { review } = build({ accounts, tree, ...rows }, { language });
      expect(review.headline.sentences.at(-1)?.text).toBe(count);
      expect(review.guards.filter(({ status }) => status === 'red').map((guard) => guard.text)).toEqual([
        text,
      ]);
    },
  );

  test.each<[Language, string[]]>([
    [
      'en',
      [
        'No action was open when it was closed.',
        'Guards that were red when it was closed: 1 (see “Guards”).',
      ],
    ],
    ['zh-CN', ['定稿时没有未完成的行动。', '定稿时有 1 项红色预警（见“预警”）。']],
  ])('a record asks for nothing any more: %s', (language, sentences) => {
    const { review } = build({ accounts, tree, ...rows }, { language, state: 'closed' });
    expect(review.headline.sentences.slice(-2).map(({ text }) => text)).toEqual(sentences);
  });

  test('a record says what was open and which files it lacks', () => {
    const action = { id: '1', week: '2026-W30', action: 'Do', status: 'open', node: 'root' };
    const lacking = {
      ...{ ...rows, assets: [], performance: weeks([1000, 500], [800, 900]).slice(0, 3) },
      imports: accounts.map(({ id }) => ({
        ...{ format: 'own.content', platform: 'youtube', account: id },
        ...{ from: MONDAY - 7, to: SUNDAY - 7 },
      })),
    };
    const says = (actions: RowValues[]) =>
      build({ accounts, tree, ...lacking, actions }, { state: 'closed' })
        .review.headline.sentences.slice(-2)
        .map(({ text }) => text);
    expect(says([action])).toEqual([
      'Closed without all files; missing: Ben’s.',
      'Open actions when it was closed: 1, none overdue.',
    ]);
    expect(says([{ ...action, due: MONDAY }]).at(-1)).toBe(
      'Open actions when it was closed: 1, 1 of them overdue.',
    );
  });

  test('nothing is said where there are none', () => {
    expect(says({ ...rows, assets: [] }).at(-1)).toMatch(/^Next/);
  });
});

test('an action that nobody has begun shows no effect', () => {
  const action = (id: string, status: string) => ({
    id,
    week: '2026-W30',
    action: 'Do',
    status,
    node: 'root',
  });
  const { last } = build({
    ...{ accounts, tree, performance: weeks([1000, 500], [800, 900]) },
    actions: [action('1', 'open'), action('2', 'doing')],
  }).review.actions;
  expect(last.map(({ id, measured }) => [id, measured])).toEqual([
    ['1', null],
    ['2', 200],
  ]);
});

describe('a goal of orders while only views come in', () => {
  const performance = [fact('1', MONDAY, SUNDAY, { views: 10, account: 'a' })];
  const orders = [
    { id: 'A-1', date: MONDAY - 7, amount: 60, currency: 'USD', platform: 'youtube', account: 'a' },
  ];

  test.each<[Language, string]>([
    ['en', 'Next: import a file of orders (of any shop): GMV gets no data without them.'],
    ['zh-CN', '下一步：导入订单文件（任何店铺均可），否则 GMV 没有数据。'],
  ])('orders are asked for, not the same again (%s)', (language, sentence) => {
    const one = { accounts: accounts.slice(0, 1), performance };
    expect(says(one, language)).toContain(sentence);
    expect(says({ ...one, orders }, language)).not.toContain(sentence);
  });

  test.each<[Language, string]>([
    [
      'en',
      'Not counted for want of an exchange rate: amounts in EUR. Please fill in the sheet “Exchange rates”.',
    ],
    ['zh-CN', '因缺少汇率，EUR 的金额未计入：请填写工作表“汇率”。'],
  ])('money without an exchange rate is named, and no orders are asked for (%s)', (language, sentence) => {
    const foreign = performance.map((row) => ({ ...row, gmv: 5, currency: 'EUR' }));
    const found = says({ accounts: accounts.slice(0, 1), performance: foreign }, language);
    expect(found).toContain(sentence);
    expect(found.some((text) => /orders|订单/.test(text))).toBe(false);
    const rates = [{ date: MONDAY - 7, currency: 'EUR', rate: 1.1 }];
    const rated = says({ accounts: accounts.slice(0, 1), performance: foreign, rates }, language);
    expect(rated).not.toContain(sentence);
  });
});

describe('red KPIs for which nobody has agreed on an action', () => {
  const wide = [
    ...tree,
    ...['p', 'q', 'r'].map((id) => ({
      ...{ id, parent: 'root', metric: 'views', name: id.toUpperCase(), kind: 'influence', owner: 'Cy' },
    })),
  ];
  const target = (node: string, amount: number) => ({ node, from: MONDAY, to: SUNDAY, target: amount });
  const low: Rows = {
    tree: wide,
    performance: weeks([1000, 500], [800, 400]),
    targets: [target('root', 9000), target('x', 4000), target('y', 5000)],
  };
  const action = (node: string, more: RowValues = {}) => ({
    id: node,
    week: '2026-W31',
    node,
    action: 'Call',
    ...more,
  });
  const said = (rows: Rows, language: Language = 'en') =>
    says(rows, language).filter((text) => /without an open action|暂无进行中的行动项/.test(text));

  test('are named with their owners, the furthest from its plan first; what is below stands for the goal', () => {
    expect(said(low)).toEqual(['Red KPIs without an open action: GMV of B, GMV of A (Bo).']);
    expect(said(low, 'zh-CN')).toEqual(['红灯 KPI 暂无进行中的行动项：GMV of B、GMV of A（Bo）。']);
  });

  test('are three at most, and how many more', () => {
    const more = ['p', 'q', 'r'].map((node, i) => target(node, 1000 * (i + 1)));
    const many = { ...low, targets: [...(low.targets ?? []), ...more] };
    expect(said(many)).toEqual(['Red KPIs without an open action: R (Cy), Q (Cy), P (Cy) and 2 more.']);
    expect(said(many, 'zh-CN')[0]).toMatch(/、P（Cy），另有 2 项。$/);
  });

  test('an open action takes its KPI off, by id or name; one that is closed or of another KPI does not', () => {
    expect(said({ ...low, actions: [action('y')] })).toEqual([
      'Red KPIs without an open action: GMV of A (Bo).',
    ]);
    expect(said({ ...low, actions: [action('gmv of a'), action('y', { status: 'doing' })] })).toEqual([]);
    expect(said({ ...low, actions: [action('y', { status: 'done' })] })).toHaveLength(1);
    expect(said({ ...low, actions: [action('y', { status: 'dropped' }), action('root')] })[0]).toContain(
      'GMV of B',
    );
  });

  test('the goal itself is named where nothing below it is red', () => {
    expect(said({ ...low, targets: [target('root', 9000)] })).toEqual([
      'Red KPIs without an open action: GMV.',
    ]);
  });

  test('a tree that goes round is no trap', () => {
    const round = (parents: Readonly<Record<string, string>>) =>
      tree.map((row) => ({ ...row, parent: parents[String(row.id)] ?? row.parent ?? null }));
    const targets = [target('root', 9000), target('x', 4000), target('y', 5000)];
    for (const parents of [{ x: 'x' }, { x: 'y', y: 'x' }, { root: 'x' }])
      expect(said({ ...low, tree: round(parents), targets }).length).toBeLessThanOrEqual(1);
  });

  test('the oldest overdue action has a name whatever was left empty, on one line', () => {
    const next = (more: RowValues) =>
      says({ ...low, actions: [action('y', { due: MONDAY - 9, owner: 'Ana', ...more })] }).find((text) =>
        text.startsWith('Next:'),
      );
    expect(next({ action: null })).toMatch(/the oldest: “GMV of B” \(Ana\)\.$/);
    expect(next({ action: null, finding: 'Few\nviews' })).toMatch(/“Few views” \(Ana\)\.$/);
  });

  test('a record asks for nothing, and where nothing is red nothing is said', () => {
    const { review } = build({ accounts, ...low }, { state: 'closed' });
    expect(review.headline.sentences.map(({ code }) => code)).not.toContain('HEAD_WITHOUT_ACTION');
    expect(said({ ...low, targets: [target('x', 500)] })).toEqual([]);
  });
});

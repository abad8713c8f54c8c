/** What a review says of a tree's faults: those that stop the tree, and those that do not. */
import { operandsAt, readTree } from '../../src/review/nodes.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import type { Language } from '../../src/workbook/template.ts';
import { address, build, fact, line, MONDAY, type Rows, SUNDAY, tableOf } from './support.ts';

const kpi = (id: string, parent: string, more: RowValues = {}): RowValues => ({ id, parent, ...more });
const IMPORTS = [
  { format: 'f', platform: 'youtube', account: 'a', from: MONDAY - 7, to: SUNDAY, as_of: SUNDAY },
];
const sentences = (rows: Rows, language: Language = 'en'): string[] =>
  build(rows, { language }).issues.map((issue) => issueSentence(language, issue));
const weeks = (before: RowValues, after: RowValues): RowValues[] => [
  fact('1', MONDAY - 7, SUNDAY - 7, before),
  fact('1', MONDAY, SUNDAY, after),
];

describe('faults that leave no tree', () => {
  test.each<[string, RowValues[], string[]]>([
    [
      'a cycle',
      [
        kpi('r', '', { operator: 'sum' }),
        kpi('a', 'b', { operator: 'sum' }),
        kpi('b', 'a', { operator: 'sum' }),
      ],
      ['Sheet “KPI tree”, cell B3: KPIs form a circle: a > b > a.'],
    ],
    [
      'two roots, and a fault of another kind',
      [kpi('r', '', { operator: 'ratio' }), kpi('a', 'r'), kpi('b', 'r'), kpi('c', 'r'), kpi('s', '')],
      [
        'Sheet “KPI tree”, cell B6: “s” has no parent, but “r” is the goal already.',
        'Sheet “KPI tree”, cell C2: a ratio needs exactly two KPIs below it; found 3.',
      ],
    ],
    [
      'a parent that is not there',
      [kpi('r', '', { operator: 'sum' }), kpi('a', 'r'), kpi('b', 'x')],
      ['Sheet “KPI tree”, cell B4: there is no KPI “x” to be the parent.'],
    ],
    [
      'an operator without operands',
      [kpi('r', '', { operator: 'sum' })],
      ['Sheet “KPI tree”, cell C2: this KPI is made of KPIs below it, but has none.'],
    ],
    [
      'a coefficient of 0',
      [kpi('r', '', { operator: 'product' }), kpi('a', 'r', { coefficient: 0 })],
      ['Sheet “KPI tree”, cell D3: “0” cannot be a coefficient.'],
    ],
  ])('%s', (_, tree, expected) => {
    expect(sentences({ tree })).toEqual(expected);
  });
});

describe('faults that do not stop the review', () => {
  const UNITS: RowValues[] = [
    kpi('gmv', '', { operator: 'sum', metric: 'gmv' }),
    kpi('tiktok', 'gmv', { metric: 'gmv', platform: 'tiktok' }),
    kpi('orders', 'gmv', { metric: 'orders' }),
    kpi('basket', 'gmv', { metric: 'orders', platform: 'shopee', coefficient: 20 }),
    kpi('anything', 'gmv', { operator: 'sum' }),
    kpi('watch', 'anything', { metric: 'watch_hours' }),
  ];

  test('units that clash, with the words of the language', () => {
    expect(sentences({ tree: UNITS })).toEqual([
      'Sheet “KPI tree”, cell M4: this KPI’s unit is count, but the KPI above it adds up money.',
      'Sheet “KPI tree”, cell A5: “basket” takes rows that “orders” takes as well, so they would count twice.',
    ]);
    expect(sentences({ tree: UNITS }, 'zh-CN')[0]).toBe(
      '工作表“KPI tree”单元格 M4：该 KPI 的单位是 次数，而上级 KPI 汇总的是 金额。',
    );
  });

  test('a total among the factors of a total, with names and the words of the language', () => {
    const tree = [
      kpi('gmv', '', { operator: 'product', metric: 'gmv', name: 'GMV' }),
      kpi('tiktok', 'gmv', { metric: 'gmv', platform: 'tiktok', name: 'TikTok' }),
      kpi('orders', 'gmv', { metric: 'orders', name: 'Orders' }),
    ];
    expect(sentences({ tree })).toEqual([
      'Sheet “KPI tree”, cell A3: “TikTok” times “Orders” cannot make “GMV” (money). One factor is a total (orders, views), the others are rates or averages (CTR, AOV).',
    ]);
    const rates = [
      kpi('gmv', '', { operator: 'product', metric: 'gmv', name: 'GMV' }),
      kpi('aov', 'gmv', { metric: 'aov' }),
      kpi('cvr', 'gmv', { metric: 'cvr' }),
    ];
    expect(sentences({ tree: rates }, 'zh-CN')).toEqual([
      '工作表“KPI tree”单元格 C2：“GMV”的下级 KPI 按这种方式得不出它（金额），请核对哪些是金额、哪些是总量或比率。',
    ]);
  });

  test('segments that take the same rows, by what the accounts sheet knows of them', () => {
    const accounts = [
      { platform: 'youtube', id: 'UC1', name: 'Anna', market: 'US' },
      { platform: 'youtube', id: 'UC2', name: 'Bo', market: 'TH' },
    ];
    const segment = (id: string, more: RowValues): RowValues =>
      kpi(id, 'views', { kind: 'segment', metric: 'views', ...more });
    const tree = [
      kpi('views', '', { operator: 'sum', metric: 'views' }),
      segment('us', { market: 'us' }),
      segment('bo', { account: 'Bo' }),
      segment('bo again', { account: 'uc2', format: 'live' }),
      segment('tiktok', { platform: 'tiktok', market: 'TH' }),
    ];
    expect(sentences({ tree, accounts })).toEqual([
      'Sheet “KPI tree”, cell A5: “bo again” takes rows that “bo” takes as well, so they would count twice.',
    ]);
  });

  const RATIO: RowValues[] = [
    kpi('price', '', { operator: 'ratio', unit: 'money', name: 'Price' }),
    kpi('gmv', 'price', { metric: 'gmv' }),
    kpi('orders', 'price', { metric: 'orders' }),
  ];

  test('a division by a measured 0, with its week; the rest of the review goes on', () => {
    const rows: Rows = {
      tree: RATIO,
      imports: IMPORTS,
      performance: weeks({ gmv: 100, orders: 5 }, { gmv: 120, orders: 0 }),
    };
    const wanted =
      'Sheet “KPI tree”, cell C2: this KPI is divided by “orders”, which was 0 in 2026-W31; there is nothing to divide by.';
    expect(sentences(rows)).toEqual([wanted]);
    expect(sentences(rows, 'zh-CN')).toEqual([
      '工作表“KPI tree”单元格 C2：该 KPI 以“orders”为分母，而它在 2026-W31 为 0，无法相除。',
    ]);
    const built = build(rows);
    expect(line(built, 'gmv').actual.value).toBe(120);
    expect(line(built, 'price').actual.value).toBeNull();
    expect(built.review.notes.map(({ text }) => text)).toContain(wanted);
  });

  test('a denominator that was not measured is no fault', () => {
    const rows: Rows = {
      tree: RATIO,
      imports: IMPORTS,
      performance: weeks({ gmv: 100, orders: 5 }, { gmv: 120 }),
    };
    expect(sentences(rows)).toEqual([]);
  });

  test('more than 12 factors with a 0 among them', () => {
    const tree = [
      kpi('r', '', { operator: 'product' }),
      kpi('x', 'r', { metric: 'views' }),
      ...Array.from({ length: 12 }, (_, i) => kpi(`c${i}`, 'r', { kind: 'constant', coefficient: 2 })),
    ];
    const performance = weeks({ views: 0 }, { views: 5 });
    const built = build({ tree, imports: IMPORTS, performance });
    expect(built.issues.map((issue) => issueSentence('en', issue))).toEqual([
      'Sheet “KPI tree”, cell C2: more than 12 factors make this KPI, of which one is 0 or negative; their effects cannot be told apart.',
    ]);
    expect([line(built, 'r').effect, line(built, 'x').effect]).toEqual([5 * 2 ** 12, null]);
  });

  test('more than 12 factors, some of them one level further down, are named once, at what they make', () => {
    const constants = (parent: string, count: number) =>
      Array.from({ length: count }, (_, i) =>
        kpi(`${parent}${i}`, parent, { kind: 'constant', coefficient: 2 }),
      );
    const tree = [
      kpi('r', '', { operator: 'product' }),
      kpi('p', 'r', { operator: 'product' }),
      kpi('x', 'p', { metric: 'views' }),
      ...constants('p', 6),
      ...constants('r', 6),
    ];
    expect(sentences({ tree, imports: IMPORTS, performance: weeks({ views: 0 }, { views: 5 }) })).toEqual([
      'Sheet “KPI tree”, cell C2: more than 12 factors make this KPI, of which one is 0 or negative; their effects cannot be told apart.',
    ]);
  });

  test('a factor that was 0 is named with the method that took its product apart', () => {
    const tree = [
      kpi('r', '', { operator: 'product', name: 'Goal' }),
      kpi('v', 'r', { metric: 'views' }),
      kpi('l', 'r', { metric: 'likes' }),
    ];
    const notes = (language: Language): string[] =>
      build(
        { tree, imports: IMPORTS, performance: weeks({ views: 0, likes: 2 }, { views: 5, likes: 4 }) },
        { language },
      ).review.notes.map(({ text }) => text);
    expect(notes('en')).toContain(
      'Effects below Goal are shared by Shapley, since a factor was 0 or negative; all others by logarithmic mean or by addition.',
    );
    expect(notes('zh-CN')).toContain(
      'Goal 之下有因素为 0 或负数，其影响按 Shapley 值分摊；其余按对数平均或加减分摊。',
    );
  });
});

test('a KPI without a metric has what the KPIs below make of it, constants included', () => {
  const tree = [
    kpi('profit', '', { operator: 'difference', kind: 'formula', unit: 'money' }),
    kpi('sales', 'profit', { operator: 'product', kind: 'formula', unit: 'money' }),
    kpi('gmv', 'sales', { metric: 'gmv' }),
    kpi('margin', 'sales', { kind: 'constant', coefficient: 0.4 }),
    kpi('refunds', 'profit', { metric: 'refunds' }),
    kpi('mood', 'profit', { kind: 'influence', metric: 'likes' }),
  ];
  const built = build({
    tree,
    imports: IMPORTS,
    performance: weeks({ gmv: 1000, refunds: 50, likes: 1 }, { gmv: 1500, refunds: 70, likes: 9 }),
    targets: [{ node: 'profit', from: MONDAY, to: SUNDAY, target: 500 }],
  });
  const profit = line(built, 'profit');
  expect(profit.actual).toEqual({ value: 530, days: 7, of: 7, estimated: false });
  expect([profit.wow, profit.attainment]).toEqual([expect.closeTo(530 / 350 - 1, 12), 1.06]);
  expect(line(built, 'margin').actual.value).toBe(1);
  expect(['sales', 'gmv', 'margin', 'refunds'].map((id) => line(built, id).effect)).toEqual([
    200, 200, 0, -20,
  ]);
  expect(built.review.tree.every(({ unexplained }) => unexplained === null)).toBe(true);
  expect(built.issues).toEqual([]);
  // What never moves is no reason why the goal did.
  const { drivers, waterfall } = built.review.why;
  expect(drivers.map(({ id }) => id)).toEqual(['gmv', 'refunds']);
  expect(waterfall.map(({ kind }) => kind)).toEqual(['total', 'up', 'down', 'total']);
});

test('a constant that is measured all the same is a driver like any other', () => {
  const tree = [
    kpi('sum', '', { operator: 'sum', kind: 'formula' }),
    kpi('views', 'sum', { metric: 'views' }),
    kpi('likes', 'sum', { metric: 'likes', kind: 'constant' }),
  ];
  const performance = weeks({ views: 100, likes: 50 }, { views: 200, likes: 100 });
  const { drivers } = build({ tree, imports: IMPORTS, performance }).review.why;
  expect(drivers.map(({ id, effect }) => [id, effect])).toEqual([
    ['views', 100],
    ['likes', 50],
  ]);
});

test('a KPI that stayed as it was is a driver without effect, and no step of the waterfall', () => {
  const tree = [
    kpi('sum', '', { operator: 'sum', kind: 'formula' }),
    kpi('views', 'sum', { metric: 'views' }),
    kpi('likes', 'sum', { metric: 'likes' }),
  ];
  const performance = weeks({ views: 10, likes: 5 }, { views: 10, likes: 9 });
  const { drivers, waterfall } = build({ tree, imports: IMPORTS, performance }).review.why;
  expect(drivers.map(({ id, effect }) => [id, effect])).toEqual([
    ['likes', 4],
    ['views', 0],
  ]);
  expect(waterfall.map(({ from, to }) => [from, to])).toEqual([
    [0, 15],
    [15, 19],
    [0, 19],
  ]);
});

test('a KPI is made of those below it, but not of influences; one that is not in the tree is made of nothing', () => {
  const { settings } = readSettings(tableOf('settings', []), (sheet) => ({ sheet }));
  const rows = [
    kpi('views', '', { operator: 'sum' }),
    kpi('mood', 'views', { kind: 'influence', metric: 'likes' }),
    kpi('a', 'views', { metric: 'views' }),
  ];
  const { tree } = readTree(tableOf('tree', rows), settings, address);
  expect([0, 2, -1].map((row) => tree && operandsAt(tree, row))).toEqual([[2], [], []]);
});

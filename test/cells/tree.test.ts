/** Trees through the built functions: published decompositions, blank rows, words in both languages, faults. */
import { bare, column, expectCells, plain, sentenceOf } from './support.ts';

const run = bare();
const leaves = (...values: unknown[]): unknown[][] => column('', ...values);
const product = (count: number): unknown[][] => [
  ['p', '', 'product', ''],
  ...Array.from({ length: count }, (_, i) => [`x${i}`, 'p', '', '']),
];

describe('effects', () => {
  test.each([
    [
      [1, 10, 2],
      [4, 5, 3],
      [40, 50.47438029, -25.23719014, 14.76280986],
    ],
    [
      [4, 5, 3],
      [5, 6, 4],
      [60, 19.31568569, 15.78206435, 24.90224996],
    ],
    [
      [100000, 0.05, 0.02, 20],
      [150000, 0.04, 0.03, 18],
      [1240, 1042.184, -573.555, 1042.184, -270.813],
    ],
  ])('LMDI of a product %j → %j', (before, after, expected) => {
    const nodes = product(before.length);
    expectCells(run.KPI_EFFECTS!(nodes, leaves(...before), leaves(...after)), expected, 1e-5);
    expectCells(run.KPI_EFFECTS!(nodes, leaves(...before), leaves(...after), 'lmdi'), expected, 1e-5);
  });

  test.each([
    [
      [10930, 0.717892],
      [16591, 0.825974],
      [4369.913, 1487.262],
    ],
    [
      [0.6, 0.5],
      [0.3, 0.45],
      [-0.1425, -0.0225],
    ],
    [
      [100000, 0.05, 0.02, 20],
      [150000, 0.04, 0.03, 18],
      [1059.167, -597.5, 1059.167, -280.833],
    ],
  ])('Shapley of a product %j → %j', (before, after, expected) => {
    const result = run.KPI_EFFECTS!(product(before.length), leaves(...before), leaves(...after), 'Shapley');
    expectCells((plain(result) as unknown[]).slice(1), expected, 1e-5);
  });

  test('two categories summed, and a nested chain as the flat one', () => {
    const nodes = [
      ['all', '', 'sum', ''],
      ['one', 'all', 'product', ''],
      ...['a1', 'b1', 'c1'].map((id) => [id, 'one', '', '']),
      ['two', 'all', 'product', ''],
      ...['a2', 'b2', 'c2'].map((id) => [id, 'two', '', '']),
    ];
    const [before, after] = [column('', '', 1, 10, 2, '', 4, 5, 3), column('', '', 4, 5, 3, '', 5, 6, 4)];
    const cells = (plain(run.KPI_EFFECTS!(nodes, before, after)) as number[][]).map(([cell]) => cell!);
    expectCells(
      [cells[0], cells[2]! + cells[6]!, cells[3]! + cells[7]!, cells[4]! + cells[8]!],
      [100, 69.79006598, -9.455125793, 39.66505981],
      1e-8,
    );
    const nested = [
      ['p', '', 'product', ''],
      ['ab', 'p', 'product', ''],
      ['a', 'ab', '', ''],
      ['b', 'ab', '', ''],
      ['c', 'p', '', ''],
    ];
    const effects = run.KPI_EFFECTS!(nested, column('', '', 1, 10, 2), column('', '', 4, 5, 3));
    expectCells(effects, [40, 25.23719014, 50.47438029, -25.23719014, 14.76280986], 1e-8);
  });

  test('(revenue − cost) ÷ (m₁ + m₂), with words of both languages and coefficients', () => {
    const nodes = [
      ['r', '', '比率', ''],
      ['profit', 'r', 'Difference', ''],
      ['rev', 'profit', '', ''],
      ['cost', 'profit', '', 1],
      ['', '', '', ''],
      ['m', 'r', '求和', ''],
      ['m1', 'm', '', ''],
      ['m2', 'm', '', 0.5],
    ];
    const before = column('', '', 5000, 3000, '', '', 400, 200);
    const after = column('', '', 6200, 3300, '', '', 500, 160);
    const cells = plain(run.KPI_EFFECTS!(nodes, before, after)) as unknown[][];
    expect(cells[4]).toEqual(['']);
    expectCells(
      [cells[0], cells[2], cells[3], cells[6], cells[7]],
      [1, 2.2202, -0.555, -0.8314, 0.1663],
      1e-4,
    );
  });

  test('a factor of zero takes no epsilon: Shapley, and by name the published limit', () => {
    const args = [product(3), leaves(0, 2, 3), leaves(4, 5, 3)];
    expectCells(run.KPI_EFFECTS!(...args, 'lmdi'), [60, 60, 0, 0]);
    expectCells(run.KPI_EFFECTS!(...args), [60, 42, 18, 0]);
  });
});

describe('roll-up', () => {
  test('a node’s own value stands; one bad value shows its code and all above it', () => {
    const nodes = [
      ['gmv', '', 'sum', ''],
      ['a', 'gmv', 'product', 2],
      ['a1', 'a', '', ''],
      ['a2', 'a', '', ''],
      ['b', 'gmv', '', ''],
    ];
    expectCells(run.KPI_TREE!(nodes, column('', '', 3, 4, 5)), [29, 12, 3, 4, 5]);
    expectCells(run.KPI_TREE!(nodes, column(30, '', 3, 4, 5)), [30, 12, 3, 4, 5]);
    expectCells(run.KPI_TREE!(nodes, column('', '', 3, '', 5)), ['', '', 3, '', 5]);
    expectCells(run.KPI_TREE!(nodes, column('', '', 'x', 4, 5)), [
      '#NOT_A_NUMBER',
      '#NOT_A_NUMBER',
      '#NOT_A_NUMBER',
      4,
      5,
    ]);
  });

  test('a tree of one node is a single cell', () => {
    expectCells(run.KPI_TREE!('gmv', 5), [[5]]);
    expectCells(run.KPI_TREE!([['gmv', '', '', '']], 5), [[5]]);
  });

  test('columns up to the kind leave influences out', () => {
    const nodes = [
      ['gmv', '', 'product', '', 'GMV', 'Metric'],
      ['orders', 'gmv', '', '', 'Orders', '指标'],
      ['aov', 'gmv', '', '', 'AOV', ''],
      ['likes', 'gmv', '', '', 'Likes', '影响因素'],
    ];
    expectCells(run.KPI_TREE!(nodes, column('', 3, 4, 100)), [12, 3, 4, 100]);
  });
});

describe('cascade', () => {
  const nodes = [
    ['gmv', '', 'product', ''],
    ['orders', 'gmv', '', ''],
    ['aov', 'gmv', '', ''],
    ['', '', '', ''],
  ];
  const baselines = column('', 100, 20, '');

  test('shares growth, by weights where they are given, around what is locked', () => {
    expectCells(run.KPI_CASCADE!(nodes, baselines, 2420), [2420, 110, 22, '']);
    expectCells(run.KPI_CASCADE!(nodes, baselines, 2420, column('', 1, '', '')), [2420, 121, 20, '']);
    expectCells(run.KPI_CASCADE!(nodes, baselines, 2420, '', column('', '', 24.2, '')), [
      2420,
      100,
      24.2,
      '',
    ]);
  });

  test('the targets roll up to the root’s', () => {
    const targets = plain(run.KPI_CASCADE!(nodes, baselines, 3333)) as unknown[][];
    expectCells(run.KPI_TREE!(nodes, column('', targets[1]?.[0], targets[2]?.[0], '')), targets.flat());
  });

  test('who cannot move says so in his cell', () => {
    const locked = column('', 110, 20, '');
    expect(plain(run.KPI_CASCADE!(nodes, baselines, 2420, '', locked))).toEqual(
      column('#ALL_LOCKED', '', '', ''),
    );
  });
});

test.each([
  [[['a', '', '', '']], column(1, 2), '', 'The ranges differ in length.'],
  [[['a', '', 'sum', '']], column(1), '', 'Row 1 of the nodes has the operator “sum”, but no children.'],
  [[['', '', '', '']], column(1), '', 'The nodes are empty.'],
  [[['', 'x', '', '']], column(1), '', 'Row 1 of the nodes has no ID.'],
  [
    [
      ['a', '', 'sum', ''],
      ['b', 'c', '', ''],
    ],
    column(1, 2),
    '',
    'Row 2 of the nodes: there is no node “c” to be the parent.',
  ],
  [
    [
      ['a', '', '', ''],
      ['b', '', '', ''],
    ],
    column(1, 2),
    '',
    'Row 2 of the nodes: “b” has no parent, but “a” is the root already.',
  ],
  [
    [
      ['a', 'b', 'sum', ''],
      ['b', 'a', 'sum', ''],
    ],
    column(1, 2),
    '',
    'Row 1 of the nodes: nodes form a circle: a > b > a.',
  ],
  [
    [
      ['a', '', 'plus', ''],
      ['b', 'a', '', ''],
    ],
    column(1, 2),
    '',
    'Row 1 of the nodes: “plus” is not one of sum, product, ratio, difference.',
  ],
  [
    [
      ['a', '', '', ''],
      ['b', 'a', '', ''],
    ],
    column(1, 2),
    '',
    'Row 1 of the nodes has children, but no operator (sum, product, ratio, difference).',
  ],
  [
    [
      ['a', '', 'ratio', ''],
      ['b', 'a', '', ''],
    ],
    column(1, 2),
    '',
    'Row 1 of the nodes: a ratio needs exactly two children; it has 1.',
  ],
  [
    [
      ['a', '', 'sum', ''],
      ['b', 'a', '', 'x'],
    ],
    column(1, 2),
    '',
    'Row 2 of the nodes: “x” cannot be a coefficient.',
  ],
  [[['a', '', '', '']], column(1), 'fast', 'This method is not known: use "auto", "lmdi" or "shapley".'],
])('the nodes %j are refused', (nodes, values, method, sentence) => {
  expect(sentenceOf(() => run.KPI_EFFECTS!(nodes, values, values, method))).toBe(sentence);
});

test('the target of a cascade must be a number', () => {
  expect(sentenceOf(() => run.KPI_CASCADE!([['a']], 1, 'x'))).toBe('This is not a number.');
  expectCells(run.KPI_CASCADE!([['a']], 1, ''), [['']]);
});

/** Trees through the built functions: published decompositions, blank rows, words in both languages, faults. */
import { bare, column, expectCells, inSpreadsheet, plain, sentenceOf } from './support.ts';

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

  test('mixed (A + B) · C, and Shapley of a difference', () => {
    const nodes = [
      ['c', 'r', '', ''],
      ['a', 's', '', ''],
      ['s', 'r', 'SUM', ''],
      ['b', ' s ', '', ''],
      ['r', '', 'Product', ''],
    ];
    const effects = run.KPI_EFFECTS!(nodes, column(2, 100, '', 100, ''), column(3, 130, '', 70, ''));
    expectCells(effects, [200, 73.9891, 0, -73.9891, 200], 1e-5);
    const difference = [
      ['d', '', '差', ''],
      ...product(2)
        .slice(1)
        .map(([id]) => [id, 'd', '', '']),
    ];
    expectCells(
      run.KPI_EFFECTS!(difference, leaves(19.4, 10.8), leaves(23.7, 9.5), 'shapley'),
      [5.6, 4.3, 1.3],
    );
  });

  test('a chain of ratios (DuPont) as its flat form, also where a year of loss calls for Shapley', () => {
    const roe = [
      ['roe', '', 'product', ''],
      ['margin', 'roe', 'ratio', ''],
      ['income', 'margin', '', ''],
      ['sales', 'margin', '', ''],
      ['turnover', 'roe', '', ''],
      ['leverage', 'roe', 'ratio', ''],
      ['assets', 'leverage', '', ''],
      ['equity', 'leverage', '', ''],
    ];
    const flatRoe = [
      ['roe', '', 'ratio', ''],
      ['over', 'roe', 'product', ''],
      ['under', 'roe', 'product', ''],
      ['income', 'over', '', ''],
      ['sales', 'under', '', ''],
      ['turnover', 'over', '', ''],
      ['assets', 'over', '', ''],
      ['equity', 'under', '', ''],
    ];
    const rowOf = (nodes: unknown[][], id: string): number => nodes.findIndex(([name]) => name === id);
    const names = ['income', 'sales', 'turnover', 'assets', 'equity'];
    for (const income of [100, -100]) {
      const before: Record<string, number> = {
        income,
        sales: 1000,
        turnover: 1.25,
        assets: 800,
        equity: 400,
      };
      const after: Record<string, number> = {
        income: 120,
        sales: 1100,
        turnover: 1.3,
        assets: 850,
        equity: 400,
      };
      const effectsIn = (nodes: unknown[][]): number[] => {
        const cells = (values: Record<string, number>) =>
          column(...nodes.map(([id]) => values[String(id)] ?? ''));
        const result = plain(run.KPI_EFFECTS!(nodes, cells(before), cells(after))) as number[][];
        return ['roe', ...names].map((id) => result[rowOf(nodes, id)]![0]!);
      };
      const [change = 0, ...effects] = effectsIn(roe);
      expectCells(effectsIn(flatRoe), [change, ...effects]);
      expect(change).toBeCloseTo((120 / 1100) * 1.3 * (850 / 400) - (income / 1000) * 1.25 * 2, 12);
      expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(change, 12);
      expect(effects[4]).toBe(0);
    }
  });

  test('price, volume and a product that is new: all of its revenue is shared by its price and its volume', () => {
    const nodes = [
      ['revenue', '', 'sum', ''],
      ['a', 'revenue', 'product', ''],
      ['a price', 'a', '', ''],
      ['a volume', 'a', '', ''],
      ['', '', '', ''],
      ['b', 'revenue', 'product', ''],
      ['b price', 'b', '', ''],
      ['b volume', 'b', '', ''],
    ];
    const [before, after] = [column('', '', 10, 100, '', '', 0, 0), column('', '', 11, 120, '', '', 19, 60)];
    const effects = run.KPI_EFFECTS!(nodes, before, after);
    const price = (320 / Math.log(1.32)) * Math.log(1.1); // L(1320, 1000) · ln(11 ÷ 10)
    expectCells(effects, [1460, 320, price, 320 - price, '', 1140, 570, 570]);
    expectCells(run.KPI_EFFECTS!(nodes, before, after, 'lmdi'), effects);
  });

  test('a node with values of its own: what its children leave unexplained is its row less theirs', () => {
    const nodes = [
      ['r', '', 'sum', ''],
      ['p', 'r', 'product', ''],
      ['a', 'p', '', ''],
      ['b', 'p', '', ''],
      ['c', 'r', '', ''],
    ];
    const cells = run.KPI_EFFECTS!(nodes, column('', 7, 2, 3, 10), column('', 14, 3, 4, 11));
    const [root, p, a, b, c] = (plain(cells) as number[][]).map(([cell]) => cell as number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect([root, p, c]).toEqual([8, 7, 1]);
    expect(a + b).toBeCloseTo(3 * 4 - 2 * 3, 12); // of the 7, so that 1 is left
  });

  test('a value that is none spoils every effect, and says what it is', () => {
    const nodes = product(2);
    expect(plain(run.KPI_EFFECTS!(nodes, leaves(10, '5%'), leaves(12, 0.06)))).toEqual(
      column(...new Array(3).fill('#NOT_A_NUMBER')),
    );
    expect(plain(run.KPI_EFFECTS!(nodes, leaves(10, '#NOT_ENOUGH_DATA'), leaves(12, 6)))).toEqual(
      column(...new Array(3).fill('#NOT_ENOUGH_DATA')),
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

  test('parents below their children, gaps, number ids, full-width letters and capitals', () => {
    const nodes = [
      ['2', '1', '', ''],
      ['', '', '', ''],
      [' 1 ', '', '\u3000ＰＲＯＤＵＣＴ', ''],
      ['３', 1, '', 2],
      ['', '', '', ''],
    ];
    expectCells(run.KPI_TREE!(nodes, column(4, '', '', 5, '')), [4, '', 40, 5, '']);
    expectCells(run.KPI_CASCADE!(nodes, column(4, '', '', 5, ''), 160), [8, '', 160, 10, '']);
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

  test('who cannot move says so in his cell, and so do all below', () => {
    const locked = column('', 110, 20, '');
    expect(plain(run.KPI_CASCADE!(nodes, baselines, 2420, '', locked))).toEqual(
      column('#ALL_LOCKED', '#ALL_LOCKED', '#ALL_LOCKED', ''),
    );
    expect(plain(run.KPI_CASCADE!(nodes, column('', 100, 0, ''), 2420))).toEqual(
      column(2420, '#NEEDS_POSITIVE', '#NEEDS_POSITIVE', ''),
    );
  });

  test('a bad weight or lock spoils its siblings and what hangs below them, and no other target', () => {
    const teams = [
      ['gmv', '', 'sum', ''],
      ['us', 'gmv', 'product', ''],
      ['orders', 'us', '', ''],
      ['aov', 'us', '', ''],
      ['th', 'gmv', '', ''],
    ];
    const now = column('', '', 10, 10, 100);
    const bad = '#NOT_A_NUMBER';
    expectCells(run.KPI_CASCADE!(teams, now, 242, column('', '', 'much', '', '')), [242, 121, bad, bad, 121]);
    expectCells(run.KPI_CASCADE!(teams, now, 242, '', column('', '', '', '#REF!', '')), [
      242,
      121,
      bad,
      bad,
      121,
    ]);
    expectCells(run.KPI_CASCADE!(teams, now, 242, column('', -1, '', '', 1)), [
      242,
      ...new Array(4).fill('#NOT_NEGATIVE'),
    ]);
    expectCells(run.KPI_CASCADE!(teams, now, 220, 1), [220, 110, ...new Array(2).fill(Math.sqrt(110)), 110]);
  });

  test('constants keep their value where the kind is among the nodes', () => {
    const watch = [
      ['hours', '', 'product', '', 'Hours', 'Formula'],
      ['views', 'hours', '', '', 'Views', 'Metric'],
      ['seconds', 'hours', '', '', 'Seconds', '指标'],
      ['per hour', 'hours', '', 1 / 3600, 'Per hour', '常数'],
    ];
    expectCells(run.KPI_TREE!(watch, column('', 100, 72, '')), [2, 100, 72, 1]);
    expectCells(run.KPI_CASCADE!(watch, column('', 100, 72, ''), 2.42), [2.42, 110, 79.2, 1]);
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

test('words of both languages and signs, dates as ids, single values for every row', () => {
  const kids = [
    ['a', 'r', '', ''],
    ['b', 'r', '', ''],
  ];
  for (const [operator, value] of [
    ['×', 10],
    ['乘', 10],
    ['／', 2.5],
    ['除', 2.5],
    ['+', 7],
    ['加', 7],
    ['－', 3],
    ['减', 3],
  ])
    expectCells(run.KPI_TREE!([['r', '', operator, ''], ...kids], leaves(5, 2)), [value, 5, 2]);
  const product2 = product(2);
  const args = [product2, leaves(0.6, 0.5), leaves(0.3, 0.45)] as const;
  for (const [word, method] of [
    ['沙普利', 'shapley'],
    ['自动', 'auto'],
    ['对数平均', 'lmdi'],
    ['ＬＭＤＩ', 'lmdi'],
  ])
    expect(plain(run.KPI_EFFECTS!(...args, word))).toEqual(plain(run.KPI_EFFECTS!(...args, method)));
  expectCells(run.KPI_TREE!(product2, 5), [5, 5, 5]);
  expectCells(run.KPI_EFFECTS!(product2, leaves(1, 2), leaves(3, 2)), [4, 4, 0]);
  const cells = inSpreadsheet('Asia/Shanghai');
  const day = new Date('2026-11-10T16:00:00Z'); // 11 November there
  const dated = [
    [day, '', 'sum', ''],
    ['a', '2026-11-11', '', ''],
    ['b', day, '', ''],
  ];
  expectCells(cells.KPI_TREE!(dated, leaves(1, 2)), [3, 1, 2]);
});

test('a Chinese spreadsheet is told in Chinese words what an operator may be', () => {
  const cells = inSpreadsheet('UTC', 'zh_CN');
  const kid = ['b', 'a', '', ''];
  expect(sentenceOf(() => cells.KPI_TREE!([['a', '', '平均', ''], kid], 1))).toBe(
    '节点第 1 行：“平均”不是求和、乘积、比率、差之一。',
  );
  expect(sentenceOf(() => cells.KPI_TREE!([['a', '', 'sum', '']], 1))).toBe(
    '节点第 1 行的合成方式为“求和”，但没有下级。',
  );
});

test('teams without baselines share a target by their weights', () => {
  const teams = [
    ['gmv', '', 'sum', ''],
    ['us', 'gmv', '', ''],
    ['th', 'gmv', '', ''],
  ];
  expectCells(run.KPI_CASCADE!(teams, column('', '', ''), 1000, column('', 3, 1)), [1000, 750, 250]);
  expectCells(run.KPI_CASCADE!(teams, '', 1000, 1), [1000, 500, 500]);
  expect(plain(run.KPI_CASCADE!(teams, '', 1000))).toEqual(
    column(1000, '#NEEDS_BASELINE', '#NEEDS_BASELINE'),
  );
});

describe('mix and rate', () => {
  const [w0, r0] = [column(30, 100, 70), column(0.02, 0.06, 0.05)];
  const [w1, r1] = [column(50, 110, 75), column(0.019, 0.062, 0.05)];

  test('a row that cannot be read shows its code and is no part of the whole', () => {
    const rest = (cells: unknown[][]) => cells.slice(1);
    const without = plain(run.KPI_MIX_RATE!(rest(w0), rest(r0), rest(w1), rest(r1))) as unknown[][];
    const change = (110 * 0.062 + 75 * 0.05) / 185 - (100 * 0.06 + 70 * 0.05) / 170;
    expect((without.flat() as number[]).reduce((a, b) => a + b)).toBeCloseTo(change, 15);
    const shows = (code: string) => [[code, code], ...without];
    expect(plain(run.KPI_MIX_RATE!(w0, column('n/a', 0.06, 0.05), w1, r1))).toEqual(shows('#NOT_A_NUMBER'));
    expect(plain(run.KPI_MIX_RATE!(w0, r0, column(-50, 110, 75), r1))).toEqual(shows('#NOT_NEGATIVE'));
    expect(plain(run.KPI_MIX_RATE!(w0, r0, w1, column('#NEEDS_BASELINE', 0.062, 0.05)))).toEqual(
      shows('#NEEDS_BASELINE'),
    );
    expect(plain(run.KPI_MIX_RATE!(w0, r0, w1, column('', 0.062, 0.05)))).toEqual(shows('#NOT_MEASURED'));
  });

  test('single values go with every row that is not empty', () => {
    const [w, r] = [column(10, '', 20), column(0.1, '', 0.3)];
    const alike = (value: unknown) => column(value, '', value);
    expect(plain(run.KPI_MIX_RATE!(w, 0.2, 5, r))).toEqual(
      plain(run.KPI_MIX_RATE!(w, alike(0.2), alike(5), r)),
    );
    expect((plain(run.KPI_MIX_RATE!(w, 0.2, [[5]], r)) as unknown[][])[1]).toEqual(['', '']);
  });

  test('every row bad, every row empty, and a single value that is bad', () => {
    const bad = column('x', 'y', 'z');
    expect(plain(run.KPI_MIX_RATE!(bad, r0, w1, r1))).toEqual(
      new Array(3).fill(['#NOT_A_NUMBER', '#NOT_A_NUMBER']),
    );
    const empty = column('', '');
    expect(plain(run.KPI_MIX_RATE!(empty, empty, empty, empty))).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(sentenceOf(() => run.KPI_MIX_RATE!('x', 0.1, 2, 0.2))).toBe('This is not a number.');
    expect(sentenceOf(() => run.KPI_MIX_RATE!(column(0, 0), column(1, 1), column(1, 1), column(1, 1)))).toBe(
      'Cannot divide by 0.',
    );
  });
});

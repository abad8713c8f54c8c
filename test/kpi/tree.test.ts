import fc from 'fast-check';
import { checkDenominators, checkSegments, checkUnits } from '../../src/kpi/check-tree.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { anyCell, expectFinite } from './cells.ts';

const treeOf = (rows: readonly (readonly Cell[])[]): Tree => {
  const { tree, issues } = parseTree(rows);
  expect(issues).toEqual([]);
  return tree as Tree;
};
const codesOf = (rows: readonly (readonly Cell[])[]): string[] =>
  parseTree(rows).issues.map(({ code, values }) => `${code}@${values?.row ?? ''}`);

const GMV: readonly (readonly Cell[])[] = [
  ['gmv', '', 'product', ''],
  ['orders', 'gmv', 'product', ''],
  ['', '', '', ''],
  ['impressions', 'orders', '', null],
  ['ctr', 'orders', '', 1],
  ['ctor', 'orders', '', 1],
  ['aov', 'gmv', '', 1],
];

test('a tree is read by row, empty rows and number ids included', () => {
  const tree = treeOf(GMV);
  expect(tree.root).toBe(0);
  expect(tree.order).toEqual([0, 1, 6, 3, 4, 5]);
  expect(tree.children[1]).toEqual([3, 4, 5]);
  expect(
    treeOf([
      [1, '', 'SUM', ''],
      [' 1.1 ', 1, '', 2],
    ]).coefficients,
  ).toEqual([1, 2]);
});

test('each fault is an issue with its row', () => {
  const root: Cell[] = ['r', '', 'sum', ''];
  const leaf: Cell[] = ['a', 'r', '', ''];
  expect(codesOf([])).toEqual(['TREE_EMPTY@']);
  expect(codesOf([['', '', '', '']])).toEqual(['TREE_EMPTY@']);
  expect(codesOf([root, leaf, ['', 'r', '', 3]])).toEqual(['NODE_WITHOUT_ID@2']);
  expect(codesOf([root, leaf, ['a', 'r', '', '']])).toEqual(['DUPLICATE_ID@2']);
  expect(codesOf([root, ['a', 'x', '', '']])).toEqual(['UNKNOWN_PARENT@1']);
  expect(codesOf([root, leaf, ['s', '', '', '']])).toEqual(['SECOND_ROOT@2']);
  expect(codesOf([root, leaf, ['b', 'c', 'sum', ''], ['c', 'b', 'sum', '']])).toEqual(['CYCLE@2']);
  expect(codesOf([['a', 'a', 'sum', '']])).toEqual(['CYCLE@0']);
  expect(codesOf([['r', '', 'mean', ''], leaf])).toEqual(['UNKNOWN_OPERATOR@0']);
  expect(codesOf([root, ['a', 'r', 'sum', '']])).toEqual(['OPERATOR_WITHOUT_CHILDREN@1']);
  expect(codesOf([['r', '', '', ''], leaf])).toEqual(['CHILDREN_WITHOUT_OPERATOR@0']);
  expect(codesOf([['r', '', 'ratio', ''], leaf])).toEqual(['RATIO_NEEDS_TWO@0']);
  expect(codesOf([root, ['a', 'r', '', 'twice']])).toEqual(['BAD_COEFFICIENT@1']);
  expect(
    codesOf([
      ['r', '', 'product', ''],
      ['a', 'r', '', 0],
    ]),
  ).toEqual(['BAD_COEFFICIENT@1']);
  expect(codesOf([root, ['a', 'r', 'mean', 'twice'], ['b', 'r', 'sum', '']])).toEqual([
    'UNKNOWN_OPERATOR@1',
    'BAD_COEFFICIENT@1',
    'OPERATOR_WITHOUT_CHILDREN@2',
  ]);
});

test.each([
  ['sum', 7, ['+', '＋', '加']],
  ['product', 10, ['×', '*', '＊', '乘']],
  ['ratio', 2.5, ['÷', '/', '／', '除']],
  ['difference', 3, ['−', '-', '－', '减']],
])('signs for %s', (_, value, signs) => {
  for (const sign of signs) {
    const { tree } = parseTree([
      ['r', '', sign, ''],
      ['a', 'r', '', ''],
      ['b', 'r', '', ''],
    ]);
    expect([sign, rollUp(tree as Tree, ['', 5, 2]).values[0]]).toEqual([sign, value]);
  }
});

test('an issue says what was found, what would be right, and where', () => {
  const place = (row: number, column: string) => ({ sheet: 'KPI tree', cell: `${column}${row + 2}` });
  const { issues } = parseTree(
    [
      ['b', 'c', 'sum', ''],
      ['c', 'b', 'sum', ''],
      ['r', '', 'mean', ''],
    ],
    place,
  );
  expect(issues).toEqual([
    {
      code: 'UNKNOWN_OPERATOR',
      values: { row: 2, column: 'operator' },
      at: { sheet: 'KPI tree', cell: 'operator4' },
      found: 'mean',
      expected: 'sum, product, ratio, difference',
    },
    {
      code: 'CYCLE',
      values: { row: 0, column: 'parent' },
      at: { sheet: 'KPI tree', cell: 'parent2' },
      found: 'b > c > b',
    },
  ]);
});

test('every fault stands at the cell where it is mended', () => {
  const place = (row: number, column: string) => ({ sheet: 'T', cell: `${column}${row}` });
  const told = (rows: readonly (readonly Cell[])[]) =>
    parseTree(rows, place).issues.map(({ code, at, found, expected }) => [code, at?.cell, found, expected]);
  const nothing = undefined;
  expect(told([['r'], ['', 'r']])).toEqual([['NODE_WITHOUT_ID', 'id1', nothing, nothing]]);
  expect(
    told([
      ['r', '', 'sum'],
      ['a', 'r'],
      ['a', 'r'],
    ]),
  ).toEqual([['DUPLICATE_ID', 'id2', 'a', nothing]]);
  expect(told([['r'], ['a', 'x']])).toEqual([['UNKNOWN_PARENT', 'parent1', 'x', nothing]]);
  expect(told([['r'], ['s']])).toEqual([['SECOND_ROOT', 'parent1', 's', 'r']]);
  expect(told([['r', '', 'sum']])).toEqual([['OPERATOR_WITHOUT_CHILDREN', 'operator0', 'sum', nothing]]);
  expect(told([['r'], ['a', 'r']])).toEqual([['CHILDREN_WITHOUT_OPERATOR', 'operator0', nothing, nothing]]);
  expect(
    told([
      ['r', '', 'ratio'],
      ['a', 'r'],
    ]),
  ).toEqual([['RATIO_NEEDS_TWO', 'operator0', '1', '2']]);
  for (const bad of ['much', Number.POSITIVE_INFINITY, true]) {
    expect(
      told([
        ['r', '', 'sum'],
        ['a', 'r', '', bad],
      ]),
    ).toEqual([['BAD_COEFFICIENT', 'coefficient1', String(bad), nothing]]);
  }
  for (const operator of ['product', 'ratio']) {
    expect(
      told([
        ['r', '', operator],
        ['a', 'r'],
        ['b', 'r', '', 0],
      ]),
    ).toEqual([['BAD_COEFFICIENT', 'coefficient2', '0', nothing]]);
  }
});

test('faults of different kinds are all listed, but for those that another one makes', () => {
  const rows: Cell[][] = [
    ['r', '', 'product', ''],
    ['a', 'r', '', 0],
    ['b', 'nowhere', '', ''],
    ['c', 'r', 'ratio', ''],
    ['d', 'c', '', ''],
    ['e', 'c', '', ''],
    ['f', 'c', '', ''],
    ['g', 'r', '', ''],
    ['h', 'g', '', ''],
    ['i', 'r', 'sum', ''],
  ];
  expect(codesOf(rows)).toEqual([
    'UNKNOWN_PARENT@2',
    'BAD_COEFFICIENT@1',
    'RATIO_NEEDS_TWO@3',
    'CHILDREN_WITHOUT_OPERATOR@7',
  ]);
  expect(parseTree([], (row, column) => ({ sheet: 'T', cell: `${column}${row}` })).issues).toEqual([
    { code: 'TREE_EMPTY', at: { sheet: 'T', cell: 'id0' } },
  ]);
});

test('parents below their children, full-width letters, spaces and capitals', () => {
  const tree = treeOf([
    ['a', 'ｇｍｖ', '', ''],
    ['\u3000b ', '\u00a0gmv', ' Ｓｕｍ ', ''],
    ['', '', '', ''],
    [1, 'b', '', ''],
    ['２', 'b', '', ''],
    ['gmv', '', 'PRODUCT ', ''],
  ]);
  expect(tree.root).toBe(5);
  expect(rollUp(tree, [3, '', '', 4, 5, '']).values).toEqual([3, 9, null, 4, 5, 27]);
});

test('a constant is 1 unless it has a value, and counts its coefficient', () => {
  const tree = treeOf([
    ['hours', '', 'product', ''],
    ['views', 'hours', '', ''],
    ['seconds', 'hours', '', ''],
    ['per hour', 'hours', '', 1 / 3600, 'constant'],
  ]);
  expect(rollUp(tree, ['', 100, 72, '']).values).toEqual([2, 100, 72, 1]);
  expect(rollUp(tree, ['', 100, 72, 2]).values[0]).toBe(4);
});

test('an influence hangs on its parent without taking part in its arithmetic', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['a', 'r', '', 2],
    ['mood', 'r', '', '', 'influence'],
  ]);
  expect(rollUp(tree, ['', 5, 99]).values).toEqual([10, 5, 99]);
});

test('roll-up by every operator and coefficient', () => {
  const tree = treeOf(GMV);
  const { values } = rollUp(tree, ['', '', '', 100000, 0.05, 0.02, 20]);
  expect(values[0]).toBeCloseTo(2000, 9);
  expect(values[2]).toBeNull();
  const mixed = treeOf([
    ['seconds', '', 'ratio', ''],
    ['hours', 'seconds', 'difference', 3600],
    ['views', 'seconds', 'sum', ''],
    ['gross', 'hours', '', ''],
    ['bots', 'hours', '', ''],
    ['loops', 'hours', '', 0.5],
    ['a', 'views', '', ''],
    ['b', 'views', '', ''],
  ]);
  expect(rollUp(mixed, ['', '', '', 20, 4, 12, 600, 400]).values[0]).toBe(36);
});

test('a measured parent keeps its value, and what its children leave unexplained is shown', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['p', 'r', 'sum', ''],
    ['a', 'p', '', ''],
    ['b', 'p', '', ''],
    ['c', 'r', '', ''],
  ]);
  const result = rollUp(tree, ['', 100, 60, 30, 7]);
  expect(result.values).toEqual([107, 100, 60, 30, 7]);
  expect(result.computed[1]).toBe(90);
  expect(result.unexplained).toEqual([null, 10, null, null, null]);
});

test('not measured is not 0, and a zero denominator is a fault of its ratio and of what it makes', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['q', 'r', 'ratio', ''],
    ['n', 'q', '', ''],
    ['d', 'q', '', ''],
    ['c', 'r', '', ''],
  ]);
  expect(rollUp(tree, ['', '', 1, '', 5]).values).toEqual([null, null, 1, null, 5]);
  const fault = { fault: 'ZERO_DENOMINATOR' };
  expect(rollUp(tree, ['', '', 1, 0, '']).values).toEqual([fault, fault, 1, 0, null]);
  expect(rollUp(tree, ['', 3, 1, 0, 5]).values[0]).toBe(8);
  expect(rollUp(tree, ['', '', 'x', 2, 5]).values[0]).toEqual({ fault: 'NOT_A_NUMBER' });
});

test('units that clash and segments that overlap', () => {
  const tree = treeOf([
    ['gmv', '', 'sum', ''],
    ['tiktok', 'gmv', '', ''],
    ['tiktok us', 'gmv', '', ''],
    ['shopee', 'gmv', '', ''],
    ['orders', 'gmv', '', ''],
    ['orders in money', 'gmv', '', 20],
  ]);
  const units = ['money', 'money', null, 'money', 'count', 'count'] as const;
  expect(checkUnits(tree, units)).toEqual([
    { code: 'UNIT_CLASH', found: 'count', expected: 'money', values: { row: 4 } },
  ]);
  const filters = [
    null,
    { platform: 'tiktok' },
    { platform: 'tiktok', market: 'US' },
    { platform: 'shopee' },
    null,
  ];
  expect(checkSegments(tree, filters)).toEqual([
    { code: 'SEGMENTS_OVERLAP', found: 'tiktok us', values: { row: 2, with: 'tiktok' } },
  ]);
});

test('what clashes and what overlaps is told with its place', () => {
  const place = (row: number, column: string) => ({ sheet: 'T', cell: `${column}${row}` });
  const tree = treeOf([
    ['gmv', '', 'difference', ''],
    ['sales', 'gmv', 'sum', ''],
    ['returns', 'gmv', '', ''],
    ['x', 'sales', '', ''],
    ['y', 'sales', '', ''],
    ['z', 'sales', '', ''],
  ]);
  expect(checkUnits(tree, ['money', 'money', 'count', 'money', 'hours', 'money'], place)).toEqual([
    {
      ...{ code: 'UNIT_CLASH', found: 'count', expected: 'money', values: { row: 2 } },
      at: { sheet: 'T', cell: 'unit2' },
    },
    {
      ...{ code: 'UNIT_CLASH', found: 'hours', expected: 'money', values: { row: 4 } },
      at: { sheet: 'T', cell: 'unit4' },
    },
  ]);
  const [all, one] = [{}, { account: 'a' }];
  expect(checkSegments(tree, [null, null, null, one, all, one], place)).toEqual(
    (
      [
        [4, 'y', 'x'],
        [5, 'z', 'x'],
        [5, 'z', 'y'],
      ] as const
    ).map(([at, found, other]) => ({
      ...{ code: 'SEGMENTS_OVERLAP', found, values: { row: at, with: other } },
      at: { sheet: 'T', cell: `id${at}` },
    })),
  );
  // Parts of a difference are taken off one another, and segments of two accounts or platforms share nothing.
  expect(checkSegments(tree, [null, one, one, null, null, null])).toEqual([]);
  expect(checkSegments(tree, [null, null, null, one, { account: 'b' }, null])).toEqual([]);
  // One child alone clashes with its parent, where it counts once or is taken off once, and not at any other number.
  const counted = (coefficient: Cell) =>
    checkUnits(
      treeOf([
        ['r', '', 'sum', ''],
        ['a', 'r', '', coefficient],
      ]),
      ['money', 'count'],
    ).length;
  expect([1, -1, 2, 0.5, -2].map(counted)).toEqual([1, 1, 0, 0, 0]);
});

test('a part that is taken off doubles nothing, and other metrics are other rows', () => {
  const tree = treeOf([
    ['elsewhere', '', 'sum', ''],
    ['all', 'elsewhere', '', ''],
    ['tiktok', 'elsewhere', '', -1],
    ['ads', 'elsewhere', '', ''],
  ]);
  const filters = [null, { metric: 'gmv' }, { metric: 'gmv', platform: 'tiktok' }, { metric: 'revenue_ads' }];
  expect(checkSegments(tree, filters)).toEqual([]);
  expect(checkUnits(tree, ['money', 'money', 'count', null])).toMatchObject([{ values: { row: 2 } }]);
});

test('a denominator of 0 is an issue of its ratio, one that was not measured is none', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['aov', 'r', 'ratio', ''],
    ['gmv', 'aov', '', ''],
    ['orders', 'aov', 'difference', ''],
    ['placed', 'orders', '', ''],
    ['cancelled', 'orders', '', ''],
  ]);
  const place = (row: number, column: string) => ({ sheet: 'T', cell: `${column}${row}` });
  expect(checkDenominators(tree, ['', '', 9, '', 5, 5], place)).toEqual([
    { code: 'ZERO_DENOMINATOR', found: 'orders', values: { row: 1 }, at: { sheet: 'T', cell: 'operator1' } },
  ]);
  expect(checkDenominators(tree, ['', '', 9, '', 5, ''])).toEqual([]);
  expect(checkDenominators(tree, ['', '', 9, '', 5, 4])).toEqual([]);
});

test('units multiply in products, and a node without a unit asks nothing', () => {
  const tree = treeOf([
    ['gmv', '', 'product', ''],
    ['orders', 'gmv', 'sum', ''],
    ['aov', 'gmv', '', ''],
    ['a', 'orders', '', ''],
  ]);
  expect(checkUnits(tree, ['money', 'count', 'money', 'count'])).toEqual([]);
  expect(checkUnits(tree, ['money', null, 'money', 'count'])).toEqual([]);
});

test('any cells give a tree or issues, never an exception', () => {
  const id = fc.oneof(fc.constantFrom<Cell>('a', 'b', 'c', 'd', 'e', ''), anyCell);
  const operator = fc.oneof(fc.constantFrom<Cell>('', 'sum', 'product', 'ratio', 'difference'), anyCell);
  const rows = fc.array(fc.tuple(id, id, operator, fc.oneof(fc.constant<Cell>(''), anyCell)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, fc.array(anyCell, { maxLength: 8 }), (cells, values) => {
      const { tree, issues } = parseTree(cells);
      expect(tree === null).toBe(issues.length > 0);
      if (tree) expectFinite(rollUp(tree, values).values);
    }),
    { seed: 5, numRuns: 3000 },
  );
});

test('splitting a segment leaves totals unchanged', () => {
  // Dyadic amounts, whose sums are exact in any order.
  const amount = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 64);
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 8 }), (parts) => {
      const flat = treeOf([['r', '', 'sum', ''], ...parts.map((_, i): Cell[] => [`s${i}`, 'r', '', ''])]);
      const split = treeOf([
        ['r', '', 'sum', ''],
        ['s0', 'r', '', ''],
        ['rest', 'r', 'sum', ''],
        ...parts.slice(1).map((_, i): Cell[] => [`t${i}`, 'rest', '', '']),
      ]);
      const whole = rollUp(flat, ['', ...parts]).values[0];
      expect(rollUp(split, ['', parts[0] as number, '', ...parts.slice(1)]).values[0]).toBe(whole);
    }),
    { seed: 6, numRuns: 2000 },
  );
});

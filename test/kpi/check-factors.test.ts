import fc from 'fast-check';
import { checkFactors, type Quantity } from '../../src/kpi/check-factors.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import type { Tree } from '../../src/kpi/tree.ts';

const treeOf = (rows: readonly (readonly string[])[]): Tree =>
  parseTree(rows.map(([id = '', parent = '', operator = '']) => [id, parent, operator, '', ''])).tree as Tree;

const TOTAL = { unit: 'count', isTotal: true };
const RATE = { unit: 'percent', isTotal: false };
const SALES = { unit: 'money', isTotal: true };
const PRICE = { unit: 'money', isTotal: false };
const UNKNOWN = { unit: null, isTotal: null };
const FORMULA = { unit: 'money', isTotal: null };

/** Codes and rows of what is wrong with one KPI and what is below it. */
const faults = (operator: string, parent: Quantity, ...below: Quantity[]): string[] => {
  const tree = treeOf([['r', '', operator], ...below.map((_, i) => [`c${i}`, 'r', ''])]);
  return checkFactors(tree, [parent, ...below]).map(({ code, values }) => `${code} ${values?.row}`);
};

test('a total is one total times rates, and money comes in once', () => {
  expect(faults('product', SALES, TOTAL, PRICE)).toEqual([]);
  expect(faults('product', SALES, TOTAL, RATE, PRICE)).toEqual([]);
  expect(faults('product', SALES, SALES, RATE)).toEqual([]);
  expect(faults('product', PRICE, RATE, PRICE)).toEqual([]);
  // GMV = GMV × orders: GMV is the one too many, wherever it stands.
  expect(faults('product', SALES, SALES, TOTAL)).toEqual(['FACTOR_CLASH 1']);
  expect(faults('product', SALES, TOTAL, PRICE, SALES)).toEqual(['FACTOR_CLASH 3']);
  expect(faults('product', TOTAL, TOTAL, PRICE)).toEqual(['FACTOR_CLASH 2']);
  expect(faults('product', RATE, RATE, TOTAL)).toEqual(['FACTOR_CLASH 2']);
  expect(faults('product', SALES, RATE, PRICE)).toEqual(['OPERANDS_CLASH 0']);
  expect(faults('product', SALES, TOTAL, RATE)).toEqual(['OPERANDS_CLASH 0']);
});

test('a ratio takes its denominator off', () => {
  expect(faults('ratio', PRICE, SALES, TOTAL)).toEqual([]);
  expect(faults('ratio', RATE, SALES, SALES)).toEqual([]);
  expect(faults('ratio', TOTAL, SALES, PRICE)).toEqual([]);
  expect(faults('ratio', RATE, TOTAL, SALES)).toEqual([]);
  expect(faults('ratio', PRICE, TOTAL, TOTAL)).toEqual(['OPERANDS_CLASH 0']);
  expect(faults('ratio', PRICE, TOTAL, SALES)).toEqual(['OPERANDS_CLASH 0']);
  expect(faults('ratio', SALES, SALES, TOTAL)).toEqual(['OPERANDS_CLASH 0']);
  expect(faults('ratio', RATE, RATE, TOTAL)).toEqual(['OPERANDS_CLASH 0']);
});

test('what nobody describes is not judged, unless what is known is too much already', () => {
  expect(faults('product', SALES, UNKNOWN, UNKNOWN)).toEqual([]);
  expect(faults('product', UNKNOWN, SALES, TOTAL)).toEqual([]);
  expect(faults('product', SALES, UNKNOWN, RATE)).toEqual([]);
  expect(faults('product', SALES, UNKNOWN, TOTAL, SALES)).toEqual(['FACTOR_CLASH 3']);
  expect(faults('sum', SALES, TOTAL, RATE)).toEqual([]);
});

test('a coefficient may convert', () => {
  const rows = [
    ['gmv', '', 'product', '', ''],
    ['orders', 'gmv', '', 35, ''],
    ['rate', 'gmv', '', '', ''],
  ];
  const tree = parseTree(rows).tree as Tree;
  expect(checkFactors(tree, [SALES, TOTAL, RATE])).toEqual([]);
});

test('a formula is what its operands make it', () => {
  const tree = treeOf([
    ['gmv', '', 'product'],
    ['side', 'gmv', 'product'],
    ['visits', 'side', ''],
    ['aov', 'side', ''],
    ['orders', 'gmv', ''],
  ]);
  const place = (row: number, column: string) => ({ sheet: 'T', cell: `${column}${row}` });
  expect(checkFactors(tree, [SALES, FORMULA, TOTAL, PRICE, TOTAL], place)).toEqual([
    {
      ...{ code: 'FACTOR_CLASH', found: 'side', expected: 'money', at: { sheet: 'T', cell: 'id1' } },
      values: { row: 1, with: 'orders', above: 'gmv' },
    },
  ]);
});

test('a formula below is judged by what it is: a sum of totals is one, a quotient of totals is none', () => {
  const gmv = (operator: string, side: readonly Quantity[], ...beside: Quantity[]) => {
    const tree = treeOf([
      ['gmv', '', 'product'],
      ['side', 'gmv', operator],
      ...side.map((_, i) => [`s${i}`, 'side', '']),
      ...beside.map((_, i) => [`b${i}`, 'gmv', '']),
    ]);
    const formula = { unit: 'count', isTotal: null };
    return checkFactors(tree, [SALES, formula, ...side, ...beside]).map(({ code, found }) => [code, found]);
  };
  const clash = [['FACTOR_CLASH', 'b0']];
  expect(gmv('sum', [TOTAL, TOTAL], TOTAL, PRICE)).toEqual(clash);
  expect(gmv('sum', [RATE, RATE], TOTAL, PRICE)).toEqual([]);
  expect(gmv('product', [TOTAL, RATE], TOTAL, PRICE)).toEqual(clash);
  expect(gmv('product', [RATE, RATE], TOTAL, PRICE)).toEqual([]);
  expect(gmv('product', [TOTAL, UNKNOWN], TOTAL, PRICE)).toEqual([]);
  expect(gmv('ratio', [TOTAL, TOTAL], TOTAL, PRICE)).toEqual([]);
  expect(gmv('ratio', [TOTAL, RATE], TOTAL, PRICE)).toEqual(clash);
});

test('formulas are judged from the bottom up', () => {
  const tree = treeOf([
    ['gmv', '', 'product'],
    ['side', 'gmv', 'product'],
    ['deep', 'side', 'product'],
    ['visits', 'deep', ''],
    ['share', 'deep', ''],
    ['rate', 'side', ''],
    ['orders', 'gmv', ''],
    ['price', 'gmv', ''],
  ]);
  const formula = { unit: 'count', isTotal: null };
  const quantities = [SALES, formula, formula, TOTAL, RATE, RATE, TOTAL, PRICE];
  expect(checkFactors(tree, quantities).map(({ found }) => found)).toEqual(['orders']);
});

test('what is one too many is named with one that is not', () => {
  const tree = treeOf([
    ['gmv', '', 'product'],
    ['shop', 'gmv', ''],
    ['ads', 'gmv', ''],
    ['orders', 'gmv', ''],
  ]);
  const found = checkFactors(tree, [SALES, SALES, SALES, TOTAL]);
  expect(found.map((issue) => [issue.found, issue.values?.with])).toEqual([
    ['shop', 'orders'],
    ['ads', 'orders'],
  ]);
});

test('operands that make another KPI are named at the operator', () => {
  const tree = treeOf([
    ['gmv', '', 'product'],
    ['orders', 'gmv', ''],
    ['rate', 'gmv', ''],
  ]);
  const place = (row: number, column: string) => ({ sheet: 'T', cell: `${column}${row}` });
  expect(checkFactors(tree, [SALES, TOTAL, RATE], place)).toEqual([
    {
      ...{ code: 'OPERANDS_CLASH', found: 'gmv', expected: 'money', values: { row: 0 } },
      at: { sheet: 'T', cell: 'operator0' },
    },
  ]);
});

test('the order of factors changes no verdict on a product', () => {
  const quantity = fc.constantFrom<Quantity>(TOTAL, RATE, SALES, PRICE, UNKNOWN);
  fc.assert(
    fc.property(quantity, fc.array(quantity, { minLength: 1, maxLength: 5 }), (parent, below) => {
      const codes = (list: readonly Quantity[]) =>
        faults('product', parent, ...list).map((each) => each.split(' ')[0]);
      expect(codes([...below].reverse())).toEqual(codes(below));
      expect(codes([...below, { unit: 'percent', isTotal: false }])).toEqual(codes(below));
    }),
  );
});

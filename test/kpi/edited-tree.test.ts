import { parseRows } from '../../src/kpi/edited-tree.ts';
import { EMPTY_ROW, type TreeRow } from '../../src/kpi/tree-fields.ts';

const row = (cells: Partial<TreeRow>): TreeRow => ({ ...EMPTY_ROW, ...cells });
const GOAL = row({ id: 'gmv', operator: 'sum', name: 'GMV' });
const PART = row({ id: 'a', parent: 'gmv', coefficient: 2 });

test('rows of an editor make a tree', () => {
  const { tree, faults } = parseRows([GOAL, PART, row({ id: 'b', parent: 'gmv', kind: 'influence' })]);
  expect(faults).toEqual([]);
  expect(tree).toMatchObject({ root: 0, children: [[1], [], []], coefficients: [1, 2, 1] });
});

test('a fault tells its row, by name where it has one, and whether the tree hangs together', () => {
  const told = (...rows: TreeRow[]) =>
    parseRows(rows).faults.map(({ row: at, issue, isStructural }) => [
      ...[at, issue.code, issue.values?.name, isStructural],
    ]);
  expect(told(GOAL, PART, row({ name: ' Rice ' }))).toEqual([[2, 'NODE_WITHOUT_ID', 'Rice', true]]);
  expect(told(GOAL, PART, row({ id: 'a', parent: 'gmv' }))).toEqual([[2, 'DUPLICATE_ID', 'a', true]]);
  expect(told(GOAL, row({ id: ' a ', parent: 'x', name: ' ' }))).toEqual([[1, 'UNKNOWN_PARENT', 'a', true]]);
  expect(told(GOAL, PART, row({ id: 's', name: 'S' }))).toEqual([[2, 'SECOND_ROOT', 'S', true]]);
  expect(told(row({ id: 'a', parent: 'a', operator: 'sum' }))).toEqual([[0, 'CYCLE', 'a', true]]);
  expect(told({ ...GOAL, operator: 'mean' }, PART)).toEqual([[0, 'UNKNOWN_OPERATOR', 'GMV', false]]);
  expect(told(GOAL, { ...PART, coefficient: 'x' })).toEqual([[1, 'BAD_COEFFICIENT', 'a', false]]);
  expect(told({ ...GOAL, operator: null }, PART)).toEqual([[0, 'CHILDREN_WITHOUT_OPERATOR', 'GMV', false]]);
  expect(told(GOAL)).toEqual([[0, 'OPERATOR_WITHOUT_CHILDREN', 'GMV', false]]);
});

test('of no rows the tree is empty, and there is nobody to name', () => {
  const { tree, faults } = parseRows([]);
  expect([tree, faults]).toEqual([
    null,
    [{ row: 0, issue: { code: 'TREE_EMPTY', values: { name: '' } }, isStructural: false }],
  ]);
});

import { cascade } from '../../kpi/cascade.ts';
import type { ProductMethod } from '../../kpi/chain.ts';
import { type Input, isBlank, numberOf } from '../../kpi/fault.ts';
import { parseTree, type TreeIssueCode } from '../../kpi/parse-tree.ts';
import { type NodeValue, rollUp } from '../../kpi/roll-up.ts';
import type { Tree } from '../../kpi/tree.ts';
import { effectsOf } from '../../kpi/variance.ts';
import { choiceKey, choiceWord } from '../../workbook/choices.ts';
import { NODE_KINDS, OPERATORS } from '../../workbook/sheets/choices.ts';
import { choice } from '../../workbook/template.ts';
import { type Argument, type Cell, cellsOf, isRange, type Rows, singleOf } from './argument.ts';
import { withIsoDates } from './dates.ts';
import { cellLanguage, inputsOf, orRefuse, refuse, shownValue } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

/** Where the sheet "KPI tree" has the kind of a node, for those who give more of its columns than the first four. */
const KIND_COLUMN = 5;

function rowOfNode(cells: readonly Cell[]): readonly Cell[] {
  const [id, parent, operator, coefficient] = cells;
  const kind = choiceKey(NODE_KINDS, cells[KIND_COLUMN]);
  return [id, parent, choiceKey(OPERATORS, operator) ?? operator, coefficient, kind ?? ''];
}

/** The tree of the nodes; the first fault of its rows ends the call, since a tree with one recomputes nothing. */
function treeOf(nodes: Argument): Tree {
  const [read] = withIsoDates([nodes]);
  const rows = isRange(read) ? read : [[read]];
  const { tree, issues } = parseTree(rows.map((cells) => rowOfNode(cells.map((cell) => cell ?? null))));
  if (tree) return tree;
  const { code, found = '', expected = '', values } = issues[0]!;
  const isOperator = code === 'OPERATOR_WITHOUT_CHILDREN';
  return refuse(`NODES_${code as TreeIssueCode}`, {
    row: Number(values?.row) + 1,
    found: isOperator ? choiceWord(OPERATORS, found, cellLanguage()) : found,
    expected,
  });
}

/** One value for each row of the nodes; a single one goes with every node. */
function valuesOf(tree: Tree, values: Argument): readonly Input[] {
  const cells = inputsOf(cellsOf(values));
  if (cells.length === 1) return new Array<Input>(tree.size).fill(cells[0]);
  return cells.length === tree.size ? cells : refuse('FAULT_DIFFERENT_LENGTHS');
}

function column(values: readonly NodeValue[]): Rows {
  return values.map((value) => [shownValue(value)]);
}

export function KPI_TREE(nodes: Argument, values: Argument): Rows {
  const tree = treeOf(nodes);
  return column(rollUp(tree, valuesOf(tree, values)).values);
}

export function KPI_CASCADE(
  nodes: Argument,
  baselines: Argument,
  root_target: Argument,
  weights: Argument,
  locked_targets: Argument,
): Rows {
  const tree = treeOf(nodes);
  const target = orRefuse(numberOf(singleOf(root_target)));
  const [shares, locks] = [valuesOf(tree, weights), valuesOf(tree, locked_targets)];
  return column(cascade(tree, valuesOf(tree, baselines), target, shares, locks).targets);
}

const METHODS = [
  choice('auto', 'auto', '自动'),
  choice('lmdi', 'lmdi', '对数平均'),
  choice('shapley', 'shapley', '沙普利'),
];

function methodOf(method: Argument): ProductMethod {
  const cell = singleOf(method);
  if (isBlank(cell)) return 'auto';
  return (choiceKey(METHODS, cell) ?? refuse('FAULT_EFFECT_METHOD')) as ProductMethod;
}

export function KPI_EFFECTS(nodes: Argument, before: Argument, after: Argument, method: Argument): Rows {
  const tree = treeOf(nodes);
  const { effects } = effectsOf(tree, valuesOf(tree, before), valuesOf(tree, after), methodOf(method));
  return column(effects);
}

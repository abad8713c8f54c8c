import { isBlank } from './fault.ts';
import type { Cell, Issue } from './issue.ts';
import {
  type NodeColumn,
  type NodePlace,
  OPERATOR_SIGNS,
  OPERATORS,
  type Operator,
  type Tree,
} from './tree.ts';

/** Every fault that a tree's rows can have. */
export type TreeIssueCode =
  | 'TREE_EMPTY'
  | 'NODE_WITHOUT_ID'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_PARENT'
  | 'SECOND_ROOT'
  | 'CYCLE'
  | 'UNKNOWN_OPERATOR'
  | 'OPERATOR_WITHOUT_CHILDREN'
  | 'CHILDREN_WITHOUT_OPERATOR'
  | 'RATIO_NEEDS_TWO'
  | 'BAD_COEFFICIENT';

/** Full-width letters and digits, as Chinese input methods type them, are the same as the usual ones. */
const text = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell.normalize('NFKC').trim();
  return isBlank(cell) ? '' : String(cell);
};

type Draft = {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly ids: readonly string[];
  readonly parentIds: readonly string[];
  readonly rowOfId: ReadonlyMap<string, number>;
  readonly report: (
    code: TreeIssueCode,
    row: number,
    column: NodeColumn,
    found?: string,
    expected?: string,
  ) => void;
};

const readParents = ({ ids, parentIds, rowOfId, report }: Draft): number[] =>
  ids.map((id, row) => {
    const parentId = parentIds[row] as string;
    if (id === '' || parentId === '') return -1;
    const parent = rowOfId.get(parentId);
    if (parent === undefined) report('UNKNOWN_PARENT', row, 'parent', parentId);
    return parent ?? -1;
  });

const readOperators = ({ rows, ids, report }: Draft): Operator[] =>
  rows.map((cells, row) => {
    const name = text(cells[2]).toLowerCase();
    if (ids[row] === '' || name === '') return '';
    const operator = OPERATORS.find((known) => known === name) ?? OPERATOR_SIGNS.get(name);
    if (operator === undefined)
      report('UNKNOWN_OPERATOR', row, 'operator', text(cells[2]), OPERATORS.join(', '));
    return operator ?? '';
  });

const readCoefficients = ({ rows, ids, report }: Draft): number[] =>
  rows.map((cells, row) => {
    const cell = cells[3];
    if (ids[row] === '' || isBlank(cell)) return 1;
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
    report('BAD_COEFFICIENT', row, 'coefficient', String(cell));
    return 1;
  });

const childrenOf = ({ rows, ids }: Draft, parents: readonly number[]): number[][] => {
  const children = ids.map((): number[] => []);
  parents.forEach((parent, row) => {
    const isInfluence = text(rows[row]?.[4]).toLowerCase() === 'influence';
    if (parent >= 0 && !isInfluence) children[parent]?.push(row);
  });
  return children;
};

const checkRoots = ({ ids, parentIds, report }: Draft): number => {
  let root = -1;
  ids.forEach((id, row) => {
    if (id === '' || parentIds[row] !== '') return;
    if (root >= 0) report('SECOND_ROOT', row, 'parent', id, ids[root]);
    else root = row;
  });
  return root;
};

/** Follows parents upwards from every node; each node is visited once, each cycle reported once. */
const checkCycles = ({ ids, report }: Draft, parents: readonly number[]): void => {
  const visitedBy = new Array<number>(ids.length).fill(-1);
  for (let start = 0; start < ids.length; start++) {
    let row = start;
    while (row >= 0 && visitedBy[row] === -1) {
      visitedBy[row] = start;
      row = parents[row] as number;
    }
    if (row < 0 || visitedBy[row] !== start) continue;
    const path = [row];
    for (let next = parents[row] as number; next !== row; next = parents[next] as number) path.push(next);
    const names = [...path, row].map((member) => ids[member]);
    report('CYCLE', Math.min(...path), 'parent', names.join(' > '));
  }
};

const checkOperands = (
  { rows, ids, report }: Draft,
  operators: readonly Operator[],
  coefficients: readonly number[],
  children: readonly (readonly number[])[],
  isWhole: boolean,
): void =>
  ids.forEach((_, row) => {
    const operator = operators[row] as Operator;
    const operands = children[row] as readonly number[];
    // A child that hangs nowhere makes its parent look childless: then one fault is enough.
    if (operator !== '' && operands.length === 0) {
      if (isWhole) report('OPERATOR_WITHOUT_CHILDREN', row, 'operator', operator);
    } else if (operator === '' && operands.length > 0 && text(rows[row]?.[2]) === '')
      report('CHILDREN_WITHOUT_OPERATOR', row, 'operator');
    else if (operator === 'ratio' && (operands.length > 2 || (operands.length < 2 && isWhole))) {
      report('RATIO_NEEDS_TWO', row, 'operator', String(operands.length), '2');
    }
    if (operator !== 'product' && operator !== 'ratio') return;
    for (const child of operands)
      if (coefficients[child] === 0) report('BAD_COEFFICIENT', child, 'coefficient', '0');
  });

const topDown = (ids: readonly string[], parents: readonly number[], root: number): number[] => {
  const followers = ids.map((): number[] => []); // unlike the operands, these include influences
  parents.forEach((parent, row) => {
    if (parent >= 0) followers[parent]?.push(row);
  });
  const order = [root];
  for (let i = 0; i < order.length; i++) {
    for (const row of followers[order[i] as number] as number[]) order.push(row);
  }
  return order;
};

/**
 * Reads a KPI tree from the rows id, parent, operator, coefficient (and, if it is there, kind: an "influence" hangs
 * on its parent without being part of its arithmetic; a "constant" never moves). Rows whose id and other cells are
 * all empty are no nodes. Order of the rows, capitals of operators, spaces around words and full-width letters do not
 * matter; an operator may be a sign (+ × ÷ −).
 * @param rows cells of each row, in that order of columns.
 * @param place where a cell stands, so that issues can say it.
 * @returns the tree, or null with every fault as an issue (`values.row` is the row's position, 0 first): a tree
 *   with a fault somewhere recomputes nothing rightly.
 * @example parseTree([['gmv', '', 'product', ''], ['orders', 'gmv', '', ''], ['aov', 'gmv', '', '']]).tree?.root //=> 0
 */
export const parseTree = (
  rows: readonly (readonly (Cell | undefined)[])[],
  place?: NodePlace,
): { readonly tree: Tree | null; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = [];
  const report: Draft['report'] = (code, row, column, found, expected) => {
    issues.push({
      code,
      values: { row, column },
      ...(place ? { at: place(row, column) } : {}),
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    });
  };
  const rowOfId = new Map<string, number>();
  const ids = rows.map((cells, row) => {
    const id = text(cells[0]);
    if (id === '') {
      if (cells.some((cell) => text(cell) !== '')) report('NODE_WITHOUT_ID', row, 'id');
    } else if (rowOfId.has(id)) report('DUPLICATE_ID', row, 'id', id);
    else rowOfId.set(id, row);
    return id;
  });
  const draft: Draft = { rows, ids, parentIds: rows.map((cells) => text(cells[1])), rowOfId, report };
  if (rowOfId.size === 0 && issues.length === 0) {
    return { tree: null, issues: [{ code: 'TREE_EMPTY', ...(place ? { at: place(0, 'id') } : {}) }] };
  }
  const parents = readParents(draft);
  const operators = readOperators(draft);
  const coefficients = readCoefficients(draft);
  const root = checkRoots(draft);
  checkCycles(draft, parents);
  const children = childrenOf(draft, parents);
  const isWhole = issues.every(({ code }) => code === 'UNKNOWN_OPERATOR' || code === 'BAD_COEFFICIENT');
  checkOperands(draft, operators, coefficients, children, isWhole);
  if (issues.length > 0) return { tree: null, issues };
  const order = topDown(ids, parents, root);
  const constants = rows.map(
    (cells, row) => operators[row] === '' && text(cells[4]).toLowerCase() === 'constant',
  );
  return {
    tree: { size: rows.length, ids, parents, operators, coefficients, children, constants, order, root },
    issues,
  };
};

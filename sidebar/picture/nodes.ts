import type { TreeCell, TreeRow, TreeState } from '../../src/addon/tree-api.ts';

/** A KPI of the picture; its number is its row in the sheet. */
export type PictureNode = {
  readonly id: string;
  readonly name: string;
  readonly parent: number;
  readonly depth: number;
  /** Numbers of what hangs below it, influences too, in the order of the sheet. */
  readonly children: readonly number[];
  /** How the KPIs below make it. */
  readonly operator: string;
  /** Sign between the KPI and the one before it under the same parent; empty for a first one and for influences. */
  readonly sign: string;
  readonly coefficient: number;
  readonly isInfluence: boolean;
};

export type Forest = {
  /** By number; undefined for a row that is no KPI, or that hangs under no goal. */
  readonly nodes: readonly (PictureNode | undefined)[];
  readonly roots: readonly number[];
  /** Names of KPIs in circles, which hang nowhere. */
  readonly lost: readonly string[];
};

/** A cell as people read it. */
export const shownText = (cell: TreeCell): string => String(cell ?? '').trim();

/** A cell as it is compared: full-width letters, as Chinese input methods type them, are the usual ones. */
export const textOf = (cell: TreeCell): string => shownText(cell).normalize('NFKC');

export const nameOf = (row: TreeRow): string => shownText(row.name) || shownText(row.id);

const SIGNS: Readonly<Record<string, string>> = { sum: '+', product: '×', ratio: '÷', difference: '−' };

function rowsBelow(rows: readonly TreeRow[]): { roots: number[]; below: number[][] } {
  const rowOf = new Map<string, number>();
  rows.forEach(({ id }, row) => {
    if (textOf(id) !== '' && !rowOf.has(textOf(id))) rowOf.set(textOf(id), row);
  });
  const below = rows.map((): number[] => []);
  const roots: number[] = [];
  rows.forEach(({ id, parent }, row) => {
    // Of two rows with one id the first is the KPI; the sheet's checks name the second.
    if (rowOf.get(textOf(id)) !== row) return;
    const at = rowOf.get(textOf(parent));
    if (at === undefined) roots.push(row);
    else below[at]?.push(row);
  });
  return { roots, below };
}

/**
 * The rows of the sheet as a forest to be drawn, whatever is wrong with them.
 * @param rows As the workbook has them.
 * @example forestOf(state.rows).roots // [0] for a tree whose goal is the first row
 */
export function forestOf(rows: TreeState['rows']): Forest {
  const { roots, below } = rowsBelow(rows);
  const nodes = new Array<PictureNode | undefined>(rows.length).fill(undefined);
  const visit = (row: number, parent: number, depth: number, sign: string): void => {
    const from = rows[row] as TreeRow;
    const children = below[row] as readonly number[];
    const operator = textOf(from.operator);
    const isInfluence = textOf(from.kind) === 'influence';
    const coefficient = typeof from.coefficient === 'number' ? from.coefficient : 1;
    nodes[row] = {
      ...{ id: textOf(from.id), name: nameOf(from) },
      ...{ parent, depth, children, operator, sign, coefficient, isInfluence },
    };
    let operands = 0;
    for (const child of children) {
      const isOperand = textOf((rows[child] as TreeRow).kind) !== 'influence';
      visit(child, row, depth + 1, isOperand && operands > 0 ? (SIGNS[operator] ?? '') : '');
      if (isOperand) operands++;
    }
  };
  for (const root of roots) visit(root, -1, 0, '');
  const lost = rows.flatMap((row, at) => (textOf(row.id) !== '' && !nodes[at] ? [nameOf(row)] : []));
  return { nodes, roots, lost };
}

/** What is drawn when some KPIs are collapsed: of those, nothing below them. */
export function shownChildren(forest: Forest, collapsed: ReadonlySet<string>): (readonly number[])[] {
  return forest.nodes.map((node) => (node === undefined || collapsed.has(node.id) ? [] : node.children));
}

/**
 * Ids of the KPIs that are collapsed at first: none of a tree that is seen at a glance, else all from a depth on.
 * @param fits Whether a drawing with these children can be read as a whole.
 */
export function collapsedAtFirst(
  forest: Forest,
  fits: (children: readonly (readonly number[])[]) => boolean,
): ReadonlySet<string> {
  const deepest = forest.nodes.reduce((depth, node) => Math.max(depth, node?.depth ?? 0), 0);
  for (let depth = deepest; depth > 0; depth--) {
    const collapsed = collapsedFrom(forest, depth);
    if (depth === 1 || fits(shownChildren(forest, collapsed))) return collapsed;
  }
  return new Set();
}

/** Ids of the KPIs at a depth or deeper that have something below them. */
export function collapsedFrom({ nodes }: Forest, depth: number): ReadonlySet<string> {
  const inner = nodes.flatMap((node) =>
    node !== undefined && node.depth >= depth && node.children.length > 0 ? [node.id] : [],
  );
  return new Set(inner);
}

/** KPIs that hang below one, at any depth. */
export function countBelow(forest: Forest, row: number): number {
  return (forest.nodes[row]?.children ?? []).reduce((sum, child) => sum + 1 + countBelow(forest, child), 0);
}

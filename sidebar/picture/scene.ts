import type { TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { MEASURES } from './card.tsx';
import { type CardFacts, cardFacts, type Speech } from './facts.ts';
import { extentOf, layOut, type Place } from './layout.ts';
import { collapsedAtFirst, type Forest, forestOf, shownChildren } from './nodes.ts';
import { isNear } from './view.ts';

/** Everything that a drawing shows, and where. */
export type Scene = {
  readonly forest: Forest;
  readonly places: ReadonlyMap<number, Place>;
  /** What is drawn below each KPI. */
  readonly children: readonly (readonly number[])[];
  readonly facts: ReadonlyMap<number, CardFacts>;
  /** Numbers of the KPIs in reading order. */
  readonly order: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** What is drawn of a tree. */
export function sceneOf(
  state: TreeState,
  figures: TreeFigures | null,
  collapsed: ReadonlySet<string>,
  speech: Speech,
): Scene {
  const forest = forestOf(state.rows);
  const children = shownChildren(forest, collapsed);
  const places = layOut(children, forest.roots, MEASURES);
  const facts = new Map<number, CardFacts>();
  const order: number[] = [];
  const visit = (row: number, root: number): void => {
    order.push(row);
    facts.set(row, cardFacts(state, figures, row, root, speech));
    for (const child of children[row] ?? []) visit(child, root);
  };
  for (const root of forest.roots) visit(root, root);
  return { forest, places, children, facts, order, ...extentOf(places.values(), MEASURES) };
}

/** A window of the usual size, less what stands around the picture. */
const WINDOW = { width: 1180, height: 620 };

/** What is collapsed when the page opens, so that what is seen is not far from what can be read at once. */
export function firstCollapsed(state: TreeState): ReadonlySet<string> {
  const forest = forestOf(state.rows);
  return collapsedAtFirst(forest, (children) =>
    isNear(WINDOW, extentOf(layOut(children, forest.roots, MEASURES).values(), MEASURES)),
  );
}

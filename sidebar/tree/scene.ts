import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { NodeFigures, OpenedTree, TreeField, TreeRow } from '../../src/addon/tree-api.ts';
import type { Fault } from './checks.ts';
import type { Draft, DraftTarget } from './drafts.ts';
import type { Structure } from './structure.ts';
import type { Known } from './targets.ts';

/** What the form of one KPI works on. */
export type Scene = {
  readonly state: OpenedTree;
  readonly structure: Structure;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly figures: NodeFigures | undefined;
  readonly known: Known;
  /** What the goal hands down to it; undefined where nothing can be. */
  readonly handed: number | undefined;
  readonly week: string;
  readonly isReading: boolean;
  readonly setCells: (cells: Partial<TreeRow>) => void;
  readonly setMetric: (metric: string | null) => void;
  readonly setId: (id: string) => void;
  readonly setParent: (uid: number) => void;
  readonly setTarget: (target: DraftTarget | null, mark: string) => void;
};

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('A field was used outside the form.');
  return scene;
}

/** The sentence of the first fault of a field. */
export const faultAt = (faults: readonly Fault[], field: TreeField): Fault | undefined =>
  faults.find((fault) => fault.field === field);

/** What the sidebar and its dialog say and hear of the KPI tree. Types alone: both sides import them. */
import type { Conflict, Edited } from '../kpi/merge-trees.ts';
import type { TreeField, TreeRow } from '../kpi/tree-fields.ts';
import type { NodeFigures } from '../review/tree-figures.ts';
import type { TeamMember } from '../workbook/team.ts';
import type { TargetRow } from '../workbook/tree-rows.ts';

export type { TreeCell, TreeField, TreeRow } from '../kpi/tree-fields.ts';
export type { NodeFigures } from '../review/tree-figures.ts';
export type { TargetRow } from '../workbook/tree-rows.ts';

/** The tree as it is in the workbook, for the editor: one metadata read and one values read, without facts. */
export type TreeState = {
  /** In the order of the sheet. */
  readonly rows: readonly TreeRow[];
  /** Of these KPIs, those that have not ended; the latest of each where all have. */
  readonly targets: readonly TargetRow[];
  readonly team: readonly TeamMember[];
  readonly accounts: readonly { readonly platform: string; readonly id: string; readonly name: string }[];
  readonly markets: readonly string[];
  readonly currency: string;
  /** Thresholds of a KPI that names none. */
  readonly green: number;
  readonly amber: number;
  /** ISO day in the spreadsheet's zone, and the first and last day of the running quarter. */
  readonly today: string;
  readonly quarter: { readonly from: string; readonly to: string };
  readonly lastWeek: string;
};

/** A value of a dropdown, by its key and the word that the sheet has for it. */
export type TreeChoice = { readonly key: string; readonly word: string };

/** The tree for the editor, with the sheet's own words: headers, and the values of its dropdowns. */
export type OpenedTree = TreeState & {
  readonly labels: Readonly<Record<TreeField, string>>;
  readonly choices: Readonly<Partial<Record<TreeField, readonly TreeChoice[]>>>;
};

/** Figures of the rows that the editor has, saved or not, by id: the heavy read, made after the tree is shown. */
export type TreeFigures = {
  readonly week: string;
  /** The latest four whole weeks on whose every day the goal is known, for targets; null where there are none. */
  readonly weeks: { readonly from: string; readonly to: string } | null;
  readonly nodes: Readonly<Record<string, NodeFigures>>;
};

/** A row of the editor; `was` is the id that it had when the tree was read, empty for a new KPI (see `rowKeys`). */
export type EditedRow = Edited;

/** Saves the tree as one atomic change. */
export type TreeEdit = {
  /** The rows as the editor read them. */
  readonly base: readonly TreeRow[];
  readonly rows: readonly EditedRow[];
  /** Targets to be added; none is overwritten. */
  readonly targets: readonly TargetRow[];
  /** Takes an earlier save back: its targets, to be removed. It is refused where anybody changed the same meanwhile. */
  readonly withdrawn?: readonly TargetRow[] | undefined;
};

/** What another person did to a KPI that was edited here too. */
export type TreeConflict = Conflict;

export type TreeSaved =
  | {
      readonly saved: true;
      readonly sentence: string;
      /** Targets that it added to the sheet. */
      readonly added: readonly TargetRow[];
      /** The tree after it, with what others changed elsewhere meanwhile. */
      readonly state: TreeState;
    }
  /** Nothing was written: `present` is the tree now, from which the next try starts. */
  | { readonly saved: false; readonly conflicts: readonly TreeConflict[]; readonly present: TreeState };

/** What the sidebar and its dialog say and hear of the KPI tree. Types alone: both sides import them. */

/** A cell of the tree as the editor keeps it: the key of a choice, a number, or text as it was typed. */
export type TreeCell = string | number | null;

/** Columns of the sheet `tree` that people fill. */
export type TreeField =
  | ('id' | 'parent' | 'operator' | 'coefficient' | 'name' | 'kind' | 'metric' | 'source')
  | ('platform' | 'market' | 'account' | 'format' | 'unit' | 'direction' | 'method' | 'weight')
  | ('green' | 'amber' | 'owner' | 'watchers' | 'guardrail' | 'note');

/** A KPI as its row in the sheet says it; an empty cell is null. */
export type TreeRow = Readonly<Record<TreeField, TreeCell>>;

/** A row of the sheet `targets`. Days are ISO. */
export type TargetRow = {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly locked: boolean;
  readonly how: 'typed' | 'cascade';
};

/** The tree as it is in the workbook, for the editor: one metadata read and one values read, without facts. */
export type TreeState = {
  /** In the order of the sheet. */
  readonly rows: readonly TreeRow[];
  /** Of these KPIs, those that have not ended; the latest of each where all have. */
  readonly targets: readonly TargetRow[];
  readonly team: readonly { readonly name: string; readonly role: string }[];
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

/** What the data say of a KPI. */
export type NodeFigures = {
  /** Of the last whole week; null where nothing was measured. */
  readonly actual: number | null;
  readonly plan: number | null;
  readonly attainment: number | null;
  readonly status: 'green' | 'amber' | 'red' | '';
  /** On the goal's change since the week before, in the goal's unit. */
  readonly effect: number | null;
  /** Values of the last 13 whole weeks, the latest last. */
  readonly history: readonly (number | null)[];
  /** Middle half of the benchmark, where the sheet of benchmarks has one. */
  readonly benchmark: { readonly p25: number | null; readonly p75: number | null } | null;
  readonly unit: string;
  /** Of the weeks on which a plan stands (`TreeFigures.weeks`); null where a day of them was not measured. */
  readonly base: number | null;
  /** Amounts and counts grow with the days of a period; rates do not. */
  readonly accumulates: boolean;
};

/** Figures of the rows that the editor has, saved or not, by id: the heavy read, made after the tree is shown. */
export type TreeFigures = {
  readonly week: string;
  /** The latest four whole weeks on whose every day the goal is known; null where there are none. */
  readonly weeks: { readonly from: string; readonly to: string } | null;
  readonly nodes: Readonly<Record<string, NodeFigures>>;
};

/** A row of the editor; `was` is the id that it had when the tree was read, empty for a new KPI. */
export type EditedRow = { readonly was: string; readonly row: TreeRow };

/** Saves the tree as one atomic change. */
export type TreeEdit = {
  /** The rows as the editor read them. */
  readonly base: readonly TreeRow[];
  readonly rows: readonly EditedRow[];
  /** Targets to be added; none is overwritten. */
  readonly targets: readonly TargetRow[];
};

/** What another person did to a KPI that was edited here too. */
export type TreeConflict = {
  /** Id that the KPI had when the tree was read. */
  readonly was: string;
  readonly name: string;
  /** null: one of the two took the whole KPI away. */
  readonly field: TreeField | null;
  readonly mine: TreeCell;
  readonly theirs: TreeCell;
};

export type TreeSaved =
  | {
      readonly saved: true;
      readonly sentence: string;
      /** The tree after it, with what others changed elsewhere meanwhile. */
      readonly state: TreeState;
    }
  /** Nothing was written: `present` is the tree now, from which the next try starts. */
  | { readonly saved: false; readonly conflicts: readonly TreeConflict[]; readonly present: TreeState };

import type { Cell } from '../kpi/issue.ts';
import type { ListField, ListSheet } from '../workbook/list-fields.ts';
import type { EditedRow, ListRow, RowConflict } from '../workbook/row-merge.ts';

/** What the sidebar's section "More" says and hears. Types alone: both sides import them. */

export type { EditedRow, ListField, ListRow, ListSheet, RowConflict };
export type ListCell = Cell;

/** A short sheet as the sidebar edits it. The settings are one row, with a field a setting. */
export type ListState = {
  readonly sheet: ListSheet;
  readonly title: string;
  readonly fields: readonly ListField[];
  /** In the order of the sheet, without empty rows. */
  readonly rows: readonly ListRow[];
  /** Places of the rows that only show how the sheet is filled. */
  readonly examples: readonly number[];
};

export type ListEdit = {
  readonly sheet: ListSheet;
  /** The rows as they were read. */
  readonly base: readonly ListRow[];
  readonly rows: readonly EditedRow[];
};

export type ListSaved =
  | { readonly saved: true; readonly sentence: string; readonly state: ListState }
  /** Nothing was written: another person changed the same. `draft` is what the next try starts from. */
  | {
      readonly saved: false;
      readonly conflicts: readonly RowConflict[];
      readonly draft: readonly EditedRow[];
      readonly state: ListState;
    };

/** Data issues of one sheet or file, the newest first. */
export type IssueGroup = {
  readonly sheet: string;
  /** Whether there is a tab of this title, to which a click leads. */
  readonly isTab: boolean;
  readonly count: number;
  /** The newest of them. */
  readonly rows: readonly { readonly cell: string; readonly sentence: string; readonly when: string }[];
};

export type IssueList = { readonly count: number; readonly groups: readonly IssueGroup[] };

export type HelpFunction = {
  readonly name: string;
  readonly text: string;
  /** `label`: what it is called in the reader’s language; empty where its name says it. */
  readonly parameters: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly returns: string;
  /** With the separators of the spreadsheet's locale. */
  readonly example: string;
};

export type HelpSheet = {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  /** Whether the workbook has it. */
  readonly isThere: boolean;
};

export type Help = { readonly functions: readonly HelpFunction[]; readonly sheets: readonly HelpSheet[] };

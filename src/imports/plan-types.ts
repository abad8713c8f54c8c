import type { Issue } from '../kpi/issue.ts';
import type { TableChange, Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import type { ExportRows } from './read-export.ts';
import type { RejectedRow } from './reader.ts';
import type { Recognition } from './recognise.ts';

export type ImportInput = {
  /** Name of the file as the person knows it. */
  readonly fileName: string;
  readonly exportRows: ExportRows;
  readonly recognition: Recognition;
  /** The last full day that the file contains, as a serial number. */
  readonly asOf: number;
  /** The account that the person named, if any. */
  readonly account?: string | undefined;
  /** First day of figures within a period, where the person said it. */
  readonly from?: number | undefined;
  /** The sheets of `sheetsOf`; one that is missing counts as empty. */
  readonly tables: Tables;
  /** Language of the workbook's dropdown words. */
  readonly language: Language;
  /** Currency of the reports, ISO code: that of amounts of which nothing says another. */
  readonly reporting: string;
  readonly who: string;
  /** Serial number with time, in the spreadsheet's zone. */
  readonly now: number;
  readonly importId: string;
  /** The sentence of an issue in the workbook's language, for the sheet of data issues. */
  readonly sentence: (issue: Issue) => string;
};

/** Always: read = taken + updated + unchanged + rejected. */
export type ImportResult = {
  readonly file: string;
  readonly format: string;
  readonly account: string;
  readonly asOf: number;
  readonly read: number;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Total and blank rows. */
  readonly skipped: number;
  readonly ignoredColumns: readonly string[];
  readonly warnings: readonly Issue[];
  /** False when the workbook has all of it already. */
  readonly changed: boolean;
};

export type ImportPlan = {
  readonly result: ImportResult;
  /** Changes in sheets; empty when nothing changes. */
  readonly changes: readonly TableChange[];
  /** One issue a rejected row, in file order. */
  readonly issues: readonly Issue[];
};

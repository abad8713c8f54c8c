// The shape of an export format. A format is data: adding a platform means adding a file of such objects to the list
// in formats.ts.

/**
 * How the text of a cell is read.
 * - `id`: identifier, kept as text; `text`: any text
 * - `count`: whole number, also "1.2K"; `decimal`: any number; `money`: number with or without currency sign
 * - `percent`: percent units, "4.12" and "4.12%" are 0.0412; `fraction`: "0.0412" and "4.12%" are 0.0412
 * - `duration`: "0:04:19", "4:19", "1h 2m 3s" or seconds; kept in seconds
 * - `date`: day with or without time; kept as a serial number
 */
export type CellType =
  | 'id'
  | 'text'
  | 'count'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'fraction'
  | 'duration'
  | 'date';

/** Where a column's cells go: the `content` sheet, the `performance` sheet, or nowhere (they only serve to compute and check). */
export type ColumnTarget = 'content' | 'measure' | 'helper';

export type ColumnFormat = {
  readonly target: ColumnTarget;
  /** Key of the column in its sheet (`id` is the content's identifier), or the name of a helper. */
  readonly field: string;
  readonly type: CellType;
  /** Headers as the platform writes them, the preferred one first; a currency in brackets at the end is left out. */
  readonly aliases: readonly string[];
  /** Without this column a file is not of this format, and without its cell a row is not taken. */
  readonly required?: true;
  /** What came less what went, so that it may be below zero; every other figure may not. */
  readonly net?: true;
};

/** A measure that the platform gives only as a rate: the rounded product of the fields. */
export type DerivedMeasure = { readonly measure: string; readonly product: readonly string[] };

/**
 * A figure of the file that must follow from others. Where the platform divides by something between two counts (such
 * as views and engaged views), it lies between `numerator × per ÷ most` and `numerator × per ÷ least`.
 */
export type RatioCheck = {
  readonly field: string;
  readonly numerator: string;
  readonly per: number;
  /** Larger denominator. */
  readonly most: string;
  /** Smaller denominator; a file without it cannot show that the figure is too large. */
  readonly least: string;
  /** Relative difference that is allowed, 0.02 = 2 %. */
  readonly tolerance: number;
  /** Smallest step in which the file writes the figure. */
  readonly step: number;
};

export type ExportFormat = {
  /** `platform.table`, as the import log shows it. */
  readonly key: string;
  /** Name of the export in its platform's own words. */
  readonly name: string;
  /** Key of the platform's choice. */
  readonly platform: string;
  /** Whether figures are lifetime totals as of a day, or activity within a period. */
  readonly kind: 'cumulative' | 'period';
  readonly columns: readonly ColumnFormat[];
  /** What stands in the identifier's cell of a total row, in lower case. */
  readonly totals: readonly string[];
  /** What every identifier looks like: a regular expression, and the same for people. */
  readonly idPattern: string;
  readonly idExample: string;
  readonly derived: readonly DerivedMeasure[];
  readonly checks: readonly RatioCheck[];
  /** Measure whose sum is compared with the total row. */
  readonly totalMeasure: string;
  /** The platform cuts its exports at so many rows. */
  readonly rowLimit?: number;
  /** Words of the platform's own file names, which say nothing about the account. */
  readonly fileWords: readonly string[];
};

// The shape of an export format. A format is data: adding a platform means adding a file of specs (spec.ts) to the list
// in formats.ts.

/**
 * How the text of a cell is read.
 * - `id`: identifier, kept as text; `text`: any text
 * - `count`: whole number, also "1.2K"; `decimal`: any number; `money`: number with or without currency sign
 * - `percent`: percent units, "4.12" and "4.12%" are 0.0412; `rate`: "0.0412" or "4.12", as the whole column shows
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
  | 'rate'
  | 'duration'
  | 'date';

/**
 * What a row is about, and so where it goes: `content` to the sheets content and performance; `account` (a day of an
 * account) to performance without a content id; `none` is known, but has no place in a workbook.
 */
export type Goal = 'content' | 'account' | 'orders' | 'costs' | 'products' | 'comments' | 'none';

/**
 * Where a column's cells go: the `content` sheet, the `performance` sheet, or only into the row's own fields, which
 * the other sheets take, and which serve to compute and check.
 */
export type ColumnTarget = 'content' | 'measure' | 'field';

export type ColumnFormat = {
  readonly target: ColumnTarget;
  /** Key of the column in its sheet (`id` is the content's identifier), or the name of a helper. */
  readonly field: string;
  readonly type: CellType;
  /** Headers as the platform writes them, the preferred one first; a currency in brackets at the end is left out. */
  readonly aliases: readonly string[];
  /** Without this column a file is not of this format. */
  readonly needed?: true;
  /** Without its cell a row is not taken. */
  readonly required?: true;
  /** What came less what went, so that it may be below zero; every other figure may not. */
  readonly net?: true;
};

/** A figure that the platform gives only in parts: the product of the fields ÷ `per` − `less`; a count is rounded. */
export type DerivedField = {
  readonly field: string;
  readonly product: readonly string[];
  readonly per: number;
  readonly less?: string;
  readonly whole: boolean;
};

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
};

/** Where the days of a row come from: the as-of day, the period that the file names, or the row's own date. */
export type Days = 'as_of' | 'file' | 'row';

export type ExportFormat = {
  /** `platform.table`, as the import log shows it. */
  readonly key: string;
  /** Name of the export in its platform's own words. */
  readonly name: string;
  /** Key of the platform's choice. */
  readonly platform: string;
  /** Another platform, where these words stand above the headers or in the file's name. */
  readonly platformWords?: Readonly<Record<string, string>>;
  readonly goal: Goal;
  /** Whether figures are lifetime totals as of a day, or activity within a period. */
  readonly kind: 'cumulative' | 'period';
  readonly days: Days;
  /** Totals to date, unless the file's name says a range that begins later. */
  readonly ranged?: true;
  readonly columns: readonly ColumnFormat[];
  /** Fields that tell one row from another. */
  readonly identity: readonly string[];
  /** Fields of which the first filled one takes the place of an empty SKU. */
  readonly instead: readonly string[];
  /** What every content identifier looks like: a regular expression (its group is the identifier), and an example. */
  readonly idPattern: string;
  readonly idExample: string;
  /** Finds the account in the identifier's cell, such as a link. */
  readonly accountPattern?: string;
  readonly derived: readonly DerivedField[];
  readonly checks: readonly RatioCheck[];
  /** Field whose sum is compared with the total row. */
  readonly totalField: string;
  /** The platform cuts its exports at so many rows. */
  readonly rowLimit?: number;
  /** Words of the platform's own file names, which say nothing about the account. */
  readonly fileWords: readonly string[];
  /** How the platform writes 03/04/2025 where no cell shows it. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** Headers that this export never has. */
  readonly without: readonly string[];
  /** Further tables with other columns may follow in the same sheet. */
  readonly stacked: boolean;
  /** Fields that stand only in the first of several rows with the same first identity. */
  readonly carried: readonly string[];
  /** Key of the content's form where the export has only one. */
  readonly form?: string;
  /** Currency of all amounts that name none, where a person said it. */
  readonly currency?: string;
  /** Key of the format that such files were taken for until a person said how to read them. */
  readonly over?: string;
};

import { serialOfIsoDate } from '../kpi/calendar.ts';

/** A word or sentence in every language of the product. */
export type Words = { readonly en: string; readonly 'zh-CN': string };
export type Language = keyof Words;
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** What a column holds; decides number format, alignment and how its cells are read. */
export type ColumnType =
  | 'text'
  | 'id'
  | 'choice'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'count'
  | 'number'
  | 'money'
  | 'percent'
  | 'ratio'
  | 'seconds'
  | 'hours';

/** One value of a dropdown: `key` is what the code knows, the words are what stands in the cell. */
export type Choice = { readonly key: string; readonly words: Words };

/**
 * Names a column as an open range from its header on: `$H$1:$H` for one of the same sheet, `'Team'!$A$1:$A` for one of
 * another, whose key is given as well.
 */
export type ColumnReference = (columnKey: string, sheetKey?: string) => string;

/**
 * What the cells of a column should hold, beyond their type. A value that breaks a rule is marked, never refused: what
 * is imported or pasted stays, and the reader names it. Bounds are whole numbers, which every locale reads alike.
 */
export type ColumnRule =
  | { readonly low: number; readonly high?: number }
  /** One of the values of a column of this or another sheet: sheet key and column key. */
  | { readonly oneOf: readonly [sheet: string, column: string] };

/** Sheets that a team chooses to have, in tab order; those without a module are in every workbook. */
export const MODULES = ['brief', 'benchmarks', 'assets', 'experiments', 'policies'] as const;
export type Module = (typeof MODULES)[number];

export type ColumnTemplate = {
  /** Identity of the column; with the sheet's key it is the value of the developer metadata. */
  readonly key: string;
  readonly header: Words;
  readonly type: ColumnType;
  /** Pixels. */
  readonly width: number;
  readonly note?: Words;
  /** Number format, where another than that of the type is read better. */
  readonly pattern?: string;
  readonly choices?: readonly Choice[];
  readonly rule?: ColumnRule;
  /** What the add-on writes in rows that it adds when none is given; the key of the choice in dropdown columns. */
  readonly default?: string | number | boolean;
  /**
   * Computed column: the formula of one array over the columns it names, whose first row is that of the header and is
   * left out; the others spill below the header cell.
   */
  readonly formula?: (column: ColumnReference, language: Language) => string;
  /** The sum of a computed column stands below its title, where sorting cannot hurt it. */
  readonly total?: true;
  /** Filled by the add-on; people are told not to type here. */
  readonly managed?: true;
  /** Its numbers are in the unit that the column `unit` of their row names, and shown so once that is written. */
  readonly inUnit?: true;
  /** Its words begin with a mark (● ▲ ■ ○), by which they are coloured. */
  readonly marks?: true;
  readonly hidden?: true;
  readonly wrap?: true;
};

/** A cell that shows the title of a sheet, by its key, and leads there. */
export type SheetLink = { readonly sheet: string };

/**
 * A row written when the sheet is made, by column key; `Words` are written in the chosen language, and so are the keys
 * of choices. In a page, a row with nothing but its first cell is a heading.
 */
export type StarterRow = Readonly<Record<string, string | number | boolean | Words | SheetLink>>;

/** A name for neighbouring columns, for people's own formulas. */
export type RangeName = { readonly name: string; readonly from: string; readonly to: string };

export type SheetTemplate = {
  readonly key: string;
  readonly module?: Module;
  /** Goes up by one when columns or looks change, so that older workbooks are migrated. */
  readonly version: number;
  readonly titles: Words;
  /** One sentence, shown as the note of the first header cell and in the guide. */
  readonly purpose: Words;
  readonly group: 'start' | 'plan' | 'data' | 'act' | 'system';
  readonly frozenColumns: number;
  readonly columns: readonly ColumnTemplate[];
  readonly starterRows?: readonly StarterRow[];
  /**
   * Rows that show how the sheet is filled, written below the starter rows when they are asked for. Only in sheets in
   * which they cannot change a figure of a review.
   */
  readonly examples?: readonly StarterRow[];
  readonly names?: readonly RangeName[];
  /** Read from top to bottom like a page: no filter and no bands. */
  readonly page?: true;
  /** Its rows come from files: people are told not to type here, in any column. */
  readonly imported?: true;
};

/**
 * Shorthand of the template files: a word in every language.
 * @param en English.
 * @param zh Chinese.
 * @returns The word.
 * @example words('Goal', '目标') //=> { en: 'Goal', 'zh-CN': '目标' }
 */
export function words(en: string, zh: string): Words {
  return { en, 'zh-CN': zh };
}

/**
 * Whether a text is a word, in whatever language, without regard to case and outer spaces.
 * @param each The word in every language.
 * @param text Text as people see it.
 * @returns Whether any language has this word.
 * @example isWordOf(words('Goal', '目标'), ' goal ') //=> true
 */
export function isWordOf(each: Words, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return LANGUAGES.some((language) => each[language].toLowerCase() === wanted);
}

/**
 * Shorthand of the template files: one value of a dropdown.
 * @param key What the code knows.
 * @param en What stands in the cell in English.
 * @param zh What stands in the cell in Chinese.
 * @returns The value.
 */
export function choice(key: string, en: string, zh: string): Choice {
  return { key, words: words(en, zh) };
}

/**
 * Shorthand of the template files: a day in a row to begin with.
 * @param iso Such as `2026-11-22`.
 * @returns Its serial number.
 * @example day('2026-11-22') //=> 46348
 */
export function day(iso: string): number {
  return serialOfIsoDate(iso) ?? Number.NaN;
}

/** Optional parts of a column. */
export type ColumnExtras = Omit<ColumnTemplate, 'key' | 'header' | 'type' | 'width'>;

/**
 * Shorthand of the template files: a column with its two headers.
 * @param key Identity of the column within its sheet.
 * @param type What it holds.
 * @param width Pixels.
 * @param en English header, another one than those of the sheet's other columns.
 * @param zh Chinese header, likewise.
 * @param extras Note, choices, formula and the like.
 * @returns The column.
 */
export function column(
  key: string,
  type: ColumnType,
  width: number,
  en: string,
  zh: string,
  extras: ColumnExtras = {},
): ColumnTemplate {
  return { key, type, width, header: words(en, zh), ...extras };
}

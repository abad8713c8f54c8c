import type { DaySpan } from '../../../src/kpi/coverage.ts';

/**
 * Facts of content as columns, one entry for each row. `null` (or NaN, in a typed array) is "not measured".
 */
export type Facts = {
  /**
   * Whose snapshots follow one another: the account, or account and export where an account has several exports
   * with different items (videos and lives), since an item that one of them leaves out is not gone.
   */
  readonly accounts: readonly string[];
  /** Identifier of the item, unique within its account. */
  readonly contents: readonly string[];
  /** "period": activity of the days from … to. "cumulative": lifetime as of the end of day `to`. */
  readonly kinds: readonly string[];
  /** First day as a serial; of no meaning for cumulative rows. */
  readonly from: ArrayLike<number | null>;
  /** Last day (the as-of day) as a serial. */
  readonly to: ArrayLike<number | null>;
  readonly measures: Readonly<Record<string, ArrayLike<number | null>>>;
  /** Where measures are money that was converted by the rate of each row's last day; what came between two snapshots is not. */
  readonly money?: Money;
};

/** How money was converted. */
export type Money = {
  /** Measures that are money. */
  readonly keys: ReadonlySet<string>;
  /** Currency of each row. */
  readonly currencies: readonly string[];
  /** Rate by which each row was converted; null where none was known. */
  readonly rates: readonly (number | null)[];
};

/**
 * By what an earlier snapshot's money is multiplied before it is taken from a later one's, so that their difference is
 * what came between them at the later one's rate, and no gain of the currency.
 * @param money How it was converted.
 * @param row The later snapshot. @param before The earlier one.
 * @returns 1 where they are of two currencies, or no rate is known.
 * @example at rates of 7 and then 7.2: rateChange(money, 1, 0) //=> 7.2 / 7
 */
export const rateChange = ({ currencies, rates }: Money, row: number, before: number): number => {
  const [now, then] = [rates[row], rates[before]];
  return now && then && currencies[row] === currencies[before] ? now / then : 1;
};

/** What stands behind a span of days of one item. */
export const SPAN_PERIOD = 0; // a period fact
export const SPAN_DIFFERENCE = 1; // lifetime now − lifetime at the snapshot before
export const SPAN_FROM_ZERO = 2; // published since the snapshot before: all of its lifetime
export const SPAN_UNKNOWN_START = 3; // older than the snapshot before, and not in it: no activity known
export const SPAN_GONE = 4; // in the snapshot before, and no longer in this one: no activity known

/** Facts sorted into spans of days by item, ready to be asked for any period. */
export type FactIndex = {
  readonly facts: Facts;
  readonly accountNames: readonly string[];
  readonly contentIds: readonly string[];
  /** Position in `accountNames` by content position. */
  readonly accountOf: readonly number[];
  /** Spans of content c: positions firstSpan[c] … firstSpan[c + 1] − 1, by start. */
  readonly firstSpan: readonly number[];
  readonly spanStart: readonly number[];
  readonly spanEnd: readonly number[];
  readonly spanKind: readonly number[];
  /** Fact row that holds the span's values (the later snapshot). */
  readonly spanRow: readonly number[];
  /** Fact row of the earlier snapshot; −1 where there is none. */
  readonly spanBefore: readonly number[];
  /** 1 where a measure fell between two snapshots. */
  readonly spanFell: readonly number[];
  /** 1 where two of the content's spans share a day. */
  readonly overlapping: readonly number[];
  /** Row of the latest cumulative fact by content, −1 where there is none; only rows up to the as-of day count. */
  readonly latest: readonly number[];
  /** Covered days by account, also of accounts that only the import log knows. */
  readonly covered: ReadonlyMap<string, readonly DaySpan[]>;
  /** Rows that no rule can place: no account, content, kind or day, or a span that ends before it starts. */
  readonly skipped: number;
};

export type IndexOptions = {
  /** Day on which an item was published, as a serial; null where that is not known. Asked once for each item. */
  readonly publishedOf?: (account: string, content: string) => number | null;
  /** Days that the import log says an account's files span, even where no row has activity. */
  readonly imported?: ReadonlyMap<string, readonly DaySpan[]>;
  /** Facts of later days are left out. */
  readonly asOf?: number;
};

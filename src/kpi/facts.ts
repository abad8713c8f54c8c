import type { DaySpan } from './coverage.ts';
import type { SpanCalendar } from './span-calendar.ts';

/** What a row of facts is. */
export const KIND_NONE = 0; // nothing that a rule can place
export const KIND_PERIOD = 1; // activity of the days from … to
export const KIND_CUMULATIVE = 2; // lifetime as of the end of day `to`

/** Facts of content as columns of numbers, one entry for each row. */
export type Facts = {
  /**
   * Whose snapshots follow one another: the account, or account and export where an account has several exports
   * with different items (videos and lives), since an item that one of them leaves out is not gone.
   */
  readonly accountNames: readonly string[];
  /** Identifiers of items, each unique within its account. */
  readonly contentIds: readonly string[];
  /** Position in `accountNames` by item. */
  readonly accountOf: ArrayLike<number>;
  /** Position in `contentIds` by row; −1 where the row names none. */
  readonly contents: Int32Array;
  readonly kinds: Uint8Array;
  /** First day as a serial; of no meaning for cumulative rows. NaN is none. */
  readonly from: Float64Array;
  /** Last day (the as-of day) as a serial. */
  readonly to: Float64Array;
  readonly measures: Readonly<Record<string, MeasureColumn>>;
  /** Where measures are money that was converted by the rate of each row's last day; what came between two snapshots is not. */
  readonly money?: Money;
};

/** How money was converted. */
export type Money = {
  /** Measures that are money. */
  readonly keys: ReadonlySet<string>;
  /** Currency of each row. */
  readonly currencies: readonly string[];
  /** Rate by which each row was converted; NaN where none was known or asked for. */
  readonly rates: Float64Array;
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
  const change = (rates[row] as number) / (rates[before] as number);
  return currencies[row] === currencies[before] && Number.isFinite(change) ? change : 1;
};

/** A measure by row; NaN is "not measured". */
export type MeasureColumn = {
  /** Made when it is asked for first: many measures of a file are asked for by nobody. */
  readonly all: Float64Array;
  at(row: number): number;
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
  /** Accounts and items that have rows which can be placed, as those come up. */
  readonly accountNames: readonly string[];
  readonly contentIds: readonly string[];
  /** Position in `accountNames` by content position. */
  readonly accountOf: readonly number[];
  /** Item by row; −1 for a row that cannot be placed. */
  readonly itemOf: Int32Array;
  /** 1 where an item's rows come by day and share none, as those of most files do. */
  readonly inOrder: Uint8Array;
  /** Rows of content c that can be placed: positions firstRow[c] … firstRow[c + 1] − 1, as they come up. */
  readonly rows: Int32Array;
  readonly firstRow: Int32Array;
  /** Spans of content c: positions firstSpan[c] … firstSpan[c + 1] − 1, by start. */
  readonly firstSpan: Int32Array;
  /** Content position by span. */
  readonly spanContent: Int32Array;
  readonly spanStart: Float64Array;
  readonly spanEnd: Float64Array;
  readonly spanKind: Uint8Array;
  /** Fact row that holds the span's values (the later snapshot). */
  readonly spanRow: Int32Array;
  /** Fact row of the earlier snapshot; −1 where there is none. */
  readonly spanBefore: Int32Array;
  /** 1 where the span shares a day with another one of its content. */
  readonly spanShared: Uint8Array;
  readonly calendar: SpanCalendar;
  /** A measure by span, NaN where it is not measured; undefined where the facts have none of that key. Made once. */
  amountsOf(measure: string): Float64Array | undefined;
  /** 1 where two of the content's spans share a day. */
  readonly overlapping: Uint8Array;
  /** Row of the latest cumulative fact by content, −1 where there is none; only rows up to the as-of day count. */
  readonly latest: Int32Array;
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

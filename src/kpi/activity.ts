import { daysCovered } from './coverage.ts';
import type { FactIndex } from './facts.ts';
import { type Amounts, type Period, periodOf, totalsOf } from './period.ts';
import { remembered } from './remembered.ts';

/** Columns by measure, one entry for each item; null is "not measured". Made when they are asked for. */
export type Columns = Readonly<Record<string, readonly (number | null)[]>>;

/** What items did within a period. */
export type Activity = {
  readonly from: number;
  readonly to: number;
  /** Positions of the items in the index. */
  readonly items: Int32Array;
  /** Account and identifier of each item that has a span of known or unknown activity in the period. */
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
  /** 1 where a span reaches over the period's border and was shared by days. */
  readonly estimated: Uint8Array;
  /** 1 where part of the item's activity in the period is unknown. */
  readonly partial: Uint8Array;
  /** Items older than the snapshot before and not in it. */
  readonly unknownStart: number;
  /** Items that a later snapshot no longer has. */
  readonly gone: number;
  /** Pairs of snapshots of one item between which a measure fell; the fall is kept. */
  readonly falls: number;
  /** Days of the period that are covered, by account. */
  readonly coveredDays: ReadonlyMap<string, number>;
};

/** As `Array.from`, without an object for each step. */
const eachOf = <T>(numbers: Int32Array | Float64Array, read: (value: number) => T): T[] => {
  const found: T[] = [];
  for (let i = 0; i < numbers.length; i++) found.push(read(numbers[i] as number));
  return found;
};

const columnsOf = ({ facts }: FactIndex, { amounts }: Amounts): Columns => {
  const column = remembered((measure: string) =>
    eachOf(amounts(measure), (value) => (Number.isNaN(value) ? null : value)),
  );
  const columns = {};
  for (const measure of Object.keys(facts.measures)) {
    Object.defineProperty(columns, measure, { enumerable: true, get: () => column(measure) });
  }
  return columns;
};

const namesOf = (
  { accountNames, accountOf, contentIds }: FactIndex,
  { items }: Amounts,
): Pick<Activity, 'items' | 'accounts' | 'contents'> => ({
  items,
  accounts: eachOf(items, (item) => accountNames[accountOf[item] as number] as string),
  contents: eachOf(items, (item) => contentIds[item] as string),
});

/**
 * The activity of every item within a period, with names.
 * @param index from `indexFacts`.
 * @param period from `periodOf`.
 */
export const namedActivity = (index: FactIndex, period: Period): Activity => ({
  from: period.from,
  to: period.to,
  ...namesOf(index, period),
  measures: columnsOf(index, period),
  get estimated() {
    return period.estimated();
  },
  partial: period.partial,
  unknownStart: period.unknownStart,
  gone: period.gone,
  get falls() {
    return period.falls();
  },
  coveredDays: new Map(
    [...index.covered].map(([name, spans]) => [name, daysCovered(spans, period.from, period.to)] as const),
  ),
});

/**
 * The activity of every item within a period; see `periodOf`.
 * @param index from `indexFacts`.
 * @param from first day. @param to last day, serials.
 * @example with snapshots of 40 views as of day 10 and 100 as of day 17: activityOf(index, 11, 17).measures.views //=> [60]
 */
export const activityOf = (index: FactIndex, from: number, to: number): Activity =>
  namedActivity(index, periodOf(index, from, to));

/** Totals of items since they were published. */
export type Lifetime = {
  /** Positions of the items in the index. */
  readonly items: Int32Array;
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
  /** The as-of day of each item's snapshot, null where the totals are sums of period facts. */
  readonly asOf: readonly (number | null)[];
};

/**
 * Lifetime totals of every item, with names; see `totalsOf`.
 * @param index from `indexFacts`.
 * @param totals from `totalsOf`.
 */
export const lifetimeOf = (index: FactIndex, totals: Amounts = totalsOf(index)): Lifetime => ({
  ...namesOf(index, totals),
  measures: columnsOf(index, totals),
  asOf: eachOf(index.latest, (row) => (row >= 0 ? Math.floor(index.facts.to[row] as number) : null)),
});

import { type DaySpan, daysCovered, mergeSpans, sharedDays } from './coverage.ts';
import { type FactIndex, SPAN_FROM_ZERO, SPAN_PERIOD } from './facts.ts';

/** An amount of certain days: those of its span that no shorter span had. */
type Taken = {
  start: number;
  end: number;
  amount: number;
  days: number;
  daysWithin: number;
  isEstimated: boolean;
};

/**
 * What a longer span adds to the shorter ones: its own amount less that of those inside it. Of one that crosses a
 * shorter span, the days that are left have their share, which is an estimate. Null where no day is left.
 */
const remainder = (whole: Taken, taken: readonly Taken[], from: number, to: number): Taken | null => {
  let { amount, days, daysWithin } = whole;
  let isCrossing = false;
  for (const part of taken) {
    if (part.end < whole.start || part.start > whole.end) continue;
    if (part.start < whole.start || part.end > whole.end) {
      isCrossing = true;
      continue;
    }
    amount -= part.amount;
    days -= part.days;
    daysWithin -= part.daysWithin;
  }
  if (isCrossing) {
    const covered = mergeSpans(taken);
    const free = whole.days - daysCovered(covered, whole.start, whole.end);
    amount *= free / days;
    days = free;
    daysWithin =
      whole.daysWithin - daysCovered(covered, Math.max(whole.start, from), Math.min(whole.end, to));
  }
  return days > 0 ? { ...whole, amount, days, daysWithin, isEstimated: isCrossing } : null;
};

/** An amount of a period; `total` is NaN where there is none. */
export type Sum = {
  readonly total: number;
  readonly estimated: boolean;
  /** Part of the period's days is not measured: then nothing is known of it. */
  readonly isBroken: boolean;
};

const NOTHING: Sum = { total: Number.NaN, estimated: false, isBroken: false };

/** Spans that share days with one another: shorter ones first, longer ones by the rest. */
const sumTogether = (
  index: FactIndex,
  amounts: Float64Array,
  spans: readonly number[],
  from: number,
  to: number,
): Sum => {
  const candidates: Taken[] = [];
  const unmeasured: (DaySpan & { readonly isPeriod: boolean })[] = [];
  const measuredBy = new Set<boolean>();
  for (const s of spans) {
    const amount = amounts[s] as number;
    const [start, end] = [index.spanStart[s] as number, index.spanEnd[s] as number];
    const isPeriod = index.spanKind[s] === SPAN_PERIOD;
    if (Number.isNaN(amount)) {
      if (end >= from && start <= to)
        unmeasured.push({ start: Math.max(start, from), end: Math.min(end, to), isPeriod });
      continue;
    }
    measuredBy.add(isPeriod);
    const [days, daysWithin] = [end - start + 1, sharedDays(start, end, from, to)];
    // Of two rows of the same days the later one counts.
    candidates.unshift({ start, end, amount, days, daysWithin, isEstimated: false });
  }
  candidates.sort((a, b) => a.days - b.days);
  const taken: Taken[] = [];
  let [total, estimated] = [Number.NaN, false];
  for (const candidate of candidates) {
    const part = remainder(candidate, taken, from, to);
    if (!part) continue;
    taken.push(part);
    if (part.daysWithin === 0) continue;
    total = (Number.isNaN(total) ? 0 : total) + (part.amount * part.daysWithin) / part.days;
    if (part.isEstimated || part.daysWithin < part.days) estimated = true;
  }
  const measured = mergeSpans(taken);
  // Periods and snapshots are of two exports; what one of them never has is no gap in the other.
  const isWhole = unmeasured.every(
    ({ start, end, isPeriod }) =>
      (measuredBy.has(!isPeriod) && !measuredBy.has(isPeriod)) ||
      daysCovered(measured, start, end) === end - start + 1,
  );
  return isWhole ? { total, estimated, isBroken: false } : { ...NOTHING, isBroken: true };
};

/**
 * The item's spans that share days (a week's file and its month's), in runs that share none with one another.
 * @returns The runs that reach into a period.
 */
const runsIn = (index: FactIndex, content: number, from: number, to: number): number[][] => {
  const runs: number[][] = [];
  let [run, runEnd]: [number[], number] = [[], -Infinity];
  const close = (): void => {
    if (run.length > 0 && runEnd >= from && (index.spanStart[run[0] as number] as number) <= to)
      runs.push(run);
    [run, runEnd] = [[], -Infinity];
  };
  for (let s = index.firstSpan[content] as number; s < (index.firstSpan[content + 1] as number); s++) {
    if (index.spanShared[s] !== 1 || (index.spanKind[s] as number) > SPAN_FROM_ZERO) continue;
    if ((index.spanStart[s] as number) > runEnd) close();
    run.push(s);
    runEnd = Math.max(runEnd, index.spanEnd[s] as number);
  }
  close();
  return runs;
};

/**
 * What an item's spans that share days with one another say of a period.
 * @param index from `indexFacts`. @param amounts from `index.amountsOf`. @param content position of the item.
 * @param from first day. @param to last day, serials.
 */
export const sumShared = (
  index: FactIndex,
  amounts: Float64Array,
  content: number,
  from: number,
  to: number,
): Sum => {
  let sum = NOTHING;
  for (const run of runsIn(index, content, from, to)) {
    const next = sumTogether(index, amounts, run, from, to);
    if (next.isBroken) return next;
    if (Number.isNaN(next.total)) continue;
    const total = (Number.isNaN(sum.total) ? 0 : sum.total) + next.total;
    sum = { total, estimated: sum.estimated || next.estimated, isBroken: false };
  }
  return sum;
};

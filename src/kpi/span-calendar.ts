import { Numbers } from './numbers.ts';

/** Finds the spans that touch a period without a look at all of them. */
export type SpanCalendar = {
  /** Spans that share a day with the period. */
  touching(from: number, to: number): number[];
};

/** Days of files: a week's, a month's, and others. A long one would make a search of all days after a period. */
const LENGTHS = [7, 31, Infinity] as const;
const WEEK = 7;

type Spans = { readonly start: Float64Array; readonly end: Float64Array; readonly length: number };

/** Spans by the week in which they end. */
type Weeks = {
  /** At most so many days has each of them. */
  readonly longest: number;
  /** Monday, or whichever day it is, of the first of the weeks. */
  readonly low: number;
  readonly spans: Int32Array;
  /** Spans that end in week w: positions first[w] … first[w + 1] − 1. */
  readonly first: Int32Array;
};

const byWeek = (own: Float64Array, { end }: Spans, longest: number): Weeks => {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < own.length; i++) {
    const day = end[own[i] as number] as number;
    if (day < low) low = day;
    if (day > high) high = day;
  }
  const first = new Int32Array(own.length === 0 ? 1 : Math.floor((high - low) / WEEK) + 2);
  const weekOf = (s: number): number => Math.floor(((end[s] as number) - low) / WEEK);
  for (let i = 0; i < own.length; i++) {
    const week = weekOf(own[i] as number);
    first[week + 1] = (first[week + 1] as number) + 1;
  }
  for (let week = 1; week < first.length; week++) {
    first[week] = (first[week] as number) + (first[week - 1] as number);
  }
  const next = first.slice();
  const spans = new Int32Array(own.length);
  for (let i = 0; i < own.length; i++) {
    const s = own[i] as number;
    const week = weekOf(s);
    spans[next[week] as number] = s;
    next[week] = (next[week] as number) + 1;
  }
  return { longest, low, spans, first };
};

/** Positions in `spans` of the weeks in which a span that touches the period can end. */
const reach = ({ longest, low, first }: Weeks, from: number, to: number): readonly [number, number] => {
  const weekAt = (day: number): number =>
    Math.min(first.length - 1, Math.max(0, Math.floor((day - low) / WEEK)));
  if (to + longest <= low) return [0, 0];
  const stop = Math.min(first.length - 1, weekAt(to + longest - 1) + 1);
  return [first[weekAt(from)] as number, first[stop] as number];
};

/**
 * Sorts spans into the weeks in which they end.
 * @param spans First and last days of spans; whole days.
 * @param isWanted Which ones; all of them unless told.
 */
export const spanCalendar = (spans: Spans, isWanted?: (span: number) => boolean): SpanCalendar => {
  const { start, end, length } = spans;
  const classes = LENGTHS.map(() => new Numbers());
  for (let s = 0; s < length; s++) {
    if (isWanted?.(s) === false) continue;
    const days = (end[s] as number) - (start[s] as number) + 1;
    const at = days <= LENGTHS[0] ? 0 : days <= LENGTHS[1] ? 1 : 2;
    classes[at]?.push(s);
  }
  const weeks = classes.map(({ all }, i) => byWeek(all, spans, LENGTHS[i] as number));
  return {
    touching(from, to) {
      const found: number[] = [];
      for (const each of weeks) {
        const [begin, stop] = reach(each, from, to);
        for (let i = begin; i < stop; i++) {
          const s = each.spans[i] as number;
          if ((end[s] as number) >= from && (start[s] as number) <= to) found.push(s);
        }
      }
      return found;
    },
  };
};

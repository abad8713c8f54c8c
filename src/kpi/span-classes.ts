import { sharedDays } from './coverage.ts';
import { type FactIndex, SPAN_FROM_ZERO } from './facts.ts';

/**
 * Spans with the same first and last day, as one: the rows of a file are of few of them. By row, since rows are read in
 * the order in which they stand much faster than in any other.
 */
export type SpanClasses = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Class of the known activity that a row tells; −1 for a row that tells none, or shares days with another. */
  readonly of: Int32Array;
  /** The row of the snapshot before; −1 where there is none. */
  readonly before: Int32Array;
};

/** A class that touches a period, and the part of its days that lies within. */
export type ClassShare = { readonly at: number; readonly share: number };

/** Serial days have five digits. */
const DAYS = 1e6;

/**
 * Sorts the spans of known activity into classes; those of items of which spans share days are left out.
 * @param index from `indexFacts`.
 */
export const spanClasses = (index: FactIndex): SpanClasses => {
  const { spanStart, spanEnd, spanKind, spanRow, spanBefore, spanContent, overlapping } = index;
  const starts: number[] = [];
  const ends: number[] = [];
  const of = new Int32Array(index.itemOf.length).fill(-1);
  const before = new Int32Array(of.length).fill(-1);
  const known = new Map<number, number>();
  for (let s = 0; s < spanKind.length; s++) {
    const isKnown = (spanKind[s] as number) <= SPAN_FROM_ZERO;
    if (!isKnown || overlapping[spanContent[s] as number] === 1) continue;
    const start = spanStart[s] as number;
    const end = spanEnd[s] as number;
    const key = start * DAYS + end;
    let at = known.get(key);
    if (at === undefined) {
      at = starts.push(start) - 1;
      ends.push(end);
      known.set(key, at);
    }
    const row = spanRow[s] as number;
    of[row] = at;
    before[row] = spanBefore[s] as number;
  }
  return { starts, ends, of, before };
};

/**
 * The classes that touch a period.
 * @param from first day. @param to last day, serials.
 * @example of a week's class asked for its first day: [{ at: 0, share: 1 / 7 }]
 */
export const sharesWithin = ({ starts, ends }: SpanClasses, from: number, to: number): ClassShare[] =>
  starts.flatMap((start, at) => {
    const end = ends[at] as number;
    if (end < from || start > to) return [];
    const isInside = start >= from && end <= to;
    return [{ at, share: isInside ? 1 : sharedDays(start, end, from, to) / (end - start + 1) }];
  });

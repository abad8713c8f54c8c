import { type Fault, faultOf, type Input, isFault, isNumber, numberOf } from './fault.ts';
import type { Direction } from './metrics.ts';
import { mean } from './statistics.ts';

/** Limits are this many mean moving ranges from the centre (3 ÷ 1.128, rounded as published). */
export const LIMIT_FACTOR = 2.66;
/** Limit of the moving range itself, in mean moving ranges. */
export const RANGE_FACTOR = 3.268;
/** Fewer points than this have no limits. */
export const MIN_POINTS = 10;
const RUN = 8;
const SCREEN_FACTOR = 3.267;

/** "limit": outside the limits; "run": of 8 in a row on one side; "near": of 3 of 4 nearer a limit than the centre. */
export type Signal = '' | 'limit' | 'run' | 'near';
export type Meaning = 'improvement' | 'concern';
/** Can a process with these limits meet its target? */
export type Assurance = 'always' | 'never' | 'by luck';

export type Limits = {
  readonly centre: number;
  readonly meanRange: number;
  readonly lower: number;
  readonly upper: number;
  readonly rangeLimit: number;
  /** Measured points that the limits are of. */
  readonly points: number;
};

export type LimitOptions = {
  /** Drop moving ranges above 3.267 times their mean once, and take the mean of the rest. */
  readonly screenOutliers?: boolean;
  /** 2.66 unless told; 3 ÷ 1.128 where more digits are wanted. */
  readonly factor?: number;
};

type Values = readonly (number | null)[];

const movingRanges = (values: Values): number[] => {
  const ranges: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const [before, now] = [values[i - 1] ?? null, values[i] ?? null];
    if (before !== null && now !== null) ranges.push(Math.abs(now - before));
  }
  return ranges;
};

/**
 * Natural process limits of single values from their moving ranges.
 * @param values by period; null where a period is missing: no range goes across it.
 * @returns null where there are no two neighbours, or they are too large for a double.
 * Source: XmR chart (Wheeler; NIST/SEMATECH handbook 6.3.2.2).
 * @example for 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 //=> centre 50.81, limits 45.8151 and 55.8049
 */
export const limitsOf = (values: Values, options: LimitOptions = {}): Limits | null => {
  const measured = values.filter((value): value is number => value !== null);
  const ranges = movingRanges(values);
  const all = mean(ranges);
  const centre = mean(measured);
  if (all === null || centre === null) return null;
  const kept = options.screenOutliers ? ranges.filter((range) => range <= SCREEN_FACTOR * all) : ranges;
  const meanRange = mean(kept) ?? all;
  const reach = (options.factor ?? LIMIT_FACTOR) * meanRange;
  const limits = {
    centre,
    meanRange,
    lower: centre - reach,
    upper: centre + reach,
    rangeLimit: RANGE_FACTOR * meanRange,
  };
  return Object.values(limits).every(Number.isFinite) ? { ...limits, points: measured.length } : null;
};

type Marker = (from: number, to: number, signal: Signal) => void;

/** −1 below, +1 above, 0 on the line; what rounding alone moves is on the line. */
const sideOf = (value: number, line: number): number =>
  Math.abs(value - line) <= 1e-12 * Math.max(Math.abs(value), Math.abs(line)) ? 0 : Math.sign(value - line);

/** Eight or more in a row on one side; a missing period ends a row. */
const markRuns = (values: Values, { centre }: Limits, mark: Marker): void => {
  let start = 0;
  let side = 0;
  for (let i = 0; i <= values.length; i++) {
    const value = values[i] ?? null;
    const here = value === null ? 0 : sideOf(value, centre);
    if (here === side && here !== 0 && i < values.length) continue;
    if (side !== 0 && i - start >= RUN) mark(start, i - 1, 'run');
    start = i;
    side = here;
  }
};

/** Three of four successive points nearer the same limit than the centre. */
const markNear = (values: Values, { centre, lower, upper }: Limits, mark: Marker): void => {
  const edges: [number, number][] = [
    [1, (centre + upper) / 2],
    [-1, (centre + lower) / 2],
  ];
  for (const [side, edge] of edges) {
    const isNear = values.map((value) => value !== null && sideOf(value, edge) === side);
    for (let i = 3; i < values.length; i++) {
      if (values.slice(i - 3, i + 1).includes(null)) continue;
      const near = [i - 3, i - 2, i - 1, i].filter((position) => isNear[position]);
      if (near.length >= 3) for (const position of near) mark(position, position, 'near');
    }
  }
};

const signalsOf = (values: Values, limits: Limits): Signal[] => {
  const signals = new Array<Signal>(values.length).fill('');
  const mark: Marker = (from, to, signal) => {
    for (let i = from; i <= to; i++) if (signals[i] === '') signals[i] = signal;
  };
  values.forEach((value, i) => {
    if (value === null) return;
    if (sideOf(value, limits.upper) > 0 || sideOf(value, limits.lower) < 0) mark(i, i, 'limit');
  });
  markRuns(values, limits, mark);
  markNear(values, limits, mark);
  return signals;
};

/** Enough points with neighbours, and no limits all the same. */
const isTooLarge = (part: Values): boolean =>
  part.filter((value) => value !== null).length >= MIN_POINTS &&
  movingRanges(part).length > 0 &&
  limitsOf(part) === null;

/** One period of a process behaviour chart. */
export type XmrPoint = {
  readonly value: number | null;
  /** The limits of its baseline; null where that has fewer than 10 points, or too large ones. */
  readonly limits: Limits | null;
  /** Why the point has no value or no limits: its own fault, else NOT_ENOUGH_DATA or TOO_LARGE of the baseline. */
  readonly fault: Fault | null;
  readonly signal: Signal;
  /** What a signal means for a KPI of this direction; null without a signal. */
  readonly meaning: Meaning | null;
};

export type XmrOptions = LimitOptions & {
  readonly direction?: Direction;
  /** Positions at which a new baseline begins (a change that was meant); limits and rules start anew there. */
  readonly dividers?: readonly number[];
};

/**
 * A process behaviour chart: limits for each baseline, and the signals of three rules, strongest first: outside a
 * limit, 8 in a row on one side of the centre, 3 of 4 nearer a limit than the centre.
 * @param cells values by period, oldest first; an empty one is a missing period, and so is what is no number.
 * @returns a point for each value. With fewer than 10 measured values a baseline has no limits and no signals.
 * Source: process behaviour charts (Wheeler, Understanding Variation).
 * @example xmr([49.6, 47.6, … ten values])[0].limits //=> centre 50.81, lower 45.8151, upper 55.8049
 */
export const xmr = (cells: readonly Input[], options: XmrOptions = {}): readonly XmrPoint[] => {
  const read = cells.map(numberOf);
  const values = read.map((value) => (isNumber(value) ? value : null));
  const { direction = 'up', dividers = [] } = options;
  const starts = [0, ...dividers.filter((start) => start > 0 && start < values.length)].sort((a, b) => a - b);
  return starts.flatMap((start, i) => {
    const part = values.slice(start, starts[i + 1]);
    const found = limitsOf(part, options);
    const limits = found !== null && found.points >= MIN_POINTS ? found : null;
    const missing = limits ? null : faultOf(isTooLarge(part) ? 'TOO_LARGE' : 'NOT_ENOUGH_DATA');
    const signals = limits ? signalsOf(part, limits) : [];
    return part.map((value, position): XmrPoint => {
      const signal = signals[position] ?? '';
      const isUp = limits !== null && value !== null && value > limits.centre;
      const meaning = isUp === (direction === 'up') ? 'improvement' : 'concern';
      const own = read[start + position];
      const fault = isFault(own) ? own : missing;
      return { value, limits, fault, signal, meaning: signal === '' ? null : meaning };
    });
  });
};

/**
 * The dividers of dates at which something was changed on purpose.
 * @param starts first day of each period, oldest first. @param dates divider dates, serials in any order.
 * @returns positions for `dividers`: of each date the first period that starts on it or after it; a date after the
 *   last start divides nothing yet.
 * @example dividersAt([1, 8, 15], [8, 9]) //=> [1, 2]
 */
export const dividersAt = (starts: readonly number[], dates: readonly number[]): readonly number[] => {
  const found = dates.map((date) => starts.findIndex((start) => start >= Math.floor(date)));
  return [...new Set(found)].filter((position) => position >= 0).sort((a, b) => a - b);
};

/**
 * Will this process, as it is, meet its target?
 * @param direction "up": the target is a minimum; "down": a maximum.
 * Source: variation and assurance of statistical process control (NHS “Making data count”).
 * @example assuranceOf({ lower: 45.8, upper: 55.8 }, 45) //=> 'always'
 */
export const assuranceOf = (
  limits: Pick<Limits, 'lower' | 'upper'>,
  target: number,
  direction: Direction = 'up',
): Assurance => {
  const [worst, best] = direction === 'up' ? [limits.lower, limits.upper] : [-limits.upper, -limits.lower];
  const wanted = direction === 'up' ? target : -target;
  if (worst >= wanted) return 'always';
  return best < wanted ? 'never' : 'by luck';
};

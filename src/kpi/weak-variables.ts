import { mean } from './statistics.ts';
import { groupMedians, isTrailing, TRAILING_DAYS } from './trailing.ts';
import { welch } from './welch.ts';

/** Items with a level, and items without it, that a level must have before it is asked about. */
export const MIN_LEVEL_ITEMS = 5;
/** As many items as count for "no effect" when an effect is shrunk. */
const SHRINKAGE_ITEMS = 5;
export const MAX_Q = 0.1;

/** What one recorded level (cover style: "face") goes with. */
export type LevelEffect = {
  readonly variable: string;
  readonly level: string;
  /** Items of this level, and of all others. */
  readonly items: number;
  readonly others: number;
  /** Shrunk effect against the other items, as a fraction: −0.2 is 20 % weaker. */
  readonly effect: number;
  /** Two-sided: which levels are the weak ones was not known before they were looked at. */
  readonly p: number;
  /** Share of false findings among all questions, strong levels too, that are as clear (Benjamini–Hochberg). */
  readonly q: number;
};

export type WeakVariables = {
  /** Levels that do worse than the other items with q within the bound, weakest first. */
  readonly found: readonly LevelEffect[];
  /** Levels that were asked about: the more are tried, the clearer each must be. */
  readonly tried: number;
  /** Items with a value and a baseline. */
  readonly items: number;
  /** Variables of which no level could be asked about: too few items, or no two that differ. */
  readonly tooFew: readonly string[];
};

/**
 * ln(value ÷ baseline) of each item; null where one is not measured or not above 0.
 * @example logRatios([2], [1]) //=> [0.6931471805599453]
 */
export const logRatios = (
  values: readonly (number | null)[],
  baselines: readonly (number | null)[],
): readonly (number | null)[] =>
  values.map((value, item) => {
    // Of 0 and below there is no logarithm.
    const ratio = Math.log(value ?? 0) - Math.log(baselines[item] ?? 0);
    return Number.isFinite(ratio) ? ratio : null;
  });

/**
 * Adjusts p-values for the number of questions asked.
 * @returns for each p its q: the least false discovery rate at which it would be a finding.
 * Source: Benjamini and Hochberg 1995, step-up.
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) //=> [0.03, 0.04, 0.04]
 */
export const benjaminiHochberg = (ps: readonly number[]): readonly number[] => {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[b] as number) - (ps[a] as number));
  const qs = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach((position, i) => {
    least = Math.min(least, ((ps[position] as number) * ps.length) / (ps.length - i));
    qs[position] = least;
  });
  return qs;
};

type Tested = Omit<LevelEffect, 'q'>;

const testLevel = (
  ratios: readonly number[],
  labels: readonly string[],
  variable: string,
  level: string,
): Tested | null => {
  const own = ratios.filter((_, item) => labels[item] === level);
  const rest = ratios.filter((_, item) => labels[item] !== level);
  if (own.length < MIN_LEVEL_ITEMS || rest.length < MIN_LEVEL_ITEMS) return null;
  const test = welch(rest, own);
  const [here, there] = [mean(own), mean(rest)];
  if (!test || here === null || there === null) return null;
  const shrunk = ((here - there) * own.length) / (own.length + SHRINKAGE_ITEMS);
  return { variable, level, items: own.length, others: rest.length, effect: Math.expm1(shrunk), p: test.p };
};

/** Every level of a variable against the rest; of two levels, which ask one question, the weaker. */
const testVariable = (
  ratios: readonly (number | null)[],
  variable: string,
  labels: readonly (string | null)[],
): Tested[] => {
  const items = ratios.flatMap((ratio, item) => (ratio !== null && labels[item] ? [item] : []));
  const values = items.map((item) => ratios[item] as number);
  const names = items.map((item) => labels[item] as string);
  const levels = [...new Set(names)];
  const tested = levels.flatMap((level) => testLevel(values, names, variable, level) ?? []);
  return levels.length === 2 ? tested.filter((level) => level.effect <= 0).slice(0, 1) : tested;
};

/**
 * Which recorded variables go with weakness: every level of every variable against the items without it, on log
 * ratios to baseline, shrunk for few items, and adjusted for all the questions asked at once. Strong levels are
 * asked about as well, and count among the questions, but are not reported.
 * @param ratios from `logRatios`, one for each item of the trailing days.
 * @param variables label of each item by variable; null or '' where it was not recorded.
 * @param maxQ greatest q that is reported, 0.1 unless told.
 * Source: Welch 1947; Benjamini and Hochberg 1995; shrinkage n ÷ (n + 5).
 * @example weakVariables(ratios, { cover: ['face', 'product', …] }).found //=> [{ level: 'face', effect: −0.2, … }]
 */
export const weakVariables = (
  ratios: readonly (number | null)[],
  variables: Readonly<Record<string, readonly (string | null)[]>>,
  maxQ = MAX_Q,
): WeakVariables => {
  const tested: Tested[] = [];
  const tooFew: string[] = [];
  for (const [variable, labels] of Object.entries(variables)) {
    const levels = testVariable(ratios, variable, labels);
    if (levels.length === 0) tooFew.push(variable);
    tested.push(...levels);
  }
  const qs = benjaminiHochberg(tested.map(({ p }) => p));
  const found = tested
    .map((level, i): LevelEffect => ({ ...level, q: qs[i] as number }))
    .filter(({ effect, q }) => effect < 0 && q <= maxQ)
    .sort((a, b) => a.effect - b.effect);
  return { found, tried: tested.length, items: ratios.filter((ratio) => ratio !== null).length, tooFew };
};

/** Days over which weakness is asked about. */
export const ASKED_DAYS = 28;

/** Published items as columns. */
export type PublishedItems = {
  /** Day of publication, serial; null where it is not known. */
  readonly published: readonly (number | null)[];
  /** Account × format. */
  readonly groups: readonly string[];
  /** What is asked about: views, GMV …; null where not measured. */
  readonly values: readonly (number | null)[];
  readonly isColdStart: readonly boolean[];
};

/**
 * Log ratios to baseline of the items of the trailing days: the baseline is the median of the account × format over
 * 90 days, and items in cold start are on neither side.
 * @param asOf last day, serial.
 * @param days 28 unless told, for `weakVariables`; 7 for the list of a week's items.
 * @returns one for each item; null where it was not published in these days, is in cold start, or has no baseline.
 * Source: log ratios to a trailing median, as index numbers of content.
 * @example recentRatios({ published: [1, 2], groups: ['a', 'a'], values: [1, 3], isColdStart: [false, false] }, 2)
 *   //=> [ln 0.5, ln 1.5], of a median of 2
 */
export const recentRatios = (
  { published, groups, values, isColdStart }: PublishedItems,
  asOf: number,
  days = ASKED_DAYS,
): readonly (number | null)[] => {
  const isWithin = (item: number, count: number): boolean =>
    !isColdStart[item] && isTrailing(published[item] ?? null, asOf, count);
  const baselines = groupMedians(values, groups, (item) => isWithin(item, TRAILING_DAYS));
  return logRatios(values, baselines).map((ratio, item) => (isWithin(item, days) ? ratio : null));
};

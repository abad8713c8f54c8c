import { errorIn, type Fault, faultAt, faultOf, type Input, isFault, numberOf } from './fault.ts';
import type { Cell } from './issue.ts';

export const ATTRIBUTION_MODELS = ['last', 'first', 'linear', 'position', 'decay'] as const;
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number];

const HALF_LIFE_DAYS = 7;
/** Conversions with no touch: always a line of its own. */
export const UNATTRIBUTED = '';

export type Credit = { readonly channel: string; readonly credit: number };

/**
 * The touches of a path, first to last; between them stands >, ＞ or →.
 * @example touchesOf('ad > mail > ad') //=> ['ad', 'mail', 'ad']
 */
export const touchesOf = (path: Cell): readonly string[] =>
  String(path ?? '')
    .split(/[>＞→]/)
    .map((touch) => touch.trim())
    .filter((touch) => touch !== '');

const normalised = (weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** 40 % to the first and the last, 20 % among those between; of two, half each. */
const byPosition = (count: number): number[] => {
  if (count <= 2) return new Array<number>(count).fill(1 / count);
  return Array.from({ length: count }, (_, i) => (i === 0 || i === count - 1 ? 0.4 : 0.2 / (count - 2)));
};

/** Counted from the latest touch, so that old paths do not all round to nothing. */
const byDecay = (daysBefore: readonly number[]): number[] => {
  const latest = Math.min(...daysBefore);
  return normalised(daysBefore.map((days) => 2 ** (-(days - latest) / HALF_LIFE_DAYS)));
};

/** Models that ask for nothing but the places of the touches. */
export type PlaceModel = Exclude<AttributionModel, 'decay'>;

/**
 * Shares of the touches of a path by their places in it.
 * @param count touches, at least 1.
 * @returns shares that add up to 1.
 * @example placeShares(2, 'last') //=> [0, 1]
 */
export const placeShares = (count: number, model: PlaceModel): readonly number[] => {
  const single = (chosen: number): number[] =>
    Array.from({ length: count }, (_, i) => (i === chosen ? 1 : 0));
  switch (model) {
    case 'last':
      return single(count - 1);
    case 'first':
      return single(0);
    case 'linear':
      return new Array<number>(count).fill(1 / count);
    case 'position':
      return byPosition(count);
  }
};

/**
 * How a conversion's credit is shared among the touches of its path.
 * @param count touches, at least 1.
 * @param daysBefore for "decay": days from each touch to the conversion, ≥ 0, one for each touch.
 * Source: position-based (40/20/40) and time-decay (half-life 7 days) models of web analytics.
 * @returns shares that add up to 1; UNKNOWN_METHOD; DIFFERENT_LENGTHS where "decay" lacks days; NOT_NEGATIVE.
 * @example creditShares(4, 'position') //=> [0.4, 0.1, 0.1, 0.4]
 */
export const creditShares = (
  count: number,
  model: AttributionModel,
  daysBefore: readonly number[] = [],
): readonly number[] | Fault => {
  switch (model) {
    case 'last':
    case 'first':
    case 'linear':
    case 'position':
      return placeShares(count, model);
    case 'decay':
      if (daysBefore.length !== count) return faultOf('DIFFERENT_LENGTHS');
      return daysBefore.every((days) => days >= 0 && Number.isFinite(days))
        ? byDecay(daysBefore)
        : faultOf('NOT_NEGATIVE');
    default:
      return faultOf('UNKNOWN_METHOD');
  }
};

/**
 * Credits conversions (or revenue) to channels.
 * @param paths touches of each row, first to last; none for what no touch led to.
 * @param conversions amount of each row; an empty one is none.
 * @param model "last" unless told; "decay" halves a touch's weight every 7 days before the conversion.
 * @param daysBefore for "decay": days from each touch to the conversion, by row.
 * @returns a row for each channel, in the order in which they come up, unattributed last; credits add up to the
 *   conversions. DIFFERENT_LENGTHS; NOT_A_NUMBER, or INPUT_ERROR for a touch that is an error text, with the row as
 *   position; UNKNOWN_METHOD; NOT_NEGATIVE; TOO_LARGE.
 * Source: the rule-based attribution models of web analytics.
 * @example attribute([['GA'], ['mail'], ['GA', 'mail']], [2, 1, 1], 'linear') //=> GA 2.5, mail 1.5
 */
export const attribute = (
  paths: readonly (readonly string[])[],
  conversions: readonly Input[],
  model: AttributionModel = 'last',
  daysBefore: readonly (readonly number[])[] = [],
): readonly Credit[] | Fault => {
  if (!ATTRIBUTION_MODELS.includes(model)) return faultOf('UNKNOWN_METHOD');
  if (paths.length !== conversions.length) return faultOf('DIFFERENT_LENGTHS');
  const credits = new Map<string, number>();
  let unattributed = 0;
  for (let row = 0; row < paths.length; row++) {
    const touches = paths[row] ?? [];
    const amount = numberOf(conversions[row]);
    const fault = isFault(amount) ? amount : touches.map(errorIn).find(isFault);
    if (fault) return faultAt(fault.fault, row);
    if (amount === null || isFault(amount)) continue;
    if (touches.length === 0) {
      unattributed += amount;
      continue;
    }
    const shares = creditShares(touches.length, model, daysBefore[row]);
    if (isFault(shares)) return shares;
    touches.forEach((channel, i) => {
      credits.set(channel, (credits.get(channel) ?? 0) + amount * (shares[i] as number));
    });
  }
  const rows = [...credits].map(([channel, credit]): Credit => ({ channel, credit }));
  if (unattributed !== 0) rows.push({ channel: UNATTRIBUTED, credit: unattributed });
  return rows.every(({ credit }) => Number.isFinite(credit)) ? rows : faultOf('TOO_LARGE');
};

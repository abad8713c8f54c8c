/** The colours of a colour scale (`GradientRule`). */
import { objectOf } from '../../document/json.ts';
import type { JsonObject } from '../../document/model.ts';
import { completed } from '../colors.ts';

type Stop = { at: number; color: JsonObject };

/** The value below which a share of the sorted numbers lies, between two of them in proportion, as PERCENTILE does. */
const percentile = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
};

const placeOf = (point: JsonObject, sorted: readonly number[], numberOf: NumberOf): number => {
  const [low, high] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  if (point.type === 'MIN') return low;
  if (point.type === 'MAX') return high;
  const value = numberOf(String(point.value));
  if (point.type === 'PERCENT') return low + ((high - low) * value) / 100;
  return point.type === 'PERCENTILE' ? percentile(sorted, value / 100) : value;
};

const channel = (color: JsonObject, name: string): number =>
  typeof color[name] === 'number' ? (color[name] as number) : 0;

const mixed = (from: JsonObject, to: JsonObject, share: number): JsonObject => {
  const made: JsonObject = {};
  for (const name of ['red', 'green', 'blue']) {
    made[name] = channel(from, name) + (channel(to, name) - channel(from, name)) * share;
  }
  return made;
};

type NumberOf = (text: string) => number;

/**
 * The background that a colour scale gives a number: the colour of the nearest end outside the scale, between two points
 * a mixture in proportion.
 * @param rule `gradientRule` of the API, as it is stored.
 * @param numbers Every number in the rule's ranges.
 * @param numberOf The number that a point's value stands for.
 * @returns The part of a format that sets the background, by number.
 */
export const gradientLook = (
  rule: JsonObject,
  numbers: readonly number[],
  numberOf: NumberOf,
): ((number: number) => JsonObject | undefined) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const stops: Stop[] = ['minpoint', 'midpoint', 'maxpoint'].flatMap((name) => {
    const point = objectOf(rule[name]);
    if (!isPoint(point)) return [];
    return [{ at: placeOf(point, sorted, numberOf), color: objectOf(point.color) }];
  });
  return (number) => {
    const color = colorAt(stops, number);
    return color && completed({ backgroundColor: color });
  };
};

const isPoint = (point: JsonObject): boolean => point.type !== undefined;

const colorAt = (stops: readonly Stop[], number: number): JsonObject | undefined => {
  const after = stops.findIndex(({ at }) => number < at);
  if (after === 0) return stops[0]?.color;
  const from = stops.at(after < 0 ? -1 : after - 1);
  const to = stops[after];
  if (!from || !to) return from?.color;
  return mixed(from.color, to.color, (number - from.at) / (to.at - from.at));
};

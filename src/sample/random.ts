/** A source of pseudo-random numbers; the same seed gives the same numbers on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform in [low, high). */
  readonly between: (low: number, high: number) => number;
  /** Whole number in [low, high], both included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Standard normal. */
  readonly normal: () => number;
  /** Log-normal with median 1. */
  readonly spread: (sigma: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly weighted: <T>(list: readonly T[], weights: readonly number[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
};

/** Generator mulberry32 by Tommy Ettinger (2017, public domain): 32 bits of state, period 2^32. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Hash FNV-1a (32 bits; Fowler, Noll, Vo; public domain) of a label, started from the seed. */
function hash(seed: number, label: string): number {
  let value = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < label.length; index += 1) {
    value = Math.imul(value ^ label.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

function weightedPick<T>(next: () => number, list: readonly T[], weights: readonly number[]): T {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, item] of list.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return item;
  }
  return list[list.length - 1] as T;
}

function shuffle<T>(next: () => number, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
}

/**
 * Random numbers for one subject. Each subject draws from its own stream, so that a change of one subject leaves
 * the others as they were.
 * @param seed Any whole number.
 * @param label Name of the subject.
 * @example randomOf(7, 'orders').whole(1, 6) // the same on every run
 */
export function randomOf(seed: number, label: string): Random {
  const next = mulberry32(hash(seed, label));
  const between = (low: number, high: number): number => low + (high - low) * next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between,
    normal,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => next() < probability,
    spread: (sigma) => Math.exp(sigma * normal()),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    weighted: (list, weights) => weightedPick(next, list, weights),
    shuffled: (list) => shuffle(next, list),
  };
}

/**
 * `count` quantiles spread evenly over (0, 1), in random order: a week's items differ as much as independent draws
 * would, but the week's total does not swing with luck.
 */
export function stratified(random: Random, count: number): number[] {
  const places = random.shuffled(Array.from({ length: count }, (_, index) => index));
  return places.map((place) => (place + random.next()) / count);
}

/** Roughly the standard normal value of a quantile: the logistic curve scaled by 1.702, somewhat wider in the tails. */
export function normalAt(quantile: number): number {
  const inside = Math.min(0.985, Math.max(0.015, quantile));
  return Math.log(inside / (1 - inside)) / 1.702;
}

/**
 * Shares whole things among expected amounts: every part gets its amount rounded down or up, by chance in
 * proportion, and the total is the expected total rounded down or up (systematic sampling).
 * @param expected Amounts ≥ 0.
 * @example shareWhole(randomOf(1, 'x'), [0.5, 0.5]) // [1, 0] or [0, 1]
 */
export function shareWhole(random: Random, expected: readonly number[]): number[] {
  const order = random.shuffled(expected.map((_, index) => index));
  const shares = new Array<number>(expected.length).fill(0);
  let upTo = random.next();
  for (const index of order) {
    const next = upTo + (expected[index] ?? 0);
    shares[index] = Math.floor(next) - Math.floor(upTo);
    upTo = next;
  }
  return shares;
}

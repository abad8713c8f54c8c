/** The host's virtual clock: it stands still until it is set, slept on or moved. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  set(time: number): void;
  advance(milliseconds: number): void;
};

/**
 * Makes a clock that shows `start` (milliseconds since 1970) until told otherwise.
 *
 * @example createClock(0).now() // 0
 */
export function createClock(start: number): Clock {
  let time = start;
  return {
    now: () => time,
    set: (value) => {
      time = value;
    },
    advance: (milliseconds) => {
      time += Math.max(0, milliseconds);
    },
  };
}

/**
 * A repeatable stream of numbers in [0, 1) (the mulberry32 generator), for the random minute of a trigger and for ids.
 *
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

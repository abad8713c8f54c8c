import { type Fault, faultAt, type Input, isFault, numberOf } from './fault.ts';
import { largestOf } from './statistics.ts';

/** A single share from which a business depends on one channel. */
export const ONE_CHANNEL_SHARE = 0.7;

const ROUNDING = 1e-12; // a share of exactly 70 % is one

export type Concentration = {
  /** Σ share², from 1 ÷ channels (all alike) to 1 (one channel only). */
  readonly herfindahl: number;
  /** 1 ÷ Herfindahl: as many channels of equal size would be as concentrated. */
  readonly effectiveChannels: number;
  readonly topShare: number;
  /** Position of the largest channel among the values. */
  readonly topPosition: number;
  readonly dependsOnOne: boolean;
};

/**
 * How much a total depends on few channels.
 * @param values GMV by channel, ≥ 0; empty ones count as no channel.
 * @param warnAt share of one channel from which to warn, 0.7 unless told.
 * @returns null where there is no total; NOT_A_NUMBER or NOT_NEGATIVE, with the position.
 * Source: Herfindahl–Hirschman index; its inverse is the numbers equivalent (Adelman 1969).
 * @example concentration([50, 50]) //=> herfindahl 0.5, effectiveChannels 2
 */
export const concentration = (
  values: readonly Input[],
  warnAt = ONE_CHANNEL_SHARE,
): Concentration | null | Fault => {
  const numbers: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const number = numberOf(values[i]);
    if (isFault(number)) return faultAt(number.fault, i);
    if (number !== null && number < 0) return faultAt('NOT_NEGATIVE', i);
    numbers.push(number ?? 0);
  }
  const largest = largestOf(numbers, 0);
  if (largest === 0) return null;
  // Relative to the largest, so that no sum is too large for a double.
  const relative = numbers.map((value) => value / largest);
  const total = relative.reduce((sum, value) => sum + value, 0);
  const herfindahl = relative.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const topShare = 1 / total;
  return {
    herfindahl,
    effectiveChannels: 1 / herfindahl,
    topShare,
    topPosition: numbers.indexOf(largest),
    dependsOnOne: topShare >= warnAt - ROUNDING,
  };
};

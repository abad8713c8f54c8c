import { tellFigure } from '../figures.ts';
import { reviewsOf, sampleOf } from './sample-reviews.ts';

/** Where nothing happens, next to nothing is said: with the same thresholds that find what is planted. */

/** All 200 seeds take half an hour; `QUIET_SEEDS=200` goes through them, `QUIET_FIRST=101 QUIET_SEEDS=100` through the second half. */
const SEEDS = Number(process.env.QUIET_SEEDS ?? 5);
const FIRST = Number(process.env.QUIET_FIRST ?? 1);
const WEEKS = 20;
/** Call-outs that a team gets in twenty quiet weeks, on average. */
const MOST = 1;

test(`at most one call-out in ${WEEKS} weeks, over ${SEEDS} teams to whom nothing happens`, () => {
  const said: string[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const review = reviewsOf(sampleOf(seed, false, 26 + WEEKS - 1));
    const before = new Map<string, number>();
    for (let back = WEEKS - 1; back >= 0; back--) {
      const ago = new Map([...before].map(([key, week]) => [key, week - back] as const));
      for (const { key } of review(back, ago).findings) {
        before.set(key, back);
        said.push(`${seed}: ${key}`);
      }
    }
  }
  tellFigure('quiet', `${SEEDS} teams × ${WEEKS} weeks, ${said.length} call-outs`);
  expect({ said, perTwentyWeeks: said.length / SEEDS <= MOST }).toEqual({ said, perTwentyWeeks: true });
}, 3_600_000);

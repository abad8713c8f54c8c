/** The tests of one life: its weeks in slices, and at the end what it was made of. */
import { tellFigure } from '../figures.ts';
import { Life, type LifeOptions } from './life.ts';
import { JOBS, type JobFunction, TROUBLES } from './troubles.ts';

const LIVES = 4;
/** Of all lives together: these take some 30 seconds of work each. A longer run, such as WEEKS=208, is for the night. */
const WEEKS = Math.ceil(Number(process.env.WEEKS ?? 64) / LIVES);
const SLICE = 5;
/** So many weeks more at most, until each call of each job has failed. */
const MORE = 40;
const JOB_FUNCTIONS = Object.keys(JOBS) as JobFunction[];

/**
 * Defines the tests of a life.
 * @param name Where it is lived.
 * @param options Zone, language and the like.
 */
export function testLife(name: string, options: LifeOptions): void {
  describe(`${WEEKS} weeks in ${name}`, () => {
    let life: Life;
    const away = Array.from({ length: WEEKS }, (_, n) => n % 26).filter((n) =>
      options.away.includes(n),
    ).length;
    beforeAll(() => {
      life = new Life(options);
    });

    const slices = Array.from({ length: Math.ceil(WEEKS / SLICE) }, (_, slice) => slice * SLICE);
    test.each(slices)('from week %i', (from) => {
      const count = Math.min(SLICE, WEEKS - from);
      expect(Array.from({ length: count }, () => life.live()).flat()).toEqual([]);
    });

    const spared = (): string[] => JOB_FUNCTIONS.flatMap((job) => life.troubles.spared(job));

    test('and on until each call has failed', () => {
      for (let more = 0; more < MORE && spared().length > 0; more++) expect(life.live()).toEqual([]);
      expect(spared()).toEqual([]);
    });

    test('they were lived through, and everything happened', () => {
      const { ran, troubles, edits, ledger, records, machine } = life;
      const lived = { ...ran, typed: ledger.typed, records: records.count, mails: machine.outbox.length };
      const failures = Object.fromEntries(troubles.counts);
      const jobs = Object.fromEntries(JOB_FUNCTIONS.map((job) => [JOBS[job], troubles.sumOf(job)]));
      const parts = [lived, failures, jobs, Object.fromEntries(edits)];
      // One line: what failed is lost where only the line that begins with the name is shown.
      tellFigure('weeks', parts.map((part) => JSON.stringify(part)).join(' '), name);
      expect(ran.weeks).toBeGreaterThanOrEqual(WEEKS);
      expect(life.wanted.has('2026-W53')).toBe(true);
      expect(ran.ticks).toBeGreaterThanOrEqual(3 * (WEEKS - away));
      expect(ran.imports).toBeGreaterThanOrEqual(2 * WEEKS);
      expect(lived.typed).toBeGreaterThanOrEqual(2 * WEEKS);
      expect(lived.records).toBeGreaterThanOrEqual(WEEKS / 2);
      // Of three people, where nothing fails.
      expect(lived.mails).toBeGreaterThanOrEqual((WEEKS - away) / 2);
      if (options.away.length > 0) expect(ran.madeUp).toBeGreaterThan(0);
      if (options.takeOvers.length > 0) expect(ran.interleaved).toBeGreaterThan(0);
      if (options.lost.length > 0) expect(ran.lost).toBeGreaterThan(0);
      if (options.changesClocks) expect(ran.clockChanges).toBeGreaterThan(0);
      for (const trouble of TROUBLES) expect(troubles.counts.get(trouble)).toBeGreaterThanOrEqual(WEEKS / 5);
      for (const { calls, ways } of Object.values(jobs)) {
        expect(calls).toBeGreaterThanOrEqual(13);
        expect(ways).toBeGreaterThanOrEqual(calls - 6);
      }
      expect([...edits].filter(([, count]) => count === 0)).toEqual([]);
    });
  });
}

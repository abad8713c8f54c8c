import fc from 'fast-check';
import { type MixRate, mixAndRate } from '../../src/kpi/mix.ts';
import { expectNear, expectTotal } from './cells.ts';

test('mix and rate of a CTR by channel (published)', () => {
  const result = mixAndRate(
    [30, 100, 70],
    [0.02, 0.06, 0.05],
    [50, 110, 75],
    [0.019, 0.062, 0.05],
  ) as MixRate;
  expect([result.before, result.after]).toEqual([expect.closeTo(0.0505, 10), expect.closeTo(0.049021, 6)]);
  expect(result.rate.map((effect) => (effect as number) * 1e4)).toEqual([
    expect.closeTo(-1.814, 3),
    expect.closeTo(9.681, 3),
    expect.closeTo(0, 10),
  ]);
  expect(result.mix.map((effect) => (effect as number) * 1e4)).toEqual([
    expect.closeTo(-18.993, 3),
    expect.closeTo(-3.587, 3),
    expect.closeTo(-0.074, 3),
  ]);
});

test('a segment that is new or gone is all mix', () => {
  const result = mixAndRate([100, ''], [0.05, ''], [100, 100], [0.05, 0.07]) as MixRate;
  expect(result.rate).toEqual([0, 0]);
  expect((result.mix as number[]).reduce((a, b) => a + b)).toBeCloseTo(0.01, 12);
});

test('mix and rate that cannot be', () => {
  expect(mixAndRate([1], [1], [1], [])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(mixAndRate([0], [1], [1], [1])).toEqual({ fault: 'ZERO_DENOMINATOR' });
  expect(mixAndRate([-1], [1], [1], [1])).toMatchObject({ rate: [{ fault: 'NOT_NEGATIVE' }], before: null });
  expect(mixAndRate([1], ['x'], [1], [1])).toMatchObject({ mix: [{ fault: 'NOT_A_NUMBER' }], after: null });
  const half = { fault: 'NOT_MEASURED' };
  expect(mixAndRate([1], [''], [1], [1])).toEqual({ rate: [half], mix: [half], before: null, after: null });
  expect(mixAndRate([''], [0.1], [1], [1])).toMatchObject({ rate: [half] });
  expect(mixAndRate([1], [1], [1], [''])).toMatchObject({ mix: [half] });
  expect(mixAndRate([0, 1], ['', 1], [1, 1], [1, 1])).toMatchObject({ rate: [0, 0] }); // no weight needs no rate
  expectTotal((a, b, c, d, e, f, g, h) => mixAndRate([a, b], [c, d], [e, f], [g, h]), 8);
});

test('a segment that cannot be counted is left out of both periods, so that the others close without it', () => {
  const [w0, r0, w1, r1] = [
    [30, 100, 70],
    [0.02, 0.06, 0.05],
    [50, 110, 75],
    [0.019, 0.062, 0.05],
  ] as const;
  const without = mixAndRate(w0.slice(1), r0.slice(1), w1.slice(1), r1.slice(1)) as MixRate;
  const bad = (fault: unknown) => ({
    rate: [fault, ...without.rate],
    mix: [fault, ...without.mix],
    before: without.before,
    after: without.after,
  });
  const rest = <T>(cells: readonly T[]): T[] => cells.slice(1);
  expect(mixAndRate(w0, ['n/a', ...rest(r0)], w1, r1)).toEqual(bad({ fault: 'NOT_A_NUMBER' }));
  expect(mixAndRate(w0, r0, [-50, ...rest(w1)], r1)).toEqual(bad({ fault: 'NOT_NEGATIVE' }));
  expect(mixAndRate(w0, r0, w1, ['', ...rest(r1)])).toEqual(bad({ fault: 'NOT_MEASURED' }));
  expect(mixAndRate(['', ...w0], ['', ...r0], ['', ...w1], ['', ...r1])).toMatchObject({
    rate: [null, ...(mixAndRate(w0, r0, w1, r1) as MixRate).rate],
  });
});

test('mix and rate of weights too large to add up', () => {
  const huge = Number.MAX_VALUE;
  expect(mixAndRate([huge, huge], [0.1, 0.2], [huge, huge], [0.2, 0.2])).toMatchObject({
    rate: [expect.closeTo(0.05, 12), 0],
    mix: [0, 0],
  });
});

test('mix and rate close', () => {
  const segment = fc.tuple(
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      const column = (k: 0 | 1 | 2 | 3): number[] => segments.map((row) => row[k]);
      const result = mixAndRate(column(0), column(1), column(2), column(3));
      if ('fault' in result) return;
      const sum = ([...result.rate, ...result.mix] as number[]).reduce((a, b) => a + b);
      expectNear(sum, (result.after as number) - (result.before as number), 1e-12);
    }),
    { seed: 17, numRuns: 1000 },
  );
});

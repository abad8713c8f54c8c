import fc from 'fast-check';
import { cascade } from '../../src/kpi/cascade.ts';
import { concentration } from '../../src/kpi/concentration.ts';
import { guardrail } from '../../src/kpi/guardrail.ts';
import { type MixRate, mixAndRate } from '../../src/kpi/mix.ts';
import { realityOf, realityOfLeaves } from '../../src/kpi/reality.ts';
import { responseTimes } from '../../src/kpi/sla.ts';
import { expectNear, expectTotal } from './cells.ts';
import { flat } from './drawn-tree.ts';

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
  expect(mixAndRate([1], [''], [1], [1])).toEqual({ rate: [null], mix: [null], before: null, after: null });
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
  expect(mixAndRate(w0, r0, w1, ['', ...rest(r1)])).toEqual(bad(null));
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

test('concentration: two equal channels, one channel, and when to warn', () => {
  expect(concentration([50, 50])).toEqual({
    herfindahl: 0.5,
    effectiveChannels: 2,
    topShare: 0.5,
    topPosition: 0,
    dependsOnOne: false,
  });
  expect(concentration([0, 8, ''])).toMatchObject({ herfindahl: 1, topPosition: 1, dependsOnOne: true });
  expect(concentration([70, 20, 10])).toMatchObject({ dependsOnOne: true });
  expect(concentration([0.7, 0.15, 0.15])).toMatchObject({ dependsOnOne: true }); // a hair below in doubles
  expect(concentration([69, 21, 10])).toMatchObject({ dependsOnOne: false });
  expect(concentration([60, 30, 10])).toMatchObject({ herfindahl: expect.closeTo(0.46, 12) });
  expect([concentration([]), concentration([0, ''])]).toEqual([null, null]);
  expect(concentration([1, -1])).toEqual({ fault: 'NOT_NEGATIVE' });
  expect(concentration(['x'])).toEqual({ fault: 'NOT_A_NUMBER' });
  expectTotal((a, b, c) => concentration([a, b, c]), 3);
});

test('a whole column of values', () => {
  const many = new Array<number>(300_000).fill(1);
  expect(concentration(many)).toMatchObject({ effectiveChannels: expect.closeTo(300_000, 3) });
});

test('response times: share in time, median, P90, and the open ones', () => {
  const result = responseTimes([1, 1, 1, 2.9, 0.5, ''], [1.5, 2, 2.5, '', '', ''], 24, 3);
  expect(result).toEqual({
    due: 4,
    answeredInTime: 2,
    share: 0.5,
    medianHours: 24,
    p90Hours: expect.closeTo(33.6, 9),
    overdue: [4],
    waiting: 1,
    impossible: 0,
  });
  expect(responseTimes([1], [''], 24, 2)).toMatchObject({ due: 0, waiting: 1 });
  expect(responseTimes([2], [1], 24, 3)).toMatchObject({ due: 0, share: null, impossible: 1 });
  expect(responseTimes([1], ['soon'], 24, 3)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(responseTimes([1], [], 24, 3)).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(responseTimes([1], [2], 0, 3)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(responseTimes([1, 1], [1.5, 1.6], 12, 3)).toMatchObject({ share: 0.5 }); // South-East Asia
  expectTotal((a, b, c, d) => responseTimes([a, b], [c, d], 12, 46348), 4);
});

test('a target out of touch with the past or the benchmark', () => {
  const history = [10, 12, 11, 14, 13];
  expect(realityOf(40, history)).toEqual({
    flags: [
      { code: 'BEYOND_P90', limit: 13.6 },
      { code: 'BEYOND_BEST', limit: 21 },
    ],
    periods: 5,
  });
  expect(realityOf(13.6, history)).toEqual({ flags: [], periods: 5 }); // at the limit is within it
  expect(realityOf(13, history, { p25: 5, p75: 20 })).toEqual({ flags: [], periods: 5 });
  expect(realityOf(15, history)).toMatchObject({ flags: [{ code: 'BEYOND_P90' }] });
  expect(realityOf(4, history, { p25: 5, p75: 20 })).toMatchObject({
    flags: [{ code: 'OUTSIDE_BENCHMARK', limit: 5 }],
  });
  expect(realityOf(99, [1, 2, ''])).toEqual({ flags: [], periods: 2 });
  expect(realityOf(5, history, undefined, 'down')).toMatchObject({
    flags: [{ code: 'BEYOND_P90', limit: 10.4 }, { code: 'BEYOND_BEST' }],
  });
  expect(realityOf(5, [1000, ...new Array(13).fill(1)])).toMatchObject({ flags: [{}, {}], periods: 13 });
  expect(realityOf('', history)).toBeNull();
  expectTotal((t, a, b, c, d, e) => realityOf(t, [a, b, c, d, e]), 6);
});

test('every leaf of a cascade is held against its own past', () => {
  const tree = flat('product', 2);
  const { targets } = cascade(tree, ['', 100, 20], 4 * 2000);
  const [orders, price] = [{ history: [90, 95, 100, 98, 100] }, { history: [20, 41, 39, 30, 35] }];
  expect(realityOfLeaves(tree, targets, [undefined, orders, price])).toEqual([
    null,
    {
      flags: [
        { code: 'BEYOND_P90', limit: 100 },
        { code: 'BEYOND_BEST', limit: 150 },
      ],
      periods: 5,
    },
    { flags: [], periods: 5 },
  ]);
  const refused = cascade(tree, ['', '', 20], 2000).targets;
  expect(realityOfLeaves(tree, refused, [undefined, orders])).toEqual([
    null,
    { fault: 'NEEDS_BASELINE' },
    null,
  ]);
});

test('up, but its guardrail fell', () => {
  const completion = { direction: 'up', before: 0.3, after: 0.4 } as const;
  expect(guardrail(completion, { direction: 'up', before: 0.02, after: 0.015 })).toBe('gamed');
  expect(guardrail(completion, { direction: 'down', before: 0.02, after: 0.015 })).toBe('held');
  expect(guardrail(completion, { direction: 'up', before: 0.02, after: 0.0198 }, 0.05)).toBe('held');
  expect(guardrail({ ...completion, after: 0.2 }, { direction: 'up', before: 2, after: 1 })).toBe('held');
  expect(guardrail(completion, { direction: 'up', before: '', after: 1 })).toBeNull();
  expectTotal(
    (a, b, c, d) =>
      guardrail({ direction: 'up', before: a, after: b }, { direction: 'down', before: c, after: d }),
    4,
  );
});

import fc from 'fast-check';
import type { Input } from '../../src/kpi/fault.ts';
import { assuranceOf, dividersAt, type Limits, limitsOf, type Signal, xmr } from '../../src/kpi/xmr.ts';
import { expectFinite } from './cells.ts';

const NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const MONTHS = [
  5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200,
];
const signals = (values: readonly (number | null)[]): Signal[] => xmr(values).map((point) => point.signal);

test('NIST 6.3.2.2: centre, mean range and limits with both factors', () => {
  const rounded = limitsOf(NIST);
  expect(rounded?.centre).toBeCloseTo(50.81, 10);
  expect(rounded?.meanRange).toBeCloseTo(1.8778, 4);
  expect([rounded?.upper, rounded?.lower]).toEqual([expect.closeTo(55.8049, 4), expect.closeTo(45.8151, 4)]);
  const exact = limitsOf(NIST, { factor: 3 / 1.128 });
  expect([exact?.upper, exact?.lower]).toEqual([expect.closeTo(55.8041, 4), expect.closeTo(45.8159, 4)]);
});

test('monthly sample: limits, range limit, and the last point is a signal', () => {
  const limits = limitsOf(MONTHS);
  expect(limits?.centre).toBe(4135.5);
  expect(limits?.meanRange).toBeCloseTo(355.933, 3);
  expect([limits?.upper, limits?.lower]).toEqual([expect.closeTo(5082.28, 2), expect.closeTo(3188.72, 2)]);
  expect(limits?.rangeLimit).toBeCloseTo(1163.19, 2);
  expect(signals(MONTHS)).toEqual([...new Array(15).fill(''), 'limit']);
});

test('a run of 8 on one side, not of 7', () => {
  const seven = [1, 9, 9, 1, 6, 6, 6, 6, 6, 6, 6, 1, 1, 1, 1];
  expect(limitsOf(seven)?.centre).toBeLessThan(6);
  expect(signals(seven)).not.toContain('run');
  const eight = [1, 9, 1, 1, 6, 6, 6, 6, 6, 6, 6, 6, 1, 9, 1, 1, 1];
  expect(signals(eight).map((signal) => signal === 'run')).toEqual(eight.map((_, i) => i >= 4 && i <= 11));
});

test('a run that is still going on', () => {
  const last = [9, 1, 9, 1, 1, 1, 9, 1, 6, 6, 6, 6, 6, 6, 6, 6];
  expect(signals(last).lastIndexOf('run')).toBe(15);
});

test('3 of 4 nearer a limit than the centre, not 2 of 4', () => {
  const calm = [0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10];
  const three = [...calm, 25, 25, 10, 25];
  const limits = limitsOf(three);
  const edge = ((limits?.centre as number) + (limits?.upper as number)) / 2;
  expect([edge > 10, edge < 25, (limits?.upper as number) > 25]).toEqual([true, true, true]);
  expect(signals(three)).toEqual([...new Array(16).fill(''), 'near', 'near', '', 'near']);
  expect(new Set(signals([...calm, 25, 10, 0, 25]))).toEqual(new Set(['']));
  expect(new Set(signals([...calm, 25, 25, null, 25]))).toEqual(new Set(['']));
});

test('below 10 measured points there is no limit and no signal', () => {
  const points = xmr([...MONTHS.slice(0, 9), null, null]);
  expect(points.every((point) => point.limits === null && point.signal === '')).toBe(true);
  expect(xmr(NIST).every((point) => point.limits !== null)).toBe(true);
});

test('no moving range across a missing period, and none of it in a run', () => {
  expect(limitsOf([1, 3, null, 100, 102])?.meanRange).toBe(2);
  expect(limitsOf([1, null, 5])).toBeNull();
  const gap = [1, 9, 1, 1, 6, 6, 6, 6, null, 6, 6, 6, 6, 1, 9, 1, 1, 1];
  expect(signals(gap)).not.toContain('run');
});

test('a divider begins a new baseline', () => {
  const low = NIST.map((value) => value - 40);
  const points = xmr([...NIST, ...low], { dividers: [10] });
  expect(points[0]?.limits?.centre).toBeCloseTo(50.81, 10);
  expect(points[19]?.limits?.centre).toBeCloseTo(10.81, 10);
  expect(points.every((point) => point.signal === '')).toBe(true);
  expect(xmr([...NIST, ...low]).some((point) => point.signal !== '')).toBe(true);
});

test('divider dates begin the first period that starts on or after them', () => {
  const weeks = NIST.concat(NIST).map((_, i) => 46_000 + 7 * i);
  expect(dividersAt(weeks, [46_070, 46_064.5, 46_069])).toEqual([10]);
  expect(dividersAt(weeks, [46_071, 1, 99_999])).toEqual([0, 11]);
  const points = xmr([...NIST, ...NIST.map((value) => value - 40)], {
    dividers: dividersAt(weeks, [46_070]),
  });
  expect(points.every((point) => point.signal === '')).toBe(true);
});

test('direction makes a signal an improvement or a concern', () => {
  expect(xmr(MONTHS)[15]?.meaning).toBe('improvement');
  expect(xmr(MONTHS, { direction: 'down' })[15]?.meaning).toBe('concern');
  expect(xmr(MONTHS)[0]?.meaning).toBeNull();
});

test('assurance: always, never, or by luck', () => {
  const limits = { lower: 45.8, upper: 55.8 };
  expect([45, 56, 50].map((target) => assuranceOf(limits, target))).toEqual(['always', 'never', 'by luck']);
  expect([45.8, 55.8].map((target) => assuranceOf(limits, target))).toEqual(['always', 'by luck']);
  expect([56, 45, 50].map((target) => assuranceOf(limits, target, 'down'))).toEqual([
    'always',
    'never',
    'by luck',
  ]);
});

test('outlier screening drops ranges above the limit once', () => {
  const values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 60, 10, 11];
  const ranges = limitsOf(values)?.meanRange as number;
  expect(ranges).toBeGreaterThan(9);
  expect(limitsOf(values, { screenOutliers: true })?.meanRange).toBe(1);
});

test('a constant series has no signals, whatever rounding does to its mean', () => {
  expect(new Set(signals(new Array(13).fill(0.1)))).toEqual(new Set(['']));
});

test('shifting and scaling a series changes no signal; nothing is NaN or infinite', () => {
  const value = fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 8 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (values, scale) => {
      const other = values.map((item) => (item === null ? null : item * scale + 5));
      if (signals(values).join() !== signals(other).join()) expect(signals(other)).toEqual(signals(values));
    }),
    { seed: 15, numRuns: 1000 },
  );
  const wild = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 30 }), (values) => expectFinite(xmr(values))),
    { seed: 16, numRuns: 1000 },
  );
});

test('a point on a limit is within it, and one beyond either is a signal', () => {
  const calm = [0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10];
  const { upper, lower } = limitsOf(calm) as Limits;
  // The mean range is 10, and the centre 5.
  expect([upper, lower]).toEqual([expect.closeTo(31.6, 12), expect.closeTo(-21.6, 12)]);
  const low = [...calm, 10, -60, 10];
  expect(
    signals(low)
      .map((signal, i) => (signal === 'limit' ? i : -1))
      .filter((i) => i >= 0),
  ).toEqual([13]);
  expect(xmr(low)[13]).toMatchObject({ meaning: 'concern', value: -60, fault: null });
  expect(xmr(low, { direction: 'down' })[13]?.meaning).toBe('improvement');
});

test('three of four near the lower limit are a signal as well', () => {
  const calm = [0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10];
  expect(signals([...calm, -15, -15, 0, -15])).toEqual([
    ...new Array(16).fill(''),
    'near',
    'near',
    '',
    'near',
  ]);
  expect(signals([...calm, -15, 0, -15, -15])).toEqual([
    ...new Array(16).fill(''),
    'near',
    '',
    'near',
    'near',
  ]);
  expect(new Set(signals([...calm, -15, 25, -15, 25]))).toEqual(new Set(['']));
});

test('ten points make limits, nine do not; dividers beyond the ends divide nothing', () => {
  expect(xmr(NIST.slice(0, 9))[0]).toMatchObject({ limits: null, fault: { fault: 'NOT_ENOUGH_DATA' } });
  expect(xmr(NIST)[0]?.limits?.points).toBe(10);
  const plain = xmr(NIST);
  for (const dividers of [[0], [-1], [10], [99], []]) expect(xmr(NIST, { dividers })).toEqual(plain);
  const thrice = xmr([...NIST, ...NIST, ...NIST], { dividers: [20, 10] });
  expect(thrice).toEqual([...plain, ...plain, ...plain]);
  expect([xmr([]), limitsOf([]), limitsOf([5]), limitsOf([null, 5, null])]).toEqual([[], null, null, null]);
});

test('every point says why it has no limits', () => {
  const codes = (values: readonly Input[]) => xmr(values).map(({ fault }) => fault?.fault ?? '');
  expect(codes([1, 'x', ''])).toEqual(['NOT_ENOUGH_DATA', 'NOT_A_NUMBER', 'NOT_ENOUGH_DATA']);
  expect(codes([...NIST, '#N/A'])).toEqual([...NIST.map(() => ''), 'NOT_A_NUMBER']);
  expect(codes(new Array(6).fill([1e308, -1e308]).flat())).toEqual(new Array(12).fill('TOO_LARGE'));
  expect(codes(new Array(12).fill(1e305))).toEqual(new Array(12).fill('')); // large is no reason to refuse
  const gaps = new Array(12).fill([1, '']).flat() as Input[];
  expect(new Set(codes(gaps))).toEqual(new Set(['NOT_ENOUGH_DATA'])); // no two neighbours
});

import fc from 'fast-check';
import {
  ATTRIBUTION_MODELS,
  attribute,
  type Credit,
  creditShares,
  touchesOf,
} from '../../src/kpi/attribution.ts';
import { expectNear, expectTotal } from './cells.ts';

const PATHS = [['GA'], ['mail'], ['GA', 'mail']];
const COUNTS = [2, 1, 1];
const credits = (result: unknown): Record<string, number> =>
  Object.fromEntries((result as Credit[]).map(({ channel, credit }) => [channel, credit]));

test('linear, last and first touch (published)', () => {
  expect(credits(attribute(PATHS, COUNTS, 'linear'))).toEqual({ GA: 2.5, mail: 1.5 });
  expect(credits(attribute(PATHS, COUNTS))).toEqual({ GA: 2, mail: 2 });
  expect(credits(attribute(PATHS, COUNTS, 'first'))).toEqual({ GA: 3, mail: 1 });
});

test('position is 40/20/40, and half each of two touches', () => {
  expect([creditShares(1, 'position'), creditShares(2, 'position')]).toEqual([[1], [0.5, 0.5]]);
  expect(creditShares(4, 'position')).toEqual([0.4, 0.1, 0.1, 0.4]);
});

test('time decay halves every seven days', () => {
  expect(creditShares(3, 'decay', [14, 7, 0])).toEqual([1 / 7, 2 / 7, 4 / 7]);
  expect(creditShares(2, 'decay', [1e6 + 7, 1e6])).toEqual([1 / 3, 2 / 3]);
  expect(creditShares(2, 'decay', [1])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(creditShares(1, 'decay', [-1])).toEqual({ fault: 'NOT_NEGATIVE' });
});

test('paths as text; what no touch led to is a line of its own, last', () => {
  expect(touchesOf(' ad > mail＞ad → ')).toEqual(['ad', 'mail', 'ad']);
  expect(attribute([[], ['ad', 'ad'], []], [5, 2, ''], 'linear')).toEqual([
    { channel: 'ad', credit: 2 },
    { channel: '', credit: 5 },
  ]);
});

test('faults', () => {
  expect(attribute([['a']], [])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(attribute([['a'], ['a']], [1, 'many'])).toEqual({ fault: 'NOT_A_NUMBER', position: 1 });
  expect(attribute([['a'], ['b', '#N/A']], [1, 2])).toEqual({ fault: 'INPUT_ERROR', position: 1 });
  expect(attribute([['#NO_VARIATION']], [1])).toEqual({ fault: 'NO_VARIATION', position: 0 });
  expect(attribute([['#sale']], [1])).toEqual([{ channel: '#sale', credit: 1 }]);
  expect(attribute([['a']], [1], 'best' as 'last')).toEqual({ fault: 'UNKNOWN_METHOD' });
  expect(creditShares(1, 'best' as 'last')).toEqual({ fault: 'UNKNOWN_METHOD' });
});

test('each model by itself, from one touch on', () => {
  const shares = (count: number) =>
    ATTRIBUTION_MODELS.map((model) => creditShares(count, model, new Array(count).fill(3)));
  expect(shares(1)).toEqual([[1], [1], [1], [1], [1]]);
  expect(shares(2)).toEqual([
    [0, 1],
    [1, 0],
    [0.5, 0.5],
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
  expect(shares(3).slice(0, 4)).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [1 / 3, 1 / 3, 1 / 3],
    [0.4, 0.2, 0.4],
  ]);
  expect(shares(0)).toEqual([[], [], [], [], []]);
  expect(creditShares(1, 'decay', [0])).toEqual([1]);
  expect(creditShares(1, 'decay')).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  for (const days of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(creditShares(2, 'decay', [days, 0])).toEqual({ fault: 'NOT_NEGATIVE' });
});

test('rows add up by channel in the order in which they come up, with what each path has of days', () => {
  const paths = [['ad', 'mail'], ['mail'], ['live', 'ad']];
  expect(attribute(paths, [7, 1, 0.5], 'last')).toEqual([
    { channel: 'ad', credit: 0.5 },
    { channel: 'mail', credit: 8 },
    { channel: 'live', credit: 0 },
  ]);
  const decayed = attribute([['ad', 'mail']], [9], 'decay', [[7, 0]]) as Credit[];
  expect(decayed).toEqual([
    { channel: 'ad', credit: expect.closeTo(3, 12) },
    { channel: 'mail', credit: expect.closeTo(6, 12) },
  ]);
  expect(attribute([['ad']], [9], 'decay')).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(attribute([['ad']], [9], 'decay', [[-1]])).toEqual({ fault: 'NOT_NEGATIVE' });
  expect([attribute([], []), attribute([[]], [0]), attribute([['ad']], [''])]).toEqual([[], [], []]);
  expect(attribute([[], []], [2, 3])).toEqual([{ channel: '', credit: 5 }]);
  expect(attribute([['ad'], ['ad']], [1.5e308, 1.5e308])).toEqual({ fault: 'TOO_LARGE' });
  expect([touchesOf(null), touchesOf('>'), touchesOf(7)]).toEqual([[], [], ['7']]);
});

test('credits add up to the conversions, by every model', () => {
  const touch = fc.constantFrom('ad', 'mail', 'live', 'video');
  const row = fc.tuple(fc.array(touch, { maxLength: 7 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(...ATTRIBUTION_MODELS), (rows, model) => {
      const days = rows.map(([path]) => path.map((_, i) => (path.length - i) * 3));
      const result = attribute(
        rows.map(([path]) => path),
        rows.map(([, amount]) => amount),
        model,
        days,
      ) as Credit[];
      const total = rows.reduce((sum, [, amount]) => sum + amount, 0);
      const credited = result.reduce((sum, { credit }) => sum + credit, 0);
      expectNear(credited, total, 1e-9 * Math.max(1, total));
    }),
    { seed: 21, numRuns: 1000 },
  );
});

test('any cells', () => {
  expectTotal((a, b) => attribute([['x'], ['y', 'x']], [a, b], 'linear'), 2);
});

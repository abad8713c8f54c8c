import { rate } from '../../src/kpi/rate.ts';
import { breakEvenRoas, paybackDay, roas, roi } from '../../src/kpi/roi.ts';
import { expectTotal } from './cells.ts';

test('ROI, with and without a margin, is not ROAS', () => {
  expect(roi(150, 100)).toBe(0.5);
  expect(roi(150, 100, 0.4)).toBeCloseTo(-0.4, 12);
  expect(roi(0, 100)).toBe(-1);
  expect(roas(150000, 15000)).toBe(10); // organic 100k and paid 50k: what a platform calls "ROI"
  expect(roas(50000, 15000)).toBeCloseTo(3.33, 2);
  expect(roas(null, 15000)).toBeNull();
});

test('at the break-even ROAS the ROI is 0', () => {
  expect(breakEvenRoas(0.25)).toBe(4);
  expect(roi((breakEvenRoas(0.3) as number) * 100, 100, 0.3)).toBeCloseTo(0, 12);
  for (const margin of [0, -0.1, 1.01, 30])
    expect(breakEvenRoas(margin)).toEqual({ fault: 'MARGIN_NOT_FRACTION' });
  expect(breakEvenRoas('')).toBeNull();
});

test('no spend, no quotient', () => {
  expect([roi(5, 0), roas(5, 0), roi(5, null), rate(1, 0), rate('', 4)]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([roi(5, -1), roas(5, -1)]).toEqual([{ fault: 'NOT_NEGATIVE' }, { fault: 'NOT_NEGATIVE' }]);
  expect(roi(5, 1, 30)).toEqual({ fault: 'MARGIN_NOT_FRACTION' });
});

test('rates per one and per thousand', () => {
  expect(rate(2926.18, 123045, 1000)).toBeCloseTo(23.78, 2);
  expect(rate(3561, 7396)).toBeCloseTo(0.4815, 4);
});

test('payback day: the first day at whose end the margin covers the cost', () => {
  expect(paybackDay([1, 2, 3], [0, 60, 60], [100, 0, 0])).toBe(3);
  expect(paybackDay([3, 1, 2], [60, 0, 60], [0, 100, 0])).toBe(3);
  expect(paybackDay([1, 2, 3], [0, 60, 60], [100, 0, 0], 0.5)).toBeNull();
  expect(paybackDay([1, 1], [100, 0], [50, 80])).toBeNull(); // both rows are of one day
  expect(paybackDay([1, ''], [100, 5], [100, 5])).toBe(1);
  expect(paybackDay([1], [5], [0])).toBeNull();
  expect(paybackDay([1], [5], [1], 30)).toEqual({ fault: 'MARGIN_NOT_FRACTION' });
  expect(paybackDay([1], [5], [])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(paybackDay([1], ['x'], [1])).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(paybackDay([1], [1], ['x'])).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(paybackDay([1, 2], ['', 5], [5, ''])).toBe(2);
  expect(paybackDay(['soon'], [5], [1])).toEqual({ fault: 'NOT_A_DATE' });
});

test('any cells', () => {
  expectTotal(roi, 3);
  expectTotal(roas, 2);
  expectTotal(breakEvenRoas, 1);
  expectTotal(rate, 3);
  expectTotal((a, b, c, d, e, f) => paybackDay([a, b], [c, d], [e, f]), 6);
});

import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import {
  elapsedShare,
  expected,
  neededPerDay,
  pace,
  plannedFor,
  requiredGrowth,
  runRateForecast,
  trailingProfile,
  weekdayProfile,
  workingDays,
} from '../../src/kpi/pace.ts';
import { expectTotal } from './cells.ts';

const [start, end] = ['2026-11-01', '2026-11-30'];
const day = (text: string): number => serialOfIsoDate(text) as number;

test('expected by elapsed days, the as-of day included', () => {
  expect(expected(3000, start, end, '2026-11-10')).toBe(1000);
  expect(expected(3000, start, end, '2026-10-31')).toBe(0);
  expect(expected(3000, start, end, '2026-12-09')).toBe(3000);
  expect(expected(3000, day(start), day(end), day('2026-11-15') + 0.7)).toBe(1500);
});

test('a campaign may last one day, and as long as 40,001', () => {
  expect(expected(3000, start, start, '2026-10-31')).toBe(0);
  expect(expected(3000, start, start, start)).toBe(3000);
  expect(expected(40_001, 1, 40_001, 10)).toBe(10);
  expect(expected(40_001, 1, 40_002, 10)).toEqual({ fault: 'PERIOD_TOO_LONG' });
});

test('pace, run-rate forecast and what each remaining day needs', () => {
  expect(pace(1200, 3000, start, end, '2026-11-10')).toBe(1.2);
  expect(runRateForecast(1200, start, end, '2026-11-10')).toBe(3600);
  expect(neededPerDay(1200, 3000, start, end, '2026-11-10')).toBe(90);
  expect(neededPerDay(3200, 3000, start, end, '2026-11-10')).toBe(0);
  expect(neededPerDay(1200, 3000, start, end, '2026-11-30')).toBeNull();
  expect(neededPerDay(1200, 3000, start, end, '2026-10-01')).toBe(60);
});

test('not measured is null', () => {
  for (const [a, t] of [
    ['', 5],
    [5, ''],
  ] as const) {
    expect([neededPerDay(a, t, start, end, start), pace(a, t, start, end, end)]).toEqual([null, null]);
  }
  expect([
    requiredGrowth('', 1, 1),
    neededPerDay(1, 2, '', end, end),
    runRateForecast('', start, end, end),
  ]).toEqual([null, null, null]);
});

test('no growth without all three', () => {
  expect([requiredGrowth(1, '', 1), requiredGrowth(1, 1, '')]).toEqual([null, null]);
});

test('the plan of a week is its days’ part of the target', () => {
  expect(plannedFor(3000, start, end, '2026-11-09', '2026-11-15')).toBeCloseTo(700, 9);
  expect(plannedFor(3000, start, end, '2026-11-30', '2026-12-06')).toBeCloseTo(100, 9);
  expect(plannedFor(3000, start, end, '2026-12-07', '2026-12-13')).toBe(0);
  expect(plannedFor(21, start, end, '2026-11-02', '2026-11-08', workingDays())).toBeCloseTo(5, 12);
  expect(plannedFor(21, start, end, '', '2026-11-08')).toBeNull();
});

test('no pace in the first fifth of a period', () => {
  expect(pace(200, 3000, start, end, '2026-11-05')).toBeNull();
  expect(pace(600, 3000, start, end, '2026-11-06')).toBe(1);
  // One day of five is a fifth.
  expect(pace(20, 100, start, '2026-11-05', start)).toBe(1);
  expect(runRateForecast(200, start, end, '2026-11-05')).toBeNull();
});

test('working days and a weekday profile', () => {
  // November 2026 has 21 working days; the 1st is a Sunday, and five lie before the 8th.
  expect(elapsedShare(start, end, '2026-11-08', workingDays())).toBeCloseTo(5 / 21, 12);
  const holiday = workingDays(new Set([day('2026-11-11')]));
  expect(elapsedShare(start, end, '2026-11-15', holiday)).toBeCloseTo(9 / 20, 12);
  expect(neededPerDay(0, 20, start, end, '2026-10-31', holiday)).toBe(1);
  const week = [0, 1, 2, 3, 4, 5, 6].map((i) => day('2026-10-18') + i); // Sunday first
  const profile = weekdayProfile(week, [30, 10, 10, 10, 10, 10, null]); // Saturday: the mean, 80/6
  expect(elapsedShare('2026-10-25', '2026-10-31', '2026-10-25', profile)).toBeCloseTo(30 / (80 + 80 / 6), 12);
});

test('the weekday profile of the 8 weeks before a period, and of no day before or after them', () => {
  const start8 = day('2026-11-01'); // a Sunday
  const series = new Map<number, number>();
  for (let i = 1; i <= 56; i++) series.set(start8 - i, (start8 - i) % 7 === start8 % 7 ? 24 : 4);
  series.set(start8 - 57, 1e6);
  series.set(start8, 1e6);
  const profile = trailingProfile(series, start8);
  expect([profile(start8), profile(start8 + 1), profile(start8 + 6)]).toEqual([24, 4, 4]);
  // Two of the five Sundays of the month and six other days, of five Sundays and 25 others.
  expect(elapsedShare(start, end, '2026-11-08', profile)).toBeCloseTo(
    (2 * 24 + 6 * 4) / (5 * 24 + 25 * 4),
    12,
  );
});

test('required growth per period', () => {
  expect(requiredGrowth(100, 121, 2)).toBeCloseTo(0.1, 12);
  expect(requiredGrowth(100, 0, 2)).toBe(-1);
  expect(requiredGrowth(0, 10, 2)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(requiredGrowth(10, 10, 0)).toEqual({ fault: 'NEEDS_POSITIVE' });
});

test('faults', () => {
  expect(requiredGrowth(100, -5, 2)).toEqual({ fault: 'NOT_NEGATIVE' });
  expect(requiredGrowth(0, 5, 2)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(expected(1, end, start, end)).toEqual({ fault: 'PERIOD_NOT_ORDERED' });
  expect(expected(1, 'May', end, end)).toEqual({ fault: 'NOT_A_DATE' });
  expect(expected(1, 1, 900_000, 5)).toEqual({ fault: 'PERIOD_TOO_LONG' });
  expect(expected(1, '', end, end)).toBeNull();
  expect(pace(1, 0, start, end, end)).toEqual({ fault: 'TARGET_NOT_POSITIVE' });
  expect(pace(1, -3, start, end, end)).toEqual({ fault: 'TARGET_NOT_POSITIVE' });
  expect(elapsedShare('2026-11-07', '2026-11-08', '2026-11-08', workingDays())).toEqual({
    fault: 'ZERO_DENOMINATOR',
  });
});

test('any cells', () => {
  expectTotal(elapsedShare as never, 3);
  expectTotal((a, s, e, d) => expected(a, s, e, d, workingDays()), 4);
  expectTotal((a, t, s, e, d) => [pace(a, t, s, e, d), neededPerDay(a, t, s, e, d)], 5);
  expectTotal((a, s, e, d) => runRateForecast(a, s, e, d), 4);
  expectTotal((t, s, e, f, l) => plannedFor(t, s, e, f, l), 5);
  expectTotal(requiredGrowth, 3);
});

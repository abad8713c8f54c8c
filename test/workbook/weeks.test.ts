import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { weekOfCell } from '../../src/workbook/weeks.ts';

const JANUARY = serialOfIsoDate('2026-01-12') as number;
const NOVEMBER = serialOfIsoDate('2026-11-16') as number;

test.each([
  ['2026-W47', NOVEMBER, '2026-W47'],
  ['W47', NOVEMBER, '2026-W47'],
  ['第47周', NOVEMBER, '2026-W47'],
  // Without a year, a week more than half a year ahead is one of last year.
  ['W52', JANUARY, '2025-W52'],
  ['W20', JANUARY, '2026-W20'],
  ['2026-W52', JANUARY, '2026-W52'],
])('%s typed in a review of %d is %s', (text, monday, label) => {
  expect(weekOfCell(text, monday)).toBe(label);
});

test('an empty cell names no week, and what is none is not read as one', () => {
  expect([weekOfCell(undefined, NOVEMBER), weekOfCell(' ', NOVEMBER)]).toEqual(['', '']);
  expect([weekOfCell('soon', NOVEMBER), weekOfCell('W60', NOVEMBER)]).toEqual([undefined, undefined]);
  // 2025 had 52 weeks.
  expect(weekOfCell('2025-W53', NOVEMBER)).toBeUndefined();
});

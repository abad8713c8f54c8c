import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import {
  addMonths,
  dateOfSerial,
  dayOfCell,
  fiscalQuarterStart,
  fiscalYearStart,
  isoDate,
  isoWeekLabel,
  monthEnd,
  monthStart,
  serialOfDate,
  serialOfIsoDate,
  type Weekday,
  weekdayOf,
  weekEnd,
  weekLabel,
  weekOfLabel,
  weekStart,
  yearBeforeByDate,
  yearBeforeByWeeks,
} from '../../src/kpi/calendar.ts';

const day = (text: string): number => serialOfIsoDate(text) as number;
const serials = fc.integer({ min: -100_000, max: 200_000 });

test('day 0 is 1899-12-30, and known serials of Sheets', () => {
  expect(dateOfSerial(0)).toEqual({ year: 1899, month: 12, day: 30 });
  expect(serialOfDate(1970, 1, 1)).toBe(25569);
  expect(serialOfDate(2026, 11, 22)).toBe(46348);
  expect(isoDate(46348.99)).toBe('2026-11-22');
  expect(serialOfDate(1, 1, 1)).toBe(-693593);
});

test('a text that is no day of the calendar is null', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '22.11.2026', '']) {
    expect(serialOfIsoDate(text)).toBeNull();
  }
  expect(day('2024-02-29')).toBe(45351);
});

test('dates as people and exports type them', () => {
  for (const text of [
    ' 2026-11-22 ',
    '2026/11/22',
    '2026年11月22日',
    '２０２６－１１－２２',
    '2026-11-22 10:30',
    '2026-11-22T23:59:59.9',
  ])
    expect([text, dayOfCell(text)]).toEqual([text, 46348]);
  expect(dayOfCell('2026-1-5')).toBe(day('2026-01-05'));
  for (const text of ['22/11/2026', '2026-02-30', '2026-11', '2026-11-22 later', '2026-11-22T23:00Z']) {
    expect(dayOfCell(text)).toEqual({ fault: 'NOT_A_DATE' });
  }
});

test('a cell that is no day is a fault, an empty cell is null', () => {
  expect(dayOfCell(46348.5)).toBe(46348);
  expect(dayOfCell('2026-11-22')).toBe(46348);
  expect([dayOfCell(''), dayOfCell(null), dayOfCell(undefined)]).toEqual([null, null, null]);
  expect([dayOfCell(-693593), dayOfCell(2958465.9)]).toEqual([-693593, 2958465]);
  for (const cell of [-693594, 2958466, 'soon', true, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '#REF!']) {
    expect(dayOfCell(cell)).toEqual({ fault: 'NOT_A_DATE' });
  }
});

test('ISO weeks at the turn of years (ISO 8601)', () => {
  const published: [string, string][] = [
    ['2005-01-01', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2007-01-01', '2007-W01'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2026-11-22', '2026-W47'],
    ['2027-01-01', '2026-W53'],
  ];
  for (const [date, label] of published) expect(isoWeekLabel(day(date))).toBe(label);
});

test('a label is the first day of its week, and week 53 only exists in long years', () => {
  expect(isoDate(weekOfLabel('2026-W47') as number)).toBe('2026-11-16');
  expect(isoDate(weekOfLabel('2026-W53') as number)).toBe('2026-12-28');
  expect(isoDate(weekOfLabel('2026-W47', 0) as number)).toBe('2026-11-15');
  for (const label of ['2025-W53', '2026-W00', '2026-W54', '2026-47', 'W47', '2026-W5']) {
    expect(weekOfLabel(label)).toBeNull();
  }
});

test('months and fiscal periods', () => {
  expect(isoDate(monthStart(46348))).toBe('2026-11-01');
  expect(isoDate(monthEnd(day('2024-02-10')))).toBe('2024-02-29');
  expect(isoDate(addMonths(day('2024-02-29'), 12))).toBe('2025-02-28');
  expect(isoDate(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
  expect(isoDate(addMonths(day('2026-01-31'), -2))).toBe('2025-11-30');
  expect(isoDate(fiscalYearStart(46348))).toBe('2026-01-01');
  expect(isoDate(fiscalYearStart(46348, 3))).toBe('2026-04-01');
  expect(isoDate(fiscalYearStart(day('2026-03-31'), 3))).toBe('2025-04-01');
  expect(isoDate(fiscalYearStart(day('2026-02-01'), 3))).toBe('2025-04-01');
  expect(isoDate(fiscalQuarterStart(46348))).toBe('2026-10-01');
  expect(isoDate(fiscalQuarterStart(46348, 1))).toBe('2026-11-01');
  expect(isoDate(fiscalQuarterStart(day('2027-01-31'), 1))).toBe('2026-11-01');
});

test('every month of a fiscal year is in its quarter and its year', () => {
  // A year that ends in June: quarters begin in July, October, January and April.
  const starts = Array.from({ length: 12 }, (_, i) => {
    const middle = serialOfDate(2026, i + 1, 15);
    return [isoDate(fiscalQuarterStart(middle, 6)), isoDate(fiscalYearStart(middle, 6))];
  });
  const first = ['2026-01-01', '2026-04-01'].flatMap((quarter) => new Array(3).fill([quarter, '2025-07-01']));
  const second = ['2026-07-01', '2026-10-01'].flatMap((quarter) =>
    new Array(3).fill([quarter, '2026-07-01']),
  );
  expect(starts).toEqual([...first, ...second]);
  const ends = [day('2026-06-30'), day('2026-07-01')].map((each) => isoDate(fiscalYearStart(each, 6)));
  expect(ends).toEqual(['2025-07-01', '2026-07-01']);
  expect([
    isoDate(fiscalYearStart(day('2026-12-31'))),
    isoDate(fiscalQuarterStart(day('2026-12-31'))),
  ]).toEqual([...['2026-01-01', '2026-10-01']]);
});

test('years before 1000 have four digits, and times belong to their day', () => {
  expect([isoDate(serialOfDate(1, 1, 1)), isoDate(serialOfDate(987, 6, 5))]).toEqual([
    '0001-01-01',
    '0987-06-05',
  ]);
  expect(isoWeekLabel(serialOfDate(987, 6, 5))).toMatch(/^0987-W\d\d$/);
  const sunday = 46_348.99;
  expect([weekdayOf(sunday), weekStart(sunday), weekEnd(sunday)]).toEqual([0, 46_342, 46_348]);
  expect([weekStart(sunday, 0), weekEnd(sunday, 0)]).toEqual([46_348, 46_354]);
  expect([weekLabel(sunday), weekLabel(sunday, 0)]).toEqual(['2026-W47', '2026-W48']);
  expect([isoDate(monthStart(sunday)), isoDate(monthEnd(sunday))]).toEqual(['2026-11-01', '2026-11-30']);
  expect([weekOfLabel('x2026-W47'), weekOfLabel('2026-W47x'), weekOfLabel('2026-W00')]).toEqual([
    null,
    null,
    null,
  ]);
  expect([serialOfIsoDate('x2026-11-22'), serialOfIsoDate('2026-11-22x')]).toEqual([null, null]);
});

test('a year before, by weeks and by date', () => {
  expect(isoDate(yearBeforeByWeeks(46348))).toBe('2025-11-23');
  expect(isoDate(yearBeforeByDate(day('2024-02-29')))).toBe('2023-02-28');
});

test('every serial goes to a date and back, and agrees with date-fns on its week', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const { year, month, day: dayOfMonth } = dateOfSerial(serial);
      expect(serialOfDate(year, month, dayOfMonth)).toBe(serial);
      const local = new Date(year, month - 1, dayOfMonth, 12);
      expect(weekdayOf(serial)).toBe(local.getDay());
      const week = String(getISOWeek(local)).padStart(2, '0');
      expect(isoWeekLabel(serial)).toBe(`${getISOWeekYear(local)}-W${week}`);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('weeks of any first day: seven days, one label each, and the label leads back', () => {
  fc.assert(
    fc.property(serials, fc.integer({ min: 0, max: 6 }), (serial, start) => {
      const first = start as Weekday;
      const begin = weekStart(serial, first);
      expect(weekdayOf(begin)).toBe(first);
      expect(begin <= serial && serial <= weekEnd(serial, first)).toBe(true);
      expect(weekOfLabel(weekLabel(serial, first), first)).toBe(begin);
      expect(weekLabel(begin + 7, first)).not.toBe(weekLabel(begin, first));
    }),
    { seed: 2, numRuns: 2000 },
  );
});

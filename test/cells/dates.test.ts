/** Dates as Sheets hands them over: instants that show the cell's day only in the spreadsheet's zone. */
import { isoWeekLabel, serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { bare, clockOf, column, inSpreadsheet, plain, sentenceOf } from './support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const serial = (day: string): number => serialOfIsoDate(day)!;

/** The instant at which a zone's clock shows a serial; an hour later where it never does. */
function instantOf(value: number, timeZone: string): number {
  const wall = Math.round((value - 25_569) * DAY);
  const offset = (instant: number): number => Date.parse(`${clockOf(instant, timeZone)}Z`) - instant;
  const guess = wall - offset(wall);
  const instant = wall - offset(guess);
  return instant + offset(instant) === wall ? instant : wall + HOUR - offset(guess + HOUR);
}

const dateOf = (value: number, timeZone: string): Date => new Date(instantOf(value, timeZone));

const ZONES = [
  'Etc/GMT+12',
  'Pacific/Honolulu',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

describe.each(ZONES)('in a spreadsheet of %s', (timeZone) => {
  const first = serial('2024-12-20');
  const days = Array.from({ length: 1100 }, (_, i) => first + i);

  test('every day of three years is in its own week, from few questions', () => {
    const run = inSpreadsheet(timeZone);
    const cells = column(...days.map((day) => dateOf(day, timeZone)));
    const labels = plain(run.KPI_ISOWEEK!(cells)) as string[][];
    expect(labels.map(([label]) => label)).toEqual(days.map(isoWeekLabel));
    expect(run.asked.zone).toBe(1);
    expect(run.asked.clock).toBeLessThan(120);
  });

  test('minutes before midnight are still the day', () => {
    const run = inSpreadsheet(timeZone);
    const sundays = [serial('2026-03-29'), serial('2026-10-25'), serial('2026-11-01'), serial('2026-04-05')];
    for (const sunday of sundays) {
      expect(run.KPI_ISOWEEK!(dateOf(sunday + 1435 / 1440, timeZone))).toBe(isoWeekLabel(sunday));
      expect(run.KPI_ISOWEEK!(dateOf(sunday + 1, timeZone))).toBe(isoWeekLabel(sunday + 1));
    }
  });

  test('all functions with dates take them, beside serial numbers and ISO text', () => {
    const run = inSpreadsheet(timeZone);
    const at = (day: string): Date => dateOf(serial(day), timeZone);
    expect(run.KPI_EXPECTED!(3000, at('2026-11-01'), serial('2026-11-30'), '2026-11-10')).toBeCloseTo(
      1000,
      9,
    );
    expect(run.KPI_PACE!(1200, 3000, at('2026-11-01'), at('2026-11-30'), at('2026-11-10'))).toBeCloseTo(
      1.2,
      9,
    );
    const week = days.slice(-14);
    const dates = column(...week.map((day) => dateOf(day, timeZone)));
    const ones = column(...week.map(() => 1));
    const last = dateOf(week[13]!, timeZone);
    expect(plain(run.KPI_TRAILING_WEEKS!(dates, ones, last, 2))).toEqual([
      [week[6], 7, ''],
      [week[13], 7, ''],
    ]);
    expect((plain(run.KPI_TO_DATE!(dates, ones, last)) as unknown[][])[0]).toEqual(['WoW', 7, 7, 0, 7, 7]);
    const january = Array.from({ length: 31 }, (_, i) => serial('2026-01-01') + i);
    const months = run.KPI_TRAILING_MONTHS!(
      column(...january.map((day) => dateOf(day, timeZone))),
      column(...january.map(() => 2)),
      at('2026-01-31'),
      1,
    );
    expect(plain(months)).toEqual([['2026-01', 62, '']]);
  });
});

test('an hour that a clock shows twice, and two changes within four weeks', () => {
  const berlin = inSpreadsheet('Europe/Berlin');
  const hours = Array.from({ length: 200 }, (_, i) => new Date(Date.UTC(2026, 9, 24) + (i * HOUR) / 2));
  const labels = plain(berlin.KPI_ISOWEEK!(column(...hours))) as string[][];
  expect(labels.map(([label]) => label)).toEqual(
    hours.map((date) => isoWeekLabel(serial(clockOf(date.getTime(), 'Europe/Berlin').slice(0, 10)))),
  );
  const fiji = inSpreadsheet('Pacific/Fiji');
  const days = Array.from({ length: 60 }, (_, i) => serial('2020-12-01') + i);
  const weeks = plain(
    fiji.KPI_ISOWEEK!(column(...days.map((day) => dateOf(day, 'Pacific/Fiji')))),
  ) as string[][];
  expect(weeks.map(([label]) => label)).toEqual(days.map(isoWeekLabel));
});

test('the services are asked only where there is a date, and for ten thousand dates hardly more than for one', () => {
  const run = inSpreadsheet('America/New_York');
  run.KPI_ISOWEEK!(column(46348, '2026-11-22', ''));
  run.KPI_ATTAINMENT!(column(1, 2), column(2, 0));
  expect(run.asked).toEqual({ zone: 0, locale: 0, clock: 0 });
  run.KPI_ISOWEEK!(new Date(Date.UTC(2026, 10, 22, 12)));
  expect(run.asked).toEqual({ zone: 1, locale: 0, clock: 1 });
  const year = Array.from({ length: 10_000 }, (_, i) => new Date(Date.UTC(2026, 0, 1, 5) + i * 3_000_000));
  run.KPI_ISOWEEK!(column(...year));
  expect(run.asked.zone).toBe(2);
  expect(run.asked.clock).toBeLessThan(70);
});

test('a name that Sheets took for a date is written as one in a link', () => {
  const run = inSpreadsheet('Asia/Shanghai');
  const day = dateOf(serial('2026-11-11'), 'Asia/Shanghai');
  expect(run.KPI_UTM!('https://a.example/', 's', 'm', day)).toBe(
    'https://a.example/?utm_source=s&utm_medium=m&utm_campaign=2026-11-11',
  );
});

test('what is no date says so', () => {
  const run = inSpreadsheet('UTC');
  expect(sentenceOf(() => run.KPI_ISOWEEK!(new Date(Number.NaN)))).toBe(
    'This is not a date: use a date cell or text such as 2026-11-22.',
  );
  expect(sentenceOf(() => run.KPI_ISOWEEK!(new Date(8.64e15)))).toBe(
    'This is not a date: use a date cell or text such as 2026-11-22.',
  );
  expect(plain(run.KPI_ISOWEEK!(column(true, 'soon', '2026-02-30', new Date(Date.UTC(2026, 0, 1)))))).toEqual(
    column('#NOT_A_DATE', '#NOT_A_DATE', '#NOT_A_DATE', '2026-W01'),
  );
  expect(sentenceOf(() => bare().KPI_RATE!(new Date(0), 1))).toBe('This is not a number.');
});

import { memoryOf } from '../../src/addon/automation/memory.ts';
import { missedWeeks, nextRun, reviewTime } from '../../src/addon/automation/schedule.ts';
import { isoWeekLabel, serialOfIsoDate, weekOfLabel } from '../../src/kpi/calendar.ts';
import { momentText } from '../../src/workbook/settings.ts';

const at = (moment: string) => {
  const day = serialOfIsoDate(moment.slice(0, 10)) as number;
  const hour = Number(moment.slice(11, 13));
  return { day, hour, serial: day + hour / 24 + Number(moment.slice(14, 16)) / 1440 };
};
const MONDAY_9 = { reviewDay: 1, reviewHour: 9, fiscalYearEnd: 12 };
const written = (...periods: string[]) => periods.map((period) => ({ period }));
const due = (now: string, when = MONDAY_9, ...periods: string[]) =>
  missedWeeks(written(...periods), at(now), when).map(isoWeekLabel);

test.each([
  [1, 9, '2026-11-23 09:00'],
  [3, 0, '2026-11-25 00:00'],
  [7, 23, '2026-11-29 23:00'],
])('on day %i at %i the week 47 is reviewed at %s', (reviewDay, reviewHour, expected) => {
  const monday = weekOfLabel('2026-W47') as number;
  expect(momentText(reviewTime(monday, { reviewDay, reviewHour, fiscalYearEnd: 12 }))).toBe(expected);
});

describe('weeks that are due', () => {
  test('the week before, from the day and hour on', () => {
    expect(due('2026-11-23 08:59', MONDAY_9, '2026-W46')).toEqual([]);
    expect(due('2026-11-23 09:00', MONDAY_9, '2026-W46')).toEqual(['2026-W47']);
    expect(due('2026-11-23 09:00', MONDAY_9, '2026-W47')).toEqual([]);
    const friday = { reviewDay: 5, reviewHour: 9, fiscalYearEnd: 12 };
    expect(due('2026-11-26 23:00', friday, '2026-W46')).toEqual([]);
    expect(due('2026-11-27 09:00', friday, '2026-W46')).toEqual(['2026-W47']);
    expect(due('2026-11-29 23:00', friday, '2026-W46')).toEqual(['2026-W47']);
  });

  test.each([
    [3, '2026-W44', ['2026-W45', '2026-W46', '2026-W47']],
    [8, '2026-W39', Array.from({ length: 8 }, (_, i) => `2026-W${40 + i}`)],
    [12, '2026-W35', Array.from({ length: 8 }, (_, i) => `2026-W${40 + i}`)],
  ])('%i weeks away: at most eight are made up for, the oldest first', (_, last, expected) => {
    expect(due('2026-11-24 10:00', MONDAY_9, '2026-W20', last)).toEqual(expected);
  });

  test('over the end of a year', () => {
    expect(due('2027-01-11 09:00', MONDAY_9, '2026-W52')).toEqual(['2026-W53', '2027-W01']);
  });

  test('without any review the last whole week alone, and none before its time', () => {
    expect(due('2026-11-23 08:00')).toEqual([]);
    expect(due('2026-11-25 08:00')).toEqual(['2026-W47']);
  });

  test('a gap that somebody made is left as it is', () => {
    expect(due('2026-11-23 10:00', MONDAY_9, '2026-W44', '2026-W47')).toEqual([]);
    const tabs = written('2026-W44', '2026-W47');
    expect(missedWeeks(tabs, at('2026-11-23 10:00'), MONDAY_9, '2026-W47')).toEqual([]);
  });

  test.each([
    ['2026-W44', ['2026-W45', '2026-W46']],
    ['2026-W45', ['2026-W46']],
    ['2026-W30', ['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W45', '2026-W46']],
  ])(
    'after %s, which the trigger wrote last, those before a review that came early are missed',
    (last, expected) => {
      const missed = missedWeeks(written('2026-W44', '2026-W47'), at('2026-11-23 10:00'), MONDAY_9, last);
      expect(missed.map(isoWeekLabel)).toEqual(expected);
    },
  );

  test('a latest review that somebody deleted comes back', () => {
    const missed = missedWeeks(written('2026-W46'), at('2026-11-23 10:00'), MONDAY_9, '2026-W47');
    expect(missed.map(isoWeekLabel)).toEqual(['2026-W47']);
  });
});

describe('the next run', () => {
  const memory = memoryOf({ automation: undefined }, 'x');
  const ran = { at: at('2026-11-24 09:10').serial, ok: true, text: '' };
  const next = (job: Parameters<typeof nextRun>[0], now: string, kept = memory, ...periods: string[]) =>
    momentText(nextRun(job, { reviews: written(...periods) as never }, kept, at(now), MONDAY_9));

  test('of the review is its next day and hour, or at once', () => {
    expect(next('review', '2026-11-23 08:00', memory, '2026-W46')).toBe('2026-11-23 09:00');
    expect(next('review', '2026-11-24 08:00', memory, '2026-W46')).toBe('2026-11-24 08:00');
    expect(next('review', '2026-11-24 08:00', memory, '2026-W47')).toBe('2026-11-30 09:00');
    expect(next('review', '2026-11-23 08:00', memory, '2026-W47')).toBe('2026-11-30 09:00');
  });

  test('of a daily job is today or tomorrow', () => {
    expect(next('refresh', '2026-11-24 08:00')).toBe('2026-11-24 09:00');
    expect(next('refresh', '2026-11-24 10:00')).toBe('2026-11-24 10:00');
    expect(next('refresh', '2026-11-24 10:00', { ...memory, runs: { refresh: ran } })).toBe(
      '2026-11-25 09:00',
    );
    const failed = { ...memory, runs: { refresh: { ...ran, ok: false } } };
    expect(next('refresh', '2026-11-24 10:00', failed)).toBe('2026-11-24 10:00');
  });

  test('of the alert is earlier where a comment passes its limit before', () => {
    const waits = { ...memory, runs: { alert: ran }, nextLate: at('2026-11-24 15:00').serial };
    expect(next('alert', '2026-11-24 10:00', waits)).toBe('2026-11-24 15:00');
    expect(next('alert', '2026-11-24 16:00', waits)).toBe('2026-11-24 16:00');
  });
});

test.each(['', '{', 'null', '[]', '{"document":"x"}', '{"document":"x","trigger":5}'])(
  'a memory that nobody can read, %j, is an empty one',
  (value) => {
    const empty = memoryOf({ automation: undefined }, 'x');
    expect(memoryOf({ automation: { metadataId: 1, value } }, 'x')).toEqual(empty);
  },
);

test('a copy of the spreadsheet remembers nothing of the original', () => {
  const own = { ...memoryOf({ automation: undefined }, 'x'), told: '2026-11-22' };
  const automation = { metadataId: 1, value: JSON.stringify(own) };
  expect(memoryOf({ automation }, 'x').told).toBe('2026-11-22');
  expect(memoryOf({ automation }, 'copy').told).toBe('');
});

import { addDays, lastWholeWeek, mondayOf, sundaySerial, weekOf } from '../../src/local/weeks.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date | undefined): string | undefined => date?.toISOString();

// The examples of ISO 8601 around the turn of the year.
test.each([
  ['2005-01-01', '2004-W53'],
  ['2005-01-02', '2004-W53'],
  ['2005-12-31', '2005-W52'],
  ['2007-01-01', '2007-W01'],
  ['2008-12-29', '2009-W01'],
  ['2010-01-03', '2009-W53'],
  ['2026-03-29', '2026-W13'],
])('%s lies in %s', (text, week) => expect(weekOf(day(text))).toBe(week));

test('every week of forty years has its Monday, at midnight UTC, and its label again', () => {
  for (let monday = day('2000-01-03'); monday < day('2040-01-01'); monday = addDays(monday, 7)) {
    expect([monday.getUTCDay(), iso(mondayOf(weekOf(monday)))]).toEqual([1, iso(monday)]);
    expect(weekOf(addDays(monday, 6))).toBe(weekOf(monday));
  }
});

test.each(['2026-W00', '2025-W53', '2026-W54', '2026-W1', '2026-47', 'last', ''])('%j is no week', (label) =>
  expect(mondayOf(label)).toBeUndefined(),
);

test('the week before, the Sunday as a number, and days on', () => {
  expect(lastWholeWeek(day('2026-11-22'))).toBe('2026-W46');
  expect(lastWholeWeek(day('2026-11-23'))).toBe('2026-W47');
  expect(sundaySerial(day('2026-11-16'))).toBe(46348);
  expect(iso(addDays(day('2026-03-28'), 2))).toBe('2026-03-30T00:00:00.000Z');
  expect(iso(addDays(day('2026-01-01'), -1))).toBe('2025-12-31T00:00:00.000Z');
});

import { dateTypeOf, showsDate, showsDay } from '../../../src/local/document/date-format.ts';
import { monthNames } from '../../../src/local/document/month-names.ts';

test.each([
  ['yyyy"年"m"月"', 'DATE'],
  ['d.m.', 'DATE'],
  ['mmmm', 'DATE'],
  ['m', 'DATE'],
  ['ddd', 'DATE'],
  ['[$-409]yyyy', 'DATE'],
  ['[h]:mm', 'TIME'],
  ['mm:ss', 'TIME'],
  ['h am/pm', 'TIME'],
  ['yyyy-mm-dd hh:mm', 'DATE_TIME'],
  ['0.0" days"', undefined],
  ['#,##0.00;[Red]-#,##0.00', undefined],
  ['0\\h', undefined],
  ['@', undefined],
  ['General', undefined],
])('the pattern %s shows %s', (pattern, type) => {
  expect(dateTypeOf(pattern)).toBe(type);
});

test('a type of number format says more than its pattern', () => {
  expect(showsDate({ numberFormat: { type: 'DATE' } })).toBe(true);
  expect(showsDate({ numberFormat: { type: 'NUMBER', pattern: 'd' } })).toBe(false);
  expect(showsDate({ numberFormat: { pattern: 'd' } })).toBe(true);
  expect(showsDate(undefined)).toBe(false);
  expect([showsDay('DATE_TIME'), showsDay('TIME')]).toEqual([true, false]);
});

test('months by language, as they stand beside a day', () => {
  expect(monthNames('en-US', 'long')[10]).toBe('November');
  expect(monthNames('en-US', 'short')[8]).toBe('Sep');
  expect(monthNames('de-DE', 'long')[2]).toBe('März');
  // Beside a day Russian months are in the genitive.
  expect(monthNames('ru-RU', 'long')[4]).toBe('мая');
});

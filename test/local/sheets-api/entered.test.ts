import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { formatValue } from '../../../src/local/sheets-api/number-format.ts';
import { parseEntered } from '../../../src/local/sheets-api/user-entered.ts';
import { host, read, write } from './host.ts';

const YEAR = 2026;
const enter = (text: string, locale: string) => {
  const { value, numberFormat } = parseEntered(text, locale, YEAR);
  const shown = formatValue(value, numberFormat ? { numberFormat } : undefined, locale);
  return [Object.values(value)[0], shown, numberFormat?.pattern];
};

/** The serial number of a day of this year. */
const thisYear = (month: number, day: number): number => Date.UTC(YEAR, month - 1, day) / 86_400_000 + 25_569;

// What Sheets answered to these was recorded by people who asked it (en_US).
test.each([
  ['1-2', thisYear(1, 2), '1-2', 'm-d'],
  ['2026-09-05', 46270, '2026-09-05', 'yyyy-mm-dd'],
  ['2020-01-01', 43831, '2020-01-01', 'yyyy-mm-dd'],
  ['$100.15', 100.15, '$100.15', '"$"#,##0.00'],
  ['007', 7, '7', undefined],
  ['TRUE', true, 'TRUE', undefined],
  ["'0123", '0123', '0123', undefined],
  ['3_1_0', '3_1_0', '3_1_0', undefined],
])('%s is what Sheets makes of it', (text, value, shown, pattern) => {
  expect(enter(text, 'en_US')).toEqual([value, shown, pattern]);
});

test.each([
  ['1,234', 1234, '1,234', '#,##0'],
  ['1,234.5', 1234.5, '1,234.50', '#,##0.00'],
  ['$5', 5, '$5', '"$"#,##0'],
  ['-$5', -5, '-$5', '"$"#,##0'],
  ['€5', 5, '€5', '[$€]#,##0'],
  ['5 €', 5, '5 €', '#,##0 [$€]'],
  ['5%', 0.05, '5%', '0%'],
  ['-5.5%', -0.055, '-5.50%', '0.00%'],
  ['1e3', 1000, '1.00E+03', '0.00E+00'],
  ['+5', 5, '5', undefined],
  [' 5 ', 5, '5', undefined],
  ['  hi ', '  hi ', '  hi ', undefined],
  ['1 1/2', '1 1/2', '1 1/2', undefined],
  ['1e400', '1e400', '1e400', undefined],
  ['12.3.2020', '12.3.2020', '12.3.2020', undefined],
  ['=', '=', '=', undefined],
])('the number %s', (text, value, shown, pattern) => {
  expect(enter(text, 'en_US')).toEqual([value, shown, pattern]);
});

test.each([
  ['1/2/2020', 43832, '1/2/2020', 'm/d/yyyy'],
  ['01/02/2020', 43832, '01/02/2020', 'mm/dd/yyyy'],
  ['1/2/20', 43832, '1/2/20', 'm/d/yy'],
  ['12/25', thisYear(12, 25), '12/25', 'm/d'],
  ['2020/1/2', 43832, '2020/1/2', 'yyyy/m/d'],
  ['2020-01', 43831, '2020-01', 'yyyy-mm'],
  ['Jan 2, 2020', 43832, 'Jan 2, 2020', 'mmm d, yyyy'],
  ['January 2, 2020', 43832, 'January 2, 2020', 'mmmm d, yyyy'],
  ['2-Jan-2020', 43832, '2-Jan-2020', 'd-mmm-yyyy'],
  ['May 2020', 43952, 'May 2020', 'mmm yyyy'],
  ['Monday, January 6, 2020', 43836, 'January 6, 2020', 'mmmm d, yyyy'],
  ['2020年1月2日', 43832, '2020年1月2日', 'yyyy"年"m"月"d"日"'],
  ['1899-12-30', 0, '1899-12-30', 'yyyy-mm-dd'],
  ['1/1/1900', 2, '1/1/1900', 'm/d/yyyy'],
  ['2/29/1900', '2/29/1900', '2/29/1900', undefined],
  ['13/2/2020', '13/2/2020', '13/2/2020', undefined],
  ['100-200', '100-200', '100-200', undefined],
])('the date %s', (text, value, shown, pattern) => {
  expect(enter(text, 'en_US')).toEqual([value, shown, pattern]);
});

test.each([
  ['10:30', 0.4375, '10:30', 'h:mm'],
  ['10:30:00', 0.4375, '10:30:00', 'h:mm:ss'],
  ['10:30pm', 0.9375, '10:30 PM', 'h:mm am/pm'],
  ['12 AM', 0, '12 AM', 'h am/pm'],
  ['0:00:00.250', 0.25 / 86_400, '0:00:00.250', 'h:mm:ss.000'],
  ['36:00', 1.5, '36:00:00', '[h]:mm:ss'],
  ['13:00 pm', '13:00 pm', '13:00 pm', undefined],
  ['10:60', '10:60', '10:60', undefined],
  ['1/2/2020 6:00', 43832.25, '1/2/2020 6:00:00', 'm/d/yyyy h:mm:ss'],
  ['2020-01-02 6:00 pm', 43832.75, '2020-01-02 18:00:00', 'yyyy-mm-dd h:mm:ss'],
])('the time %s', (text, value, shown, pattern) => {
  expect(enter(text, 'en_US')).toEqual([value, shown, pattern]);
});

test.each([
  ['=A1', '=A1'],
  ['+1+1', '=+1+1'],
  ['+ Goodwill', '=+ Goodwill'],
])('the formula %s', (text, formulaValue) => {
  expect(parseEntered(text, 'en_US', YEAR)).toEqual({ value: { formulaValue } });
});

test.each([
  ['de_DE', '1,5', 1.5, '1,5', undefined],
  ['de_DE', '1.234', 1234, '1.234', '#,##0'],
  ['de_DE', '3.4.2026', 46115, '3.4.2026', 'd.m.yyyy'],
  ['de_DE', '31/12/2020', 44196, '31/12/2020', 'd/m/yyyy'],
  ['de_DE', '3. Mai 2020', 43954, '3. Mai 2020', 'd. mmm yyyy'],
  ['de_DE', '5,5%', 0.055, '5,50%', '0.00%'],
  ['de_DE', '5 €', 5, '5 €', '#,##0 "€"'],
  ['de_DE', 'FALSCH', false, 'FALSCH', undefined],
  ['fr_FR', 'VRAI', true, 'VRAI', undefined],
  ['en_GB', '31/12/2020', 44196, '31/12/2020', 'd/m/yyyy'],
  ['zh_CN', '¥1,234.50', 1234.5, '¥1,234.50', '"¥"#,##0.00'],
  ['zh_CN', '1月2日', thisYear(1, 2), '1月2日', 'm"月"d"日"'],
  ['th_TH', '31/12/2020', 44196, '31/12/2020', 'd/m/yyyy'],
  ['th_TH', '฿5', 5, '฿5', '"฿"#,##0'],
  ['vi_VN', '1.234,5', 1234.5, '1.234,50', '#,##0.00'],
  ['vi_VN', '5 ₫', 5, '5 ₫', '#,##0 "₫"'],
  ['id_ID', 'Rp1.500', 1500, 'Rp1.500', '"Rp"#,##0'],
])('in %s, %s', (locale, text, value, shown, pattern) => {
  expect(enter(text, locale)).toEqual([value, shown, pattern]);
});

test.each([
  ['en_US', '2/3/2026'],
  ['de_DE', '03.02.2026'],
  ['zh_CN', '2026/2/3'],
  ['th_TH', '3/2/2026'],
  ['vi_VN', '03/02/2026'],
  ['id_ID', '03/02/2026'],
])('a date without a pattern in %s', (locale, shown) => {
  expect(formatValue({ numberValue: 46056 }, { numberFormat: { type: 'DATE' } }, locale)).toBe(shown);
});

test('a date without a year is of the year of the clock, in the zone of the spreadsheet', () => {
  const at = host({ now: () => Date.UTC(2031, 11, 31, 20), timeZone: 'Asia/Tokyo' });
  write(at, 'A1', [['1/2']], 'USER_ENTERED');
  expect(read(at, 'A1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
    [Date.UTC(2032, 0, 2) / 86_400_000 + 25_569],
  ]);
});

test.each([
  ['#N/A', 'N_A'],
  ['#ref!', 'REF'],
  ['#DIV/0!', 'DIVIDE_BY_ZERO'],
  ['#VALUE!', 'VALUE'],
  ['#NAME?', 'NAME'],
])('the typed error %s is one, also to formulas', (text, type) => {
  const at = host({ calculator: createCalculator() });
  write(at, 'A1:B1', [[text, '=ISERROR(A1)']], 'USER_ENTERED');
  expect(at.store.get(at.id)!.sheets[0]!.cells[0]![0]).toEqual({ value: { errorValue: { type } } });
  expect(read(at, 'A1:B1')).toEqual([[text.toUpperCase(), 'TRUE']]);
});

import { readExportDate, readYearless, timeOfTikTokId, walkYearless } from '../../src/imports/dates.ts';
import { readHeader } from '../../src/imports/header.ts';
import { periodOf } from '../../src/imports/period.ts';
import { currencyOfAmount } from '../../src/imports/signs.ts';
import { serialOfDate } from '../../src/kpi/calendar.ts';

const DAY = serialOfDate(2026, 9, 4);

describe('the period of a file', () => {
  const [from, to] = [serialOfDate(2026, 1, 1), serialOfDate(2026, 1, 31)];
  test.each([
    '[Date Range]: 2026-01-01 ~ 2026-01-31',
    '[日期范围]: 2026-01-01 ~ 2026-01-31',
    'Periode,01/01/2026 - 31/01/2026',
    '2026年1月1日 至 2026年1月31日',
    'Creator-Live-Performance_20260101-20260131.xlsx',
    'parentskudetail.20260101_20260131.xlsx',
    'videos 2026-01-01_2026-01-31 (1).csv',
    '2026-01-01 00:00:00 ~ 2026-01-31 23:59:59',
    '2026年1月1日至1月31日',
    '2026年1月1日至2026年1月31日',
    'Jan 1, 2026 - Jan 31, 2026',
    'Jan-01-2026_Jan-31-2026_1234567890123456.csv',
    '1 Jan 2026 – 31 Jan 2026',
    'Shopee-Ads-Overall-Data-01_01_2026-31_01_2026.csv',
    '数据 2026.01.01至2026.01.31.csv',
  ])('%s', (text) => {
    expect(periodOf(text)).toEqual({ from, to });
  });

  test.each([
    '',
    'Table data.csv',
    '2026-01-01',
    '2026-01-31 - 2026-01-01',
    '01/02/2026 - 03/04/2026',
    '17290000000000000012026-01-01',
  ])('none in %p', (text) => {
    expect(periodOf(text)).toBeNull();
  });
});

test('the platform says which of day and month comes first where the period does not', () => {
  const week = '01/07/2026 - 07/07/2026';
  expect(periodOf(week, 'dmy')).toEqual({ from: serialOfDate(2026, 7, 1), to: serialOfDate(2026, 7, 7) });
  expect(periodOf('01/13/2026 - 01/14/2026', 'dmy')?.from).toBe(serialOfDate(2026, 1, 13));
  expect(periodOf(week)).toBeNull();
});

describe('a date of an export', () => {
  test.each([
    ['2026-09-04 16:16:52 -0400', DAY + 58612 / 86_400],
    ['2026-09-04 16:16:52 UTC+8', undefined],
    ['2026-09-04 16:16:52 (UTC+08:00)', DAY + 58612 / 86_400],
    ['2026/09/04/ 12:00', DAY + 0.5],
    ['4 de septiembre de 2026', DAY],
    ['4 setembro 2026', DAY],
    ['4 Agustus 2026', serialOfDate(2026, 8, 4)],
    ['4 Mei 2026', serialOfDate(2026, 5, 4)],
    ['1 Desember 2026', serialOfDate(2026, 12, 1)],
    ['15 de março de 2026', serialOfDate(2026, 3, 15)],
    ['30 februari 2026', undefined],
    ['December 30', undefined],
    ['soon', undefined],
  ])('%s', (text, serial) => {
    const read = readExportDate(text, null);
    expect(read === undefined ? undefined : Number(read.toFixed(8))).toBe(
      serial === undefined ? undefined : Number(serial.toFixed(8)),
    );
  });

  test('its year behind a dash is no offset from UTC', () => {
    expect(readExportDate('31-12-2026', 'dmy')).toBe(serialOfDate(2026, 12, 31));
  });

  test('without a year it is the last such day that can have been', () => {
    const near = serialOfDate(2026, 1, 4);
    const days = [
      'December 30',
      'Jan 4',
      'Jan 5',
      '30 de diciembre',
      '12月30日',
      'Feb 29',
      'soon',
      '2026-01-04',
    ];
    expect(days.map((text) => readYearless(text, near, true))).toEqual([
      serialOfDate(2025, 12, 30),
      near,
      serialOfDate(2025, 1, 5),
      serialOfDate(2025, 12, 30),
      serialOfDate(2025, 12, 30),
      serialOfDate(2024, 2, 29),
      undefined,
      undefined,
    ]);
  });

  test('a TikTok identifier says when it was made, and the year with it', () => {
    const made = timeOfTikTokId('7681714846173356608');
    expect(made).toBeCloseTo(DAY + (16 * 3600 + 16 * 60 + 52) / 86_400, 6);
    expect(readYearless('September 4', made!, false)).toBe(DAY);
    // Midnight of the account's own zone may lie on either side of New Year.
    expect(readYearless('January 1', serialOfDate(2025, 12, 31) + 0.9, false)).toBe(serialOfDate(2026, 1, 1));
    expect([timeOfTikTokId('F3HVs95pagk'), timeOfTikTokId('123')]).toEqual([null, null]);
  });
});

describe('days without a year that run in order', () => {
  const late = serialOfDate(2026, 12, 31);
  const [dec30, dec31, jan1] = [
    serialOfDate(2025, 12, 30),
    serialOfDate(2025, 12, 31),
    serialOfDate(2026, 1, 1),
  ];

  test.each([
    [
      ['December 30', 'December 31', 'January 1'],
      [dec30, dec31, jan1],
    ],
    [
      ['January 1', 'December 31', 'December 30'],
      [jan1, dec31, dec30],
    ],
    [
      ['December 31', 'January 1'],
      [dec31, jan1],
    ],
    [
      ['', '12月31日', '12月31日', '1月1日', 'Total'],
      [undefined, dec31, dec31, jan1, undefined],
    ],
    [['January 1'], [jan1]],
    [['January 1', 'December 30', 'January 2'], []],
    [['2025-12-30', '2025-12-31'], []],
  ])('%j', (texts, days) => {
    expect(walkYearless(texts, late)).toEqual(days);
  });

  test('a year and more', () => {
    const texts = ['July 1', 'November 1', 'March 1', 'July 1', 'November 1', 'December 1'];
    const years = [2025, 2025, 2026, 2026, 2026, 2026];
    const months = [7, 11, 3, 7, 11, 12];
    expect(walkYearless(texts, late)).toEqual(months.map((month, i) => serialOfDate(years[i]!, month, 1)));
  });
});

describe('headers and amounts', () => {
  test.each([
    ['GMV（视频） ($)', 'gmv(视频)', 'USD'],
    ['GPM (S$)', 'gpm', 'SGD'],
    ['Video Revenue (Rp)', 'video revenue', 'IDR'],
    ['GPM (￥)', 'gpm', null],
    ['Sales (Placed Order) (SGD)', 'sales(placed order)', 'SGD'],
    ['Sales(Confirmed orders) (idr)', 'sales(confirmed orders)', 'IDR'],
    ['Buyers (Placed Orders）', 'buyers(placed orders)', null],
    ['Product  card units sold', 'product card units sold', null],
    ['Sessions – Total', 'sessions - total', null],
    ['Views (constructor)', 'views(constructor)', null],
    ['GPM (MX$)', 'gpm', 'MXN'],
    ['GPM (AU$)', 'gpm', 'AUD'],
    ['GPM (CN¥)', 'gpm', 'CNY'],
    ['GPM (JP￥)', 'gpm', 'JPY'],
    ['GPM (S/)', 'gpm', 'PEN'],
    ['GPM (₺)', 'gpm', 'TRY'],
    ['GPM (zł)', 'gpm', 'PLN'],
    ['GPM (RMB)', 'gpm', 'CNY'],
    ['GPM (Rp.)', 'gpm', 'IDR'],
    ['GPM (IDR Rp)', 'gpm', 'IDR'],
    ['GPM (USD RMB)', 'gpm', null],
    ['GPM (PEN)', 'gpm', 'PEN'],
    ['GPM (ARS)', 'gpm', 'ARS'],
    ['GPM (HUF)', 'gpm', 'HUF'],
    ['GPM (RON)', 'gpm', 'RON'],
    ['Duration (sec)', 'duration(sec)', null],
    ['Weight (B$)', 'weight(b$)', null],
  ])('%s', (text, name, currency) => {
    expect(readHeader(text)).toMatchObject({ name, currency });
  });

  test.each([
    ['6,830,000.01₫', 'VND'],
    ['$12,905.25', 'USD'],
    ['Rp 1.234', 'IDR'],
    ['12,50 EUR', 'EUR'],
    ['¥100', null],
    ['S/ 12.50', 'PEN'],
    ['12,50 zł', 'PLN'],
    ['12', null],
    ['12constructor', null],
    ['US$1.2K', 'USD'],
    ['1.2万元', 'CNY'],
    ['$12 SGD', 'SGD'],
    ['$12 €', null],
    ['1.2K', null],
  ])('%s', (text, currency) => {
    expect(currencyOfAmount(text)).toBe(currency);
  });
});

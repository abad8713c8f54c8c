import { EXPECTED, readCell, trimId } from '../../src/imports/cells.ts';
import type { CellType } from '../../src/imports/format.ts';
import { readHeader } from '../../src/imports/header.ts';
import { isoDate } from '../../src/kpi/calendar.ts';
import { dateOrderOf, readDate } from '../../src/workbook/dates.ts';
import { decimalMarkOf, readNumber } from '../../src/workbook/numbers.ts';

const POINT = { mark: '.', order: null } as const;

describe('headers', () => {
  test.each([
    ['Views', 'views', null],
    ['\ufeff  Watch  time (hours) ', 'watch time(hours)', null],
    ['观看时长（小时）', '观看时长(小时)', null],
    ['Sessions – Total', 'sessions - total', null],
    ['Estimated revenue (USD)', 'estimated revenue', 'USD'],
    ['估算收入（usd）', '估算收入', 'USD'],
    ['Gross merchandise value (Video) ($)', 'gross merchandise value(video)', 'USD'],
    ['Video Revenue (Rp)', 'video revenue', 'IDR'],
    ['GMV (￥)', 'gmv', null],
    ['Orders (SKU)', 'orders(sku)', null],
    ['Impressions click-through rate (%)', 'impressions click-through rate(%)', null],
    ['(USD)', '(usd)', null],
  ])('%s', (text, name, currency) => {
    expect(readHeader(text)).toMatchObject({ name, currency });
  });
});

describe('numbers', () => {
  test.each([
    ['1234', '.', 1234],
    ['-3', '.', -3],
    ['-0', '.', 0],
    ['+5', '.', 5],
    ['−7', '.', -7],
    ['(12)', '.', -12],
    ['1,234,567.8', '.', 1234567.8],
    ['1,234', '.', 1234],
    ['12,34,567', '.', 1234567],
    ['1 234', '.', 1234],
    ['.5', '.', 0.5],
    ['1.2E3', '.', 1200],
    ['1.2K', '.', 1200],
    ['1.1K', '.', 1100],
    ['3.5M', '.', 3500000],
    ['2万', '.', 20000],
    ['1.5亿', '.', 150000000],
    ['１２３', '.', 123],
    ['$12,905.25', '.', 12905.25],
    ['12,905.25 $', '.', 12905.25],
    ['-$3.50', '.', -3.5],
    ['$-3.50', '.', -3.5],
    ['6,830,000.01₫', '.', 6830000.01],
    ['Rp 1.500', ',', 1500],
    ['R$ 1.234,50', ',', 1234.5],
    ['1,2 rb', ',', 1200],
    ['1,2 mil', ',', 1200],
    ['1.2 mil', '.', 1200],
    ['3,4 mi', ',', 3400000],
    ['3,4 mill', ',', 3400000],
    ['3,4 mill.', ',', 3400000],
    ['1,5 bi', ',', 1500000000],
    ['R$ 1,2 mil', ',', 1200],
    ['S/ 12.50', '.', 12.5],
    ['S/.12.50', '.', 12.5],
    ['1 234,50 zł', ',', 1234.5],
    ['₺1.234,50', ',', 1234.5],
    ['1.234,50 ARS', ',', 1234.5],
    ['1.234.567', ',', 1234567],
    ['12,3', ',', 12.3],
    ['1234', ',', 1234],
  ] as const)('%s with %s is %d', (text, mark, value) => {
    expect(readNumber(text, mark)).toBe(value);
  });

  test.each([
    '',
    'abc',
    '1.2.3',
    '12,3',
    '1,23,4',
    '--5',
    '5-',
    '1e999',
    '12 cats',
    '0x10',
    '1/2',
    '12%',
    '∞',
  ])('%p is none', (text) => {
    expect(readNumber(text, '.')).toBeUndefined();
  });

  test.each([
    [['1,234', '5'], '.'],
    [['1,68', '2'], ','],
    [['0,5'], ','],
    [['1.234,5'], ','],
    [['1,234.5', '1,68'], '.'],
    [['1.68', '1,68'], '.'],
    [['1.234', '7'], '.'],
    [[], '.'],
  ] as const)('%j is written with %s', (texts, mark) => {
    expect(decimalMarkOf(texts)).toBe(mark);
  });
});

describe('dates', () => {
  test.each([
    ['Mar 15, 2025', null, '2025-03-15'],
    ['March 15 2025', null, '2025-03-15'],
    ['Sept 1, 2025', null, '2025-09-01'],
    ['15 Mar 2025', null, '2025-03-15'],
    ['2025-03-15', null, '2025-03-15'],
    ['2025/3/5', null, '2025-03-05'],
    ['2025年3月15日', null, '2025-03-15'],
    ['Feb 29, 2024', null, '2024-02-29'],
    ['03/04/2025', 'mdy', '2025-03-04'],
    ['03/04/2025', 'dmy', '2025-04-03'],
  ] as const)('%s', (text, order, iso) => {
    expect(isoDate(readDate(text, order) ?? 0)).toBe(iso);
  });

  test.each([
    ['2025-03-15 06:00:00', 0.25],
    ['2025-03-15T18:00Z', 0.75],
    ['Mar 15, 2025, 6:00 PM', 0.75],
    ['Mar 15, 2025 12:00 AM', 0],
    ['2025年3月15日 下午6:00', 0.75],
  ])('%s has a time', (text, time) => {
    expect(readDate(text, null)).toBe(45731 + time);
  });

  test.each([
    '03/04/2025',
    'Feb 30, 2025',
    'Marble 3, 2025',
    '2025-13-01',
    '2025-03-15 25:00',
    'soon',
    '45731',
    'Mar 15',
  ])('%s is no clear date', (text) => {
    expect(readDate(text, null)).toBeUndefined();
  });

  test('a number above 12 shows the order of day and month', () => {
    expect(dateOrderOf(['03/04/2025', '25/04/2025 10:00'])).toBe('dmy');
    expect(dateOrderOf(['03/04/2025', '04/25/2025'])).toBe('mdy');
    expect(dateOrderOf(['03/04/2025'])).toBeNull();
    expect(dateOrderOf(['25/04/2025', '04/25/2025'])).toBeNull();
  });
});

describe('cells', () => {
  test.each([
    ['count', '12.0', 12],
    ['count', '12.5', undefined],
    ['count', '7658657266417994504', undefined],
    ['count', '#N/A', undefined],
    ['decimal', '226.6398', 226.6398],
    ['percent', '4.12', 0.0412],
    ['percent', '4.12%', 0.0412],
    ['percent', '1293', 12.93],
    ['rate', '0.0412', 0.0412],
    ['rate', '4.12 %', 0.0412],
    ['duration', '0:04:19', 259],
    ['duration', '5:00', 300],
    ['duration', '60', 60],
    ['duration', '0h19m', 1140],
    ['duration', '0h:19m:05s', 1145],
    ['count', '12constructor', undefined],
    ['count', '１，２３４', 1234],
    ['id', '="7658657266417994504"', '7658657266417994504'],
    ['id', '7658657266417994504\t', '7658657266417994504'],
    ['id', '--', null],
    ['duration', '1小时2分3秒', 3723],
    ['duration', '-5', undefined],
    ['duration', '4:75', undefined],
    ['text', ' "Best" 🤣\u0007 ', '"Best" 🤣'],
    ['text', '-', '-'],
    ['text', '   ', null],
    ['id', ' -pvZz7Zj4QM', '-pvZz7Zj4QM'],
  ] as const)('%s %p', (type, text, value) => {
    expect(readCell(type, text, POINT)).toBe(value);
  });

  test.each(['', ' ', '-', '--', '—', 'undefined', 'N/A', 'null'])('%p is no figure', (text) => {
    for (const type of ['count', 'decimal', 'money', 'percent', 'rate', 'duration', 'date'] as const) {
      expect(readCell(type, text, POINT)).toBeNull();
    }
  });

  test('what a sentence gives as right is right', () => {
    for (const [type, text] of Object.entries(EXPECTED)) {
      expect(readCell(type as CellType, text, POINT)).not.toBeUndefined();
    }
  });

  test('identifiers lose what spreadsheets put around them', () => {
    expect(["'-abc", '\ufeff abc\u200b', '\u00a0--x '].map(trimId)).toEqual(['-abc', 'abc', '--x']);
  });
});

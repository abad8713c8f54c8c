import { format } from 'numfmt';
import { defaultPattern, localeFacts } from '../../../src/local/document/locale.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { parseEntered } from '../../../src/local/sheets-api/user-entered.ts';
import { batch, cells, type Host, host, read, write } from './host.ts';

/** How the spreadsheets of six locales read and show the same things. 46348 is Sunday, 22 November 2026. */
const LOCALES = [
  {
    locale: 'en_US',
    shown: { number: '1,234,567.50', general: '1234.5', percent: '50.50%', scientific: '1.23E+04' },
    money: '$1,234.50',
    dates: ['11/22/2026', '6:05:09 PM', '11/22/2026 18:05:09'],
    names: 'Sunday Sun November Nov',
    halfDay: '6:05 PM',
    truth: ['TRUE', 'FALSE'],
    formulas: { kept: '=SUM(A1,1.5)', array: '={1,2;3,4}' },
  },
  {
    locale: 'zh_CN',
    shown: { number: '1,234,567.50', general: '1234.5', percent: '50.50%', scientific: '1.23E+04' },
    money: '¥1,234.50',
    dates: ['2026/11/22', '18:05:09', '2026/11/22 18:05:09'],
    names: '星期日 周日 十一月 11月',
    halfDay: '6:05 下午',
    truth: ['TRUE', 'FALSE'],
    formulas: { kept: '=SUM(A1,1.5)', array: '={1,2;3,4}' },
  },
  {
    locale: 'th_TH',
    shown: { number: '1,234,567.50', general: '1234.5', percent: '50.50%', scientific: '1.23E+04' },
    money: '฿1,234.50',
    dates: ['22/11/2026', '18:05:09', '22/11/2026 18:05:09'],
    names: 'วันอาทิตย์ อา. พฤศจิกายน พ.ย.',
    halfDay: '6:05 หลังเที่ยง',
    truth: ['TRUE', 'FALSE'],
    formulas: { kept: '=SUM(A1,1.5)', array: '={1,2;3,4}' },
  },
  {
    locale: 'de_DE',
    shown: { number: '1.234.567,50', general: '1234,5', percent: '50,50%', scientific: '1,23E+04' },
    money: '1.234,50 €',
    dates: ['22.11.2026', '18:05:09', '22.11.2026 18:05:09'],
    names: 'Sonntag So November Nov',
    halfDay: '6:05 PM',
    truth: ['WAHR', 'FALSCH'],
    formulas: { kept: '=SUM(A1;1,5)', array: '={1\\2;3\\4}' },
  },
  {
    locale: 'vi_VN',
    shown: { number: '1.234.567,50', general: '1234,5', percent: '50,50%', scientific: '1,23E+04' },
    money: '1.235 ₫',
    dates: ['22/11/2026', '18:05:09', '22/11/2026 18:05:09'],
    names: 'Chủ Nhật CN tháng 11 thg 11',
    halfDay: '6:05 CH',
    truth: ['TRUE', 'FALSE'],
    formulas: { kept: '=SUM(A1;1,5)', array: '={1\\2;3\\4}' },
  },
  {
    locale: 'id_ID',
    shown: { number: '1.234.567,50', general: '1234,5', percent: '50,50%', scientific: '1,23E+04' },
    money: 'Rp1.234,50',
    dates: ['22/11/2026', '18:05:09', '22/11/2026 18:05:09'],
    names: 'Minggu Min November Nov',
    halfDay: '6:05 PM',
    truth: ['TRUE', 'FALSE'],
    formulas: { kept: '=SUM(A1;1,5)', array: '={1\\2;3\\4}' },
  },
];

const open = (locale: string): Host => host({ locale, calculator: createCalculator() });

/** Numbers under formats, as their cells show them. */
const shown = (at: Host, entries: [number, string, string?][]): unknown => {
  batch(at, {
    updateCells: {
      start: {},
      rows: [
        {
          values: entries.map(([numberValue, type, pattern]) => ({
            userEnteredValue: { numberValue },
            userEnteredFormat: { numberFormat: { type, ...(pattern ? { pattern } : {}) } },
          })),
        },
      ],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  });
  return (read(at, 'A1:Z1') as unknown[][])[0];
};

const typed = (at: Host, value: string): { value: unknown; text: unknown; format: unknown } => {
  // The format of what was typed before would stay.
  batch(at, { updateCells: { range: cells(8, 9, 7, 8), fields: '*' } });
  write(at, 'H9', [[value]], 'USER_ENTERED');
  const answer = at.api.spreadsheetsGet(at.id, {
    ranges: ['Sheet1!H9'],
    fields: 'sheets.data.rowData.values(userEnteredValue,formattedValue,userEnteredFormat.numberFormat)',
  });
  // biome-ignore lint/suspicious/noExplicitAny: one cell of a resource
  const cell = (answer as any).sheets[0].data[0].rowData[0].values[0];
  return {
    value: Object.values(cell.userEnteredValue)[0],
    text: cell.formattedValue,
    format: cell.userEnteredFormat?.numberFormat.pattern,
  };
};

describe.each(LOCALES)('$locale', ({ locale, ...facts }) => {
  test('numbers, money, dates and times are shown in its way', () => {
    const at = open(locale);
    const moment = 46348 + (18 * 3600 + 5 * 60 + 9) / 86400;
    expect(
      shown(at, [
        [1234567.5, 'NUMBER'],
        [0.505, 'PERCENT'],
        [12345, 'SCIENTIFIC'],
        [1234.5, 'CURRENCY'],
        [46348, 'DATE'],
        [moment, 'TIME'],
        [moment, 'DATE_TIME'],
        [46348, 'DATE', 'dddd ddd mmmm mmm'],
        [moment, 'TIME', 'h:mm am/pm'],
      ]),
    ).toEqual([
      facts.shown.number,
      facts.shown.percent,
      facts.shown.scientific,
      facts.money,
      ...facts.dates,
      facts.names,
      facts.halfDay,
    ]);
    write(at, 'A3', [[1234.5, true, false, 1000000]]);
    expect(read(at, 'A3:D3')).toEqual([[facts.shown.general, ...facts.truth, '1000000']]);
    const plain = { valueRenderOption: 'UNFORMATTED_VALUE' };
    expect(read(at, 'A3:C3', plain)).toEqual([[1234.5, true, false]]);
  });

  test('what it shows it reads when it is typed', () => {
    const at = open(locale);
    const [day = '', , moment = ''] = facts.dates;
    expect(typed(at, day)).toMatchObject({ value: 46348, text: day });
    expect(typed(at, moment)).toMatchObject({ value: 46348 + 65109 / 86400, text: moment });
    expect(typed(at, facts.shown.number)).toMatchObject({ value: 1234567.5, text: facts.shown.number });
    expect(typed(at, facts.shown.general)).toMatchObject({ value: 1234.5, text: facts.shown.general });
    expect(typed(at, facts.shown.percent)).toMatchObject({ value: 0.505, text: facts.shown.percent });
    expect(typed(at, facts.money).text).toBe(facts.money);
    for (const [i, text] of facts.truth.entries()) expect(typed(at, text).value).toBe(i === 0);
    expect(typed(at, '2026-11-22')).toMatchObject({ value: 46348, text: '2026-11-22' });
    expect(typed(at, '2026/11/22').value).toBe(46348);
  });

  test('formulas are kept in its spelling, and results shown in its way', () => {
    const at = open(locale);
    const { kept, array } = facts.formulas;
    write(at, 'A1', [[2]]);
    write(at, 'B1', [[kept]], 'USER_ENTERED');
    write(at, 'C1', [[kept.replace(',', ';').replace('1;5', '1,5')]], 'USER_ENTERED');
    write(at, 'D1', [[array]], 'USER_ENTERED');
    expect(read(at, 'B1:D1', { valueRenderOption: 'FORMULA' })).toEqual([[kept, kept, array]]);
    const half = locale === 'de_DE' || locale === 'vi_VN' || locale === 'id_ID' ? '3,5' : '3.5';
    expect(read(at, 'B1:E2')).toEqual([
      [half, half, '1', '2'],
      ['', '', '3', '4'],
    ]);
  });
});

describe('argument separators', () => {
  test.each(['de_DE', 'vi_VN', 'id_ID'])('%s refuses the comma', (locale) => {
    const at = open(locale);
    write(
      at,
      'A1',
      [['=SUM(2,B9)', '=MAX(B9,2)', '=SUM(1;2)', '=SUM(1,5;2)', '=MAX(1;2;3)']],
      'USER_ENTERED',
    );
    expect(read(at, 'A1:E1')).toEqual([['#ERROR!', '#ERROR!', '3', '3,5', '3']]);
    const answer = at.api.spreadsheetsGet(at.id, {
      ranges: ['Sheet1!A1'],
      fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue)',
    });
    expect(JSON.stringify(answer)).toContain(
      '{"userEnteredValue":{"formulaValue":"=SUM(2,B9)"},"effectiveValue":{"errorValue":{"type":"ERROR","message":"Formula parse error."}}}',
    );
  });

  test.each(['en_US', 'zh_CN', 'th_TH'])('%s takes the comma and corrects the semicolon', (locale) => {
    const at = open(locale);
    const text = '=CONCATENATE("a;b";\'x;y\'!A1;{1;2})';
    write(at, 'A1', [['=SUM(1,2)', '=SUM(1;2)', text]], 'USER_ENTERED');
    batch(at, {
      updateCells: {
        start: { rowIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: '=SUM(1;2)' } }] }],
        fields: 'userEnteredValue',
      },
    });
    const formula = { valueRenderOption: 'FORMULA' };
    expect(read(at, 'A1:C2', formula)).toEqual([
      ['=SUM(1,2)', '=SUM(1,2)', '=CONCATENATE("a;b",\'x;y\'!A1,{1;2})'],
      ['=SUM(1,2)'],
    ]);
  });
});

describe('typed text of other habits', () => {
  test.each([
    ['de_DE', '1.234,5', 1234.5, '1.234,50'],
    ['de_DE', '1.234', 1234, '1.234'],
    ['de_DE', '31.12.2026', 46387, '31.12.2026'],
    ['de_DE', '1,234.5', '1,234.5', '1,234.5'],
    ['en_US', '1.234,5', '1.234,5', '1.234,5'],
    ['en_US', '31.12.2026', '31.12.2026', '31.12.2026'],
    ['en_US', '31/12/2026', '31/12/2026', '31/12/2026'],
    ['en_US', '12/3/2026', 46359, '12/3/2026'],
    ['th_TH', '12/3/2026', 46093, '12/3/2026'],
    ['vi_VN', '12/3/2026', 46093, '12/3/2026'],
    ['id_ID', '1.000.000', 1000000, '1.000.000'],
    ['zh_CN', '2026年11月22日', 46348, '2026年11月22日'],
    ['de_DE', '2,5 €', 2.5, '2,50 €'],
    ['de_DE', '$5', 5, '$5'],
    ['vi_VN', '1.000 ₫', 1000, '1.000 ₫'],
    ['id_ID', 'Rp1.000', 1000, 'Rp1.000'],
    ['th_TH', '฿1,000.25', 1000.25, '฿1,000.25'],
    ['zh_CN', '¥12.5', 12.5, '¥12.50'],
    ['en_US', 'Rp1.000', 'Rp1.000', 'Rp1.000'],
  ])('%s %s', (locale, text, value, shows) => {
    expect(typed(open(locale), text)).toMatchObject({ value, text: shows });
  });
});

describe('a change of the locale', () => {
  const setLocale = (at: Host, locale: string): void => {
    batch(at, { updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } });
  };

  test('shows everything anew', () => {
    const at = open('en_US');
    const array = '=IF(B1>1.5,{1,2},"a,b;1.5")';
    write(at, 'A1', [['11/22/2026', 1234.5], [], [array, '', '=B1/2']], 'USER_ENTERED');
    setLocale(at, 'de_DE');
    expect(read(at, 'A1:B1')).toEqual([['22.11.2026', '1234,5']]);
    expect(read(at, 'A3:C3')).toEqual([['1', '2', '617,25']]);
    const formula = { valueRenderOption: 'FORMULA' };
    expect(read(at, 'A3:C3', formula)).toEqual([['=IF(B1>1,5;{1\\2};"a,b;1.5")', 2, '=B1/2']]);
    setLocale(at, 'th_TH');
    expect(read(at, 'A3', formula)).toEqual([[array]]);
    expect(read(at, 'A1:B1')).toEqual([['22/11/2026', '1234.5']]);
  });

  test('leaves patterns that somebody chose, and formulas that cannot be read', () => {
    const at = open('en_US');
    shown(at, [[46348, 'DATE', 'yyyy-mm-dd']]);
    write(at, 'A2', [['=SUM(1,2']], 'USER_ENTERED');
    setLocale(at, 'de_DE');
    expect(read(at, 'A1')).toEqual([['2026-11-22']]);
    expect(read(at, 'A2', { valueRenderOption: 'FORMULA' })).toEqual([['=SUM(1,2']]);
  });
});

test('results that are dates show as dates of the locale', () => {
  const at = open('de_DE');
  write(at, 'A1', [['=DATE(2026;11;22)', '=A1+0,5', '=A1-DATE(2026;11;1)', '=MONTH(A1)']], 'USER_ENTERED');
  expect(read(at, 'A1:D1')).toEqual([['22.11.2026', '22.11.2026', '21', '11']]);
  const asText = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' };
  expect(read(at, 'A1', asText)).toEqual([['22.11.2026']]);
  expect(read(at, 'A1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([[46348]]);
  const answer = at.api.spreadsheetsGet(at.id, {
    ranges: ['Sheet1!A1'],
    fields: 'sheets.data.rowData.values(formattedValue,userEnteredFormat,effectiveFormat.numberFormat)',
  });
  expect(JSON.stringify(answer)).toContain(
    '{"formattedValue":"22.11.2026","effectiveFormat":{"numberFormat":{"type":"DATE","pattern":"dd.mm.yyyy"}}}',
  );
});

describe('locales of regions', () => {
  // The CLDR's short dates: they differ from those of the language alone.
  test.each([
    ['en_NZ', '31/12/2026', 46387, 'dd/mm/yyyy', '"$"#,##0.00'],
    ['en_IN', '31/12/2026', 46387, 'dd/mm/yyyy', '"₹"#,##0.00'],
    ['en_ZA', '2026/12/31', 46387, 'yyyy/mm/dd', '"R"#,##0.00'],
    ['en_PH', '12/31/2026', 46387, 'm/d/yyyy', '"₱"#,##0.00'],
    ['es_PR', '12/31/2026', 46387, 'mm/dd/yyyy', undefined],
  ])('%s: %s', (locale, text, serial, date, currency) => {
    const { value, numberFormat } = parseEntered(text, locale, 2026);
    expect(value).toEqual({ numberValue: serial });
    expect(numberFormat?.type).toBe('DATE');
    expect(defaultPattern('DATE', locale)).toBe(date);
    if (currency !== undefined) expect(defaultPattern('CURRENCY', locale)).toBe(currency);
  });

  test('what is typed and what is shown are in one order', () => {
    for (const locale of ['en_US', 'en_GB', 'en_NZ', 'en_IN', 'de_DE', 'fr_CA', 'zh_CN', 'th_TH', 'da_DK']) {
      const { date, tag } = localeFacts(locale);
      const shown = format(date, 46030, { locale: tag }).replace(/(\d{4})/, '2026');
      expect([locale, parseEntered(shown, locale, 2026).value]).toEqual([locale, { numberValue: 46030 }]);
    }
  });
});

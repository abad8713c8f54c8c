/** Numbers and dates that people typed as text, and rows that are not where they should be. */
import type { Cell } from '../../src/kpi/issue.ts';
import { dateOfCellText, isErrorCell, isTwoDates, numberOfCell } from '../../src/workbook/cells.ts';
import { habitsOf } from '../../src/workbook/habits.ts';
import { readTables } from '../../src/workbook/read.ts';
import { typedColumn } from '../../src/workbook/typed.ts';
import { mapOf } from './support.ts';

const DAY = 46348; // 2026-11-22

describe('numbers typed as text', () => {
  test.each([
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,5', 1.5],
    ['1 234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['12%', 0.12],
    ['50％', 0.5],
    ['12.5 %', 0.125],
    ['(12%)', -0.12],
    ['¥1.2万', 12000],
    ['￥3,000', 3000],
    ['1.2万元', 12000],
    ['1.2w', 12000],
    ['3亿', 300_000_000],
    ['3千', 3000],
    ['1.2K', 1200],
    ['1.5m', 1_500_000],
    ['US$5', 5],
    ['HK$ 5.50', 5.5],
    ['5 €', 5],
    ['RMB 1,200', 1200],
    ['1200 USD', 1200],
    ['（12）', -12],
    ['－12', -12],
    ['１，２３４．５', 1234.5],
    ['12 ', 12],
    ['-', null],
    ['—', null],
    ['n/a', null],
    ['', null],
    ['12 pcs', undefined],
    ['about 12', undefined],
    ['1,23,4', undefined],
    ['12%%', undefined],
    ['#N/A', undefined],
    ['next week', undefined],
  ] as const)('%s', (text, value) => {
    expect(numberOfCell(text)).toBe(value);
  });

  test.each([
    ['1.234', '.', 1.234],
    ['1.234', ',', 1234],
    ['1,234', ',', 1.234],
    ['1,234', '.', 1234],
    ['1,234.5', ',', 1234.5],
    ['1.234,5', '.', 1234.5],
  ] as const)('%s where the decimal mark is usually %s', (text, mark, value) => {
    expect(numberOfCell(text, mark)).toBe(value);
  });
});

describe('dates typed as text', () => {
  test.each([
    '2026-11-22',
    '2026/11/22',
    '2026.11.22',
    '22.11.2026',
    '22/11/2026',
    '11/22/2026',
    'Nov 22, 2026',
    'November 22 2026',
    '22 Nov 2026',
    '2026年11月22日',
    '２０２６－１１－２２',
    '20261122',
    20261122,
    DAY,
  ])('%s', (cell) => {
    expect(dateOfCellText(cell)).toBe(DAY);
  });

  test.each([
    ['2026-11-22 12:00', DAY + 0.5],
    ['Nov 22, 2026 6:00 PM', DAY + 0.75],
    ['05/05/2026', 46147],
    ['03.04.2026', 46115],
    ['03/04/2026', undefined],
    ['13/14/2026', undefined],
    ['2026-02-30', undefined],
    ['22.11.26', undefined],
    ['soon', undefined],
    ['#REF!', undefined],
    [1e15, undefined],
    [-5, undefined],
    [2_958_466, undefined],
    [true, undefined],
    ['—', null],
    [undefined, null],
  ] as const)('%s', (cell, day) => {
    expect(dateOfCellText(cell)).toBe(day);
  });

  test('two numbers up to 12 are read in the order of the locale, in no order where it begins with the year', () => {
    expect(dateOfCellText('03/04/2026', 'mdy')).toBe(46085);
    expect(dateOfCellText('03/04/2026', 'dmy')).toBe(46115);
    expect(['03/04/2026', '13/04/2026', '04/04/2026', '03.04.2026', '2026/03/04'].map(isTwoDates)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  ['en_US', '.', 'mdy'],
  ['en_GB', '.', 'dmy'],
  ['de_DE', ',', 'dmy'],
  ['de_CH', '.', 'dmy'],
  ['es_MX', '.', 'dmy'],
  ['pt_BR', ',', 'dmy'],
  ['id_ID', ',', 'dmy'],
  ['zh_CN', '.', null],
  ['ja_JP', '.', null],
  ['sv_SE', ',', null],
] as const)('people of %s write with %s, and dates as %s', (locale, mark, order) => {
  expect(habitsOf(locale)).toEqual({ mark, order });
});

describe('columns', () => {
  const en = habitsOf('en_US');

  test('only numbers and dates are read; texts and what is none stay', () => {
    const cells = ['1,234', 'x', null, 5, true];
    expect(typedColumn('money', cells, en).cells).toEqual([1234, 'x', null, 5, true]);
    expect(typedColumn('text', cells, en).cells).toBe(cells);
    expect(typedColumn('id', ['007'], en).cells).toEqual(['007']);
  });

  test('a column that shows its order is not guessed at; one that does not is, by the locale', () => {
    expect(typedColumn('date', ['03/04/2026', '25/04/2026'], en)).toEqual({
      cells: [46115, 46137],
      guessed: [],
    });
    expect(typedColumn('date', ['03/04/2026', '2026-11-22'], en)).toEqual({
      cells: [46085, DAY],
      guessed: [0],
    });
    expect(typedColumn('date', ['03/04/2026'], habitsOf('zh_CN'))).toEqual({
      cells: ['03/04/2026'],
      guessed: [],
    });
  });
});

test.each(['#REF!', '#N/A', '#DIV/0!', '#NAME?', '#VALUE!'])('%s is a failed formula', (text) => {
  expect(isErrorCell(text)).toBe(true);
});

test.each(['#1', '# of views', 'REF', 5, null])('%s is none', (cell) => {
  expect(isErrorCell(cell)).toBe(false);
});

describe('tables', () => {
  const map = mapOf({ key: 'rates', columns: ['date', 'currency', 'rate'] });
  const read = (date: Cell[], currency: Cell[], rate: Cell[]) => {
    const column = (name: string, cells: Cell[]) => ({
      valueRange: { range: "'Exchange rates'!A1:A9", values: [cells] },
      dataFilters: [
        { developerMetadataLookup: { metadataKey: 'kpi.column', metadataValue: `rates.${name}` } },
      ],
    });
    const valueRanges = [column('date', date), column('currency', currency), column('rate', rate)];
    return readTables(map, { rates: 'all' }, { valueRanges }).rates;
  };

  test('what was typed as text is read, failed formulas and guessed dates are named by their cells', () => {
    const table = read(
      ['Date', '2026年11月22日', '03/04/2026', '#REF!'],
      ['Currency', 'EUR', 'EUR', 'EUR'],
      ['Rate', '1,1', '1.2', '#N/A'],
    );
    expect(table?.columns).toEqual({
      date: [DAY, 46085, '#REF!'],
      currency: ['EUR', 'EUR', 'EUR'],
      rate: [1.1, 1.2, '#N/A'],
    });
    expect(table?.issues).toEqual([
      { code: 'CELL_ERROR', at: { sheet: 'Exchange rates', cell: 'A4' }, found: '#REF!' },
      {
        code: 'DATE_GUESSED',
        at: { sheet: 'Exchange rates', cell: 'A3' },
        found: '03/04/2026',
        expected: '2026-03-04',
      },
      { code: 'CELL_ERROR', at: { sheet: 'Exchange rates', cell: 'C4' }, found: '#N/A' },
    ]);
  });

  const faultOf = (...columns: [Cell[], Cell[], Cell[]]) => {
    const fault = read(...columns)?.headerFault;
    return fault && [fault.code, fault.values?.row ?? fault.found];
  };

  test.each<[string, [Cell[], Cell[], Cell[]], [string, string | number] | undefined]>([
    [
      'in row 1',
      [
        ['Date', DAY],
        ['Currency', 'EUR'],
        ['Rate', 2],
      ],
      undefined,
    ],
    [
      'in another language',
      [
        ['日期', DAY],
        ['币种', 'EUR'],
        ['汇率', 2],
      ],
      undefined,
    ],
    [
      'in words of their own',
      [
        ['Tag', DAY],
        ['Währung', 'EUR'],
        ['Kurs', 2],
      ],
      undefined,
    ],
    [
      'in one column alone',
      [
        ['Tag', DAY],
        ['Currency', 'EUR'],
        ['', 2],
      ],
      undefined,
    ],
    [
      'emptied',
      [
        [null, DAY],
        [null, 'EUR'],
        [null, 2],
      ],
      undefined,
    ],
    [
      'below a title',
      [
        ['Our rates', null, 'Date', DAY],
        ['', '', 'Currency', 'EUR'],
        ['', '', 'Rate', 2],
      ],
      ['HEADER_MOVED', 3],
    ],
    [
      'sorted to the end',
      [
        [DAY, DAY, 'Date'],
        ['EUR', 'USD', 'Currency'],
        [2, 3, 'Rate'],
      ],
      ['HEADER_MOVED', 3],
    ],
    [
      'deleted',
      [
        [DAY, DAY],
        ['EUR', 'USD'],
        [2, 3],
      ],
      ['HEADER_LOST', String(DAY)],
    ],
    ['deleted above text dates', [['Nov 22, 2026'], ['EUR'], ['x']], ['HEADER_LOST', 'Nov 22, 2026']],
  ])('headers %s', (_, columns, expected) => {
    expect(faultOf(...columns)).toEqual(expected);
  });
});

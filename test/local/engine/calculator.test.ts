import type { ExtendedValue } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { document, type Entry, sheet, text } from './build.ts';
import { result, values } from './calculate.ts';

describe('values', () => {
  test.each([
    ['=A1+1', [41], { numberValue: 42 }],
    ['=A1&"!"', ['a'], { stringValue: 'a!' }],
    ['=A1>1', [2], { boolValue: true }],
    ['=""', [], { stringValue: '' }],
    ['="say ""hi"""', [], { stringValue: 'say "hi"' }],
    ['="C:\\"', [], { stringValue: 'C:\\' }],
    ['=LEN(A1)', [text('=1+1')], { numberValue: 4 }],
    ['=A1', [text('1234567890123456789')], { stringValue: '1234567890123456789' }],
    ['=A1', [text('007')], { stringValue: '007' }],
    ['=A1', [text('TRUE')], { stringValue: 'TRUE' }],
    ['=A1', [text('2026-11-22')], { stringValue: '2026-11-22' }],
    ['=A1', [text("'quoted")], { stringValue: "'quoted" }],
    ['=A1', [text("'=quoted")], { stringValue: "'=quoted" }],
    ['=ISTEXT(A1)', [text('12.5%')], { boolValue: true }],
    [
      '=A1*2',
      [{ value: { numberValue: 2 }, format: { numberFormat: { type: 'TEXT' } } }],
      { numberValue: 4 },
    ],
  ] as [string, Entry[], ExtendedValue][])('%s', (formula, cells, expected) => {
    expect(result(formula, cells)).toEqual(expected);
  });

  it('reads other sheets, whatever their titles', () => {
    const titles = ['Data', 'My data', "It's", '数据', '表1', 'A1', '2026-W47', '2026/11', 'a[b]*?:\\'];
    const book = document([
      sheet(1, 'Main', [titles.map((title) => `=SUM('${title.replaceAll("'", "''")}'!A1:A)`)]),
      ...titles.map((title, index) => sheet(10 + index, title, [[index], [100]])),
    ]);
    const row = createCalculator().calculate(book).get(1)![0]!;
    expect(row.map((value) => value!.numberValue)).toEqual(titles.map((_, index) => 100 + index));
  });

  test.each([
    ['=SUM(Facts!B1:C2)', 10 + 11 + 20 + 21],
    ['=SUM(Facts!2:2)', 2 + 20 + 21],
    ['=SUM(Facts!A:A;Facts!C:C)', 1 + 2 + 11 + 21],
    ['=SUM(OFFSET(Facts!A1;0;1;2;1))', 10 + 20],
    ['=INDIRECT("Facts!C2")', 21],
    ['=VLOOKUP(2;Facts!A:C;3;FALSE)', 21],
  ])('%s reads the columns that it needs', (formula, expected) => {
    const facts = sheet(2, 'Facts', [
      [1, 10, 11],
      [2, 20, 21],
    ]);
    const book = document([sheet(1, 'Main', [[formula]]), facts]);
    expect(createCalculator().calculate(book).get(1)![0]![0]).toEqual({ numberValue: expected });
  });

  test.each([
    ['=SUM(A1:B2)', 1 + 2 + 10 + 20],
    ['=SUM(2:2)', 2 + 20 + 200],
    ['=SUM(B1;$C$2)', 10 + 200],
    ['=SUM(here)', 100 + 200],
    ["=SUM('Sums'!C1:C2)", 100 + 200],
    ['=SUM(OFFSET(A1;0;2;2;1))', 100 + 200],
  ])('%s reads the columns of its own sheet', (formula, expected) => {
    const rows = [
      [1, 10, 100, null, formula],
      [2, 20, 200],
    ];
    const range = { startRow: 0, endRow: 2, startColumn: 2, endColumn: 3 };
    const namedRanges = [{ namedRangeId: 'n', name: 'Here', sheetId: 1, range }];
    const book = document([sheet(1, 'Sums', rows, { rowCount: 3, columnCount: 6 })], { namedRanges });
    const found = createCalculator().calculate(book).get(1)![0]![4];
    expect(found).toEqual({ numberValue: expected });
  });

  it('sees what is in the way of a spill', () => {
    const rows = [['={1,2,3}', null, 'here']];
    expect(
      createCalculator()
        .calculate(document([sheet(1, 'S', rows)]))
        .get(1)![0]![0],
    ).toMatchObject({
      errorValue: { type: 'REF' },
    });
  });

  it('knows named ranges', () => {
    const namedRanges = [
      {
        namedRangeId: 'n',
        name: 'Goal',
        sheetId: 2,
        range: { startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 },
      },
    ];
    const book = document([sheet(1, 'Main', [['=SUM(goal)']]), sheet(2, 'Goals', [[3], [4]])], {
      namedRanges,
    });
    expect(createCalculator().calculate(book).get(1)![0]![0]).toEqual({ numberValue: 7 });
  });

  it('takes ; in every locale and the decimal comma where the locale has one', () => {
    expect(values([['=SUM(1;2)']])[0]![0]).toEqual({ numberValue: 3 });
    expect(values([['=SUM(1,2)']])[0]![0]).toEqual({ numberValue: 3 });
    expect(values([['=SUM(1,5;2)']], undefined, { locale: 'de_DE' })[0]![0]).toEqual({ numberValue: 3.5 });
    expect(values([['=SUM(1;2)']], undefined, { locale: 'zh_CN' })[0]![0]).toEqual({ numberValue: 3 });
  });

  it("tells the date in the spreadsheet's zone by the given clock", () => {
    expect(values([['=TODAY()', '=NOW()']])[0]).toEqual([
      { numberValue: 46349 },
      { numberValue: expect.closeTo(46349 + 1.5 / 24, 6) },
    ]);
    expect(values([['=TODAY()']], undefined, { timeZone: 'America/New_York' })[0]![0]).toEqual({
      numberValue: 46348,
    });
  });
});

describe('errors', () => {
  it.each([
    ['=1/0', 'DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.'],
    ['=MOD(5;0)', 'DIVIDE_BY_ZERO', 'Function MOD parameter 2 cannot be zero.'],
    [
      '="abc"+1',
      'VALUE',
      "Function ADD parameter 1 expects number values. But 'abc' is a text and cannot be coerced to a number.",
    ],
    [
      '=IF("abc";1;2)',
      'VALUE',
      "Function IF parameter 1 expects boolean values. But 'abc' is a text and cannot be coerced to a boolean.",
    ],
    ['=VALUE("abc")', 'VALUE', "VALUE parameter 'abc' cannot be parsed to number."],
    ['=Nope!A1', 'REF', "Unresolved sheet name 'Nope'."],
    ['=#REF!', 'REF', 'Reference does not exist.'],
  ])('%s says what Sheets says', (formula, type, message) => {
    expect(result(formula)).toEqual({ errorValue: { type, message } });
  });

  it('writes #N/A in a formula', () => {
    expect(result('=IFERROR(#N/A;"none")')).toEqual({ stringValue: 'none' });
  });

  test.each([
    ['=1/0', 'DIVIDE_BY_ZERO'],
    ['=NA()', 'N_A'],
    ['=VLOOKUP(9;A1:A2;1;FALSE)', 'N_A'],
    ['=NOPE(1)', 'NAME'],
    ['="a"+1', 'VALUE'],
    ['=SQRT(-1)', 'NUM'],
    ['=Missing!A1', 'REF'],
    ['=#REF!+1', 'REF'],
    ['=B1', 'REF'],
    ['=SUM(', 'ERROR'],
    ['=SUM(1)#', 'ERROR'],
    ['=ROUND()', 'N_A'],
  ])('%s is %s', (formula, type) => {
    expect(result(formula, [1, 2])?.errorValue?.type).toBe(type);
  });

  it("speaks Google's words", () => {
    expect(result('=NOPE(1)')?.errorValue?.message).toBe("Unknown function: 'NOPE'.");
    expect(result('=SUM(')?.errorValue?.message).toBe('Formula parse error.');
    expect(result('=B1')?.errorValue?.message).toMatch(/^Circular dependency detected/);
  });
});

describe('spills', () => {
  it('covers the cells beside and below', () => {
    expect(values([['={1,2;3,4}']]).map((row) => row.map((value) => value?.numberValue))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('gives #REF! where something is in the way, and leaves that alone', () => {
    const rows = values([['={1;2;3}'], [null], ['here']]);
    expect(rows[0]![0]!.errorValue).toEqual({
      type: 'REF',
      message: 'Array result was not expanded because it would overwrite data in A3.',
    });
    expect(rows[1]?.[0]).toBeUndefined();
    expect(rows[2]?.[0]).toBeUndefined();
  });

  it('gives #REF! at the edge of the sheet', () => {
    const book = document([sheet(1, 'S', [[1, '=VSTACK("T";A1:A3)']], { rowCount: 3 })]);
    expect(createCalculator().calculate(book).get(1)![0]![1]!.errorValue!.type).toBe('REF');
  });
});

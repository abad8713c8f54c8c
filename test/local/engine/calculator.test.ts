import type {
  CalculatedValues,
  CustomFunctions,
  DocumentState,
  ExtendedValue,
} from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { dated, document, type Entry, functions, sheet, text } from './build.ts';

type Call = [string, ...unknown[]];

function values(rows: Entry[][], customFunctions?: CustomFunctions, more: Partial<DocumentState> = {}) {
  const calculator = createCalculator({
    ...(customFunctions ? { customFunctions } : {}),
    now: () => new Date(Date.UTC(2026, 10, 22, 17, 30)),
  });
  return calculator.calculate(document([sheet(1, 'Sheet1', rows)], more)).get(1) ?? [];
}

/** The value of a formula that stands alone in B1, with `cells` in column A. */
function result(formula: string, cells: Entry[] = [], custom?: CustomFunctions): ExtendedValue | undefined {
  const rows: Entry[][] = cells.map((entry) => [entry]);
  rows[0] = [rows[0]?.[0] ?? null, formula];
  return values(rows, custom)[0]?.[1];
}

/** Actual over target by row; rows without both stay empty. */
const attainment = {
  KPI_ATTAINMENT: (actual: unknown[][], target: unknown[][]) =>
    actual.map(([a], row) => {
      const t = target[row]?.[0];
      return [typeof a === 'number' && typeof t === 'number' ? a / t : ''];
    }),
};

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

describe('custom functions', () => {
  it('stacks a title on a column of results over an open range', () => {
    const calls: Call[] = [];
    const rows = values(
      [
        ['Target', 'Actual', '=VSTACK("Attainment"; KPI_ATTAINMENT(B2:B; A2:A))'],
        [20, 10],
        [null, 5],
        [8, 10],
      ],
      functions(attainment, calls),
    );
    expect(rows.map((row) => row[2])).toHaveLength(1000);
    expect(rows.slice(0, 5).map((row) => row[2])).toEqual([
      { stringValue: 'Attainment' },
      { numberValue: 0.5 },
      { stringValue: '' },
      { numberValue: 1.25 },
      { stringValue: '' },
    ]);
    expect(new Set(rows.slice(4).map((row) => row[2]!.stringValue))).toEqual(new Set(['']));
    expect(calls).toHaveLength(1);
    expect(calls[0]![1]).toHaveLength(999);
  });

  it('feeds formulas that refer to its spill', () => {
    const rows = values(
      [
        ['Target', 'Actual', '=VSTACK("T"; KPI_ATTAINMENT(B2:B; A2:A))', '=SUM(C2:C)', '=C3*2'],
        [4, 1],
        [4, 2],
      ],
      functions(attainment),
    );
    expect(rows[0]![3]).toEqual({ numberValue: 0.75 });
    expect(rows[0]![4]).toEqual({ numberValue: 1 });
  });

  it('gives #REF! when its spill is blocked', () => {
    const rows = values(
      [
        ['T', 'A', '=VSTACK("T"; KPI_ATTAINMENT(B2:B; A2:A))'],
        [4, 1],
        [4, 2, 'typed'],
      ],
      functions(attainment),
    );
    expect(rows[0]![2]!.errorValue).toEqual({
      type: 'REF',
      message: 'Array result was not expanded because it would overwrite data in C3.',
    });
  });

  it('hands arguments over as Apps Script does', () => {
    const calls: Call[] = [];
    values(
      [
        [10, text('007'), true, null, dated(46000.5, 'yyyy-mm-dd h:mm'), '=1/0'],
        [
          '=KPI_ECHO(A1; A1:B1; A1:A2; D1; E1; E1:F1; "x"; 1,5; TRUE; DATE(2026;11;22); A1:A1)',
          '=KPI_ECHO()',
        ],
      ],
      functions({ KPI_ECHO: () => 1 }, calls),
      { locale: 'de_DE' },
    );
    const circular = '#REF!';
    expect(calls.find((call) => call.length > 1)!.slice(1)).toEqual([
      10,
      [[10, '007']],
      [[10], [circular]],
      '',
      { serial: 46000.5 },
      [[{ serial: 46000.5 }, '#DIV/0!']],
      'x',
      1.5,
      true,
      { serial: 46348 },
      10,
    ]);
    expect(calls).toContainEqual(['KPI_ECHO']);
  });

  test.each([
    ['a value', 7, [[7]]],
    ['a list, which is one column', [1, 'b', true], [[1], ['b'], [true]]],
    [
      'rows',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['one row', [[1, 2, 3]], [[1, 2, 3]]],
    ['nothing', null, [['']]],
    ['undefined among others', [[1, undefined]], [[1, '']]],
    ['an empty list', [], [['']]],
    ['a serial number of a date', { serial: 46000 }, [[46000]]],
    ['a Date, in the zone', new Date(Date.UTC(2026, 10, 22, 16)), [[46349]]],
  ])('returns %s', (_, given, expected) => {
    const rows = values([['=KPI_GIVE()']], functions({ KPI_GIVE: () => given }));
    const plain = rows.map((row) => row.map((value) => Object.values(value!)[0]));
    expect(plain).toEqual(expected);
  });

  test.each([
    [
      'an error',
      () => {
        throw new Error('No rows.');
      },
      'ERROR',
      'No rows.',
    ],
    ['ragged rows', () => [[1, 2], [3]], 'ERROR', 'The rows of the result differ in length.'],
    [
      'an object',
      () => ({ a: 1 }),
      'ERROR',
      'The result has a value that is not a number, a text, a truth value or a date.',
    ],
    [
      'a text that is too long',
      () => 'x'.repeat(50_001),
      'ERROR',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    ['NaN', () => Number.NaN, 'NUM', 'Result was not a number.'],
  ])('shows %s as an error', (_, body, type, message) => {
    expect(result('=KPI_FAIL()', [], functions({ KPI_FAIL: body }))?.errorValue).toEqual({ type, message });
  });

  it('passes its error on, and lets formulas catch it', () => {
    const failing = functions({
      KPI_FAIL: () => {
        throw new Error('No rows.');
      },
    });
    expect(result('=KPI_FAIL()+1', [], failing)?.errorValue).toEqual({ type: 'ERROR', message: 'No rows.' });
    expect(result('=IFERROR(KPI_FAIL();"caught")', [], failing)).toEqual({ stringValue: 'caught' });
  });

  it('does not call with an argument that is an error', () => {
    const calls: Call[] = [];
    expect(result('=KPI_ONE(1/0)', [], functions({ KPI_ONE: () => 1 }, calls))?.errorValue?.type).toBe(
      'DIVIDE_BY_ZERO',
    );
    expect(calls).toEqual([]);
  });

  it('calls once for equal arguments, also in later revisions', () => {
    const calls: Call[] = [];
    const calculator = createCalculator({
      customFunctions: functions({ KPI_TWICE: (x: number) => 2 * x }, calls),
    });
    const rows: Entry[][] = [['=KPI_TWICE(C1)', '=KPI_TWICE(C1)', 21]];
    calculator.calculate(document([sheet(1, 'S', rows)]));
    calculator.calculate(document([sheet(1, 'S', [...rows, ['more']])], { revision: 2 }));
    expect(calls).toHaveLength(1);
    calculator.calculate(document([sheet(1, 'S', [['=KPI_TWICE(C1)', null, 22]])], { revision: 3 }));
    expect(calls).toHaveLength(2);
  });

  it('is unknown to a calculator without it', () => {
    expect(result('=KPI_MINE()', [], functions({ KPI_MINE: () => 1 }))).toEqual({ numberValue: 1 });
    expect(result('=KPI_MINE()')?.errorValue).toEqual({
      type: 'NAME',
      message: "Unknown function: 'KPI_MINE'.",
    });
  });
});

describe('economy', () => {
  it('keeps the values of a state, and of later ones that formulas cannot tell apart', () => {
    const calls: Call[] = [];
    const calculator = createCalculator({ customFunctions: functions({ KPI_ONE: () => 1 }, calls) });
    const first = document([sheet(1, 'S', [['=KPI_ONE()']]), sheet(2, 'Facts', [[1]])]);
    const values = calculator.calculate(first);
    expect(calculator.calculate(first)).toBe(values);
    const elsewhere = { ...first, sheets: [first.sheets[0]!, sheet(2, 'Facts', [[2]])], revision: 2 };
    expect(calculator.calculate(elsewhere)).toBe(values);
    const here = {
      ...elsewhere,
      sheets: [sheet(1, 'S', [['=KPI_ONE()+1']]), elsewhere.sheets[1]!],
      revision: 3,
    };
    expect(calculator.calculate(here).get(1)![0]![0]).toEqual({ numberValue: 2 });
  });

  it('calculates again when what formulas read has changed, and only then', () => {
    const calculator = createCalculator({ customFunctions: functions({ KPI_ONE: () => 1 }) });
    const rows = (read: Entry, other: Entry, formula: Entry = '=SUM(A1:A2)'): Entry[][] => [
      [1, other, formula],
      [read, null, null],
    ];
    const [merges, namedRanges] = [[], []];
    let revision = 1;
    const shows = (entries: Entry[][]): CalculatedValues => {
      revision += 1;
      const state = document([sheet(1, 'S', entries, { merges })], { revision, namedRanges });
      return calculator.calculate(state);
    };
    const first = shows(rows(2, 'x'));
    expect(shows(rows(2, 'y'))).toBe(first);
    expect(shows(rows({ value: { numberValue: 2 }, note: 'n' }, 'y'))).toBe(first);
    expect(shows(rows({ value: { numberValue: 2 }, format: { textFormat: { bold: true } } }, 'y'))).toBe(
      first,
    );
    expect(shows(rows(dated(2), 'y'))).not.toBe(first);
    const column = (values: CalculatedValues, index: number): unknown => values.get(1)![0]![index];
    expect(column(shows(rows(3, 'y')), 2)).toEqual({ numberValue: 4 });
    expect(column(shows(rows(3, '=A1')), 1)).toEqual({ numberValue: 1 });
    expect(column(shows(rows(3, 'y')), 1)).toBeUndefined();
    const spill = (below: Entry): Entry[][] => [
      [1, 'y', '={1;2}'],
      [3, null, below],
    ];
    expect(column(shows(spill('in the way')), 2)).toMatchObject({
      errorValue: {
        type: 'REF',
        message: 'Array result was not expanded because it would overwrite data in C2.',
      },
    });
    expect(column(shows(spill(null)), 2)).toEqual({ numberValue: 1 });
  });

  it('says which results are dates and times, in the way of the locale', () => {
    const calculator = createCalculator({ now: () => new Date(Date.UTC(2026, 10, 22, 4)) });
    const formulas = ['=TODAY()', '=NOW()', '=DATE(2026;11;22)', '=A2+1', '=1+1', '=TIME(6;5;0)'];
    const formats = (locale: string): unknown[] => {
      const state = document([sheet(1, 'S', [formulas, [dated(46348, 'yyyy/mm/dd')]])], { locale });
      return calculator.formats!(state)
        .get(1)![0]!
        .map((format) => format?.pattern);
    };
    expect(formats('en_US')).toEqual([
      'm/d/yyyy',
      'm/d/yyyy h:mm:ss',
      'm/d/yyyy',
      'yyyy/mm/dd',
      undefined,
      'h:mm:ss am/pm',
    ]);
    expect(formats('de_DE').slice(0, 3)).toEqual(['dd.mm.yyyy', 'dd.mm.yyyy hh:mm:ss', 'dd.mm.yyyy']);
  });

  it('asks the clock again', () => {
    let now = new Date(Date.UTC(2026, 10, 22));
    const calculator = createCalculator({ now: () => now });
    const first = document([sheet(1, 'S', [['=TODAY()']])]);
    expect(calculator.calculate(first).get(1)![0]![0]).toEqual({ numberValue: 46348 });
    now = new Date(Date.UTC(2026, 10, 23));
    expect(calculator.calculate({ ...first, revision: 2 }).get(1)![0]![0]).toEqual({ numberValue: 46349 });
  });
});

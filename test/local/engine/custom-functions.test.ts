import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { dated, document, type Entry, functions, sheet, text } from './build.ts';
import { result, values } from './calculate.ts';

type Call = [string, ...unknown[]];

/** Actual over target by row; rows without both stay empty. */
const attainment = {
  KPI_ATTAINMENT: (actual: unknown[][], target: unknown[][]) =>
    actual.map(([a], row) => {
      const t = target[row]?.[0];
      return [typeof a === 'number' && typeof t === 'number' ? a / t : ''];
    }),
};

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
    const unknown = { type: 'NAME', message: "Unknown function: 'KPI_MINE'." };
    expect(result('=KPI_MINE()')?.errorValue).toEqual(unknown);
    expect(result('=KPI_MINE()', [], functions({ KPI_OTHER: () => 1 }))?.errorValue).toEqual(unknown);
  });
});

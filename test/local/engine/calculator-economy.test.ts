import type { CalculatedValues } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { dated, document, type Entry, functions, sheet } from './build.ts';

type Call = [string, ...unknown[]];

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

  it('asks the clock again', () => {
    let now = new Date(Date.UTC(2026, 10, 22));
    const calculator = createCalculator({ now: () => now });
    const first = document([sheet(1, 'S', [['=TODAY()']])]);
    expect(calculator.calculate(first).get(1)![0]![0]).toEqual({ numberValue: 46348 });
    now = new Date(Date.UTC(2026, 10, 23));
    expect(calculator.calculate({ ...first, revision: 2 }).get(1)![0]![0]).toEqual({ numberValue: 46349 });
  });
});

describe('time', () => {
  const at = (iso: string): number => Date.parse(iso);

  it('is asked for again when the clock has moved on, in the same state of the document', () => {
    let now = at('2026-11-22T17:30:10Z');
    const calculator = createCalculator({ now: () => new Date(now) });
    const state = document([sheet(1, 'S', [['=NOW()', '=TODAY()', '=1+1']])], { timeZone: 'UTC' });
    const shown = () =>
      calculator
        .calculate(state)
        .get(1)![0]!
        .map((value) => value?.numberValue);
    expect(shown().slice(1)).toEqual([46348, 2]);
    now = at('2026-11-22T18:00:00Z');
    expect(shown()).toEqual([46348.75, 46348, 2]);
    now = at('2026-11-23T12:00:00Z');
    expect(shown()).toEqual([46349.5, 46349, 2]);
  });

  it('counts as far as it shows: a day for TODAY, in the zone of the spreadsheet', () => {
    let now = at('2026-11-22T14:58:00Z');
    const calculator = createCalculator({ now: () => new Date(now) });
    const state = document([sheet(1, 'S', [['=TODAY()']])], { timeZone: 'Asia/Tokyo' });
    const first = calculator.calculate(state);
    now = at('2026-11-22T14:59:59Z');
    expect(calculator.calculate(state)).toBe(first);
    now = at('2026-11-22T15:00:00Z');
    expect(calculator.calculate(state).get(1)![0]![0]).toEqual({ numberValue: 46349 });
  });
});

import type { CellState, JsonObject } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { dated, document, type Entry, sheet } from './build.ts';

const formatted = (numberValue: number, numberFormat: JsonObject): CellState => ({
  value: { numberValue },
  format: { numberFormat },
});

/** Formats of the results in B1, C1 and so on, of a sheet named `On-time` with cells in column A. */
const inherited = (cells: Entry[], ...formulas: string[]) => {
  const rows: Entry[][] = cells.map((entry) => [entry]);
  rows[0] = [rows[0]?.[0] ?? null, ...formulas];
  const state = document([sheet(1, 'On-time', rows)]);
  return createCalculator().formats!(state).get(1)![0]!.slice(1);
};

describe('the format of a result', () => {
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

  it.each<JsonObject>([
    { type: 'TIME', pattern: 'h:mm' },
    { type: 'DATE', pattern: 'd.m.yyyy' },
    { type: 'NUMBER', pattern: '0 "[foo"' },
    { type: 'NUMBER', pattern: '0.0 "d"' },
    { type: 'CURRENCY', pattern: '[$CHF] #,##0.00' },
    { type: 'TIME', pattern: '[h]:mm' },
  ])('is that of the cell it is made of: %j', (format) => {
    expect(inherited([formatted(0.0625, format)], '=A1', '=B1*2')).toEqual([format, format]);
  });

  it('is that of the first cell whose format it takes over', () => {
    const formats = [
      { type: 'TIME', pattern: 'hh:mm' },
      { type: 'TIME', pattern: 'h:mm' },
    ];
    const cells = formats.map((format) => formatted(0.5, format));
    expect(inherited(cells, '=A2', '=A1', '=SUM(A1:A2)')).toEqual([formats[1], formats[0], formats[0]]);
  });

  it('has its pattern even where the cell left it to the type', () => {
    expect(inherited([formatted(46348, { type: 'DATE' })], '=A1+1')).toEqual([
      { type: 'DATE', pattern: 'm/d/yyyy' },
    ]);
  });

  it('of the days between two dates is none; a hyphen in a name or a text subtracts nothing', () => {
    const cells = [dated(100), dated(90)];
    const date = { type: 'DATE', pattern: 'yyyy-mm-dd' };
    expect(inherited(cells, '=A1-A2', "='On-time'!A1", '=IF("a-b"="c";1;A1)')).toEqual([
      undefined,
      date,
      date,
    ]);
  });
});

import type { JsonObject } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { batch, cells, type Host, host, sheetOf, write } from './host.ts';

const RED = { red: 1 };
const GREEN = { green: 1 };
const BLUE = { blue: 1 };
const WHITE = { red: 1, green: 1, blue: 1 };
/** 22 November 2026, 17:30 UTC: already the 23rd in Shanghai. */
const NOW = Date.UTC(2026, 10, 22, 17, 30);

const filled = (values: unknown[][], timeZone = 'UTC'): Host => {
  const at = host({ rows: 10, columns: 4, calculator: createCalculator(), now: () => NOW, timeZone });
  write(at, `A1:${'ABCD'[values[0]!.length - 1]}${values.length}`, values, 'USER_ENTERED');
  return at;
};

/** A part of the effective format of each cell, row by row. */
const shown = (at: Host, pick: (format: JsonObject) => unknown): unknown[][] => {
  const { data } = sheetOf(at, 'sheets.data.rowData.values.effectiveFormat');
  const rows = (data as { rowData: { values?: { effectiveFormat?: JsonObject }[] }[] }[])[0]!.rowData;
  return rows.map(({ values = [] }) => values.map(({ effectiveFormat = {} }) => pick(effectiveFormat)));
};
const backgrounds = (at: Host): unknown[] => shown(at, (format) => format.backgroundColor).flat();

const band = (properties: object, range: object = cells(0, 5, 0, 1)) => ({
  addBanding: { bandedRange: { range, ...properties } },
});
const ruled = (condition: object, format: object = { backgroundColor: RED }, range = cells(0, 10, 0, 1)) => ({
  addConditionalFormatRule: { rule: { ranges: [range], booleanRule: { condition, format } }, index: 0 },
});
const condition = (type: string, ...values: string[]) => ({
  type,
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});
const dated = (type: string, relativeDate: string) => ({ type, values: [{ relativeDate }] });

describe('bands', () => {
  test('header, bands and footer lie under the cells', () => {
    const at = filled([['h'], [1], [2], [3], ['f']]);
    const rowProperties = {
      headerColor: RED,
      firstBandColor: GREEN,
      secondBandColor: BLUE,
      footerColor: RED,
    };
    batch(at, band({ rowProperties }));
    expect(backgrounds(at)).toEqual([RED, GREEN, BLUE, GREEN, RED]);
    const styles = shown(at, (format) => format.backgroundColorStyle).flat();
    expect(styles[1]).toEqual({ rgbColor: GREEN });
  });

  test('a cell’s own colour lies over them; the rest of the format stays', () => {
    const at = filled([['h'], [1]]);
    const rowProperties = { firstBandColor: GREEN, secondBandColor: GREEN };
    batch(at, band({ rowProperties }), {
      repeatCell: {
        range: cells(1, 2, 0, 1),
        cell: { userEnteredFormat: { backgroundColor: WHITE, textFormat: { bold: true } } },
        fields: 'userEnteredFormat(backgroundColor,textFormat.bold)',
      },
    });
    expect(backgrounds(at)).toEqual([GREEN, WHITE]);
    expect(shown(at, ({ textFormat }) => (textFormat as JsonObject).bold).flat()).toEqual([false, true]);
  });

  // The reference: headers before bands, first bands before second ones, rows before columns.
  test('of rows and columns the header wins, then the first band, then the row', () => {
    const at = filled([
      [1, 2],
      [3, 4],
    ]);
    const rowProperties = { firstBandColor: RED, secondBandColor: GREEN };
    const [first, second] = [
      { red: 1, green: 1 },
      { red: 1, blue: 1 },
    ];
    const columnProperties = { headerColor: BLUE, firstBandColor: first, secondBandColor: second };
    batch(at, band({ rowProperties, columnProperties }, cells(0, 2, 0, 2)));
    expect(shown(at, (format) => format.backgroundColor)).toEqual([
      [BLUE, RED],
      [BLUE, first],
    ]);
  });
});

describe('conditional formats', () => {
  test('the first that fits counts, and lies over bands and the cell’s own colour', () => {
    const at = filled([[1], [5], [9], ['x']]);
    batch(
      at,
      band({ rowProperties: { firstBandColor: BLUE, secondBandColor: BLUE } }),
      ruled(condition('NUMBER_GREATER', '0'), { backgroundColor: GREEN, textFormat: { bold: true } }),
      ruled(condition('NUMBER_GREATER', '4'), { backgroundColor: RED }),
    );
    expect(backgrounds(at)).toEqual([GREEN, RED, RED, BLUE]);
    const bold = shown(at, ({ textFormat }) => (textFormat as JsonObject).bold).flat();
    expect(bold).toEqual([true, false, false, false]);
    expect(shown(at, ({ textFormat }) => (textFormat as JsonObject).fontSize).flat()).toEqual([
      10, 10, 10, 10,
    ]);
  });

  test('results of formulas are judged like values', () => {
    const at = filled([[1, '=A1*10']]);
    batch(at, ruled(condition('NUMBER_EQ', '10'), { backgroundColor: RED }, cells(0, 5, 0, 2)));
    expect(backgrounds(at)).toEqual([WHITE, RED]);
  });

  test('a formula of its own moves along with the cell', () => {
    const at = filled([
      [1, 3],
      [2, 1],
      [3, 3],
    ]);
    batch(at, ruled(condition('CUSTOM_FORMULA', '=$A1<$B1'), { backgroundColor: RED }, cells(0, 3, 0, 2)));
    expect(shown(at, (format) => format.backgroundColor)).toEqual([
      [RED, RED],
      [WHITE, WHITE],
      [WHITE, WHITE],
    ]);
  });

  test('a formula is true where it is a number beside 0, and knows the row it is for', () => {
    const at = filled([['a'], ['b'], ['c']]);
    batch(at, ruled(condition('CUSTOM_FORMULA', '=MOD(ROW(),2)')));
    expect(backgrounds(at)).toEqual([RED, WHITE, RED]);
  });

  test('a formula stands for the value of a condition', () => {
    const at = filled([
      [1, 2],
      [3, 2],
    ]);
    batch(at, ruled(condition('NUMBER_GREATER', '=B1')));
    expect(shown(at, (format) => format.backgroundColor).map((row) => row[0])).toEqual([WHITE, RED]);
  });

  test('a range that is not the first of a rule is counted from the first', () => {
    const at = filled([
      [1, 0],
      [2, 9],
    ]);
    const booleanRule = { condition: condition('CUSTOM_FORMULA', '=A1=1'), format: { backgroundColor: RED } };
    const ranges = [cells(0, 1, 0, 1), cells(1, 2, 1, 2)];
    batch(at, { addConditionalFormatRule: { rule: { ranges, booleanRule }, index: 0 } });
    // B2 of the second range looks at B2.
    expect(shown(at, (format) => format.backgroundColor)).toEqual([
      [RED, WHITE],
      [WHITE, WHITE],
    ]);
  });

  const DAYS = ['2026-11-24', '2026-11-23', '2026-11-22', '2026-11-16', '2026-11-15', '2025-11-23'];
  test.each<[string, string, string[]]>([
    ['DATE_EQ', 'TODAY', ['2026-11-23']],
    ['DATE_EQ', 'TOMORROW', ['2026-11-24']],
    ['DATE_EQ', 'YESTERDAY', ['2026-11-22']],
    ['DATE_EQ', 'PAST_WEEK', ['2026-11-23', '2026-11-22', '2026-11-16']],
    ['DATE_EQ', 'PAST_MONTH', ['2026-11-23', '2026-11-22', '2026-11-16', '2026-11-15']],
    ['DATE_EQ', 'PAST_YEAR', ['2026-11-23', '2026-11-22', '2026-11-16', '2026-11-15', '2025-11-23']],
    ['DATE_BEFORE', 'PAST_WEEK', ['2026-11-15', '2025-11-23']],
    ['DATE_AFTER', 'YESTERDAY', ['2026-11-24', '2026-11-23']],
  ])('%s %s in the spreadsheet’s zone', (type, relativeDate, fitting) => {
    const at = filled(
      DAYS.map((day) => [day]),
      'Asia/Shanghai',
    );
    batch(at, ruled(dated(type, relativeDate)));
    expect(backgrounds(at)).toEqual(DAYS.map((day) => (fitting.includes(day) ? RED : WHITE)));
  });
});

describe('colour scales', () => {
  const scale = (points: object) => ({
    addConditionalFormatRule: { rule: { ranges: [cells(0, 10, 0, 1)], gradientRule: points }, index: 0 },
  });
  const point = (type: string, color: object, value?: string) => ({
    type,
    color,
    ...(value ? { value } : {}),
  });

  test('from the least to the greatest number, texts left out', () => {
    const at = filled([[0], [10], ['x'], [5]]);
    batch(at, scale({ minpoint: point('MIN', {}), maxpoint: point('MAX', RED) }));
    const half = { red: expect.closeTo(0.5, 2) };
    expect(backgrounds(at)).toEqual([{}, RED, WHITE, half]);
  });

  test('beyond the ends the ends’ colours, between three points by the nearer two', () => {
    const at = filled([[-5], [0], [25], [50], [75], [200]]);
    const points = {
      minpoint: point('NUMBER', RED, '0'),
      midpoint: point('NUMBER', GREEN, '50'),
      maxpoint: point('NUMBER', BLUE, '100'),
    };
    batch(at, scale(points));
    const half = expect.closeTo(0.5, 2);
    expect(backgrounds(at)).toEqual([
      ...[RED, RED, { red: half, green: half }, GREEN],
      ...[{ green: half, blue: half }, BLUE],
    ]);
  });

  // Of 0, 10, 20, 1000 half the way is 500, and half of the numbers lie below 15.
  test.each([
    ['PERCENT', [RED, RED, RED, BLUE]],
    ['PERCENTILE', [RED, RED, BLUE, BLUE]],
  ])('%s', (type, colors) => {
    const at = filled([[0], [10], [20], [1000]]);
    batch(at, scale({ minpoint: point(type, RED, '50'), maxpoint: point(type, BLUE, '50') }));
    expect(backgrounds(at)).toEqual(colors);
  });
});

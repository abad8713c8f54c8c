import fc from 'fast-check';
import type { CellState, DocumentState, JsonObject } from '../../../src/local/document/model.ts';
import { loadLibrary, quietly } from '../../../src/local/engine/library.ts';
import { toModelData } from '../../../src/local/engine/model-data.ts';
import { dated, document, type Entry, sheet, text } from './build.ts';

function model(book: DocumentState) {
  const { Model } = loadLibrary();
  return quietly(() => new Model(toModelData(book), { mode: 'readonly' })).getters;
}

const at = (row: number, col: number, sheetId = '1') => ({ sheetId, row, col });
const grid = (rows: Entry[][], more = {}) => document([sheet(1, 'S', rows, more)]);
const red = { red: 1 };
const green = { green: 1 };
const range = (r0: number, r1: number, c0: number, c1: number): JsonObject => ({
  sheetId: 1,
  startRowIndex: r0,
  endRowIndex: r1,
  startColumnIndex: c0,
  endColumnIndex: c1,
});

describe('contents', () => {
  const awkward = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.stringMatching(/^[-+($€£¥₹% ]{0,2}[\d.,:/ ]{1,8}[e%)apm ]{0,3}$/),
    fc.constantFrom(
      'TRUE',
      ' false ',
      '#N/A',
      '#REF',
      '=1',
      "'",
      "'=",
      '=',
      '1e5',
      '12:30',
      '3/4',
      '1 000',
      '5 pm',
      'Infinity',
    ),
    fc.integer({ min: 1900, max: 2100 }).map((year) => `${year}-11-22`),
  );

  // Many cells in one sheet: what is tested is a cell, what costs time is a model.
  it('keeps every text what it is', () => {
    const texts = fc.array(awkward, { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.boolean(), (all, asText) => {
        // Markdown links and line ends are the engine's own business.
        const values = all.filter((value) => !/^\[.+\]\(.+\)$/.test(value) && !/[\r\n]/.test(value));
        const format = asText ? { numberFormat: { type: 'TEXT' } } : undefined;
        const getters = model(grid(values.map((value) => [text(value, format)])));
        expect(values.map((_, row) => getters.getEvaluatedCell(at(row, 0)).value)).toEqual(values);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('keeps every number what it is', () => {
    // The engine's numbers end at 1e307.
    const number = fc
      .double({ min: -1e307, max: 1e307, noNaN: true })
      .filter((value) => Math.abs(value) > 1e-300);
    fc.assert(
      fc.property(fc.array(number, { minLength: 40, maxLength: 60 }), (values) => {
        const getters = model(grid(values.map((value) => [value])));
        expect(values.map((_, row) => getters.getEvaluatedCell(at(row, 0)).value)).toEqual(values);
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  it('shows values by their format', () => {
    const percent: CellState = {
      value: { numberValue: 0.256 },
      format: { numberFormat: { type: 'PERCENT', pattern: '0.0%' } },
    };
    const getters = model(grid([[dated(46348), percent, true, '2026-W47']]));
    const shown = [0, 1, 2, 3].map((col) => getters.getEvaluatedCell(at(0, col)).formattedValue);
    expect(shown).toEqual(['2026-11-22', '25.6%', 'TRUE', '2026-W47']);
  });
});

describe('looks', () => {
  it('gives styles and borders', () => {
    const format: JsonObject = {
      backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } },
      textFormat: { bold: true, italic: true, foregroundColor: green, fontSize: 14 },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      borders: { bottom: { style: 'SOLID_THICK', color: red } },
    };
    const getters = model(grid([[{ value: { stringValue: 'a' }, format }, { format }]]));
    const style = {
      fillColor: '#FF8000',
      bold: true,
      italic: true,
      textColor: '#00FF00',
      fontSize: 14,
      align: 'center',
      verticalAlign: 'middle',
      wrapping: 'wrap',
    };
    expect(getters.getCellStyle(at(0, 0))).toEqual(style);
    expect(getters.getCellStyle(at(0, 1))).toEqual(style);
    expect(getters.getCellBorder(at(0, 0))).toMatchObject({ bottom: { style: 'thick', color: '#FF0000' } });
  });

  it('gives sizes, hidden rows and columns, panes, merges, tabs and groups', () => {
    const getters = model({
      ...grid([['a', 'b']], {
        frozenRowCount: 2,
        frozenColumnCount: 1,
        columns: [{ pixelSize: 210 }, { hiddenByUser: true }],
        rows: [{ pixelSize: 40 }, { hiddenByFilter: true }],
        merges: [{ startRow: 4, endRow: 5, startColumn: 0, endColumn: 3 }],
        tabColor: red,
        hideGridlines: true,
        rowGroups: [{ range: { startIndex: 6, endIndex: 9 }, depth: 1, collapsed: true }],
      }),
    });
    expect(getters.getColSize('1', 0)).toBe(210);
    expect(getters.getColSize('1', 2)).toBe(100);
    expect(getters.isColHidden('1', 1)).toBe(true);
    expect(getters.getRowSize('1', 0)).toBe(40);
    expect(getters.isRowHidden('1', 1)).toBe(true);
    expect(getters.getPaneDivisions('1')).toEqual({ xSplit: 1, ySplit: 2 });
    expect(getters.getMerges('1')).toMatchObject([{ top: 4, left: 0, right: 2, bottom: 4 }]);
    expect(getters.getSheet('1')).toMatchObject({ color: '#FF0000', areGridLinesVisible: false });
    expect(getters.getHeaderGroups('1', 'ROW')).toEqual([{ start: 6, end: 8, isFolded: true }]);
  });

  it('hides hidden sheets', () => {
    const getters = model(document([sheet(1, 'Shown', []), sheet(2, 'Hidden', [], { hidden: true })]));
    expect(getters.getVisibleSheetIds()).toEqual(['1']);
  });

  it('lays bands under cells that have no colour of their own', () => {
    const band = {
      range: range(0, 4, 0, 2),
      rowProperties: { headerColor: { blue: 1 }, firstBandColor: red, secondBandColor: green },
    };
    const own = { value: { stringValue: 'x' }, format: { backgroundColor: { red: 1, green: 1 } } };
    const getters = model(grid([['h', 'h'], ['a', own], ['b']], { bandedRanges: [band] }));
    const fills = [0, 1, 2, 3, 4].map((row) => getters.getCellStyle(at(row, 0)).fillColor);
    expect(fills).toEqual(['#0000FF', '#FF0000', '#00FF00', '#FF0000', undefined]);
    expect(getters.getCellStyle(at(1, 1)).fillColor).toBe('#FFFF00');
  });
});

describe('rules', () => {
  const rule = (condition: JsonObject, background: JsonObject = red) => ({
    ranges: [range(0, 10, 0, 1)],
    booleanRule: { condition, format: { backgroundColor: background } },
  });
  const typed = (...values: string[]) => values.map((userEnteredValue) => ({ userEnteredValue }));
  const fillsOf = (entries: Entry[], ...conditionalFormats: JsonObject[]) => {
    const getters = model(
      grid(
        entries.map((entry) => [entry]),
        { conditionalFormats },
      ),
    );
    return entries.map((_, row) => getters.getCellConditionalFormatStyle(at(row, 0))?.fillColor);
  };
  const RED = '#FF0000';

  test.each([
    ['NUMBER_LESS', ['3'], [2, 3, null], [RED, undefined, undefined]],
    ['NUMBER_BETWEEN', ['1', '3'], [0, 2, 4], [undefined, RED, undefined]],
    ['TEXT_EQ', ['完成'], ['完成', '未完成'], [RED, undefined]],
    ['TEXT_CONTAINS', ['完成'], ['已完成', 'no'], [RED, undefined]],
    ['NOT_BLANK', [], ['a', null], [RED, undefined]],
    ['CUSTOM_FORMULA', ['=AND($A1>1;$A1<3)'], [1, 2, 3], [undefined, RED, undefined]],
    ['DATE_BEFORE', ['2026-01-01'], [dated(46000), dated(46300)], [RED, undefined]],
  ] as [string, string[], Entry[], (string | undefined)[]][])('%s', (type, given, entries, expected) => {
    expect(fillsOf(entries, rule({ type, values: typed(...given) }))).toEqual(expected);
  });

  it('lets the first rule win', () => {
    const low = rule({ type: 'NUMBER_LESS', values: typed('3') });
    const lower = rule({ type: 'NUMBER_LESS', values: typed('5') }, green);
    expect(fillsOf([1, 4], low, lower)).toEqual([RED, '#00FF00']);
  });

  it('gives colour scales', () => {
    const gradientRule = {
      minpoint: { type: 'MIN', color: { red: 1, green: 1, blue: 1 } },
      maxpoint: { type: 'MAX', color: red },
    };
    const [low, , high] = fillsOf([1, 2, 3], { ranges: [range(0, 10, 0, 1)], gradientRule });
    expect([low, high]).toEqual(['#FFFFFF', RED]);
  });

  it('gives data validation once a rule, with all its cells', () => {
    const list = {
      condition: { type: 'ONE_OF_LIST', values: typed('a', 'b') },
      strict: true,
      showCustomUi: true,
    };
    const people = { condition: { type: 'ONE_OF_RANGE', values: typed("='My team'!A2:A") }, strict: false };
    const tick = { condition: { type: 'BOOLEAN' } };
    const share = { condition: { type: 'NUMBER_BETWEEN', values: typed('0', '1') }, strict: true };
    const day = { condition: { type: 'DATE_IS_VALID' } };
    const row = [list, people, tick, share, day].map((validation) => ({ validation }));
    const getters = model(document([sheet(1, 'S', [row, row]), sheet(2, 'My team', [['Name'], ['Li']])]));
    const rules = getters.getDataValidationRules('1');
    expect(rules.map(({ criterion, isBlocking }) => ({ ...criterion, isBlocking }))).toEqual([
      { type: 'isValueInList', values: ['a', 'b'], displayStyle: 'chip', isBlocking: true },
      { type: 'isValueInRange', values: ["'My team'!A2:A"], displayStyle: 'chip', isBlocking: false },
      { type: 'isBoolean', values: [], isBlocking: false },
      { type: 'isBetween', values: ['0', '1'], isBlocking: true },
      { type: 'dateIsValid', values: [], isBlocking: false },
    ]);
    expect(rules.map(({ ranges }) => ranges.map((zone) => zone.zone))).toEqual(
      [0, 1, 2, 3, 4].map((column) => [{ top: 0, bottom: 1, left: column, right: column }]),
    );
  });

  it('shows the basic filter', () => {
    const getters = model(
      grid(
        [
          ['h', 'h'],
          [1, 2],
        ],
        { basicFilter: { range: range(0, 2, 0, 2) } },
      ),
    );
    expect(getters.getTables('1')).toMatchObject([
      { range: { zone: { top: 0, bottom: 1, left: 0, right: 1 } } },
    ]);
  });
});

describe('charts', () => {
  const source = (column: number) => ({ sourceRange: { sources: [range(0, 3, column, column + 1)] } });
  const chart = (chartType: string, more: JsonObject = {}) => ({
    chartId: 5,
    position: {
      overlayPosition: { anchorCell: { sheetId: 1, rowIndex: 4, columnIndex: 2 }, widthPixels: 300 },
    },
    spec: {
      title: 'GMV',
      basicChart: {
        chartType,
        headerCount: 1,
        legendPosition: 'TOP_LEGEND',
        domains: [{ domain: source(0) }],
        series: [
          { series: source(1), targetAxis: 'LEFT_AXIS', type: 'COLUMN', color: red },
          { series: source(2), targetAxis: 'RIGHT_AXIS', type: 'LINE' },
        ],
        ...more,
      },
    },
  });
  const rows: Entry[][] = [
    ['Week', 'Actual', 'Plan'],
    ['W1', 1, 2],
    ['W2', 3, 4],
  ];
  const shown = (chartType: string, more: JsonObject = {}) => {
    const getters = model(grid(rows, { charts: [chart(chartType, more)] }));
    return { getters, definition: getters.getChartDefinition('chart-5') as unknown as JsonObject };
  };

  test.each([
    ['LINE', {}, { type: 'line', stacked: false }],
    ['COLUMN', {}, { type: 'bar', stacked: false, horizontal: false }],
    ['COLUMN', { stackedType: 'STACKED' }, { type: 'bar', stacked: true }],
    ['BAR', {}, { type: 'bar', horizontal: true }],
    ['COMBO', {}, { type: 'combo' }],
  ])('%s %j', (type, more, expected) => {
    expect(shown(type, more).definition).toMatchObject(expected);
  });

  it('reads series, labels, colours and place', () => {
    const { getters, definition } = shown('COMBO');
    expect(definition).toMatchObject({
      title: { text: 'GMV' },
      legendPosition: 'top',
      dataSource: { dataSets: [{ dataRange: 'B1:B3' }, { dataRange: 'C1:C3' }], labelRange: 'S!A1:A3' },
      dataSetStyles: { 0: { type: 'bar', backgroundColor: '#FF0000' }, 1: { type: 'line', yAxisId: 'y1' } },
    });
    expect(getters.getFigures('1')).toMatchObject([{ row: 4, col: 2, width: 300, height: 371 }]);
    const runtime = getters.getChartRuntime('chart-5') as { chartJsConfig: { data: unknown } };
    expect(runtime.chartJsConfig.data).toMatchObject({
      labels: ['W1', 'W2'],
      datasets: [
        { label: 'Actual', data: [1, 3] },
        { label: 'Plan', data: [2, 4] },
      ],
    });
  });

  it('leaves out charts of kinds that it cannot draw', () => {
    const other = { chartId: 6, position: {}, spec: { waterfallChart: {} } };
    expect(model(grid(rows, { charts: [other] })).getChartIds('1')).toEqual([]);
  });
});

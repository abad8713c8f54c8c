import type { JsonObject } from '../../../src/local/document/model.ts';
import { document, sheet, text } from './build.ts';
import { cellXml, everything, exported, richBook, sheetXml } from './exported.ts';

describe('the look of an exported file', () => {
  it('prints A4 landscape, one page wide, on every sheet', async () => {
    const { parts } = await exported(richBook());
    for (const index of [0, 1]) {
      expect(sheetXml(parts, index)).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(sheetXml(parts, index)).toContain(
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      );
    }
  });

  it('gives charts dates for labels and no lines across categories', async () => {
    const chart = (await exported(richBook())).parts.get('xl/charts/chart1.xml')!;
    expect(chart).toContain('<c:numFmt formatCode="yyyy-mm-dd" sourceLinked="0"/>');
    expect(chart).toContain('<c:cat><c:numRef>');
    expect(/<c:catAx>.*?<\/c:catAx>/s.exec(chart)![0]).not.toContain('majorGridlines');
  });

  it('draws gaps for missing values, small type, and axes in the format of the cells', async () => {
    const chart = async (pattern: string, value: number) => {
      const cells = richBook();
      const money = { value: { numberValue: value }, format: { numberFormat: { type: 'NUMBER', pattern } } };
      cells.sheets[0]!.cells[2]![1] = money;
      cells.sheets[0]!.cells[0]![1] = { value: { stringValue: 'Rate' } };
      return (await exported(cells)).parts.get('xl/charts/chart1.xml')!;
    };
    const xml = await chart('#,##0.00', 12_345);
    expect(xml).toContain('<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>');
    const valueAxis = (text: string) => /<c:valAx>.*?<\/c:valAx>/s.exec(text)![0];
    expect(valueAxis(xml)).toContain('<c:numFmt formatCode="#,##0" sourceLinked="0"/>');
    expect(valueAxis(await chart('#,##0.00', 12.5))).toContain('formatCode="#,##0.00"');
    expect(valueAxis(await chart('0.0%', 123))).toContain('formatCode="0.0%"');
    expect(xml).toContain('sz="1200"');
    expect(xml).not.toMatch(/sz="1[06]00"/);
  });

  it('draws hidden rows in the charts that say so alone', async () => {
    const book = richBook();
    const [chart] = book.sheets[0]!.charts;
    const all = { ...chart!, chartId: 77, spec: { ...chart!.spec, hiddenDimensionStrategy: 'SHOW_ALL' } };
    // A kind that is not drawn makes no part.
    const none = { ...chart!, chartId: 76, spec: { orgChart: {} } };
    book.sheets[0]!.charts = [none, chart!, all];
    const { parts } = await exported(book);
    const visible = [1, 2].map(
      (n) => /plotVisOnly val="(.)"/.exec(parts.get(`xl/charts/chart${n}.xml`)!)![1],
    );
    expect(visible).toEqual(['1', '0']);
    expect(parts.has('xl/charts/chart3.xml')).toBe(false);
  });

  it('draws a combination in its own colours, columns before lines, without a legend', async () => {
    const book = richBook();
    const source = (column: number) => ({
      sourceRange: { sources: [{ ...everything, startColumnIndex: column, endColumnIndex: column + 1 }] },
    });
    const series = [
      { series: source(1), type: 'COLUMN', color: { blue: 1 } },
      { series: source(2), type: 'LINE', color: { red: 1 } },
    ];
    const basicChart = {
      chartType: 'COMBO',
      legendPosition: 'NO_LEGEND',
      headerCount: 1,
      domains: [{ domain: source(0) }],
      series,
    };
    book.sheets[0]!.charts[0]!.spec = { title: 'GMV', basicChart };
    const xml = (await exported(book)).parts.get('xl/charts/chart1.xml')!;
    const bars = /<c:barChart>.*?<\/c:barChart>/s.exec(xml)![0];
    const lines = /<c:lineChart>.*?<\/c:lineChart>/s.exec(xml)![0];
    expect(bars).toMatch(/0000FF/);
    expect(bars).not.toMatch(/FF0000/);
    expect(lines).toMatch(/FF0000/);
    expect(xml.indexOf('<c:barChart>')).toBeLessThan(xml.indexOf('<c:lineChart>'));
    expect(xml).not.toContain('<c:legend>');
  });

  it('gives charts their size, whatever the rows behind them do', async () => {
    const book = richBook();
    const overlayPosition = { anchorCell: { rowIndex: 3 }, widthPixels: 400, heightPixels: 200 };
    book.sheets[0]!.charts[0]!.position = { overlayPosition };
    const drawing = (await exported(book)).parts.get('xl/drawings/drawing0.xml')!;
    expect(drawing).toContain('<xdr:ext cx="3810000" cy="1905000"/>');
    expect(drawing).toMatch(/<xdr:oneCellAnchor><xdr:from>.*<xdr:row>3<.*<\/xdr:oneCellAnchor>/s);
    expect(drawing).not.toContain('xdr:to>');
  });

  it('prints frozen rows on every page', async () => {
    const workbook = (await exported(richBook())).parts.get('xl/workbook.xml')!;
    const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'周报'!$1:$1</definedName>`;
    expect(workbook).toContain(`</sheets><definedNames>${name}</definedNames>`);
    expect((await exported(document([sheet(1, 'S', [['a']])]))).parts.get('xl/workbook.xml')).not.toContain(
      'definedName',
    );
  });

  it('clips without making text smaller', async () => {
    const clipped = text('a long text', { wrapStrategy: 'CLIP' });
    const { parts } = await exported(document([sheet(1, 'S', [[clipped]], { rowCount: 2 })]));
    expect(parts.get('xl/styles.xml')).not.toContain('shrinkToFit');
  });

  it('fits rows to wrapped text and keeps heights that somebody set', async () => {
    const long = 'One row per KPI and period: from, to, target. Amounts are shared out by days.';
    const wrapped = text(long, { wrapStrategy: 'WRAP' });
    const rows = [[wrapped], [wrapped], [wrapped], ['short'], ['short'], ['short']];
    const { parts } = await exported(
      document([
        sheet(1, 'S', rows, {
          rowCount: 7,
          columns: [{ pixelSize: 300 }],
          rows: [undefined, { pixelSize: 37 }, { pixelSize: 90 }, { pixelSize: 21 }, { pixelSize: 23 }],
        }),
      ]),
    );
    const row = (number: number) => new RegExp(`<row r="${number}"[^>]*>`).exec(sheetXml(parts))?.[0];
    expect(row(1)).toMatch(/^<row r="1" ht="(27.75|39.75)">$/);
    expect(row(2)).toBe(row(1)!.replace('"1"', '"2"'));
    expect(row(3)).toBe('<row r="3" ht="67.5" customHeight="1">');
    expect(row(4)).toBe('<row r="4">');
    expect(row(5)).toBe('<row r="5" ht="17.25" customHeight="1">');
    expect(row(6)).toBe('<row r="6">');
    expect(row(7)).toBeUndefined();
  });

  describe('with a format down to the last row', () => {
    const money = { numberFormat: { type: 'NUMBER', pattern: '0.0000' } };
    const filled = { ...money, backgroundColor: { red: 1 } };
    const book = (formats: JsonObject[]) => {
      const blank = formats.map((format) => ({ format }));
      const rows = [['a', 'b'], formats.map((format) => ({ value: { numberValue: 1 }, format }))];
      while (rows.length < 9) rows.push(blank as never);
      return document([sheet(1, 'S', rows, { rowCount: 9, columnCount: 2 })]);
    };

    it('formats the column instead of its empty cells', async () => {
      const xml = sheetXml((await exported(book([money, money]))).parts);
      const style = /<c r="A2" s="(\d+)">/.exec(xml)![1];
      expect(xml).toMatch(new RegExp(`<col min="1" style="${style}" `));
      expect(xml).toMatch(new RegExp(`<col min="2" style="${style}" `));
      expect(xml).not.toContain('<row r="3"');
      expect(xml).not.toContain('<row r="9"');
    });

    it('keeps empty cells that show something, or differ', async () => {
      const odd = book([filled, money]);
      odd.sheets[0]!.cells[4] = [{ format: filled }, { format: { numberFormat: { type: 'DATE' } } }];
      const xml = sheetXml((await exported(odd)).parts);
      expect(cellXml(xml, 'A9')).toMatch(/s="\d+"/);
      expect(xml).not.toMatch(/<col min="1" style/);
      expect(cellXml(xml, 'B5')).toMatch(/s="\d+"/);
      expect(cellXml(xml, 'B6')).toBeUndefined();
    });

    it('formats what a formula spills there', async () => {
      const spilling = book([money, money]);
      spilling.sheets[0]!.cells[1]![1] = { value: { formulaValue: '={1;2;3}' }, format: money };
      const xml = sheetXml((await exported(spilling)).parts);
      const style = /<col min="2" style="(\d+)"/.exec(xml)![1];
      expect(cellXml(xml, 'B4')).toBe(`<c r="B4" s="${style}"><v>3</v></c>`);
    });
  });
});

test('bands end with the last filled row, so that empty rows print no pages', async () => {
  const band = {
    range: { ...everything, endRowIndex: 1000, endColumnIndex: 1 },
    rowProperties: { firstBandColor: { red: 1 }, secondBandColor: { green: 1 } },
  };
  const rows = [['a'], ['b'], ['c']];
  const book = document([sheet(1, 'x', rows, { rowCount: 1000, columnCount: 1, bandedRanges: [band] })]);
  const { parts } = await exported(book);
  const styled = [...sheetXml(parts).matchAll(/<c r="A(\d+)" s="\d+"/g)].map(([, row]) => Number(row));
  expect(styled).toEqual([1, 2, 3]);
});

test('a text whose format links to a sheet leads there, and another program finds it by its quoted title', async () => {
  const linked = (uri: string) => ({
    value: { stringValue: 'Go' },
    format: { textFormat: { link: { uri }, underline: true } },
  });
  const book = document([
    sheet(1, 'Start', [
      [linked('#gid=2')],
      [linked('https://example.com')],
      [linked('#gid=x')],
      [linked('#gid=2')],
    ]),
    sheet(2, 'KPI tree', [[text('id')]]),
  ]);
  const xml = sheetXml((await exported(book)).parts, 0);
  expect(xml).toMatch(/<hyperlink [^>]*location="'KPI tree'!A1" ref="A1"\/>/);
  expect(xml.match(/<hyperlink [^>]*>/g)?.map((each) => /ref="(\w+)"/.exec(each)?.[1])).toEqual(['A1', 'A4']);
  expect(xml).not.toContain('o-spreadsheet:');
});

test('columns that would be too small to read on one page go side by side, with the frozen ones on each', async () => {
  const book = document([
    { ...sheet(1, 'Wide', [[text('id')]]), frozenRowCount: 1, frozenColumnCount: 2, columnCount: 3 },
    { ...sheet(2, 'Narrow', [[text('id')]]), columnCount: 3 },
  ]);
  book.sheets[0]!.columns = [
    { pixelSize: 1101 },
    { pixelSize: 1100 },
    { pixelSize: 900, hiddenByUser: true },
  ];
  const { parts } = await exported(book);
  expect(sheetXml(parts, 0)).toContain('fitToWidth="2" fitToHeight="0"');
  expect(sheetXml(parts, 1)).toContain('fitToWidth="1" fitToHeight="0"');
  expect(parts.get('xl/workbook.xml')).toContain(">'Wide'!$A:$B,'Wide'!$1:$1</definedName>");
});

test('bands end with the last row that shows something, empty results of a formula aside', async () => {
  const book = document([sheet(1, 'Data', [[text('A'), '=VSTACK("Code"; KPI_EMPTY(A2:A9))'], [text('x')]])]);
  const band = { red: 0.5 };
  const rowProperties = { firstBandColor: band, secondBandColor: band };
  book.sheets[0]!.bandedRanges = [
    { bandedRangeId: 1, range: { sheetId: 1, startRowIndex: 1 }, rowProperties },
  ] as unknown as (typeof book.sheets)[0]['bandedRanges'];
  const xml = sheetXml((await exported(book)).parts, 0);
  expect(cellXml(xml, 'A2')).toBeDefined();
  expect(cellXml(xml, 'A3')).toBeUndefined();
});

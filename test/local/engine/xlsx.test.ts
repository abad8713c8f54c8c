import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { readFileTables } from '../../../src/files/read-file.ts';
import type { DocumentState, JsonObject } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { exportXlsx } from '../../../src/local/engine/xlsx.ts';
import { dated, document, functions, sheet, text } from './build.ts';

const customFunctions = functions({
  KPI_RATE: (rows: unknown[][]) => rows.map(([cell]) => [typeof cell === 'number' ? cell / 10 : '']),
  KPI_CODE: () => '=007',
});

async function exported(book: DocumentState): Promise<{ bytes: Uint8Array; parts: Map<string, string> }> {
  const bytes = await exportXlsx(book, createCalculator({ customFunctions }));
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  return { bytes, parts };
}

const sheetXml = (parts: Map<string, string>, index = 0) => parts.get(`xl/worksheets/sheet${index}.xml`)!;
const cellXml = (xml: string, name: string) =>
  new RegExp(`<c r="${name}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0];
const everything: JsonObject = {
  sheetId: 1,
  startRowIndex: 0,
  endRowIndex: 4,
  startColumnIndex: 0,
  endColumnIndex: 3,
};

function richBook(): DocumentState {
  const list = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '完成' }] }, strict: true };
  const people = { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='团队'!A2:A" }] } };
  const low = {
    condition: { type: 'NUMBER_LESS', values: [{ userEnteredValue: '5' }] },
    format: { backgroundColor: { red: 1 } },
  };
  const series = {
    series: { sourceRange: { sources: [{ ...everything, startColumnIndex: 1, endColumnIndex: 2 }] } },
  };
  const domain = { domain: { sourceRange: { sources: [{ ...everything, endColumnIndex: 1 }] } } };
  return document([
    sheet(
      1,
      '周报',
      [
        ['Week', '=VSTACK("Rate"; KPI_RATE(C2:C))', 'GMV'],
        [dated(46000), null, 10],
        [
          { ...dated(46007), note: 'Why <b> & "so"?\n第二行' },
          null,
          { value: { numberValue: 20 }, validation: people },
        ],
        [text('=1+1 & <x>'), null, { value: { stringValue: '完成' }, validation: list }],
      ],
      {
        rowCount: 20,
        columnCount: 6,
        frozenRowCount: 1,
        columns: [{ pixelSize: 200 }],
        basicFilter: { range: everything },
        conditionalFormats: [{ ranges: [everything], booleanRule: low }],
        charts: [
          {
            chartId: 1,
            position: {},
            spec: {
              title: 'GMV',
              basicChart: { chartType: 'LINE', headerCount: 1, domains: [domain], series: [series] },
            },
          },
        ],
      },
    ),
    sheet(2, '团队', [['Name'], ['李']], { hidden: true, rowCount: 5, columnCount: 2 }),
  ]);
}

describe('exportXlsx', () => {
  it('is read back by the reader of export files', async () => {
    const id = '1234567890123456789';
    const rows = [
      ['id', 'title', 'views'],
      [text(id), '😀 新品 – "best" <of> & more', 12],
      [text('007'), "'quoted", 0.5],
      [text('1/2'), text('=1+1'), true],
    ];
    const { bytes } = await exported(document([sheet(1, 'S', rows, { rowCount: 4, columnCount: 3 })]));
    expect(readFileTables(bytes, 'book.xlsx')).toMatchObject({
      tables: [
        {
          rows: [
            ['id', 'title', 'views'],
            [id, '😀 新品 – "best" <of> & more', '12'],
            ['007', "'quoted", '0.5'],
            ['1/2', '=1+1', 'TRUE'],
          ],
        },
      ],
    });
  });

  it('writes formulas with custom functions as values, spills too, and keeps the others', async () => {
    const { parts } = await exported(
      document([
        sheet(
          1,
          'S',
          [
            ['=VSTACK("R"; KPI_RATE(B2:B))', '=SUM(A2:A)', '=KPI_CODE()'],
            [null, 5],
            [null, 7],
          ],
          { rowCount: 9 },
        ),
      ]),
    );
    const xml = sheetXml(parts);
    expect(xml).not.toContain('KPI_');
    expect(cellXml(xml, 'A1')).toMatch(/t="s"/);
    expect(cellXml(xml, 'A2')).toMatch(/^<c r="A2"( s="\d+")?><v>0.5<\/v><\/c>$/);
    expect(cellXml(xml, 'A3')).toContain('<v>0.7</v>');
    expect(cellXml(xml, 'B1')).toContain('SUM(A2:A9)</f><v>1.2</v>');
    expect(parts.get('xl/sharedStrings.xml')).toContain('<t>=007</t>');
  });

  it('writes the values under the spill of a formula that it keeps', async () => {
    const { parts } = await exported(document([sheet(1, 'S', [['={1,TRUE;"a&b",4}']], { rowCount: 5 })]));
    expect(cellXml(sheetXml(parts), 'B1')).toBe('<c r="B1" t="b"><v>1</v></c>');
    expect(cellXml(sheetXml(parts), 'A2')).toBe('<c r="A2" t="str"><v>a&amp;b</v></c>');
    expect(cellXml(sheetXml(parts), 'B2')).toBe('<c r="B2"><v>4</v></c>');
  });

  it('is well-formed in every part, with parts and relations that find each other', async () => {
    const { parts } = await exported(richBook());
    const { DOMParser } = new JSDOM('').window;
    for (const [path, content] of parts) {
      const parsed = new DOMParser().parseFromString(content, 'text/xml');
      expect([path, parsed.querySelector('parsererror')?.textContent]).toEqual([path, undefined]);
    }
    for (const [path, content] of parts) {
      if (!path.endsWith('.rels')) continue;
      const base = new URL(path.replace('_rels/', ''), 'file:///');
      for (const [, target] of content.matchAll(/Target="([^"]+)"/g)) {
        expect([...parts.keys()]).toContain(decodeURI(new URL(target!, base).pathname.slice(1)));
      }
    }
  });

  it('keeps the order of elements that the schema wants', async () => {
    const xml = sheetXml((await exported(richBook())).parts);
    const order = (xml.match(/<(\w+)/g) ?? []).map((tag) => tag.slice(1));
    const wanted = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'conditionalFormatting',
      'dataValidations',
      'pageMargins',
      'pageSetup',
      'drawing',
      'legacyDrawing',
    ];
    const places = wanted.map((tag) => order.indexOf(tag));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('prints A4 landscape, one page wide, on every sheet', async () => {
    const { parts } = await exported(richBook());
    for (const index of [0, 1]) {
      expect(sheetXml(parts, index)).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(sheetXml(parts, index)).toContain(
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      );
    }
  });

  it('keeps hidden sheets, frozen rows, widths, the filter and notes', async () => {
    const { parts } = await exported(richBook());
    expect(parts.get('xl/workbook.xml')).toMatch(/state="hidden" name="团队"/);
    expect(sheetXml(parts)).toMatch(/<pane\s[^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheetXml(parts)).toMatch(/<col min="1" max="1" width="28.6"/);
    expect(sheetXml(parts)).toContain('<autoFilter ref="A1:C4"/>');
    expect(parts.get('xl/comments0.xml')).toMatch(/ref="A3".*Why &lt;b&gt; &amp; &quot;so&quot;\?\n第二行/);
    expect(parts.get('xl/drawings/vmlDrawing0.vml')).toContain('<x:Row>2</x:Row><x:Column>0</x:Column>');
    expect(parts.get('[Content_Types].xml')).toContain('PartName="/xl/comments0.xml"');
    expect(parts.has('xl/comments1.xml')).toBe(false);
  });

  it('writes rules that other programs understand', async () => {
    const xml = sheetXml((await exported(richBook())).parts);
    expect(xml).toContain('<formula>AND(ISNUMBER(A1),A1&lt;5)</formula>');
    expect(xml).toContain('<formula1>&quot;完成&quot;</formula1>');
    expect(xml).toMatch(/<formula1>[^<]*团队[^<]*!A2:A\$20<\/formula1>/);
    expect(xml).not.toContain('errorStyle=""');
  });

  it('spells formats as Excel does', async () => {
    const styled = (pattern: string) => ({
      value: { numberValue: 1 },
      format: { numberFormat: { type: 'NUMBER', pattern } },
    });
    const patterns = ['[h]:mm:ss', 'h:mm AM/PM', '0.0E+00', '"a day" 0', '[$¥-804]#,##0'];
    const { parts } = await exported(document([sheet(1, 'S', [patterns.map(styled)], { rowCount: 2 })]));
    const codes = [...parts.get('xl/styles.xml')!.matchAll(/formatCode="([^"]*)"/g)].map((match) => match[1]);
    expect(codes).toEqual([
      '[h]:mm:ss',
      'hh:mm AM/PM',
      '0.0E+00',
      '&quot;a day&quot; 0',
      '&quot;¥&quot;#,##0',
    ]);
  });

  it('gives charts dates for labels and no lines across categories', async () => {
    const chart = (await exported(richBook())).parts.get('xl/charts/chart1.xml')!;
    expect(chart).toContain('<c:numFmt formatCode="yyyy-mm-dd" sourceLinked="0"/>');
    expect(chart).toContain('<c:cat><c:numRef>');
    expect(/<c:catAx>.*?<\/c:catAx>/s.exec(chart)![0]).not.toContain('majorGridlines');
  });

  it('drops characters that a file cannot hold', async () => {
    const odd = text('a\u0001\uD800b😀');
    const { parts } = await exported(
      document([sheet(1, 'S', [[{ ...odd, note: 'n\u0002' }]], { rowCount: 2 })]),
    );
    expect(parts.get('xl/sharedStrings.xml')).toContain('<t>ab😀</t>');
    expect(parts.get('xl/comments0.xml')).toContain('>n</t>');
  });

  it('leaves the globals as they were, and works twice at once', async () => {
    const names = ['DOMParser', 'XMLSerializer', 'document'] as const;
    const scope = globalThis as Record<string, unknown>;
    await exported(richBook());
    const before = names.map((name) => scope[name]);
    const [one, two] = await Promise.all([exported(richBook()), exported(richBook())]);
    expect(names.map((name) => scope[name])).toEqual(before);
    expect(one.parts.get('xl/sharedStrings.xml')).toBe(two.parts.get('xl/sharedStrings.xml'));
  });
});

import { JSDOM } from 'jsdom';
import { readFileTables } from '../../../src/files/read-file.ts';
import { document, sheet, text } from './build.ts';
import { cellXml, exported, richBook, sheetXml } from './exported.ts';

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

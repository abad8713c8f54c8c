import { strToU8, zipSync } from 'fflate';
import { cellOf } from '../../../src/local/document/cell.ts';
import { toSnapshot } from '../../../src/local/document/store.ts';
import { exportXlsx } from '../../../src/local/engine/xlsx.ts';
import { localFormula } from '../../../src/local/workbench/open/cells.ts';
import { NotOpened, openFile } from '../../../src/local/workbench/open/open-file.ts';
import { demoDocument, demoMachine } from '../../browser/workbench-addon.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
const links = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`;

/** A workbook as Excel writes it: theme colours, shared formulas, a comment, a list, a hidden sheet. */
function excel(sheet: string, more: Record<string, string> = {}, properties = ''): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': links(link('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook>${properties}<sheets><sheet name="A &amp; B" sheetId="7" r:id="r1"/><sheet name="Behind" sheetId="9" state="hidden" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      link('r1', 'worksheet', 'worksheets/sheet1.xml'),
      link('r2', 'worksheet', '/xl/worksheets/sheet2.xml'),
      link('r3', 'sharedStrings', 'sharedStrings.xml'),
      link('r4', 'styles', 'styles.xml'),
      link('r5', 'theme', 'theme/theme1.xml'),
    ),
    'xl/sharedStrings.xml':
      '<sst><si><t>7312345678901234567</t></si><si><r><t>two </t></r><r><t>runs</t></r></si></sst>',
    'xl/theme/theme1.xml':
      '<a:theme><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="FF0000"/></a:accent1></a:clrScheme></a:theme>',
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.0&quot; kg&quot;"/></numFmts>
      <fonts><font><sz val="11"/></font><font><b/><i val="0"/><sz val="14"/><color theme="4" tint="-0.5"/></font></fonts>
      <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>
      <borders><border><left/></border><border><bottom style="thin"><color rgb="FF0000FF"/></bottom></border></borders>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164" fontId="1" fillId="1" borderId="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const open = (bytes: Uint8Array, name = 'Plan.xlsx', current = demoDocument()) =>
  openFile(bytes, name, current);
const first = (bytes: Uint8Array) => open(bytes).document.sheets[0]!;

test('values keep their types; long ids stay texts', () => {
  const { cells } = first(
    excel(`<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="b"><v>1</v></c>
      <c r="E2"><v>1.5</v></c><c r="F2" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c></row></sheetData>`),
  );
  expect(cells[1]!.map((cell) => cellOf(cell)?.value)).toEqual([
    { stringValue: '7312345678901234567' },
    undefined,
    { stringValue: 'two runs' },
    { boolValue: true },
    { numberValue: 1.5 },
    { stringValue: 'in <line>' },
  ]);
});

test('formulas, shared ones too, with arguments as every locale reads them', () => {
  const { cells } = first(
    excel(`<sheetData><row r="1"><c r="A1"><f>_xlfn.CONCAT("a,b",B1)</f><v>1</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">SUM(B2,$C$1)</f><v>1</v></c></row>
      <row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row></sheetData>`),
  );
  expect(cells.map((row) => cellOf(row[0])?.value?.formulaValue)).toEqual([
    '=CONCAT("a,b";B1)',
    '=SUM(B2;$C$1)',
    '=SUM(B3;$C$1)',
  ]);
});

test.each([
  ['=SUM(A1,1.5)', '=SUM(A1;1,5)'],
  ['="1.5,2"&\'a,b\'!A1', '="1.5,2"&\'a,b\'!A1'],
  ['=SUM({1,2})', '=SUM({1,2})'],
])('with a decimal comma %s reads %s', (formula, read) => {
  expect(localFormula(formula, true)).toBe(read);
});

test('formats: number, font, theme colour with its tint, fill, border, alignment', () => {
  const { cells } = first(excel('<sheetData><row r="1"><c r="A1" s="1"><v>2</v></c></row></sheetData>'));
  expect(cellOf(cells[0]![0]!)?.format).toEqual({
    numberFormat: { type: 'NUMBER', pattern: '#,##0.0" kg"' },
    textFormat: {
      bold: true,
      fontSize: 14,
      foregroundColorStyle: { rgbColor: { red: 0.5, green: 0, blue: 0 } },
    },
    backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 0 } },
    borders: { bottom: { style: 'SOLID', colorStyle: { rgbColor: { red: 0, green: 0, blue: 1 } } } },
    horizontalAlignment: 'CENTER',
    wrapStrategy: 'WRAP',
  });
});

test('sizes, frozen rows, merged cells, tab colours, hidden columns and sheets', () => {
  const file = excel(`<sheetPr><tabColor rgb="FF00FF00"/></sheetPr>
    <sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews>
    <cols><col min="2" max="3" width="20" customWidth="1"/><col min="4" max="4" width="9" hidden="1"/></cols>
    <sheetData><row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15"/></sheetData>
    <mergeCells><mergeCell ref="B2:C4"/></mergeCells>`);
  expect(first(file)).toMatchObject({
    title: 'A & B',
    tabColor: { red: 0, green: 1, blue: 0 },
    frozenRowCount: 2,
    frozenColumnCount: 1,
    hideGridlines: true,
    columns: [undefined, { pixelSize: 140 }, { pixelSize: 140 }, { pixelSize: 63, hiddenByUser: true }],
    rows: [{ pixelSize: 40 }],
    merges: [{ startRow: 1, endRow: 4, startColumn: 1, endColumn: 3 }],
  });
  expect(open(file).document.sheets.map(({ title, hidden }) => [title, hidden ?? false])).toEqual([
    ['A & B', false],
    ['Behind', true],
  ]);
});

test('dropdowns and notes', () => {
  const { cells } = first(
    excel(
      `<sheetData/><dataValidations><dataValidation type="list" sqref="A1 B2" showErrorMessage="1"><formula1>"a,b &amp; c"</formula1></dataValidation>
       <dataValidation type="list" sqref="C1"><formula1>Behind!$A$1:$A$9</formula1></dataValidation><dataValidation type="whole" sqref="D1"/></dataValidations>`,
      {
        'xl/worksheets/_rels/sheet1.xml.rels': links(link('r1', 'comments', '../comments1.xml')),
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A2"><text><r><t>A </t></r><r><t>note</t></r></text></comment></commentList></comments>',
      },
    ),
  );
  const list = {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: 'b & c' }] },
    strict: true,
    showCustomUi: true,
  };
  expect(cellOf(cells[0]![0]!)?.validation).toEqual(list);
  expect(cellOf(cells[1]![1]!)?.validation).toEqual(list);
  expect(cellOf(cells[0]![2]!)?.validation).toEqual({
    condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Behind!$A$1:$A$9' }] },
    strict: false,
    showCustomUi: true,
  });
  expect(cells[0]![3]).toBeUndefined();
  expect(cellOf(cells[1]![0]!)?.note).toBe('A note');
});

test('days of a file that begins in 1904', () => {
  const sheet = '<sheetData><row r="1"><c r="A1" s="2"><v>0</v></c><c r="B1"><v>0</v></c></row></sheetData>';
  const { cells } = first(excel(sheet, {}, '<workbookPr date1904="1"/>'));
  expect(cells[0]!.map((cell) => cellOf(cell)?.value?.numberValue)).toEqual([1462, 0]);
});

test('an Excel file gives title and sheets; locale, zone and id stay', () => {
  const current = demoDocument();
  const { document, partly } = open(excel('<sheetData/>'), 'Plan.xlsx', current);
  expect(document.title).toBe('Plan');
  expect(document.timeZone).toBe(current.timeZone);
  expect(document.metadata).toEqual([]);
  expect(partly).toBe(false);
  expect(open(excel('<sheetData/><drawing r:id="r1"/>')).partly).toBe(true);
});

test('what the workbench saves as xlsx opens with the same texts, numbers, checkboxes and notes', async () => {
  const machine = demoMachine();
  const saved = await exportXlsx(machine.document(), machine.calculator);
  const { document } = open(saved, 'x.xlsx', machine.document());
  const [before, after] = [machine.document().sheets[0]!, document.sheets[0]!];
  for (const [row, column] of [
    [0, 0],
    [1, 1],
    [1, 4],
    [5, 0],
  ] as const) {
    expect(cellOf(after.cells[row]![column]!)?.value).toEqual(cellOf(before.cells[row]![column]!)?.value);
  }
  expect(cellOf(after.cells[3]![1]!)?.value).toEqual({ formulaValue: '=SUM(B2:B3)' });
  expect(cellOf(after.cells[1]![4]!)?.validation).toMatchObject({ condition: { type: 'BOOLEAN' } });
  expect(cellOf(after.cells[1]![4]!)?.format).toBeUndefined();
  expect(cellOf(after.cells[1]![0]!)?.note).toBe(cellOf(before.cells[1]![0]!)?.note);
  expect(after.merges).toEqual(before.merges);
  expect(after.columns[0]).toEqual({ pixelSize: 160 });
  expect(document.sheets.map(({ title, hidden }) => [title, hidden])).toEqual(
    machine.document().sheets.map(({ title, hidden }) => [title, hidden]),
  );
});

test('what the workbench saves with everything opens the same', () => {
  const document = demoDocument();
  const bytes = strToU8(toSnapshot(document));
  expect(JSON.stringify(open(bytes, 'x.json').document)).toBe(JSON.stringify(document));
});

test.each([
  ['a text', strToU8('KPI,Actual\n1,2')],
  ['other JSON', strToU8('{"a":1}')],
  ['an archive of something else', zipSync({ 'a.xml': strToU8('<a/>') })],
  ['half a file', excel('<sheetData/>').slice(0, 400)],
])('%s is not opened', (_, bytes) => {
  expect(() => open(bytes, 'x.xlsx')).toThrow(NotOpened);
});

import { strToU8, zipSync } from 'fflate';
import { kindOfBuiltIn, kindOfCode, numberText, plainNumber } from '../../src/files/number-format.ts';
import { readFileTables } from '../../src/files/read-file.ts';
import { crc32 } from '../../src/files/zip.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRINGS = ['内容', 'Fish &amp; Chips &#128031;'].map((text) => `<si><t>${text}</t></si>`);
const RICH =
  '<si><r><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>';
const FORMATS =
  '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/>';
const STYLES = [0, 14, 22, 10, 164, 165].map((id) => `<xf numFmtId="${id}"/>`).join('');

function workbook(sheet: string, { date1904 = false, prefix = '' } = {}): Record<string, Uint8Array> {
  const p = prefix;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    '_rels/.rels': strToU8(
      `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><${p}workbook><${p}workbookPr date1904="${date1904 ? 1 : 0}"/><${p}sheets><${p}sheet name="A &amp; B" sheetId="1" r:id="r2"/></${p}sheets></${p}workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('r2', 'worksheet', '/xl/worksheets/one.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}${relation('r4', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${STRINGS.join('')}${RICH}<si/></sst>`),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${FORMATS}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${STYLES}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/one.xml': strToU8(
      `<${p}worksheet><${p}cols><${p}col min="1"/></${p}cols><${p}sheetData>${sheet}</${p}sheetData></${p}worksheet>`,
    ),
    'xl/media/image1.png': new Uint8Array([1, 2, 3]),
  };
}

const rowsOf = (parts: Record<string, Uint8Array>): unknown => {
  const read = readFileTables(zipSync(parts), 'x.xlsx');
  return 'issue' in read ? read.issue : read.tables[0]!.rows;
};

describe('cells', () => {
  test.each([
    ['shared text', '<c r="A1" t="s"><v>1</v></c>', 'Fish & Chips 🐟'],
    ['rich text without its reading', '<c r="A1" t="s"><v>2</v></c>', 'Rich text'],
    ['inline text', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> -pvZz</t></is></c>', ' -pvZz'],
    ['text of a formula', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>a&lt;b</v></c>', 'a<b'],
    ['boolean', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['19 digits stay as they are', '<c r="A1"><v>7658657266417994504</v></c>', '7658657266417994504'],
    ['binary noise', '<c r="A1"><v>0.28199999999999997</v></c>', '0.282'],
    ['exponent', '<c r="A1"><v>1.2E3</v></c>', '1200'],
    [
      'an identifier that Excel rounded stays visible',
      '<c r="A1"><v>1.2345678901234568E18</v></c>',
      '1.2345678901234568E18',
    ],
    ['date', '<c r="A1" s="1"><v>45731</v></c>', '2025-03-15'],
    ['date and time', '<c r="A1" s="2"><v>45731.4375</v></c>', '2025-03-15 10:30:00'],
    ['Chinese date', '<c r="A1" s="4"><v>45731</v></c>', '2025-03-15'],
    ['percent', '<c r="A1" s="3"><v>0.0412</v></c>', '4.12%'],
    ['duration above a day', '<c r="A1" s="5"><v>1.5</v></c>', '36:00:00'],
    ['ISO date cell', '<c r="A1" t="d"><v>2025-03-15T00:00:00</v></c>', '2025-03-15'],
    ['line break of Excel', '<c r="A1" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', 'a\r\nb'],
  ])('%s', (_, cell, text) => {
    expect(rowsOf(workbook(`<row r="1">${cell}</row>`))).toEqual([[text]]);
  });

  test('dates count from 1904 where the workbook says so', () => {
    const sheet = '<row r="1"><c r="A1" s="1"><v>44269</v></c></row>';
    expect(rowsOf(workbook(sheet, { date1904: true }))).toEqual([['2025-03-15']]);
  });
});

describe('sheets', () => {
  test('rows and columns keep their places; all rows are as wide as the widest', () => {
    const sheet =
      '<row r="1"/><row r="2"><c r="AB2"><v>1</v></c></row><row r="4"><c r="A4"/><c r="B4"><v>2</v></c></row>';
    const rows = rowsOf(workbook(sheet)) as string[][];
    expect(rows.map((row) => row.length)).toEqual([28, 28, 28, 28]);
    expect([rows[1]![27], rows[3]![1]]).toEqual(['1', '2']);
  });

  test('cells without references follow one another', () => {
    const sheet = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>';
    expect(rowsOf(workbook(sheet))).toEqual([
      ['1', '', '3'],
      ['4', '', ''],
    ]);
  });

  test('elements may carry a namespace prefix', () => {
    const sheet = '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>';
    expect(rowsOf(workbook(sheet, { prefix: 'x:' }))).toEqual([['内容']]);
  });

  test('the sheet has its name', () => {
    const read = readFileTables(zipSync(workbook('<row r="1"><c r="A1"><v>1</v></c></row>')), 'x.xlsx');
    expect(read).toMatchObject({ kind: 'xlsx', tables: [{ name: 'A & B' }] });
  });
});

describe('archives', () => {
  const parts = workbook('<row r="1"><c r="A1"><v>12345</v></c></row>');
  const code = (bytes: Uint8Array): unknown => {
    const read = readFileTables(bytes, 'x.xlsx');
    return 'issue' in read ? read.issue.code : read.kind;
  };

  test('a flipped bit is damage, not another figure', () => {
    const stored = zipSync(parts, { level: 0 });
    const at = stored.findIndex((_, i) => String.fromCharCode(...stored.subarray(i, i + 5)) === '12345');
    const flipped = stored.slice();
    flipped[at] = 0x39;
    expect([code(stored), code(flipped)]).toEqual(['xlsx', 'FILE_DAMAGED']);
  });

  test('a cut or mangled archive is damaged', () => {
    const whole = zipSync(parts);
    expect(code(whole.slice(0, whole.length - 30))).toBe('FILE_DAMAGED');
    expect(code(whole.slice(0, 40))).toBe('FILE_DAMAGED');
  });

  test('password, old Excel, other archives, empty workbook', () => {
    const compound = [0xd0, 0xcf, 0x11, 0xe0];
    const name = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(code(new Uint8Array([...compound, ...name]))).toBe('FILE_ENCRYPTED');
    expect(code(new Uint8Array(compound))).toBe('FILE_OLD_EXCEL');
    expect(code(zipSync({ 'word/document.xml': strToU8('<document/>') }))).toBe('FILE_NOT_TABLE');
    expect(code(zipSync(workbook('')))).toBe('FILE_EMPTY');
  });

  test('a missing sheet is damage', () => {
    const { 'xl/worksheets/one.xml': _, ...rest } = parts;
    expect(code(zipSync(rest))).toBe('FILE_DAMAGED');
  });

  test('an archive of CSV files gives one table a file', () => {
    const zip = zipSync({
      'Totals.csv': strToU8('Date,Views\n2026-09-03,1\n'),
      'Table data.csv': strToU8('\ufeffContent,Views\nF3HVs95pagk,1\n'),
      '__MACOSX/._Table data.csv': new Uint8Array([0, 5, 22]),
    });
    expect(readFileTables(zip, 'x.zip')).toEqual({
      kind: 'csv',
      encoding: 'utf-8',
      encodingSure: true,
      tables: [
        {
          name: 'Totals.csv',
          rows: [
            ['Date', 'Views'],
            ['2026-09-03', '1'],
          ],
        },
        {
          name: 'Table data.csv',
          rows: [
            ['Content', 'Views'],
            ['F3HVs95pagk', '1'],
          ],
        },
      ],
    });
  });

  test('CRC-32 has its published check value', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });
});

describe('number formats', () => {
  test.each([
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0 "days"', 'number'],
    ['[Red]0.00;[Blue]-0', 'number'],
    ['0.0%', 'percent'],
    ['[$-409]mmm d, yyyy', 'date'],
    ['dd/mm/yyyy hh:mm AM/PM', 'datetime'],
    ['mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[mm]:ss', 'elapsed'],
    ['\\d0', 'number'],
  ])('%s is %s', (format, kind) => {
    expect(kindOfCode(format)).toBe(kind);
  });

  test('formats that only have a number', () => {
    expect([0, 9, 14, 22, 31, 46, 57].map(kindOfBuiltIn)).toEqual([
      'number',
      'percent',
      'date',
      'datetime',
      'date',
      'elapsed',
      'date',
    ]);
  });

  test('numbers read without noise and without rounding', () => {
    expect(['12', '-3', '0.1', '1e-7', 'abc', ''].map(plainNumber)).toEqual([
      '12',
      '-3',
      '0.1',
      '1e-7',
      'abc',
      '',
    ]);
    expect(numberText('0.285', 'percent', false)).toBe('28.5%');
    expect(numberText('0.5', 'time', false)).toBe('12:00:00');
    expect(numberText('-1', 'date', false)).toBe('-1');
  });
});

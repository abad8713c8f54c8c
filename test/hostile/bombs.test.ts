/** Files that are made to fill memory or to run for ever: a clear sentence, or all of what is in them. */
import { strToU8, zipSync } from 'fflate';
import { readFileTables } from '../../src/files/read-file.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { ask, bench, call, importText, rowsOf, stateOf } from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const SHEET = '<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>';
const LINK =
  '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/a.xml"/></Relationships>';

function xlsx(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml': SHEET,
    'xl/_rels/workbook.xml.rels': LINK,
    'xl/worksheets/a.xml': sheet,
  };
  const bytes = Object.entries({ ...parts, ...more }).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes));
}

/** The code that a reader ends with; the size of the tables where it reads them. */
function outcome(bytes: Uint8Array, name = 'a.csv'): string {
  const read = readFileTables(bytes, name);
  if ('issue' in read) {
    for (const language of ['en', 'zh-CN'] as const)
      expect(issueSentence(language, read.issue)).toMatch(/\S{4,}.*[.。]$/s);
    return read.issue.code;
  }
  return read.tables.map(({ rows }) => `${rows.length} × ${rows[0]?.length ?? 0}`).join();
}
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Where an entry's sizes stand in the directory of an archive. */
function directoryAt(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const found = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    if (new TextDecoder().decode(found) === name) return at;
  }
  throw new Error(`no entry ${name}`);
}

function withSizes(bytes: Uint8Array, name: string, sizes: { packed?: number; plain?: number }): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const at = directoryAt(changed, name);
  if (sizes.packed !== undefined) view.setUint32(at + 20, sizes.packed, true);
  if (sizes.plain !== undefined) view.setUint32(at + 24, sizes.plain, true);
  return changed;
}

describe('text files', () => {
  test.each([
    ['a row of a million columns', () => text(`${'a,'.repeat(999_999)}b\n1,2\n`), '2 × 1000000'],
    ['a quote that is never closed', () => text(`a,b\n"${'x,y\n'.repeat(500_000)}`), 'FILE_TRUNCATED'],
    ['a line of 50 MB', () => new Uint8Array(50_000_000).fill(97), '1 × 1'],
    ['a million blank lines', () => text('\n'.repeat(1_000_000)), 'FILE_EMPTY'],
    ['quotes alone', () => text('"'.repeat(1_000_001)), 'FILE_TRUNCATED'],
    ['zeros alone', () => new Uint8Array(1_000_000), 'FILE_BINARY'],
  ])('%s', (_, make, expected) => {
    expect(outcome(make())).toBe(expected);
  });

  test('what no format knows is refused with its beginning, however long its header is', () => {
    const machine = bench();
    const before = machine.document();
    for (const header of [
      [`${'x'.repeat(500_000)}`],
      Array.from({ length: 20_000 }, (_, i) => `Column ${i}`),
    ]) {
      const reply = ask(machine, 'importFile', {
        fileName: 'a.csv',
        tables: [{ name: 'a', rows: [header] }],
      });
      expect(reply).toMatchObject({ ok: false, isFinal: true });
      expect(reply.ok ? 0 : reply.sentence.length).toBeLessThan(2000);
    }
    expect(machine.document() === before).toBe(true);
  });

  test('a title of 50,001 characters is shortened to what a cell holds, and its row is not lost', () => {
    const machine = bench();
    const video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 100, hours: 1 };
    importText(machine, youtube([{ ...video, title: 'é'.repeat(50_001) }]), {
      asOf: '2026-08-02',
      account: 'art',
    });
    const [row] = rowsOf(machine, 'content');
    expect(String(row?.title)).toMatch(/^é{49000}/);
    expect(rowsOf(machine, 'performance')).toHaveLength(1);
  });
});

describe('workbooks', () => {
  const cell = (reference: string): string =>
    `<row r="${reference.replace(/\D/g, '')}"><c r="${reference}"><v>1</v></c></row>`;

  test('a cell far away takes the room of no table', () => {
    expect(outcome(xlsx(`<sheetData>${cell('XFD1048576')}</sheetData>`))).toBe('FILE_TOO_MANY_CELLS');
    expect(outcome(xlsx(`<sheetData>${cell('A1')}${cell('B999999999999')}</sheetData>`))).toBe(
      'FILE_TOO_MANY_CELLS',
    );
    const wide = Array.from({ length: 20_000 }, (_, i) => cell(`XFD${i + 1}`)).join('');
    expect(outcome(xlsx(`<sheetData>${wide}</sheetData>`))).toBe('FILE_TOO_MANY_CELLS');
  });

  test.each([
    ['cells that never end', '<row r="1">' + '<c r="A1">'.repeat(200_000)],
    ['values that never end', `<row r="1"><c r="A1">${'<v>'.repeat(200_000)}</c></row>`],
    ['tags that never end', '<row r="1"><c '.repeat(100_000)],
    ['a section that never ends', `<row r="1"><c r="A1"><v>${'<![CDATA['.repeat(200_000)}</v></c></row>`],
    ['attributes without end', `<row r="1"><c ${' r  =  '.repeat(200_000)}><v>1</v></c></row>`],
  ])('%s: read once, not once for each', (_, sheet) => {
    expect(outcome(xlsx(`<sheetData>${sheet}`))).toMatch(/^(?:FILE_EMPTY|\d+ × \d+)$/);
  });

  test('entities are not unfolded, as programs that write workbooks declare none', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bytes = xlsx(`${bomb}<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>`);
    const read = readFileTables(bytes, 'a.xlsx');
    expect('issue' in read ? read.issue : read.tables[0]?.rows).toEqual([['&b;']]);
  });

  test('what unpacks to more than the limit is not unpacked', () => {
    const small = xlsx('<sheetData/>', { 'xl/worksheets/big.xml': 'x' });
    const claims = withSizes(small, 'xl/worksheets/big.xml', { plain: 400_000_000 });
    expect(outcome(claims)).toBe('FILE_TOO_LARGE');
  });

  test('a size that lies brings neither a cut sheet nor more memory than it says', () => {
    const sheet = `<sheetData>${cell('A1')}${' '.repeat(2_000_000)}</sheetData>`;
    const bytes = xlsx(sheet);
    expect(outcome(bytes)).toBe('1 × 1');
    expect(outcome(withSizes(bytes, 'xl/worksheets/a.xml', { plain: 1000 }))).toBe('FILE_DAMAGED');
    // What is there is whole, as its checksum says.
    expect(outcome(withSizes(bytes, 'xl/worksheets/a.xml', { plain: 3_000_000 }))).toBe('1 × 1');
  });

  test('entries that lie over one another are damage', () => {
    const bytes = xlsx(cell('A1'));
    expect(outcome(withSizes(bytes, 'xl/worksheets/a.xml', { packed: bytes.length }))).toBe('FILE_DAMAGED');
  });

  test.each(['__proto__', 'constructor', '../../etc/passwd', 'xl/__proto__'])(
    'an entry named %s is none of a workbook',
    (name) => {
      const entries = Object.create(null) as Record<string, Uint8Array>;
      const known = name.replace('__proto__', '__prot0__');
      entries[known] = strToU8('x');
      entries['a.csv'] = strToU8('Content,Views\nabc,1\n');
      const bytes = Buffer.from(zipSync(entries)).toString('latin1').replaceAll(known, name);
      expect(outcome(Buffer.from(bytes, 'latin1'))).toBe('2 × 2');
      expect(Object.getOwnPropertyDescriptor(Object.prototype, 'x')).toBeUndefined();
    },
  );
});

describe('a workbook that is full', () => {
  test.each([
    [
      'zh-CN',
      '一个表格最多容纳一千万个单元格，本表格已没有足够空间。请删除不需要的工作表或空行空列，然后重试。',
    ],
  ] as const)('says so (%s)', (language, sentence) => {
    const machine = bench({ language });
    const used = machine
      .document()
      .sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
    machine.api.batchUpdate('team', {
      requests: [
        {
          addSheet: {
            properties: {
              title: 'Full',
              gridProperties: { rowCount: Math.floor((9_999_990 - used) / 10), columnCount: 10 },
            },
          },
        },
      ],
    } as never);
    const before = stateOf(machine.document().sheets.map(({ cells }) => cells.length));
    expect(ask(machine, 'writeReview', { week: '2026-W31' })).toEqual({ ok: false, sentence });
    expect(stateOf(machine.document().sheets.map(({ cells }) => cells.length))).toBe(before);
    expect(call(machine, 'sidebarState', {}).isSetUp).toBe(true);
  });
});

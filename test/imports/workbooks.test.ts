import { strToU8, zipSync } from 'fflate';
import { change, fixture, fixtureNames, planned, tablesOf } from './support.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A workbook of text cells, as TikTok and Shopee write them. */
function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const sheet = rows
    .map((row, at) => {
      const cells = row.map(
        (text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      );
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    })
    .join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="r2"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relation('r2', 'worksheet', 'worksheets/one.xml')),
    'xl/worksheets/one.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

test.each(fixtureNames())('%s means the same as a workbook', (name) => {
  const { rows } = tablesOf(fixture(name), name).tables[0]!;
  expect(planned(workbookOf(rows), { fileName: name })).toEqual(planned(fixture(name), { fileName: name }));
});

test('an identifier that is a number in a workbook keeps all its digits', () => {
  const text = workbookOf([
    ['[Date Range]: 2026-01-01 ~ 2026-01-31'],
    ['Video ID', 'VV'],
    ['7658657266417994504', '5'],
  ]);
  const plan = planned(text, { fileName: 'x.xlsx' });
  expect('changes' in plan && change(plan, 'performance').appends[0]?.content).toBe('7658657266417994504');
});

test('identifiers that Excel cut to 15 digits are rejected', () => {
  const text = workbookOf([
    ['[Date Range]: 2026-01-01 ~ 2026-01-31'],
    ['Video ID', 'VV'],
    ['7658657266417990000', '5'],
    ['7658657266417180000', '6'],
  ]);
  const plan = planned(text, { fileName: 'x.xlsx' });
  expect('result' in plan && plan.result.rejected.map(({ code }) => code)).toEqual([
    'ID_ROUNDED',
    'ID_ROUNDED',
  ]);
});

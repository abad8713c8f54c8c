import { strFromU8, unzipSync } from 'fflate';
import type { DocumentState, JsonObject } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { exportXlsx } from '../../../src/local/engine/xlsx.ts';
import { dated, document, functions, sheet, text } from './build.ts';

const customFunctions = functions({
  KPI_RATE: (rows: unknown[][]) => rows.map(([cell]) => [typeof cell === 'number' ? cell / 10 : '']),
  KPI_CODE: () => '=007',
  KPI_EMPTY: (rows: unknown[][]) => rows.map(() => ['']),
});

/** A document's file, and its parts by path. */
export async function exported(
  book: DocumentState,
): Promise<{ bytes: Uint8Array; parts: Map<string, string> }> {
  const bytes = await exportXlsx(book, createCalculator({ customFunctions }));
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  return { bytes, parts };
}

export const sheetXml = (parts: Map<string, string>, index = 0) =>
  parts.get(`xl/worksheets/sheet${index}.xml`)!;
export const cellXml = (xml: string, name: string) =>
  new RegExp(`<c r="${name}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0];
export const everything: JsonObject = {
  sheetId: 1,
  startRowIndex: 0,
  endRowIndex: 4,
  startColumnIndex: 0,
  endColumnIndex: 3,
};

/** A book with one of everything that a file holds. */
export function richBook(): DocumentState {
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

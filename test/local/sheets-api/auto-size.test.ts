import type { JsonObject } from '../../../src/local/document/model.ts';
import { batch, cells, host, sheetOf, write } from './host.ts';

const LONG = 'Every Monday a tab named after the week is written as a draft and fills as files come in.';
const rows = (endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex });
const heights = (at: ReturnType<typeof host>, count: number): unknown[] => {
  const sheet = sheetOf(at, 'sheets.data.rowMetadata.pixelSize');
  return ((sheet.data as JsonObject[])[0]!.rowMetadata as JsonObject[])
    .slice(0, count)
    .map((row) => row.pixelSize);
};
const wrap = (range: object) => ({
  repeatCell: {
    range,
    cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
    fields: 'userEnteredFormat.wrapStrategy',
  },
});

describe('autoResizeDimensions of rows', () => {
  it('fits wrapped text, by the width of its column', () => {
    const at = host({ rows: 4, columns: 3 });
    write(at, 'A1:B3', [
      [LONG, ''],
      ['', LONG],
      ['short', 'short'],
    ]);
    const width = {
      range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
      properties: { pixelSize: 300 },
      fields: 'pixelSize',
    };
    batch(
      at,
      wrap(cells(0, 3, 0, 2)),
      { updateDimensionProperties: width },
      {
        autoResizeDimensions: { dimensions: rows(4) },
      },
    );
    const [narrow, wide, short, empty] = heights(at, 4) as number[];
    expect(narrow).toBeGreaterThan(wide!);
    expect(wide).toBeGreaterThan(21);
    expect([short, empty]).toEqual([21, 21]);
  });

  it('passes over merged cells, and takes back a height that nothing needs any more', () => {
    const at = host({ rows: 2, columns: 3 });
    write(at, 'A1', [[LONG]]);
    batch(at, wrap(cells(0, 1, 0, 1)), { autoResizeDimensions: { dimensions: rows(2) } });
    expect(heights(at, 1)[0]).toBeGreaterThan(21);
    batch(
      at,
      { mergeCells: { range: cells(0, 1, 0, 3), mergeType: 'MERGE_ALL' } },
      {
        autoResizeDimensions: { dimensions: rows(2) },
      },
    );
    expect(heights(at, 1)).toEqual([21]);
  });
});

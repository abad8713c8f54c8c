import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { batch, cells, host, sheetOf, write } from './host.ts';

const firstCell = (at: ReturnType<typeof host>, fields: string) => {
  const sheet = sheetOf(at, `sheets.data.rowData.values(${fields})`);
  return JSON.parse(JSON.stringify(sheet)).data[0].rowData[0].values[0];
};

describe('what is 0 or empty is left out of answers', () => {
  test('of values', () => {
    const at = host();
    const { id, api } = at;
    expect(api.valuesBatchUpdate(id, { valueInputOption: 'RAW', data: [] })).toEqual({ spreadsheetId: id });
    expect(api.valuesBatchClear(id, {})).toEqual({ spreadsheetId: id });
    expect(api.valuesBatchUpdateByDataFilter(id, { valueInputOption: 'RAW', data: [] })).toEqual({
      spreadsheetId: id,
    });
  });

  test('of requests', () => {
    const at = host();
    const metadata = {
      dataFilters: [{ developerMetadataLookup: { metadataKey: 'none' } }],
      developerMetadata: { metadataValue: 'x' },
      fields: 'metadataValue',
    };
    expect(batch(at, { updateDeveloperMetadata: metadata })).toEqual([{ updateDeveloperMetadata: {} }]);
    const booleanRule = { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } };
    const rule = { ranges: [cells(0, 1, 0, 1)], booleanRule };
    batch(at, { addConditionalFormatRule: { rule, index: 0 } });
    const [reply] = batch(at, { updateConditionalFormatRule: { rule, index: 0 } });
    expect(Object.keys(reply!.updateConditionalFormatRule as object)).toEqual(['newRule', 'oldRule']);
  });

  test('of charts', () => {
    const at = host();
    const sources = [cells(0, 3, 0, 1)];
    const basicChart = {
      chartType: 'LINE',
      domains: [{ domain: { sourceRange: { sources } } }],
      series: [],
    };
    const position = { overlayPosition: { anchorCell: { sheetId: 0 } } };
    batch(at, { addChart: { chart: { spec: { basicChart }, position } } });
    expect(JSON.stringify(sheetOf(at, 'sheets.charts'))).not.toContain('"series"');
  });

  test('the message of an error that has none', () => {
    const at = host({ calculator: createCalculator() });
    write(at, 'A1', [['=NA()']], 'USER_ENTERED');
    const { effectiveValue } = firstCell(at, 'effectiveValue');
    expect(effectiveValue.errorValue.message).not.toBe('');
  });

  test('the beginning of a text', () => {
    const at = host();
    const runs = [{ format: { bold: true } }, { startIndex: 2, format: {} }];
    const cell = {
      userEnteredValue: { stringValue: 'abcd' },
      textFormatRuns: [{ startIndex: 0, ...runs[0] }, runs[1]],
    };
    batch(at, {
      updateCells: {
        range: cells(0, 1, 0, 1),
        rows: [{ values: [cell] }],
        fields: 'userEnteredValue,textFormatRuns',
      },
    });
    expect(firstCell(at, 'textFormatRuns')).toEqual({ textFormatRuns: runs });
  });
});

const black = { color: {}, colorStyle: { rgbColor: {} } };

describe('borders', () => {
  test.each([
    ['DOTTED', 1],
    ['DASHED', 1],
    ['SOLID', 1],
    ['SOLID_MEDIUM', 2],
    ['SOLID_THICK', 3],
    ['DOUBLE', 3],
  ])('%s is %d wide, and black unless given a colour', (style, width) => {
    const at = host();
    batch(at, { updateBorders: { range: cells(0, 1, 0, 1), top: { style } } });
    const borders = { top: { style, width, ...black } };
    expect(firstCell(at, 'userEnteredFormat')).toEqual({ userEnteredFormat: { borders } });
  });

  test('of a written format, too', () => {
    const at = host();
    const bottom = { style: 'SOLID_THICK', width: 1, colorStyle: { rgbColor: { red: 1 } } };
    const cell = { userEnteredFormat: { borders: { bottom, top: { style: 'NONE' } } } };
    batch(at, { repeatCell: { range: cells(0, 1, 0, 1), cell, fields: 'userEnteredFormat.borders' } });
    expect(firstCell(at, 'userEnteredFormat.borders.bottom').userEnteredFormat.borders.bottom).toEqual({
      style: 'SOLID_THICK',
      width: 3,
      color: { red: 1 },
      colorStyle: { rgbColor: { red: 1 } },
    });
  });
});

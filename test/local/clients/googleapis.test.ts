import { auth as googleAuth, type sheets_v4, sheets as sheetsClient } from '@googleapis/sheets';
import { startHost } from './server.ts';

let host: Awaited<ReturnType<typeof startHost>>;
let api: sheets_v4.Sheets;

beforeAll(async () => {
  host = await startHost();
  const auth = new googleAuth.OAuth2();
  auth.setCredentials({ access_token: 'a token that nobody looks at', expiry_date: Date.now() + 3_600_000 });
  api = sheetsClient({
    version: 'v4',
    rootUrl: `${host.url}/`,
    auth,
    fetchImplementation: fetch,
    retry: false,
  });
});
afterAll(() => host.close());

const create = async (title: string): Promise<string> => {
  const { data } = await api.spreadsheets.create({
    requestBody: { properties: { title, locale: 'en_US', timeZone: 'Asia/Shanghai' } },
  });
  return data.spreadsheetId!;
};
const batch = async (spreadsheetId: string, ...requests: sheets_v4.Schema$Request[]) =>
  (await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data.replies!;
const read = async (spreadsheetId: string, range: string, valueRenderOption = 'FORMATTED_VALUE') =>
  (await api.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption })).data.values;

test('values are written, appended, read in every rendering and cleared', async () => {
  const spreadsheetId = await create('Values');
  const values = [
    ['Shop', 'GMV', 'Day'],
    ['TikTok', '$1,200.50', '2026-11-02'],
    ['Shopee', '=B2*2', '11:30'],
  ];
  const { data: written } = await api.spreadsheets.values.update({
    spreadsheetId,
    range: 'Sheet1!A1',
    valueInputOption: 'USER_ENTERED',
    includeValuesInResponse: true,
    responseValueRenderOption: 'UNFORMATTED_VALUE',
    requestBody: { values },
  });
  expect(written).toMatchObject({ updatedRange: 'Sheet1!A1:C3', updatedRows: 3, updatedCells: 9 });
  expect(written.updatedData?.values?.[2]).toEqual(['Shopee', 2401, 0.4791666666666667]);
  const { data: appended } = await api.spreadsheets.values.append({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'RAW',
    insertDataOption: 'INSERT_ROWS',
    requestBody: { majorDimension: 'COLUMNS', values: [['=A1'], [5]] },
  });
  expect(appended).toMatchObject({
    tableRange: 'Sheet1!A1:C3',
    updates: { updatedRange: 'Sheet1!A4:B4', updatedCells: 2 },
  });
  expect(await read(spreadsheetId, 'A1:C4')).toEqual([
    ['Shop', 'GMV', 'Day'],
    ['TikTok', '$1,200.50', '2026-11-02'],
    ['Shopee', '$2,401.00', '11:30'],
    ['=A1', '5'],
  ]);
  expect(await read(spreadsheetId, 'B2:C3', 'FORMULA')).toEqual([
    [1200.5, 46328],
    ['=B2*2', 0.4791666666666667],
  ]);
  await api.spreadsheets.values.batchUpdate({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'RAW',
      data: [
        { range: 'E1', values: [['x']] },
        { range: 'Sheet1!E2:E3', values: [['y'], ['z']] },
      ],
    },
  });
  const { data: several } = await api.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: ['E:E', 'A2'],
    majorDimension: 'COLUMNS',
  });
  expect(several.valueRanges?.map((item) => [item.range, item.values])).toEqual([
    ['Sheet1!E1:E1001', [['x', 'y', 'z']]],
    ['Sheet1!A2', [['TikTok']]],
  ]);
  await api.spreadsheets.values.clear({ spreadsheetId, range: 'E1' });
  const cleared = await api.spreadsheets.values.batchClear({
    spreadsheetId,
    requestBody: { ranges: ['E2', 'E3'] },
  });
  expect(cleared.data.clearedRanges).toEqual(['Sheet1!E2', 'Sheet1!E3']);
  expect(await read(spreadsheetId, 'E1:E3')).toBeUndefined();
});

test('cells are formatted and everything about them is read back', async () => {
  const spreadsheetId = await create('Formats');
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
  const replies = await batch(
    spreadsheetId,
    {
      repeatCell: {
        range,
        cell: {
          userEnteredValue: { numberValue: 0.5 },
          userEnteredFormat: { numberFormat: { type: 'PERCENT' }, textFormat: { bold: true } },
          note: 'half',
        },
        fields: 'userEnteredValue,userEnteredFormat(numberFormat,textFormat.bold),note',
      },
    },
    { addNamedRange: { namedRange: { name: 'halves', range } } },
    { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { italic: true } } },
        },
      },
    },
    {
      setDataValidation: {
        range,
        rule: {
          condition: {
            type: 'NUMBER_BETWEEN',
            values: [{ userEnteredValue: '0' }, { userEnteredValue: '1' }],
          },
        },
      },
    },
    { addBanding: { bandedRange: { range, rowProperties: { firstBandColor: { red: 1 } } } } },
    { mergeCells: { range: { ...range, startRowIndex: 4, endRowIndex: 6 }, mergeType: 'MERGE_ROWS' } },
    { setBasicFilter: { filter: { range } } },
  );
  expect(replies.map((reply) => Object.keys(reply)[0])).toEqual([
    undefined,
    'addNamedRange',
    'addProtectedRange',
    undefined,
    undefined,
    'addBanding',
    undefined,
    undefined,
  ]);
  const { data } = await api.spreadsheets.get({ spreadsheetId, ranges: ['halves'], includeGridData: true });
  const [sheet] = data.sheets!;
  expect(sheet?.data?.[0]?.rowData?.[0]?.values?.[0]).toMatchObject({
    userEnteredValue: { numberValue: 0.5 },
    formattedValue: '50.00%',
    note: 'half',
    effectiveFormat: { textFormat: { bold: true } },
    dataValidation: { condition: { type: 'NUMBER_BETWEEN' } },
  });
  expect(sheet?.protectedRanges?.[0]).toMatchObject({ warningOnly: true, requestingUserCanEdit: true });
  expect([sheet?.conditionalFormats?.length, sheet?.bandedRanges?.length]).toEqual([1, 1]);
  expect(data.namedRanges?.[0]?.name).toBe('halves');
  const masked = await api.spreadsheets.get({ spreadsheetId, fields: 'sheets(merges,basicFilter/range)' });
  expect(masked.data.sheets).toEqual([
    {
      merges: [
        { startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
        { startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 },
      ],
      basicFilter: { range: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 } },
    },
  ]);
  await batch(
    spreadsheetId,
    { deleteNamedRange: { namedRangeId: replies[1]!.addNamedRange!.namedRange!.namedRangeId! } },
    {
      deleteProtectedRange: {
        protectedRangeId: replies[2]!.addProtectedRange!.protectedRange!.protectedRangeId!,
      },
    },
    { deleteBanding: { bandedRangeId: replies[5]!.addBanding!.bandedRange!.bandedRangeId! } },
    { deleteConditionalFormatRule: { sheetId: 0, index: 0 } },
    { clearBasicFilter: { sheetId: 0 } },
  );
  const { data: left } = await api.spreadsheets.get({
    spreadsheetId,
    fields: 'namedRanges,sheets(protectedRanges,bandedRanges,conditionalFormats,basicFilter)',
  });
  expect(left).toEqual({ sheets: [{}] });
});

test('columns are found by developer metadata wherever they move', async () => {
  const spreadsheetId = await create('Metadata');
  const dimensionRange = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
  await batch(spreadsheetId, {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'column',
        metadataValue: 'gmv',
        visibility: 'DOCUMENT',
        location: { dimensionRange },
      },
    },
  });
  const dataFilter = { developerMetadataLookup: { metadataKey: 'column', metadataValue: 'gmv' } };
  await api.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: { valueInputOption: 'RAW', data: [{ dataFilter, values: [['GMV'], [7]] }] },
  });
  await batch(spreadsheetId, { moveDimension: { source: dimensionRange, destinationIndex: 5 } });
  const { data } = await api.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: { dataFilters: [dataFilter], valueRenderOption: 'UNFORMATTED_VALUE' },
  });
  expect(data.valueRanges?.[0]?.valueRange).toEqual({
    range: 'Sheet1!E1:E1000',
    majorDimension: 'ROWS',
    values: [['GMV'], [7]],
  });
  const { data: found } = await api.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: { dataFilters: [dataFilter] },
  });
  const metadataId = found.matchedDeveloperMetadata![0]!.developerMetadata!.metadataId!;
  const { data: item } = await api.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId });
  expect(item.location?.dimensionRange).toMatchObject({ startIndex: 4, endIndex: 5 });
  const { data: filtered } = await api.spreadsheets.getByDataFilter({
    spreadsheetId,
    fields: 'sheets.data(startColumn,rowData.values.formattedValue)',
    requestBody: { dataFilters: [dataFilter], includeGridData: true },
  });
  expect(filtered.sheets?.[0]?.data?.[0]).toMatchObject({ startColumn: 4, rowData: [{}, {}] });
});

test('sheets are added, copied and deleted; refusals carry status and sentence', async () => {
  const spreadsheetId = await create('Sheets');
  const [added] = await batch(spreadsheetId, { addSheet: { properties: { title: 'Second', index: 0 } } });
  const sheetId = added!.addSheet!.properties!.sheetId!;
  const { data: copy } = await api.spreadsheets.sheets.copyTo({
    spreadsheetId,
    sheetId,
    requestBody: { destinationSpreadsheetId: await create('Other') },
  });
  expect(copy).toMatchObject({ title: 'Copy of Second', index: 1, sheetType: 'GRID' });
  await batch(spreadsheetId, { deleteSheet: { sheetId } });
  await expect(batch(spreadsheetId, { deleteSheet: { sheetId } })).rejects.toMatchObject({
    code: 400,
    message: `Invalid requests[0].deleteSheet: No sheet with id: ${sheetId}`,
  });
  await expect(read(spreadsheetId, 'Nowhere!A1')).rejects.toMatchObject({
    code: 400,
    message: 'Unable to parse range: Nowhere!A1',
  });
  await expect(read('nowhere', 'A1')).rejects.toMatchObject({
    code: 404,
    message: 'Requested entity was not found.',
  });
});

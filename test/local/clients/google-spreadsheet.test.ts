import { GoogleSpreadsheet, type GoogleSpreadsheetRow } from 'google-spreadsheet';
import { startHost } from './server.ts';

const GOOGLE = 'https://sheets.googleapis.com';
const realFetch = globalThis.fetch;
let host: Awaited<ReturnType<typeof startHost>>;

// The client has Google's address in it: what goes there goes to the host instead.
beforeAll(async () => {
  host = await startHost();
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(GOOGLE)) throw new Error(`${request.url} is not for the host`);
    const { method, headers } = request;
    const body = method === 'GET' ? undefined : request.text();
    return Promise.resolve(body).then((text) =>
      realFetch(request.url.replace(GOOGLE, host.url), {
        method,
        headers,
        ...(text === undefined ? {} : { body: text }),
      }),
    );
  };
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await host.close();
});

const auth = { token: 'a token that nobody looks at' };
const newDocument = (title: string) => GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title });
const valuesOf = (rows: GoogleSpreadsheetRow[]) => rows.map((row) => row.toObject());

test('a document is made, filled by rows, read back, changed and emptied', async () => {
  const made = await newDocument('Sales');
  const document = new GoogleSpreadsheet(made.spreadsheetId, auth);
  await document.loadInfo();
  expect([document.title, document.sheetCount, document.locale]).toEqual(['Sales', 1, 'en_US']);
  const sheet = await document.addSheet({ title: "Week's figures", headerValues: ['Shop', 'GMV', 'Share'] });
  await sheet.addRow({ Shop: 'TikTok', GMV: 1200, Share: '40%' });
  const added = await sheet.addRows([
    { Shop: 'Shopee', GMV: 1800, Share: '=B3/SUM(B2:B3)' },
    { Shop: '007', GMV: 5 },
  ]);
  expect(added.map((row) => row.rowNumber)).toEqual([3, 4]);
  const rows = await sheet.getRows();
  expect(valuesOf(rows)).toEqual([
    { Shop: 'TikTok', GMV: '1200', Share: '40%' },
    { Shop: 'Shopee', GMV: '1800', Share: '0.6' },
    { Shop: '7', GMV: '5', Share: '' },
  ]);
  rows[0]!.set('GMV', '1,350.5');
  await rows[0]!.save();
  await rows[2]!.delete();
  expect(valuesOf(await sheet.getRows())).toEqual([
    { Shop: 'TikTok', GMV: '1,350.50', Share: '40%' },
    { Shop: 'Shopee', GMV: '1800', Share: '0.57' },
  ]);
  await sheet.clearRows();
  expect(await sheet.getRows()).toEqual([]);
  await sheet.clear();
  await expect(sheet.loadHeaderRow()).rejects.toThrow('No values in the header row');
});

test('cells are loaded, written with formulas, formats and notes, and read back', async () => {
  const document = await newDocument('Cells');
  const sheet = document.sheetsByIndex[0]!;
  await sheet.loadCells('A1:C3');
  const number = sheet.getCellByA1('A1');
  number.value = 12.5;
  number.numberFormat = { type: 'CURRENCY', pattern: '"$"#,##0.00' };
  number.backgroundColor = { red: 1, green: 0.5, blue: 0, alpha: 1 };
  number.textFormat = { bold: true, fontSize: 14 };
  sheet.getCellByA1('B1').formula = '=A1*2';
  sheet.getCell(1, 0).value = true;
  sheet.getCell(1, 1).value = 'text';
  sheet.getCell(1, 1).note = 'checked';
  sheet.getCell(2, 2).formula = '=1/0';
  await sheet.saveUpdatedCells();

  const again = new GoogleSpreadsheet(document.spreadsheetId, auth);
  await again.loadInfo();
  const read = again.sheetsByIndex[0]!;
  await read.loadCells();
  const cell = read.getCellByA1('A1');
  expect([cell.value, cell.formattedValue, cell.valueType]).toEqual([12.5, '$12.50', 'numberValue']);
  expect(cell.backgroundColor).toEqual({ red: 1, green: 0.49803922 });
  expect(cell.textFormat).toMatchObject({ bold: true, fontSize: 14 });
  expect([read.getCellByA1('B1').formula, read.getCellByA1('B1').value]).toEqual(['=A1*2', 25]);
  expect([read.getCell(1, 0).boolValue, read.getCell(1, 1).note]).toEqual([true, 'checked']);
  expect(read.getCell(2, 2).errorValue?.type).toBe('DIVIDE_BY_ZERO');
  expect(read.cellStats).toMatchObject({ nonEmpty: 5, total: 26_000 });
});

test('sheets are sized, merged, frozen, coloured, copied, moved and deleted', async () => {
  const document = await newDocument('Sheets');
  const sheet = await document.addSheet({ title: 'Plan', gridProperties: { rowCount: 20, columnCount: 5 } });
  await sheet.setHeaderRow(['a', 'b', 'c']);
  await sheet.mergeCells(
    { sheetId: sheet.sheetId, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 },
    'MERGE_ALL',
  );
  await sheet.unmergeCells({ sheetId: sheet.sheetId });
  await sheet.updateDimensionProperties('COLUMNS', { pixelSize: 200 } as never, {
    startIndex: 0,
    endIndex: 2,
  });
  await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 3 });
  await sheet.updateGridProperties({ frozenRowCount: 1 } as never);
  await sheet.updateProperties({ title: 'Plan 2', tabColor: { red: 1, green: 0, blue: 0, alpha: 1 } });
  await sheet.resize({ rowCount: 30, columnCount: 6 });
  const copy = await sheet.duplicate({ title: 'Copy', index: 0 });
  expect(copy.title).toBe('Copy');
  await sheet.copyToSpreadsheet(document.spreadsheetId);
  await document.loadInfo();
  expect(document.sheetsByIndex.map((item) => item.title)).toEqual([
    'Copy',
    'Sheet1',
    'Plan 2',
    'Copy of Plan 2',
  ]);
  expect(document.sheetsByTitle['Plan 2']?.gridProperties).toEqual({
    rowCount: 30,
    columnCount: 6,
    frozenRowCount: 1,
  });
  await document.sheetsByTitle.Copy!.delete();
  await document.updateProperties({ title: 'Renamed', locale: 'de_DE', timeZone: 'Europe/Berlin' });
  await document.loadInfo();
  expect([document.title, document.locale, document.timeZone, document.sheetCount]).toEqual([
    'Renamed',
    'de_DE',
    'Europe/Berlin',
    3,
  ]);
});

test('names and protections are made and deleted; refusals carry Google’s words', async () => {
  const document = await newDocument('Names');
  const sheet = document.sheetsByIndex[0]!;
  const range = {
    sheetId: sheet.sheetId,
    startRowIndex: 0,
    endRowIndex: 3,
    startColumnIndex: 0,
    endColumnIndex: 1,
  };
  await document.addNamedRange('shops', range as never, 'shops-id');
  await document.deleteNamedRange('shops-id');
  await expect(document.deleteNamedRange('shops-id')).rejects.toThrow(
    'Google API error - [400] Invalid requests[0].deleteNamedRange: No named range with id: shops-id',
  );
  await sheet.addProtectedRange({ range, warningOnly: true } as never);
  await expect(document.addSheet({ title: 'Sheet1' })).rejects.toThrow(
    'A sheet with the name "Sheet1" already exists. Please enter another name.',
  );
  await expect(new GoogleSpreadsheet('nowhere', auth).loadInfo()).rejects.toThrow(
    'Google API error - [404] Requested entity was not found.',
  );
  await expect(document.deleteSheet(sheet.sheetId)).rejects.toThrow(
    "You can't remove all the sheets in a document.",
  );
});

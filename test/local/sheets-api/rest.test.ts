import { DocumentStore } from '../../../src/local/document/store.ts';
import { createSheetsApi } from '../../../src/local/sheets-api/api.ts';
import { serveSheetsApi } from '../../../src/local/sheets-api/rest.ts';

test('a spreadsheet is created, written and read over HTTP', async () => {
  const { server, url } = await serveSheetsApi(createSheetsApi({ store: new DocumentStore() }), 0);
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  try {
    const made = await call('POST', '/v4/spreadsheets', {
      properties: { title: '周报', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
      sheets: [{ properties: { title: '数据', gridProperties: { rowCount: 5, columnCount: 4 } } }],
    });
    const id: string = made.body.spreadsheetId;
    expect(id).toMatch(/^[\w-]{44}$/);
    expect(made.body).toMatchObject({
      properties: { title: '周报', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '数据',
            index: 0,
            gridProperties: { rowCount: 5, columnCount: 4 },
          },
        },
      ],
    });
    const range = encodeURIComponent("'数据'!B2:C2");
    await call('PUT', `/v4/spreadsheets/${id}/values/${range}?valueInputOption=RAW`, { values: [['a', 1]] });
    expect(await call('GET', `/v4/spreadsheets/${id}/values/${range}?fields=values`)).toEqual({
      status: 200,
      body: { values: [['a', '1']] },
    });
    expect((await call('GET', `/v4/spreadsheets/${id}x`)).body).toEqual({
      error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' },
    });
    expect((await call('GET', '/v4/elsewhere')).status).toBe(404);
    expect(
      (await call('POST', '/v4/spreadsheets', { properties: { timeZone: 'Mars/Olympus' } })).status,
    ).toBe(400);
  } finally {
    server.close();
  }
});

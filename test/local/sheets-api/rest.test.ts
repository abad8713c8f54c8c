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

test('bodies that are no JSON, or none of the method’s, and paths and parameters as clients write them', async () => {
  const { server, url } = await serveSheetsApi(createSheetsApi({ store: new DocumentStore() }), 0);
  const send = async (path: string, method = 'GET', body?: string) => {
    const response = await fetch(
      `${url}/v4/spreadsheets${path}`,
      body === undefined ? { method } : { method, body },
    );
    return (await response.json()) as {
      spreadsheetId: string;
      values?: unknown;
      error?: { message: string };
    };
  };
  try {
    const { spreadsheetId: id } = await send('', 'POST', '{}');
    const message = async (body: string) => (await send(`/${id}:batchUpdate`, 'POST', body)).error?.message;
    expect(await message('not json')).toBe('Invalid JSON payload received. Unexpected token.\nnot json\n^');
    expect(await message('{"requests": [{"addSheet": {"prperties": {"index": NaN}}}]}')).toBe(
      `Invalid JSON payload received. Unexpected token.\n${'perties": {"index": NaN}}}]}'}\n${' '.repeat(20)}^`,
    );
    expect(await message('{"requests": [')).toBe(
      'Invalid JSON payload received. Unexpected end of string. Expected a value.\n\n^',
    );
    expect(await message('[]')).toBe(
      'Invalid JSON payload received. Unknown name "": Root element must be a message.',
    );
    expect(await message('{"requests": [{"addSheet": {"properties": []}}]}')).toBe(
      `Invalid JSON payload received. Unknown name "properties" at 'requests[0].add_sheet': Proto field is not repeating, cannot start list.`,
    );
    expect((await send(`/${id}/?fields=spreadsheetId`)).spreadsheetId).toBe(id);
    await send(`/${id}/values/Sheet1!A1?value_input_option=RAW`, 'PUT', '{"values": [["=1"]]}');
    expect((await send(`/${id}/values/Sheet1!A1?value_render_option=FORMULA`)).values).toEqual([['=1']]);
  } finally {
    server.close();
  }
});

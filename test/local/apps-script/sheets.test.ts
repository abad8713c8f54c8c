import { addOn } from './fixture.ts';

const f = (call: string) => `function f() { return ${call} }`;
const ID = 'host-document';
const ROOT = `/v4/spreadsheets/${ID}`;

describe('the advanced service Sheets', () => {
  test.each([
    [
      `Spreadsheets.get('${ID}', { fields: 'sheets', ranges: ['A1', 'B2'], includeGridData: false })`,
      'GET',
      ROOT,
      undefined,
      { fields: 'sheets', ranges: ['A1', 'B2'], includeGridData: 'false' },
    ],
    [`Spreadsheets.get('${ID}')`, 'GET', ROOT, undefined, {}],
    [
      `Spreadsheets.batchUpdate({ requests: [{ a: undefined, b: 1 }] }, '${ID}')`,
      'POST',
      `${ROOT}:batchUpdate`,
      { requests: [{ b: 1 }] },
      {},
    ],
    [
      `Spreadsheets.create({ properties: { title: 't' } })`,
      'POST',
      '/v4/spreadsheets',
      { properties: { title: 't' } },
      {},
    ],
    [
      `Spreadsheets.Values.get('${ID}', "'My sheet'!A1:B", { valueRenderOption: 'FORMULA' })`,
      'GET',
      `${ROOT}/values/'My%20sheet'!A1%3AB`,
      undefined,
      { valueRenderOption: 'FORMULA' },
    ],
    [
      `Spreadsheets.Values.batchGet('${ID}', { ranges: ['A', 'B'] })`,
      'GET',
      `${ROOT}/values:batchGet`,
      undefined,
      { ranges: ['A', 'B'] },
    ],
    [
      `Spreadsheets.Values.batchGetByDataFilter({ dataFilters: [] }, '${ID}')`,
      'POST',
      `${ROOT}/values:batchGetByDataFilter`,
      { dataFilters: [] },
      {},
    ],
    [
      `Spreadsheets.Values.batchUpdate({ data: [] }, '${ID}')`,
      'POST',
      `${ROOT}/values:batchUpdate`,
      { data: [] },
      {},
    ],
    [
      `Spreadsheets.Values.update({ values: [[1]] }, '${ID}', 'A1', { valueInputOption: 'RAW' })`,
      'PUT',
      `${ROOT}/values/A1`,
      { values: [[1]] },
      { valueInputOption: 'RAW' },
    ],
    [
      `Spreadsheets.Values.append({ values: [[1]] }, '${ID}', 'A1')`,
      'POST',
      `${ROOT}/values/A1:append`,
      { values: [[1]] },
      {},
    ],
    [`Spreadsheets.Values.clear({}, '${ID}', 'A1')`, 'POST', `${ROOT}/values/A1:clear`, {}, {}],
    [
      `Spreadsheets.DeveloperMetadata.search({ dataFilters: [] }, '${ID}')`,
      'POST',
      `${ROOT}/developerMetadata:search`,
      { dataFilters: [] },
      {},
    ],
    [`Spreadsheets.DeveloperMetadata.get('${ID}', 5)`, 'GET', `${ROOT}/developerMetadata/5`, undefined, {}],
  ])('%s', (call, method, path, body, query) => {
    const { requests, value } = addOn(f(`Sheets.${call}`), {
      api: () => ({ status: 200, body: { answer: [1] } }),
    });
    expect(value('f')).toEqual({ answer: [1] });
    expect(requests).toEqual([{ method, path, body, query }]);
  });

  test('what comes back is made of the realm’s own arrays', () => {
    const { value } = addOn(f('Sheets.Spreadsheets.get("x").list instanceof Array'), {
      api: () => ({ status: 200, body: { list: [] } }),
    });
    expect(value('f')).toBe(true);
  });

  test('errors in Google’s words, with details', () => {
    const code = `function f() { try { Sheets.Spreadsheets.batchUpdate({}, 'x') } catch (e) { return [e.name, e.message, e.details.code, e.details.message, e instanceof Error] } }`;
    const { value } = addOn(code, {
      api: () => ({
        status: 400,
        body: {
          error: { code: 400, message: 'Must specify at least one request.', status: 'INVALID_ARGUMENT' },
        },
      }),
    });
    expect(value('f')).toEqual([
      'GoogleJsonResponseException',
      'API call to sheets.spreadsheets.batchUpdate failed with error: Must specify at least one request.',
      400,
      'Must specify at least one request.',
      true,
    ]);
  });

  test('arguments are counted', () => {
    expect(addOn(f('Sheets.Spreadsheets.batchUpdate({})')).failure('f')).toBe(
      'Exception: Invalid number of arguments provided. Expected 2-3 only',
    );
  });

  test('it is there only when the manifest enables it', () => {
    expect(addOn(f('Sheets.Spreadsheets.get("x")'), { advanced: false }).failure('f')).toBe(
      'ReferenceError: Sheets is not defined',
    );
  });

  test('spreadsheets.currentonly is not enough; reading needs less than writing', () => {
    const scope = (name: string) => ({ scopes: [`https://www.googleapis.com/auth/${name}`] });
    const [get, write] = [f('Sheets.Spreadsheets.get("x")'), f('Sheets.Spreadsheets.batchUpdate({}, "x")')];
    const sentence = 'failed with error: Request had insufficient authentication scopes.';
    expect(addOn(get, scope('spreadsheets.currentonly')).failure('f')).toBe(
      `GoogleJsonResponseException: API call to sheets.spreadsheets.get ${sentence}`,
    );
    addOn(get, scope('spreadsheets.readonly')).value('f');
    expect(addOn(write, scope('spreadsheets.readonly')).failure('f')).toContain(sentence);
    addOn(write, scope('spreadsheets')).value('f');
  });

  test.each(['NONE', 'LIMITED', 'CUSTOM_FUNCTION'] as const)('%s has no credentials', (authMode) => {
    const { runtime, requests } = addOn(f('Sheets.Spreadsheets.get("x")'));
    expect(runtime.run('f', [], { authMode })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Request is missing required authentication credential.') },
    });
    expect(requests).toEqual([]);
  });
});

test('objects of the API are made by their names, without a call', () => {
  const made = addOn(
    `function f() {
      const range = Sheets.newValueRange();
      range.values = [[1]];
      const request = Sheets.newRequest();
      request.addSheet = Sheets.newAddSheetRequest();
      const body = Sheets.newBatchUpdateSpreadsheetRequest();
      body.requests = [request];
      return JSON.stringify([range, body, range instanceof Object, typeof Sheets.newNothing]);
    }`,
  );
  expect(JSON.parse(String(made.value('f')))).toEqual([
    { values: [[1]] },
    { requests: [{ addSheet: {} }] },
    true,
    'undefined',
  ]);
});

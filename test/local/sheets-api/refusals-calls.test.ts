import { batch, cells, host, refusal } from './host.ts';

const at = host();
const { api, id } = at;
const call = (method: 'GET' | 'POST', path: string): number =>
  api.call(method, path, new URLSearchParams(), { destinationSpreadsheetId: id }).status;
const note = (fields?: string) => ({
  repeatCell: { range: cells(0, 1, 0, 1), cell: {}, ...(fields === undefined ? {} : { fields }) },
});

test.each<['GET' | 'POST', string, number]>([
  ['GET', '/v4/sheets', 404],
  ['GET', '/v4/spreadsheets', 404],
  ['POST', `/v4/spreadsheets/${id}:frobnicate`, 404],
  ['GET', `/v4/spreadsheets/${id}/values/%E0%A4%A`, 400],
  ['GET', `/v4/spreadsheets/${id}/developerMetadata/7`, 404],
  ['POST', `/v4/spreadsheets/${id}/sheets/7:copyTo`, 404],
])('%s %s is answered with %d', (method, path, status) => {
  expect(call(method, path)).toBe(status);
});

test.each(['sheets)', 'sheets)spreadsheetId', '(sheets)', 'sheets(properties', 'spreadsheetId/text'])(
  'fields %s',
  (fields) => {
    expect(refusal(() => api.spreadsheetsGet(id, { fields }))).toBe(
      'INVALID_ARGUMENT Request contains an invalid argument.',
    );
  },
);

test.each(['A1:B2:C3!', 'Nowhere', 'Sheet1!Nothing'])('the range %s', (range) => {
  expect(refusal(() => api.valuesGet(id, range))).toBe(`INVALID_ARGUMENT Unable to parse range: ${range}`);
});

test.each<[() => unknown, string]>([
  [() => batch(at, note()), "At least one field must be listed in 'fields'."],
  [() => batch(at, note(',')), "At least one field must be listed in 'fields'."],
  [() => api.spreadsheetsGet(id, { includeGridData: 'perhaps' }), '(TYPE_BOOL), "perhaps"'],
  [() => api.valuesBatchGetByDataFilter(id, {}), 'Must specify at least one data filter.'],
  [
    () => api.valuesBatchGetByDataFilter(id, { dataFilters: [{ gridRange: { startRowIndex: 5000 } }] }),
    'exceeds grid limits. Max rows: 1000',
  ],
  [() => api.valuesBatchGetByDataFilter(id, { dataFilters: [{}] }), 'Must set a filter.'],
  [() => api.developerMetadataSearch(id, {}), 'Must specify at least one data filter.'],
])('a call without what it needs: %#', (work, message) => {
  expect(refusal(work)).toContain(message);
});

import { batch, host, refusal } from './host.ts';

const formula = { userEnteredValue: { formulaValue: `=${'1+'.repeat(25_000)}1` } };

test.each<[object, string]>([
  [
    { repeatCell: { range: { sheetId: 0, startRowIndex: -1 }, cell: {}, fields: 'note' } },
    'GridRange.startRowIndex[-1] must be >= 0.',
  ],
  [
    {
      repeatCell: { range: { sheetId: 0, startRowIndex: 1000, endRowIndex: 1001 }, cell: {}, fields: 'note' },
    },
    'Range (Sheet1!A1001:Z1001) exceeds grid limits. Max rows: 1000, max columns: 26',
  ],
  [
    { updateCells: { start: { sheetId: 0 }, rows: [{ values: [formula] }], fields: '*' } },
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
])('a place or text beyond the limits is refused: %.90j', (request, message) => {
  expect(refusal(() => batch(host(), request))).toBe(
    `INVALID_ARGUMENT Invalid requests[0].${Object.keys(request)[0]}: ${message}`,
  );
});

test('a request without a kind is refused', () => {
  expect(refusal(() => batch(host(), {}))).toBe('INVALID_ARGUMENT Invalid requests[0]: No request set.');
});

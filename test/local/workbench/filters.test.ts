import type { JsonObject } from '../../../src/local/document/model.ts';
import { shownFilters } from '../../../src/local/workbench/edits/filters.ts';
import type { FilterValue } from '../../../src/local/workbench/messages.ts';
import { demoMachine } from '../../browser/workbench-addon.ts';
import { type TestGrid, testGrid } from './grid.ts';

const sheetId = '0';
/** KPI, Actual, Target: GMV 120 100, CTR 3 4, Both 123. */
const TABLE = { top: 0, bottom: 3, left: 0, right: 2 };

let machine: ReturnType<typeof demoMachine>;
let grid: TestGrid;

beforeEach(() => {
  machine = demoMachine();
  grid = testGrid(machine);
  grid.session.receiveCommand({ type: 'SET_FILTER', sheetId, zone: TABLE });
});

const sheet = () => machine.document().sheets[0]!;
const hidden = () => sheet().rows.flatMap((row, i) => (row?.hiddenByFilter ? [i + 1] : []));
const update = (col: number, value: FilterValue) =>
  grid.session.receiveCommand({ type: 'UPDATE_FILTER', sheetId, row: 0, col, value });
const criterion = (type: string, ...values: string[]): FilterValue => ({
  ...{ filterType: 'criterion', type, values },
});

test('the filter is the document’s, can be undone and taken off', () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
  expect(sheet().basicFilter).toMatchObject({ range });
  grid.session.undo();
  expect(sheet().basicFilter).toBeUndefined();
  grid.session.redo();
  grid.session.receiveCommand({ type: 'CLEAR_FILTER', sheetId });
  expect(sheet().basicFilter).toBeUndefined();
  expect(grid.notices).toEqual([]);
});

test.each<[string, number, FilterValue, number[]]>([
  ['values', 0, { filterType: 'values', hiddenValues: ['GMV', 'Both'] }, [2, 4]],
  ['a number', 1, criterion('isGreaterThan', '100'), [3]],
  ['two numbers', 1, criterion('isBetween', '1', '121.5'), [4]],
  ['a text', 0, criterion('beginsWithText', 'b'), [2, 3]],
  ['no value', 2, criterion('isEmpty'), [2, 3]],
])('%s hide rows in the document, and the page gets them back', (_, col, value, rows) => {
  update(col, value);
  expect(grid.notices).toEqual([]);
  expect(hidden()).toEqual(rows);
  expect(shownFilters(machine.document())).toEqual([{ sheetId, row: 0, col, value }]);
});

test('columns add up; one that lets everything through again is forgotten', () => {
  update(0, { filterType: 'values', hiddenValues: ['GMV'] });
  update(1, criterion('isLessThan', '100'));
  expect(hidden()).toEqual([2, 4]);
  update(1, criterion('none'));
  expect(hidden()).toEqual([2]);
  update(0, { filterType: 'values', hiddenValues: [] });
  expect(hidden()).toEqual([]);
  expect(shownFilters(machine.document())).toEqual([]);
});

test('a relative date is one in the document', () => {
  update(1, { filterType: 'criterion', type: 'dateIs', values: [], dateValue: 'lastWeek' });
  const criteria = sheet().basicFilter?.criteria as JsonObject;
  expect(criteria['1']).toEqual({ condition: { type: 'DATE_EQ', values: [{ relativeDate: 'PAST_WEEK' }] } });
  expect(shownFilters(machine.document())).toMatchObject([{ value: { dateValue: 'lastWeek' } }]);
});

test('numbers and formulas are in the spelling of the locale', () => {
  const { spreadsheetId } = machine.document();
  const properties = { locale: 'de_DE' };
  machine.api.batchUpdate(spreadsheetId, {
    requests: [{ updateSpreadsheetProperties: { properties, fields: 'locale' } }],
  });
  update(1, criterion('isBetween', '2.5', '=SUM(B2,1)'));
  const criteria = sheet().basicFilter?.criteria as Record<string, { condition: { values: unknown } }>;
  expect(criteria['1']?.condition.values).toEqual([
    { userEnteredValue: '2,5' },
    { userEnteredValue: '=SUM(B2;1)' },
  ]);
  expect(shownFilters(machine.document())[0]?.value).toMatchObject({ values: ['2.5', '=SUM(B2,1)'] });
});

test('a condition that filters in Google do not have is refused, and nothing changes', () => {
  update(1, {
    filterType: 'criterion',
    type: 'dateIsOnOrBefore',
    values: ['2026-11-23'],
    dateValue: 'exactDate',
  });
  expect(grid.notices).toMatchObject([{ word: 'unsupported' }]);
  expect(hidden()).toEqual([]);
});

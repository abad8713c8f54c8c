import { cellAt, cellOf } from '../../../src/local/document/cell.ts';
import { quietly } from '../../../src/local/engine/library.ts';
import type { HostMessage } from '../../../src/local/workbench/messages.ts';
import { WorkbookSession } from '../../../src/local/workbench/session.ts';
import { demoMachine } from '../../browser/workbench-addon.ts';
import { type TestGrid, testGrid } from './grid.ts';

let machine: ReturnType<typeof demoMachine>;
let grid: TestGrid;

beforeEach(() => {
  machine = demoMachine();
  grid = testGrid(machine);
});

const shown = (sheetId: string, row: number, col: number) =>
  quietly(() => grid.model.getters.getEvaluatedCell({ sheetId, row, col }).formattedValue);
const batch = (...requests: object[]) => {
  const path = `/v4/spreadsheets/${machine.document().spreadsheetId}:batchUpdate`;
  const { status } = machine.api.call('POST', path, new URLSearchParams(), { requests } as never);
  expect(status).toBe(200);
};
const text = (sheetId: number, rowIndex: number, stringValue: string) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});

test('a column that is inserted takes the developer metadata of its neighbours along', () => {
  const sheet = { sheetId: '0', sheetName: 'KPI tree', dimension: 'COL' };
  grid.dispatch('ADD_COLUMNS_ROWS', { ...sheet, base: 0, quantity: 1, position: 'before' });
  expect(machine.document().metadata[0]!.location).toEqual({ type: 'COLUMN', sheetId: 0, index: 2 });
});

test('a column that is moved keeps its developer metadata, and the grid loads anew', () => {
  grid.session.receiveCommand({
    type: 'MOVE_COLUMNS_ROWS',
    sheetId: '0',
    dimension: 'COL',
    elements: [1],
    base: 3,
    position: 'after',
  });
  expect(machine.document().metadata[0]!.location).toEqual({ type: 'COLUMN', sheetId: 0, index: 3 });
  expect(cellAt(machine.document().sheets[0]!, 0, 3)?.value).toEqual({ stringValue: 'Actual' });
  expect(grid.reloads).toBe(1);
});

test('cells that the add-on changes come to the grid one by one', () => {
  batch(text(0, 7, '007'), text(2, 1, '=not a formula'));
  expect(shown('0', 7, 0)).toBe('007');
  expect(shown('2', 1, 0)).toBe('=not a formula');
  expect(grid.reloads).toBe(0);
  const { grid: cells, document } = grid.compare();
  expect(cells).toEqual(document);
});

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 5 };
const rangeData = (zone: object) => ({ _zone: zone, _sheetId: '0' });
const E2E4 = { top: 1, bottom: 3, left: 4, right: 4 };

test('typing in a banded cell keeps the colour of its band', () => {
  const green = { rgbColor: { green: 1 } };
  const rowProperties = { firstBandColorStyle: green, secondBandColorStyle: green };
  batch({ addBanding: { bandedRange: { range, rowProperties } } });
  const banded = testGrid(machine);
  banded.dispatch('UPDATE_CELL', { sheetId: '0', row: 2, col: 0, content: 'typed' });
  const { grid: cells, document } = banded.compare();
  expect(cells).toEqual(document);
  expect(JSON.stringify(cells)).toContain('#00FF00');
});

test('a dropdown that a person makes, changes and removes is the document’s validation', () => {
  const rule = (...values: string[]) => ({
    id: 'rule',
    criterion: { type: 'isValueInList', values, displayStyle: 'arrow' },
    isBlocking: true,
  });
  const validation = (row: number) => cellAt(machine.document().sheets[0]!, row, 4)?.validation;
  const ranges = [rangeData(E2E4)];
  grid.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId: '0', ranges, rule: rule('a', 'b') });
  expect(validation(3)).toMatchObject({
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: 'b' }] },
    strict: true,
    showCustomUi: true,
  });
  const one = [rangeData({ ...E2E4, bottom: 1 })];
  grid.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId: '0', ranges: one, rule: rule('c') });
  expect(validation(3)).toBeUndefined();
  expect(validation(1)).toMatchObject({ condition: { values: [{ userEnteredValue: 'c' }] } });
  grid.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId: '0', id: 'rule' });
  expect(validation(1)).toBeUndefined();
});

test('a rule that was in the document is removed where it was', () => {
  const id = grid.model.getters.getDataValidationRules('0')[0]!.id;
  grid.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId: '0', id });
  const { cells } = machine.document().sheets[0]!;
  expect(cells.flat().filter((cell) => cellOf(cell)?.validation)).toEqual([]);
  expect(grid.notices).toEqual([]);
});

test('a link is the formula that Google has for it', () => {
  grid.dispatch('UPDATE_CELL', {
    sheetId: '0',
    row: 8,
    col: 0,
    content: '[the "site"](https://example.com/a)',
  });
  expect(cellAt(machine.document().sheets[0]!, 8, 0)?.value).toEqual({
    formulaValue: '=HYPERLINK("https://example.com/a","the ""site""")',
  });
});

test('undo takes back what the add-on did, and what came before it', () => {
  const { cells } = machine.document().sheets[0]!;
  grid.dispatch('UPDATE_CELL', { sheetId: '0', row: 1, col: 1, content: '1' });
  batch(text(0, 7, 'by the add-on'));
  grid.session.undo();
  expect(shown('0', 7, 0)).toBe('');
  expect(shown('0', 1, 1)).toBe('1');
  grid.session.undo();
  expect(machine.document().sheets[0]!.cells).toEqual(cells);
  expect(shown('0', 1, 1)).toBe('120');
  expect(grid.session.state().canUndo).toBe(false);
});

test('undo goes to the cell that a person changed, and stays where it is for what the add-on changed', () => {
  const sent: HostMessage[] = [];
  const session = new WorkbookSession(machine, (message) => sent.push(message));
  const places = () => sent.flatMap((message) => (message.type === 'selection' ? [message.range] : []));
  const commands = [{ type: 'UPDATE_CELL', sheetId: '0', row: 1, col: 1, content: '1' }];
  const revision = { type: 'REMOTE_REVISION', version: 1, serverRevisionId: session.head } as const;
  expect(session.receive({ ...revision, nextRevisionId: 'next', commands })).toBe('applied');
  batch(text(0, 7, 'by the add-on'));
  session.undo();
  expect(places()).toEqual([]);
  session.undo();
  expect(places()).toEqual(['B2']);
  session.redo();
  session.redo();
  expect(places()).toEqual(['B2', 'B2']);
  session.close();
});

test('a command without a translation changes nothing, is told, and the grid loads anew', () => {
  const before = machine.document().sheets;
  grid.dispatch('LOCK_SHEET', { sheetId: '0' });
  expect(machine.document().sheets).toBe(before);
  expect(grid.notices).toEqual([{ level: 'error', word: 'unsupported' }]);
  expect(grid.reloads).toBe(1);
});

test('what the Sheets API refuses is told in its words, and nothing of the edit stays', () => {
  const before = machine.document().sheets;
  const outcome = grid.session.receive({
    type: 'REMOTE_REVISION',
    version: 1,
    serverRevisionId: grid.session.head,
    nextRevisionId: 'next',
    commands: [
      { type: 'UPDATE_CELL', sheetId: '0', row: 1, col: 1, content: '1' },
      { type: 'DELETE_SHEET', sheetId: '999' },
    ],
  });
  expect(outcome).toBe('refused');
  expect(machine.document().sheets).toBe(before);
  expect(grid.notices).toEqual([{ level: 'error', word: 'refused', text: expect.stringContaining('999') }]);
});

test('a fault of the host puts the document back and is told', () => {
  const before = machine.document().sheets;
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const call = jest.spyOn(machine.api, 'call').mockImplementation(() => {
    throw new TypeError('a fault');
  });
  grid.dispatch('UPDATE_CELL', { sheetId: '0', row: 1, col: 1, content: '1' });
  call.mockRestore();
  expect(told).toHaveBeenCalled();
  told.mockRestore();
  expect(machine.document().sheets).toBe(before);
  expect(grid.notices).toEqual([{ level: 'error', word: 'refused', text: 'a fault' }]);
  expect(grid.reloads).toBe(1);
});

test('a revision that does not follow the last one waits for the page to send it again', () => {
  const message = {
    type: 'REMOTE_REVISION',
    version: 1,
    serverRevisionId: 'old',
    nextRevisionId: 'next',
    commands: [],
  };
  expect(grid.session.receive(message)).toBe('stale');
  expect(grid.session.head).not.toBe('next');
});

test('more changed cells than a patch carries are loaded anew', () => {
  const rows = Array.from({ length: 5001 }, () => ({ values: [{ userEnteredValue: { numberValue: 1 } }] }));
  batch(
    { appendDimension: { sheetId: 2, dimension: 'ROWS', length: 6000 } },
    { updateCells: { start: { sheetId: 2, rowIndex: 5, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
  );
  expect(grid.reloads).toBe(1);
});

test('a dropdown without items is held back until it has one, and can be given up', () => {
  const rule = (...values: string[]) => ({
    id: 'new',
    criterion: { type: 'isValueInList', values, displayStyle: 'chip' },
  });
  const before = machine.document();
  const ranges = [rangeData(E2E4)];
  grid.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId: '0', ranges, rule: rule() });
  expect(grid.notices).toEqual([]);
  expect(machine.document()).toBe(before);
  expect(grid.session.state().canUndo).toBe(false);
  grid.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId: '0', id: 'new' });
  expect(grid.notices).toEqual([]);
  grid.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId: '0', ranges, rule: rule('a') });
  expect(cellAt(machine.document().sheets[0]!, 1, 4)?.validation).toMatchObject({
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] },
  });
});

test.each([
  ['containsText', ['kpi'], undefined, { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'kpi' }] }],
  ['isEmail', [], undefined, { type: 'TEXT_IS_EMAIL' }],
  [
    'isBetween',
    ['1', '5'],
    undefined,
    { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }, { userEnteredValue: '5' }] },
  ],
  ['dateIsBefore', [], 'today', { type: 'DATE_BEFORE', values: [{ userEnteredValue: '=TODAY()' }] }],
  [
    'customFormula',
    ['=MOD(B2,2)=0'],
    undefined,
    {
      type: 'CUSTOM_FORMULA',
      values: [{ userEnteredValue: '=MOD(B2,2)=0' }],
    },
  ],
] as const)('a rule %s is a condition of the API', (type, values, dateValue, condition) => {
  const rule = { id: 'r', criterion: { type, values: [...values], ...(dateValue ? { dateValue } : {}) } };
  const ranges = [rangeData({ top: 1, bottom: 1, left: 1, right: 1 })];
  grid.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId: '0', ranges, rule });
  expect(grid.notices).toEqual([]);
  expect(cellAt(machine.document().sheets[0]!, 1, 1)?.validation?.condition).toEqual(condition);
});

test('undo and redo go to the cell that they change', () => {
  const told: HostMessage[] = [];
  const session = new WorkbookSession(machine, (message) => told.push(message));
  const commands = [{ type: 'UPDATE_CELL', sheetId: '0', row: 6, col: 2, content: '7' }];
  const { head } = session;
  session.receive({
    type: 'REMOTE_REVISION',
    version: 1,
    serverRevisionId: head,
    nextRevisionId: 'a',
    commands,
  });
  session.undo();
  session.redo();
  const places = told.filter(({ type }) => type === 'selection');
  expect(places).toEqual(Array(2).fill({ type: 'selection', sheetId: '0', range: 'C7' }));
  session.close();
});

import { quietly } from '../../../src/local/engine/library.ts';
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
  expect(machine.document().sheets[0]!.cells[0]![3]!.value).toEqual({ stringValue: 'Actual' });
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

test('a sheet that the add-on makes is loaded anew', () => {
  batch({ addSheet: { properties: { title: '2026-W47' } } });
  expect(grid.reloads).toBe(1);
});

test('a note, which cells of the grid do not carry, is loaded anew', () => {
  batch({
    updateCells: {
      start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: [{ note: 'n' }] }],
      fields: 'note',
    },
  });
  expect(grid.reloads).toBe(1);
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
  const rows = Array.from({ length: 2001 }, () => ({ values: [{ userEnteredValue: { numberValue: 1 } }] }));
  batch(
    { appendDimension: { sheetId: 2, dimension: 'ROWS', length: 3000 } },
    { updateCells: { start: { sheetId: 2, rowIndex: 5, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
  );
  expect(grid.reloads).toBe(1);
});

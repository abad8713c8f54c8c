import { demoMachine } from '../../browser/workbench-addon.ts';
import { type TestGrid, testGrid } from './grid.ts';

const sheetId = '0';
const B2 = { top: 1, bottom: 1, left: 1, right: 1 };
const B2C3 = { top: 1, bottom: 2, left: 1, right: 2 };

let machine: ReturnType<typeof demoMachine>;
let grid: TestGrid;

beforeEach(() => {
  machine = demoMachine();
  grid = testGrid(machine);
});

type Step = [type: string, payload: object];

/** Edits of people, each as the library dispatches it. After each the document must be what the grid shows. */
const EDITS: Record<string, Step[]> = {
  'typing a number': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: '55' }]],
  'typing a text': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: 'fifty' }]],
  'typing a percentage': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: '12.5%' }]],
  'typing a date': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: '2026-11-23' }]],
  'typing a truth value': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: 'TRUE' }]],
  'typing a formula': [['UPDATE_CELL', { sheetId, row: 6, col: 1, content: '=SUM(B2:B3)*2' }]],
  'typing a formula that spills': [
    ['UPDATE_CELL', { sheetId, row: 6, col: 1, content: '=TRANSPOSE(B2:B3)' }],
  ],
  'emptying a cell': [['UPDATE_CELL', { sheetId, row: 1, col: 1, content: '' }]],
  'deleting contents': [['DELETE_CONTENT', { sheetId, target: [B2C3] }]],
  'clearing formats': [['CLEAR_FORMATTING', { sheetId, target: [{ top: 0, bottom: 1, left: 0, right: 4 }] }]],
  bold: [['SET_FORMATTING', { sheetId, target: [B2C3], style: { bold: true } }]],
  'not bold': [
    ['SET_FORMATTING', { sheetId, target: [{ ...B2, top: 0, bottom: 0 }], style: { bold: false } }],
  ],
  colours: [
    ['SET_FORMATTING', { sheetId, target: [B2C3], style: { textColor: '#FF0000', fillColor: '#00FF00' } }],
  ],
  alignment: [
    ['SET_FORMATTING', { sheetId, target: [B2], style: { align: 'center', verticalAlign: 'top' } }],
  ],
  'wrapping and size': [
    ['SET_FORMATTING', { sheetId, target: [B2], style: { wrapping: 'wrap', fontSize: 14 } }],
  ],
  'a number format': [['SET_FORMATTING', { sheetId, target: [B2], format: '#,##0.00' }]],
  'a date format': [['SET_FORMATTING', { sheetId, target: [B2], format: 'yyyy-mm-dd' }]],
  'borders around': [
    [
      'SET_ZONE_BORDERS',
      { sheetId, target: [B2C3], border: { position: 'external', color: '#000000', style: 'thin' } },
    ],
  ],
  'all borders': [
    [
      'SET_ZONE_BORDERS',
      { sheetId, target: [B2C3], border: { position: 'all', color: '#123456', style: 'medium' } },
    ],
  ],
  'borders and no borders': [
    [
      'SET_ZONE_BORDERS',
      { sheetId, target: [B2C3], border: { position: 'all', color: '#123456', style: 'thin' } },
    ],
    ['SET_ZONE_BORDERS', { sheetId, target: [B2C3], border: { position: 'clear' } }],
  ],
  'merging cells': [['ADD_MERGE', { sheetId, target: [{ top: 7, bottom: 8, left: 0, right: 1 }] }]],
  'merging and splitting': [
    ['ADD_MERGE', { sheetId, target: [{ top: 7, bottom: 8, left: 0, right: 1 }] }],
    ['REMOVE_MERGE', { sheetId, target: [{ top: 7, bottom: 8, left: 0, right: 1 }] }],
  ],
  'inserting columns before': [
    [
      'ADD_COLUMNS_ROWS',
      { sheetId, sheetName: 'KPI tree', dimension: 'COL', base: 1, quantity: 2, position: 'before' },
    ],
  ],
  'inserting a row after': [
    [
      'ADD_COLUMNS_ROWS',
      { sheetId, sheetName: 'KPI tree', dimension: 'ROW', base: 1, quantity: 1, position: 'after' },
    ],
  ],
  'adding rows at the end': [
    [
      'ADD_COLUMNS_ROWS',
      { sheetId, sheetName: 'KPI tree', dimension: 'ROW', base: 999, quantity: 10, position: 'after' },
    ],
  ],
  'deleting columns': [
    ['REMOVE_COLUMNS_ROWS', { sheetId, sheetName: 'KPI tree', dimension: 'COL', elements: [1, 4] }],
  ],
  'deleting rows': [
    ['REMOVE_COLUMNS_ROWS', { sheetId, sheetName: 'KPI tree', dimension: 'ROW', elements: [4, 2] }],
  ],
  resizing: [['RESIZE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements: [1, 2], size: 220 }]],
  hiding: [['HIDE_COLUMNS_ROWS', { sheetId, dimension: 'ROW', elements: [2, 3] }]],
  'hiding and showing': [
    ['HIDE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements: [2, 3] }],
    ['UNHIDE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements: [2] }],
  ],
  freezing: [
    ['FREEZE_COLUMNS', { sheetId, quantity: 1 }],
    ['FREEZE_ROWS', { sheetId, quantity: 2 }],
  ],
  unfreezing: [['UNFREEZE_COLUMNS_ROWS', { sheetId }]],
  'no grid lines': [['SET_GRID_LINES_VISIBILITY', { sheetId, areGridLinesVisible: false }]],
  'a new sheet': [['CREATE_SHEET', { sheetId: '77', name: 'New', position: 1 }]],
  'a copy of a sheet': [['DUPLICATE_SHEET', { sheetId, sheetIdTo: '78', sheetNameTo: 'Copy' }]],
  'deleting a sheet': [['DELETE_SHEET', { sheetId: '2', sheetName: '内容库' }]],
  'renaming a sheet that a formula names': [
    ['UPDATE_CELL', { sheetId, row: 6, col: 1, content: "='内容库'!A1" }],
    ['RENAME_SHEET', { sheetId: '2', oldName: '内容库', newName: '内容 2' }],
  ],
  'moving a sheet to the right': [['MOVE_SHEET', { sheetId, delta: 1 }]],
  'moving a sheet to the left': [['MOVE_SHEET', { sheetId: '2', delta: -1 }]],
  'colouring a tab': [['COLOR_SHEET', { sheetId, color: '#FF9900' }]],
  'no colour for a tab': [['COLOR_SHEET', { sheetId }]],
  'hiding a sheet': [['HIDE_SHEET', { sheetId: '2' }]],
  'showing a sheet': [['SHOW_SHEET', { sheetId: '3' }]],
};

test.each(Object.entries(EDITS))('%s leaves document and grid the same', (_, steps) => {
  const before = machine.document();
  for (const [type, payload] of steps) grid.dispatch(type, payload);
  const { grid: shown, document } = grid.compare();
  expect(shown).toEqual(document);
  expect(grid.notices).toEqual([]);
  expect(grid.reloads).toBe(0);
  expect(machine.document().revision).toBeGreaterThan(before.revision);
});

test.each(Object.entries(EDITS))('%s is undone and done again', (_, steps) => {
  const { revision: __, ...before } = machine.document();
  for (const [type, payload] of steps) grid.dispatch(type, payload);
  const { revision: ___, ...after } = machine.document();
  for (const ____ of steps) grid.session.undo();
  expect(machine.document()).toMatchObject(before);
  for (const ____ of steps) grid.session.redo();
  expect(machine.document()).toMatchObject(after);
});

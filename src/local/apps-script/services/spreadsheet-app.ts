/** `SpreadsheetApp`, the part for the user interface: which document, which sheet, what is selected. No cell contents. */
import type { DocumentState, SheetState } from '../../document/model.ts';
import type { Execution } from '../execution.ts';
import { mismatch, ScriptError, ServiceObject } from '../service.ts';
import { getImages, type ImagePlace, insertImage } from './images.ts';
import { type Block, formatA1, parseBlock } from './range-names.ts';
import { Button, ButtonSet, getUi } from './ui.ts';

type View = {
  execution: Execution;
  document(): DocumentState;
  sheetIds: WeakMap<ServiceObject, number>;
  sheets: Map<number, ServiceObject>;
  ranges: WeakMap<ServiceObject, { sheetId: number; block: Block }>;
};

function stateOf(view: View, sheetId: number): SheetState {
  const sheet = view.document().sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new ScriptError(`Sheet ${sheetId} not found`);
  return sheet;
}

function firstShown(document: DocumentState): SheetState {
  const sheet = document.sheets.find((candidate) => candidate.hidden !== true) ?? document.sheets[0];
  if (!sheet) throw new ScriptError('The spreadsheet has no sheets.');
  return sheet;
}

function selectionOf(view: View): { sheet: SheetState; range: string } {
  const { host, start } = view.execution;
  const selection = host.selections.get(start.user.email);
  const document = view.document();
  const sheet = document.sheets.find((candidate) => candidate.sheetId === selection?.sheetId);
  return sheet && selection
    ? { sheet, range: selection.range }
    : { sheet: firstShown(document), range: 'A1' };
}

function select(view: View, sheetId: number, range: string): void {
  const { host, start } = view.execution;
  host.selections.set(start.user.email, { sheetId, range });
  host.emit({ type: 'selection', user: start.user.email, sheetId, range });
}

/** Goes to a sheet; on the one that is active what is selected stays, and the view does not move. */
function activateSheet(view: View, sheetId: number): void {
  stateOf(view, sheetId);
  if (selectionOf(view).sheet.sheetId !== sheetId) select(view, sheetId, 'A1');
}

function createRange(view: View, sheetId: number, block: Block): ServiceObject {
  const range: ServiceObject = new ServiceObject('Range', {
    getA1Notation: () => formatA1(block),
    getRow: () => block.row,
    getColumn: () => block.column,
    getNumRows: () => block.rows,
    getNumColumns: () => block.columns,
    getLastRow: () => block.row + block.rows - 1,
    getLastColumn: () => block.column + block.columns - 1,
    getSheet: () => sheetObject(view, sheetId),
    activate: () => {
      select(view, sheetId, formatA1(block));
      return range;
    },
  });
  view.ranges.set(range, { sheetId, block });
  return range;
}

/** Where the pictures of a sheet are. */
function imagePlace(view: View, sheetId: number): ImagePlace {
  const range = (row: number, column: number) => rangeFromArguments(view, sheetId, [row, column]);
  return {
    execution: view.execution,
    sheetId,
    document: view.document,
    range,
    sheet: () => sheetObject(view, sheetId),
    cellOf: (value) => {
      const found = value instanceof ServiceObject ? view.ranges.get(value) : undefined;
      return found?.sheetId === sheetId ? found.block : undefined;
    },
  };
}

function rangeFromArguments(view: View, sheetId: number, args: readonly unknown[]): ServiceObject {
  const sheet = stateOf(view, sheetId);
  if (args.length === 1 && typeof args[0] === 'string') {
    const named = (title: string) => view.document().sheets.find((candidate) => candidate.title === title);
    const found = parseBlock(args[0], (title) => (title === undefined ? sheet : named(title)));
    if (!found) throw new ScriptError('Range not found');
    return checkedRange(view, found.sheet, found.block);
  }
  if (args.length < 2 || args.length > 4 || args.some((arg) => typeof arg !== 'number')) {
    throw mismatch('SpreadsheetApp.Sheet.getRange', args);
  }
  const [row = 1, column = 1, rows = 1, columns = 1] = args as number[];
  return checkedRange(view, sheet, { row, column, rows, columns });
}

function checkedRange(view: View, sheet: SheetState, block: Block): ServiceObject {
  if (block.rows < 1) throw new ScriptError('The number of rows in the range must be at least 1.');
  if (block.columns < 1) throw new ScriptError('The number of columns in the range must be at least 1.');
  const inside =
    block.row >= 1 &&
    block.column >= 1 &&
    block.row + block.rows - 1 <= sheet.rowCount &&
    block.column + block.columns - 1 <= sheet.columnCount;
  if (!inside) throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
  return createRange(view, sheet.sheetId, block);
}

function activeRange(view: View): ServiceObject {
  const { sheet, range } = selectionOf(view);
  return rangeFromArguments(view, sheet.sheetId, [range]);
}

function sheetObject(view: View, sheetId: number): ServiceObject {
  const known = view.sheets.get(sheetId);
  if (known) return known;
  const sheet: ServiceObject = new ServiceObject('Sheet', {
    getName: () => stateOf(view, sheetId).title,
    getSheetName: () => stateOf(view, sheetId).title,
    getSheetId: () => sheetId,
    getIndex: () => view.document().sheets.findIndex((candidate) => candidate.sheetId === sheetId) + 1,
    getParent: () => spreadsheetObject(view),
    isSheetHidden: () => stateOf(view, sheetId).hidden === true,
    getMaxRows: () => stateOf(view, sheetId).rowCount,
    getMaxColumns: () => stateOf(view, sheetId).columnCount,
    getRange: (...args) => rangeFromArguments(view, sheetId, args),
    getActiveRange: () => activeRange(view),
    getActiveCell: () => activeRange(view),
    getCurrentCell: () => activeRange(view),
    insertImage: (...args) => insertImage(imagePlace(view, sheetId), args),
    getImages: () => getImages(imagePlace(view, sheetId)),
    activate: () => {
      activateSheet(view, sheetId);
      return sheet;
    },
  });
  view.sheets.set(sheetId, sheet);
  view.sheetIds.set(sheet, sheetId);
  return sheet;
}

function setActiveSheet(view: View, sheet: unknown): unknown {
  const sheetId = sheet instanceof ServiceObject ? view.sheetIds.get(sheet) : undefined;
  if (sheetId === undefined) throw mismatch('SpreadsheetApp.Spreadsheet.setActiveSheet', [sheet]);
  activateSheet(view, sheetId);
  return sheet;
}

function toast(view: View, args: readonly unknown[]): void {
  const [text, title = '', seconds = 5] = args;
  if (args.length < 1 || args.length > 3) throw mismatch('SpreadsheetApp.Spreadsheet.toast', args);
  const shown = { title: String(title), text: String(text), seconds: Number(seconds) };
  view.execution.host.ui.toasts.push(shown);
  view.execution.host.emit({ type: 'toast', user: view.execution.start.user.email, ...shown });
}

function spreadsheetObject(view: View): ServiceObject {
  const found = (match: (sheet: SheetState) => boolean) => {
    const sheet = view.document().sheets.find(match);
    return sheet ? sheetObject(view, sheet.sheetId) : null;
  };
  return new ServiceObject('Spreadsheet', {
    getId: () => view.document().spreadsheetId,
    getName: () => view.document().title,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${view.document().spreadsheetId}/edit`,
    getSpreadsheetTimeZone: () => view.document().timeZone,
    getSpreadsheetLocale: () => view.document().locale,
    getSheets: () => view.document().sheets.map((sheet) => sheetObject(view, sheet.sheetId)),
    getNumSheets: () => view.document().sheets.length,
    getSheetByName: (name) => found((sheet) => sheet.title === String(name)),
    getSheetById: (sheetId) => found((sheet) => sheet.sheetId === Number(sheetId)),
    getActiveSheet: () => sheetObject(view, selectionOf(view).sheet.sheetId),
    setActiveSheet: (sheet) => setActiveSheet(view, sheet),
    getActiveRange: () => activeRange(view),
    getCurrentCell: () => activeRange(view),
    getRange: (a1) => rangeFromArguments(view, selectionOf(view).sheet.sheetId, [a1]),
    toast: (...args) => toast(view, args),
  });
}

/** `SpreadsheetApp` of one execution; where no spreadsheet is open, what is active is null. */
export function createSpreadsheetApp(execution: Execution): ServiceObject {
  const { document } = execution.start;
  const view: View = {
    execution,
    document: () => {
      if (!document) throw new ScriptError('No spreadsheet is open.');
      return document();
    },
    sheetIds: new WeakMap(),
    sheets: new Map(),
    ranges: new WeakMap(),
  };
  const active = <T>(give: () => T): T | null => (document ? give() : null);
  const spreadsheet = spreadsheetObject(view);
  return new ServiceObject('SpreadsheetApp', {
    Button,
    ButtonSet,
    getUi: () => getUi(execution),
    getActive: () => active(() => spreadsheet),
    getActiveSpreadsheet: () => active(() => spreadsheet),
    getActiveSheet: () => active(() => sheetObject(view, selectionOf(view).sheet.sheetId)),
    getActiveRange: () => active(() => activeRange(view)),
    getCurrentCell: () => active(() => activeRange(view)),
    setActiveSheet: (sheet) => setActiveSheet(view, sheet),
    flush: () => undefined,
  });
}

/** Commands on whole sheets. */
import type { DocumentState, JsonObject } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { apiColor } from './format.ts';
import { type Operation, request } from './operation.ts';

/** Undefined where the command is not about a sheet. */
export function sheetOperations(command: EngineCommand, document: DocumentState): Operation[] | undefined {
  const sheetId = Number(command.sheetId);
  switch (command.type) {
    case 'CREATE_SHEET':
      return [request('addSheet', { properties: newSheet(command) })];
    case 'DELETE_SHEET':
      return [request('deleteSheet', { sheetId })];
    case 'DUPLICATE_SHEET':
      return [
        request('duplicateSheet', {
          sourceSheetId: sheetId,
          insertSheetIndex: indexOf(document, sheetId) + 1,
          newSheetId: Number(command.sheetIdTo),
          newSheetName: String(command.sheetNameTo),
        }),
      ];
    case 'MOVE_SHEET':
      return [properties(sheetId, { index: movedIndex(document, sheetId, Number(command.delta)) }, 'index')];
    case 'RENAME_SHEET':
      return [properties(sheetId, { title: String(command.newName) }, 'title')];
    case 'HIDE_SHEET':
    case 'SHOW_SHEET':
      return [properties(sheetId, { hidden: command.type === 'HIDE_SHEET' }, 'hidden')];
    case 'COLOR_SHEET':
      return [properties(sheetId, tabColor(command.color), 'tabColorStyle')];
    case 'SET_GRID_LINES_VISIBILITY':
      return [grid(sheetId, 'hideGridlines', !command.areGridLinesVisible)];
    case 'FREEZE_ROWS':
      return [grid(sheetId, 'frozenRowCount', Number(command.quantity))];
    case 'FREEZE_COLUMNS':
      return [grid(sheetId, 'frozenColumnCount', Number(command.quantity))];
    case 'UNFREEZE_ROWS':
      return [grid(sheetId, 'frozenRowCount', 0)];
    case 'UNFREEZE_COLUMNS':
      return [grid(sheetId, 'frozenColumnCount', 0)];
    case 'UNFREEZE_COLUMNS_ROWS':
      return [grid(sheetId, 'frozenRowCount', 0), grid(sheetId, 'frozenColumnCount', 0)];
    default:
      return undefined;
  }
}

const indexOf = (document: DocumentState, sheetId: number) =>
  document.sheets.findIndex((sheet) => sheet.sheetId === sheetId);

/** The API counts places before the sheet is taken out, so a move to the right goes one further. */
function movedIndex(document: DocumentState, sheetId: number, delta: number): number {
  return indexOf(document, sheetId) + delta + (delta > 0 ? 1 : 0);
}

function newSheet(command: EngineCommand): JsonObject {
  const { sheetId, name, position, rows, cols } = command as unknown as {
    sheetId: string;
    name: string;
    position: number;
    rows?: number;
    cols?: number;
  };
  return {
    sheetId: Number(sheetId),
    title: name,
    index: position,
    gridProperties: { rowCount: rows ?? 100, columnCount: cols ?? 26 },
  };
}

function tabColor(color: unknown): JsonObject {
  return typeof color === 'string' && color ? { tabColorStyle: { rgbColor: apiColor(color) } } : {};
}

function properties(sheetId: number, values: JsonObject, fields: string): Operation {
  return request('updateSheetProperties', { properties: { sheetId, ...values }, fields });
}

function grid(sheetId: number, field: string, value: number | boolean): Operation {
  return properties(sheetId, { gridProperties: { [field]: value } }, `gridProperties.${field}`);
}

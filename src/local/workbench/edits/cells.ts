/** Commands on cells: contents, formats, borders, merges, validation. */
import { translateFormula } from '../../document/formula-locale.ts';
import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { apiBorder, apiNumberFormat, apiStyle, type EngineBorderLine, type EngineStyle } from './format.ts';
import { cellZone, gridRange, type Operation, request, type Zone } from './operation.ts';
import { type RuleRanges, validationOperations } from './validation.ts';

type Target = EngineCommand & { sheetId: string; target: Zone[] };
type Position = EngineCommand & { sheetId: string; col: number; row: number };

/** Undefined where the command is not about cells. */
export function cellOperations(
  command: EngineCommand,
  document: DocumentState,
  rules: RuleRanges,
): Operation[] | undefined {
  switch (command.type) {
    case 'UPDATE_CELL':
      return updateCell(command as Position, document.locale);
    case 'TYPE_IN_CELL':
      return [typed(command as Position, String(command.content))];
    case 'CLEAR_CELL':
      return [clear(command as Position, cellOf(command as Position), 'userEnteredValue,userEnteredFormat')];
    case 'CLEAR_CELLS':
      return zones(command, (target, zone) => clear(target, zone, 'userEnteredValue,userEnteredFormat'));
    case 'DELETE_CONTENT':
      return zones(command, (target, zone) => clear(target, zone, 'userEnteredValue'));
    case 'CLEAR_FORMATTING':
      return zones(command, (target, zone) => clear(target, zone, 'userEnteredFormat'));
    case 'SET_FORMATTING':
      return zones(command, formatZone).filter((operation) => operation !== undefined);
    case 'SET_ZONE_BORDERS':
      return zones(command, zoneBorders);
    case 'SET_BORDER':
      return [cellBorders(command as Position, cellOf(command as Position))];
    case 'SET_BORDERS_ON_TARGET':
      return zones(command, cellBorders);
    case 'ADD_MERGE':
      return zones(command, (target, zone) =>
        request('mergeCells', { range: range(target, zone), mergeType: 'MERGE_ALL' }),
      );
    case 'REMOVE_MERGE':
      return zones(command, (target, zone) => request('unmergeCells', { range: range(target, zone) }));
    case 'MOVE_RANGES':
      return zones(command, moveRange);
    default:
      return validationOperations(command, document, rules);
  }
}

const cellOf = (position: Position): Zone => cellZone(position.row, position.col);
const range = (owner: { sheetId: string }, zone: Zone) => gridRange(Number(owner.sheetId), zone);

function zones<T>(command: EngineCommand, make: (target: Target, zone: Zone) => T): T[] {
  const target = command as Target;
  return target.target.map((zone) => make(target, zone));
}

function clear(owner: { sheetId: string }, zone: Zone, fields: string): Operation {
  return request('repeatCell', { range: range(owner, zone), cell: {}, fields });
}

const typed = ({ sheetId, row, col }: Position, content: string): Operation => ({
  ...{ kind: 'typed', sheetId: Number(sheetId) },
  ...{ row, column: col, content },
});

/** The grid spells formulas as in the United States, whatever a person typed. */
function localContent(content: string, locale: string): string {
  return content.startsWith('=') ? translateFormula(content, 'en_US', locale) : content;
}

function updateCell(command: Position, locale: string): Operation[] {
  const { content, style, format } = command as {
    content?: string;
    style?: EngineStyle | null;
    format?: string;
  };
  const found: Operation[] = [];
  const cell = styledCell(style, format);
  if (cell.fields.length) {
    found.push(
      request('repeatCell', {
        range: range(command, cellOf(command)),
        cell: { userEnteredFormat: cell.format },
        fields: cell.fields.map((field) => `userEnteredFormat.${field}`).join(','),
      }),
    );
  }
  if (content !== undefined) found.push(typed(command, localContent(content, locale)));
  return found;
}

/** In UPDATE_CELL a style replaces the cell's whole style, and null takes it away. */
function styledCell(style: EngineStyle | null | undefined, pattern: string | undefined) {
  const cell = { format: {} as JsonObject, fields: [] as string[] };
  if (style !== undefined) {
    const styled = apiStyle({ ...NO_STYLE, ...style });
    cell.format = styled.format;
    cell.fields.push(...styled.fields);
  }
  if (pattern !== undefined) {
    const numberFormat = apiNumberFormat(pattern);
    if (numberFormat) cell.format.numberFormat = numberFormat;
    cell.fields.push('numberFormat');
  }
  return cell;
}

const NO_STYLE = {
  bold: undefined,
  italic: undefined,
  underline: undefined,
  strikethrough: undefined,
  fontSize: undefined,
  textColor: undefined,
  fillColor: undefined,
  align: undefined,
  verticalAlign: undefined,
  wrapping: undefined,
} as unknown as EngineStyle;

function formatZone(command: Target, zone: Zone): Operation | undefined {
  const { style, format } = command as { style?: EngineStyle; format?: string };
  const cell = apiStyle(style ?? {});
  if (format !== undefined) {
    const numberFormat = apiNumberFormat(format);
    if (numberFormat) cell.format.numberFormat = numberFormat;
    cell.fields.push('numberFormat');
  }
  if (!cell.fields.length) return undefined;
  return request('repeatCell', {
    range: range(command, zone),
    cell: { userEnteredFormat: cell.format },
    fields: cell.fields.map((field) => `userEnteredFormat.${field}`).join(','),
  });
}

const SIDES: Record<string, string[]> = {
  all: ['top', 'bottom', 'left', 'right', 'innerHorizontal', 'innerVertical'],
  hv: ['innerHorizontal', 'innerVertical'],
  h: ['innerHorizontal'],
  v: ['innerVertical'],
  external: ['top', 'bottom', 'left', 'right'],
  top: ['top'],
  bottom: ['bottom'],
  left: ['left'],
  right: ['right'],
  clear: ['top', 'bottom', 'left', 'right', 'innerHorizontal', 'innerVertical'],
};

function zoneBorders(command: Target, zone: Zone): Operation {
  const border = command.border as { position: string; style?: string; color?: string };
  const line =
    border.position === 'clear'
      ? undefined
      : { style: border.style ?? 'thin', color: border.color ?? '#000000' };
  const body: JsonObject = { range: range(command, zone) };
  for (const side of SIDES[border.position] ?? []) body[side] = apiBorder(line);
  return request('updateBorders', body);
}

function cellBorders(command: EngineCommand & { sheetId: string }, zone: Zone): Operation {
  const border = (command.border ?? {}) as Record<string, EngineBorderLine | undefined>;
  const borders: Record<string, Json> = {};
  for (const side of ['top', 'bottom', 'left', 'right']) {
    if (border[side]) borders[side] = apiBorder(border[side]);
  }
  return request('repeatCell', {
    range: range(command, zone),
    cell: { userEnteredFormat: { borders } },
    fields: 'userEnteredFormat.borders',
  });
}

/** Cut and paste: what pointed at the cells points at their new place. */
function moveRange(command: Target, zone: Zone): Operation {
  const { targetSheetId, col, row } = command as unknown as {
    targetSheetId: string;
    col: number;
    row: number;
  };
  return request('cutPaste', {
    source: range(command, zone),
    destination: { sheetId: Number(targetSheetId), rowIndex: row, columnIndex: col },
    pasteType: 'PASTE_NORMAL',
  });
}

import { cellAt } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import type { DocumentState, Json, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { compactCell } from '../cell-write.ts';
import { completed } from '../colors.ts';
import { boundOpenRange, gridRange, intersects, openRange, resolveGridRange } from '../grid-range.ts';
import { tableRect, tableResource } from '../table-resource.ts';
import { applyMask, masks, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

type Column = {
  columnIndex: number;
  columnName?: string;
  columnType?: string;
  dataValidationRule?: JsonObject;
};

const OVERLAP =
  'You cannot add alternating background colors to a range that already has alternating background colors.';

/** Tables and bands may not share a cell. */
const checkFree = (sheet: SheetState, rect: Rect, except?: Json): void => {
  const others = [...(sheet.tables ?? []).filter((table) => table.tableId !== except), ...sheet.bandedRanges];
  const meets = others.some((other) =>
    intersects(boundOpenRange(sheet, openRange(other.range as JsonObject)), rect),
  );
  if (meets) throw new Error(OVERLAP);
};

const nameOf = (document: DocumentState, given: Json | undefined, except?: Json): string => {
  const names = document.sheets.flatMap((sheet) =>
    (sheet.tables ?? []).filter((table) => table.tableId !== except).map((table) => String(table.name)),
  );
  const taken = (name: string): boolean =>
    names.some((other) => other.toLowerCase() === name.toLowerCase()) ||
    document.namedRanges.some((item) => item.name.toLowerCase() === name.toLowerCase());
  if (typeof given === 'string' && given !== '') {
    if (taken(given)) throw new Error(`A table or named range with the name "${given}" already exists.`);
    return given;
  }
  let n = 1;
  while (taken(`Table${n}`)) n += 1;
  return `Table${n}`;
};

/** The columns that a request types or names, checked: in the table, each once, a list for dropdowns and only there. */
const columnsOf = (given: Json | undefined, width: number): Map<number, Column> => {
  const made = new Map<number, Column>();
  for (const item of (given ?? []) as JsonObject[]) {
    const index = (item.columnIndex as number | undefined) ?? 0;
    if (index < 0 || index >= width) throw new Error(`columnIndex[${index}] is outside of the table.`);
    if (made.has(index)) throw new Error(`columnIndex[${index}] is specified more than once.`);
    const condition = (item.dataValidationRule as JsonObject | undefined)?.condition;
    if (item.columnType === 'DROPDOWN' && condition === undefined)
      throw new Error('Condition must be set for dropdown column type.');
    if (item.columnType !== 'DROPDOWN' && condition !== undefined)
      throw new Error('Cannot set condition for non-dropdown column type.');
    made.set(index, { ...(item as unknown as Column), columnIndex: index });
  }
  return made;
};

/** Writes a column's name into its header cell as plain text. */
const writeHeader = (draft: Draft, sheetId: number, row: number, column: number, name: string): void => {
  const sheet = draft.edit(sheetId);
  const { textFormatRuns: _, ...kept } = cellAt(sheet, row, column) ?? {};
  draft.setCell(sheet, row, column, compactCell({ ...kept, value: { stringValue: name } }));
};

/** Below the header of a column of booleans, texts and empty cells become false. */
const writeCheckboxes = (draft: Draft, sheetId: number, rect: Rect, columns: Iterable<Column>): void => {
  const sheet = draft.edit(sheetId);
  for (const { columnIndex, columnType } of columns) {
    if (columnType !== 'BOOLEAN') continue;
    const c = rect.startColumn + columnIndex;
    for (let r = rect.startRow + 1; r < rect.endRow; r += 1) {
      const cell = cellAt(sheet, r, c);
      if (cell?.value && cell.value.stringValue === undefined) continue;
      draft.setCell(sheet, r, c, { ...cell, value: { boolValue: false } });
    }
  }
};

const kept = ({ columnIndex, columnType, dataValidationRule }: Column): JsonObject => ({
  columnIndex,
  ...(columnType === undefined ? {} : { columnType }),
  ...(dataValidationRule === undefined ? {} : { dataValidationRule }),
});

/** Makes a table of a range. Columns that are typed without a name are called `Column 1`, `Column 2`, … */
export const addTable: RequestHandler = (draft, request, context) => {
  const { document } = draft;
  const given = completed((request.table ?? {}) as JsonObject);
  if (given.range === undefined) throw new Error('Table.range is required.');
  const { sheet, rect } = resolveGridRange(document, given.range);
  checkFree(sheet, rect);
  const columns = columnsOf(given.columnProperties, rect.endColumn - rect.startColumn);
  const ids = document.sheets.flatMap((other) => (other.tables ?? []).map((table) => table.tableId));
  const tableId =
    (given.tableId as string | undefined) ||
    String(freshId(context.random, (id) => ids.includes(String(id))));
  if (ids.includes(tableId)) throw new Error(`Table with id ${tableId} already exists.`);
  let unnamed = 0;
  for (const column of columns.values()) {
    if (column.columnName === undefined && column.columnType === undefined) continue;
    if (column.columnName === undefined) unnamed += 1;
    const name = column.columnName ?? `Column ${unnamed}`;
    writeHeader(draft, sheet.sheetId, rect.startRow, rect.startColumn + column.columnIndex, name);
  }
  writeCheckboxes(draft, sheet.sheetId, rect, columns.values());
  const table: JsonObject = {
    tableId,
    name: nameOf(document, given.name),
    range: gridRange(sheet.sheetId, rect),
    columnProperties: [...columns.values()].map(kept),
    ...(given.rowsProperties === undefined ? {} : { rowsProperties: given.rowsProperties }),
  };
  const own = draft.edit(sheet.sheetId);
  own.tables = [...(own.tables ?? []), table];
  return { table: tableResource(document, own, table) };
};

const find = (draft: Draft, id: Json | undefined): { sheet: SheetState; at: number; table: JsonObject } => {
  for (const sheet of draft.document.sheets) {
    const at = (sheet.tables ?? []).findIndex((table) => table.tableId === id);
    const table = sheet.tables?.[at];
    if (table) return { sheet, at, table };
  }
  throw new Error(`No table with id: ${String(id ?? '')}`);
};

/** Changes the fields of the mask in a table. Columns are replaced as a whole; each must have a name. */
export const updateTable: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'Table');
  const given = completed((request.table ?? {}) as JsonObject);
  const { sheet, at, table } = find(draft, given.tableId);
  const made: JsonObject = {
    ...applyMask(table, given, mask),
    tableId: table.tableId as Json,
    columnProperties: table.columnProperties as Json,
  };
  if (masks(mask, 'range') && given.range !== undefined) {
    const found = resolveGridRange(draft.document, given.range);
    if (found.sheet !== sheet) throw new Error('A table cannot be moved to another sheet.');
    checkFree(sheet, found.rect, table.tableId);
    made.range = gridRange(sheet.sheetId, found.rect);
  } else made.range = table.range as Json;
  if (masks(mask, 'name')) made.name = nameOf(draft.document, given.name, table.tableId);
  if (masks(mask, 'columnProperties')) {
    const rect = tableRect(made);
    const columns = columnsOf(given.columnProperties, rect.endColumn - rect.startColumn);
    for (const { columnIndex, columnName } of columns.values()) {
      if (!columnName) throw new Error('Table header row cell must have a value.');
      writeHeader(draft, sheet.sheetId, rect.startRow, rect.startColumn + columnIndex, columnName);
    }
    writeCheckboxes(draft, sheet.sheetId, rect, columns.values());
    made.columnProperties = [...columns.values()].map(kept);
  }
  const own = draft.edit(sheet.sheetId);
  own.tables = (own.tables ?? []).with(at, made);
  return undefined;
};

/** Makes a table a plain range again. Rules of conditional formatting on its cells go with it, as in Sheets. */
export const deleteTable: RequestHandler = (draft, request) => {
  const { sheet, at, table } = find(draft, request.tableId);
  const rect = tableRect(table);
  const own = draft.edit(sheet.sheetId);
  const left = (own.tables ?? []).toSpliced(at, 1);
  if (left.length > 0) own.tables = left;
  else delete own.tables;
  own.conditionalFormats = own.conditionalFormats.filter(
    (rule) =>
      !(rule.ranges as JsonObject[]).some((range) => intersects(boundOpenRange(own, openRange(range)), rect)),
  );
  return undefined;
};

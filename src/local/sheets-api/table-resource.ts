import { cellAt } from '../document/cell.ts';
import type { DocumentState, JsonObject, Rect, SheetState } from '../document/model.ts';
import { openRange } from './grid-range.ts';
import { formatValue } from './number-format.ts';
import { printed } from './schema/stored-json.ts';

/** The cells of a table, its header among them. */
export const tableRect = (table: JsonObject): Rect => openRange(table.range as JsonObject) as Rect;

/** A table as the API prints it: with an entry for every column, named by its header cell. */
export const tableResource = (document: DocumentState, sheet: SheetState, table: JsonObject): JsonObject => {
  const rect = tableRect(table);
  const typed = (table.columnProperties ?? []) as JsonObject[];
  const columnProperties: JsonObject[] = [];
  for (let i = 0; i < rect.endColumn - rect.startColumn; i += 1) {
    const cell = cellAt(sheet, rect.startRow, rect.startColumn + i);
    // A header cannot hold a formula: Sheets puts the column's place there.
    const text = cell?.value && (formatValue(cell.value, cell.format, document.locale) ?? `Column ${i + 1}`);
    const known = typed.find((column) => column.columnIndex === i);
    columnProperties.push({ ...known, columnIndex: i, ...(text ? { columnName: text } : {}) });
  }
  return printed({ ...table, columnProperties }) as JsonObject;
};

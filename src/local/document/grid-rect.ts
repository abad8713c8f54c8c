import type { JsonObject, Rect, SheetState } from './model.ts';

/** A `GridRange` of the API as a rectangle inside its sheet; missing ends reach to the sheet's edge. */
export function gridRect(range: JsonObject, sheet: SheetState): Rect {
  const at = (key: string, open: number) => (typeof range[key] === 'number' ? (range[key] as number) : open);
  return {
    startRow: at('startRowIndex', 0),
    endRow: Math.min(at('endRowIndex', sheet.rowCount), sheet.rowCount),
    startColumn: at('startColumnIndex', 0),
    endColumn: Math.min(at('endColumnIndex', sheet.columnCount), sheet.columnCount),
  };
}

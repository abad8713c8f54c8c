/** Where the number format of a formula's result comes from: the first cell read whose format the engine took over. */
import type { Model } from '@odoo/o-spreadsheet';
import { cellOf } from '../document/cell.ts';
import { defaultPattern } from '../document/locale.ts';
import type { CalculatedFormats, DocumentState, JsonObject, SheetState } from '../document/model.ts';
import { engineSheetId } from './model-data.ts';
import { engineFormat } from './number-format.ts';

/** Rows of a range that are looked at; columns of numbers mostly have one format. */
const MOST_ROWS = 1000;

type Zone = { top: number; bottom: number; left: number; right: number };
type Reference = { sheetId: string; zone: Zone };

/** What the formula in a cell of the engine reads, in its order. */
function referencesOf(model: Model, sheetId: string, row: number, col: number): readonly Reference[] {
  const cell = model.getters.getCell({ sheetId, row, col }) as unknown as
    | { compiledFormula?: { dependencies?: readonly Reference[]; rangeDependencies?: readonly Reference[] } }
    | undefined;
  return cell?.compiledFormula?.rangeDependencies ?? cell?.compiledFormula?.dependencies ?? [];
}

/** With its pattern, which a format may leave to its type. */
function complete(format: JsonObject, locale: string): JsonObject {
  if (format.pattern) return format;
  const pattern = defaultPattern(String(format.type), locale);
  return pattern === undefined ? format : { ...format, pattern };
}

function inRange(
  sheet: SheetState,
  zone: Zone,
  results: readonly (readonly (JsonObject | undefined)[])[] | undefined,
  matches: (format: JsonObject | undefined) => boolean,
): JsonObject | undefined {
  const end = Math.min(zone.bottom, zone.top + MOST_ROWS, sheet.rowCount - 1);
  for (let row = zone.top; row <= end; row++) {
    for (let column = zone.left; column <= Math.min(zone.right, sheet.columnCount - 1); column++) {
      const own = cellOf(sheet.cells[row]?.[column])?.format?.numberFormat as JsonObject | undefined;
      const format = own ?? results?.[row]?.[column];
      if (matches(format)) return format;
    }
  }
  return undefined;
}

/**
 * The format, as its cell has it, of the first cell that a formula reads and whose format became the result's.
 * @param place The formula's cell, zero-based.
 * @param pattern What the engine gives the result.
 * @param formats Formats of results that are known already.
 * @returns Nothing where the engine made the format itself, as for TODAY.
 * @example sourceFormat(model, document, { sheetId: 0, row: 0, column: 1 }, 'hh:mm', formats) // { type: 'TIME', pattern: 'h:mm' }
 */
export function sourceFormat(
  model: Model,
  document: DocumentState,
  place: { sheetId: number; row: number; column: number },
  pattern: string,
  formats: CalculatedFormats,
): JsonObject | undefined {
  const { locale } = document;
  const matches = (format: JsonObject | undefined) =>
    format !== undefined && engineFormat(format, locale) === pattern;
  const own = engineSheetId(place.sheetId);
  for (const reference of referencesOf(model, own, place.row, place.column)) {
    const sheet = document.sheets.find(({ sheetId }) => engineSheetId(sheetId) === reference.sheetId);
    const found = sheet && inRange(sheet, reference.zone, formats.get(sheet.sheetId), matches);
    if (found) return complete(found, locale);
  }
  return undefined;
}

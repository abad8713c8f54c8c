/**
 * A document as the engine's snapshot: what the calculator evaluates, the xlsx export writes and the browser's grid
 * shows.
 */
import type { WorkbookData } from '@odoo/o-spreadsheet';
import { printRect } from '../document/a1.ts';
import type { CalculatedValues, DocumentState, SheetState } from '../document/model.ts';
import type { DeferredCell } from './deferred-cells.ts';
import { engineLocale } from './locale.ts';
import { quotedTitle } from './references.ts';
import { type Purpose, sheetData, type Tables } from './sheet-data.ts';
import { tableRecord } from './zones.ts';

export { engineSheetId } from './sheet-data.ts';

export type ModelDataOptions = {
  /**
   * `show` (default): everything. `calculate`: values, formulas and number formats alone. `export`: like `show`,
   * prepared for a file that other programs open.
   */
  purpose?: Purpose;
  /** Only these sheets; all of them by default. */
  sheetIds?: ReadonlySet<number>;
  /** By sheet: only these columns; all of them where nothing is said. */
  columns?: ReadonlyMap<number, ReadonlySet<number>>;
  /** By sheet, row and column: put there instead of the formula that is there or spills there. */
  values?: CalculatedValues;
  /** By sheet: a list that takes the cells that look like one before; the engine gets the first of each look alone. */
  deferred?: ReadonlyMap<number, DeferredCell[]>;
};

/**
 * Turns a document into the data that the engine's `Model` takes. Notes, protected ranges and developer metadata have
 * no place in it.
 * @param document The host's document.
 * @returns Data of the engine's current version; sheet ids are the decimal spelling of `sheetId`.
 * @example new Model(toModelData(document), { mode: 'readonly' })
 */
export function toModelData(document: DocumentState, options: ModelDataOptions = {}): WorkbookData {
  const tables: Tables = { styles: new Map(), formats: new Map(), borders: new Map() };
  const purpose = options.purpose ?? 'show';
  const kept = document.sheets.filter((sheet) => options.sheetIds?.has(sheet.sheetId) ?? true);
  const sheets = kept.map((sheet) =>
    sheetData(sheet, document, tables, {
      purpose,
      values: options.values?.get(sheet.sheetId),
      columns: options.columns?.get(sheet.sheetId),
      deferred: options.deferred?.get(sheet.sheetId),
    }),
  );
  // Without a version the engine takes the data for its current one.
  const data: Omit<WorkbookData, 'version'> = {
    sheets,
    styles: tableRecord(tables.styles),
    formats: tableRecord(tables.formats),
    borders: tableRecord(tables.borders),
    namedRanges: namedRanges(document, kept),
    revisionId: 'START_REVISION',
    uniqueFigureIds: true,
    settings: { locale: engineLocale(document.locale) },
    pivots: {},
    pivotNextId: 1,
    customTableStyles: {},
  };
  return data as WorkbookData;
}

function namedRanges(document: DocumentState, sheets: SheetState[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { name, sheetId, range } of document.namedRanges) {
    const sheet = sheets.find((candidate) => candidate.sheetId === sheetId);
    if (sheet) result[name] = `${quotedTitle(sheet.title)}!${printRect(range)}`;
  }
  return result;
}

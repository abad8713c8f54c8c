/**
 * A document as the engine's snapshot: what the calculator evaluates, the xlsx export writes and the browser's grid
 * shows.
 */
import type { Border, SheetData, Style, WorkbookData } from '@odoo/o-spreadsheet';
import type { CalculatedValues, DocumentState, ExtendedValue, SheetState } from '../document/model.ts';
import { engineCell } from './cell-content.ts';
import { engineBorder, engineStyle, hexColor } from './cell-style.ts';
import { engineLocale, usesDecimalComma } from './locale.ts';
import { cellName, quotedTitle, rectName } from './references.ts';
import { xmlSafe } from './xml.ts';
import { tableRecord, ZoneMap } from './zones.ts';

export type ModelDataOptions = {
  /**
   * `show` (default): everything. `calculate`: values and formulas alone. `export`: like `show`, prepared for a file
   * that other programs open.
   */
  purpose?: 'show' | 'calculate' | 'export';
  /** Only these sheets; all of them by default. */
  sheetIds?: ReadonlySet<number>;
  /** By sheet, row and column: put there instead of the formula that is there or spills there. */
  values?: CalculatedValues;
};

type Tables = {
  styles: Map<string, { id: number; value: Style }>;
  formats: Map<string, { id: number; value: string }>;
  borders: Map<string, { id: number; value: Border }>;
};

/** The engine's id of a sheet. */
export function engineSheetId(sheetId: number): string {
  return String(sheetId);
}

/**
 * Turns a document into the data that the engine's `Model` takes.
 * @param document The host's document.
 * @returns Data of the engine's current version; sheet ids are the decimal spelling of `sheetId`.
 * @example new Model(toModelData(document), { mode: 'readonly' })
 */
export function toModelData(document: DocumentState, options: ModelDataOptions = {}): WorkbookData {
  const tables: Tables = { styles: new Map(), formats: new Map(), borders: new Map() };
  const kept = document.sheets.filter((sheet) => options.sheetIds?.has(sheet.sheetId) ?? true);
  const sheets = kept.map((sheet) => sheetData(sheet, document, tables, options));
  const locale = engineLocale(document.locale);
  return {
    sheets,
    styles: tableRecord(tables.styles),
    formats: tableRecord(tables.formats),
    borders: tableRecord(tables.borders),
    namedRanges: namedRanges(document, kept),
    revisionId: 'START_REVISION',
    uniqueFigureIds: true,
    settings: { locale },
    pivots: {},
    pivotNextId: 1,
    customTableStyles: {},
    // The engine fills in its own version.
  } as unknown as WorkbookData;
}

function sheetData(
  sheet: SheetState,
  document: DocumentState,
  tables: Tables,
  options: ModelDataOptions,
): SheetData {
  const decimalComma = usesDecimalComma(document.locale);
  const plain = options.purpose === 'calculate';
  const forFile = options.purpose === 'export';
  const cells: Record<string, string> = {};
  const styles = new ZoneMap(tables.styles);
  const formats = new ZoneMap(tables.formats);
  const borders = new ZoneMap(tables.borders);
  const values = options.values?.get(sheet.sheetId);
  for (let rowIndex = 0; rowIndex < Math.max(sheet.cells.length, values?.length ?? 0); rowIndex++) {
    const row = withValues(sheet.cells[rowIndex], values?.[rowIndex]);
    row?.forEach((cell, columnIndex) => {
      if (!cell) return;
      const { content, format } = engineCell(cell, decimalComma);
      if (content !== undefined)
        cells[cellName(rowIndex, columnIndex)] = forFile ? xmlSafe(content) : content;
      if (format) formats.set(rowIndex, columnIndex, format);
      if (plain || !cell.format) return;
      const style = engineStyle(cell.format);
      if (style) styles.set(rowIndex, columnIndex, style);
      const border = engineBorder(cell.format);
      if (border) borders.set(rowIndex, columnIndex, border);
    });
  }
  return {
    id: engineSheetId(sheet.sheetId),
    name: sheet.title,
    colNumber: sheet.columnCount,
    rowNumber: sheet.rowCount,
    cells,
    styles: styles.zones(),
    formats: formats.zones(),
    borders: borders.zones(),
    merges: sheet.merges.map(rectName),
    cols: headers(sheet.columns),
    rows: headers(sheet.rows),
    conditionalFormats: [],
    dataValidationRules: [],
    figures: [],
    tables: [],
    areGridLinesVisible: !sheet.hideGridlines,
    isVisible: !sheet.hidden,
    panes: { xSplit: sheet.frozenColumnCount ?? 0, ySplit: sheet.frozenRowCount ?? 0 },
    ...(sheet.tabColor ? { color: hexColor(sheet.tabColor) } : {}),
  };
}

type Row = SheetState['cells'][number];

function withValues(
  cells: Row | undefined,
  values: (ExtendedValue | undefined)[] | undefined,
): Row | undefined {
  if (!values) return cells;
  const row = [...(cells ?? [])];
  values.forEach((value, column) => {
    if (value) row[column] = { ...row[column], value };
  });
  return row;
}

function headers(dimensions: SheetState['rows']): SheetData['cols'] {
  const result: SheetData['cols'] = {};
  dimensions.forEach((dimension, index) => {
    if (!dimension) return;
    const hidden = dimension.hiddenByUser || dimension.hiddenByFilter;
    if (dimension.pixelSize === undefined && !hidden) return;
    result[index] = {
      ...(dimension.pixelSize === undefined ? {} : { size: dimension.pixelSize }),
      ...(hidden ? { isHidden: true } : {}),
    };
  });
  return result;
}

function namedRanges(document: DocumentState, sheets: SheetState[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { name, sheetId, range } of document.namedRanges) {
    const sheet = sheets.find((candidate) => candidate.sheetId === sheetId);
    if (sheet) result[name] = `${quotedTitle(sheet.title)}!${rectName(range)}`;
  }
  return result;
}

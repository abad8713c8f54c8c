/** One sheet of a document as the engine's data. */
import type { Border, FigureData, HeaderGroup, SheetData, Style, TableData } from '@odoo/o-spreadsheet';
import { printRect } from '../document/a1.ts';
import { cellOf, isFilled } from '../document/cell.ts';
import { gridRect } from '../document/grid-rect.ts';
import { objectOf } from '../document/json.ts';
import type { CellState, DocumentState, ExtendedValue, JsonObject, SheetState } from '../document/model.ts';
import { DEFAULT_COLUMN_WIDTH } from '../document/text-size.ts';
import { type BandColor, bandColors } from './bands.ts';
import { columnFormats, keyOf, sameFormat } from './blank-cells.ts';
import { engineCell, FILE_BOOLEAN_FORMAT, SHEET_LINK } from './cell-content.ts';
import { engineBorder, engineStyle, hexColor } from './cell-style.ts';
import { chartFigures } from './charts.ts';
import { conditionalFormats } from './conditional-formats.ts';
import type { DeferredCell } from './deferred-cells.ts';
import { imageFigures } from './images.ts';
import { usesDecimalComma } from './locale.ts';
import { cellName, engineTitle } from './references.ts';
import { fileRows } from './row-heights.ts';
import { validationRules } from './validations.ts';
import { xmlSafe } from './xml.ts';
import { ZoneMap, type ZoneTable } from './zones.ts';

export type Purpose = 'show' | 'calculate' | 'export';
export type Tables = { styles: ZoneTable<Style>; formats: ZoneTable<string>; borders: ZoneTable<Border> };
export type SheetValues = readonly (readonly (ExtendedValue | undefined)[] | undefined)[];

/** The engine's id of a sheet. */
export function engineSheetId(sheetId: number): string {
  return String(sheetId);
}

export type SheetOptions = {
  purpose: Purpose;
  /** Put there instead of the formula that is there or spills there. */
  values?: SheetValues | undefined;
  /** Only these columns. */
  columns?: ReadonlySet<number> | undefined;
  /** Takes the cells that look like one before; without it the engine gets all of them. */
  deferred?: DeferredCell[] | undefined;
};

/**
 * The engine's data of a sheet.
 * @param tables Styles, formats and borders that all sheets share.
 */
export function sheetData(
  sheet: SheetState,
  document: DocumentState,
  tables: Tables,
  options: SheetOptions,
): SheetData {
  const { purpose } = options;
  const data: SheetData = {
    id: engineSheetId(sheet.sheetId),
    name: engineTitle(sheet.title),
    colNumber: sheet.columnCount,
    rowNumber: sheet.rowCount,
    ...cellData(sheet, document, tables, options),
    merges: sheet.merges.map(printRect),
    cols: {},
    rows: {},
    conditionalFormats: [],
    dataValidationRules: [],
    figures: [],
    tables: [],
    isVisible: !sheet.hidden,
  };
  return purpose === 'calculate' ? data : { ...data, ...lookData(sheet, document, purpose) };
}

function lookData(sheet: SheetState, document: DocumentState, purpose: Purpose): Partial<SheetData> {
  const forFile = purpose === 'export';
  const decimalComma = usesDecimalComma(document.locale);
  const context = { decimalComma, rowCount: sheet.rowCount, forFile };
  return {
    // Google's width of a column that nobody changed; the engine's own is 96.
    cols: { ...defaultColumns(sheet), ...headers(sheet.columns, { size: DEFAULT_COLUMN_WIDTH }) },
    rows: forFile ? fileRows(sheet) : headers(sheet.rows, {}),
    conditionalFormats: conditionalFormats(sheet, context),
    dataValidationRules: validationRules(sheet, context),
    figures: [
      ...chartFigures(sheet.charts, document),
      ...imageFigures(sheet.images),
    ] as FigureData<unknown>[],
    // A file gets its filter as a filter: as a table it would allow no formulas in the header.
    tables: forFile ? [] : filterTable(sheet),
    areGridLinesVisible: !sheet.hideGridlines,
    panes: { xSplit: sheet.frozenColumnCount ?? 0, ySplit: sheet.frozenRowCount ?? 0 },
    headerGroups: { ROW: sheet.rowGroups.flatMap(headerGroup), COL: sheet.columnGroups.flatMap(headerGroup) },
    ...(sheet.tabColor ? { color: hexColor(sheet.tabColor) } : {}),
  };
}

function cellData(
  sheet: SheetState,
  document: DocumentState,
  tables: Tables,
  { purpose, values, columns, deferred }: SheetOptions,
): Pick<SheetData, 'cells' | 'styles' | 'formats' | 'borders'> {
  // Coloured rows below the last filled one would print as empty pages.
  const bandEnd = purpose === 'export' ? filledRows(sheet, values) : sheet.rowCount;
  const bands = purpose === 'calculate' ? undefined : bandColors(sheet, bandEnd);
  const inColumns = purpose === 'export' ? columnFormats(sheet) : [];
  const cells: Record<string, string> = {};
  const looks = new Map<string, string>();
  const styles = new ZoneMap(tables.styles);
  const formats = new ZoneMap(tables.formats);
  const borders = new ZoneMap(tables.borders);
  const rowEnd = Math.max(sheet.cells.length, values?.length ?? 0, bands?.lastRow ?? 0);
  for (let row = 0; row < rowEnd; row++) {
    eachCell(sheet, row, values?.[row], bands !== undefined, (column, cell) => {
      if (columns && !columns.has(column)) return;
      if (purpose === 'calculate' && !cell.value) return;
      const columnFormat = cell.value || row === sheet.rowCount - 1 ? undefined : inColumns[column];
      if (columnFormat && sameFormat(cell.format, columnFormat)) return;
      const { content, format: shown } = engineCell(cell, document.locale);
      const isBoolean = purpose === 'export' && cell.value?.boolValue !== undefined;
      const format = isBoolean ? FILE_BOOLEAN_FORMAT : shown;
      // A merge lends its first cell's look to the others, which only the engine knows.
      const isLink = content !== undefined && SHEET_LINK.test(content);
      if (deferred && !isLink && !isMerged(sheet, row, column)) {
        const look = lookOf(cell, format, bands?.color(row, column));
        const like = looks.get(look);
        if (like) {
          deferred.push({ row, column, value: cell.value, like });
          return;
        }
        looks.set(look, cellName(row, column));
      }
      if (content !== undefined)
        cells[cellName(row, column)] = purpose === 'export' ? xmlSafe(content) : content;
      if (format) formats.set(row, column, format);
      if (purpose === 'calculate') return;
      const style = cellStyle(cell.format, row, column, bands?.color);
      if (style) styles.set(row, column, style);
      const border = cell.format && engineBorder(cell.format);
      if (border) borders.set(row, column, border);
    });
  }
  return { cells, styles: styles.zones(), formats: formats.zones(), borders: borders.zones() };
}

/** Formulas over whole columns give empty texts where there is nothing to say. */
function showsResult(value: ExtendedValue | undefined): boolean {
  return value !== undefined && value.stringValue !== '';
}

/** Rows up to the last one that shows anything. */
function filledRows(sheet: SheetState, values: SheetValues | undefined): number {
  const cells = sheet.cells.findLastIndex((row) => row?.some(isFilled));
  const results = (values ?? []).findLastIndex((row) => row?.some(showsResult));
  return Math.max(cells, results) + 1;
}

/** Equal for cells that come out of the engine with one style: it aligns by the kind of the value too. */
function lookOf(cell: CellState, format: string | undefined, band: string | undefined): string {
  const kind = Object.keys(cell.value ?? {}).join();
  return `${cell.format ? keyOf(cell.format) : ''}|${kind}|${format}|${band}`;
}

function isMerged({ merges }: SheetState, row: number, column: number): boolean {
  return merges.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      row >= startRow && row < endRow && column >= startColumn && column < endColumn,
  );
}

const EMPTY: CellState = {};

/** Visits the cells of a row that hold something, or all of them. */
function eachCell(
  sheet: SheetState,
  row: number,
  values: SheetValues[number],
  all: boolean,
  visit: (column: number, cell: CellState) => void,
): void {
  const cells = sheet.cells[row];
  const end = all ? sheet.columnCount : Math.max(cells?.length ?? 0, values?.length ?? 0);
  for (let column = 0; column < end; column++) {
    const cell = cellOf(cells?.[column]);
    const value = values?.[column];
    if (value) visit(column, { ...cell, value });
    else if (cell || all) visit(column, cell ?? EMPTY);
  }
}

function cellStyle(
  format: JsonObject | undefined,
  row: number,
  column: number,
  band: BandColor | undefined,
): Style | undefined {
  const style = format && engineStyle(format);
  const fillColor = style?.fillColor ? undefined : band?.(row, column);
  return fillColor ? filled(style, fillColor) : style;
}

const NO_STYLE: Style = {};
const filledStyles = new WeakMap<Style, Map<string, Style>>();

/** A style with the colour of a band, one object for all cells that show it. */
function filled(style: Style = NO_STYLE, fillColor: string): Style {
  const byColor = filledStyles.get(style) ?? new Map<string, Style>();
  filledStyles.set(style, byColor);
  const known = byColor.get(fillColor) ?? { ...style, fillColor };
  byColor.set(fillColor, known);
  return known;
}

function defaultColumns(sheet: SheetState): SheetData['cols'] {
  const columns: SheetData['cols'] = {};
  for (let column = 0; column < sheet.columnCount; column++) columns[column] = { size: DEFAULT_COLUMN_WIDTH };
  return columns;
}

function headers(dimensions: SheetState['rows'], base: { size?: number }): SheetData['cols'] {
  const result: SheetData['cols'] = {};
  dimensions.forEach((dimension, index) => {
    if (!dimension) return;
    const hidden = dimension.hiddenByUser || dimension.hiddenByFilter;
    if (dimension.pixelSize === undefined && !hidden) return;
    result[index] = {
      ...base,
      ...(dimension.pixelSize === undefined ? {} : { size: dimension.pixelSize }),
      ...(hidden ? { isHidden: true } : {}),
    };
  });
  return result;
}

function headerGroup(group: JsonObject): HeaderGroup[] {
  const { startIndex = 0, endIndex } = objectOf(group.range);
  if (typeof startIndex !== 'number' || typeof endIndex !== 'number') return [];
  return [{ start: startIndex, end: endIndex - 1, isFolded: group.collapsed === true }];
}

function filterTable(sheet: SheetState): TableData[] {
  if (!sheet.basicFilter?.range) return [];
  const config = {
    hasFilters: true,
    totalRow: false,
    firstColumn: false,
    lastColumn: false,
    numberOfHeaders: 1,
    bandedRows: false,
    bandedColumns: false,
    styleId: 'None',
  };
  return [
    { range: printRect(gridRect(objectOf(sheet.basicFilter.range), sheet)), config, type: 'forceStatic' },
  ];
}

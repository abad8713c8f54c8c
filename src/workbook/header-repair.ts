// Set-up puts headers back that people deleted, emptied or typed over, and takes empty rows away that they inserted
// above them. Rows and headers with anything in them stay as they are.
import type { Cell, Issue } from '../kpi/issue.ts';
import { isErrorCell, textOfCell } from './cells.ts';
import { HEADER_HEIGHT, headerCell, headerLook, headerValue } from './header.ts';
import { isHeader } from './header-row.ts';
import { referencesIn } from './layout.ts';
import type { SheetPlace } from './map.ts';
import type { SetUpContext } from './new-sheet.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { CellData, GridRange, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate } from './template.ts';

/** What set-up found about the headers of a sheet. */
export type HeaderState = {
  /** Empty rows above the headers. */
  readonly rowsAbove: number;
  /** Row 1 holds data. */
  readonly isLost: boolean;
  /** Keys of the columns whose header cell is empty. */
  readonly empty: readonly string[];
  /** Titles that people typed over the formula of a computed column, by key. */
  readonly typedOver: ReadonlyMap<string, string>;
};

/** Nothing to mend. */
export const WHOLE: HeaderState = { rowsAbove: 0, isLost: false, empty: [], typedOver: new Map() };

/**
 * The headers of a sheet, over its whole width.
 * @param place Where the sheet is.
 * @param rows How many rows from the top.
 */
export function topRows({ sheetId }: SheetPlace, rows: number): GridRange {
  return { sheetId, startRowIndex: 0, endRowIndex: rows };
}

/** The first row of a sheet by column key. */
type FirstRow = (column: ColumnTemplate) => Cell | undefined;

function presentColumns({ key, columns }: SheetPlace): ColumnTemplate[] {
  return sheetTemplate(key).columns.filter((column) => columns.has(column.key));
}

/**
 * Whether no cell of row 1 is a header as the templates have it: someone translated them all, or the row is another.
 * @param place Where the sheet is.
 * @param first Cells of row 1.
 */
export function hasNoHeader(place: SheetPlace, first: FirstRow): boolean {
  return !presentColumns(place).some((column) => isHeader(column, first(column)));
}

/** Keys of the columns that people fill whose header cell is empty. */
export function emptyHeaders(place: SheetPlace, first: FirstRow): string[] {
  return presentColumns(place)
    .filter((column) => column.formula === undefined && textOfCell(first(column)) === '')
    .map(({ key }) => key);
}

/**
 * Headers of computed columns that do not show the template's title: retitled within the formula, typed over, emptied,
 * or not computed yet.
 * @param place Where the sheet is.
 * @param first Cells of row 1.
 */
export function retitled(place: SheetPlace, first: FirstRow): ColumnTemplate[] {
  return presentColumns(place).filter((column) => {
    const cell = first(column) ?? null;
    return column.formula !== undefined && !isErrorCell(cell) && !isHeader(column, cell);
  });
}

/**
 * Computed columns that cannot spill, or whose formula lost what it takes.
 * @param place Where the sheet is.
 * @param first Cells of row 1.
 */
export function blockedColumns(place: SheetPlace, first: FirstRow): Issue[] {
  return presentColumns(place).flatMap((column): Issue[] => {
    const cell = first(column) ?? null;
    if (column.formula === undefined || !isErrorCell(cell)) return [];
    const values = { column: column.key };
    return [{ code: 'COLUMN_BLOCKED', at: { sheet: place.title }, found: textOfCell(cell), values }];
  });
}

function rows(sheetId: number, endIndex: number) {
  return { sheetId, dimension: 'ROWS', startIndex: 0, endIndex } as const;
}

/**
 * Brings row 1 back to where headers belong; first requests of the batch.
 * @param place Where the sheet is.
 * @param state What was found.
 */
export function rowRequests({ sheetId }: SheetPlace, { rowsAbove, isLost }: HeaderState): SheetsRequest[] {
  if (rowsAbove > 0) return [{ deleteDimension: { range: rows(sheetId, rowsAbove) } }];
  return isLost ? [{ insertDimension: { range: rows(sheetId, 1), inheritFromBefore: false } }] : [];
}

/**
 * The sheet as it is after `rowRequests`.
 * @param place Where the sheet is.
 * @param state What was found.
 */
export function afterRows(place: SheetPlace, { rowsAbove, isLost }: HeaderState): SheetPlace {
  const shift = (isLost ? 1 : 0) - rowsAbove;
  if (shift === 0) return place;
  const moved = <R extends GridRange>(range: R): R => ({
    ...range,
    startRowIndex: Math.max(0, (range.startRowIndex ?? 0) + shift),
    ...(range.endRowIndex === undefined ? {} : { endRowIndex: range.endRowIndex + shift }),
  });
  const { filter, bands } = place;
  return {
    ...place,
    rowCount: place.rowCount + shift,
    filter: filter && { ...filter, range: moved(filter.range) },
    bands: bands.map((band) => ({ ...band, range: moved(band.range) })),
  };
}

function cellRequest(place: SheetPlace, key: string, cell: CellData, fields: string): SheetsRequest {
  const start = { sheetId: place.sheetId, rowIndex: 0, columnIndex: place.columns.get(key) ?? 0 };
  return { updateCells: { start, rows: [{ values: [cell] }], fields } };
}

/** A row that was inserted looks as the data below it, and a filter begins with it. */
function newRowLook({ sheetId, filter }: SheetPlace): SheetsRequest[] {
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1 };
  const properties = { sheetId, gridProperties: { frozenRowCount: 1 } };
  return [
    { repeatCell: { range, cell: {}, fields: 'dataValidation' } },
    {
      updateDimensionProperties: {
        range: rows(sheetId, 1),
        properties: { pixelSize: HEADER_HEIGHT },
        fields: 'pixelSize',
      },
    },
    { updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } },
    ...(filter === undefined
      ? []
      : [{ setBasicFilter: { filter: { ...filter, range: { ...filter.range, startRowIndex: 0 } } } }]),
  ];
}

/**
 * Puts header cells back.
 * @param place The sheet, as `afterRows` gives it.
 * @param state What was found.
 * @param context The batch.
 * @returns No request for a sheet whose headers are all there.
 */
export function headerRequests(
  place: SheetPlace,
  { isLost, empty, typedOver }: HeaderState,
  { language, layout }: SetUpContext,
): SheetsRequest[] {
  const template = sheetTemplate(place.key);
  const at = referencesIn(layout, place.key);
  const present = presentColumns(place);
  const put = present.filter(({ key }) => isLost || empty.includes(key));
  const over = present.filter(({ key }) => typedOver.has(key));
  return [
    ...(isLost ? newRowLook(place) : []),
    ...put.flatMap((column) => [
      cellRequest(place, column.key, headerCell(template, column, language, at), 'userEnteredValue,note'),
      headerLook(place.sheetId, column, place.columns.get(column.key) ?? 0),
    ]),
    ...over.map((column) => {
      const title = typedOver.get(column.key) ?? '';
      const header = { ...column.header, [language]: title };
      const userEnteredValue = headerValue({ ...column, header }, language, at);
      return cellRequest(place, column.key, { userEnteredValue }, 'userEnteredValue');
    }),
  ];
}

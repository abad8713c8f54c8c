import { cellRequests } from './column-look.ts';
import { TAB_COLORS } from './formats.ts';
import { HEADER_HEIGHT, headerCell, headerLook } from './header.ts';
import { type Layout, referencesIn } from './layout.ts';
import { markColumn, markSheet } from './marks.ts';
import { addBands, addFilter, markColors, nameRanges, warnSheet } from './sheet-look.ts';
import type { GridRange, RowData, SheetsRequest } from './sheets-api.ts';
import { starterCell, starterLooks } from './starter-rows.ts';
import type { ColumnTemplate, Language, SheetTemplate, StarterRow } from './template.ts';

const ROWS = 1000;

/** Where a new sheet comes to be. */
export type NewPlace = { readonly sheetId: number; readonly title: string; readonly index: number };

/** What a batch of set-up knows of the workbook. */
export type SetUpContext = {
  readonly language: Language;
  /** Where all sheets and columns are once the batch is through. */
  readonly layout: Layout;
  /** Names of ranges that are taken, in lower case. */
  readonly names: ReadonlySet<string>;
};

/**
 * The cells of a column below its header, however many there will be.
 * @param sheetId The sheet.
 * @param index Place of the column, from 0.
 */
export function columnCells(sheetId: number, index: number): GridRange {
  return { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
}

/**
 * Everything about one column but its header's text: cells, width, header, colours of states, mark.
 * @param sheetId The sheet.
 * @param sheet Key of its template.
 * @param column Column of the template.
 * @param index Place of the column, from 0.
 * @param context The batch.
 */
export function columnRequests(
  sheetId: number,
  sheet: string,
  column: ColumnTemplate,
  index: number,
  { language, layout }: SetUpContext,
): SheetsRequest[] {
  const cells = columnCells(sheetId, index);
  return [
    ...cellRequests(cells, column, language, layout),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width, hiddenByUser: column.hidden === true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
    headerLook(sheetId, column, index),
    ...(column.marks ? markColors(cells) : []),
    markColumn(sheetId, sheet, column.key, index),
  ];
}

/** Rows that are there from the start hold sentences that wrap: they are made as high as the text. */
function fitRows(sheetId: number, count: number): SheetsRequest[] {
  if (count === 0) return [];
  const dimensions = { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: count + 1 } as const;
  return [{ autoResizeDimensions: { dimensions } }];
}

/**
 * Adds the tab of a template, empty.
 * @param sheet The template.
 * @param place Where it comes to be.
 * @returns One request.
 */
export function addTab(sheet: SheetTemplate, { sheetId, title, index }: NewPlace): SheetsRequest {
  return {
    addSheet: {
      properties: {
        sheetId,
        title,
        index,
        tabColor: TAB_COLORS[sheet.group],
        gridProperties: {
          rowCount: ROWS,
          columnCount: sheet.columns.length,
          frozenRowCount: 1,
          frozenColumnCount: sheet.frozenColumns,
        },
      },
    },
  };
}

/**
 * Fills the tab of a template, once all tabs of the batch are there.
 * @param sheet The template.
 * @param sheetId The tab.
 * @param rows Rows to begin with.
 * @param context The batch.
 */
export function fillTab(
  sheet: SheetTemplate,
  sheetId: number,
  rows: readonly StarterRow[],
  context: SetUpContext,
): SheetsRequest[] {
  const { language, layout, names } = context;
  const at = referencesIn(layout, sheet.key);
  const positions = layout.get(sheet.key)?.columns ?? new Map<string, number>();
  const header: RowData = {
    values: sheet.columns.map((column) => headerCell(sheet, column, language, at)),
  };
  const data = rows.map((row) => ({
    values: sheet.columns.map((column) => starterCell(column, row, context)),
  }));
  return [
    ...sheet.columns.flatMap((column, index) => columnRequests(sheetId, sheet.key, column, index, context)),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: HEADER_HEIGHT },
        fields: 'pixelSize',
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [header, ...data],
        fields: 'userEnteredValue,note',
      },
    },
    ...starterLooks(sheet, sheetId, rows, layout),
    ...fitRows(sheetId, rows.length),
    ...(sheet.page ? [] : [addBands(sheetId), addFilter(sheetId)]),
    ...warnSheet(sheet, sheetId, positions, language),
    ...nameRanges(sheet, sheetId, positions, names),
    markSheet(sheetId, sheet.key, sheet.version),
  ];
}

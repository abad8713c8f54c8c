import { columnLetters, quoted } from './a1.ts';
import { cellRequests } from './column-look.ts';
import { COLORS, TAB_COLORS, valueCell } from './formats.ts';
import { freeSheetId } from './ids.ts';
import type { WorkbookMap } from './map.ts';
import { markColumn, markSheet } from './marks.ts';
import { SHEETS } from './sheets/index.ts';
import type { CellData, GridRange, RowData, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, Language, SheetTemplate, StarterRow } from './template.ts';
import { freeTitle } from './titles.ts';

const ROWS = 1000;
const HEADER_HEIGHT = 42;

function headerCell(sheet: SheetTemplate, column: ColumnTemplate, language: Language): CellData {
  const title = column.header[language];
  const note = column.note?.[language];
  const first = sheet.columns[0] === column ? sheet.purpose[language] : undefined;
  const notes = [first, note].filter((text) => text !== undefined).join('\n');
  const value =
    column.formula === undefined
      ? { stringValue: title }
      : { formulaValue: `=VSTACK(${quoted(title)};${column.formula(openRange(sheet), language)})` };
  return notes === '' ? { userEnteredValue: value } : { userEnteredValue: value, note: notes };
}

function openRange(sheet: SheetTemplate): (key: string) => string {
  return (key) => {
    const letters = columnLetters(sheet.columns.findIndex((column) => column.key === key));
    return `$${letters}$2:$${letters}`;
  };
}

function starterCell(column: ColumnTemplate, row: StarterRow, language: Language): CellData {
  const value = row[column.key] ?? null;
  return valueCell(typeof value === 'object' && value !== null ? value[language] : value);
}

function headerRow(sheet: SheetTemplate, language: Language): RowData {
  return { values: sheet.columns.map((column) => headerCell(sheet, column, language)) };
}

function starterRows(sheet: SheetTemplate, language: Language): RowData[] {
  return (sheet.starterRows ?? []).map((row) => ({
    values: sheet.columns.map((column) => starterCell(column, row, language)),
  }));
}

function wholeColumn(sheetId: number, index: number): GridRange {
  return { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
}

function columnRequests(
  sheetId: number,
  column: ColumnTemplate,
  index: number,
  language: Language,
): SheetsRequest[] {
  const dimension = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 } as const;
  return [
    ...cellRequests(wholeColumn(sheetId, index), column, language),
    {
      updateDimensionProperties: {
        range: dimension,
        properties: { pixelSize: column.width, hiddenByUser: column.hidden === true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
  ];
}

/** Starter rows hold sentences that wrap: their rows are made as high as the text. */
function fitRows(sheet: SheetTemplate, sheetId: number): SheetsRequest[] {
  const count = sheet.starterRows?.length ?? 0;
  if (count === 0) return [];
  const dimensions = { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: count + 1 } as const;
  return [{ autoResizeDimensions: { dimensions } }];
}

function metadataRequests(sheet: SheetTemplate, sheetId: number): SheetsRequest[] {
  const columns = sheet.columns.map((column, index) => markColumn(sheetId, sheet.key, column.key, index));
  return [...columns, markSheet(sheetId, sheet.key, sheet.version)];
}

function headerFormat(sheet: SheetTemplate, sheetId: number): SheetsRequest[] {
  const cell = (managed: boolean): CellData => ({
    userEnteredFormat: {
      backgroundColor: managed ? COLORS.managed : COLORS.header,
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      textFormat: { bold: true, foregroundColor: COLORS.white },
    },
  });
  const fields =
    'userEnteredFormat(backgroundColor,horizontalAlignment,verticalAlignment,wrapStrategy,textFormat)';
  const columns = sheet.columns.map(
    (column, index): SheetsRequest => ({
      repeatCell: {
        range: {
          sheetId,
          startRowIndex: 0,
          endRowIndex: 1,
          startColumnIndex: index,
          endColumnIndex: index + 1,
        },
        cell: cell(column.managed === true || column.formula !== undefined),
        fields,
      },
    }),
  );
  const height: SheetsRequest = {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
      properties: { pixelSize: HEADER_HEIGHT },
      fields: 'pixelSize',
    },
  };
  return [...columns, height];
}

const STATUS_LOOKS = [
  { mark: '●', fill: COLORS.greenFill, text: COLORS.greenText },
  { mark: '▲', fill: COLORS.amberFill, text: COLORS.amberText },
  { mark: '■', fill: COLORS.redFill, text: COLORS.redText },
] as const;

/**
 * Colours for status words, which begin with a mark of their own, so that colour is never the only sign.
 * @param range Cells that show a status.
 * @returns One rule a status.
 */
export function statusColors(range: GridRange): SheetsRequest[] {
  return STATUS_LOOKS.map(({ mark, fill, text }, index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: mark }] },
          format: { backgroundColor: fill, textFormat: { foregroundColor: text } },
        },
      },
    },
  }));
}

function statusRequests(sheet: SheetTemplate, sheetId: number): SheetsRequest[] {
  const index = sheet.columns.findIndex((column) => column.key === 'status' && column.formula !== undefined);
  return index < 0 ? [] : statusColors(wholeColumn(sheetId, index));
}

function sheetRequests(
  sheet: SheetTemplate,
  place: { sheetId: number; title: string; index: number },
  language: Language,
): SheetsRequest[] {
  const { sheetId, title, index } = place;
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          index,
          tabColor: TAB_COLORS[sheet.group] ?? COLORS.line,
          gridProperties: {
            rowCount: ROWS,
            columnCount: sheet.columns.length,
            frozenRowCount: 1,
            frozenColumnCount: sheet.frozenColumns,
          },
        },
      },
    },
    ...sheet.columns.flatMap((column, at) => columnRequests(sheetId, column, at, language)),
    ...headerFormat(sheet, sheetId),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [headerRow(sheet, language), ...starterRows(sheet, language)],
        fields: 'userEnteredValue,note',
      },
    },
    ...statusRequests(sheet, sheetId),
    ...fitRows(sheet, sheetId),
    ...metadataRequests(sheet, sheetId),
  ];
}

/**
 * The requests that make the template sheets which a workbook does not have yet; none when it has them all.
 * @param map Where everything is.
 * @param language Language of titles, headers and starter rows.
 * @param values Settings that differ from their default, by key.
 * @returns Requests of one batch: sheets with their columns, looks, marks and starter rows.
 */
export function setUpRequests(
  map: WorkbookMap,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): SheetsRequest[] {
  const titles = new Set(map.tabs.map((tab) => tab.title));
  const ids = new Set(map.tabs.map((tab) => tab.sheetId));
  const missing = SHEETS.filter((sheet) => !map.sheets.has(sheet.key));
  return missing.flatMap((sheet, position) => {
    const title = freeTitle(sheet.titles[language], titles);
    const sheetId = freeSheetId(sheet.key, ids);
    titles.add(title);
    ids.add(sheetId);
    const index = map.sheets.size === 0 ? position : map.tabs.length + position;
    return sheetRequests(withValues(sheet, { language, ...values }), { sheetId, title, index }, language);
  });
}

function withValues(sheet: SheetTemplate, values: Readonly<Record<string, string | number>>): SheetTemplate {
  if (sheet.key !== 'settings') return sheet;
  const rows = (sheet.starterRows ?? []).map((row) => ({
    ...row,
    value: values[String(row.key)] ?? row.value ?? '',
  }));
  return { ...sheet, starterRows: rows };
}

// Rows that a sheet begins with: what stands in their cells, headings, and links to other sheets.
import { choiceWord } from './choices.ts';
import { COLORS, valueCell } from './formats.ts';
import type { Layout } from './layout.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { CellData, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, Language, SheetLink, SheetTemplate, StarterRow } from './template.ts';

function linkIn(row: StarterRow, key: string): SheetLink | undefined {
  const value = row[key];
  return typeof value === 'object' && 'sheet' in value ? value : undefined;
}

/**
 * A cell of a row to begin with.
 * @param column Column of the template.
 * @param row The row.
 * @param context Language of the workbook, and where its sheets are: a link shows the title that its sheet has there.
 * @returns The cell, empty where the row says nothing.
 */
export function starterCell(
  column: ColumnTemplate,
  row: StarterRow,
  { language, layout }: { readonly language: Language; readonly layout: Layout },
): CellData {
  const link = linkIn(row, column.key);
  if (link !== undefined) {
    return valueCell(layout.get(link.sheet)?.title ?? sheetTemplate(link.sheet).titles[language]);
  }
  const value = row[column.key] ?? null;
  if (typeof value === 'object' && value !== null) return valueCell('en' in value ? value[language] : null);
  const isWord = column.choices !== undefined && typeof value === 'string';
  return valueCell(isWord ? choiceWord(column.choices, value, language) : value);
}

/** By the sheet's id, which outlives another name and another place; a sheet that is not there has no link. */
function linkCell(link: SheetLink | undefined, layout: Layout): CellData {
  const sheetId = link && layout.get(link.sheet)?.sheetId;
  if (sheetId === undefined) return {};
  const textFormat = { link: { uri: `#gid=${sheetId}` }, underline: true, foregroundColor: COLORS.link };
  return { userEnteredFormat: { textFormat } };
}

function linkColumns(
  { columns }: SheetTemplate,
  sheetId: number,
  rows: readonly StarterRow[],
  layout: Layout,
): SheetsRequest[] {
  return columns.flatMap((column, columnIndex): SheetsRequest[] => {
    if (rows.every((row) => linkIn(row, column.key) === undefined)) return [];
    const cells = rows.map((row) => ({ values: [linkCell(linkIn(row, column.key), layout)] }));
    const start = { sheetId, rowIndex: 1, columnIndex };
    return [{ updateCells: { start, rows: cells, fields: 'userEnteredFormat.textFormat' } }];
  });
}

function headingLook(sheetId: number, row: number, columns: number): SheetsRequest {
  return {
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: 0,
        endColumnIndex: columns,
      },
      cell: {
        userEnteredFormat: {
          backgroundColor: COLORS.section,
          wrapStrategy: 'OVERFLOW_CELL',
          textFormat: { bold: true, fontSize: 12, foregroundColor: COLORS.ink },
        },
      },
      fields: 'userEnteredFormat(backgroundColor,wrapStrategy,textFormat)',
    },
  };
}

/**
 * Links and, in a page, headings of the rows that a sheet begins with.
 * @param sheet The template.
 * @param sheetId Its tab.
 * @param rows The rows, from the second row of the tab on.
 * @param layout Where the sheets are that links lead to.
 * @returns No request for plain rows.
 */
export function starterLooks(
  sheet: SheetTemplate,
  sheetId: number,
  rows: readonly StarterRow[],
  layout: Layout,
): SheetsRequest[] {
  const first = sheet.columns[0]?.key ?? '';
  const headings = rows.flatMap((row, index): SheetsRequest[] => {
    const isHeading = sheet.page === true && Object.keys(row).join() === first;
    return isHeading ? [headingLook(sheetId, index + 1, sheet.columns.length)] : [];
  });
  return [...linkColumns(sheet, sheetId, rows, layout), ...headings];
}

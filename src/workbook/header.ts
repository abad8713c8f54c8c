import { COLORS } from './formats.ts';
import { computedHeader } from './formulas.ts';
import { isGuarded } from './sheet-look.ts';
import type { CellData, ExtendedValue, SheetsRequest } from './sheets-api.ts';
import type { ColumnReference, ColumnTemplate, Language, SheetTemplate } from './template.ts';

/** Pixels: two lines. */
export const HEADER_HEIGHT = 42;

/**
 * What stands in the header cell of a column: its title, or for a computed column the title stacked on the array that
 * spills below it.
 * @param column Column of the template.
 * @param language Language of the title.
 * @param at Names the columns that the formula takes.
 */
export function headerValue(column: ColumnTemplate, language: Language, at: ColumnReference): ExtendedValue {
  if (column.formula === undefined) return { stringValue: column.header[language] };
  return { formulaValue: computedHeader(column, language, at) };
}

/**
 * The header cell of a column with its note; that of the first column says what the sheet is for.
 * @param sheet The sheet's template.
 * @param column One of its columns.
 * @param language Language of the workbook.
 * @param at Names the columns that a formula takes.
 */
export function headerCell(
  sheet: SheetTemplate,
  column: ColumnTemplate,
  language: Language,
  at: ColumnReference,
): CellData {
  const first = sheet.columns[0] === column ? sheet.purpose[language] : undefined;
  const notes = [first, column.note?.[language]].filter((text) => text !== undefined).join('\n');
  const userEnteredValue = headerValue(column, language, at);
  return notes === '' ? { userEnteredValue } : { userEnteredValue, note: notes };
}

/**
 * The look of a header cell: another colour where the add-on fills or computes.
 * @param sheetId The sheet.
 * @param column Column of the template.
 * @param index Place of the column, from 0.
 * @returns One request.
 */
export function headerLook(sheetId: number, column: ColumnTemplate, index: number): SheetsRequest {
  return {
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: 0,
        endRowIndex: 1,
        startColumnIndex: index,
        endColumnIndex: index + 1,
      },
      cell: {
        userEnteredFormat: {
          backgroundColor: isGuarded(column) ? COLORS.managed : COLORS.header,
          // Not centred: the filter's button stands at the right and would cover the last letters.
          horizontalAlignment: 'LEFT',
          verticalAlignment: 'MIDDLE',
          wrapStrategy: 'WRAP',
          textFormat: { bold: true, foregroundColor: COLORS.white },
        },
      },
      fields:
        'userEnteredFormat(backgroundColor,horizontalAlignment,verticalAlignment,wrapStrategy,textFormat)',
    },
  };
}

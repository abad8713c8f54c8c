import { columnFormat } from './formats.ts';
import type { GridRange, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, Language } from './template.ts';

const FORMAT_FIELDS = 'userEnteredFormat(numberFormat,horizontalAlignment,verticalAlignment,wrapStrategy)';

function validation(range: GridRange, column: ColumnTemplate, language: Language): SheetsRequest {
  const values = (column.choices ?? []).map((each) => ({ userEnteredValue: each.words[language] }));
  const condition = column.type === 'boolean' ? { type: 'BOOLEAN' } : { type: 'ONE_OF_LIST', values };
  // Not strict: an imported or pasted value that is not in the list stays, and the reader names it.
  return { setDataValidation: { range, rule: { condition, showCustomUi: true, strict: false } } };
}

/**
 * What the cells of a column look like and offer: number format, alignment, dropdown or checkbox.
 * @param range Data cells of the column.
 * @param column Column of the template.
 * @param language Language of the dropdown's words.
 * @returns One or two requests.
 */
export function cellRequests(range: GridRange, column: ColumnTemplate, language: Language): SheetsRequest[] {
  const format: SheetsRequest = {
    repeatCell: {
      range,
      cell: { userEnteredFormat: columnFormat(column.type, column.wrap === true) },
      fields: FORMAT_FIELDS,
    },
  };
  const hasList = column.choices !== undefined || column.type === 'boolean';
  return hasList ? [format, validation(range, column, language)] : [format];
}

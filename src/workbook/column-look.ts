import { columnFormat } from './formats.ts';
import { type Layout, listFormula } from './layout.ts';
import type { BooleanCondition, ConditionValue, GridRange, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, Language } from './template.ts';

const FORMAT_FIELDS = 'userEnteredFormat(numberFormat,horizontalAlignment,verticalAlignment,wrapStrategy)';

function values(...entered: readonly (string | number)[]): ConditionValue[] {
  return entered.map((each) => ({ userEnteredValue: String(each) }));
}

function conditionOf(
  column: ColumnTemplate,
  language: Language,
  layout: Layout,
): BooleanCondition | undefined {
  const { choices, type, rule } = column;
  if (type === 'boolean') return { type: 'BOOLEAN' };
  if (choices !== undefined) {
    return { type: 'ONE_OF_LIST', values: values(...choices.map((each) => each.words[language])) };
  }
  if (rule !== undefined && 'low' in rule) {
    return rule.high === undefined
      ? { type: 'NUMBER_GREATER_THAN_EQ', values: values(rule.low) }
      : { type: 'NUMBER_BETWEEN', values: values(rule.low, rule.high) };
  }
  const list = listFormula(layout, rule);
  if (list !== undefined) return { type: 'ONE_OF_RANGE', values: values(list) };
  const isTyped = column.formula === undefined && column.managed !== true;
  return isTyped && (type === 'date' || type === 'datetime') ? { type: 'DATE_IS_VALID' } : undefined;
}

/**
 * What the cells of a column offer, and what is marked as wrong in them.
 * @param range Data cells of the column.
 * @param column Column of the template.
 * @param language Language of a dropdown's words.
 * @param layout Where the sheets are that dropdowns take their values from.
 * @returns One request; none for a column that takes anything.
 */
export function validation(
  range: GridRange,
  column: ColumnTemplate,
  language: Language,
  layout: Layout,
): SheetsRequest[] {
  const condition = conditionOf(column, language, layout);
  if (condition === undefined) return [];
  // Not strict: an imported or pasted value that breaks the rule stays, and the reader names it.
  return [{ setDataValidation: { range, rule: { condition, showCustomUi: true, strict: false } } }];
}

/**
 * What the cells of a column look like and offer: number format, alignment, dropdown or checkbox, and what is marked
 * as wrong.
 * @param range Data cells of the column.
 * @param column Column of the template.
 * @param language Language of a dropdown's words.
 * @param layout Where the sheets are that dropdowns take their values from.
 * @returns One or two requests.
 */
export function cellRequests(
  range: GridRange,
  column: ColumnTemplate,
  language: Language,
  layout: Layout,
): SheetsRequest[] {
  const format: SheetsRequest = {
    repeatCell: {
      range,
      cell: { userEnteredFormat: columnFormat(column) },
      fields: FORMAT_FIELDS,
    },
  };
  return [format, ...validation(range, column, language, layout)];
}

/** `BooleanCondition`s of the API (conditional formats and data validation) as the engine's criteria. */

import { objectsOf } from '../document/json.ts';
import type { JsonObject } from '../document/model.ts';
import { boundRanges, engineFormula } from './formula-text.ts';

/** The engine's name of a comparison, by the API's condition type. */
const OPERATORS: Record<string, string> = {
  NUMBER_GREATER: 'isGreaterThan',
  NUMBER_GREATER_THAN_EQ: 'isGreaterOrEqualTo',
  NUMBER_LESS: 'isLessThan',
  NUMBER_LESS_THAN_EQ: 'isLessOrEqualTo',
  NUMBER_EQ: 'isEqual',
  NUMBER_NOT_EQ: 'isNotEqual',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  TEXT_CONTAINS: 'containsText',
  TEXT_NOT_CONTAINS: 'notContainsText',
  TEXT_STARTS_WITH: 'beginsWithText',
  TEXT_ENDS_WITH: 'endsWithText',
  TEXT_EQ: 'isEqual',
  TEXT_NOT_EQ: 'isNotEqual',
  TEXT_IS_EMAIL: 'isEmail',
  TEXT_IS_URL: 'isLink',
  DATE_EQ: 'dateIs',
  DATE_BEFORE: 'dateIsBefore',
  DATE_AFTER: 'dateIsAfter',
  DATE_ON_OR_BEFORE: 'dateIsOnOrBefore',
  DATE_ON_OR_AFTER: 'dateIsOnOrAfter',
  DATE_BETWEEN: 'dateIsBetween',
  DATE_NOT_BETWEEN: 'dateIsNotBetween',
  DATE_IS_VALID: 'dateIsValid',
  ONE_OF_RANGE: 'isValueInRange',
  ONE_OF_LIST: 'isValueInList',
  BLANK: 'isEmpty',
  NOT_BLANK: 'isNotEmpty',
  CUSTOM_FORMULA: 'customFormula',
  BOOLEAN: 'isBoolean',
};

const RELATIVE_DATES: Record<string, string> = {
  TODAY: 'today',
  YESTERDAY: 'yesterday',
  TOMORROW: 'tomorrow',
  PAST_WEEK: 'lastWeek',
  PAST_MONTH: 'lastMonth',
  PAST_YEAR: 'lastYear',
};

export type Criterion = { type: string; values: string[]; dateValue?: string };
export type ConditionContext = { decimalComma: boolean; rowCount: number; forFile: boolean };

/**
 * The engine's criterion for a condition.
 * @param condition `{ type, values: [{ userEnteredValue } | { relativeDate }] }`.
 * @returns Nothing for a type that the engine does not know.
 * @example engineCriterion({ type: 'NUMBER_LESS', values: [{ userEnteredValue: '0.8' }] }, context)
 *   // { type: 'isLessThan', values: ['0.8'] }
 */
export function engineCriterion(condition: JsonObject, context: ConditionContext): Criterion | undefined {
  const type = OPERATORS[String(condition.type)];
  if (!type) return undefined;
  const given = objectsOf(condition.values);
  const values = given
    .filter((value) => typeof value.userEnteredValue === 'string')
    .map((value) => engineValue(value.userEnteredValue as string, context));
  if (type === 'isValueInRange') {
    return { type, values: values.map((value) => (context.forFile ? value : value.replace(/^=/, ''))) };
  }
  if (!/^date(?!IsValid|.*etween)/.test(type)) return { type, values };
  const relative = RELATIVE_DATES[String(given[0]?.relativeDate)];
  return { type, values, dateValue: relative ?? 'exactDate' };
}

function engineValue(value: string, context: ConditionContext): string {
  if (!value.startsWith('=')) return value;
  const formula = engineFormula(value, context.decimalComma);
  // Other programs know no range without an end.
  return context.forFile ? boundRanges(formula, context.rowCount) : formula;
}

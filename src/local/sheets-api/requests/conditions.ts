import { objectOf } from '../../document/json.ts';
import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import { SheetsApiError } from '../errors.ts';
import { resolveA1 } from '../ranges.ts';
import { withSheetIds } from '../schema/stored-json.ts';
import { enteredNumber } from '../user-entered.ts';

export type ConditionUse = 'validation' | 'format' | 'filter';

/** Where each type of condition may stand, as the reference lists them, and how many values it takes. */
type Rule = { uses: readonly ConditionUse[]; least: number; most: number };
const ANYWHERE: readonly ConditionUse[] = ['validation', 'format', 'filter'];
const rule = (uses: readonly ConditionUse[], least: number, most = least): Rule => ({ uses, least, most });

const RULES: Readonly<Record<string, Rule>> = {
  NUMBER_GREATER: rule(ANYWHERE, 1),
  NUMBER_GREATER_THAN_EQ: rule(ANYWHERE, 1),
  NUMBER_LESS: rule(ANYWHERE, 1),
  NUMBER_LESS_THAN_EQ: rule(ANYWHERE, 1),
  NUMBER_EQ: rule(ANYWHERE, 1),
  NUMBER_NOT_EQ: rule(ANYWHERE, 1),
  NUMBER_BETWEEN: rule(ANYWHERE, 2),
  NUMBER_NOT_BETWEEN: rule(ANYWHERE, 2),
  TEXT_CONTAINS: rule(ANYWHERE, 1),
  TEXT_NOT_CONTAINS: rule(ANYWHERE, 1),
  TEXT_STARTS_WITH: rule(['format', 'filter'], 1),
  TEXT_ENDS_WITH: rule(['format', 'filter'], 1),
  TEXT_EQ: rule(ANYWHERE, 1),
  TEXT_IS_EMAIL: rule(['validation'], 0),
  TEXT_IS_URL: rule(['validation'], 0),
  DATE_EQ: rule(ANYWHERE, 1),
  DATE_BEFORE: rule(ANYWHERE, 1),
  DATE_AFTER: rule(ANYWHERE, 1),
  DATE_ON_OR_BEFORE: rule(['validation'], 1),
  DATE_ON_OR_AFTER: rule(['validation'], 1),
  DATE_BETWEEN: rule(['validation'], 2),
  DATE_NOT_BETWEEN: rule(['validation'], 2),
  DATE_IS_VALID: rule(['validation'], 0),
  ONE_OF_RANGE: rule(['validation'], 1),
  ONE_OF_LIST: rule(['validation'], 1, Number.POSITIVE_INFINITY),
  BLANK: rule(['format', 'filter'], 0),
  NOT_BLANK: rule(['format', 'filter'], 0),
  CUSTOM_FORMULA: rule(ANYWHERE, 1),
  BOOLEAN: rule(['validation'], 0, 2),
};

const PLACES: Readonly<Record<ConditionUse, string>> = {
  validation: 'data validation',
  format: 'conditional formatting',
  filter: 'filters',
};

/**
 * Refuses a condition without a type, of a type that cannot stand there, with too few or too many values, or with a
 * value that is not of its kind.
 *
 * @throws Error with the service's words
 */
export const checkCondition = (
  document: DocumentState,
  condition: Json | undefined,
  use: ConditionUse,
): void => {
  const { type, values = [] } = (condition ?? {}) as { type?: string; values?: Json[] };
  if (type === undefined || type === 'CONDITION_TYPE_UNSPECIFIED') {
    throw new Error('BooleanCondition.type is required.');
  }
  const known = RULES[type];
  if (!known?.uses.includes(use))
    throw new Error(`ConditionType '${type}' is not supported in ${PLACES[use]}.`);
  if (values.length < known.least || values.length > known.most) {
    throw new Error(`Invalid number of BooleanCondition.values for type ${type}: found ${values.length}.`);
  }
  for (const value of values) checkValue(document, type, objectOf(value), use);
};

/** A formula stands for any value; a number or a date is written as one types it in the spreadsheet's locale. */
const checkValue = (document: DocumentState, type: string, value: JsonObject, use: ConditionUse): void => {
  if (value.relativeDate !== undefined) {
    if (use === 'validation') throw new Error('Relative dates are not supported in data validation.');
    return;
  }
  const text = typeof value.userEnteredValue === 'string' ? value.userEnteredValue : '';
  if (type === 'ONE_OF_RANGE') {
    if (!namesRange(document, text)) throw new Error(`Invalid ConditionValue.userEnteredValue: ${text}`);
    return;
  }
  const counts = /^(?:NUMBER|DATE)_/.test(type) && !text.startsWith('=');
  if (counts && enteredNumber(text, document.locale) === undefined)
    throw new Error(`Invalid ConditionValue.userEnteredValue: ${text}`);
};

/** Whether a text is `=` and a range or named range of the document. */
const namesRange = (document: DocumentState, text: string): boolean => {
  if (!text.startsWith('=')) return false;
  try {
    resolveA1(document, text.slice(1).trim());
    return true;
  } catch (fault) {
    if (fault instanceof SheetsApiError) return false;
    throw fault;
  }
};

/**
 * A rule of data validation to be stored, its condition checked.
 *
 * @throws Error with the service's words
 */
export const storedValidation = (document: DocumentState, rule: JsonObject): JsonObject => {
  checkCondition(document, rule.condition, 'validation');
  return withSheetIds(rule) as JsonObject;
};

const TEXT_PARTS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'foregroundColor',
  'foregroundColorStyle',
];
const PARTS = ['backgroundColor', 'backgroundColorStyle', 'textFormat'];

/** A conditional format sets colours and the look of text only, as the reference says. */
export const checkConditionalLook = (format: Json | undefined): void => {
  const given = (format ?? {}) as JsonObject;
  const text = (given.textFormat ?? {}) as JsonObject;
  const other = [
    ...Object.keys(given).filter((name) => !PARTS.includes(name)),
    ...Object.keys(text).filter((name) => !TEXT_PARTS.includes(name)),
  ];
  if (other.length > 0) throw new Error(`Conditional formatting cannot set ${other.join(', ')}.`);
};

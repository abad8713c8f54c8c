/** Commands on data validation. */

import { parseCells } from '../../document/a1.ts';
import type { DocumentState, JsonObject } from '../../document/model.ts';
import { usesDecimalComma } from '../../engine/locale.ts';
import { toModelData } from '../../engine/model-data.ts';
import type { EngineCommand } from '../messages.ts';
import { localFormula } from '../open/cells.ts';
import { gridRange, type Operation, request, type Zone } from './operation.ts';

type Criterion = { type: string; values?: string[]; displayStyle?: string; dateValue?: string };
type Rule = {
  id: string;
  criterion: Criterion;
  isBlocking?: boolean;
};

/** Ranges of the rules that grids made, by the rule's id: the document's rules have none. */
export type RuleRanges = Map<string, JsonObject[]>;

/** Undefined where the command is not about validation, or has a condition that the API spells in another way. */
export function validationOperations(
  command: EngineCommand,
  document: DocumentState,
  rules: RuleRanges,
): Operation[] | undefined {
  if (command.type === 'REMOVE_DATA_VALIDATION_RULE')
    return remove(String(command.id), command, document, rules);
  if (command.type !== 'ADD_DATA_VALIDATION_RULE') return undefined;
  const rule = command.rule as Rule;
  // Nothing of it is in the document until it is whole.
  if (isUnfinished(rule.criterion)) return [];
  const condition = apiCondition(rule.criterion, document.locale);
  if (!condition) return undefined;
  const ranges = (command.ranges as { _zone: Zone; _sheetId: string }[]).map(({ _zone, _sheetId }) =>
    gridRange(Number(_sheetId), _zone),
  );
  // A rule that was there before gives way, where it was too.
  const before = remove(rule.id, command, document, rules);
  rules.set(rule.id, ranges);
  const strict = rule.isBlocking ?? false;
  const showCustomUi = rule.criterion.displayStyle !== 'plainText';
  return [
    ...before,
    ...ranges.map((range) =>
      request('setDataValidation', { range, rule: { condition, strict, showCustomUi } }),
    ),
  ];
}

function remove(
  id: string,
  { sheetId }: EngineCommand,
  document: DocumentState,
  rules: RuleRanges,
): Operation[] {
  // A rule that neither has is one that was never finished.
  const ranges = rules.get(id) ?? loadedRanges(id, Number(sheetId), document);
  rules.delete(id);
  return (ranges ?? []).map((range) => request('setDataValidation', { range }));
}

/** The ranges of a rule that the grid found in the document when it was loaded. */
function loadedRanges(id: string, sheetId: number, document: DocumentState): JsonObject[] | undefined {
  const [sheet] = toModelData(document, { sheetIds: new Set([sheetId]) }).sheets;
  const rule = sheet?.dataValidationRules.find((candidate) => candidate.id === id);
  return rule?.ranges.map((name) => {
    const { startRow, endRow, startColumn, endColumn } = parseCells(name) ?? {};
    return {
      sheetId,
      startRowIndex: startRow ?? 0,
      startColumnIndex: startColumn ?? 0,
      ...(endRow === undefined ? {} : { endRowIndex: endRow }),
      ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
    };
  });
}

/** Conditions of the API by the engine's name, where the values go over as they are. */
const CONDITIONS: Readonly<Record<string, string>> = {
  isBoolean: 'BOOLEAN',
  isValueInList: 'ONE_OF_LIST',
  isValueInRange: 'ONE_OF_RANGE',
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_NOT_CONTAINS',
  isEqualText: 'TEXT_EQ',
  isEmail: 'TEXT_IS_EMAIL',
  isLink: 'TEXT_IS_URL',
  dateIs: 'DATE_EQ',
  dateIsBefore: 'DATE_BEFORE',
  dateIsOnOrBefore: 'DATE_ON_OR_BEFORE',
  dateIsAfter: 'DATE_AFTER',
  dateIsOnOrAfter: 'DATE_ON_OR_AFTER',
  dateIsBetween: 'DATE_BETWEEN',
  dateIsNotBetween: 'DATE_NOT_BETWEEN',
  dateIsValid: 'DATE_IS_VALID',
  isEqual: 'NUMBER_EQ',
  isNotEqual: 'NUMBER_NOT_EQ',
  isGreaterThan: 'NUMBER_GREATER',
  isGreaterOrEqualTo: 'NUMBER_GREATER_THAN_EQ',
  isLessThan: 'NUMBER_LESS',
  isLessOrEqualTo: 'NUMBER_LESS_THAN_EQ',
  isBetween: 'NUMBER_BETWEEN',
  isNotBetween: 'NUMBER_NOT_BETWEEN',
  customFormula: 'CUSTOM_FORMULA',
};

/** Relative days, which the API has for conditional formats alone, as formulas. Spans of days have none. */
const DAYS: Readonly<Record<string, string>> = {
  today: '=TODAY()',
  yesterday: '=TODAY()-1',
  tomorrow: '=TODAY()+1',
};

function apiCondition({ type, values = [], dateValue }: Criterion, locale: string): JsonObject | undefined {
  const name = Object.hasOwn(CONDITIONS, type) ? CONDITIONS[type] : undefined;
  if (name === undefined) return undefined;
  if (dateValue !== undefined && dateValue !== 'exactDate') {
    const day = DAYS[dateValue];
    return day === undefined ? undefined : { type: name, values: [{ userEnteredValue: day }] };
  }
  if (values.length === 0) return { type: name };
  const decimalComma = usesDecimalComma(locale);
  const entered = values.map((value) => {
    const text = name === 'ONE_OF_RANGE' ? `=${String(value).replace(/^=/, '')}` : String(value);
    return { userEnteredValue: decimalComma && text.startsWith('=') ? localFormula(text, true) : text };
  });
  return { type: name, values: entered };
}

/** Whether it still lacks what is allowed: the grid makes a dropdown before a person has typed its first item. */
const isUnfinished = ({ type, values = [] }: Criterion): boolean =>
  type.startsWith('isValueIn') && values.every((value) => String(value).trim() === '');

/** The filter of a sheet: what the page asks for as calls of the Sheets API, and the document's filter for the page. */
import { translateFormula } from '../../document/formula-locale.ts';
import { gridRect } from '../../document/grid-rect.ts';
import { objectOf, objectsOf } from '../../document/json.ts';
import { usesDecimalComma } from '../../document/locale.ts';
import type { DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import type { EngineCommand, FilterValue, ShownFilter } from '../messages.ts';
import { gridRange, type Operation, request, type Zone } from './operation.ts';

/** Conditions of the API by the engine's name. */
const CONDITIONS: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_NOT_CONTAINS',
  isEqualText: 'TEXT_EQ',
  beginsWithText: 'TEXT_STARTS_WITH',
  endsWithText: 'TEXT_ENDS_WITH',
  isEmpty: 'BLANK',
  isNotEmpty: 'NOT_BLANK',
  isEqual: 'NUMBER_EQ',
  isNotEqual: 'NUMBER_NOT_EQ',
  isGreaterThan: 'NUMBER_GREATER',
  isGreaterOrEqualTo: 'NUMBER_GREATER_THAN_EQ',
  isLessThan: 'NUMBER_LESS',
  isLessOrEqualTo: 'NUMBER_LESS_THAN_EQ',
  isBetween: 'NUMBER_BETWEEN',
  isNotBetween: 'NUMBER_NOT_BETWEEN',
  dateIs: 'DATE_EQ',
  dateIsBefore: 'DATE_BEFORE',
  dateIsAfter: 'DATE_AFTER',
};
const RELATIVE_DATES: Readonly<Record<string, string>> = {
  today: 'TODAY',
  yesterday: 'YESTERDAY',
  tomorrow: 'TOMORROW',
  lastWeek: 'PAST_WEEK',
  lastMonth: 'PAST_MONTH',
  lastYear: 'PAST_YEAR',
};
const reversed = (table: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([name, type]) => [type, name]));
const OPERATORS = reversed(CONDITIONS);
const DATES = reversed(RELATIVE_DATES);

/** Undefined where the command is not about a filter, or has a condition that filters in Google do not have. */
export function filterOperations(command: EngineCommand, document: DocumentState): Operation[] | undefined {
  const sheetId = Number(command.sheetId);
  if (command.type === 'SET_FILTER')
    return [request('setBasicFilter', { filter: { range: gridRange(sheetId, command.zone as Zone) } })];
  if (command.type === 'CLEAR_FILTER') return [request('clearBasicFilter', { sheetId })];
  if (command.type !== 'UPDATE_FILTER') return undefined;
  const sheet = document.sheets.find((candidate) => candidate.sheetId === sheetId);
  const column = String(command.col);
  const rule = criteriaOf(command.value as FilterValue, document.locale);
  if (!sheet?.basicFilter || !rule) return undefined;
  const { filterSpecs: _, criteria, ...filter } = sheet.basicFilter;
  const { [column]: __, ...others } = objectOf(criteria);
  const changed = Object.keys(rule).length > 0 ? { ...others, [column]: rule } : others;
  return [request('setBasicFilter', { filter: { ...filter, criteria: changed } })];
}

/** Nothing for a condition that the API does not have; no fields where everything is to be shown. */
function criteriaOf(value: FilterValue, locale: string): JsonObject | undefined {
  if (value.filterType === 'values')
    return value.hiddenValues.length > 0 ? { hiddenValues: [...value.hiddenValues] } : {};
  if (value.type === 'none') return {};
  const type = CONDITIONS[value.type];
  if (type === undefined) return undefined;
  const relativeDate = RELATIVE_DATES[value.dateValue ?? ''];
  if (relativeDate !== undefined) return { condition: { type, values: [{ relativeDate }] } };
  const values = value.values.map((text) => ({ userEnteredValue: localValue(String(text), locale) }));
  return { condition: { type, ...(values.length > 0 ? { values } : {}) } };
}

/** The grid spells numbers and formulas as in the United States. */
function localValue(text: string, locale: string): string {
  if (text.startsWith('=')) return translateFormula(text, 'en_US', locale);
  return usesDecimalComma(locale) && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

/** What the filters of a document let through, as the grid has it. Values that no cell of it shows are left alone. */
export function shownFilters(document: DocumentState): ShownFilter[] {
  return document.sheets.flatMap((sheet) =>
    Object.entries(objectOf(sheet.basicFilter?.criteria)).flatMap(([column, rule]) => {
      const value = filterValue(objectOf(rule), document.locale);
      const row = firstRow(sheet);
      return value ? [{ sheetId: String(sheet.sheetId), row, col: Number(column), value }] : [];
    }),
  );
}

const firstRow = (sheet: SheetState): number => gridRect(objectOf(sheet.basicFilter?.range), sheet).startRow;

function filterValue(rule: JsonObject, locale: string): FilterValue | undefined {
  if (Array.isArray(rule.hiddenValues))
    return { filterType: 'values', hiddenValues: rule.hiddenValues.map(String) };
  const condition = objectOf(rule.condition);
  const type = OPERATORS[String(condition.type)];
  if (type === undefined) return undefined;
  const given = objectsOf(condition.values);
  const dateValue = DATES[String(given[0]?.relativeDate)];
  const values = given.map((value) => plainValue(value.userEnteredValue, locale));
  if (dateValue !== undefined) return { filterType: 'criterion', type, values: [], dateValue };
  return {
    filterType: 'criterion',
    type,
    values,
    ...(type.startsWith('date') ? { dateValue: 'exactDate' } : {}),
  };
}

function plainValue(given: Json | undefined, locale: string): string {
  const text = typeof given === 'string' ? given : '';
  if (text.startsWith('=')) return translateFormula(text, locale, 'en_US');
  return usesDecimalComma(locale) && /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}

/** Which cells fulfil a condition of the API (`BooleanCondition`). */
import { shiftFormula } from '../../document/formula.ts';
import { objectsOf } from '../../document/json.ts';
import type { DocumentState, ExtendedValue, JsonObject } from '../../document/model.ts';
import { instantToSerial } from '../../document/zone.ts';
import { formatValue } from '../number-format.ts';
import { currentYear, enteredNumber } from '../user-entered.ts';
import type { SheetView } from '../view.ts';
import type { Asked, Evaluate } from './formulas.ts';
import { relativeDays } from './relative-dates.ts';
import { TESTS, type Wanted } from './tests.ts';

export type Place = { row: number; column: number };
export type Setting = {
  document: DocumentState;
  view: SheetView;
  /** The moment, in milliseconds since 1970. */
  now: number;
  evaluate: Evaluate;
};

/** Whether a condition of this type can be judged. */
export const isJudged = (type: string): boolean => type === 'CUSTOM_FORMULA' || TESTS[type] !== undefined;

const isTrue = (result: ExtendedValue | undefined): boolean =>
  result?.boolValue === true || (result?.numberValue ?? 0) !== 0;

/** The text that a cell shows. */
export const shownText = ({ view, document }: Setting, { row, column }: Place): string => {
  const value = view.effective(row, column);
  return value ? (formatValue(value, view.format(row, column), document.locale) ?? '') : '';
};

const wantedResult = (result: ExtendedValue | undefined, { document }: Setting): Wanted => {
  const number = result?.numberValue ?? Number.NaN;
  const text = result ? (formatValue(result, undefined, document.locale) ?? '') : '';
  return { text, from: number, to: number };
};

const wantedValue = (value: JsonObject, { document, now }: Setting): Wanted => {
  if (typeof value.relativeDate === 'string') {
    const today = Math.floor(instantToSerial(now, document.timeZone));
    return { text: '', ...relativeDays(value.relativeDate, today) };
  }
  const text = typeof value.userEnteredValue === 'string' ? value.userEnteredValue : '';
  const number = enteredNumber(text, document.locale, currentYear(document, now)) ?? Number.NaN;
  return { text, from: number, to: number };
};

const formulaIn = (value: JsonObject): string | undefined => {
  const text = value.userEnteredValue;
  return typeof text === 'string' && text.startsWith('=') ? text : undefined;
};

/**
 * Judges cells by a condition.
 * @param origin The cell for which the condition's formulas are written; for others their references move along.
 * @returns For each place whether it fulfils the condition; none does where the type cannot be judged.
 * @example judge({ type: 'NUMBER_LESS', values: [{ userEnteredValue: '5' }] }, origin, places, setting) // [true, false]
 */
export const judge = (
  condition: JsonObject,
  origin: Place,
  places: readonly Place[],
  setting: Setting,
): boolean[] => {
  const values = objectsOf(condition.values);
  const results = values.map((value) => {
    const formula = formulaIn(value);
    if (formula === undefined) return undefined;
    const asked: Asked[] = places.map(({ row, column }) => ({
      ...{ row, column },
      formula: shiftFormula(formula, row - origin.row, column - origin.column),
    }));
    return setting.evaluate(setting.view.sheet, asked);
  });
  if (condition.type === 'CUSTOM_FORMULA') return places.map((_, i) => isTrue(results[0]?.[i]));
  const test = TESTS[String(condition.type)];
  if (!test) return places.map(() => false);
  const plain = values.map((value) => wantedValue(value, setting));
  return places.map((place, i) => {
    const wanted = plain.map((one, at) => {
      const own = results[at];
      return own ? wantedResult(own[i], setting) : one;
    });
    const number = setting.view.effective(place.row, place.column)?.numberValue ?? Number.NaN;
    return test({ text: shownText(setting, place), number, wanted });
  });
};

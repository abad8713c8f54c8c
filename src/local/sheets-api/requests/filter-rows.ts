import type { Draft } from '../../document/draft.ts';
import type { DimensionState, ExtendedValue, JsonObject } from '../../document/model.ts';
import { SheetsApiError } from '../errors.ts';
import { openRange } from '../grid-range.ts';
import { formatValue } from '../number-format.ts';
import { currentYear, enteredNumber } from '../user-entered.ts';
import type { RequestContext } from './context.ts';

type Condition = { type?: string; values?: { userEnteredValue?: string; relativeDate?: string }[] };
type Criteria = { hiddenValues?: string[]; condition?: Condition };

/** What a cell shows, its value, and the condition's values as text and as numbers, dates as serial numbers. */
type Facts = { text: string; number: number; wanted: readonly string[]; numbers: readonly number[] };
type Test = (facts: Facts) => boolean;
const same = (a: string, b = ''): boolean => a.toLowerCase() === b.toLowerCase();
const has = (a: string, b = ''): boolean => a.toLowerCase().includes(b.toLowerCase());
const between = ({ number, numbers: [low = Number.NaN, high = Number.NaN] }: Facts): boolean =>
  number >= low && number <= high;
const day = (serial: number | undefined): number => Math.floor(serial ?? Number.NaN);

const TESTS: Readonly<Record<string, Test>> = {
  BLANK: ({ text }) => text === '',
  NOT_BLANK: ({ text }) => text !== '',
  TEXT_CONTAINS: ({ text, wanted }) => has(text, wanted[0]),
  TEXT_NOT_CONTAINS: ({ text, wanted }) => !has(text, wanted[0]),
  TEXT_STARTS_WITH: ({ text, wanted }) => text.toLowerCase().startsWith((wanted[0] ?? '').toLowerCase()),
  TEXT_ENDS_WITH: ({ text, wanted }) => text.toLowerCase().endsWith((wanted[0] ?? '').toLowerCase()),
  TEXT_EQ: ({ text, wanted }) => wanted.some((one) => same(text, one)),
  TEXT_NOT_EQ: ({ text, wanted }) => !wanted.some((one) => same(text, one)),
  NUMBER_GREATER: ({ number, numbers }) => number > numbers[0]!,
  NUMBER_GREATER_THAN_EQ: ({ number, numbers }) => number >= numbers[0]!,
  NUMBER_LESS: ({ number, numbers }) => number < numbers[0]!,
  NUMBER_LESS_THAN_EQ: ({ number, numbers }) => number <= numbers[0]!,
  NUMBER_EQ: ({ number, numbers }) => numbers.includes(number),
  NUMBER_NOT_EQ: ({ number, numbers }) => !numbers.includes(number),
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (facts) => !Number.isNaN(facts.number) && !between(facts),
  DATE_EQ: ({ number, numbers }) => numbers.some((one) => day(number) === day(one)),
  DATE_NOT_EQ: ({ number, numbers }) => !numbers.some((one) => day(number) === day(one)),
  DATE_BEFORE: ({ number, numbers }) => number < day(numbers[0]),
  DATE_AFTER: ({ number, numbers }) => day(number) > day(numbers[0]),
};

/** Refuses criteria that this host cannot judge cells by, instead of passing over them. */
export const checkCriteria = (criteria: JsonObject): void => {
  const refuse = (what: string): never => {
    throw new SheetsApiError('UNIMPLEMENTED', `Filters by ${what} are not served by this host.`);
  };
  const { type, values = [] } = (criteria.condition ?? {}) as Condition;
  if (type !== undefined && !TESTS[type]) refuse(`a condition of type ${type}`);
  if (values.some((value) => value.relativeDate !== undefined)) refuse('relative dates');
  for (const name of Object.keys(criteria)) if (name.startsWith('visible')) refuse('colors');
};

const shows = (
  { hiddenValues, condition }: Criteria,
  text: string,
  value: ExtendedValue | undefined,
  { locale, thisYear }: { locale: string; thisYear: number },
): boolean => {
  if (hiddenValues?.includes(text)) return false;
  const test = condition?.type ? TESTS[condition.type] : undefined;
  if (!test) return true;
  const wanted = (condition?.values ?? []).map((item) => item.userEnteredValue ?? '');
  const numbers = wanted.map((item) => enteredNumber(item, locale, thisYear) ?? Number.NaN);
  return test({ text, number: value?.numberValue ?? Number.NaN, wanted, numbers });
};

const setHidden = (states: (DimensionState | undefined)[], row: number, hidden: boolean): void => {
  const before = states[row];
  if ((before?.hiddenByFilter ?? false) === hidden) return;
  while (states.length <= row) states.push(undefined);
  const { hiddenByFilter: _, ...rest } = before ?? {};
  if (hidden) states[row] = { ...rest, hiddenByFilter: true };
  else states[row] = Object.keys(rest).length > 0 ? rest : undefined;
};

/** Hides the rows that the sheet's basic filter leaves out and shows all others; the range's first row is its header. */
export const applyFilter = (draft: Draft, sheetId: number, context: RequestContext): void => {
  const sheet = draft.edit(sheetId);
  const filter = sheet.basicFilter;
  const criteria = Object.entries((filter?.criteria ?? {}) as Record<string, Criteria>);
  const range = openRange((filter?.range ?? {}) as JsonObject);
  const first = (range.startRow ?? 0) + 1;
  const end = range.endRow ?? 0;
  for (let r = 0; r < sheet.rows.length; r += 1) setHidden(sheet.rows, r, false);
  if (criteria.length === 0) return;
  const view = context.view(draft, sheetId);
  const { locale } = draft.document;
  const typing = { locale, thisYear: currentYear(draft.document, context.now()) };
  for (let r = first; r < end; r += 1) {
    const hidden = criteria.some(([column, rule]) => {
      const value = view.effective(r, Number(column));
      const text = value ? (formatValue(value, view.format(r, Number(column)), locale) ?? '') : '';
      return !shows(rule, text, value, typing);
    });
    setHidden(sheet.rows, r, hidden);
  }
};

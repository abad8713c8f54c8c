import type { Draft } from '../../document/draft.ts';
import type { DimensionState, ExtendedValue, JsonObject } from '../../document/model.ts';
import { openRange } from '../grid-range.ts';
import { formatValue } from '../number-format.ts';
import type { RequestContext } from './context.ts';

type Criteria = {
  hiddenValues?: string[];
  condition?: { type?: string; values?: { userEnteredValue?: string }[] };
};

type Test = (text: string, value: ExtendedValue | undefined, wanted: string) => boolean;
const number = (value: ExtendedValue | undefined): number => value?.numberValue ?? Number.NaN;
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const has = (a: string, b: string): boolean => a.toLowerCase().includes(b.toLowerCase());

const TESTS: Readonly<Record<string, Test>> = {
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
  TEXT_CONTAINS: (text, _, wanted) => has(text, wanted),
  TEXT_NOT_CONTAINS: (text, _, wanted) => !has(text, wanted),
  TEXT_STARTS_WITH: (text, _, wanted) => text.toLowerCase().startsWith(wanted.toLowerCase()),
  TEXT_ENDS_WITH: (text, _, wanted) => text.toLowerCase().endsWith(wanted.toLowerCase()),
  TEXT_EQ: (text, _, wanted) => same(text, wanted),
  TEXT_NOT_EQ: (text, _, wanted) => !same(text, wanted),
  NUMBER_GREATER: (_, value, wanted) => number(value) > Number(wanted),
  NUMBER_GREATER_THAN_EQ: (_, value, wanted) => number(value) >= Number(wanted),
  NUMBER_LESS: (_, value, wanted) => number(value) < Number(wanted),
  NUMBER_LESS_THAN_EQ: (_, value, wanted) => number(value) <= Number(wanted),
  NUMBER_EQ: (_, value, wanted) => number(value) === Number(wanted),
  NUMBER_NOT_EQ: (_, value, wanted) => number(value) !== Number(wanted),
};

const shows = (criteria: Criteria, text: string, value: ExtendedValue | undefined): boolean => {
  if (criteria.hiddenValues?.includes(text)) return false;
  const test = criteria.condition?.type ? TESTS[criteria.condition.type] : undefined;
  return !test || test(text, value, criteria.condition?.values?.[0]?.userEnteredValue ?? '');
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
  for (let r = first; r < end; r += 1) {
    const hidden = criteria.some(([column, rule]) => {
      const value = view.effective(r, Number(column));
      const text = value
        ? (formatValue(value, view.cell(r, Number(column))?.format, draft.document.locale) ?? '')
        : '';
      return !shows(rule, text, value);
    });
    setHidden(sheet.rows, r, hidden);
  }
};

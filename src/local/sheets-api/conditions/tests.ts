/** What each type of condition asks of a cell, in filters and conditional formats alike. */

/** A value of a condition: as it is written, and the numbers that it stands for (a relative date may be a span of days). */
export type Wanted = { text: string; from: number; to: number };
/** What a cell shows and its number, dates as serial numbers, with the condition's values. */
export type Facts = { text: string; number: number; wanted: readonly Wanted[] };
type Test = (facts: Facts) => boolean;

const NOTHING: Wanted = { text: '', from: Number.NaN, to: Number.NaN };
const first = ({ wanted }: Facts): Wanted => wanted[0] ?? NOTHING;
const lower = (text: string): string => text.toLowerCase();
const isAny = ({ text, wanted }: Facts): boolean => wanted.some((one) => lower(one.text) === lower(text));
const has = (facts: Facts): boolean => lower(facts.text).includes(lower(first(facts).text));
const between = ({ number, wanted: [low = NOTHING, high = NOTHING] }: Facts): boolean =>
  number >= low.from && number <= high.from;
const isNumber = ({ number, wanted }: Facts): boolean => wanted.some((one) => one.from === number);
const isDay = ({ number, wanted }: Facts): boolean =>
  wanted.some(
    (one) => Math.floor(number) >= Math.floor(one.from) && Math.floor(number) <= Math.floor(one.to),
  );

/** By the API's condition type; those of data validation alone and CUSTOM_FORMULA are not among them. */
export const TESTS: Readonly<Record<string, Test>> = {
  BLANK: ({ text }) => text === '',
  NOT_BLANK: ({ text }) => text !== '',
  TEXT_CONTAINS: has,
  TEXT_NOT_CONTAINS: (facts) => !has(facts),
  TEXT_STARTS_WITH: (facts) => lower(facts.text).startsWith(lower(first(facts).text)),
  TEXT_ENDS_WITH: (facts) => lower(facts.text).endsWith(lower(first(facts).text)),
  TEXT_EQ: isAny,
  TEXT_NOT_EQ: (facts) => !isAny(facts),
  NUMBER_GREATER: (facts) => facts.number > first(facts).from,
  NUMBER_GREATER_THAN_EQ: (facts) => facts.number >= first(facts).from,
  NUMBER_LESS: (facts) => facts.number < first(facts).from,
  NUMBER_LESS_THAN_EQ: (facts) => facts.number <= first(facts).from,
  NUMBER_EQ: isNumber,
  NUMBER_NOT_EQ: (facts) => !isNumber(facts),
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (facts) => !Number.isNaN(facts.number) && !between(facts),
  DATE_EQ: isDay,
  DATE_NOT_EQ: (facts) => !isDay(facts),
  DATE_BEFORE: (facts) => facts.number < Math.floor(first(facts).from),
  DATE_AFTER: (facts) => Math.floor(facts.number) > Math.floor(first(facts).from),
};

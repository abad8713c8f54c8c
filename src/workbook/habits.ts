import type { DateOrder } from './dates.ts';
import type { DecimalMark } from './numbers.ts';

/** How people of a spreadsheet's locale write what a text alone leaves open. */
export type Habits = { readonly mark: DecimalMark; readonly order: DateOrder };

// Languages that write 1.234,5; those of Spanish that write 1,234.5 are told apart by country.
const COMMA = new Set(
  'az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(
    ' ',
  ),
);
const POINT_COUNTRIES = new Set(
  'de_CH de_LI it_CH es_MX es_US es_PE es_GT es_HN es_NI es_PA es_PR es_SV es_DO'.split(' '),
);
const MONTH_FIRST = new Set(['en_US', 'en_PH', 'fil_PH', 'es_US', 'es_PA', 'es_PR']);
/** They begin with the year, so that 03/04/2026 is nobody's habit. */
const YEAR_FIRST = new Set(['zh', 'ja', 'ko', 'hu', 'lt', 'mn', 'sv']);

/**
 * How numbers and dates are written in a locale.
 * @param locale Locale of a spreadsheet, such as `de_DE`.
 * @returns Decimal mark, and which of day and month comes first; null where the year comes first.
 * @example habitsOf('de_DE') //=> { mark: ',', order: 'dmy' }
 */
export function habitsOf(locale: string): Habits {
  const [language = 'en'] = locale.split('_');
  const mark = COMMA.has(language) && !POINT_COUNTRIES.has(locale) ? ',' : '.';
  if (MONTH_FIRST.has(locale) || locale === 'en') return { mark, order: 'mdy' };
  return { mark, order: YEAR_FIRST.has(language) || locale === 'en_CA' ? null : 'dmy' };
}

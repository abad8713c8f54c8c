import type { Language } from './index.ts';

export type PeriodKind = 'week' | 'month' | 'quarter';

type Swap = readonly [what: RegExp, words: Readonly<Record<'month' | 'quarter', string>>];

// Sentences of a review are written for a week. What they say of a month or a quarter is the same in other words.
const SWAPS: Readonly<Record<Language, readonly Swap[]>> = {
  en: [
    [/\bWeekly\b/g, { month: 'Monthly', quarter: 'Quarterly' }],
    [/\bWoW\b/g, { month: 'MoM', quarter: 'QoQ' }],
    [/YoY \(364 days\)/g, { month: 'YoY', quarter: 'YoY' }],
    [/\bSix weeks and twelve months\b/g, { month: 'Months', quarter: 'Quarters and months' }],
    [/\bWeeks and months\b/g, { month: 'Months', quarter: 'Quarters and months' }],
    [/\bweek\b/g, { month: 'month', quarter: 'quarter' }],
    [/\bWeek\b/g, { month: 'Month', quarter: 'Quarter' }],
    [/\bweeks\b/g, { month: 'months', quarter: 'quarters' }],
    [/\bWeeks\b/g, { month: 'Months', quarter: 'Quarters' }],
  ],
  'zh-CN': [
    [/（364 天）/g, { month: '', quarter: '' }],
    [/近六周与近十二个月|六周与十二个月/g, { month: '近十二个月', quarter: '近六个季度与近十二个月' }],
    [/周与月|周和月/g, { month: '各月', quarter: '季度与月' }],
    // Counted ones have a measure word.
    [/([六八十几两数多各}]) ?周/g, { month: '$1个月', quarter: '$1个季度' }],
    [/周环比/g, { month: '月环比', quarter: '季环比' }],
    [/周(?![一二三四五六日末期])/g, { month: '月', quarter: '季度' }],
  ],
};

/**
 * A pattern of a review in the words of its period.
 * @param pattern Pattern, not filled yet: what people wrote is never changed.
 * @param language Its language.
 * @param period What the review is of.
 * @example inPeriod('Best of the week', 'en', 'month') //=> 'Best of the month'
 */
export function inPeriod(pattern: string, language: Language, period: PeriodKind): string {
  if (period === 'week') return pattern;
  return SWAPS[language].reduce((text, [what, words]) => text.replace(what, words[period]), pattern);
}

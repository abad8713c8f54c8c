import { automation as enAutomation } from './en/automation.ts';
import { cells as enCells } from './en/cells.ts';
import { files as enFiles } from './en/files.ts';
import { general as enGeneral } from './en/general.ts';
import { imports as enImports } from './en/imports.ts';
import { lists as enLists } from './en/lists.ts';
import { pictures as enPictures } from './en/pictures.ts';
import { review as enReview } from './en/review.ts';
import { reviewFindings as enReviewFindings } from './en/review-findings.ts';
import { reviewGuards as enReviewGuards } from './en/review-guards.ts';
import { reviewWhy as enReviewWhy } from './en/review-why.ts';
import { schedule as enSchedule } from './en/schedule.ts';
import { tree as enTree } from './en/tree.ts';
import { fillIn } from './fill.ts';
import { inPeriod, type PeriodKind } from './period-words.ts';
import { automation as zhAutomation } from './zh-CN/automation.ts';
import { cells as zhCells } from './zh-CN/cells.ts';
import { files as zhFiles } from './zh-CN/files.ts';
import { general as zhGeneral } from './zh-CN/general.ts';
import { imports as zhImports } from './zh-CN/imports.ts';
import { lists as zhLists } from './zh-CN/lists.ts';
import { pictures as zhPictures } from './zh-CN/pictures.ts';
import { review as zhReview } from './zh-CN/review.ts';
import { reviewFindings as zhReviewFindings } from './zh-CN/review-findings.ts';
import { reviewGuards as zhReviewGuards } from './zh-CN/review-guards.ts';
import { reviewWhy as zhReviewWhy } from './zh-CN/review-why.ts';
import { schedule as zhSchedule } from './zh-CN/schedule.ts';
import { tree as zhTree } from './zh-CN/tree.ts';

// Parts side by side, since to copy them into one table would cost a quarter of the add-on's start.
const EN = [
  ...([enGeneral, enCells, enImports, enReview, enReviewWhy, enReviewGuards, enReviewFindings] as const),
  ...([enAutomation, enSchedule, enFiles, enLists, enPictures, enTree] as const),
] as const;
const ZH = [
  ...([zhGeneral, zhCells, zhImports, zhReview, zhReviewWhy, zhReviewGuards, zhReviewFindings] as const),
  ...([zhAutomation, zhSchedule, zhFiles, zhLists, zhPictures, zhTree] as const),
] as const;
const PARTS = { en: EN, 'zh-CN': ZH } as const;

type KeysOf<T> = T extends unknown ? keyof T : never;
export type Language = keyof typeof PARTS;
export type TextCode = KeysOf<(typeof EN)[number]>;

/** Who speaks: a language, and what the sentences of a review are about, a week unless told. */
export type Voice = Language | { readonly language: Language; readonly period: PeriodKind };

function patternOf(language: Language, code: string): string | undefined {
  for (const part of PARTS[language] as readonly Readonly<Record<string, string>>[]) {
    // A code that only objects have, such as `toString`, is no text.
    if (typeof part[code] === 'string') return part[code];
  }
  return undefined;
}

/**
 * A sentence in a language.
 * @param voice Language of the reader; of a review also whether it is of a week, a month or a quarter.
 * @param code Code of the sentence.
 * @param values Fillings of its placeholders, formatted already.
 * @example say('en', 'REVIEW_WRITTEN', { period: '2026-W47' }) //=> 'The review 2026-W47 is in its tab.'
 */
export function say(
  voice: Voice,
  code: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const { language, period } =
    typeof voice === 'string' ? { language: voice, period: 'week' as const } : voice;
  const pattern = inPeriod(patternOf(language, code) ?? code, language, period);
  return fillIn(language, pattern, values);
}

/** Whether a code has a sentence; codes of issues come from the domain as plain text. */
export function isTextCode(code: string): code is TextCode {
  return patternOf('en', code) !== undefined;
}

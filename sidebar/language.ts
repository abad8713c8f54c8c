import { serialOfDate, serialOfIsoDate } from '../src/kpi/calendar.ts';
import type { Issue } from '../src/kpi/issue.ts';
import { calls as enCalls } from '../src/text/en/calls.ts';
import { files as enFiles } from '../src/text/en/files.ts';
import { schedule as enSchedule } from '../src/text/en/schedule.ts';
import { sidebar as enSidebar } from '../src/text/en/sidebar.ts';
import { sidebarMore as enMore } from '../src/text/en/sidebar-more.ts';
import { fillIn } from '../src/text/fill.ts';
import { calls as zhCalls } from '../src/text/zh-CN/calls.ts';
import { files as zhFiles } from '../src/text/zh-CN/files.ts';
import { schedule as zhSchedule } from '../src/text/zh-CN/schedule.ts';
import { sidebar as zhSidebar } from '../src/text/zh-CN/sidebar.ts';
import { sidebarMore as zhMore } from '../src/text/zh-CN/sidebar-more.ts';

// Only the tables that the sidebar needs: the sentences of reviews are as large as all its own. Side by side, so that a
// script which is fetched later takes nothing of them along.
const TABLES = {
  en: [enCalls, enFiles, enSchedule, enSidebar, enMore],
  'zh-CN': [zhCalls, zhFiles, zhSchedule, zhSidebar, zhMore],
} as const;

export type Language = keyof typeof TABLES;
type KeysOf<T> = T extends unknown ? keyof T : never;
export type TextCode = KeysOf<(typeof TABLES)['en'][number]>;

function patternOf(language: Language, code: string): string | undefined {
  const tables: readonly Readonly<Record<string, string>>[] = TABLES[language];
  return tables.find((table) => code in table)?.[code];
}

/**
 * A sentence of the sidebar in a language.
 * @param values Fillings of its placeholders, formatted already.
 * @example say('en', 'UI_IMPORT', { count: 2 }) //=> 'Import 2 files'
 */
export function say(
  language: Language,
  code: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillIn(language, patternOf(language, code) ?? code, values);
}

/**
 * The sentence of an issue that was found in the browser.
 * @param issue What the reader of files found.
 */
export function issueSentence(language: Language, issue: Issue): string {
  if (patternOf(language, issue.code) === undefined) return issue.code;
  return say(language, issue.code as TextCode, issue.values);
}

/** Says a sentence in the language of the sidebar. */
export type Say = (code: TextCode, values?: Readonly<Record<string, string | number>>) => string;

/** Language of the browser, used until the spreadsheet has one. */
export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function sayIn(language: Language): Say {
  return (code, values) => say(language, code, values);
}

/**
 * A sentence with a count, in the singular where the language has one.
 * @param one Code for a count of one.
 * @param many Code for all other counts; its placeholder is `{count}`.
 * @param values Fillings of further placeholders.
 */
export function sayCount(
  language: Language,
  count: number,
  one: TextCode,
  many: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return say(language, count === 1 ? one : many, { ...values, count: formatCount(language, count) });
}

/** @example formatCount('en', 12345) //=> '12,345' */
export function formatCount(language: Language, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

/**
 * A day as people write it.
 * @param iso `2026-11-21`; anything else comes back as it is.
 * @example formatDay('en', '2026-11-21') //=> 'Nov 21, 2026'
 */
export function formatDay(language: Language, iso: string): string {
  const serial = serialOfIsoDate(iso);
  if (serial === null) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(unixMs(serial));
}

/** Milliseconds since 1970 of the start of a serial day, in UTC. */
export function unixMs(serial: number): number {
  return (serial - serialOfDate(1970, 1, 1)) * 86_400_000;
}

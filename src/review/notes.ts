import type { Issue } from '../kpi/issue.ts';
import { formatNumber } from '../text/format.ts';
import type { Language, Voice } from '../text/index.ts';
import { issueSentence } from '../text/issue.ts';
import { listed } from '../text/row.ts';
import { choiceWord } from '../workbook/choices.ts';
import type { Settings } from '../workbook/settings.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { accountLabel } from './account-label.ts';
import { daysInWords } from './day-ranges.ts';
import type { Figures } from './figures.ts';
import type { AccountCoverage, Sentence, TreeLine, Trend } from './model.ts';
import type { Span } from './periods.ts';
import { sentence } from './sentence.ts';

/** More issues than this are counted, not listed: the sheet `issues` is the place for all. */
const ISSUES_SHOWN = 12;

type Speaker = { readonly voice: Voice; readonly language: Language };

function coverageNote({ voice, language }: Speaker, coverage: AccountCoverage): Sentence {
  const { days, of, missing } = coverage;
  const account = accountLabel(voice, coverage);
  const platform = choiceWord(PLATFORMS, coverage.platform, language);
  if (missing.length === 0) return sentence(voice, 'NOTE_COVERAGE', { account, platform, days, of });
  return sentence(voice, 'NOTE_COVERAGE_MISSING', {
    account,
    platform,
    days,
    of,
    missing: daysInWords(missing, language),
  });
}

/** Accounts with every day need one sentence together, the others one each. */
function coverageNotes(
  speaker: Speaker,
  coverage: readonly AccountCoverage[],
  hasFiles: boolean,
): Sentence[] {
  const { voice } = speaker;
  if (coverage.length === 0) return [sentence(voice, hasFiles ? 'NOTE_NO_DAYS' : 'NOTE_NO_ACCOUNTS')];
  const accounts = new Set(coverage.map(({ platform, account }) => `${platform} ${account}`));
  const missing = coverage.filter((each) => each.missing.length > 0);
  if (accounts.size > 1 && missing.length === 0) {
    return [sentence(voice, 'NOTE_COVERAGE_ALL', { count: accounts.size })];
  }
  return coverage.map((each) => coverageNote(speaker, each));
}

function isEstimated(lines: readonly TreeLine[], trends: readonly Trend[]): boolean {
  const points = trends.flatMap(({ weeks, months }) => [...weeks, ...months]);
  if (points.some(({ estimated }) => estimated)) return true;
  return lines.some(({ actual, mtd, qtd }) => actual.estimated || mtd.estimated || qtd.estimated);
}

/**
 * Section 12: coverage, what was estimated or is missing, data issues, and the methods used.
 * @param settings Language and score cap.
 * @param voice Who speaks.
 * @param coverage Days of each account.
 * @param silent Names of the accounts that are not waited for.
 * @param hasFiles Whether any file was imported.
 * @param lines Section 2.
 * @param trends Section 4.
 * @param figures Figures of the week, for what snapshots cannot tell.
 * @param week The reviewed week.
 * @param issues Issues met on the way.
 * @param shapley Names of the KPIs whose factors could not be taken apart by logarithmic mean.
 */
export function notesOf(
  settings: Pick<Settings, 'language' | 'scoreCap'>,
  voice: Voice,
  coverage: readonly AccountCoverage[],
  silent: readonly string[],
  hasFiles: boolean,
  lines: readonly TreeLine[],
  trends: readonly Trend[],
  figures: Figures,
  week: Span,
  issues: readonly Issue[],
  shapley: readonly string[],
): Sentence[] {
  const { language, scoreCap } = settings;
  const activity = figures.activity(week.from, week.to);
  const notes = coverageNotes({ voice, language }, coverage, hasFiles);
  if (silent.length > 0) notes.push(sentence(voice, 'NOTE_SILENT', { accounts: listed(silent, language) }));
  if (isEstimated(lines, trends)) {
    notes.push(sentence(voice, 'NOTE_ESTIMATED'));
  }
  if (lines.some((line) => line.actual.value === null && line.lifetime !== null)) {
    notes.push(sentence(voice, 'NOTE_LIFETIME'));
  }
  if (activity.gone > 0) notes.push(sentence(voice, 'NOTE_GONE', { count: activity.gone }));
  if (activity.unknownStart > 0) {
    notes.push(sentence(voice, 'NOTE_UNKNOWN_START', { count: activity.unknownStart }));
  }
  if (activity.falls > activity.contents.length / 2) notes.push(sentence(voice, 'NOTE_FALLS_MOST'));
  if (activity.falls > 0) notes.push(sentence(voice, 'NOTE_FALLS', { count: activity.falls }));
  if (lines.some((line) => line.plan !== null && line.actual.days < line.actual.of)) {
    notes.push(sentence(voice, 'NOTE_PLAN_BY_DAYS'));
  }
  for (const issue of issues.slice(0, ISSUES_SHOWN)) {
    notes.push({ code: issue.code, values: issue.values ?? {}, text: issueSentence(language, issue) });
  }
  if (shapley.length > 0) {
    notes.push(sentence(voice, 'NOTE_SHAPLEY', { names: listed(shapley, language) }));
  }
  notes.push(sentence(voice, 'NOTE_METHODS', { cap: formatNumber(scoreCap, 'percent', language) }));
  return notes;
}

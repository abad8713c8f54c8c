import type { TextTable } from '../../files/table.ts';
import { mappingOfRecognised, platformsOf } from '../../imports/contradict.ts';
import { type DraftMapping, mappingFields, proposeMapping } from '../../imports/mapping.ts';
import type { ImportResult } from '../../imports/plan.ts';
import type { ExportRows } from '../../imports/read-export.ts';
import type { Recognition } from '../../imports/recognise.ts';
import { isoDate, weekStart } from '../../kpi/calendar.ts';
import type { Issue } from '../../kpi/issue.ts';
import { issueSentence } from '../../text/issue.ts';
import { cut } from '../../workbook/cells.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import type { Language } from '../../workbook/template.ts';
import type { MappingProposal, Recognised } from '../api.ts';
import type { JobContext } from './context.ts';
import type { ImportRequest } from './reading.ts';

/** Values shown of each column. */
const SAMPLES = 2;
const SAMPLE_LENGTH = 40;

/** The first values of each column, which show what it holds. */
function samplesOf({ rows }: TextTable, headerRow: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  (rows[headerRow] ?? []).forEach((header, index) => {
    const name = header.trim();
    if (name === '' || found[name] !== undefined) return;
    const values: string[] = [];
    for (let row = headerRow + 1; row < rows.length && values.length < SAMPLES; row++) {
      const text = (rows[row]?.[index] ?? '').trim();
      if (text !== '') values.push(cut(text, SAMPLE_LENGTH));
    }
    found[name] = values;
  });
  return found;
}

/** What a person needs to say how a table is to be read. */
function askedOf(
  { settings: { language } }: JobContext,
  fileName: string,
  mapping: DraftMapping,
  table: TextTable,
  headerRow: number,
  reason = '',
): MappingProposal {
  const headers = (table.rows[headerRow] ?? []).map((text) => text.trim());
  const guessed = proposeMapping(table);
  return {
    reason,
    samples: samplesOf(table, headerRow),
    ...(guessed === null ? {} : { columnsOf: guessed.columnsOf }),
    ...(guessed?.kindFrom === undefined || guessed.mapping.kind !== mapping.kind
      ? {}
      : { kindFrom: guessed.kindFrom }),
    mapping: { ...mapping, name: fileName.replace(/\.\w+$/, '').slice(0, 100) },
    headers: [...new Set(headers.filter((text) => text !== ''))],
    fields: mappingFields(language),
    platforms: namedPlatforms(language),
  };
}

function namedPlatforms(language: Language, keys?: readonly string[]): { key: string; name: string }[] {
  const wanted = PLATFORMS.filter(({ key }) => keys === undefined || keys.includes(key));
  return wanted.map(({ key, words }) => ({ key, name: words[language] }));
}

/**
 * How a file might be read that no format knows.
 * @param context Context of the job, for the language.
 * @param request The file.
 * @param issue Why it is not known.
 * @returns The proposal; null where it is none of the formats because it is broken or empty.
 */
export function proposalFor(
  context: JobContext,
  request: ImportRequest,
  issue: Issue,
): MappingProposal | null {
  const isUnknown = issue.code === 'EXPORT_UNKNOWN' || issue.code === 'EXPORT_COLUMNS_MISSING';
  const [table] = [...request.tables].sort((a, b) => b.rows.length - a.rows.length);
  const proposal = isUnknown && table !== undefined ? proposeMapping(table) : null;
  if (proposal === null || table === undefined) return null;
  const reason = issueSentence(context.settings.language, issue);
  return askedOf(context, request.fileName, proposal.mapping, table, proposal.headerRow, reason);
}

/**
 * What a person may say otherwise of a file that is recognised.
 * @param context Context of the job, for the language.
 * @param request The file.
 * @param recognition What it is taken for.
 */
export function openQuestions(
  context: JobContext,
  { fileName, tables }: ImportRequest,
  recognition: Recognition,
): Partial<Recognised> {
  const { format, platform, table, headerRow } = recognition;
  const choices = platformsOf(format);
  const rows = tables[table]?.rows ?? [];
  const mapping = mappingOfRecognised({ name: fileName, rows }, recognition);
  return {
    platform,
    // What a person said once is not asked again.
    ...(choices.length < 2 || format.key.startsWith('own.')
      ? {}
      : { platforms: namedPlatforms(context.settings.language, choices) }),
    ...(format.over === undefined ? {} : { isOwn: true as const }),
    ...(mapping === null
      ? {}
      : { otherwise: askedOf(context, fileName, mapping, { name: fileName, rows }, headerRow) }),
  };
}

/** A dry run sees fewer rows; more arguments than this no function takes. */
const MOST = 50_000;

/** Main figures of a file, in this order, and how many are shown. */
const MAIN = ['gmv', 'amount', 'orders', 'views', 'units', 'likes'];
const SHOWN = 3;

/**
 * What a person can check before an import: days, currency, sums, and words that are not known.
 * @param context Context of the job, for the language.
 * @param rows Rows of the file.
 * @param recognition What it is taken for.
 * @param result What an import would do.
 */
export function glanceOf(
  { settings: { language } }: JobContext,
  rows: ExportRows,
  recognition: Recognition,
  result: ImportResult,
): Partial<Recognised> {
  const { goal, days } = recognition.format;
  const fields = mappingFields(language).filter((each) => each.goal === goal);
  const totals = MAIN.flatMap((field) => {
    const cells =
      rows.measures[field] ?? (goal === 'orders' || goal === 'costs' ? rows.fields[field] : undefined);
    const label = fields.find((each) => each.field === field)?.label;
    const numbers = (cells ?? []).filter((cell) => typeof cell === 'number');
    if (label === undefined || numbers.length === 0) return [];
    return [{ name: label, value: numbers.reduce((sum, cell) => sum + cell, 0) }];
  });
  const dates = (days === 'row' ? (rows.fields.date ?? []) : []).filter((cell) => typeof cell === 'number');
  const [first, last] = [Math.min(...dates.slice(0, MOST)), Math.max(...dates.slice(0, MOST))];
  const period = recognition.period ?? (dates.length === 0 ? null : { from: first, to: last });
  const words = result.warnings.filter(({ code }) => code === 'WORD_UNKNOWN');
  return {
    ...(period === null
      ? {}
      : { days: { from: isoDate(Math.floor(period.from)), to: isoDate(Math.floor(period.to)) } }),
    ...(rows.currency === null ? {} : { currency: rows.currency }),
    ...(totals.length === 0 ? {} : { totals: totals.slice(0, SHOWN) }),
    ...(words.length === 0 ? {} : { warnings: words.map((issue) => issueSentence(language, issue)) }),
  };
}

/** The last whole week, which people most often export: its ISO days. */
export function usualPeriod({ now }: JobContext): { from: string; to: string } {
  const monday = weekStart(now.day) - 7;
  return { from: isoDate(monday), to: isoDate(monday + 6) };
}

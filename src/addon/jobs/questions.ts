import { mappingOfRecognised, platformsOf } from '../../imports/contradict.ts';
import { type DraftMapping, mappingFields, proposeMapping } from '../../imports/mapping.ts';
import type { Recognition } from '../../imports/recognise.ts';
import { isoDate, weekStart } from '../../kpi/calendar.ts';
import type { Issue } from '../../kpi/issue.ts';
import { issueSentence } from '../../text/issue.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import type { Language } from '../../workbook/template.ts';
import type { MappingProposal, Recognised } from '../api.ts';
import type { JobContext } from './context.ts';
import type { ImportRequest } from './reading.ts';

/** What a person needs to say how a table is to be read. */
function askedOf(
  { settings: { language } }: JobContext,
  fileName: string,
  mapping: DraftMapping,
  headerRow: readonly string[] = [],
  reason = '',
): MappingProposal {
  const headers = headerRow.map((text) => text.trim());
  return {
    reason,
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
  return askedOf(context, request.fileName, proposal.mapping, table.rows[proposal.headerRow], reason);
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
    ...(choices.length < 2 ? {} : { platforms: namedPlatforms(context.settings.language, choices) }),
    ...(format.key.startsWith('own.') ? { isOwn: true as const } : {}),
    ...(mapping === null ? {} : { otherwise: askedOf(context, fileName, mapping, rows[headerRow]) }),
  };
}

/** The last whole week, which people most often export: its ISO days. */
export function usualPeriod({ now }: JobContext): { from: string; to: string } {
  const monday = weekStart(now.day) - 7;
  return { from: isoDate(monday), to: isoDate(monday + 6) };
}

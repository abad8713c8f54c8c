import type { TextTable } from '../../files/table.ts';
import type { ExportFormat } from '../../imports/format.ts';
import {
  type FileMapping,
  formatOfMapping,
  mappingFields,
  proposeMapping,
  readMapping,
} from '../../imports/mapping.ts';
import { type ImportPlan, planImport, rejectionIssue, sheetsOf } from '../../imports/plan.ts';
import { readExport } from '../../imports/read-export.ts';
import { type Recognition, recognise } from '../../imports/recognise.ts';
import { needsAsOf } from '../../imports/spans.ts';
import { isoDate, serialOfIsoDate } from '../../kpi/calendar.ts';
import type { Issue } from '../../kpi/issue.ts';
import { say } from '../../text/index.ts';
import { issueSentence } from '../../text/issue.ts';
import { habitsOf } from '../../workbook/habits.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { keepMapping } from '../../workbook/marks.ts';
import type { Wanted } from '../../workbook/read.ts';
import { asOfChange } from '../../workbook/settings.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';
import { measuredKeys, starterTree } from '../../workbook/starter-tree.ts';
import { cells, type TableChange } from '../../workbook/table.ts';
import { dropUpload } from '../../workbook/upload-sheet.ts';
import type { ImportOutcome, MappingProposal, Recognised } from '../api.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import {
  issueChange,
  type JobContext,
  manyChanges,
  openJob,
  refuseBrokenSheets,
  writeSeen,
} from './context.ts';
import { undoRequests } from './undo.ts';
import { uploadedTables } from './upload.ts';

/** The sheets of an import: the few that its format writes to, and those of every one. */
function needsOf({ format }: Recognition): Wanted {
  const sheets = sheetsOf(format).map((key) => [key, 'all'] as const);
  return { tree: ['id', 'parent', 'name', 'metric'], issues: 'all', ...Object.fromEntries(sheets) };
}

export type ImportRequest = {
  readonly fileName: string;
  readonly tables: readonly TextTable[];
  readonly asOf?: string | undefined;
  readonly account?: string | undefined;
  /** Whether its tables were uploaded in pieces before. */
  readonly uploaded?: boolean | undefined;
  /** How to read a file that no format knows. */
  readonly mapping?: FileMapping | undefined;
};

/** The person's own word first, then what the workbook remembers. */
function ownFormats(map: WorkbookMap, { mapping }: ImportRequest): ExportFormat[] {
  const kept = map.mappings.map(readMapping).filter((each) => each !== null);
  return [...(mapping === undefined ? [] : [mapping]), ...kept].map(formatOfMapping);
}

function recogniseOrRefuse(request: ImportRequest, map: WorkbookMap): Recognition {
  const recognition = recognise(request.tables, ownFormats(map, request));
  if ('issue' in recognition) throw new Refusal(recognition.issue);
  return recognition;
}

function tableOf(request: ImportRequest, recognition: Recognition): TextTable {
  const table = request.tables[recognition.table];
  if (table === undefined) throw new Refusal({ code: 'FILE_NOT_TABLE' });
  return table;
}

/** Unique and readable, and the same for nothing else: the moment of the import, and what it is of. */
function importIdOf(context: JobContext, format: string): string {
  const day = isoDate(context.now.day).replace(/-/g, '');
  const seconds = Math.round((context.now.serial - context.now.day) * 86_400);
  const number =
    cells(context.tables.imports ?? { key: '', title: '', rows: 0, columns: {} }, 'id').length + 1;
  return `${format}-${day}-${seconds}-${number}`;
}

function plan(
  context: JobContext,
  request: ImportRequest,
  recognition: Recognition,
  who: string,
): ImportPlan & { readonly importId: string } {
  const importId = importIdOf(context, recognition.format.key);
  const given = request.asOf === undefined ? null : serialOfIsoDate(request.asOf);
  const planned = planImport({
    fileName: request.fileName,
    exportRows: readExport(
      tableOf(request, recognition),
      recognition,
      given ?? context.now.day,
      habitsOf(context.map.locale).order,
    ),
    recognition,
    asOf: given ?? context.now.day - 1,
    account: request.account,
    tables: context.tables,
    language: context.settings.language,
    who: who === '' ? say(context.settings.language, 'IMPORT_LOG_WHO_UNKNOWN') : who,
    now: context.now.serial,
    importId,
    sentence: (issue) => issueSentence(context.settings.language, issue),
  });
  if ('issue' in planned) throw new Refusal(planned.issue);
  return { ...planned, importId };
}

/** An empty tree gets a first one that suits the data; a tree that someone made is never touched. */
function treeChange(context: JobContext, changes: readonly TableChange[]): TableChange[] {
  if ((context.tables.tree?.rows ?? 0) > 0) return [];
  if (!changes.some(({ sheet }) => sheet === 'performance')) return []; // nothing that a KPI could measure yet
  const measured = measuredKeys(context.tables.performance?.columns ?? {});
  for (const change of changes) {
    if (change.sheet !== 'performance') continue;
    for (const row of change.appends) {
      for (const [key, value] of Object.entries(row)) if (typeof value === 'number') measured.add(key);
    }
  }
  const appends = starterTree(measured, context.settings.language);
  return [{ sheet: 'tree', appends, updates: [] }];
}

function outcomeOf(context: JobContext, name: string, { result, issues }: ImportPlan): ImportOutcome {
  const told = (issue: Issue): string => issueSentence(context.settings.language, issue);
  return {
    file: result.file,
    format: result.format,
    formatName: name,
    account: result.account,
    asOf: isoDate(result.asOf),
    read: result.read,
    taken: result.taken,
    updated: result.updated,
    unchanged: result.unchanged,
    rejected: result.rejected.map((row, index) => ({
      row: row.row,
      column: row.column,
      code: row.code,
      message: told(issues[index] ?? rejectionIssue(row, result.file)),
    })),
    skipped: result.skipped,
    ignoredColumns: [...result.ignoredColumns],
    warnings: result.warnings.map(told),
  };
}

/** How a file might be read that no format knows; null where it is none of them because it is broken or empty. */
function proposalFor(context: JobContext, request: ImportRequest, issue: Issue): MappingProposal | null {
  const isUnknown = issue.code === 'EXPORT_UNKNOWN' || issue.code === 'EXPORT_COLUMNS_MISSING';
  const [table] = [...request.tables].sort((a, b) => b.rows.length - a.rows.length);
  const proposal = isUnknown && table !== undefined ? proposeMapping(table) : null;
  if (proposal === null || table === undefined) return null;
  const { language } = context.settings;
  const headers = (table.rows[proposal.headerRow] ?? []).map((text) => text.trim());
  return {
    reason: issueSentence(language, issue),
    mapping: { ...proposal.mapping, name: request.fileName.replace(/\.\w+$/, '').slice(0, 100) },
    headers: [...new Set(headers.filter((text) => text !== ''))],
    fields: mappingFields(language),
    platforms: PLATFORMS.map(({ key, words }) => ({ key, name: words[language] })),
  };
}

/**
 * Says what a file is, as an import would take it; changes nothing.
 * @param gateway Access to the document.
 * @param request The file as text cells.
 * @returns Names of its format and account, its rows, and whether the day it is as of has to be asked for; for a file that
 *   no format knows a proposal of how to read it. Throws a Refusal where it cannot be read.
 */
export function recogniseJob(gateway: Gateway, request: ImportRequest): Recognised {
  const map = gateway.readMap();
  const recognition = recognise(request.tables, ownFormats(map, request));
  if ('issue' in recognition) {
    const proposal = proposalFor(openJob(gateway, {}, undefined, map), request, recognition.issue);
    if (proposal === null) throw new Refusal(recognition.issue);
    return { format: '', account: '', rows: 0, needsAsOf: false, proposal };
  }
  const needs = needsOf(recognition);
  const context = openJob(gateway, needs, undefined, map);
  refuseBrokenSheets(context, needs);
  const { result } = plan(context, request, recognition, '');
  const asksForDay = needsAsOf(recognition, request.fileName);
  const { account, read } = result;
  return { format: recognition.format.name, account, rows: read, needsAsOf: asksForDay };
}

/** A mapping that was used is remembered, once. */
function mappingRequests({ map }: JobContext, { mapping }: ImportRequest): SheetsRequest[] {
  const sheetId = map.sheets.get('imports')?.sheetId;
  const text = JSON.stringify(mapping);
  if (mapping === undefined || sheetId === undefined || map.mappings.includes(text)) return [];
  return [keepMapping(sheetId, text)];
}

/**
 * Brings one file in: one metadata read, one values read, one atomic batch; no write where nothing is new.
 * @param gateway Access to the document.
 * @param given The file as text cells, or that it was uploaded.
 * @param who Name for the import log; empty where nobody knows it.
 * @returns What became of each row, whether anything changed, and where everything is.
 */
export function importJob(
  gateway: Gateway,
  given: ImportRequest,
  who: string,
): { outcome: ImportOutcome; changed: boolean; map: WorkbookMap } {
  const map = gateway.readMap();
  const request = given.uploaded === true ? { ...given, tables: uploadedTables(gateway, map) } : given;
  const recognition = recogniseOrRefuse(request, map);
  const needs = needsOf(recognition);
  const context = openJob(gateway, needs, undefined, map);
  refuseBrokenSheets(context, needs);
  const planned = plan(context, request, recognition, who);
  if (planned.changes.length > 0) {
    const restored = issueChange(context, []);
    const moment = asOfChange(context.tables.settings, context.now.serial);
    const changes = [...planned.changes, ...treeChange(context, planned.changes), restored, moment];
    writeSeen(gateway, map, [
      ...manyChanges(gateway, context, changes),
      ...undoRequests(map, planned.importId, planned.changes, context.tables),
      ...mappingRequests(context, request),
      ...dropUpload(map),
    ]);
  } else if (given.uploaded === true) gateway.write(dropUpload(map));
  return {
    outcome: outcomeOf(context, recognition.format.name, planned),
    changed: planned.result.changed,
    map,
  };
}

import type { TextTable } from '../../files/table.ts';
import { type ImportPlan, planImport, rejectionIssue, sheetsOf } from '../../imports/plan.ts';
import { type ExportRows, readExport } from '../../imports/read-export.ts';
import type { Recognition } from '../../imports/recognise.ts';
import { needsAsOf, needsPeriod } from '../../imports/spans.ts';
import { isoDate, serialOfIsoDate } from '../../kpi/calendar.ts';
import type { Issue } from '../../kpi/issue.ts';
import { say } from '../../text/index.ts';
import { formatIn, issueSentence } from '../../text/issue.ts';
import { habitsOf } from '../../workbook/habits.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import type { Wanted } from '../../workbook/read.ts';
import { asOfChange } from '../../workbook/settings.ts';
import { hasStale, withStaleDrafts } from '../../workbook/stale-drafts.ts';
import { measuredKeys, ordersTree, starterTree } from '../../workbook/starter-tree.ts';
import { cells, type TableChange } from '../../workbook/table.ts';
import { uploadSheet } from '../../workbook/upload-sheet.ts';
import type { ImportOutcome, Recognised } from '../api.ts';
import { lookForLate } from '../automation/late.ts';
import type { Gateway } from '../gateway.ts';
import { Conflict, Refusal } from '../refusal.ts';
import {
  issueChange,
  type JobContext,
  manyChanges,
  openJob,
  refuseBrokenSheets,
  writeSeen,
} from './context.ts';
import { glanceOf, openQuestions, proposalFor, usualPeriod } from './questions.ts';
import { type ImportRequest, mappingRequests, recogniseAs } from './reading.ts';
import { undoRequests } from './undo.ts';
import { forgetUpload, uploadedTables } from './upload.ts';

/** The sheets of an import: the few that its format writes to, and those of every one. */
function needsOf({ format }: Recognition): Wanted {
  const sheets = sheetsOf(format).map((key) => [key, 'all'] as const);
  return { tree: ['id', 'parent', 'name', 'metric'], issues: 'all', ...Object.fromEntries(sheets) };
}

function recogniseOrRefuse(request: ImportRequest, map: WorkbookMap): Recognition {
  const recognition = recogniseAs(request, map);
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
): ImportPlan & { readonly importId: string; readonly rows: ExportRows } {
  const importId = importIdOf(context, recognition.format.key);
  const given = request.asOf === undefined ? null : serialOfIsoDate(request.asOf);
  const from = request.from === undefined ? null : serialOfIsoDate(request.from);
  const rows = readExport(
    tableOf(request, recognition),
    recognition,
    given ?? context.now.day,
    habitsOf(context.map.locale).order,
  );
  const planned = planImport({
    fileName: request.fileName,
    exportRows: rows,
    recognition,
    asOf: given ?? context.now.day - 1,
    ...(from === null ? {} : { from }),
    account: request.account,
    tables: context.tables,
    language: context.settings.language,
    reporting: context.settings.currency,
    who: who === '' ? say(context.settings.language, 'IMPORT_LOG_WHO_UNKNOWN') : who,
    now: context.now.serial,
    importId,
    sentence: (issue) => issueSentence(context.settings.language, issue),
  });
  if ('issue' in planned) throw new Refusal(planned.issue);
  return { ...planned, importId, rows };
}

/** An empty tree gets a first one that suits the data; a tree that someone made is never touched. */
function treeChange(context: JobContext, changes: readonly TableChange[]): TableChange[] {
  if ((context.tables.tree?.rows ?? 0) > 0) return [];
  const { language } = context.settings;
  const isOf = (key: string) => changes.some(({ sheet, appends }) => sheet === key && appends.length > 0);
  if (!changes.some(({ sheet }) => sheet === 'performance')) {
    // Of costs and products alone there is nothing yet that a KPI could measure.
    return isOf('orders') ? [{ sheet: 'tree', appends: ordersTree(language), updates: [] }] : [];
  }
  const measured = measuredKeys(context.tables.performance?.columns ?? {});
  for (const change of changes) {
    if (change.sheet !== 'performance') continue;
    for (const row of change.appends) {
      for (const [key, value] of Object.entries(row)) if (typeof value === 'number') measured.add(key);
    }
  }
  const appends = starterTree(measured, language);
  return [{ sheet: 'tree', appends, updates: [] }];
}

/** More than anyone reads in a sidebar; the sheet of data issues is the place for all. */
const REJECTED_SENT = 100;

function outcomeOf(context: JobContext, name: string, { result, issues }: ImportPlan): ImportOutcome {
  const told = (issue: Issue): string => issueSentence(context.settings.language, issue);
  return {
    file: result.file,
    format: result.format,
    formatName: formatIn(context.settings.language, name),
    account: result.account,
    asOf: isoDate(result.asOf),
    read: result.read,
    taken: result.taken,
    updated: result.updated,
    unchanged: result.unchanged,
    rejected: result.rejected.slice(0, REJECTED_SENT).map((row, index) => ({
      row: row.row,
      column: row.column,
      code: row.code,
      message: told(issues[index] ?? rejectionIssue(row, result.file)),
    })),
    rejectedCount: result.rejected.length,
    skipped: result.skipped,
    ignoredColumns: [...result.ignoredColumns],
    warnings: result.warnings.map(told),
    changed: result.changed,
  };
}

/**
 * Says what a file is, as an import would take it; changes nothing.
 * @param gateway Access to the document.
 * @param request The file as text cells.
 * @returns Names of its format and account, its rows, whether the days of its figures have to be asked for, and what a
 *   person may say otherwise; for a file that no format knows a proposal of how to read it. Throws a Refusal where it
 *   cannot be read.
 */
export function recogniseJob(gateway: Gateway, request: ImportRequest): Recognised {
  const map = gateway.readMap();
  const recognition = recogniseAs(request, map);
  if ('issue' in recognition) {
    const proposal = proposalFor(openJob(gateway, {}, undefined, map), request, recognition.issue);
    if (proposal === null) throw new Refusal(recognition.issue);
    return { format: '', account: '', rows: 0, needsAsOf: false, proposal };
  }
  const needs = needsOf(recognition);
  const context = openJob(gateway, needs, undefined, map);
  refuseBrokenSheets(context, needs);
  const asked = needsPeriod(recognition, request.fileName) ? usualPeriod(context) : null;
  // Only the counts matter here: any period gives the same.
  const dated = asked === null ? request : { ...request, from: asked.from, asOf: asked.to };
  const { result, rows } = plan(context, dated, recognition, '');
  return {
    format: formatIn(context.settings.language, recognition.format.name),
    account: result.account,
    rows: result.read,
    needsAsOf: needsAsOf(recognition, request.fileName),
    ...(asked === null ? {} : { needsPeriod: asked }),
    ...glanceOf(context, rows, recognition, result),
    ...openQuestions(context, request, recognition),
  };
}

type Imported = {
  readonly outcome: ImportOutcome;
  /** Whether drafts are to be made again: now, or since an earlier run that did not come so far. */
  readonly isStale: boolean;
  /** Where everything is after it. */
  readonly map: WorkbookMap;
};

/**
 * Brings one file in: one metadata read, one values read, one atomic batch; no write where nothing is new.
 * @param gateway Access to the document.
 * @param given The file as text cells, or that it was uploaded.
 * @param who Name for the import log; empty where nobody knows it.
 * @returns What became of each row, whether drafts are to be made again, and where everything is.
 */
export function importJob(gateway: Gateway, given: ImportRequest, who: string): Imported {
  const map = gateway.readMap();
  const { uploaded } = given;
  if (uploaded === undefined) return importInto(gateway, map, given, who);
  try {
    return importInto(gateway, map, { ...given, tables: uploadedTables(gateway, map, uploaded) }, who);
  } catch (fault) {
    if (fault instanceof Refusal && !(fault instanceof Conflict)) forgetUpload(gateway, map, uploaded);
    throw fault;
  }
}

function importInto(gateway: Gateway, map: WorkbookMap, request: ImportRequest, who: string): Imported {
  const recognition = recogniseOrRefuse(request, map);
  const needs = needsOf(recognition);
  const context = openJob(gateway, needs, undefined, map);
  refuseBrokenSheets(context, needs);
  const planned = plan(context, request, recognition, who);
  const arrived = request.uploaded === undefined ? [] : uploadSheet(request.uploaded).drop(map);
  // What a person said of such files counts also where the workbook has their rows already.
  const said = [...mappingRequests(map, request), ...arrived];
  const drafts = planned.result.changed ? withStaleDrafts(map) : { requests: [], map };
  if (planned.changes.length > 0) {
    const restored = issueChange(context, []);
    const moment = asOfChange(context.tables.settings, context.now.serial);
    const changes = [...planned.changes, ...treeChange(context, planned.changes), restored, moment];
    writeSeen(gateway, map, [
      ...manyChanges(gateway, context, changes),
      ...undoRequests(map, planned.importId, planned.changes, context.tables),
      ...lookForLate(map, gateway.id, planned.changes, context.now.serial),
      ...said,
      ...drafts.requests,
    ]);
  } else if (said.length > 0) gateway.write(said);
  return {
    outcome: outcomeOf(context, recognition.format.name, planned),
    isStale: hasStale(drafts.map),
    map: drafts.map,
  };
}

import type { Issue } from '../../kpi/issue.ts';
import { issueSentence } from '../../text/issue.ts';
import { type Address, addressIn } from '../../workbook/address.ts';
import { cut } from '../../workbook/cells.ts';
import { changeRequests, scatteredColumns } from '../../workbook/changes.ts';
import { issueRows } from '../../workbook/known-issues.ts';
import { columnIssues, titleLanguage, type WorkbookMap } from '../../workbook/map.ts';
import { hiddenWrite, mergeIssues } from '../../workbook/merged.ts';
import type { Wanted } from '../../workbook/read.ts';
import { readSettings, type Settings } from '../../workbook/settings.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import type { GridRange, SheetsRequest, ValuesResponse } from '../../workbook/sheets-api.ts';
import { emptyTable, type TableChange, type Tables } from '../../workbook/table.ts';
import type { Gateway } from '../gateway.ts';
import { type Now, nowIn } from '../now.ts';
import { Refusal } from '../refusal.ts';

/** What would be right where an issue does not say it. */
const USUAL: Readonly<Record<string, string>> = { BAD_DATE: '2026-11-22', BAD_NUMBER: '1234.5' };

/** What every job works on, after its two reads. */
export type JobContext = {
  readonly map: WorkbookMap;
  readonly tables: Tables;
  readonly response: ValuesResponse;
  readonly settings: Settings;
  /** What was met on reading: failed formulas, merged cells, dates that could be two days. */
  readonly found: readonly Issue[];
  readonly address: Address;
  readonly now: Now;
  /** Keys of the call-outs of reviews that this run has written, by their periods. */
  readonly said?: ReadonlyMap<string, readonly string[]>;
};

/** A workbook of which the settings alone are gone says its language by its titles. */
function withoutSettings(gateway: Gateway, map: WorkbookMap): Refusal {
  if (map.sheets.size === 0) return new Refusal({ code: 'NOT_SET_UP' });
  gateway.language = titleLanguage(map);
  const sheet = sheetTemplate('settings').titles[gateway.language ?? 'en'];
  return new Refusal({ code: 'SHEET_MISSING', at: { sheet } });
}

/**
 * Reads what a job needs: one metadata read and one values read.
 * @param gateway Access to the document; it learns the workbook's language.
 * @param wanted Columns by sheet; `settings` is always read.
 * @param ranges Further ranges, chosen by where everything is.
 * @param map Where everything is, if it was read just now.
 * @returns The context; throws a Refusal where the workbook is not set up, a needed sheet is gone, or the headers of one
 *   are not in row 1.
 */
export function openJob(
  gateway: Gateway,
  wanted: Wanted,
  ranges: (map: WorkbookMap) => readonly GridRange[] = () => [],
  map: WorkbookMap = gateway.readMap(),
): JobContext {
  if (!map.sheets.has('settings')) throw withoutSettings(gateway, map);
  const lost = Object.keys(wanted).find((key) => !map.sheets.has(key));
  // A job that cannot run reads no more than its refusal needs.
  const needs: Wanted = { settings: ['key', 'value'], ...(lost === undefined ? wanted : {}) };
  const { tables, response } = gateway.readValues(map, needs, lost === undefined ? ranges(map) : []);
  const address = addressIn(map);
  const { settings } = readSettings(
    tables.settings ?? emptyTable('settings', 'settings'),
    address,
    titleLanguage(map),
  );
  gateway.language = settings.language;
  if (lost !== undefined) {
    const sheet = sheetTemplate(lost).titles[settings.language];
    throw new Refusal({ code: 'SHEET_MISSING', at: { sheet } });
  }
  const read = Object.values(tables);
  const fault = read.find(({ headerFault }) => headerFault !== undefined)?.headerFault;
  if (fault !== undefined) throw new Refusal(fault);
  const found = [...read.flatMap(({ issues = [] }) => issues), ...mergeIssues(map, Object.keys(needs), true)];
  return { map, tables, response, settings, found, address, now: nowIn(map.timeZone) };
}

/**
 * Stops a job that would write rows without the values of a column that is gone, into one of two of its kind, or by
 * rows that merged cells make unreadable.
 * @param context Context of the job.
 * @param wanted Columns by sheet that the job reads and writes; throws a Refusal that names the first fault.
 */
export function refuseBrokenSheets({ map, settings }: JobContext, wanted: Wanted): void {
  const sheets = Object.keys(wanted);
  const [issue] = [...columnIssues(map, settings.language, sheets), ...mergeIssues(map, sheets, false)];
  if (issue !== undefined) throw new Refusal(issue);
}

/**
 * Writes the batch of a job.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @param requests Requests; throws a Refusal that names merged cells, where a value would be written into one that
 *   nobody sees, and then writes nothing.
 */
export function writeSeen(gateway: Gateway, map: WorkbookMap, requests: readonly SheetsRequest[]): void {
  const issue = hiddenWrite(map, requests);
  if (issue !== undefined) throw new Refusal(issue);
  gateway.write(requests);
}

/**
 * Changes of an import or of its undoing as requests; one further read where many cells change here and there among
 * those that people typed.
 * @param gateway Access to the document.
 * @param context Context of the job.
 * @param changes What to change.
 */
export function manyChanges(
  gateway: Gateway,
  { map, tables, settings }: JobContext,
  changes: readonly TableChange[],
): SheetsRequest[] {
  const entered = gateway.readEntered(map, scatteredColumns(map, tables, changes));
  return changeRequests(map, tables, changes, settings.language, entered);
}

/** What rows of the sheet `issues` are made from. */
export type IssueContext = Pick<JobContext, 'map' | 'tables' | 'found' | 'now'> & {
  readonly settings: Pick<Settings, 'language'>;
};

/**
 * Issues as rows of the sheet `issues`, after what was restored in the workbook and met on reading; those that stand
 * there already are left out, and follow their finding where it moved.
 */
export function issueChange(context: IssueContext, issues: readonly Issue[]): TableChange {
  const { map, tables, settings, found, now } = context;
  const titles = new Set(map.tabs.map(({ title }) => title));
  const all = [...map.restored, ...found, ...issues];
  return issueRows(tables.issues ?? emptyTable('issues', 'issues'), titles, all, (issue) => ({
    when: now.serial,
    sheet: issue.at?.sheet ?? null,
    cell: issue.at?.cell ?? null,
    // What was found may fill a cell by itself.
    sentence: cut(issueSentence(settings.language, issue)),
    found: issue.found ?? null,
    expected: issue.expected ?? USUAL[issue.code] ?? null,
    code: issue.code,
  }));
}

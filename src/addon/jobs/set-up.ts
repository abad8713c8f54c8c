import type { Issue } from '../../kpi/issue.ts';
import { say } from '../../text/index.ts';
import { issueSentence } from '../../text/issue.ts';
import { listed } from '../../text/row.ts';
import { addressIn } from '../../workbook/address.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { columnIssues, titleLanguage, type WorkbookMap } from '../../workbook/map.ts';
import type { Wanted } from '../../workbook/read.ts';
import { asOfChange, lackingSettings, momentText, readSettings } from '../../workbook/settings.ts';
import { planSetUp, type SetUpOptions, type SetUpPlan } from '../../workbook/setup.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import { AS_OF } from '../../workbook/sheets/settings.ts';
import type { ValuesResponse } from '../../workbook/sheets-api.ts';
import type { RowValues, Tables } from '../../workbook/table.ts';
import type { Language } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { Refusal } from '../refusal.ts';
import { writeSeen } from './context.ts';
import { blockedFound, headerRanges, headersFound } from './headers.ts';

export type SetUpRequest = Pick<SetUpOptions, 'language' | 'modules' | 'examples'> & {
  /** Reporting currency of a new workbook; the default of the settings where it is not given. */
  readonly currency?: string | undefined;
};

export type SetUpOutcome = Omit<SetUpPlan, 'requests'> & {
  /** That of the workbook, where it had one already. */
  readonly language: Language;
  readonly isNew: boolean;
  /** Names of the settings that it lacked. */
  readonly settings: readonly string[];
  /** Computed columns that something keeps from showing. */
  readonly blocked: readonly Issue[];
  readonly changed: boolean;
};

type Known = {
  readonly language: Language | undefined;
  readonly tables: Tables;
  readonly response: ValuesResponse;
};

/** What an earlier set-up chose stays; the sheet of settings and the headers of all are one read. */
function known(gateway: Gateway, map: WorkbookMap): Known {
  const columns = map.sheets.get('settings')?.columns;
  const hasSettings = columns?.has('key') === true && columns.has('value');
  const wanted: Wanted = hasSettings ? { settings: 'all' } : {};
  const { tables, response } = gateway.readValues(map, wanted, headerRanges(map));
  if (tables.settings === undefined) return { language: undefined, tables, response };
  const { settings } = readSettings(tables.settings, addressIn(map), titleLanguage(map));
  gateway.language = settings.language;
  return { language: settings.language, tables, response };
}

/** A column that two headers claim is neither there nor missing: someone has to say which one counts. */
function refuseDoubled(map: WorkbookMap, language: Language): void {
  const lacking = map.issues.filter(
    ({ code, at, values }) =>
      code === 'COLUMN_DOUBLED' &&
      [...map.sheets.values()].some(
        ({ title, columns }) => title === at?.sheet && !columns.has(String(values?.column)),
      ),
  );
  const [issue] = columnIssues({ ...map, issues: lacking }, language);
  if (issue !== undefined) throw new Refusal(issue);
}

function settingsToAdd({ settings }: Tables, language: Language, now: number): RowValues[] {
  const lacking = settings === undefined ? [] : lackingSettings(settings, language);
  return lacking.map((row) => (row.key === AS_OF ? { ...row, value: momentText(now) } : row));
}

/**
 * Makes a workbook complete: missing sheets of the core and of chosen modules, missing columns and settings, and the
 * looks of later versions. One metadata read, a read of the settings where there are any, and one atomic batch; no
 * batch where nothing is missing.
 * @param gateway Access to the document.
 * @param request Language and currency of a new workbook, modules to add, and whether new sheets get example rows.
 * @returns What was added; throws a Refusal where a column is there twice and neither is marked.
 */
export function setUpJob(gateway: Gateway, request: SetUpRequest): SetUpOutcome {
  const map = gateway.readMap();
  const before = known(gateway, map);
  const language = before.language ?? titleLanguage(map) ?? request.language;
  refuseDoubled(map, language);
  const now = nowIn(map.timeZone).serial;
  const currency = request.currency === undefined ? {} : { currency: request.currency };
  const values = { ...currency, [AS_OF]: momentText(now) };
  const headers = headersFound(gateway, map, before.response);
  const { requests: planned, ...plan } = planSetUp(map, { ...request, language, values, headers });
  const hasAdded = plan.sheets.length + plan.columns.length > 0;
  const appends = settingsToAdd(before.tables, language, now);
  const isChanged = planned.length + appends.length > 0;
  const changes = [
    { sheet: 'settings', appends, updates: [] },
    ...(isChanged ? [asOfChange(before.tables.settings, now)] : []),
  ];
  const requests = [...planned, ...changeRequests(map, before.tables, changes, language)];
  writeSeen(gateway, map, requests);
  return {
    ...plan,
    settings: appends.map(({ name }) => String(name)),
    // What comes back may be what a formula lacked: its header is written anew.
    blocked: hasAdded ? [] : blockedFound(map, before.response, language, headers),
    language,
    isNew: map.sheets.size === 0,
    changed: requests.length > 0,
  };
}

function sheetsSentence({ sheets, isNew, language }: SetUpOutcome): string[] {
  if (sheets.length === 0) return [];
  const guide = sheetTemplate('guide').titles[language];
  return isNew
    ? [say(language, 'SET_UP_DONE', { count: sheets.length, guide })]
    : [say(language, 'SET_UP_SHEETS', { sheets: listed(sheets, language) })];
}

/**
 * What a set-up did, in the language of the workbook.
 * @param outcome What `setUpJob` returned.
 * @returns One or several sentences.
 */
export function setUpSentence(outcome: SetUpOutcome): string {
  const { language, columns, headers, rowsAbove, settings, blocked, changed } = outcome;
  const sentences = [
    ...sheetsSentence(outcome),
    ...rowsAbove.map((each) => say(language, 'SET_UP_ROWS_ABOVE', each)),
    ...headers.map((each) =>
      say(language, 'SET_UP_HEADERS', { sheet: each.sheet, columns: listed(each.headers, language) }),
    ),
    ...columns.map(({ sheet, headers }) =>
      say(language, 'SET_UP_COLUMNS', { sheet, columns: listed(headers, language) }),
    ),
    ...(settings.length === 0
      ? []
      : [say(language, 'SET_UP_SETTINGS', { names: listed(settings, language) })]),
    ...blocked.map((issue) => issueSentence(language, issue)),
  ];
  if (sentences.length === 0) return say(language, changed ? 'SET_UP_UPDATED' : 'SET_UP_NOTHING');
  return sentences.join(language === 'en' ? ' ' : '');
}

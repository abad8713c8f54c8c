import { isoDate, isoWeekLabel } from '../kpi/calendar.ts';
import { peopleIn } from '../review/digest/people.ts';
import { LACKING_NEEDS, lackingFiles } from '../review/lacking.ts';
import { lastWhole, type Period, periodBefore } from '../review/period.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/index.ts';
import { inARow, listed } from '../text/row.ts';
import { addressIn } from '../workbook/address.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { titleLanguage, type WorkbookMap } from '../workbook/map.ts';
import { readRange } from '../workbook/read.ts';
import { readSettings, type Settings } from '../workbook/settings.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { SHEETS } from '../workbook/sheets/index.ts';
import type { GridRange, ValuesResponse } from '../workbook/sheets-api.ts';
import { hasStale } from '../workbook/stale-drafts.ts';
import { cells, emptyTable, type Table, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { hasUndo, UNDO_HEAD, UNDO_SHEET_ID } from '../workbook/undo-sheet.ts';
import { answer, locked, sentenceOf } from './answer.ts';
import type { Endpoints, SidebarState } from './api.ts';
import { automationView } from './automation/view.ts';
import type { Gateway } from './gateway.ts';
import { applyModelJob, type ModelOutcome } from './jobs/apply-model.ts';
import { behindSentences, draftsIn, remakeDraftsJob } from './jobs/drafts.ts';
import { feedingState } from './jobs/feeding.ts';
import { importJob, recogniseJob } from './jobs/import.ts';
import {
  closeReviewJob,
  lastWeekOf,
  lastWholeWeek,
  readReviewJob,
  reviewSentence,
  writeReviewJob,
} from './jobs/review.ts';
import { rowsJob } from './jobs/rows.ts';
import { setUpJob, setUpSentence } from './jobs/set-up.ts';
import { importIdIn, type SheetCount, undoJob } from './jobs/undo.ts';
import { uploadJob } from './jobs/upload.ts';
import { userLanguage, workbookLanguage } from './language.ts';
import { nowIn } from './now.ts';
import { again, Refusal } from './refusal.ts';
import {
  importRequest,
  modelRequest,
  nothingRequest,
  rowsRequest,
  setUpRequest,
  uploadRequest,
  weekRequest,
} from './requests.ts';
import { showGuide, showSheet } from './show.ts';

const STATE_NEEDS = {
  settings: ['key', 'value'],
  accounts: LACKING_NEEDS.accounts,
  issues: ['code'],
  tree: ['id', 'parent', 'name', 'kind', 'metric', 'platform', 'actual'],
  targets: ['node', 'target', 'low', 'high'],
  team: ['name', 'email'],
  imports: ['id', 'file', 'taken', 'updated', ...LACKING_NEEDS.imports],
} as const;

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

function accountsIn(table: Table): SidebarState['accounts'] {
  return cells(table, 'id').map((id, row) => ({
    platform:
      choiceKey(PLATFORMS, cells(table, 'platform')[row]) ?? textOfCell(cells(table, 'platform')[row]),
    id: textOfCell(id),
    name: textOfCell(cells(table, 'name')[row]) || textOfCell(id),
  }));
}

function modulesIn(map: WorkbookMap): SidebarState['modules'] {
  return SHEETS.flatMap(({ key, module, titles, purpose }) =>
    module === undefined ? [] : [{ key: module, isThere: map.sheets.has(key), titles, purpose }],
  );
}

/** The last import, if what it did is still known: the log may have been sorted, the hidden sheet says which it was. */
function lastImportIn(response: ValuesResponse, log: Table): SidebarState['lastImport'] {
  const id = importIdIn(readRange(UNDO_SHEET_ID, response)[0]?.[0]);
  const last = id === '' ? -1 : cells(log, 'id').indexOf(id);
  if (last < 0 || textOfCell(cells(log, 'undone')[last]) !== '') return null;
  const count = (key: string): number => Number(cells(log, key)[last] ?? 0) || 0;
  return { file: textOfCell(cells(log, 'file')[last]), rows: count('taken') + count('updated') };
}

/** The first row of a sheet below its header: whether it holds anything. */
function firstRows(map: WorkbookMap, key: string): GridRange[] {
  const place = map.sheets.get(key);
  if (place === undefined) return [];
  const { sheetId, columnCount } = place;
  return [{ sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: columnCount }];
}

function tableIn(tables: Tables, key: string): Table {
  return tables[key] ?? emptyTable(key, key);
}

function lackingIn(
  map: WorkbookMap,
  tables: Tables,
  lastWeek: Period,
  settings: Settings,
  language: Language,
): SidebarState['lacking'] {
  const entries = [lastWeek, ...draftsIn(map, settings)].map((period) => [
    period.label,
    lackingFiles(tables, period, language),
  ]);
  return Object.fromEntries(entries.filter(([, sentence]) => sentence !== ''));
}

/** Whether the first KPI without a parent has a target. */
function hasGoal(tree: Table, targets: Table): boolean {
  const ids = cells(tree, 'id').map(textOfCell);
  const root = ids.find((id, row) => id !== '' && textOfCell(cells(tree, 'parent')[row]) === '');
  const isSet = (row: number): boolean =>
    ['target', 'low', 'high'].some((key) => textOfCell(cells(targets, key)[row]) !== '');
  return cells(targets, 'node').some((node, row) => textOfCell(node) === root && isSet(row));
}

const LONG_OFFERED = [
  ['month', 3],
  ['quarter', 2],
] as const;

function longPeriods(today: number, fiscalYearEnd: number): SidebarState['longPeriods'] {
  return LONG_OFFERED.flatMap(([kind, count]) => {
    const last = lastWhole(kind, today, fiscalYearEnd);
    return Array.from({ length: count }, (_, back) => {
      const { label, from, to } = periodBefore(last, back, fiscalYearEnd);
      return { label, from: isoDate(from), to: isoDate(to) };
    });
  });
}

/**
 * What the sidebar shows first: language, sheets, accounts, reviews, and how the automation stands.
 * @param request Nothing.
 * @returns The state, also of a workbook that is not set up; a sentence where it cannot be read.
 */
export function sidebarState(request: unknown): Reply<'sidebarState'> {
  return answer(nothingRequest(), request, (_, gateway) => {
    const map = gateway.readMap();
    const orders = firstRows(map, 'orders');
    const { tables, response } = gateway.readValues(map, STATE_NEEDS, [
      ...(hasUndo(map) ? [UNDO_HEAD] : []),
      ...orders,
    ]);
    const isSetUp = map.sheets.has('settings');
    const { settings } = readSettings(tableIn(tables, 'settings'), addressIn(map), titleLanguage(map));
    const now = nowIn(map.timeZone);
    const language = isSetUp ? settings.language : userLanguage();
    const accounts = accountsIn(tableIn(tables, 'accounts'));
    const hasOrders = orders.some(({ sheetId }) =>
      readRange(sheetId ?? -1, response).some((column) =>
        column.some((cell) => cell !== null && cell !== ''),
      ),
    );
    return {
      language,
      isSetUp,
      title: map.title,
      timeZone: map.timeZone,
      today: isoDate(now.day),
      lastWeek: isoWeekLabel(lastWholeWeek(now.day)),
      longPeriods: longPeriods(now.day, settings.fiscalYearEnd),
      sheets: [...map.sheets.values()].map(({ key, title, sheetId }) => ({ key, title, sheetId })),
      modules: modulesIn(map),
      accounts,
      reviews: map.reviews.map(({ period, state, sheetId, title }) => ({ period, state, sheetId, title })),
      lacking: lackingIn(map, tables, lastWeekOf({ now, settings }), settings, language),
      automation: automationView(map, gateway.id, settings, now),
      issueCount: tableIn(tables, 'issues').rows,
      people: peopleIn(tableIn(tables, 'team')).length,
      treeRows: tableIn(tables, 'tree').rows,
      hasGoal: hasGoal(tableIn(tables, 'tree'), tableIn(tables, 'targets')),
      lastImport: lastImportIn(response, tableIn(tables, 'imports')),
      ...feedingState(
        map,
        { tree: tableIn(tables, 'tree'), imports: tableIn(tables, 'imports') },
        accounts,
        hasOrders,
        language,
      ),
    };
  });
}

/**
 * Makes the sheets, columns and settings that are missing.
 * @param request Language and reporting currency of a new workbook, modules to add, and whether new sheets get example
 *   rows.
 * @returns How many sheets were added, and what was done, in the language of the workbook.
 */
export function setUp(request: unknown): Reply<'setUp'> {
  return answer(setUpRequest(), request, (options, gateway) => {
    const outcome = locked(() => setUpJob(gateway, options));
    showGuide(outcome);
    return { added: outcome.sheets.length, sentence: setUpSentence(outcome) };
  });
}

/**
 * Says what a file is, as an import would take it; changes nothing.
 * @param request The file as text cells.
 * @returns Format, account, rows, and whether the day it is as of has to be asked for; a sentence for a file that is
 *   no known export, and for sheets or columns that are missing.
 */
export function recogniseFile(request: unknown): Reply<'recogniseFile'> {
  return answer(importRequest(), request, (file, gateway) => recogniseJob(gateway, file));
}

/**
 * Keeps a piece of a file that is too big for one call; `importFile` then takes it as uploaded.
 * @param request Number of the piece from 0, how many there are, and its text: together the JSON of the file's tables.
 * @returns Nothing; a sentence where it could not be kept.
 */
export function uploadPiece(request: unknown): Reply<'uploadPiece'> {
  return answer(uploadRequest(), request, (piece, gateway) =>
    locked(() => {
      uploadJob(gateway, piece);
      return {};
    }),
  );
}

/** What keeps a draft from being made again must not look as if the file were not in. */
function remakeFault(gateway: Gateway, map: WorkbookMap): string[] {
  try {
    again((attempt) => remakeDraftsJob(gateway, attempt === 0 ? map : gateway.readMap()));
    return [];
  } catch (error) {
    const reason = sentenceOf(error, gateway);
    return [say(workbookLanguage(gateway), 'DRAFTS_NOT_REMADE', { reason })];
  }
}

/**
 * Brings one file in as one atomic change, and makes the draft reviews again.
 * @param request The file as text cells, its account and the day it is as of.
 * @returns What became of each row, with a warning where a draft could not be made again; a sentence where the file was
 *   not taken, in which case nothing was changed.
 */
export function importFile(request: unknown): Reply<'importFile'> {
  return answer(importRequest(), request, (file, gateway) =>
    locked(() => {
      const { outcome, isStale, map } = importJob(gateway, file, Session.getActiveUser().getEmail());
      if (!isStale) return outcome;
      return { ...outcome, warnings: [...outcome.warnings, ...remakeFault(gateway, map)] };
    }),
  );
}

/**
 * Undoes the last import as one atomic change, and makes the draft reviews again.
 * @param request Nothing.
 * @returns What went and what is as before; a sentence alone where there is nothing to undo.
 */
export function undoImport(request: unknown): Reply<'undoImport'> {
  return answer(nothingRequest(), request, (_, gateway) =>
    locked(() => {
      const before = gateway.readMap();
      // An undoing that ended before it made the drafts again is brought to its end.
      if (!hasUndo(before) && hasStale(before)) remakeFault(gateway, before);
      const { outcome, map } = undoJob(gateway, before);
      const language = workbookLanguage(gateway);
      const { file, kept } = outcome;
      const rowsOf = (counts: readonly SheetCount[]): string => {
        const parts = counts.map(({ title, rows }) =>
          say(language, 'UNDO_IN', { title, rows: formatNumber(rows, 'count', language) }),
        );
        return parts.length === 0 ? '0' : listed(parts, language);
      };
      const [removed, restored] = [rowsOf(outcome.removed), rowsOf(outcome.restored)];
      const parts = [
        say(language, 'UNDO_DONE', { file, removed, restored }),
        ...(kept === 0 ? [] : [say(language, 'UNDO_KEPT', { count: kept })]),
        ...remakeFault(gateway, map),
      ];
      return { sentence: inARow(parts, language) };
    }),
  );
}

/**
 * The script that makes sample data, which the sidebar runs: most people never need it.
 * @param request Nothing.
 * @returns A page with one script.
 */
export function sampleScript(request: unknown): Reply<'sampleScript'> {
  return answer(nothingRequest(), request, () => ({
    html: HtmlService.createHtmlOutputFromFile('sample').getContent(),
  }));
}

/**
 * Adds rows to template sheets, for sample data; settings are changed in place.
 * @param request Rows by sheet and column key.
 * @returns How many rows were added, and a sentence; a sentence alone for sheets that are unknown or missing.
 */
export function loadRows(request: unknown): Reply<'loadRows'> {
  return answer(rowsRequest(), request, (rows, gateway) => {
    const added = locked(() => rowsJob(gateway, rows));
    return { added, sentence: say(workbookLanguage(gateway), 'ROWS_ADDED', { count: added }) };
  });
}

function modelSentences(language: Language, outcome: ModelOutcome): string {
  const { title, sheet, kpis, kept, targets, map } = outcome;
  const parts = [say(language, 'MODEL_APPLIED', { model: title, count: kpis, sheet })];
  if (kept !== '') parts.push(say(language, 'MODEL_KEPT', { sheet: kept }));
  if (targets !== null) {
    const { rows, weeks, without } = targets;
    if (weeks === null) parts.push(say(language, 'MODEL_NO_WEEKS'));
    if (rows.length > 0) parts.push(say(language, 'MODEL_TARGETS', { count: rows.length }));
    const names = listed(without, language);
    if (weeks !== null && names !== '') {
      parts.push(say(language, rows.length === 0 ? 'MODEL_FROM_NOTHING' : 'MODEL_WITHOUT_TARGET', { names }));
    }
  }
  parts.push(...behindSentences(language, map));
  return inARow(parts, language);
}

/**
 * Writes the KPI tree of a model, and targets where a goal is given.
 * @param request Key of the model, the goal with its days, and whether a tree that is there may be replaced.
 * @returns How many KPIs and targets were written, the tab that keeps the former tree, and sentences; a sentence alone
 *   where nothing was changed.
 */
export function applyModel(request: unknown): Reply<'applyModel'> {
  return answer(modelRequest(), request, (wanted, gateway) => {
    const outcome = locked(() => applyModelJob(gateway, wanted, Session.getActiveUser().getEmail()));
    const { kpis, kept, targets } = outcome;
    const sentence = modelSentences(workbookLanguage(gateway), outcome);
    const isPartial = targets !== null && (targets.weeks === null || targets.without.length > 0);
    return { kpis, kept, targets: targets?.rows.length ?? 0, sentence, ...(isPartial ? { isPartial } : {}) };
  });
}

/**
 * Writes the review of a week as a draft, or leaves a closed one alone.
 * @param request Label of the week; the last whole week without it.
 * @returns Week, state and a sentence; a sentence alone where it could not be written.
 */
export function writeReview(request: unknown): Reply<'writeReview'> {
  return answer(weekRequest(), request, ({ week }, gateway) => {
    const outcome = locked(() => writeReviewJob(gateway, week));
    showSheet(outcome.sheetId);
    const { period, state, wrote, warning } = outcome;
    const code = wrote ? 'REVIEW_WRITTEN' : 'REVIEW_IS_CLOSED';
    const sentence = reviewSentence(workbookLanguage(gateway), outcome, code);
    return { period, state, sentence, ...(warning === '' ? {} : { isPartial: true }) };
  });
}

/**
 * The review of a week as data; changes nothing.
 * @param request Label of the week; the last whole week without it.
 * @returns The review; of a closed week computed anew, which its first note says. A sentence where it cannot be made.
 */
export function readReview(request: unknown): Reply<'readReview'> {
  return answer(weekRequest(), request, ({ week }, gateway) => readReviewJob(gateway, week));
}

/**
 * Closes the review of a week: writes it a last time and marks it as a record.
 * @param request Label of the week; the latest draft without it.
 * @returns Week and a sentence; a sentence alone where there is no draft, or where it could not be written.
 */
export function closeReview(request: unknown): Reply<'closeReview'> {
  return answer(weekRequest(), request, ({ week }, gateway) => {
    const closed = locked(() => closeReviewJob(gateway, week));
    if (closed === undefined) throw new Refusal({ code: 'REVIEW_NONE_OPEN' });
    showSheet(closed.sheetId);
    const { period, warning } = closed;
    const sentence = reviewSentence(workbookLanguage(gateway), closed, 'REVIEW_CLOSED');
    return { period, sentence, ...(warning === '' ? {} : { isPartial: true }) };
  });
}

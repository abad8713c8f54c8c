import type { Cell, Issue } from '../../kpi/issue.ts';
import { say } from '../../text/index.ts';
import { numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import {
  fitsField,
  IDENTITIES,
  type ListField,
  type ListSheet,
  listFields,
} from '../../workbook/list-fields.ts';
import type { Wanted } from '../../workbook/read.ts';
import { type EditedRow, type ListRow, mergeRows, type RowMerge } from '../../workbook/row-merge.ts';
import { asOfChange, lackingSettings } from '../../workbook/settings.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import { SETTINGS } from '../../workbook/sheets/settings.ts';
import { cells, type RowValues, type Table, type TableChange } from '../../workbook/table.ts';
import type { Language } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import type { ListEdit, ListSaved, ListState } from '../more-api.ts';
import { Refusal } from '../refusal.ts';
import { issueChange, type JobContext, openJob, refuseBrokenSheets, writeSeen } from './context.ts';
import { inLanguage } from './rows.ts';

const PEOPLE: Wanted = { team: ['name'] };

type Present = {
  readonly fields: readonly ListField[];
  readonly rows: readonly ListRow[];
  /** Data row of each, from 0. */
  readonly places: readonly number[];
};

function peopleIn({ tables }: JobContext): string[] {
  const names = tables.team === undefined ? [] : cells(tables.team, 'name').map(textOfCell);
  return [...new Set(names.filter((name) => name !== ''))];
}

function openList(gateway: Gateway, sheet: ListSheet, more: Wanted): JobContext {
  const map = gateway.readMap();
  const people = sheet === 'accounts' && map.sheets.has('team') ? PEOPLE : {};
  const wanted: Wanted = { ...people, [sheet]: 'all', ...more };
  return openJob(gateway, wanted, undefined, map);
}

/** A cell as the editor keeps it: a choice by its key, no outer spaces, nothing as null. */
function listCell(sheet: ListSheet, { key }: ListField, cell: Cell | undefined): Cell {
  const text = textOfCell(cell);
  if (text === '') return null;
  const choices = columnChoices(sheet, key);
  return choiceKey(choices, text) ?? text;
}

/** The value that counts: the default where there is none, and what cannot be read as it stands. */
function settingCell({ key, kind, options }: ListField, cell: Cell | undefined): Cell {
  const usual = SETTINGS.find((each) => each.key === key)?.value ?? '';
  const text = textOfCell(cell) || String(usual);
  if (kind === 'number' || kind === 'percent' || kind === 'month') {
    const value = numberOfCell(cell === undefined || textOfCell(cell) === '' ? usual : cell);
    return typeof value === 'number' ? value : text;
  }
  if (kind === 'currency') return text.toUpperCase();
  const option = options.find(({ value }) => value.toLowerCase() === text.toLowerCase());
  return option?.value ?? (text === '' ? null : text);
}

function settingsRow(table: Table, fields: readonly ListField[]): ListRow {
  const keys = cells(table, 'key').map(textOfCell);
  const cellFor = (field: ListField): Cell =>
    settingCell(field, cells(table, 'value')[keys.indexOf(field.key)]);
  return Object.fromEntries(fields.map((field) => [field.key, cellFor(field)]));
}

function presentRows(context: JobContext, sheet: ListSheet): Present {
  const table = context.tables[sheet] as Table;
  const fields = listFields(sheet, context.settings.language, peopleIn(context));
  if (sheet === 'settings') return { fields, rows: [settingsRow(table, fields)], places: [0] };
  const all = Array.from(
    { length: table.rows },
    (_, index): ListRow =>
      Object.fromEntries(
        fields.map((field) => [field.key, listCell(sheet, field, cells(table, field.key)[index])]),
      ),
  );
  const places = all.flatMap((row, index) =>
    Object.values(row).some((cell) => cell !== null) ? [index] : [],
  );
  return { fields, places, rows: places.map((index) => all[index] as ListRow) };
}

/** A row is an example while it has the address of one, as it is for mail. */
function examplesIn(sheet: ListSheet, rows: readonly ListRow[]): number[] {
  const addresses = (sheetTemplate(sheet).examples ?? []).map(({ email }) => email);
  return rows.flatMap((row, index) => (addresses.includes(textOfCell(row.email)) ? [index] : []));
}

function stateOf(
  context: JobContext,
  sheet: ListSheet,
  fields: readonly ListField[],
  rows: readonly ListRow[],
): ListState {
  const title = context.map.sheets.get(sheet)?.title ?? '';
  return { sheet, title, fields, rows, examples: examplesIn(sheet, rows) };
}

/**
 * A short sheet for the sidebar's editor.
 * @param gateway Access to the document.
 * @param sheet Key of the sheet.
 * @returns Its fields and rows; throws a Refusal where the sheet is missing.
 */
export function readListJob(gateway: Gateway, sheet: ListSheet): ListState {
  const context = openList(gateway, sheet, {});
  const { fields, rows } = presentRows(context, sheet);
  return stateOf(context, sheet, fields, rows);
}

/** The first new value that its field cannot hold; what others typed stays as it is. */
function faultIn(
  sheet: ListSheet,
  fields: readonly ListField[],
  { updates, appends }: RowMerge,
): Issue | undefined {
  const written = [...updates.map(({ values }) => values), ...appends];
  for (const row of written) {
    for (const field of fields) {
      const cell = row[field.key];
      const isLacking = appends.includes(row) && cell === undefined && field.isNeeded === true;
      if (isLacking || (cell !== undefined && !fitsField(sheet, field, cell))) {
        return { code: 'LIST_BAD_VALUE', found: textOfCell(cell), values: { field: field.label } };
      }
    }
  }
  return undefined;
}

function settingsChange(table: Table, { updates }: RowMerge, language: Language): TableChange {
  const values = Object.assign({}, ...updates.map((each) => each.values)) as RowValues;
  const keys = cells(table, 'key').map(textOfCell);
  const lacking = lackingSettings(table, language).filter(({ key }) => values[String(key)] !== undefined);
  return {
    sheet: 'settings',
    updates: Object.entries(values).flatMap(([key, value]) => {
      const index = keys.indexOf(key);
      return index < 0 ? [] : [{ index, values: { value } }];
    }),
    appends: lacking.map((row) => ({ ...row, value: values[String(row.key)] ?? null })),
  };
}

function listChange(context: JobContext, sheet: ListSheet, present: Present, merge: RowMerge): TableChange {
  const { language } = context.settings;
  if (sheet === 'settings') return settingsChange(context.tables.settings as Table, merge, language);
  const template = sheetTemplate(sheet);
  const place = (index: number): number => present.places[index] ?? 0;
  return {
    sheet,
    updates: merge.updates.map(({ index, values }) => ({
      index: place(index),
      values: inLanguage(template, values, language),
    })),
    appends: merge.appends.map((row) => inLanguage(template, row, language)),
    removals: merge.removals.map(place),
  };
}

/** Nothing but the columns of the list is taken from outside, and nothing is left unsaid. */
function known(fields: readonly ListField[], row: ListRow): ListRow {
  return Object.fromEntries(fields.map(({ key }) => [key, row[key] ?? null]));
}

const sameRows = (a: readonly ListRow[], b: readonly ListRow[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves a short sheet as one atomic change: what others changed meanwhile is kept, and what they changed in the same
 * place is told and not overwritten.
 * @param gateway Access to the document.
 * @param edit The rows as they were read and as the person left them.
 * @returns The list after it, or the conflicts, in which case nothing was written; throws a Refusal where the sheet cannot
 *   be written, or a value cannot stand in its field.
 */
export function saveListJob(gateway: Gateway, { sheet, base, rows }: ListEdit): ListSaved {
  const context = openList(gateway, sheet, { issues: 'all', settings: 'all' });
  refuseBrokenSheets(context, { [sheet]: 'all', issues: 'all' });
  const { map, tables, settings, now } = context;
  const present = presentRows(context, sheet);
  const { fields } = present;
  const before = base.map((row) => known(fields, row));
  const edited = rows.map(({ was, row }): EditedRow => ({ was, row: known(fields, row) }));
  const columns = fields.map(({ key }) => key);
  const merge = mergeRows(before, edited, present.rows, columns, IDENTITIES[sheet]);
  if (merge.conflicts.length > 0) {
    const state = stateOf(context, sheet, fields, present.rows);
    return { saved: false, conflicts: merge.conflicts, draft: merge.draft, state };
  }
  const fault = faultIn(sheet, fields, merge);
  if (fault !== undefined) throw new Refusal(fault);
  const change = listChange(context, sheet, present, merge);
  const isChanged = change.updates.length + change.appends.length + (change.removals ?? []).length > 0;
  const found = issueChange(context, []);
  const changes = isChanged ? [change, found, asOfChange(tables.settings, now.serial)] : [found];
  writeSeen(gateway, map, changeRequests(map, tables, changes, settings.language));
  return savedOf(gateway, context, sheet, fields, merge, sameRows(before, present.rows));
}

function savedOf(
  gateway: Gateway,
  context: JobContext,
  sheet: ListSheet,
  fields: readonly ListField[],
  merge: RowMerge,
  isAlone: boolean,
): ListSaved {
  const after = merge.draft.map(({ row }) => row);
  const chosen = sheet === 'settings' ? after[0]?.language : undefined;
  const language: Language = chosen === 'en' || chosen === 'zh-CN' ? chosen : context.settings.language;
  gateway.language = language;
  // In a new language labels and hints are others as well.
  const shown =
    language === context.settings.language ? fields : listFields(sheet, language, peopleIn(context));
  const state = stateOf(context, sheet, shown, after);
  const sentence = say(language, isAlone ? 'LIST_SAVED' : 'LIST_SAVED_BESIDE', { sheet: state.title });
  return { saved: true, sentence, state };
}

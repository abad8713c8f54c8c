import type { Cell } from '../../kpi/issue.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { choiceKey, choiceWord } from '../../workbook/choices.ts';
import { withDefaults } from '../../workbook/defaults.ts';
import { fingerprint } from '../../workbook/same-rows.ts';
import { asOfChange } from '../../workbook/settings.ts';
import { SHEETS, sheetTemplate } from '../../workbook/sheets/index.ts';
import { cells, type RowValues, type Table, type TableChange } from '../../workbook/table.ts';
import type { Language, SheetTemplate } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import { issueChange, openJob, refuseBrokenSheets, writeSeen } from './context.ts';

export type RowsRequest = {
  readonly tables: readonly { readonly sheet: string; readonly rows: readonly RowValues[] }[];
};

function templateOf(key: string): SheetTemplate {
  if (!SHEETS.some((sheet) => sheet.key === key)) {
    throw new Refusal({ code: 'BAD_REQUEST', values: { detail: key } });
  }
  return sheetTemplate(key);
}

/**
 * Keys of dropdowns become words of the workbook’s language.
 * @param template Template of the sheet.
 * @param row Values by column key; computed columns are left out.
 * @param language Language of the workbook.
 */
export function inLanguage(template: SheetTemplate, row: RowValues, language: Language): RowValues {
  const values: Record<string, Cell> = {};
  for (const column of template.columns) {
    const value = row[column.key];
    if (value === undefined || column.formula !== undefined) continue;
    const key = column.choices === undefined ? null : choiceKey(column.choices, value);
    values[column.key] = key === null ? value : choiceWord(column.choices ?? [], key, language);
  }
  return values;
}

/** Settings are changed in place, by key; everything else is added below, unless the very row is there already. */
function changeOf(table: Table, template: SheetTemplate, rows: readonly RowValues[]): TableChange {
  if (template.key === 'settings') {
    const keys = cells(table, 'key');
    const updates = rows.flatMap((row) => {
      const index = keys.indexOf(row.key ?? null);
      return index < 0 ? [] : [{ index, values: { value: row.value ?? null } }];
    });
    return { sheet: template.key, appends: [], updates };
  }
  const known = new Set<string>();
  for (let index = 0; index < table.rows; index++) {
    known.add(fingerprint(template, (key) => table.columns[key]?.[index]));
  }
  const appends = rows.filter((row) => !known.has(fingerprint(template, (key) => row[key])));
  return { sheet: template.key, appends, updates: [] };
}

/**
 * Adds rows to template sheets, such as sample data. Sending the same rows again adds nothing.
 * @param gateway Access to the document.
 * @param request Rows by sheet and column key.
 * @returns How many rows were added.
 */
export function rowsJob(gateway: Gateway, request: RowsRequest): number {
  const wanted = Object.fromEntries(
    request.tables.map(({ sheet }) => [templateOf(sheet).key, 'all'] as const),
  );
  const context = openJob(gateway, { issues: 'all', ...wanted });
  refuseBrokenSheets(context, wanted);
  const { map, tables, settings } = context;
  const changes = request.tables.map(({ sheet, rows }) => {
    const template = templateOf(sheet);
    const words = rows.map((row) =>
      withDefaults(template, inLanguage(template, row, settings.language), settings.language),
    );
    return changeOf(tables[sheet] as Table, template, words);
  });
  const added = [...changes, issueChange(context, [])];
  const isChanged = added.some(({ appends, updates }) => appends.length + updates.length > 0);
  const all = isChanged ? [...added, asOfChange(tables.settings, context.now.serial)] : [];
  writeSeen(gateway, map, changeRequests(map, tables, all, settings.language));
  return changes.reduce((sum, change) => sum + change.appends.length, 0);
}

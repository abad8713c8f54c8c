import { scatteredKeys, writeRows, writeUpdates } from './blocks.ts';
import { cellRequests } from './column-look.ts';
import { withDefaults } from './defaults.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import type { Wanted } from './read.ts';
import { grownLook } from './sheet-look.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { SheetsRequest } from './sheets-api.ts';
import type { Entered, TableChange, Tables } from './table.ts';
import type { Language } from './template.ts';
import { removeRows } from './undo-sheet.ts';
import { unitFormats } from './units.ts';

/** Spare empty rows below the data after a sheet had to grow. */
const SPARE_ROWS = 200;

/** New rows of a sheet look and work as its other rows do. */
function growRequests(
  map: WorkbookMap,
  place: SheetPlace,
  needed: number,
  language: Language,
): SheetsRequest[] {
  if (needed <= place.rowCount) return [];
  const length = needed - place.rowCount + SPARE_ROWS;
  const looks = sheetTemplate(place.key).columns.flatMap((column) => {
    const position = place.columns.get(column.key);
    if (position === undefined) return [];
    const range = {
      sheetId: place.sheetId,
      startRowIndex: place.rowCount,
      endRowIndex: place.rowCount + length,
      startColumnIndex: position,
      endColumnIndex: position + 1,
    };
    return cellRequests(range, column, language, map.sheets);
  });
  return [
    { appendDimension: { sheetId: place.sheetId, dimension: 'ROWS', length } },
    ...looks,
    ...grownLook(place, place.rowCount + length, place.columnCount),
  ];
}

/** One change a sheet: two that both append would write over each other. */
function bySheet(changes: readonly TableChange[]): TableChange[] {
  const merged = new Map<string, TableChange>();
  for (const change of changes) {
    const before = merged.get(change.sheet);
    merged.set(change.sheet, {
      sheet: change.sheet,
      appends: [...(before?.appends ?? []), ...change.appends],
      updates: [...(before?.updates ?? []), ...change.updates],
      removals: [...(before?.removals ?? []), ...(change.removals ?? [])],
    });
  }
  return [...merged.values()];
}

/**
 * Columns of which has to be known what was entered before so scattered changes can be written in few blocks.
 * @param map Where everything is.
 * @param tables Tables as read.
 * @param changes What is going to be changed.
 * @returns Columns by sheet; nothing where changes are few.
 */
export function scatteredColumns(map: WorkbookMap, tables: Tables, changes: readonly TableChange[]): Wanted {
  const keys = bySheet(changes).map(({ sheet, updates }): [string, string[]] => {
    const place = map.sheets.get(sheet);
    return [sheet, place === undefined ? [] : scatteredKeys(place, tables[sheet], updates)];
  });
  return Object.fromEntries(keys.filter(([, columns]) => columns.length > 0));
}

/**
 * Changes of template sheets as requests.
 * @param map Where everything is.
 * @param tables Tables as read, which say where the data of each sheet ends and what stands between changed cells.
 * @param changes What to append and update; several of one sheet are taken together, and a sheet that the workbook
 *   does not have is left out.
 * @param language Language of the dropdowns in rows that a sheet has to grow by.
 * @param entered What was entered into the columns that `scatteredColumns` names.
 * @returns Requests of one batch; updates of a sheet come before what is appended to it, and what is removed last.
 */
export function changeRequests(
  map: WorkbookMap,
  tables: Tables,
  changes: readonly TableChange[],
  language: Language,
  entered: Entered = {},
): SheetsRequest[] {
  return bySheet(changes).flatMap(({ sheet, appends, updates, removals = [] }) => {
    const place = map.sheets.get(sheet);
    if (place === undefined) return [];
    const firstFree = (tables[sheet]?.rows ?? 0) + 1;
    const updated = writeUpdates(place, tables[sheet], updates, entered[sheet]);
    const formats = unitFormats(place, tables[sheet], { appends, updates }, firstFree);
    const sorted = [...removals].sort((a, b) => a - b);
    const removed = removals.length === 0 ? [] : removeRows(place, sorted);
    if (appends.length === 0) return [...updated, ...formats, ...removed];
    const grown = growRequests(map, place, firstFree + appends.length, language);
    const rows = appends.map((row) => withDefaults(sheetTemplate(sheet), row, language));
    return [...updated, ...grown, ...writeRows(place, firstFree, rows), ...formats, ...removed];
  });
}

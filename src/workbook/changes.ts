import { cellRequests } from './column-look.ts';
import { valueCell } from './formats.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { RowData, SheetsRequest } from './sheets-api.ts';
import type { RowValues, TableChange, Tables } from './table.ts';
import type { Language } from './template.ts';

/** Spare empty rows below the data after a sheet had to grow. */
const SPARE_ROWS = 200;

/** Neighbouring template columns: [first position, keys]. People's own columns between them are never written. */
type Run = { readonly start: number; readonly keys: readonly string[] };

function runsOf(place: SheetPlace, keys: ReadonlySet<string>): Run[] {
  const wanted = [...place.columns].filter(([key]) => keys.has(key)).sort((a, b) => a[1] - b[1]);
  const runs: { start: number; keys: string[] }[] = [];
  for (const [key, position] of wanted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.start + last.keys.length === position) last.keys.push(key);
    else runs.push({ start: position, keys: [key] });
  }
  return runs;
}

function keysOf(rows: readonly RowValues[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}

function rowData(rows: readonly RowValues[], keys: readonly string[]): RowData[] {
  return rows.map((row) => ({ values: keys.map((key) => valueCell(row[key] ?? null)) }));
}

function writeRows(place: SheetPlace, firstRow: number, rows: readonly RowValues[]): SheetsRequest[] {
  return runsOf(place, keysOf(rows)).map((run) => ({
    updateCells: {
      start: { sheetId: place.sheetId, rowIndex: firstRow, columnIndex: run.start },
      rows: rowData(rows, run.keys),
      fields: 'userEnteredValue',
    },
  }));
}

/** New rows of a sheet look and work as its other rows do. */
function growRequests(place: SheetPlace, needed: number, language: Language): SheetsRequest[] {
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
    return cellRequests(range, column, language);
  });
  return [{ appendDimension: { sheetId: place.sheetId, dimension: 'ROWS', length } }, ...looks];
}

/** Updates of following rows with the same keys become one block. */
function updateBlocks(updates: TableChange['updates']): { index: number; rows: RowValues[] }[] {
  const blocks: { index: number; rows: RowValues[]; shape: string }[] = [];
  for (const update of [...updates].sort((a, b) => a.index - b.index)) {
    const shape = Object.keys(update.values).sort().join('\0');
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.shape === shape && last.index + last.rows.length === update.index) {
      last.rows.push(update.values);
    } else {
      blocks.push({ index: update.index, rows: [update.values], shape });
    }
  }
  return blocks;
}

/**
 * Changes of template sheets as requests.
 * @param map Where everything is.
 * @param tables Tables as read, which say where the data of each sheet ends.
 * @param changes What to append and update; a sheet that the workbook does not have is left out.
 * @param language Language of the dropdowns in rows that a sheet has to grow by.
 */
export function changeRequests(
  map: WorkbookMap,
  tables: Tables,
  changes: readonly TableChange[],
  language: Language,
): SheetsRequest[] {
  return changes.flatMap((change) => {
    const place = map.sheets.get(change.sheet);
    if (place === undefined) return [];
    const firstFree = (tables[change.sheet]?.rows ?? 0) + 1;
    const appends =
      change.appends.length === 0
        ? []
        : [
            ...growRequests(place, firstFree + change.appends.length, language),
            ...writeRows(place, firstFree, change.appends),
          ];
    const updates = updateBlocks(change.updates).flatMap((block) =>
      writeRows(place, block.index + 1, block.rows),
    );
    return [...updates, ...appends];
  });
}

import type { Cell } from '../kpi/issue.ts';
import { valueCell } from './formats.ts';
import type { SheetPlace } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { RowData, SheetsRequest } from './sheets-api.ts';
import type { RowValues, Table, TableChange } from './table.ts';

type Updates = TableChange['updates'];

/** Neighbouring template columns: first position, and keys. People's own columns between them are never written. */
type Run = { readonly start: number; readonly keys: readonly string[] };

/** Data rows from the first to the last, both counted. */
type Span = { readonly first: number; readonly last: number };

/** Cells that may be written again to make one block of many; about 1 MB of a request that should stay below 2 MB. */
const FILL_LIMIT = 20_000;

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

function block(place: SheetPlace, run: Run, firstRow: number, rows: readonly RowData[]): SheetsRequest {
  const start = { sheetId: place.sheetId, rowIndex: firstRow, columnIndex: run.start };
  return { updateCells: { start, rows, fields: 'userEnteredValue' } };
}

function keysOf(rows: readonly RowValues[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}

/**
 * Writes following rows, all of them with the same columns: a value that a row does not have empties its cell.
 * @param place Where the sheet and its columns are.
 * @param firstRow Sheet row of the first, from 0.
 * @param rows Values by column key.
 * @returns One request for each run of neighbouring columns.
 */
export function writeRows(place: SheetPlace, firstRow: number, rows: readonly RowValues[]): SheetsRequest[] {
  return runsOf(place, keysOf(rows)).map((run) =>
    block(
      place,
      run,
      firstRow,
      rows.map((row) => ({ values: run.keys.map((key) => valueCell(row[key] ?? null)) })),
    ),
  );
}

/** Updates of following rows with the same keys become one block. */
function writeApart(place: SheetPlace, updates: Updates): SheetsRequest[] {
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
  return blocks.flatMap(({ index, rows }) => writeRows(place, index + 1, rows));
}

/**
 * Columns whose cells may be written again with the value that was read. What is read is values: a formula that a
 * person typed would become its value. So these are only columns that the add-on fills, in which people are told not
 * to type, and only where they were read.
 */
function fillableKeys(place: SheetPlace, table: Table | undefined): Set<string> {
  const { columns, imported } = sheetTemplate(place.key);
  const own = columns.filter(({ formula, managed }) => formula === undefined && (imported || managed));
  return new Set(own.map(({ key }) => key).filter((key) => table?.columns[key] !== undefined));
}

/** Joins rows to spans, over the smallest gaps first, as long as no more than `limit` rows lie in gaps. */
function spansOf(rows: readonly number[], limit: number): Span[] {
  const gaps = rows.slice(1).map((row, i) => ({ after: i, size: row - (rows[i] ?? row) - 1 }));
  const joined = new Set<number>();
  let left = limit;
  for (const { after, size } of gaps.sort((a, b) => a.size - b.size)) {
    left -= size;
    if (left < 0) break;
    joined.add(after);
  }
  const spans: { first: number; last: number }[] = [];
  rows.forEach((row, i) => {
    const last = spans[spans.length - 1];
    if (last !== undefined && joined.has(i - 1)) last.last = row;
    else spans.push({ first: row, last: row });
  });
  return spans;
}

function writeFilled(place: SheetPlace, table: Table, updates: Updates): SheetsRequest[] {
  const changed = new Map<number, Record<string, Cell>>();
  for (const { index, values } of updates) changed.set(index, { ...changed.get(index), ...values });
  const runs = runsOf(place, keysOf([...changed.values()]));
  return runs.flatMap((run) => {
    const touched = [...changed].filter(([, values]) => run.keys.some((key) => key in values));
    const rows = touched.map(([index]) => index).sort((a, b) => a - b);
    const limit = FILL_LIMIT / runs.length / run.keys.length;
    const cellAt = (key: string, row: number): Cell => {
      const value = changed.get(row)?.[key];
      return value === undefined ? (table.columns[key]?.[row] ?? null) : value;
    };
    return spansOf(rows, limit).map(({ first, last }) => {
      const data: RowData[] = [];
      for (let row = first; row <= last; row++) {
        data.push({ values: run.keys.map((key) => valueCell(cellAt(key, row))) });
      }
      return block(place, run, first + 1, data);
    });
  });
}

function part(updates: Updates, keep: (key: string) => boolean): Updates {
  return updates.flatMap(({ index, values }) => {
    const kept = Object.entries(values).filter(([key]) => keep(key));
    return kept.length === 0 ? [] : [{ index, values: Object.fromEntries(kept) }];
  });
}

/**
 * Changes of single cells as few blocks. In columns that the add-on fills, unchanged cells between changed ones are
 * written again as they were read, so that a file in which every other row is new is one block a run of columns; in
 * all others, only the changed cells are written.
 * @param place Where the sheet and its columns are.
 * @param table The sheet as read; nothing is filled where it was not.
 * @param updates Values by data row (0 = sheet row 2) and column key; of two for one cell, the later counts.
 * @returns Requests whose effect is that of writing the changed cells one by one.
 */
export function writeUpdates(place: SheetPlace, table: Table | undefined, updates: Updates): SheetsRequest[] {
  const fillable = fillableKeys(place, table);
  const apart = writeApart(
    place,
    part(updates, (key) => !fillable.has(key)),
  );
  if (table === undefined) return apart;
  return [
    ...writeFilled(
      place,
      table,
      part(updates, (key) => fillable.has(key)),
    ),
    ...apart,
  ];
}

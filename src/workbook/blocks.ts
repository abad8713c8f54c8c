import type { Cell } from '../kpi/issue.ts';
import { isErrorCell } from './cells.ts';
import { valueCell } from './formats.ts';
import { type Gap, joinedSpans } from './joined-spans.ts';
import type { SheetPlace } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { RowData, SheetsRequest } from './sheets-api.ts';
import type { RowValues, Table, TableChange } from './table.ts';

type Updates = TableChange['updates'];

/** Neighbouring template columns: first position, and keys. People's own columns between them are never written. */
type Run = { readonly start: number; readonly keys: readonly string[] };

/** Cells that may be written again to make one block of many; about 1 MB of a request that should stay below 2 MB. */
const FILL_LIMIT = 20_000;
/**
 * Blocks of a sheet that a commit takes, at most 500 bytes each. Where changed cells are more scattered than that,
 * whatever lies between them is written again: staged it weighs little.
 */
const BLOCK_LIMIT = 1000;

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
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) keys.add(key);
  return keys;
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

type RowBlock = { readonly index: number; readonly rows: RowValues[]; readonly shape: string };

/** Updates of following rows with the same keys become one block. */
function rowBlocks(updates: Updates): RowBlock[] {
  const blocks: RowBlock[] = [];
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

function writeApart(place: SheetPlace, updates: Updates): SheetsRequest[] {
  return rowBlocks(updates).flatMap(({ index, rows }) => writeRows(place, index + 1, rows));
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

/** Changes by row; of two for one cell, the later counts. */
function byRow(updates: Updates): [number, RowValues][] {
  const changed = new Map<number, RowValues>();
  for (const { index, values } of updates) {
    const before = changed.get(index);
    changed.set(index, before === undefined ? values : { ...before, ...values });
  }
  return [...changed].sort(([a], [b]) => a - b);
}

function writeFilled(place: SheetPlace, table: Table, updates: Updates, most: number): SheetsRequest[] {
  const changed = byRow(updates);
  const valuesAt = new Map(changed);
  const runs = runsOf(place, keysOf(changed.map(([, values]) => values)));
  return runs.flatMap((run) => {
    const touched = changed.filter(([, values]) => run.keys.some((key) => key in values));
    const fill = FILL_LIMIT / runs.length / run.keys.length;
    const limits = { fill, most: most / runs.length };
    const cellAt = (key: string, row: number): Cell => {
      const value = valuesAt.get(row)?.[key];
      return value === undefined ? (table.columns[key]?.[row] ?? null) : value;
    };
    const rows = touched.map(([index]) => index);
    return joinedSpans(rows, limits).map(({ first, last }) => {
      const data: RowData[] = [];
      for (let row = first; row <= last; row++) {
        data.push({ values: run.keys.map((key) => valueCell(cellAt(key, row))) });
      }
      return block(place, run, first + 1, data);
    });
  });
}

/** Whether a cell as it was entered may not be written again as a plain value. */
const isBound = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && (cell.startsWith('=') || isErrorCell(cell));

/** A column that people type into: whatever lies between its changed cells comes back as it was entered. */
function writeColumn(
  place: SheetPlace,
  key: string,
  changed: readonly [number, Cell][],
  entered: readonly Cell[],
  most: number,
): SheetsRequest[] {
  const rows = changed.map(([row]) => row);
  const valueAt = new Map(changed);
  const isFree = ({ after, size }: Gap): boolean => {
    const first = (rows[after] as number) + 1;
    for (let row = first; row < first + size; row++) if (isBound(entered[row])) return false;
    return true;
  };
  const start = place.columns.get(key);
  if (start === undefined) return [];
  return joinedSpans(rows, { fill: 0, most }, isFree).map(({ first, last }) => {
    const data: RowData[] = [];
    for (let row = first; row <= last; row++) {
      const value = valueAt.get(row);
      data.push({ values: [valueCell(value === undefined ? (entered[row] ?? null) : value)] });
    }
    return block(place, { start, keys: [key] }, first + 1, data);
  });
}

function writeColumns(
  place: SheetPlace,
  updates: Updates,
  entered: Readonly<Record<string, readonly Cell[]>>,
  most: number,
): SheetsRequest[] {
  const changed = byRow(updates);
  const keys = [...keysOf(changed.map(([, values]) => values))];
  return keys.flatMap((key) => {
    const cells = changed.flatMap(([row, values]): [number, Cell][] => {
      const value = values[key];
      return value === undefined ? [] : [[row, value]];
    });
    return writeColumn(place, key, cells, entered[key] ?? [], most / keys.length);
  });
}

function part(updates: Updates, keep: (key: string) => boolean): Updates {
  return updates.flatMap(({ index, values }) => {
    const kept = Object.entries(values).filter(([key]) => keep(key));
    return kept.length === 0 ? [] : [{ index, values: Object.fromEntries(kept) }];
  });
}

/**
 * Columns in which people type, and in which more cells change here and there than a commit can name one by one.
 * @param place Where the sheet and its columns are.
 * @param table The sheet as read.
 * @param updates Values by data row and column key.
 * @returns Their keys: `writeUpdates` needs to know what was entered into them; none where changes are few.
 */
export function scatteredKeys(place: SheetPlace, table: Table | undefined, updates: Updates): string[] {
  const fillable = fillableKeys(place, table);
  const typed = part(updates, (key) => !fillable.has(key) && place.columns.has(key));
  let blocks = 0;
  for (const { rows } of rowBlocks(typed)) blocks += runsOf(place, keysOf(rows.slice(0, 1))).length;
  return blocks > BLOCK_LIMIT ? [...keysOf(typed.map(({ values }) => values))] : [];
}

/**
 * Changes of single cells as few blocks. In columns that the add-on fills, unchanged cells between changed ones are
 * written again as they were read, so that a file in which every other row is new is one block a run of columns; in
 * all others, only the changed cells are written, unless it is known what was entered between them.
 * @param place Where the sheet and its columns are.
 * @param table The sheet as read; nothing is filled where it was not.
 * @param updates Values by data row (0 = sheet row 2) and column key; of two for one cell, the later counts.
 * @param entered Columns as they were entered, where `scatteredKeys` names them. Formulas stay what they are.
 * @param most Blocks above which what lies between is written again.
 * @returns Requests whose effect is that of writing the changed cells one by one.
 */
export function writeUpdates(
  place: SheetPlace,
  table: Table | undefined,
  updates: Updates,
  entered: Readonly<Record<string, readonly Cell[]>> = {},
  most: number = BLOCK_LIMIT,
): SheetsRequest[] {
  const fillable = fillableKeys(place, table);
  const isEntered = (key: string): boolean => !fillable.has(key) && entered[key] !== undefined;
  const apart = [
    ...writeColumns(place, part(updates, isEntered), entered, most),
    ...writeApart(
      place,
      part(updates, (key) => !fillable.has(key) && !isEntered(key)),
    ),
  ];
  if (table === undefined) return apart;
  const filled = part(updates, (key) => fillable.has(key));
  return [...writeFilled(place, table, filled, most), ...apart];
}

/** Imports of 100,000 rows into a workbook of 100,000 rows, step by step, and their commit on the local host. */
import { readFileTables } from '../src/files/read-file.ts';
import type { TextTable } from '../src/files/table.ts';
import { changeRequests, scatteredColumns } from '../src/workbook/changes.ts';
import { mapWorkbook, type WorkbookMap } from '../src/workbook/map.ts';
import { sheetTemplate } from '../src/workbook/sheets/index.ts';
import { type Staged, staged } from '../src/workbook/staging.ts';
import type { TableChange, Tables } from '../src/workbook/table.ts';
import { commit, newWorkbook } from './bench-commit.ts';
import {
  csvOf,
  importLong,
  longFile,
  orderObjects,
  passOver,
  rowObjects,
  workbookWith,
} from './bench-import.ts';
import { attribute, attributeObjects, orderFile, ordersOf } from './bench-orders.ts';

const ROWS = 100_000;
/** After a first time that does not count; what takes long runs fewer times. */
const RUNS = 5;

type Compare = (
  name: string,
  ours: () => unknown,
  peerName: string,
  peer: () => unknown,
  runs: number,
) => void;

const parse = (bytes: Uint8Array, name: string): TextTable => {
  const read = readFileTables(bytes, name);
  if ('issue' in read) throw new Error(read.issue.code);
  return read.tables[0] as TextTable;
};

/** Cells split at every comma and line, whatever quotes say. */
const splitUp = (bytes: Uint8Array): string[][] =>
  new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .map((line) => line.split(','));

/** Where the sheets of the tables would be. */
function mapOf(tables: Tables): WorkbookMap {
  const sheets = Object.entries(tables).map(([key, { rows }], i) => {
    const columnMetadata = sheetTemplate(key).columns.map((column) => ({
      developerMetadata: [{ metadataKey: 'kpi.column', metadataValue: `${key}.${column.key}` }],
    }));
    return {
      properties: {
        sheetId: i + 1,
        title: key,
        gridProperties: { rowCount: rows + 1, columnCount: columnMetadata.length },
      },
      developerMetadata: [{ metadataKey: 'kpi.sheet', metadataValue: `${key}:1:${i + 1}` }],
      data: [{ columnMetadata }],
    };
  });
  return mapWorkbook({ sheets });
}

/** The requests of a plan, ready to be sent. */
function stagedOf(map: WorkbookMap, tables: Tables, changes: readonly TableChange[]): Staged | null {
  const wanted = scatteredColumns(map, tables, changes);
  const entered = Object.fromEntries(Object.keys(wanted).map((key) => [key, tables[key]?.columns ?? {}]));
  return staged(changeRequests(map, tables, changes, 'en', entered), false);
}

function passOverChanges(changes: readonly TableChange[]): number {
  let size = 0;
  for (const { appends, updates } of changes) {
    for (const row of appends) size += JSON.stringify(row).length;
    for (const { values } of updates) size += JSON.stringify(values).length;
  }
  return size;
}

function compareSteps(compare: Compare): void {
  const tables: Tables = { ...workbookWith(ROWS), orders: ordersOf(ROWS) };
  const map = mapOf(tables);
  const kinds = [
    { name: 'figures', file: longFile(ROWS, ROWS / 2, ROWS), objects: rowObjects },
    { name: 'orders', file: orderFile(ROWS, ROWS / 2, ROWS), objects: orderObjects },
  ];
  for (const { name, file, objects } of kinds) {
    const cells = `100,000 x ${file.rows[0]?.length} cells of ${name}`;
    const bytes = csvOf(file);
    const pass = 'bare pass over the same cells';
    compare(
      `file: parse ${cells}`,
      () => parse(bytes, file.name),
      'split at every comma',
      () => splitUp(bytes),
      RUNS,
    );
    const importing = (): unknown => importLong(file, tables);
    const importName = `import: read, check and plan ${cells} into 100,000 rows`;
    compare(importName, importing, pass, () => passOver(file, tables), RUNS);
    compare(importName, importing, 'row objects with a Map, unchecked', () => objects(file, tables), RUNS);
    const { changes } = importLong(file, tables);
    compare(
      `import: its requests, staged, of ${cells}`,
      () => stagedOf(map, tables, changes),
      'each changed row as JSON',
      () => passOverChanges(changes),
      RUNS,
    );
  }
  const attributing = (): unknown => attribute(tables, 'linear');
  const name = 'review: 100,000 figures read, and 100,000 orders joined to 100,000 items of content';
  const empty: TextTable = { name: '', rows: [] };
  compare(name, attributing, 'bare pass over the same cells', () => passOver(empty, tables), RUNS);
  compare(name, attributing, 'row objects with Maps, unchecked', () => attributeObjects(tables), RUNS);
}

/** A workbook of three times so many rows, and the hidden sheet of their import, stay below 10 million cells. */
const COMMITTED = 20_000;

/** Each file comes once: it finds the workbook as the one before it left it, and putting that back takes longer than the file. */
function commitAll(files: Record<string, string>): void {
  const machine = newWorkbook(files);
  const [all, half] = [COMMITTED, COMMITTED / 2];
  const steps: [name: string, file: TextTable, taken: number, updated: number][] = [
    ['20,000 new figures and items of content', longFile(all), all, 0],
    ['10,000 new figures, 5,000 changed among 20,000', longFile(all, half, all), half, half / 2],
    ['20,000 new orders', orderFile(all, 0, 0), all, 0],
    ['10,000 new orders, 5,000 changed among 20,000', orderFile(all, half, all), half, half / 2],
  ];
  for (const [name, file, taken, updated] of steps) {
    const { milliseconds, calls } = commit(machine, file, { taken, updated });
    const line = { name: `local host: ${name}`, milliseconds: Math.round(milliseconds), calls, runs: 1 };
    console.log(JSON.stringify(line));
  }
}

/**
 * Prints a line for each step.
 * @param compare Runs two sides in turn and prints their ratio.
 * @param files The built add-on.
 */
export function benchLarge(compare: Compare, files: Record<string, string>): void {
  compareSteps(compare);
  commitAll(files);
}

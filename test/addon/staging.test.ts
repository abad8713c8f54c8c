/** An import too big for one request: in pieces to a hidden sheet, then at once; whatever happens in between. */
import { readFileTables } from '../../src/files/read-file.ts';
import { faultsAt } from '../../src/local/apps-script/faults.ts';
import type { Machine } from '../../src/local/machine.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { STAGING_SHEET_ID } from '../../src/workbook/staging.ts';
import {
  batch,
  bench,
  call,
  importText,
  rowsOf,
  sheetsCalls,
  sheetTitled,
  stateOf,
  valuesOf,
} from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const COUNT = 5000;
const idOf = (i: number): string => `v${String(i).padStart(10, '0')}`;
const videos = (factor: number): Video[] =>
  Array.from({ length: COUNT }, (_, i) => ({
    id: idOf(i),
    // A text that looks like a number or a formula stays text on its way through the hidden sheet.
    title: i % 3 === 0 ? `=SUM(${i})` : i % 3 === 1 ? `007${i}` : `Title ${i}`,
    published: 'Jan 5, 2026',
    likes: i % 7,
    views: 100 + i * factor,
    hours: (100 + i) / 8,
  }));
const bringIn = (machine: Machine, factor = 1, asOf = '2026-08-02') =>
  importText(machine, youtube(videos(factor)), { asOf, account: 'art' });
const isStaging = (machine: Machine): boolean =>
  machine.document().sheets.some(({ sheetId }) => sheetId === STAGING_SHEET_ID);
const writes = (machine: Machine): number =>
  sheetsCalls(machine, 'importFile').filter((name) => name === 'batchUpdate').length;

test('every row arrives as it was, in pieces and one commit; the hidden sheet is gone', () => {
  const machine = bench();
  expect(bringIn(machine)).toMatchObject({ read: COUNT, taken: COUNT, rejected: [] });
  expect(isStaging(machine)).toBe(false);
  const performance = rowsOf(machine, 'performance');
  expect(performance).toHaveLength(COUNT);
  for (const i of [0, 1, 4321, COUNT - 1]) {
    expect(performance[i]).toMatchObject({ content: idOf(i), views: 100 + i, watch_hours: (100 + i) / 8 });
  }
  const titles = rowsOf(machine, 'content').map(({ title }) => title);
  expect(titles).toEqual(videos(1).map(({ title }) => title));
  // Each piece is below 2 MB; the last batch commits.
  expect(writes(machine)).toBe(2);
  expect(
    sheetsCalls(machine, 'importFile').filter((name) => name === 'Values.batchUpdate').length,
  ).toBeGreaterThan(0);
  const before = stateOf(machine.document());
  expect(bringIn(machine)).toMatchObject({ taken: 0, updated: 0, unchanged: COUNT });
  expect(stateOf(machine.document())).toBe(before);
});

type Kind = 'kill-before' | 'kill-after';

/** Runs an import whose n-th service call kills it. */
function killed(machine: Machine, n: number, kind: Kind): void {
  const fileName = 'Table data.csv';
  const read = readFileTables(new TextEncoder().encode(youtube(videos(2))), fileName);
  if ('issue' in read) throw new Error(read.issue.code);
  machine.setFaults(faultsAt([{ call: n, kind }]));
  const request = { fileName, tables: read.tables, asOf: '2026-08-02', account: 'art' };
  expect(machine.callFromSidebar('importFile', [request]).ok).toBe(false);
  machine.setFaults(undefined);
}

test('a run killed between any two calls has changed nothing or everything, and can be run again', () => {
  const machine = bench();
  bringIn(machine, 1, '2026-07-26');
  const start = machine.snapshot();
  const shown = (): string =>
    stateOf(
      ['performance', 'content', 'imports'].map((key) =>
        rowsOf(machine, key).map((row) => ({ ...row, when: 0, import: 0, id: 0 })),
      ),
    );
  const old = shown();
  bringIn(machine, 2);
  const fresh = shown();
  const calls = machine.executions.findLast(({ functionName }) => functionName === 'importFile')?.calls ?? [];
  const batches = calls.filter(({ method }) => method.endsWith('batchUpdate')).map(({ n }) => n);
  expect(batches.length).toBeGreaterThan(1);
  const [first, last] = [batches[0]!, batches.at(-1)!];
  const cases: [number, Kind, string][] = [
    [first, 'kill-after', old],
    [last, 'kill-before', old],
    [last, 'kill-after', fresh],
  ];
  for (const [n, kind, expected] of cases) {
    machine.restore(start);
    killed(machine, n, kind);
    expect(isStaging(machine)).toBe(!(n === last && kind === 'kill-after'));
    expect(shown() === expected).toBe(true);
    bringIn(machine, 2);
    expect(isStaging(machine)).toBe(false);
    expect(shown() === fresh).toBe(true);
  }
});

const ORDERS = 10_000;

/** Orders of a shop, of which every second one may have a fresh amount. */
function orders(fresh: boolean): string {
  const lines = Array.from({ length: ORDERS }, (_, i) => {
    const amount = fresh && i % 2 === 0 ? 500 + i : 10 + i;
    return `A-${1000 + i},2026-07-${10 + (i % 20)},SKU-${i % 9},1,${amount},USD,Paid`;
  });
  return ['Order ID,Order Date,SKU,Quantity,Amount,Currency,Status', ...lines].join('\n');
}

test('thousands of orders that change here and there are few requests, and a formula among them stays', () => {
  const machine = bench();
  const bring = (fresh: boolean) =>
    importText(machine, orders(fresh), { fileName: 'orders.csv', asOf: '2026-08-02', account: 'shop' });
  expect(bring(false)).toMatchObject({ taken: ORDERS, rejected: [] });
  const amount = sheetTemplate('orders').columns.findIndex(({ key }) => key === 'amount');
  const { sheetId } = sheetTitled(machine, 'Orders');
  batch(machine, {
    updateCells: {
      start: { sheetId, rowIndex: 2, columnIndex: amount },
      rows: [{ values: [{ userEnteredValue: { formulaValue: '=5+6' } }] }],
      fields: 'userEnteredValue',
    },
  });
  const old = rowsOf(machine, 'orders');
  expect(bring(true)).toMatchObject({ updated: ORDERS / 2, taken: 0, unchanged: ORDERS / 2 });
  const { id } = rowsOf(machine, 'imports').at(-1)!;
  const expected = old.map((row, i) => (i % 2 === 0 ? { ...row, amount: 500 + i, import: id } : row));
  expect(rowsOf(machine, 'orders')).toEqual(expected);
  expect(valuesOf(machine, 'Orders', 'FORMULA')[2]?.[amount]).toBe('=5+6');
  // What was entered is read once more; then come the hidden sheet, its values, and the commit.
  expect(sheetsCalls(machine, 'importFile').slice(1)).toEqual([
    'Values.batchGetByDataFilter',
    'Values.batchGetByDataFilter',
    'batchUpdate',
    'Values.batchUpdate',
    'batchUpdate',
  ]);
  call(machine, 'undoImport', {});
  expect(rowsOf(machine, 'orders')).toEqual(old);
  expect(valuesOf(machine, 'Orders', 'FORMULA')[2]?.[amount]).toBe('=5+6');
});

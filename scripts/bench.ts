import { execFileSync } from 'node:child_process';
import { createContext, runInContext, Script } from 'node:vm';
import { benchCalls } from './bench-calls.ts';
import { median, short } from './bench-figures.ts';
import { recalculations } from './bench-formulas.ts';
import { benchLarge } from './bench-large.ts';
import { benchReviews } from './bench-reviews.ts';
import { benchSidebar } from './bench-sidebar.ts';
import { benchStart } from './bench-start.ts';
import { makeDist } from './dist.ts';

const RUNS = 9;
/** What takes longer than three seconds is run so often only, or the bench takes hours. */
const [LONG, LONG_RUNS] = [3000, 3];
/** A call of half a millisecond is at the mercy of the moment: more of them. */
const SHORT_RUNS = 99;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Both sides in turn, so that a slow moment of the machine hits both; the medians and their ratio. */
function compare(
  name: string,
  ours: () => unknown,
  peerName: string,
  peer: () => unknown,
  wanted = RUNS,
  aim?: object,
): void {
  const [a, b]: [number[], number[]] = [[], []];
  const first = milliseconds(ours);
  peer();
  const runs = first > LONG ? Math.min(wanted, LONG_RUNS) : wanted;
  for (let i = 0; i < runs; i++) {
    a.push(milliseconds(ours));
    b.push(milliseconds(peer));
  }
  const [mine, theirs] = [median(a), median(b)];
  const line = {
    name,
    milliseconds: short(mine),
    peer: peerName,
    peerMilliseconds: short(theirs),
    ratio: short(mine / theirs),
    aim,
    runs,
  };
  console.log(JSON.stringify(line));
}

const files = await makeDist();
const scripts = ['content-kpi.js', 'functions.js'].map((name) => files.get(name) ?? '');
const bundle = scripts.map((source) => new Script(source));
const load = (): object => {
  const context = createContext({});
  for (const script of bundle) script.runInContext(context);
  return context;
};
const empty = (): object => createContext({});
compare('load the built add-on in a fresh context', load, 'an empty fresh context', empty, RUNS, {
  milliseconds: 2,
});

const context = load() as Record<string, (...args: unknown[]) => unknown>;
runInContext('var rows = (n, f) => Array.from({ length: n }, (_, i) => [f(i)])', context);
const rows = (step: number): number[][] => Array.from({ length: 10_000 }, (_, i) => [1 + ((i * step) % 977)]);
const [actual, target] = [rows(7), rows(13)];
const bareLoop = (): number[][] => {
  const result: number[][] = new Array(actual.length);
  for (let i = 0; i < actual.length; i++) result[i] = [actual[i]![0]! / target[i]![0]!];
  return result;
};
compare(
  'KPI_ATTAINMENT over 10,000 rows',
  () => context.KPI_ATTAINMENT?.(actual, target),
  'bare loop that divides',
  bareLoop,
  SHORT_RUNS,
);
compare(
  'KPI_ROI over 10,000 rows',
  () => context.KPI_ROI?.(actual, target),
  'bare loop that divides',
  bareLoop,
  SHORT_RUNS,
);

const due = Array.from({ length: 5000 }, (_, i) => [46_300 + (i % 60)]);
compare(
  'KPI_DUE over 5,000 rows',
  () => context.KPI_DUE?.(due, '', '2026-11-22 09:00', 7, '', 'ahead|soon|overdue|done|late'),
  'bare loop that compares two numbers',
  () => due.map(([day = 0]) => [day < 46_348 ? 'overdue' : 'ahead']),
  SHORT_RUNS,
);
for (const sheet of ['content', 'actions']) {
  const { columns, milliseconds } = recalculations(Object.fromEntries(files), sheet, 5000, 5);
  const name = `local host: ${columns} computed columns of “${sheet}” after an edit, 5,000 rows`;
  console.log(JSON.stringify({ name, milliseconds: Math.round(median(milliseconds)), runs: 5 }));
}

/** A sum of 333 products of two factors: 1,000 nodes. */
function thousandNodes(): { nodes: Row[]; before: Row[]; after: Row[] } {
  const nodes: Row[] = [['all', '', 'sum', '']];
  const [before, after]: [Row[], Row[]] = [[['']], [['']]];
  for (let i = 1; i <= 333; i++) {
    nodes.push([`p${i}`, 'all', 'product', ''], [`x${i}`, `p${i}`, '', ''], [`y${i}`, `p${i}`, '', '']);
    before.push([''], [i], [2]);
    after.push([''], [i + 1], [3]);
  }
  return { nodes, before, after };
}
type Row = (string | number)[];
const { nodes, before, after } = thousandNodes();
const bareEffects = (): number[][] =>
  before.map(([from], i) => {
    const to = after[i]![0];
    if (typeof from !== 'number' || typeof to !== 'number') return [0];
    return [(to - from) / Math.log(to / from)];
  });
compare(
  'KPI_EFFECTS on a tree of 1,000 nodes',
  () => context.KPI_EFFECTS?.(nodes, before, after),
  'the logarithmic mean of each leaf alone',
  bareEffects,
  SHORT_RUNS,
);

benchCalls();
benchStart();
await benchSidebar(files.get('sidebar.html') ?? '');
benchReviews(Object.fromEntries(files));
benchLarge(compare, Object.fromEntries(files));

/** One run of `bench-sheet.ts`: milliseconds by step, `peak` and `file` in MB. */
function bigSheet(
  side: 'host' | 'array',
  cells: readonly [rows: number, columns: number],
): Record<string, number> {
  const args = ['scripts/run.mjs', 'scripts/bench-sheet.ts', side, ...cells.map(String)];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

/** A big sheet in the local host beside the same values in a list of lists, each in a process of its own. */
function compareSheets(rowCount: number, columns: number, runs: number): void {
  const sides: Record<'host' | 'array', Record<string, number>[]> = { host: [], array: [] };
  for (let i = 0; i < runs; i++) {
    for (const side of ['host', 'array'] as const) sides[side].push(bigSheet(side, [rowCount, columns]));
  }
  const middle = (side: 'host' | 'array', step: string): number =>
    short(median(sides[side].map((run) => run[step] ?? 0)));
  const cells = `${rowCount.toLocaleString('en')} x ${columns} values`;
  const print = (name: string, steps: readonly string[], memory: object): void => {
    const [mine = 0, theirs = 0] = (['host', 'array'] as const).map((side) =>
      steps.reduce((sum, step) => sum + middle(side, step), 0),
    );
    const line = {
      name,
      milliseconds: mine,
      peer: 'a list of lists',
      peerMilliseconds: theirs,
      ratio: short(mine / theirs),
      runs,
    };
    console.log(JSON.stringify({ ...line, ...memory }));
  };
  print(`local host: ${cells} written, read by column and kept`, ['write', 'read'], {
    peakMegabytes: middle('host', 'peak'),
    peerPeakMegabytes: middle('array', 'peak'),
  });
  print(`local host: ${cells} saved and loaded`, ['save', 'load'], {
    fileMegabytes: middle('host', 'file'),
    peerFileMegabytes: middle('array', 'file'),
  });
}
compareSheets(100_000, 25, 5);
// Once, since it takes half a minute: it shows how the time grows with the cells.
compareSheets(300_000, 20, 1);

for (const [name, text] of files)
  console.log(JSON.stringify({ name: `dist/${name}`, bytes: Buffer.byteLength(text) }));

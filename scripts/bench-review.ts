/**
 * Reviews of one workbook, in a process of their own so that their memory can be told:
 * node --expose-gc scripts/run.mjs scripts/bench-review.ts FILE RUNS
 * FILE is a workbook as `v8.serialize` writes it. Prints one JSON line: medians in milliseconds, and the peak of the whole process in MB while reviews are made.
 */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { buildReview } from '../src/review/build.ts';
import type { Tables } from '../src/workbook/table.ts';
import { median, short } from './bench-figures.ts';
import { treeByRows } from './bench-row-objects.ts';
import { barePass, joiningPass, LAST_DAY } from './bench-workbook.ts';

const [file = '', runsGiven = '3'] = process.argv.slice(2);
const runs = Number(runsGiven);

/** Looks at the memory of the process all the time, which a review in this thread could not. */
const WATCH = `
const { workerData } = require('node:worker_threads');
const peak = new Int32Array(workerData);
const look = () => {
  const now = Math.round(process.memoryUsage.rss() / 1e6);
  if (now > peak[0]) peak[0] = now;
};
setInterval(look, 5);
`;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const tables = deserialize(readFileSync(file)) as Tables;
const collect = (globalThis as { gc?: () => void }).gc;
collect?.();
const before = Math.round(process.memoryUsage.rss() / 1e6);
const peak = new Int32Array(new SharedArrayBuffer(4));
const watcher = new Worker(WATCH, { eval: true, workerData: peak.buffer });
await new Promise((resolve) => watcher.once('online', resolve));

const review = (): unknown =>
  buildReview({
    tables,
    address: (sheet) => ({ sheet }),
    monday: LAST_DAY - 6,
    today: LAST_DAY + 1,
    now: LAST_DAY + 1,
    state: 'draft',
    explanations: new Map(),
    issues: [],
  });

const times: Record<'first' | 'review' | 'bare' | 'joining' | 'objects', number[]> = {
  ...{ first: [], review: [], bare: [], joining: [], objects: [] },
};
times.first.push(milliseconds(review));
barePass(tables);
joiningPass(tables);
for (let run = 0; run < runs; run++) {
  times.bare.push(milliseconds(() => barePass(tables)));
  times.joining.push(milliseconds(() => joiningPass(tables)));
  times.review.push(milliseconds(review));
}
const peakMegabytes = peak[0] ?? 0;
for (let run = 0; run < Math.min(runs, 3); run++) times.objects.push(milliseconds(() => treeByRows(tables)));
await watcher.terminate();
const medians = Object.fromEntries(
  Object.entries(times).map(([name, values]) => [name, short(median(values))]),
);
console.log(JSON.stringify({ ...medians, before, peakMegabytes }));

/** How long `npm start` takes until the sample team's review is there, as a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, short } from './bench-figures.ts';

/** Each takes many seconds. */
const RUNS = 3;

function secondsToStart(): number {
  const out = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const args = ['scripts/run.mjs', 'scripts/start.ts', '--once', '--out', out];
  try {
    const start = performance.now();
    execFileSync(process.execPath, args, { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Prints one line. The libraries are installed; the build, set-up, sample data, review and xlsx are all in it. */
export function benchStart(): void {
  const seconds = short(median(Array.from({ length: RUNS }, secondsToStart)));
  console.log(JSON.stringify({ name: 'npm start -- --once', seconds, runs: RUNS }));
}

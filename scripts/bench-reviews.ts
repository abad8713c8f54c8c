/** The whole review at growing sizes, beside a bare pass, a pass that joins, row objects, and the spreadsheet's own formulas. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { buildReview } from '../src/review/build.ts';
import { short } from './bench-figures.ts';
import { sumifsTable } from './bench-sumifs.ts';
import { bigWorkbook, LAST_DAY } from './bench-workbook.ts';

const SIZES = [10_000, 30_000, 100_000, 300_000];
const RUNS = 5;
/** Without the compiler one review takes as long as ten with it. */
const RUNS_WITHOUT = 3;
const WITHOUT_COMPILER = ['--no-opt', '--no-sparkplug'];
/** What a local engine of formulas can bear. */
const SUMIFS_ROWS = 5000;

/** At most so many times a bare pass, three wanted; and so much memory, at the largest size. */
const AIM = { ratio: 5, wanted: 3 };
const LARGEST_AIM = { ...AIM, peakMegabytes: 400 };

type Run = Record<'first' | 'review' | 'bare' | 'joining' | 'objects' | 'before' | 'peakMegabytes', number>;

function reviewsOf(rows: number, runs: number, flags: readonly string[] = []): Run {
  const folder = mkdtempSync(join(tmpdir(), 'bench-review-'));
  const file = join(folder, 'workbook');
  writeFileSync(file, serialize(bigWorkbook(rows)));
  const script = ['scripts/run.mjs', 'scripts/bench-review.ts', file, String(runs)];
  const args = ['--expose-gc', ...flags, ...script];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(name: string, run: Run, runs: number, aim?: object): void {
  const { review, bare, joining, objects, first, before, peakMegabytes } = run;
  const line = {
    name,
    milliseconds: review,
    firstMilliseconds: first,
    peer: 'bare pass over the cells that it needs',
    peerMilliseconds: bare,
    ratio: short(review / bare),
    aim,
    joiningPassMilliseconds: joining,
    ratioToJoiningPass: short(review / joining),
    rowObjectsMilliseconds: objects,
    ratioToRowObjects: short(review / objects),
    workbookMegabytes: before,
    peakMegabytes,
    runs,
  };
  console.log(JSON.stringify(line));
}

/** The same weekly table in formulas; nothing else of a review. Once: a review is made for the first time only once in a process. */
function compareFormulas(files: Record<string, string>): void {
  const tables = bigWorkbook(SUMIFS_ROWS);
  const start = performance.now();
  buildReview({
    ...{ tables, address: (sheet) => ({ sheet }), monday: LAST_DAY - 6, today: LAST_DAY + 1 },
    ...{ now: LAST_DAY + 1, state: 'draft', explanations: new Map(), issues: [] },
  });
  const review = performance.now() - start;
  const { formulas, made, again } = sumifsTable(tables, files);
  const line = {
    name: `review of ${SUMIFS_ROWS.toLocaleString('en')} rows, made for the first time`,
    milliseconds: Math.round(review),
    peer: `${formulas} SUMIFS of the local engine, for the weekly table alone`,
    peerMilliseconds: made,
    peerAfterOneEditMilliseconds: again,
    ratio: short(review / made),
    runs: 1,
  };
  console.log(JSON.stringify(line));
}

/**
 * Prints a line for each size, one without the compiler, and one beside formulas.
 * @param files The built add-on.
 */
export function benchReviews(files: Record<string, string>): void {
  for (const rows of SIZES) {
    const name = `review of ${rows.toLocaleString('en')} rows and a third as many orders`;
    print(name, reviewsOf(rows, RUNS), RUNS, rows === Math.max(...SIZES) ? LARGEST_AIM : AIM);
  }
  const name = 'review of 30,000 rows and 10,000 orders, without the compiler';
  print(
    `${name} (${WITHOUT_COMPILER.join(' ')})`,
    reviewsOf(30_000, RUNS_WITHOUT, WITHOUT_COMPILER),
    RUNS_WITHOUT,
  );
  compareFormulas(files);
}

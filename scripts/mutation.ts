/**
 * `npm run mutation [-- --share 0.1]`: changes the engine (`src/kpi`) in many small ways and counts how many the tests notice
 * (Stryker). All of it takes half an hour; of a share, the same blocks of lines are taken each time. Prints a line of JSON;
 * the changes that nobody noticed are listed above it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { shareOf } from './share.ts';

const FOLDER = 'src/kpi';
const CONFIG = 'test/mutation/stryker.json';
const RUNNER = 'test/mutation/runner.ts';
/** As the configuration names it. */
const RUNNER_BUILT = '.work/mutation-runner.mjs';
const REPORT = '.work/mutation.json';
/** Lines that are taken or left out together: most functions fit. */
const BLOCK = 20;
/** Score in percent that the engine is held to. */
const AIM = 85;

const { values } = parseArgs({ options: { share: { type: 'string', default: '1' } } });
const wanted = shareOf(values.share);
if (wanted === undefined) {
  console.error(
    `--share is a number above 0 and at most 1, such as 0.1 for a tenth; found “${values.share}”.`,
  );
  process.exit(1);
}
const share: number = wanted;

/** A number from 0 to 1 that belongs to a block for ever. */
function lot(block: string): number {
  return createHash('sha256').update(block).digest().readUInt32BE(0) / 2 ** 32;
}

function rangesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  const starts = Array.from({ length: Math.ceil(lines / BLOCK) }, (_, i) => i * BLOCK + 1);
  return starts
    .filter((start) => lot(`${file}:${start}`) < share)
    .map((start) => `${file}:${start}-${start + BLOCK - 1}`);
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `${FOLDER}/${name}`)
  .sort();
const chosen = share < 1 ? files.flatMap(rangesOf) : files;
if (chosen.length === 0) {
  console.error(`--share ${share} takes none of the blocks of ${BLOCK} lines: choose a larger one.`);
  process.exit(1);
}
buildSync({
  entryPoints: [RUNNER],
  outfile: RUNNER_BUILT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
});
const run = spawnSync(
  process.execPath,
  ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', CONFIG, '--mutate', chosen.join(',')],
  { stdio: 'inherit' },
);

type Report = { files: Record<string, { mutants: { status: string }[] }> };

if (run.status === 0) {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  const count = (...states: string[]) => mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const unnoticed = count('Survived', 'NoCoverage');
  const score = Math.round((noticed / (noticed + unnoticed)) * 1000) / 10;
  const name = `mutation score of ${FOLDER}`;
  console.log(JSON.stringify({ name, share, mutants: noticed + unnoticed, noticed, score, aim: AIM }));
  process.exitCode = score >= AIM ? 0 : 1;
} else process.exitCode = run.status ?? 1;

/**
 * `npm run coverage`: which branches of the domain code the tests reach, in the sources that they import and in the bundle
 * that they run. Prints a line of JSON for each folder and the uncovered branches of those below the aim, and ends with 1
 * where one is below. Browser tests are left out: their pages cannot run instrumented code.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import libCoverage, { type CoverageMap, type FileCoverage } from 'istanbul-lib-coverage';
import libSourceMaps from 'istanbul-lib-source-maps';

const FOLDERS = ['kpi', 'workbook', 'imports', 'review'];
/** Share of branches. */
const AIM = 0.95;

function runTests(folder: string, filters: readonly string[]): number {
  const args = [
    'node_modules/jest/bin/jest.js',
    '--config',
    'test/jest.config.cjs',
    '--setupFilesAfterEnv',
    './test/branches/collect.ts',
    '--testPathIgnorePatterns',
    '/test/(sidebar|browser|pictures|scripts)/',
    '--coverage',
    '--coverageDirectory',
    folder,
    '--coverageReporters',
    'json',
    `--collectCoverageFrom=src/{${FOLDERS.join(',')}}/**/*.ts`,
    ...filters,
  ];
  const env = { ...process.env, COVERAGE_FOLDER: folder };
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}

const read = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Counts of the sources and of the bundle, both by lines of TypeScript. */
async function countsIn(folder: string): Promise<CoverageMap> {
  const all = libCoverage.createCoverageMap(read(folder, 'coverage-final.json'));
  const bundle = libCoverage.createCoverageMap({});
  for (const name of readdirSync(folder)) if (name.startsWith('bundle')) bundle.merge(read(folder, name));
  const mapped = await libSourceMaps.createSourceMapStore().transformCoverage(bundle);
  // As Jest wrote its own: an end of line is `Infinity` before and `null` after, and would be another place.
  all.merge(JSON.parse(JSON.stringify(mapped)));
  return all;
}

function uncovered(file: FileCoverage): string[] {
  return Object.entries(file.b).flatMap(([key, hits]) => {
    const branch = file.branchMap[key];
    const line = branch?.loc?.start.line ?? branch?.locations[0]?.start.line;
    return hits.some((count) => count === 0) ? [`${line}:${branch?.type}:${hits.join('/')}`] : [];
  });
}

function report(folder: string, map: CoverageMap): boolean {
  const files = map.files().filter((file) => relative('.', file).startsWith(`src/${folder}/`));
  const branches = files.map((file) => map.fileCoverageFor(file).toSummary().branches);
  const [covered, total] = [0, 0].map((_, i) =>
    branches.reduce((sum, each) => sum + (i === 0 ? each.covered : each.total), 0),
  ) as [number, number];
  const share = Math.floor((covered / total) * 1000) / 1000;
  console.log(JSON.stringify({ name: `branch coverage of src/${folder}`, covered, total, share, aim: AIM }));
  if (share >= AIM) return true;
  for (const file of files) {
    const left = uncovered(map.fileCoverageFor(file));
    if (left.length > 0) console.log(`  ${relative('.', file)}  ${left.join(' ')}`);
  }
  return false;
}

const folder = mkdtempSync(join(tmpdir(), 'content-kpi-coverage-'));
const status = runTests(folder, process.argv.slice(2));
const map = await countsIn(folder);
const reached = FOLDERS.map((each) => report(each, map)).every(Boolean);
process.exitCode = status !== 0 || !reached ? 1 : 0;

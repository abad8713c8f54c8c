/**
 * `npm run proof [-- --all]`: the figures on which the add-on may be trusted, each below the command that makes it. Without
 * `--all` the tests draw a share of what they can try, and what takes hours is left out: the bench, the branches, the changes
 * to the engine, the rules of the local host.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { isFigure } from './figures.ts';
import { buildsTwice, licences } from './proof-build.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });

/** Test files that print what they tried. */
const TELLING = ['faults', 'hands', 'weeks', 'truth', 'hostile', 'permissions', 'imports/laws'];
/** Everything, of what they draw a share without. */
const FULL = {
  ...{ FAULTS: 'all', STORY_SEEDS: '100', QUIET_SEEDS: '200', WEEKS: '208' },
  ...{ HANDS_SEQUENCES: '500', HOSTILE_REQUESTS: '60' },
};
const drawn: Readonly<Record<string, string>> = values.all ? FULL : {};

type Part = { readonly command: string; readonly lines: () => readonly string[] | Promise<string[]> };

const run = (file: string, args: readonly string[], more = {}): SpawnSyncReturns<string> =>
  spawnSync(file, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...more } });

function figuresOf({ stdout, stderr, status }: SpawnSyncReturns<string>): string[] {
  const lines = `${stdout}\n${stderr}`.split('\n');
  const told = lines.filter(isFigure);
  return status === 0 ? told : [...told, `NOT AS IT SHOULD BE (exit code ${status})`];
}

const script = (name: string, ...args: string[]) =>
  figuresOf(run(process.execPath, ['scripts/run.mjs', name, ...args]));

function tests(...filters: string[]): string[] {
  const jest = ['node_modules/jest/bin/jest.js', '--config', 'test/jest.config.cjs', ...filters];
  // Scripts run tests of their own, many times over: for those a share is enough.
  return figuresOf(run(process.execPath, jest, drawn));
}

/** Whether known faults of libraries were looked up, and how many there are in what ships. */
function audit(): string[] {
  const { stdout } = run('npm', ['audit', '--omit=dev', '--json']);
  try {
    const { metadata, message } = JSON.parse(stdout);
    return [metadata ? JSON.stringify(metadata.vulnerabilities) : `not looked up: ${message}`];
  } catch {
    return ['not looked up: the registry cannot be reached'];
  }
}

const settings = Object.entries(drawn)
  .map(([name, value]) => `${name}=${value} `)
  .join('');

const QUICK: readonly Part[] = [
  { command: 'git clone (twice) && npm run build', lines: buildsTwice },
  { command: 'npm run build (licences of what ships)', lines: licences },
  { command: 'npm audit --omit=dev', lines: audit },
  {
    command: `${settings}npm test -- ${TELLING.map((name) => `test/${name}`).join(' ')}`,
    lines: () => tests(...TELLING.map((name) => `test/${name}`)),
  },
  { command: 'npm test -- test/browser/first-run', lines: () => tests('test/browser/first-run') },
];

const LONG: readonly Part[] = [
  { command: 'npm run bench', lines: () => script('scripts/bench.ts') },
  { command: 'npm run coverage', lines: () => script('scripts/coverage.ts') },
  { command: 'npm run mutation', lines: () => script('scripts/mutation.ts') },
  {
    command: 'node scripts/run.mjs scripts/mutation-check.ts',
    lines: () => script('scripts/mutation-check.ts'),
  },
];

for (const { command, lines } of values.all ? [...QUICK, ...LONG] : QUICK) {
  console.log(`\n${command}`);
  const found = await lines();
  for (const line of found) console.log(`  ${line}`);
  if (found.some((line) => line.startsWith('NOT AS'))) process.exitCode = 1;
}

/**
 * Switches every strict rule of the local host off once and runs the test that has to notice:
 * `node scripts/run.mjs scripts/mutation-check.ts [WORD ...]`. Words take only the rules whose name or file has one of them.
 * Prints a line a rule; exit code 1 where a rule can be switched off unnoticed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { STRICT_RULES, type StrictRule, withoutRule } from '../test/local/strict-rules/index.ts';

/** Longest that one rule's tests may take, should they never end without it. Milliseconds. */
const PATIENCE = 600000;

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { message: string; assertionResults: unknown[] }[];
};

const root = process.cwd();
const base = createRequire(join(root, 'package.json'))('./test/jest.config.cjs') as { transform: object };
const folder = mkdtempSync(join(tmpdir(), 'mutation-check-'));
let runs = 0;

/** What stands for a run that was ended from outside. */
function noReport(end: number | string | null): Report {
  const message = `ended with ${end} and left no report`;
  return { numPassedTests: 0, numFailedTests: 0, testResults: [{ message, assertionResults: [] }] };
}

/** Runs tests with the project's configuration, changed where a transform is given. */
function jest(tests: readonly string[], transform: object, only?: string): Promise<Report> {
  const report = join(folder, `${++runs}.json`);
  const config = JSON.stringify({ ...base, rootDir: root, transform });
  const name = only === undefined ? [] : ['--testNamePattern', only];
  const args = ['--config', config, '--runInBand', '--silent', '--json', '--outputFile', report, ...name];
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args, '--', ...tests], {
    stdio: 'ignore',
    timeout: PATIENCE,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
      resolve(text === undefined ? noReport(code ?? signal) : (JSON.parse(text) as Report));
    });
  });
}

/** Why the rule's absence does not count as noticed; undefined when it does. */
function unnoticed(report: Report): string | undefined {
  const broken = report.testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (broken) return `the tests did not run: ${broken.message.split('\n').slice(0, 6).join(' ')}`;
  if (report.numFailedTests > 0) return undefined;
  return report.numPassedTests > 0 ? 'all tests stay green' : 'no test was run';
}

async function check(rule: StrictRule): Promise<boolean> {
  const change = { file: rule.file, search: rule.search, replace: withoutRule(rule) };
  const transform = { '\\.[cm]?[jt]sx?$': ['<rootDir>/test/mutating-transform.cjs', change] };
  const fault = unnoticed(await jest([rule.test], transform, rule.only));
  console.log(
    `${fault === undefined ? 'ok  ' : 'FAIL'} ${rule.rule}${fault === undefined ? '' : `: ${fault}`}`,
  );
  return fault === undefined;
}

/** With every rule in force the tests have to be green, or their going red would say nothing. */
async function checkGreen(rules: readonly StrictRule[]): Promise<boolean> {
  const report = await jest([...new Set(rules.map(({ test }) => test))], base.transform);
  if (report.numFailedTests === 0 && report.numPassedTests > 0) return true;
  console.log(`FAIL ${report.numFailedTests} tests are red with every rule in force`);
  return false;
}

async function checkAll(rules: readonly StrictRule[]): Promise<number> {
  const waiting = [...rules];
  let missed = 0;
  const work = async (): Promise<void> => {
    for (let rule = waiting.shift(); rule; rule = waiting.shift()) {
      // `missed += await …` would add to what it was before the wait, and lose what others counted meanwhile.
      const held = await check(rule);
      if (!held) missed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  return missed;
}

const words = process.argv.slice(2);
const chosen = STRICT_RULES.filter(
  ({ rule, file }) => words.length === 0 || words.some((word) => rule.includes(word) || file.includes(word)),
);
try {
  const green = await checkGreen(chosen);
  const missed = green ? await checkAll(chosen) : chosen.length;
  console.log(`${chosen.length - missed} of ${chosen.length} rules are held by a test`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURES, isFigure } from '../../scripts/figures.ts';

const TESTS = join(__dirname, '..');
const sources = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(TESTS, name), 'utf8'));

test.each(FIGURES)('what begins with “%s” among the figures of the proof is printed by a test', (name) => {
  const told = new RegExp(`\\btell(?:Figure)?\\(\\s*'${name}'`);
  expect(sources.filter((source) => told.test(source)).length).toBeGreaterThan(0);
});

test.each([
  'quiet: 5 teams × 20 weeks, 2 call-outs',
  'weeks, Lord Howe: {"weeks":16} {"fails before":13}',
  'first run: en, own file: 22 clicks, 9 keys, 30 s',
  '{"name":"x","share":1}',
  'Tests:       5 passed, 5 total',
  'FAIL 10 million cells: all tests stay green',
  '110 of 110 rules are held by a test',
])('a figure: %s', (line) => {
  expect(isFigure(line)).toBe(true);
});

test.each(['ok   10 million cells', '    12  rename', 'PASS test/truth/quiet.test.ts', 'quietly: 5', ''])(
  'no figure: “%s”',
  (line) => {
    expect(isFigure(line)).toBe(false);
  },
);

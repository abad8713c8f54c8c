import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRICT_RULES, withoutRule } from './strict-rules/index.ts';

const root = join(__dirname, '../..');

describe('the list of strict rules', () => {
  test('what enforces each is in the source exactly once', () => {
    const wrong = STRICT_RULES.flatMap(({ rule, file, search }) => {
      const times = readFileSync(join(root, file), 'utf8').split(search).length - 1;
      return times === 1 ? [] : [`${rule}: ${times} times in ${file}: ${search}`];
    });
    expect(wrong).toEqual([]);
  });

  test('switching one off changes the source, and its test is there', () => {
    const wrong = STRICT_RULES.filter(
      (rule) => withoutRule(rule) === rule.search || !existsSync(join(root, rule.test)),
    );
    expect(wrong).toEqual([]);
  });

  test('each has a name of its own', () => {
    expect(new Set(STRICT_RULES.map(({ rule }) => rule)).size).toBe(STRICT_RULES.length);
  });

  test('has every refusal of the Sheets API', () => {
    const missing = sources('src/local/sheets-api').flatMap((file) => unlisted(file));
    expect(missing).toEqual([]);
  });
});

/** Pieces of source that throw and are no rule. */
const EXCEPTIONS: readonly (readonly [piece: string, why: string])[] = [
  ['throw fault', 'passes a fault on'],
  ['throw refusalAt(fault', 'passes a fault on, with its place'],
  ['throw invalid(`Invalid $', 'passes a fault on, with its place'],
  ['throw fault instanceof SheetsApiError ? invalid', 'passes a fault on, with its place'],
  ['throw new Error(`schema: no', 'a fault of the schema itself, of which no call knows'],
  [
    "throw new SheetsApiError('UNIMPLEMENTED', `requests[",
    'no request of the schema is left without a handler',
  ],
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

/** What a file throws that no rule of the list reaches: neither the statement nor the line before it. */
function unlisted(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const rules = STRICT_RULES.filter((rule) => rule.file === file).map(({ search }) => {
    const at = source.indexOf(search);
    return { start: at, end: at + search.length };
  });
  return [...source.matchAll(/^(?! *(?:\*|\/)).*?\bthrow .*$/gm)].flatMap(({ 0: line, index }) => {
    const at = index + line.indexOf('throw ');
    const before = source.lastIndexOf('\n', index - 2) + 1;
    const end = source.indexOf(';', at);
    const listed = rules.some((rule) => rule.start < end && rule.end > before);
    const excepted = EXCEPTIONS.some(([piece]) => source.startsWith(piece, at));
    return listed || excepted ? [] : [`${file}: ${line.trim()}`];
  });
}

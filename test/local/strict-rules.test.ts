// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
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

  test.each(['sheets-api', 'apps-script', 'document', 'engine'])('has every refusal of %s', (folder) => {
    expect(sources(`src/local/${folder}`).flatMap((file) => unlisted(file))).toEqual([]);
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
  ['throw error;', 'passes a fault on'],
  ['throw new Error(`${method} is no method', 'a realm offers methods alone'],
  ['throw new Error(`${enumerated.service} has no value', 'a label that the host itself gave'],
  ['throw new Error(`There is no ', 'what a caller of the host, not a script, names'],
  ['throw new Error(`document ', 'what a caller of the host, not a script, names'],
  ['throw new Error(`no ', 'what a caller of the host, not a script, names'],
  ['throw new Error(`a snapshot of', 'what a caller of the host, not a script, gives'],
  ["throw new Error('The Sheets API is not connected", 'before the host is made'],
  ["throw new Error('The schedule has no next turn", 'every schedule has one within 400 days'],
  ["throw new ScriptError('The spreadsheet has no sheets", 'the last sheet cannot be deleted'],
  ["throw new ScriptError('No spreadsheet is open", 'without a document a script holds none'],
  ["throw new Error('The thread of an execution", 'a thread of the host that is broken'],
  ["throw new Error('A method of a service is", 'a thread of the host that is broken'],
  ["throw new Error('An execution is still", 'a thread of the host that is broken'],
  ["throw new Error('The realm of this", 'a thread of the host that is broken'],
  ['throw new Error(`Not expected: ', 'a thread of the host that is broken'],
  ["throw new Error('A page that is being", 'a thread of the host that is broken'],
  ['throw new Error(`Execution ${chosen}', 'a schedule that a caller of the host chose'],
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

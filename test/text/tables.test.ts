import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { FAULT_CODES } from '../../src/kpi/fault.ts';
import { fill, fillIn } from '../../src/text/fill.ts';
import { formatChange, formatDay, formatNumber } from '../../src/text/format.ts';
import { isTextCode, say } from '../../src/text/index.ts';
import { issueSentence } from '../../src/text/issue.ts';

const ROOT = join(__dirname, '../..');
const TEXT = join(ROOT, 'src/text');
const TABLES = readdirSync(join(TEXT, 'en')).map((name) => name.replace('.ts', ''));

type Table = Readonly<Record<string, string>>;

function tableOf(language: string, name: string): Table {
  const module = jest.requireActual<Record<string, Table>>(join(TEXT, language, `${name}.ts`));
  return Object.values(module)[0] as Table;
}

/** What the add-on and the sidebar really hold: a module that nothing uses yet needs no sentences. */
function sources(entry: string, folder: string): string {
  const { metafile } = buildSync({
    entryPoints: [join(ROOT, folder, entry)],
    absWorkingDir: ROOT,
    outdir: 'none',
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && /^(src|sidebar)\//.test(path))
    .filter(([path]) => !path.startsWith('src/text/'))
    .map(([path]) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
}

const addon = sources('main.ts', 'src/addon');
const code = ['main.tsx', 'tree/entry.tsx', 'picture/main.tsx']
  .map((entry) => sources(entry, 'sidebar'))
  .reduce((all, each) => all + each, addon);
const literals = new Set([...code.matchAll(/['"`]([A-Z][A-Za-z0-9_]+)['"`]/g)].map(([, found]) => found));
const english: Table = Object.assign({}, ...TABLES.map((name) => tableOf('en', name)));
/** The codes that the domain's types list, whether or not something says them yet. */
function codesOf(file: string, after: string): string[] {
  const source = readFileSync(join(ROOT, 'src/kpi', file), 'utf8');
  const from = source.indexOf(after);
  if (from < 0) throw new Error(`${file} has no ${after}`);
  const list = source.slice(from, source.indexOf(';', from));
  return [...list.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, found]) => found ?? '');
}

const DOMAIN = {
  'faults of functions': FAULT_CODES.map((code) => `FAULT_${code}`),
  'a tree in its sheet': codesOf('parse-tree.ts', 'type TreeIssueCode'),
  'a tree in cells': codesOf('parse-tree.ts', 'type TreeIssueCode').map((code) => `NODES_${code}`),
  'a tree in its editor': codesOf('parse-tree.ts', 'type TreeIssueCode').map((code) => `EDIT_${code}`),
  'units, segments and denominators': [
    ...['UNIT_CLASH', 'FACTOR_CLASH', 'OPERANDS_CLASH', 'SEGMENTS_OVERLAP', 'ZERO_DENOMINATOR'],
  ],
  'targets held against the past': codesOf('reality.ts', 'type RealityFlag'),
  'links with campaign parameters': codesOf('utm.ts', 'readonly code:').map((code) => `UTM_${code}`),
};
const domainCodes = Object.values(DOMAIN).flat();

/** Some sentences are for cells or an editor, where an issue's own sentence would be about sheets. */
const PREFIXES = ['FAULT_', 'NODES_', 'EDIT_', 'UTM_'];
/** Kinds of the domain that have a sentence or a word each. */
const KIND_PREFIXES = ['FIND_', 'GUARD_KIND_', 'WEEKDAY_', 'PATTERN_'];
/** Keys of kinds, bare or as names of an object's parts, and the digits of weekdays. */
const kinds = new Set([
  ...[...code.matchAll(/['"`]([a-z][a-z0-9_]+)['"`]/g)].map(([, found]) => found),
  ...[...code.matchAll(/^ {2}([a-z_]+): (?:bad|good|neutral)\(/gm)].map(([, found]) => found),
  ...'1234567',
]);

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(TABLES)('%s', (name) => {
  const [en, zh] = [tableOf('en', name), tableOf('zh-CN', name)];

  test('has the same codes in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  test('has the same placeholders in both languages', () => {
    for (const [key, text] of Object.entries(en)) {
      expect([key, placeholders(zh[key] ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  test('has Chinese in Chinese and English in English', () => {
    for (const [key, text] of Object.entries(en))
      expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false]);
    // Names of products, formats, platforms and measures stay as they are; other English words have no place.
    const known =
      /\b(KPI|KPI_[A-Z_]+|Content|CTR|CTOR|CVR|AOV|GMV|ROI|ROAS|GPM|RPM|XmR|LMDI|Shapley|UTM|SKU|ID|CSV|XLSX|ZIP|xlsx|xls|UTF|MB|Excel|Google|Sheets|YouTube|Studio|TikTok|Shop|Instagram|Facebook|Shopee|Lazada|Amazon|W\d+)\b/g;
    for (const [key, text] of Object.entries(zh)) {
      // Quoted words are values to type, such as "auto".
      const rest = text
        .replace(/\{\w+\}/g, '')
        .replace(/["“][\x20-\x7e]*["”]|https?:\/\/|utm_/g, '')
        .replace(known, '');
      expect([key, rest.match(/[A-Za-z]{2,}/g) ?? []]).toEqual([key, []]);
    }
  });

  test('has no sentence that nothing says', () => {
    const isUsed = (key: string): boolean =>
      literals.has(key) ||
      domainCodes.includes(key) ||
      PREFIXES.some((prefix) => key.startsWith(prefix) && literals.has(key.slice(prefix.length))) ||
      KIND_PREFIXES.some((prefix) => key.startsWith(prefix) && kinds.has(key.slice(prefix.length)));
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });
});

test('a person is addressed in one way', () => {
  const polite = ['src/text', 'src/workbook', 'src/review', 'src/addon', 'sidebar'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && readFileSync(join(ROOT, folder, name), 'utf8').includes('您'))
      .map((name) => join(folder, name)),
  );
  expect(polite).toEqual([]);
});

test('no code stands in two tables', () => {
  const all = TABLES.flatMap((name) => Object.keys(tableOf('en', name)));
  expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
});

test('every issue and fault that the sources name has a sentence', () => {
  const issues = [
    ...code.matchAll(/\bcode: '([A-Z][A-Z0-9_]+)'/g),
    ...code.matchAll(/\breport\('([A-Z][A-Z0-9_]+)'/g),
  ].map(([, found]) => found ?? '');
  const faults = [...code.matchAll(/\bfaultOf\('([A-Z][A-Z0-9_]+)'/g)].map(([, found]) => `FAULT_${found}`);
  const isUnsaid = (key: string): boolean => ['', ...PREFIXES].every((prefix) => !(prefix + key in english));
  expect(issues.length).toBeGreaterThan(20);
  expect(faults.length).toBeGreaterThan(5);
  expect([...new Set([...issues, ...faults])].filter(isUnsaid)).toEqual([]);
});

test.each(Object.entries(DOMAIN))('%s: each has its sentence in both languages', (_, codes) => {
  expect(codes.length).toBeGreaterThan(1);
  const chinese: Table = Object.assign({}, ...TABLES.map((name) => tableOf('zh-CN', name)));
  expect(codes.filter((code) => !(code in english && code in chinese))).toEqual([]);
});

test('every code that check-tree.ts and check-factors.ts give is in that list', () => {
  const files = ['check-tree.ts', 'check-factors.ts'];
  const source = files.map((file) => readFileSync(join(ROOT, 'src/kpi', file), 'utf8')).join('\n');
  const given = [...source.matchAll(/code: '([A-Z_]+)'/g)].map(([, found]) => found);
  expect([...new Set(given)].sort()).toEqual([...DOMAIN['units, segments and denominators']].sort());
});

describe('sentences', () => {
  test('a value may hold what looks like a pattern; one that is missing is seen', () => {
    expect(fill('{a} and {b}, {a}', { a: '$&{b}', b: 0 })).toBe('$&{b} and 0, $&{b}');
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
  });

  test.each([
    [
      '主要来自{name}（{owner}）。',
      { name: 'YouTube 播放量', owner: 'Bo' },
      '主要来自 YouTube 播放量（Bo）。',
    ],
    ['{name}本周为 {value}', { name: 'GMV', value: '3' }, 'GMV 本周为 3'],
    [
      '{name}{owner}与{other}、“{third}”',
      { name: '播放', owner: '', other: '𠮷5', third: 'A' },
      '播放与𠮷5、“A”',
    ],
    ['{days}天', { days: 3 }, '3 天'],
    ['{none}天', {}, '{none}天'],
  ])('Chinese and Latin words meet with a space: %s', (template, values, text) => {
    expect(fillIn('zh-CN', template, values)).toBe(text);
    expect(fillIn('en', template, values)).toBe(fill(template, values));
  });

  test('an issue is said with its place and finding; an unknown code stays a code', () => {
    const issue = { code: 'BAD_NUMBER', at: { sheet: 'Costs', cell: 'F3' }, found: 'much' };
    expect(issueSentence('en', issue)).toBe('Sheet “Costs”, cell F3: “much” is not a number.');
    expect(issueSentence('zh-CN', issue)).not.toMatch(/\{\w+\}/);
    expect(issueSentence('en', { code: 'NO_SUCH' })).toBe('NO_SUCH');
    expect([isTextCode('BAD_NUMBER'), isTextCode('toString')]).toEqual([true, false]);
    expect(say('en', 'ROWS_ADDED', { count: 3 })).toBe('3 rows were added.');
  });
});

describe('numbers and days', () => {
  test.each([
    [1234.5, 'money', 'USD', 'USD 1,235', 'USD 1,235'],
    [12.345, 'money', 'USD', 'USD 12.35', 'USD 12.35'],
    [-1234567, 'count', '', '−1,234,567', '−1,234,567'],
    [-0.04, 'count', '', '0.0', '0.0'],
    [0.0532, 'percent', '', '5.3%', '5.3%'],
    [61.26, 'seconds', '', '61.3 s', '61.3秒'],
    [8.7, 'hours', '', '8.7 h', '8.7小时'],
    [1.5, 'times', '', '1.50×', '1.50×'],
    [12.5, 'count', '', '12.5', '12.5'],
    [1e15, 'count', '', '1,000,000,000,000,000', '1,000,000,000,000,000'],
  ])('%d as %s', (value, unit, currency, en, zh) => {
    expect(formatNumber(value, unit, 'en', currency)).toBe(en);
    expect(formatNumber(value, unit, 'zh-CN', currency)).toBe(zh);
  });

  test.each([
    [0.05, '+5.0%'],
    [-0.021, '−2.1%'],
    [0.0002, '0.0%'],
    [12.5, '+1,250.0%'],
  ])('a change of %d', (value, text) => expect(formatChange(value)).toBe(text));

  test('days', () => {
    expect([formatDay('2026-08-02', 'en'), formatDay('2026-08-02', 'zh-CN')]).toEqual([
      'Aug 2, 2026',
      '2026年8月2日',
    ]);
  });
});

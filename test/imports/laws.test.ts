import fc from 'fast-check';
import { readFileTables } from '../../src/files/read-file.ts';
import { type ImportPlan, planImport } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { isTextCode } from '../../src/text/index.ts';
import { AS_OF, apply, change, readReal, realFiles, sentence, utf8 } from './support.ts';

const SEED = { seed: 20260801 };

const OWN =
  'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\n' +
  'Total,,,,3610,31.5,-3,2184,4.12\n' +
  Array.from(
    { length: 12 },
    (_, n) =>
      `${n % 4 ? '' : ' -'}AAAAAA${n % 4 ? 'AA' : 'B'}${String(n).padStart(3, '0')},"Title, ""${n}"" 🤣","Mar ${n + 1}, 2025",${n},${n * 50},${n / 10},${n - 3},${n},4.${n}\n`,
  ).join('');

const bytesOf = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A file with some of its bytes replaced, removed or added, and some of its lines doubled elsewhere. */
const mutated = (content: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.integer({ min: 0, max: content.length - 1 });
  const byte = fc.oneof(fc.constantFrom(...utf8(',"\n;\t -%.0AZ')), fc.integer({ min: 0, max: 255 }));
  const edit = fc.record({
    at: place,
    remove: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
    insert: fc.array(byte, { maxLength: 4 }),
  });
  const double = fc.record({ from: place, to: place });
  const lineStart = (bytes: Uint8Array, at: number): number => bytes.lastIndexOf(0x0a, at) + 1;
  return fc
    .tuple(fc.array(double, { maxLength: 3 }), fc.array(edit, { maxLength: 5 }))
    .map(([doubles, edits]) => {
      let bytes = content;
      for (const { from, to } of doubles) {
        const start = lineStart(bytes, from);
        const line = bytes.slice(start, bytes.indexOf(0x0a, start) + 1);
        const target = lineStart(bytes, to);
        bytes = bytesOf(bytes.slice(0, target), line, bytes.slice(target));
      }
      for (const { at, remove, insert } of edits) {
        const start = Math.min(at, bytes.length);
        bytes = bytesOf(bytes.slice(0, start), new Uint8Array(insert), bytes.slice(start + remove));
      }
      return bytes;
    });
};

type Run = { readonly refused: string } | { readonly plan: ImportPlan; readonly below: number };

function run(content: Uint8Array, tables = {}): Run {
  const read = readFileTables(content, 'x.csv');
  if ('issue' in read) return { refused: read.issue.code };
  const recognition = recognise(read.tables);
  if ('issue' in recognition) return { refused: recognition.issue.code };
  const table = read.tables[recognition.table]!;
  const plan = planImport({
    fileName: 'x.csv',
    exportRows: readExport(table, recognition),
    recognition,
    asOf: AS_OF,
    tables,
    language: 'en',
    who: 'ana',
    now: AS_OF + 1,
    importId: 'import-1',
    sentence,
  });
  if ('issue' in plan) return { refused: plan.issue.code };
  return { plan, below: table.rows.length - recognition.headerRow - 1 };
}

/** Nothing lost: every row below the headers is counted once, and every sentence can be said. */
function holds(content: Uint8Array): void {
  const first = run(content);
  if ('refused' in first) {
    expect(isTextCode(first.refused)).toBe(true);
    return;
  }
  const { result, changes, issues } = first.plan;
  expect(result.read + result.skipped).toBe(first.below);
  expect(result.taken + result.updated + result.unchanged + result.rejected.length).toBe(result.read);
  expect(change(first.plan, 'performance').appends).toHaveLength(result.taken);
  expect(change(first.plan, 'issues').appends).toHaveLength(result.rejected.length);
  const sentences = [...issues, ...result.warnings].map(sentence);
  expect(sentences.filter((text) => /\{\w+\}|^[A-Z_]+$/.test(text))).toEqual([]);
  const values = change(first.plan, 'performance').appends.flatMap((row) => Object.values(row));
  expect(values.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
  const again = run(content, apply({}, changes));
  expect('plan' in again && again.plan.changes).toEqual([]);
}

test('a mutated file is refused or counted to the last row, and changes nothing when imported again', () => {
  fc.assert(fc.property(mutated(utf8(OWN)), holds), { ...SEED, numRuns: 500 });
});

const real = realFiles();
test(real.length > 0 ? 'the same for a real export' : 'no real exports here to mutate', () => {
  for (const name of real.slice(0, 1))
    fc.assert(fc.property(mutated(readReal(name)), holds), { ...SEED, numRuns: 100 });
});

test('any bytes at all are a file or a sentence', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), holds), { ...SEED, numRuns: 500 });
});

test('a file that is cut off anywhere within a row is refused', () => {
  const whole = utf8(OWN);
  const bodyStart = OWN.indexOf('\n', OWN.indexOf('Total'));
  for (let length = utf8(OWN.slice(0, bodyStart)).length + 2; length < whole.length - 1; length++) {
    if (whole[length - 1] === 0x0a || whole[length] === 0x0a) continue;
    const cut = run(whole.slice(0, length));
    expect([length, 'refused' in cut ? cut.refused : 'taken']).toEqual([length, 'FILE_TRUNCATED']);
  }
});

test('each code has a sentence in both languages with the same placeholders', async () => {
  const { imports: en } = await import('../../src/text/en/imports.ts');
  const { imports: zh } = await import('../../src/text/zh-CN/imports.ts');
  const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [code, text] of Object.entries(en)) {
    expect([code, names(zh[code as keyof typeof en])]).toEqual([code, names(text)]);
  }
});

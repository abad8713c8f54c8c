import fc from 'fast-check';
import { readFileTables } from '../../src/files/read-file.ts';
import { type ImportPlan, planImport } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { isTextCode } from '../../src/text/index.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, sentence, utf8 } from './support.ts';

const bytesOf = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** What cells of real files have held, and names that objects have of themselves. */
const WORDS = [
  '--',
  '-',
  '1.2K',
  '1,2 rb',
  '12,3 %',
  '1293%',
  '￥１２．５',
  '(12)',
  '1e309',
  '1.22158E+17',
  '7658657266417990000',
  '#N/A',
  '=1+1',
  'Total',
  '总计',
  '1,234,567.89',
  '12constructor',
  'constructor',
  '__proto__',
  '3 toString',
  '30/02/2026',
  'December 31',
  '9'.repeat(400),
  '\n\n',
  ',,,',
  ',"a,b",',
  'Views',
  'Primary',
  '$',
  'hasOwnProperty',
];

/** A file with some of its bytes replaced, removed or added, and some of its lines doubled elsewhere. */
export const mutated = (content: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.integer({ min: 0, max: content.length - 1 });
  const letters = fc.constantFrom(...utf8(',"\n;\t -%.0AZ19'));
  const byte = fc.oneof({ arbitrary: letters, weight: 40 }, fc.integer({ min: 0, max: 255 }));
  const text = fc.oneof(
    fc.array(byte, { maxLength: 4 }),
    fc.constantFrom(...WORDS).map((word) => [...utf8(word)]),
  );
  const edit = fc.record({
    at: place,
    remove: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
    insert: text,
    /** Replaces the cell that begins after the place, instead. */
    isCell: fc.boolean(),
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
      for (const { at, remove: length, insert, isCell } of edits) {
        const comma = bytes.indexOf(0x2c, at);
        const start = isCell && comma >= 0 ? comma + 1 : Math.min(at, bytes.length);
        const end = bytes.slice(start).findIndex((each) => each === 0x2c || each === 0x0a);
        const remove = isCell && end >= 0 ? end : length;
        bytes = bytesOf(bytes.slice(0, start), new Uint8Array(insert), bytes.slice(start + remove));
      }
      return bytes;
    });
};

export type Run = { readonly refused: string } | { readonly plan: ImportPlan; readonly below: number };

/** Imports a file as the sidebar does. */
export function run(content: Uint8Array, tables: Tables = {}, name = 'x.csv'): Run {
  const read = readFileTables(content, name);
  if ('issue' in read) return { refused: read.issue.code };
  const recognition = recognise(read.tables);
  if ('issue' in recognition) return { refused: recognition.issue.code };
  const table = read.tables[recognition.table]!;
  const plan = planImport({
    fileName: name,
    exportRows: readExport(table, recognition, AS_OF),
    recognition,
    asOf: AS_OF,
    tables,
    language: 'en',
    reporting: 'USD',
    who: 'ana',
    now: AS_OF + 1,
    importId: 'import-1',
    sentence,
  });
  if ('issue' in plan) return { refused: plan.issue.code };
  return { plan, below: table.rows.length - recognition.headerRow - 1 };
}

const TARGETS = ['performance', 'orders', 'costs', 'products'];

/**
 * Nothing lost: every row below the headers is counted once, every new row stands in its sheet, no figure is none, every
 * sentence can be said, and the same file again changes nothing.
 */
export function holds(content: Uint8Array, name = 'x.csv'): void {
  const first = run(content, {}, name);
  if ('refused' in first) {
    expect(isTextCode(first.refused)).toBe(true);
    return;
  }
  const { result, changes, issues } = first.plan;
  expect(result.read + result.skipped).toBe(first.below);
  expect(result.taken + result.updated + result.unchanged + result.rejected.length).toBe(result.read);
  // What creators get of an order is a cost beside its row, which is counted.
  const targets = TARGETS.filter(
    (sheet) => sheet !== 'costs' || result.format !== 'tiktok_shop.affiliate_orders',
  );
  const added = targets.flatMap((sheet) => change(first.plan, sheet).appends);
  expect(added).toHaveLength(result.taken);
  expect(issues).toHaveLength(result.rejected.length);
  expect(result.rejected.every(({ raw, row }) => raw !== '' && row > 0)).toBe(true);
  const sentences = [...issues, ...result.warnings].map(sentence);
  expect(sentences.filter((text) => /\{\w+\}|^[A-Z_]+$/.test(text))).toEqual([]);
  const values = changes.flatMap(({ appends }) => appends.flatMap((row) => Object.values(row)));
  expect(values.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
  const again = run(content, apply({}, changes), name);
  expect('plan' in again && again.plan.changes).toEqual([]);
}

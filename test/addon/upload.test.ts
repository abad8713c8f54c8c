/** A file that is too big for one call: piece by piece into a hidden sheet, then imported as if it had come at once. */
import { readFileTables } from '../../src/files/read-file.ts';
import type { Machine } from '../../src/local/machine.ts';
import { UPLOAD_SHEET_ID } from '../../src/workbook/upload-sheet.ts';
import { ask, bench, call, rowsOf, stateOf } from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const FILE = 'Table data.csv';
const videos: Video[] = Array.from({ length: 900 }, (_, i) => ({
  id: `v${String(i).padStart(10, '0')}`,
  // Characters of two halves, quotes, and what a spreadsheet would take for a formula or a number.
  title: ['=1+1', '😀 “ja”', "'007", '+5', '1e3'][i % 5]!.repeat(1 + (i % 40)),
  published: 'Jan 5, 2026',
  views: i,
  hours: i / 4,
}));

function textOf(): string {
  const read = readFileTables(new TextEncoder().encode(youtube(videos)), FILE);
  if ('issue' in read) throw new Error(read.issue.code);
  return JSON.stringify(read.tables);
}
const pieces = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
function send(machine: Machine, texts: readonly string[], from = 0): void {
  for (const [index, text] of texts.entries()) {
    if (index >= from) call(machine, 'uploadPiece', { index, count: texts.length, text });
  }
}
const bringIn = (machine: Machine, more: object) =>
  ask(machine, 'importFile', { fileName: FILE, asOf: '2026-08-02', account: 'art', tables: [], ...more });
const shown = (machine: Machine): string =>
  stateOf(
    ['performance', 'content'].map((key) => rowsOf(machine, key).map((row) => ({ ...row, import: 0 }))),
  );
const hasUpload = (machine: Machine): boolean =>
  machine.document().sheets.some(({ sheetId, hidden }) => sheetId === UPLOAD_SHEET_ID && hidden === true);

test('the pieces make the same import as the whole, and nothing is left of them', () => {
  const whole = bench();
  const direct = bringIn(whole, { tables: JSON.parse(textOf()) as object });
  const machine = bench();
  send(machine, pieces(textOf(), 20_011));
  expect(hasUpload(machine)).toBe(true);
  expect(rowsOf(machine, 'performance')).toEqual([]);
  const answer = bringIn(machine, { uploaded: true });
  expect(answer).toEqual(direct);
  expect(answer).toMatchObject({ ok: true, value: { taken: 900 } });
  expect(shown(machine)).toBe(shown(whole));
  expect(hasUpload(machine)).toBe(false);
});

test('an upload that was stopped imports nothing, and the next takes its place', () => {
  const machine = bench();
  const texts = pieces(textOf(), 20_011);
  expect(bringIn(machine, { uploaded: true })).toEqual({
    ok: false,
    sentence: 'The file did not arrive whole. Please import it again.',
  });
  send(machine, texts.slice(0, 3));
  expect(bringIn(machine, { uploaded: true })).toMatchObject({ ok: false });
  expect(rowsOf(machine, 'performance')).toEqual([]);
  send(machine, texts);
  expect(bringIn(machine, { uploaded: true })).toMatchObject({ ok: true, value: { taken: 900 } });
});

test('what is no table of texts is refused, also in pieces', () => {
  const machine = bench();
  for (const tables of [
    {},
    [{ name: 'a', rows: [[1]] }],
    [{ name: 'a', rows: ['x'] }],
    [{ rows: [] }],
    [null],
  ]) {
    expect(bringIn(machine, { tables })).toMatchObject({ ok: false });
    send(machine, [JSON.stringify(tables)]);
    expect(bringIn(machine, { uploaded: true })).toMatchObject({ ok: false });
  }
  expect(ask(machine, 'uploadPiece', { index: 2, count: 2, text: '' }).ok).toBe(false);
});

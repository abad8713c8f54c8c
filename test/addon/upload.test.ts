/** A file that is too big for one call: piece by piece into a hidden sheet, then imported as if it had come at once. */
import { readFileTables } from '../../src/files/read-file.ts';
import type { Machine } from '../../src/local/machine.ts';
import { uploadSheet } from '../../src/workbook/upload-sheet.ts';
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
const UPLOAD = 'k3x9t0aa';
function send(machine: Machine, texts: readonly string[], upload = UPLOAD): void {
  for (const [index, text] of texts.entries()) {
    call(machine, 'uploadPiece', { upload, index, count: texts.length, text });
  }
}
const bringIn = (machine: Machine, more: object) =>
  ask(machine, 'importFile', { fileName: FILE, asOf: '2026-08-02', account: 'art', tables: [], ...more });
const shown = (machine: Machine): string =>
  stateOf(
    ['performance', 'content'].map((key) => rowsOf(machine, key).map((row) => ({ ...row, import: 0 }))),
  );
const hasUpload = (machine: Machine, upload = UPLOAD): boolean =>
  machine
    .document()
    .sheets.some(({ sheetId, hidden }) => sheetId === uploadSheet(upload).sheetId && hidden === true);
const uploads = (machine: Machine): string[] =>
  machine.document().sheets.flatMap(({ title }) => (/upload/.test(title) ? [title] : []));

test('the pieces make the same import as the whole, and nothing is left of them', () => {
  const whole = bench();
  const direct = bringIn(whole, { tables: JSON.parse(textOf()) as object });
  const machine = bench();
  send(machine, pieces(textOf(), 20_011));
  expect(hasUpload(machine)).toBe(true);
  expect(rowsOf(machine, 'performance')).toEqual([]);
  const answer = bringIn(machine, { uploaded: UPLOAD });
  expect(answer).toEqual(direct);
  expect(answer).toMatchObject({ ok: true, value: { taken: 900 } });
  expect(shown(machine)).toBe(shown(whole));
  expect(hasUpload(machine)).toBe(false);
});

test('an upload that was stopped imports nothing, and the next takes its place', () => {
  const machine = bench();
  const texts = pieces(textOf(), 20_011);
  expect(bringIn(machine, { uploaded: UPLOAD })).toEqual({
    ok: false,
    sentence: 'The file did not arrive whole. Please import it again.',
  });
  send(machine, texts.slice(0, 3));
  expect(bringIn(machine, { uploaded: UPLOAD })).toMatchObject({ ok: false });
  // What was refused leaves nothing behind.
  expect(uploads(machine)).toEqual([]);
  expect(rowsOf(machine, 'performance')).toEqual([]);
  send(machine, texts);
  expect(bringIn(machine, { uploaded: UPLOAD })).toMatchObject({ ok: true, value: { taken: 900 } });
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
    expect(bringIn(machine, { uploaded: UPLOAD })).toMatchObject({ ok: false });
  }
  const piece = { upload: UPLOAD, index: 0, count: 1, text: '' };
  expect(ask(machine, 'uploadPiece', { ...piece, index: 2, count: 2 }).ok).toBe(false);
  for (const upload of ['', 'a', "x'!A1", 'x'.repeat(65)]) {
    expect(ask(machine, 'uploadPiece', { ...piece, upload }).ok).toBe(false);
    expect(bringIn(machine, { uploaded: upload }).ok).toBe(false);
  }
});

test('two people who upload at once each import their own file', () => {
  const machine = bench();
  const text = textOf();
  const other = text.replaceAll('"v0', '"w0');
  const [mine, theirs] = [pieces(text, 20_011), pieces(other, 30_011)];
  const piece = (texts: readonly string[], index: number, upload: string) => {
    const part = texts[index];
    if (part !== undefined) call(machine, 'uploadPiece', { upload, index, count: texts.length, text: part });
  };
  for (let index = 0; index < Math.max(mine.length, theirs.length); index++) {
    piece(mine, index, 'mine0001');
    piece(theirs, index, 'theirs01');
  }
  expect(uploads(machine)).toHaveLength(2);
  expect(bringIn(machine, { uploaded: 'theirs01', account: 'bo' })).toMatchObject({
    ok: true,
    value: { taken: 900 },
  });
  expect([hasUpload(machine, 'mine0001'), hasUpload(machine, 'theirs01')]).toEqual([true, false]);
  expect(bringIn(machine, { uploaded: 'mine0001' })).toMatchObject({ ok: true, value: { taken: 900 } });
  const owners = rowsOf(machine, 'performance').map(
    ({ account, content }) => `${account} ${String(content)[0]}`,
  );
  expect([...new Set(owners)].sort()).toEqual(['art v', 'bo w']);
  expect(uploads(machine)).toEqual([]);
});

test('an upload that somebody left goes after a day: at the next upload, or on a tick', () => {
  const machine = bench();
  const texts = pieces(textOf(), 20_011);
  const begin = (upload: string): void => {
    call(machine, 'uploadPiece', { upload, index: 0, count: texts.length, text: texts[0] });
  };
  begin('left0001');
  machine.moveClockTo(new Date('2026-08-03T20:00:00Z'));
  begin('left0002');
  expect(uploads(machine)).toHaveLength(2);
  machine.moveClockTo(new Date('2026-08-04T01:00:00Z'));
  begin('next0001');
  expect(uploads(machine)).toEqual(['_Content KPI upload left0002', '_Content KPI upload next0001']);
  call(machine, 'turnOnAutomation', {});
  for (const run of machine.moveClockTo(new Date('2026-08-05T03:00:00Z'))) expect(run.ok).toBe(true);
  expect(uploads(machine)).toEqual([]);
});

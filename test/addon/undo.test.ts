/** Undoing the last import: the sheets are as before, people's own changes stay, and it can be done once. */

import type { Machine } from '../../src/local/machine.ts';
import { LANGUAGES, type Language } from '../../src/workbook/template.ts';
import { UNDO_SHEET_ID } from '../../src/workbook/undo-sheet.ts';
import {
  ask,
  batch,
  bench,
  call,
  importText,
  rowsOf,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
} from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const ids = ['F3HVs95pagk', 'a1b2c3d4e5f', 'zzzzzzzzzz1'];
const video = (id: string, views: number): Video => ({
  id,
  published: 'Jan 5, 2026',
  likes: 5,
  views,
  hours: 1,
});
const bringIn = (machine: Machine, rows: Video[], asOf: string) =>
  importText(machine, youtube(rows), { asOf, account: 'art' });
const facts = (machine: Machine, language: Language = 'en'): unknown[] =>
  rowsOf(machine, 'performance', language).map(({ content, views, to, import: id }) => [
    content,
    views,
    to,
    id,
  ]);
const shown = (machine: Machine, language: Language = 'en'): string =>
  stateOf(
    ['performance', 'content', 'accounts', 'issues', 'orders'].map((key) => rowsOf(machine, key, language)),
  );
const undo = (machine: Machine) => ask(machine, 'undoImport', {});

test.each(LANGUAGES)(
  'rows that were added go, rows that were changed are as before; once (%s)',
  (language) => {
    const machine = bench({ language });
    expect(undo(machine).ok).toBe(false);
    bringIn(machine, [video(ids[0]!, 100), video(ids[1]!, 50)], '2026-08-02');
    const before = shown(machine, language);
    // The same day again, corrected, with one more video and a row that cannot be read.
    const text = youtube([video(ids[0]!, 130), video(ids[1]!, 50), video(ids[2]!, 7)]);
    importText(machine, `${text}b1b2c3d4e5f,Bad,,,5,,,12x,1,,,\n`, { asOf: '2026-08-02', account: 'art' });
    expect(facts(machine, language)).toHaveLength(3);
    expect(shown(machine, language)).not.toBe(before);
    expect(call(machine, 'sidebarState', {}).lastImport).toEqual({ file: 'Table data.csv', rows: 2 });
    const { sentence } = call(machine, 'undoImport', {});
    expect(sentence).toBe(
      language === 'en'
        ? 'Table data.csv was undone. Rows that are gone: 1 in Content, 1 in Performance. Rows that are as they were before: 1 in Performance.'
        : '已撤销“Table data.csv”。已删除的行：内容库 1 行、内容表现 1 行。恢复为导入前内容的行：内容表现 1 行。',
    );
    expect(shown(machine, language)).toBe(before);
    expect(rowsOf(machine, 'imports', language).at(-1)?.undone).toEqual(expect.any(Number));
    expect(call(machine, 'sidebarState', {}).lastImport).toBeNull();
    expect(undo(machine).ok).toBe(false);
    expect(sheetsCalls(machine, 'undoImport')).not.toContain('batchUpdate');
  },
);

test('what people did since stays: sorted rows, words typed into new content, a figure corrected by hand', () => {
  const machine = bench();
  bringIn(machine, [video(ids[0]!, 100), video(ids[1]!, 50)], '2026-08-02');
  bringIn(machine, [video(ids[0]!, 130), video(ids[1]!, 60), video(ids[2]!, 7)], '2026-08-02');
  const { sheetId } = sheetTitled(machine, 'Performance');
  batch(machine, {
    sortRange: {
      range: { sheetId, startRowIndex: 1, endRowIndex: 4 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
    },
  });
  const typed = rowsOf(machine, 'performance').findIndex(({ content }) => content === ids[1]) + 2;
  type(machine, 'Performance', `J${typed}`, 61);
  const mine = rowsOf(machine, 'content').findIndex(({ id }) => id === ids[2]) + 2;
  type(machine, 'Content', `N${mine}`, 'Unboxing');
  const { sentence } = call(machine, 'undoImport', {});
  expect(sentence).toContain('2 rows that were changed since then stay as they are.');
  const views = Object.fromEntries(
    rowsOf(machine, 'performance').map(({ content, views }) => [content, views]),
  );
  expect(views).toEqual({ [ids[0]!]: 100, [ids[1]!]: 61 });
  expect(rowsOf(machine, 'content').map(({ id }) => id)).toEqual(ids);
});

test('the hidden sheet holds the last import alone, and one atomic batch undoes it', () => {
  const machine = bench();
  bringIn(machine, [video(ids[0]!, 100)], '2026-07-26');
  bringIn(machine, [video(ids[0]!, 120)], '2026-08-02');
  const hidden = machine.document().sheets.filter((sheet) => sheet.sheetId === UNDO_SHEET_ID);
  expect(hidden.map((sheet) => [sheet.hidden, sheet.columnCount])).toEqual([[true, 1]]);
  call(machine, 'undoImport', {});
  expect(sheetsCalls(machine, 'undoImport').filter((name) => name === 'batchUpdate')).toHaveLength(1);
  expect(facts(machine)).toHaveLength(1);
  // The days of the file that was taken back are not covered any more.
  expect(bringIn(machine, [video(ids[0]!, 120)], '2026-08-02')).toMatchObject({ taken: 1 });
});

test('the days of other imports are as before, and a sorted log still names the last import', () => {
  const machine = bench();
  bringIn(machine, [video(ids[0]!, 100)], '2026-07-05');
  bringIn(machine, [video(ids[0]!, 300)], '2026-07-26');
  const spans = () => rowsOf(machine, 'imports').map(({ from, to }) => [from ?? '', to]);
  const before = spans();
  importText(machine, youtube([video(ids[0]!, 200)]), {
    asOf: '2026-07-15',
    account: 'art',
    fileName: 'middle.csv',
  });
  expect(spans()).not.toEqual([...before, expect.anything()]);
  const { sheetId } = sheetTitled(machine, 'Import log');
  batch(machine, {
    sortRange: {
      range: { sheetId, startRowIndex: 1, endRowIndex: 4 },
      sortSpecs: [{ dimensionIndex: 7, sortOrder: 'DESCENDING' }],
    },
  });
  expect(call(machine, 'sidebarState', {}).lastImport).toEqual({ file: 'middle.csv', rows: 1 });
  call(machine, 'undoImport', {});
  const after = rowsOf(machine, 'imports').filter(({ undone }) => !undone);
  expect(after.map(({ from, to }) => [from ?? '', to]).reverse()).toEqual(before);
});

test('costs that a longer period took the place of come back', () => {
  const machine = bench();
  const spend = (days: string, amount: number) =>
    importText(machine, `Ad Name,Product ID,Expense,Impression,Clicks\nLamp,1,${amount},9,1\n`, {
      account: 'shop',
      fileName: `Shopee-Ads-Overall-Data-${days}.csv`,
    });
  const shownCosts = () =>
    rowsOf(machine, 'costs')
      .map(({ from, date, amount }) => [from, date, amount])
      .sort();
  spend('20_07_2026-26_07_2026', 70);
  spend('27_07_2026-31_07_2026', 50);
  const before = shownCosts();
  expect(before).toEqual([
    [46223, 46229, 70],
    [46230, 46234, 50],
  ]);
  expect(spend('20_07_2026-02_08_2026', 140)).toMatchObject({ taken: 0, updated: 1 });
  expect(shownCosts()).toEqual([[46223, 46236, 140]]);
  expect(call(machine, 'undoImport', {}).sentence).toContain('as they were before: 2 in Costs.');
  expect(shownCosts()).toEqual(before);
});

test.each(LANGUAGES)('orders that people typed into stay, the others of their file go (%s)', (language) => {
  const machine = bench({ language });
  const lines = ['A1,7.05', 'A2,1250.4', 'A3,0.1', 'A4,20'].map(
    (line) => `${line},2026-07-01 10:20:00,usd,paid`,
  );
  importText(machine, ['Order ID,Amount,Date,Currency,Status', ...lines].join('\n'), {
    fileName: 'orders.csv',
  });
  const rowOf = (id: string) => rowsOf(machine, 'orders', language).findIndex((row) => row.id === id) + 2;
  const title = language === 'en' ? 'Orders' : '订单';
  type(machine, title, `O${rowOf('A2')}`, 'F3HVs95pagk');
  type(machine, title, `H${rowOf('A4')}`, 21);
  const { sentence } = call(machine, 'undoImport', {});
  expect(rowsOf(machine, 'orders', language).map(({ id, amount }) => [id, amount])).toEqual([
    ['A2', 1250.4],
    ['A4', 21],
  ]);
  expect(sentence).toContain(
    language === 'en' ? '2 rows that were changed since then stay as they are.' : '2',
  );
});

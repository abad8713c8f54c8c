/** The card of a file before and after its import, as a person meets it. */
import { mkdirSync } from 'node:fs';
import { type Language, say } from '../../sidebar/language.ts';
import type { ImportOutcome, Recognised } from '../../src/addon/api.ts';
import { say as told } from '../../src/text/index.ts';
import { busyState, csv, mixedOutcome } from './examples.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import type { Script } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const KNOWN: Recognised = { format: 'Costs', account: 'Costs', rows: 9, needsAsOf: false };
const outcome = (language: Language, more: Partial<ImportOutcome>): ImportOutcome => ({
  ...mixedOutcome(language),
  formatName: 'Costs',
  account: 'Costs',
  changed: true,
  ...more,
});

async function open(language: Language, script: Script): Promise<Sidebar> {
  const sidebar = await harness.open({ sidebarState: [{ value: busyState(language) }], ...script });
  await sidebar.page.getByRole('tab', { name: say(language, 'UI_TAB_DATA') }).click();
  return sidebar;
}
const drop = (sidebar: Sidebar, ...names: string[]) =>
  sidebar.page.locator('input[type=file]').setInputFiles(names.map((name) => csv(name)));

/** SIDEBAR_SHOTS=folder keeps its picture. */
async function look(sidebar: Sidebar, name: string): Promise<void> {
  const folder = process.env.SIDEBAR_SHOTS;
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    await sidebar.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
  expect(await sidebar.faults()).toEqual([]);
  expect(await sidebar.overflow()).toBe(0);
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const words = (code: Parameters<typeof say>[1], values = {}) => say(language, code, values);
  const importOne = (sidebar: Sidebar) =>
    sidebar.page.getByRole('button', { name: words('UI_IMPORT_ONE') }).click();

  test('days, currency and sums stand there before the import, and a word that is not known', async () => {
    const warning = told(language, 'WORD_UNKNOWN', {
      column: 'Component',
      found: 'Editing',
      expected: 'Tools',
    });
    const value: Recognised = {
      ...KNOWN,
      days: { from: '2026-11-02', to: '2026-11-08' },
      currency: 'EUR',
      totals: [{ name: 'Amount', value: 1234.4 }],
      warnings: [warning],
    };
    const sidebar = await open(language, { recogniseFile: [{ value }] });
    await drop(sidebar, 'costs.csv');
    await sidebar.page.getByText(warning).waitFor();
    const line = await sidebar.page.locator('.card > .hint').first().innerText();
    expect(line).toContain(' – ');
    expect(line).toContain(' · EUR · Amount 1,234');
    await look(sidebar, `${language}-glance`);
    await sidebar.close();
  });

  test('what was rejected in part is amber, in words, and no row is named twice', async () => {
    const message = language === 'en' ? 'Row 7: the cell is empty.' : '第 7 行：单元格为空。';
    const rejected = [{ row: 7, column: 'VV', code: 'CELL_EMPTY', message }];
    const value = outcome(language, {
      read: 9,
      taken: 2,
      updated: 0,
      unchanged: 0,
      rejectedCount: 7,
      rejected,
    });
    const sidebar = await open(language, { recogniseFile: [{ value: KNOWN }], importFile: [{ value }] });
    await drop(sidebar, 'costs.csv');
    await importOne(sidebar);
    await sidebar.page.getByText(words('UI_IMPORTED_PARTLY', { rejected: 7, read: 9 })).waitFor();
    expect(await sidebar.page.locator('.status .sign.warn').count()).toBe(1);
    expect(await sidebar.page.locator('tbody td').last().innerText()).toBe(
      language === 'en' ? 'The cell is empty.' : '单元格为空。',
    );
    expect(await sidebar.page.getByText('Costs · Costs').count()).toBe(0);
    await look(sidebar, `${language}-partly`);
    await sidebar.close();
  });

  test('undo is there with the answer, and the card says that it was undone', async () => {
    const none = { rejected: [], rejectedCount: 0, warnings: [] };
    const value = outcome(language, {
      file: 'costs.csv',
      read: 9,
      taken: 9,
      updated: 0,
      unchanged: 0,
      ...none,
    });
    const sidebar = await open(language, {
      // What the state says after the import comes late.
      sidebarState: [{ value: busyState(language) }, 'hang'],
      recogniseFile: [{ value: KNOWN }],
      importFile: [{ value }],
      undoImport: [{ value: { sentence: 'Gone.' } }],
    });
    const { page } = sidebar;
    await drop(sidebar, 'costs.csv');
    await importOne(sidebar);
    await page.getByText(words('UI_UNDO_OF', { file: 'costs.csv', rows: 9 })).waitFor();
    await page.getByRole('button', { name: words('UI_UNDO') }).click();
    await page.getByRole('button', { name: words('UI_UNDO_CONFIRM') }).click();
    await page.getByText('Gone.').waitFor();
    expect(await page.locator('.card .status').innerText()).toContain(words('UI_UNDONE'));
    expect(await page.getByText(words('UI_UNDO_OF', { file: 'Table data.csv', rows: 495 })).count()).toBe(0);
    await sidebar.close();
  });

  test('more than four files are lines; the same file again is named, not added', async () => {
    const sidebar = await open(language, { recogniseFile: [{ value: KNOWN }] });
    const { page } = sidebar;
    const names = ['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv'];
    await drop(sidebar, ...names);
    await page.getByRole('button', { name: words('UI_IMPORT', { count: 5 }) }).waitFor();
    expect(await page.locator('.card > details').count()).toBe(5);
    // The very same file, as one that is dropped again has the same size and moment.
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
      const drop = (): void => {
        const data = new DataTransfer();
        data.items.add(new File(['Content,Views\nabc,1\n'], 'f.csv', { lastModified: 1_700_000_000_000 }));
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      };
      drop();
      setTimeout(drop, 200);
    });
    await page.getByText(words('UI_FILE_TWICE', { files: 'f.csv' })).waitFor();
    await page.getByRole('button', { name: words('UI_IMPORT', { count: 6 }) }).waitFor();
    expect(await page.locator('.card').count()).toBe(6);
    await look(sidebar, `${language}-lines`);
    await sidebar.close();
  });
});

test('a file that brings nothing new says so; a new file takes the last message away', async () => {
  const none = { rejected: [], rejectedCount: 0, changed: false };
  const value = outcome('en', { read: 9, taken: 0, updated: 0, unchanged: 9, ...none });
  const sidebar = await open('en', { recogniseFile: [{ value: KNOWN }], importFile: [{ value }] });
  const { page } = sidebar;
  await drop(sidebar, 'a.csv');
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page
    .getByText('Nothing new: the sheets have all of it already, and the import log gets no line')
    .waitFor();
  await page.getByText('The import is finished.').waitFor();
  await drop(sidebar, 'b.csv');
  await page.getByRole('button', { name: 'Import 1 file' }).waitFor();
  expect(await page.getByText('The import is finished.').count()).toBe(0);
  await sidebar.close();
});

test('of a long file all rows are counted', async () => {
  const long = `Content,Views\n${Array.from({ length: 1999 }, (_, i) => `abc${i},1`).join('\n')}\n`;
  const sidebar = await open('en', {
    recogniseFile: [{ value: { ...KNOWN, rows: 499 } }],
  });
  await sidebar.page.locator('input[type=file]').setInputFiles([csv('long.csv', long)]);
  await sidebar.page.getByText('Costs, 1,999 rows').waitFor();
  await sidebar.close();
});

test('sending a single big file says how far it is, and stops between two parts', async () => {
  const sidebar = await open('en', {
    recogniseFile: [{ value: { ...KNOWN, rows: 499 } }],
    uploadPiece: ['hang'],
  });
  const { page } = sidebar;
  const long = 'x'.repeat(1600);
  const lines = Array.from({ length: 1000 }, (_, row) => `${long}${row},1`).join('\n');
  await page.locator('input[type=file]').setInputFiles([csv('big.csv', `Content,Views\n${lines}\n`)]);
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Sending part 1 of 2: about 0 of 1,000 rows are there').waitFor();
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByRole('button', { name: 'Stopping after this part …' }).waitFor();
  await sidebar.close();
});

test('what is wrong with the file itself is not tried again', async () => {
  const sidebar = await open('en', { recogniseFile: [{ sentence: 'Only a total.', isFinal: true }] });
  await drop(sidebar, 'total.csv');
  await sidebar.page.getByText('Only a total.').waitFor();
  expect(await sidebar.page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await sidebar.close();
});

import type { Browser, Page } from 'playwright-core';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { openBrowser } from './browser.ts';
import { demoMachine } from './workbench-addon.ts';
import { clickCell, openPage, settled, type WatchedPage } from './workbench-page.ts';

let browser: Browser;
let bench: RunningWorkbench;
let machine: Machine;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, bench] = await Promise.all([openBrowser(), startWorkbench({ port: 0, language: 'en' })]);
  machine = demoMachine();
  bench.ready(machine);
  watched = await openPage(browser, bench.url);
  page = watched.page;
});
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});
afterEach(() => {
  expect(watched.complaints).toEqual([]);
});

const sheet = () => machine.document().sheets[0]!;
const hidden = () => sheet().rows.flatMap((row, i) => (row?.hiddenByFilter ? [i + 1] : []));

async function chooseInData(caption: string): Promise<void> {
  await page.locator('[data-id="data"]').click();
  await page.locator('.o-menu').getByText(caption, { exact: true }).click();
  await settled(page);
}

/** The sign of the filter stands at the right end of its header; column A is 160 pixels wide. */
async function openFilter(): Promise<void> {
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('A1'));
  await page.mouse.click(x + 70, y);
  await page.locator('.o-filter-menu').waitFor();
}

async function toggleValue(text: string): Promise<void> {
  await page.locator('.o-filter-menu-value', { hasText: text }).click();
  await page.locator('.o-filter-menu').getByText('Confirm').click();
  await settled(page);
}

test('Data › Create a filter makes the document’s, over the cells around the selected one', async () => {
  await clickCell(page, 'B2');
  await chooseInData('Create a filter');
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 5 };
  expect(sheet().basicFilter?.range).toEqual(range);
});

test('what is unticked is hidden in the document, and can be ticked again after a new load', async () => {
  await openFilter();
  await toggleValue('CTR');
  expect(hidden()).toEqual([3]);
  expect(sheet().basicFilter?.criteria).toEqual({ 0: { hiddenValues: ['CTR'] } });
  await page.reload();
  await page.locator('.wb-grid:not(.wb-hidden)').waitFor();
  await settled(page);
  await openFilter();
  await toggleValue('CTR');
  expect(hidden()).toEqual([]);
});

test('Data › Remove filter takes it off', async () => {
  await chooseInData('Remove filter');
  expect(sheet().basicFilter).toBeUndefined();
});

import type { Browser, Page } from 'playwright-core';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { openBrowser } from './browser.ts';
import { demoMachine } from './workbench-addon.ts';
import { cell, chooseMenu, openPage, settled, type WatchedPage } from './workbench-page.ts';

let browser: Browser;
let bench: RunningWorkbench;
let machine: Machine;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, bench] = await Promise.all([openBrowser(), startWorkbench({ port: 0, language: 'zh-CN' })]);
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

const question = () => page.locator('.wb-question');
const press = (label: string) => question().getByRole('button', { name: label, exact: true }).click();
const written = (text: string) =>
  page.waitForFunction((wanted) => window.workbenchProbe.text('KPI tree', 'A12') === wanted, text);

test('an alert with a choice makes its script wait for the button', async () => {
  await chooseMenu(page, 'Ask yes or no');
  await question().waitFor();
  expect(await question().locator('h2').innerText()).toBe('Close the week?');
  expect(await question().locator('.wb-dialog-buttons button').allInnerTexts()).toEqual(['是', '否']);
  expect(await cell(page, 'KPI tree', 'A12')).toBe('');
  await press('是');
  await page.getByText('Really?').waitFor();
  expect(await question().locator('.wb-dialog-buttons button').allInnerTexts()).toEqual(['确定', '取消']);
  await press('确定');
  await written('YES OK');
  expect(await question().count()).toBe(0);
});

test('Escape is the cross, which closes an alert without an answer', async () => {
  await chooseMenu(page, 'Ask yes or no');
  await question().waitFor();
  await page.keyboard.press('Escape');
  await written('CLOSE CLOSE');
});

test('a prompt takes what is typed, Enter is the first button', async () => {
  await chooseMenu(page, 'Ask for a name');
  await question().locator('input').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('.wb-question input'));
  await page.keyboard.type('安娜 <b>');
  await page.keyboard.press('Enter');
  await written('OK: 安娜 <b>');
  await chooseMenu(page, 'Ask for a name');
  await question().locator('input').fill('nobody');
  await press('取消');
  await written('CANCEL: nobody');
});

test('a question outlives a new load of the page', async () => {
  await chooseMenu(page, 'Ask yes or no');
  await question().waitFor();
  await page.reload();
  await question().waitFor();
  await press('否');
  await written('NO CLOSE');
});

test('what the script did is undone in one step', async () => {
  await settled(page);
  await page.locator('.wb-grid:not(.wb-hidden) .o-grid').click({ position: { x: 300, y: 300 } });
  await page.keyboard.press('Control+z');
  await written('CANCEL: nobody');
});

test('a dialog beside which people work on can be dragged, and leaves the cells free', async () => {
  await chooseMenu(page, 'Show a palette');
  const dialog = page.locator('.wb-addon-dialog');
  await expect(dialog.frameLocator('iframe').locator('#in-palette').innerText()).resolves.toBe('Beside');
  const before = (await dialog.boundingBox())!;
  await page.mouse.move(before.x + 60, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(before.x + 160, before.y + 140, { steps: 4 });
  await page.mouse.up();
  const after = (await dialog.boundingBox())!;
  expect([after.x - before.x, after.y - before.y]).toEqual([100, 120]);
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('B3'));
  await page.mouse.click(x, y);
  await page.waitForFunction(() => window.workbenchProbe.selection() === 'B3:B3');
  await dialog.locator('.wb-close').click();
  expect(await dialog.count()).toBe(0);
});

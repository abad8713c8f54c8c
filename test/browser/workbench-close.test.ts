import type { Browser, Page } from 'playwright-core';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { call, bench as machineWith, reviewOf } from '../start/bench.ts';
import { openBrowser } from './browser.ts';
import { chooseMenu, openPage, settled, type WatchedPage } from './workbench-page.ts';

const WEEK = '2026-W31';

let browser: Browser;
let bench: RunningWorkbench;
let machine: Machine;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, bench] = await Promise.all([openBrowser(), startWorkbench({ port: 0, language: 'en' })]);
  machine = machineWith();
  call(machine, 'writeReview', { week: WEEK });
  bench.ready(machine);
  watched = await openPage(browser, bench.url);
  page = watched.page;
});
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const place = () =>
  page.evaluate(() => ({
    sheet: window.workbenchProbe.activeSheet(),
    selection: window.workbenchProbe.selection(),
    scroll: window.workbenchProbe.scroll(),
  }));

test('closing the review that is open moves neither the selection nor the view', async () => {
  await page.locator('.o-sheet', { hasText: WEEK }).click();
  await page.waitForFunction((title) => window.workbenchProbe.activeSheet() === title, WEEK);
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('C12'));
  const told = page.waitForResponse((response) => response.url().endsWith('/select'));
  await page.mouse.click(x, y);
  await told;
  await page.mouse.wheel(0, 460);
  await page.waitForFunction(() => window.workbenchProbe.scroll().y > 0);
  const before = await place();
  await chooseMenu(page, 'Close the latest review');
  await page.locator('.wb-question').getByRole('button', { name: 'OK', exact: true }).click();
  await page.locator('.wb-toast', { hasText: 'closed' }).waitFor();
  await settled(page);
  expect(reviewOf(machine, WEEK)).toMatchObject({ state: 'closed' });
  expect(await place()).toEqual(before);
  expect(watched.complaints).toEqual([]);
});

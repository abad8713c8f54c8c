/**
 * Two people at once on the workbench: one types in the sheet or has the sidebar open elsewhere, the other saves in the
 * sidebar. What they changed apart is kept of both; where they meet, nothing is written before a person has chosen.
 */
import type { Browser, Page } from 'playwright-core';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { bench as blank, loadRows, rowsOf } from '../start/bench.ts';
import { openBrowser } from './browser.ts';
import { cell, chooseMenu, clickCell, openPage, settled, typeInCell } from './workbench-page.ts';

let browser: Browser;
const running: RunningWorkbench[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(running.map((each) => each.close()));
});

async function begin() {
  const machine = blank({ language: 'en' });
  loadRows(machine, 'team', [
    { name: 'Ana', role: 'owner' },
    { name: 'Bo', role: 'editor' },
  ]);
  loadRows(machine, 'tree', [
    { id: 'gmv', operator: 'product', name: 'GMV', kind: 'metric', metric: 'gmv', unit: 'money' },
    { id: 'gmv.orders', parent: 'gmv', name: 'Orders', kind: 'metric', metric: 'orders', unit: 'count' },
    { id: 'gmv.aov', parent: 'gmv', name: 'AOV', kind: 'metric', metric: 'aov', unit: 'money' },
  ]);
  const workbench = await startWorkbench({ port: 0, language: 'en' });
  running.push(workbench);
  workbench.ready(machine, { openSidebar: false });
  const join = async () => (await openPage(browser, workbench.url)).page;
  const [ana, bo] = [await join(), await join()];
  // The workbench shows the same sidebar on every page, each with a life of its own.
  await chooseMenu(bo, 'Open sidebar');
  return { machine, ana, bo };
}

const side = (page: Page) => page.frameLocator('.wb-sidebar iframe');
const button = (page: Page, name: string) =>
  side(page).getByRole('button', { name, exact: true }).locator('visible=true');
const says = (page: Page, text: string | RegExp) =>
  side(page).getByText(text).locator('visible=true').first().waitFor();
const tab = (page: Page, name: string) => side(page).getByRole('tab', { name }).click();
async function more(page: Page, key: string): Promise<void> {
  await tab(page, 'More');
  await side(page).locator(`.topics [data-key=${key}]`).click();
}

/** The cell below a heading, in the row that has this text. */
async function cellOf(page: Page, sheet: string, heading: string, text: string): Promise<string> {
  const columns = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const column of columns) {
    if ((await cell(page, sheet, `${column}1`)) !== heading) continue;
    for (let row = 2; row < 40; row++) {
      const shown = await Promise.all(columns.slice(0, 6).map((each) => cell(page, sheet, `${each}${row}`)));
      if (shown.includes(text)) return `${column}${row}`;
    }
  }
  throw new Error(`${sheet} has no ${heading} of ${text}`);
}

async function typeInSheet(page: Page, sheet: string, at: string, text: string): Promise<void> {
  await page.locator('.o-sheet', { hasText: sheet }).first().click();
  await page.waitForFunction((title) => window.workbenchProbe.activeSheet() === title, sheet);
  await clickCell(page, at);
  await typeInCell(page, text);
  await settled(page);
}

/** What the other has saved comes by itself. */
const shows = (page: Page, sheet: string, at: string, text: string) =>
  page.waitForFunction(
    ([title, name, wanted]) => window.workbenchProbe.text(title!, name!) === wanted,
    [sheet, at, text],
  );

const names = (machine: Parameters<typeof rowsOf>[0]) => rowsOf(machine, 'tree').map(({ name }) => name);

test('the KPI tree, in the sheet and in the sidebar', async () => {
  const { machine, ana, bo } = await begin();
  const item = (name: string) => side(bo).getByRole('treeitem', { name: new RegExp(`^${name} ?,`) });
  const rename = async (from: string, to: string) => {
    await item(from).click();
    await side(bo).locator('[data-field=name]').fill(to);
  };
  await tab(bo, 'KPI tree');
  await item('AOV').waitFor();

  // Apart: another KPI, renamed in the sheet after Bo has read the tree.
  await typeInSheet(ana, 'KPI tree', await cellOf(ana, 'KPI tree', 'KPI', 'Orders'), 'All orders');
  await rename('AOV', 'Basket');
  await button(bo, 'Save').click();
  await item('All orders').waitFor();
  expect(names(machine)).toEqual(['GMV', 'All orders', 'Basket']);
  await shows(ana, 'KPI tree', await cellOf(ana, 'KPI tree', 'KPI', 'gmv.aov'), 'Basket');

  // The same cell: Bo is told, and nothing is written before the choice.
  await typeInSheet(ana, 'KPI tree', await cellOf(ana, 'KPI tree', 'KPI', 'gmv'), 'Sales');
  await rename('GMV', 'Turnover');
  await button(bo, 'Save').click();
  await says(bo, 'Someone else changed the same meanwhile.');
  await says(bo, 'Yours: Turnover');
  await says(bo, 'Theirs: Sales');
  expect(names(machine)).toEqual(['Sales', 'All orders', 'Basket']);
  await side(bo).getByLabel('Theirs: Sales').check();
  await button(bo, 'Save this choice').click();
  await item('Sales').waitFor();
  expect(names(machine)).toEqual(['Sales', 'All orders', 'Basket']);
}, 300_000);

test('the team, in two sidebars', async () => {
  const { machine, ana, bo } = await begin();
  await more(ana, 'team');
  await more(bo, 'team');
  const line = (page: Page, name: string) => side(page).locator('.line-head', { hasText: name });
  const role = (page: Page) => side(page).getByLabel('Role', { exact: true }).locator('visible=true');
  const team = () => rowsOf(machine, 'team').map(({ name, role: is }) => `${name}: ${is}`);

  // Apart: each adds a person.
  for (const [page, name] of [
    [ana, 'Cai'],
    [bo, 'Dee'],
  ] as const) {
    await line(page, 'Ana').waitFor();
    await button(page, 'Add a person').click();
    await side(page).getByLabel('Name', { exact: true }).locator('visible=true').fill(name);
    await button(page, 'Save changes').click();
    await side(page).locator('.notice.good').locator('visible=true').waitFor();
  }
  expect(rowsOf(machine, 'team').map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Cai', 'Dee']);
  // Bo sees at once whom Ana has added.
  await line(bo, 'Cai').waitFor();

  // The same person: whoever saves later is told what the other wrote.
  await line(ana, 'Bo').click();
  await role(ana).selectOption('writer');
  await button(ana, 'Save changes').click();
  await line(ana, 'Dee').waitFor();
  await line(bo, 'Bo').click();
  await role(bo).selectOption('operator');
  await button(bo, 'Save changes').click();
  await says(bo, 'Nothing was saved: others changed the same');
  await says(bo, /Bo, Role: “\w+” in the sheet, “Operator” by you\./);
  expect(team()).toContain(`Bo: ${rowsOf(machine, 'team')[1]?.role}`);
  expect(team()).not.toContain('Bo: Operator');
  await button(bo, 'Leave it as in the sheet').click();
  expect(await button(bo, 'Save changes').count()).toBe(0);
}, 300_000);

test('a setting, in the sheet and in the sidebar', async () => {
  const { machine, ana, bo } = await begin();
  const setting = (key: string) => rowsOf(machine, 'settings').find((row) => row.key === key)?.value;
  const field = side(bo).getByLabel('Close after days', { exact: true }).locator('visible=true');
  await more(bo, 'settings');
  await field.waitFor();
  const at = await cellOf(ana, 'Settings', 'Value', 'Close after days');
  await typeInSheet(ana, 'Settings', at, '9');
  await field.fill('12');
  await button(bo, 'Save changes').click();
  await says(bo, 'Nothing was saved: others changed the same');
  await says(bo, 'Settings, Close after days: “9” in the sheet, “12” by you.');
  expect(setting('close_after_days')).toBe(9);
  await side(bo)
    .getByRole('button', { name: /^Take mine: Settings, Close after days/ })
    .click();
  await button(bo, 'Save changes').click();
  await side(bo).locator('.notice.good').locator('visible=true').waitFor();
  expect(setting('close_after_days')).toBe(12);
  await shows(ana, 'Settings', at, '12');
}, 300_000);

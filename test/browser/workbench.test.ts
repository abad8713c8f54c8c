import type { Browser, Page } from 'playwright-core';
import { cellAt } from '../../src/local/document/cell.ts';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { openBrowser } from './browser.ts';
import { demoMachine } from './workbench-addon.ts';
import {
  beginTyping,
  cell,
  chooseMenu,
  clickCell,
  commitCell,
  openPage,
  settled,
  sidebar,
  typeInCell,
  type WatchedPage,
} from './workbench-page.ts';

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

const document = () => machine.document();
const tree = () => document().sheets.find((sheet) => sheet.sheetId === 0)!;

/** Where the person is in the workbook. */
const place = () =>
  page.evaluate(() => ({
    sheet: window.workbenchProbe.activeSheet(),
    selection: window.workbenchProbe.selection(),
    scroll: window.workbenchProbe.scroll(),
  }));

test('the page shows the cells, and what custom functions of the built add-on answer', async () => {
  expect(await page.title()).toBe('KPI of the team');
  expect(await cell(page, 'KPI tree', 'A2')).toBe('GMV');
  expect(await cell(page, 'KPI tree', 'D2')).toBe('120%');
  expect(await cell(page, 'KPI tree', 'D5')).toBe('0.75');
  expect(await cell(page, 'KPI tree', 'D6')).toMatch(/^#ERROR/);
});

test('a sentence that is merged over columns leaves its row one line high', async () => {
  const at = (name: string) => page.evaluate((found) => window.workbenchProbe.middle(found).y, name);
  expect((await at('A15')) - (await at('A13'))).toBeLessThan(60);
});

test('hidden sheets have no tab', async () => {
  await expect(page.locator('.o-sheet').allInnerTexts()).resolves.toEqual(['KPI tree', '内容库']);
});

test('what is typed reaches the document and recalculates, custom functions too', async () => {
  await clickCell(page, 'B2');
  await typeInCell(page, '50');
  await settled(page);
  expect(cellAt(tree(), 1, 1)?.value).toEqual({ numberValue: 50 });
  expect(await cell(page, 'KPI tree', 'B4')).toBe('53');
  expect(await cell(page, 'KPI tree', 'D2')).toBe('50%');
});

test('what is typed is read as Google reads it', async () => {
  await clickCell(page, 'A10');
  for (const text of ['12.5%', '2026-11-23', "'007", '=DEMO_SHARE(1,4)']) {
    await typeInCell(page, text);
  }
  await settled(page);
  const column = [9, 10, 11, 12].map((row) => cellAt(tree(), row, 0)?.value);
  expect(column).toEqual([
    { numberValue: 0.125 },
    { numberValue: 46349 },
    { stringValue: '007' },
    { formulaValue: '=DEMO_SHARE(1,4)' },
  ]);
  expect(await cell(page, 'KPI tree', 'A10')).toBe('12.50%');
  expect(await cell(page, 'KPI tree', 'A12')).toBe('007');
  expect(await cell(page, 'KPI tree', 'A13')).toBe('0.25');
});

test('TODAY is the day of the host’s clock in the spreadsheet’s zone', async () => {
  await clickCell(page, 'C10');
  await typeInCell(page, '=TEXT(TODAY(),"yyyy-mm-dd")');
  await settled(page);
  expect(await cell(page, 'KPI tree', 'C10')).toBe('2026-11-23');
  machine.moveClockTo(new Date('2026-11-23T16:30:00Z'));
  await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'C10') === '2026-11-24');
  await page.keyboard.press('Control+z');
  await settled(page);
});

test('undo goes back one change at a time, redo forward again', async () => {
  const undo = async () => {
    await page.keyboard.press('Control+z');
    await settled(page);
  };
  await undo();
  expect(cellAt(tree(), 12, 0)?.value).toBeUndefined();
  expect(await cell(page, 'KPI tree', 'A13')).toBe('');
  await page.keyboard.press('Control+y');
  await settled(page);
  expect(await cell(page, 'KPI tree', 'A13')).toBe('0.25');
});

test('a column inserted before one with developer metadata moves the metadata along', async () => {
  const { x } = await page.evaluate(() => window.workbenchProbe.middle('B1'));
  const { y } = await page.locator('.o-grid').evaluate((grid) => grid.getBoundingClientRect());
  await page.mouse.click(x, y + 12, { button: 'right' });
  await page.getByText('Insert column left', { exact: true }).click();
  await settled(page);
  expect(document().metadata[0]!.location).toEqual({ type: 'COLUMN', sheetId: 0, index: 2 });
  expect(cellAt(tree(), 3, 2)?.value).toEqual({ formulaValue: '=SUM(C2:C3)' });
  expect(await cell(page, 'KPI tree', 'C1')).toBe('Actual');
  await page.keyboard.press('Control+z');
  await settled(page);
  expect(document().metadata[0]!.location).toEqual({ type: 'COLUMN', sheetId: 0, index: 1 });
  expect(await cell(page, 'KPI tree', 'B1')).toBe('Actual');
});

test('the add-on’s menu opens its sidebar, 300 px wide beside the cells', async () => {
  await chooseMenu(page, 'Open sidebar');
  const box = (await page.locator('.wb-sidebar').boundingBox())!;
  expect(box.width).toBe(300);
  const grid = (await page.locator('.o-grid').boundingBox())!;
  expect(grid.x + grid.width).toBeLessThanOrEqual(box.x);
  await expect(page.locator('.wb-sidebar h2').innerText()).resolves.toBe('Content KPI');
});

test('google.script.run: answers, errors, the user object, a Date that makes the answer null, many calls', async () => {
  const { press } = sidebar(page);
  expect(await press('greet')).toBe('{"greeting":"Hello Ana","at":[1,2,null]} me');
  expect(await press('fail')).toBe('failed: Error: This went wrong on purpose me');
  expect(await press('date')).toBe('got null');
  expect(await press('sendDate')).toBe('thrown: Failed due to illegal value in property: 0');
  expect(await press('many')).toBe('all 25');
});

test('a change by the add-on reaches the page, which stays where it is', async () => {
  await clickCell(page, 'C8');
  const before = await page.evaluate(() => window.workbenchProbe.selection());
  expect(await sidebar(page).press('write')).toBe('written');
  await settled(page);
  expect(await cell(page, 'KPI tree', 'A12')).toBe('from the sidebar');
  expect(await page.evaluate(() => window.workbenchProbe.selection())).toBe(before);
});

test('a sheet that the add-on makes appears; the active sheet, selection and scroll position stay', async () => {
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('C8'));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 460);
  await page.waitForFunction(() => window.workbenchProbe.scroll().y > 0);
  const before = await place();
  await chooseMenu(page, 'Write review');
  await page.locator('.o-sheet', { hasText: '2026-W47' }).waitFor();
  await settled(page);
  expect(await cell(page, '2026-W47', 'A1')).toBe('Weekly review');
  expect(await place()).toEqual(before);
});

test('a change that needs a new load waits for what is being typed, loses none of it and keeps the place', async () => {
  await clickCell(page, 'B30');
  await beginTyping(page, 'half');
  const path = `/v4/spreadsheets/${document().spreadsheetId}:batchUpdate`;
  const colour = { rgbColor: { red: 1, green: 1, blue: 0.8 } };
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 5 };
  const bandedRange = { range, rowProperties: { firstBandColorStyle: colour, secondBandColorStyle: colour } };
  const requests = [{ addBanding: { bandedRange } }];
  machine.api.call('POST', path, new URLSearchParams(), { requests } as never);
  const { scroll } = await place();
  await page.keyboard.type(' done');
  await commitCell(page);
  await settled(page);
  expect(cellAt(tree(), 29, 1)?.value).toEqual({ stringValue: 'half done' });
  expect(await cell(page, 'KPI tree', 'B30')).toBe('half done');
  expect(await place()).toEqual({ sheet: 'KPI tree', selection: 'B31:B31', scroll });
});

test('the address opens a sheet by its title', async () => {
  await page.evaluate(() => {
    window.location.hash = '#sheet=2026-W47';
  });
  await page.waitForFunction(() => window.workbenchProbe.activeSheet() === '2026-W47');
});

test('an error of a script is told in its own words', async () => {
  await chooseMenu(page, 'Fail');
  await page.getByText('This went wrong on purpose').waitFor();
  await page.locator('.wb-toast .wb-close').first().click();
});

test('alerts show text as text, toasts appear', async () => {
  await chooseMenu(page, 'Say something');
  await expect(page.locator('.wb-question p').innerText()).resolves.toBe('<b>Not bold</b>');
  await page.locator('.wb-question .wb-primary').click();
  await page.getByText('Said it').waitFor();
});

test('a modal dialog shows the add-on’s page in its size', async () => {
  await chooseMenu(page, 'Ask in a dialog');
  const frame = page.frameLocator('.wb-addon-dialog iframe');
  await expect(frame.locator('#in-dialog').innerText()).resolves.toBe('Inside');
  const box = (await page.locator('.wb-addon-dialog iframe').boundingBox())!;
  expect([box.width, box.height]).toEqual([320, 120]);
  await page.locator('.wb-addon-dialog .wb-close').click();
  await page.locator('.wb-addon-dialog').waitFor({ state: 'detached' });
});

test('the sidebar closes itself', async () => {
  await page.frameLocator('.wb-sidebar iframe').locator('#close').click();
  await page.locator('.wb-sidebar').waitFor({ state: 'hidden' });
  expect(machine.ui.sidebar).toBeUndefined();
});

test('the workbook downloads as xlsx', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.wb-button').click()]);
  expect(download.suggestedFilename()).toBe('KPI of the team.xlsx');
});

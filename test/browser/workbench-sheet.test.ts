import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { cellOf } from '../../src/local/document/cell.ts';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { openBrowser } from './browser.ts';
import { demoDocument, demoMachine } from './workbench-addon.ts';
import {
  beginTyping,
  chooseMenu,
  clickCell,
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
  batch(
    {
      setDataValidation: {
        range: { sheetId: 0, startRowIndex: 8, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 2 },
        rule: {
          condition: {
            type: 'ONE_OF_LIST',
            values: [{ userEnteredValue: 'open' }, { userEnteredValue: 'done' }],
          },
          strict: true,
          showCustomUi: true,
        },
      },
    },
    {
      addChart: {
        chart: {
          spec: {
            title: 'Actual and target',
            basicChart: {
              chartType: 'COLUMN',
              headerCount: 1,
              domains: [{ domain: { sourceRange: { sources: [source(0)] } } }],
              series: [{ series: { sourceRange: { sources: [source(1)] } } }],
            },
          },
          position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 16, columnIndex: 1 } } },
        },
      },
    },
  );
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

function source(column: number) {
  const rows = { startRowIndex: 0, endRowIndex: 3 };
  return { sheetId: 0, ...rows, startColumnIndex: column, endColumnIndex: column + 1 };
}

function batch(...requests: object[]): void {
  const path = `/v4/spreadsheets/${machine.document().spreadsheetId}:batchUpdate`;
  const { status, body } = machine.api.call('POST', path, new URLSearchParams(), { requests } as never);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

const tree = () => machine.document().sheets.find(({ sheetId }) => sheetId === 0)!;

async function hover(name: string): Promise<void> {
  const { x, y } = await page.evaluate((at) => window.workbenchProbe.middle(at), name);
  await page.mouse.move(x, y);
}

async function chooseInMenu(menu: string, ...captions: string[]): Promise<void> {
  await page.locator(`[data-id="${menu}"]`).click();
  for (const caption of captions) {
    const entry = page.locator('.o-menu').getByText(caption, { exact: true });
    await entry.hover();
    if (caption === captions.at(-1)) await entry.click();
  }
}

test('the formula bar lies below the toolbar, with the name of the selection before it', async () => {
  await clickCell(page, 'B4');
  const toolbar = (await page.locator('.o-topbar-toolbar').boundingBox())!;
  const bar = (await page.locator('.o-topbar-composer').boundingBox())!;
  const name = (await page.locator('.o-named-range-selector input').boundingBox())!;
  expect(bar.y).toBeGreaterThanOrEqual(toolbar.y + toolbar.height);
  expect(name.y).toBeGreaterThanOrEqual(bar.y);
  expect(name.x + name.width).toBeLessThan(bar.x);
  expect(await page.locator('.o-named-range-selector input').inputValue()).toBe('B4');
  expect(await page.locator('.o-topbar-composer').innerText()).toContain('=SUM(B2:B3)');
});

test('a cell’s note shows under the pointer, as text', async () => {
  await hover('A2');
  const note = page.locator('.wb-note-text');
  await note.waitFor();
  expect(await note.innerText()).toBe('Gross merchandise value:\nall orders of the week <b>');
  await hover('C5');
  await note.waitFor({ state: 'detached' });
});

test('a note is inserted, edited, deleted and undone', async () => {
  const noteOf = () => cellOf(tree().cells[4]?.[2])?.note;
  await clickCell(page, 'C5');
  await chooseInMenu('insert', 'Insert note');
  const box = page.locator('.wb-note-edit');
  await box.fill('Ask Ana');
  const beside = await page.evaluate(() => window.workbenchProbe.middle('C5'));
  expect((await box.boundingBox())!.x - beside.x).toBeLessThan(120);
  await clickCell(page, 'A7');
  await box.waitFor({ state: 'detached' });
  await settled(page);
  expect(noteOf()).toBe('Ask Ana');
  await hover('A7');
  await hover('C5');
  await expect(page.locator('.wb-note-text').innerText()).resolves.toBe('Ask Ana');
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('C5'));
  await page.mouse.click(x, y, { button: 'right' });
  await page.locator('.o-menu').getByText('Edit note', { exact: true }).waitFor();
  await page.locator('.o-menu').getByText('Delete note', { exact: true }).click();
  await settled(page);
  expect(noteOf()).toBeUndefined();
  await page.keyboard.press('Control+z');
  await settled(page);
  expect(noteOf()).toBe('Ask Ana');
});

test('Insert › Dropdown opens its rule beside the cells in the sidebar’s place, and changes nothing before it is saved', async () => {
  const ruleOf = () => cellOf(tree().cells[10]?.[2])?.validation;
  await clickCell(page, 'C11');
  const before = machine.document();
  await chooseInMenu('insert', 'Dropdown list');
  const items = page.locator('.o-dv-list-values input');
  await items.first().waitFor();
  await page.locator('.o-dv-save').click();
  await page.getByText('One or more of the provided criteria values are missing.').waitFor();
  expect(machine.document()).toBe(before);
  await items.nth(0).fill('open');
  await items.nth(1).fill('done');
  await page.locator('.o-dv-save').click();
  await settled(page);
  expect(ruleOf()?.condition).toEqual({
    type: 'ONE_OF_LIST',
    values: [{ userEnteredValue: 'open' }, { userEnteredValue: 'done' }],
  });
  await page.locator('.o-sidePanelClose').click();
  // The keys are the cells' again once the panel is gone.
  await page.locator('.o-dv-save').waitFor({ state: 'detached' });
  await settled(page);
  await page.keyboard.press('Control+z');
  await settled(page);
  expect(ruleOf()).toBeUndefined();
  expect(await page.locator('.wb-toast').count()).toBe(0);
});

test('a function that is typed names its arguments with their texts; the list goes by the alphabet', async () => {
  await clickCell(page, 'F9');
  await beginTyping(page, '=DEMO');
  // The list narrows with every letter: DECIMAL is in it until the last one is read.
  const offered = page.locator('.o-autocomplete-value');
  await offered.getByText('DECIMAL').waitFor({ state: 'detached' });
  await expect(offered.allInnerTexts()).resolves.toEqual(['DEMO_FAIL', 'DEMO_SHARE']);
  await page.keyboard.type('_SHARE(');
  const help = page.locator('.o-formula-assistant').first();
  await help.waitFor();
  expect((await help.innerText()).replace(/\s+/g, ' ')).toContain('DEMO_SHARE ( actual, target )');
  expect(await help.innerText()).toContain('What was aimed at.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.workbenchProbe.typed() === undefined);
});

test('the error of a function is its sentence, without a line of the script', async () => {
  await hover('D6');
  const tip = page.locator('.o-error-tooltip').first();
  await tip.waitFor();
  expect(await tip.innerText()).toContain('No target');
  expect(await tip.innerText()).not.toContain('line');
});

test('beside a merged title one column is inserted', async () => {
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('C14'));
  await page.mouse.click(x, y);
  await page.waitForFunction(() => window.workbenchProbe.selection() === 'C14:G14');
  await page.locator('[data-id="insert"]').click();
  await page.locator('.o-menu').getByText('Insert column', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

test('the list of all sheets marks the one that is open', async () => {
  await page.locator('.o-list-sheets').click();
  await page.locator('.o-menu').getByText('✓ KPI tree', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

test('a dropdown offers its values, a checkbox turns', async () => {
  await clickCell(page, 'B9');
  await page.keyboard.press('Enter');
  await page.locator('.o-autocomplete-value', { hasText: 'done' }).click();
  await settled(page);
  expect(cellOf(tree().cells[8]![1])?.value).toEqual({ stringValue: 'done' });
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('E3'));
  await page.mouse.click(x, y);
  await settled(page);
  expect(cellOf(tree().cells[2]![4])?.value).toEqual({ boolValue: true });
});

test('charts are drawn over the cells', async () => {
  expect(await page.locator('.o-figure canvas').count()).toBe(1);
});

test('frozen rows stay while the sheet scrolls, and the tab has its colour', async () => {
  await hover('C8');
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => window.workbenchProbe.scroll().y > 0);
  const top = (await page.locator('.o-grid').boundingBox())!.y;
  expect((await page.evaluate(() => window.workbenchProbe.middle('A1'))).y - top).toBeLessThan(60);
  await page.mouse.wheel(0, -2000);
  await page.waitForFunction(() => window.workbenchProbe.scroll().y === 0);
  const colour = await page
    .locator('.o-sheet-color')
    .first()
    .evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(colour).toBe('rgb(26, 128, 230)');
});

test('a hidden sheet is listed, and shown from there', async () => {
  await chooseInMenu('view', 'Hidden sheets', 'Hidden');
  await page.waitForFunction(() => window.workbenchProbe.activeSheet() === 'Hidden');
  await settled(page);
  expect(machine.document().sheets.find(({ title }) => title === 'Hidden')!.hidden ?? false).toBe(false);
  await page.locator('.o-sheet', { hasText: 'KPI tree' }).click();
  await page.waitForFunction(() => window.workbenchProbe.activeSheet() === 'KPI tree');
});

test('the sum stands below for several numbers, and nothing for one cell', async () => {
  await clickCell(page, 'B2');
  expect(await page.locator('.o-selection-statistic').count()).toBe(0);
  await page.keyboard.press('Shift+ArrowDown');
  await page.waitForFunction(() => window.workbenchProbe.selection() === 'B2:B3');
  expect((await page.locator('.o-selection-statistic').innerText()).trim()).toBe('Sum: 123');
});

/** Gives the next chooser of a file this one. */
async function openUpload(name: string, body: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: body });
  await page.locator('.wb-question').getByRole('button', { name: 'Open', exact: true }).click();
}

async function saved(entry: string): Promise<{ name: string; body: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), chooseInMenu('file', entry)]);
  return { name: download.suggestedFilename(), body: readFileSync(await download.path()) };
}

test('a workbook is saved as xlsx and opened again; undo brings back what was open', async () => {
  await clickCell(page, 'A8');
  await typeInCell(page, 'before saving');
  await settled(page);
  const { body } = await saved('Download .xlsx');
  await chooseMenu(page, 'Open sidebar');
  const frame = page.frameLocator('.wb-sidebar iframe');
  await sidebar(page).press('greet');
  await clickCell(page, 'A8');
  await typeInCell(page, 'after saving');
  await settled(page);
  const before = machine.document();
  await openUpload('Plan 计划.xlsx', body);
  await page.getByText('Opened: Plan 计划.xlsx').waitFor();
  await page.getByText('Charts, pictures and conditional formats of the file are not taken over.').waitFor();
  await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'A8') === 'before saving');
  expect(await page.title()).toBe('Plan 计划');
  // The sidebar is about the workbook that is open: its page begins anew, also when the old one comes back.
  await frame.locator('#out:empty').waitFor({ state: 'attached' });
  await sidebar(page).press('greet');
  expect(machine.document().spreadsheetId).toBe(before.spreadsheetId);
  await settled(page);
  await clickCell(page, 'C8');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'A8') === 'after saving');
  await frame.locator('#out:empty').waitFor({ state: 'attached' });
  await settled(page);
  await page.locator('.wb-sidebar').getByRole('button', { name: 'Close', exact: true }).first().click();
  expect(machine.document().sheets).toEqual(before.sheets);
});

test('saved with everything it comes back with metadata', async () => {
  const { name, body } = await saved('Save everything (.json)');
  expect(name).toBe('KPI of the team.json');
  const before = machine.document();
  batch({ deleteSheet: { sheetId: 2 } });
  await openUpload(name, body);
  await page.getByText('Opened: KPI of the team.json').waitFor();
  await settled(page);
  expect(JSON.stringify(machine.document().sheets)).toBe(JSON.stringify(before.sheets));
  expect(machine.document().metadata).toEqual(demoDocument().metadata);
});

test('a file that is no workbook changes nothing and is told', async () => {
  const before = machine.document();
  await openUpload('notes.xlsx', Buffer.from('not a workbook'));
  await page.getByText(/^“notes\.xlsx” is no Excel workbook/).waitFor();
  expect(machine.document()).toBe(before);
});

test('the page does not jump while it loads', async () => {
  const other = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await other.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await other.goto(bench.url);
  await other.locator('.wb-progress').waitFor({ state: 'hidden' });
  await other.waitForFunction(() => !window.workbenchProbe.busy());
  const shifts = await other.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
  await other.close();
});

test('numbers and days as the spreadsheet’s locale writes them', async () => {
  batch(
    { updateSpreadsheetProperties: { properties: { locale: 'de_DE' }, fields: 'locale' } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 6, columnIndex: 1 },
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 1234567.5 },
                userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } },
              },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
  );
  await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'B7') === '1.234.567,50');
});

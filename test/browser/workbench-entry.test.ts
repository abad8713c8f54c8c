/** What people enter: typed, pasted, copied. In Chinese. */
import type { Browser, Page } from 'playwright-core';
import { cellOf } from '../../src/local/document/cell.ts';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { openBrowser } from './browser.ts';
import { demoMachine } from './workbench-addon.ts';
import { beginTyping, clickCell, openPage, settled, typeInCell, type WatchedPage } from './workbench-page.ts';

let browser: Browser;
let bench: RunningWorkbench;
let machine: Machine;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, bench] = await Promise.all([openBrowser(), startWorkbench({ port: 0, language: 'zh-CN' })]);
  machine = demoMachine();
  const gridProperties = { frozenRowCount: 1, frozenColumnCount: 1 };
  const fields = 'gridProperties(frozenRowCount,frozenColumnCount)';
  batch({ updateSheetProperties: { properties: { sheetId: 0, gridProperties }, fields } });
  bench.ready(machine);
  watched = await openPage(browser, bench.url);
  page = watched.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});
afterEach(() => {
  expect(watched.complaints).toEqual([]);
});

function batch(...requests: object[]): void {
  const path = `/v4/spreadsheets/${machine.document().spreadsheetId}:batchUpdate`;
  const { status, body } = machine.api.call('POST', path, new URLSearchParams(), { requests } as never);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

const value = (row: number, column: number) =>
  cellOf(machine.document().sheets[0]!.cells[row]?.[column])?.value;

async function paste(text: string, keys: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press(keys);
  // The clipboard answers when it likes; what is pasted is selected.
  await page.waitForFunction(() => !/^(.+):\1$/.test(window.workbenchProbe.selection()));
  await settled(page);
}

test.each(['Control+v', 'Control+Shift+v'])(
  'text from outside is pasted over the edge of the frozen column: %s',
  async (keys) => {
    const row = keys === 'Control+v' ? 17 : 19;
    await clickCell(page, `A${row + 1}`);
    await paste('运营\t12.5%\t2026-11-20\n编导\t7\t007', keys);
    expect(await page.locator('.wb-question').count()).toBe(0);
    expect([0, 1, 2].map((column) => value(row, column))).toEqual([
      { stringValue: '运营' },
      { numberValue: 0.125 },
      { numberValue: 46346 },
    ]);
    expect([0, 1, 2].map((column) => value(row + 1, column))).toEqual([
      { stringValue: '编导' },
      { numberValue: 7 },
      { numberValue: 7 },
    ]);
  },
);

test('text from outside leaves the formats of the cells, and a break at its end no row', async () => {
  const bold = { textFormat: { bold: true } };
  const range = { sheetId: 0, startRowIndex: 17, endRowIndex: 20, startColumnIndex: 5, endColumnIndex: 6 };
  batch({ repeatCell: { range, cell: { userEnteredFormat: bold }, fields: 'userEnteredFormat' } });
  batch({
    repeatCell: { range, cell: { userEnteredValue: { stringValue: '旧' } }, fields: 'userEnteredValue' },
  });
  await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'F18') === '旧');
  await clickCell(page, 'F18');
  await paste('"两\n行"\r\n新\r\n', 'Control+v');
  const cells = machine
    .document()
    .sheets[0]!.cells.slice(17, 20)
    .map((row) => cellOf(row![5]));
  expect(cells.map((cell) => cell?.value?.stringValue)).toEqual(['两\n行', '新', '旧']);
  expect(cells.map((cell) => cell?.format)).toEqual([bold, bold, bold]);
});

test('a block that was copied in the grid goes over the frozen row and column', async () => {
  await clickCell(page, 'A2');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await clickCell(page, 'A1');
  await page.keyboard.press('Control+v');
  await settled(page);
  expect(await page.locator('.wb-question').count()).toBe(0);
  expect([value(0, 0), value(0, 1)]).toEqual([{ stringValue: 'GMV' }, { numberValue: 120 }]);
  expect([value(1, 0), value(1, 1)]).toEqual([{ stringValue: 'CTR' }, { numberValue: 3 }]);
  await page.keyboard.press('Control+z');
  await settled(page);
  expect(value(0, 0)).toEqual({ stringValue: 'KPI' });
});

describe('in cells that show a percentage', () => {
  const percent = { numberFormat: { type: 'PERCENT', pattern: '0.0%' } };
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 7, endColumnIndex: 8 };
  beforeAll(async () => {
    const cell = { userEnteredFormat: percent, userEnteredValue: { numberValue: 0.9 } };
    batch({ repeatCell: { range, cell, fields: 'userEnteredFormat,userEnteredValue' } });
    await page.waitForFunction(() => window.workbenchProbe.text('KPI tree', 'H2') === '90.0%');
  });

  test.each([
    ['40', 0.4],
    ['40%', 0.4],
    ['0.4', 0.004],
    ['-40', -0.4],
    ['.5', 0.005],
  ])('%s is a percentage', async (typed, number) => {
    for (const cleared of [false, true]) {
      await clickCell(page, 'H2');
      if (cleared) await page.keyboard.press('Delete');
      await settled(page);
      await typeInCell(page, typed);
      await settled(page);
      expect(value(1, 7)?.numberValue).toBeCloseTo(number, 9);
      expect(cellOf(machine.document().sheets[0]!.cells[1]![7])?.format).toEqual(percent);
    }
  });

  test('the editor shows one sign, however it got there', async () => {
    await clickCell(page, 'H3');
    await beginTyping(page, '4');
    await page.keyboard.type('0%');
    await page.waitForFunction(() => window.workbenchProbe.typed() === '40%');
    await page.keyboard.press('Escape');
  });

  test('a text and a formula stay what they are', async () => {
    await clickCell(page, 'H4');
    await typeInCell(page, '无');
    await typeInCell(page, '=1/2');
    await settled(page);
    expect([value(3, 7), value(4, 7)]).toEqual([{ stringValue: '无' }, { formulaValue: '=1/2' }]);
  });
});

async function choose(menu: string, ...captions: string[]): Promise<void> {
  await page.locator(`[data-id="${menu}"]`).click();
  for (const caption of captions) {
    const entry = page.locator('.o-menu').getByText(caption, { exact: true });
    await entry.hover();
    if (caption === captions.at(-1)) await entry.click();
  }
}

test('格式 › 合并单元格 › 取消合并 takes merged cells apart; 垂直合并 makes one of each column', async () => {
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('C14'));
  await page.mouse.click(x, y);
  await choose('format', '合并单元格', '取消合并');
  await settled(page);
  expect(machine.document().sheets[0]!.merges).toEqual([]);
  await page.keyboard.press('Control+z');
  await settled(page);
  await clickCell(page, 'I11');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await choose('format', '合并单元格', '垂直合并');
  await settled(page);
  expect(machine.document().sheets[0]!.merges).toEqual([
    { startRow: 13, endRow: 14, startColumn: 2, endColumn: 7 },
    { startRow: 10, endRow: 12, startColumn: 8, endColumn: 9 },
    { startRow: 10, endRow: 12, startColumn: 9, endColumn: 10 },
  ]);
});

test('nothing in the filter’s popup is left in English', async () => {
  await clickCell(page, 'B2');
  await choose('data', '创建过滤器');
  await settled(page);
  const { x, y } = await page.evaluate(() => window.workbenchProbe.middle('A1'));
  await page.mouse.click(x + 70, y);
  const popup = page.locator('.o-filter-menu');
  await popup.getByText('按条件过滤').click();
  await popup.getByText('按值过滤').click();
  const said = (await popup.innerText()).replace(
    /GMV|CTR|Both|<img src=x onerror=alert\(1\)>|A ⟶ Z|Z ⟶ A/g,
    '',
  );
  expect(said).toContain('(空白)');
  expect(said).not.toMatch(/[A-Za-z]/);
  await popup.getByText('放弃').click();
  await choose('data', '移除过滤器');
  await settled(page);
});

test('the kinds of functions are in Chinese, those of the add-on too', async () => {
  await page.locator('[data-id="insert"]').click();
  await page.locator('.o-menu').getByText('函数', { exact: true }).hover();
  await page.locator('.o-menu').getByText('统计', { exact: true }).waitFor();
  const kinds = (await page.locator('.o-menu').last().innerText()).replace(/SUM|AVERAGE|COUNT|MAX|MIN/g, '');
  expect(kinds).toContain('自定义');
  expect(kinds).not.toMatch(/[A-Za-z]/);
  await page.keyboard.press('Escape');
});

test('the copy of a sheet is called as in Sheets', async () => {
  await page.locator('.o-sheet', { hasText: '内容库' }).click({ button: 'right' });
  await page.locator('.o-menu').getByText('复制工作表', { exact: true }).click();
  await settled(page);
  expect(machine.document().sheets.map(({ title }) => title)).toContain('“内容库”的副本');
});

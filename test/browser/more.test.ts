/** What the section "More" does in the grid: a data issue leads to its cell, an example of the help goes into the selected cell. */
import type { Browser } from 'playwright-core';
import { say } from '../../sidebar/language.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { say as sayMenu } from '../../src/text/index.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { bench as blank, loadRows, valuesOf } from '../start/bench.ts';
import { openBrowser } from './browser.ts';
import { chooseMenu, clickCell, openPage } from './workbench-page.ts';

let browser: Browser;
const running: RunningWorkbench[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(running.map((each) => each.close()));
});

test.each(['en', 'zh-CN'] as const)(
  'from an issue to its cell, and an example into a cell (%s)',
  async (language) => {
    const machine = blank({ language });
    const costs = sheetTemplate('costs').titles[language];
    loadRows(machine, 'issues', [
      { when: 46301, sheet: costs, cell: 'E9', sentence: '12,3k', code: 'BAD_NUMBER' },
    ]);
    const workbench = await startWorkbench({ port: 0, language });
    running.push(workbench);
    workbench.ready(machine, { openSidebar: false });
    const { page, complaints } = await openPage(browser, workbench.url, { locale: language });
    await chooseMenu(page, sayMenu(language, 'MENU_SIDEBAR'));
    const side = page.frameLocator('.wb-sidebar iframe');
    const button = (name: string) => side.getByRole('button', { name, exact: true }).locator('visible=true');

    await side.getByRole('tab', { name: say(language, 'UI_TAB_MORE') }).click();
    await side.locator('.topics [data-key=issues]').click();
    await button('12,3k').click();
    await page.waitForFunction(
      (title) =>
        window.workbenchProbe.activeSheet() === title && window.workbenchProbe.selection() === 'E9:E9',
      costs,
    );

    await button(`‹ ${say(language, 'UI_BACK')}`).click();
    await side.locator('.topics [data-key=help]').click();
    await clickCell(page, 'D12');
    await side.getByLabel(say(language, 'UI_SEARCH')).fill('KPI_ROI');
    await side.locator('summary', { hasText: 'KPI_ROI' }).first().click();
    await button(say(language, 'UI_INSERT')).click();
    const said = side.locator('.notice.good').locator('visible=true');
    await said.waitFor();
    expect(await said.innerText()).toContain('D12');
    expect(valuesOf(machine, costs, 'FORMULA')[11]?.[3]).toMatch(/^=KPI_ROI\(/);
    expect(valuesOf(machine, costs)[11]?.[3]).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  },
  300_000,
);

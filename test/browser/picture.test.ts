/** The picture of the KPI tree as people come by it: from the add-on's menu on the workbench. */
import type { Browser } from 'playwright-core';
import { sayIn } from '../../sidebar/picture/language.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { say } from '../../src/text/index.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { call, bench as machineWith, rowsOf } from '../start/bench.ts';
import { openBrowser } from './browser.ts';
import { cell, chooseMenu, openPage, settled } from './workbench-page.ts';

let browser: Browser;
const benches: RunningWorkbench[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(benches.map((bench) => bench.close()));
});

async function opened(language: 'en' | 'zh-CN') {
  const bench = await startWorkbench({ port: 0, language });
  benches.push(bench);
  const machine = machineWith({ language });
  call(machine, 'applyModel', { model: 'gmv_growth' });
  bench.ready(machine);
  return { machine, ...(await openPage(browser, bench.url)) };
}

const letter = (sheet: string, column: string): string => {
  const at = sheetTemplate(sheet).columns.findIndex(({ key }) => key === column);
  return String.fromCharCode('A'.charCodeAt(0) + at);
};

test.each(['en', 'zh-CN'] as const)('a target is set in the picture, in %s', async (language) => {
  const { machine, page, complaints } = await opened(language);
  const words = sayIn(language);
  const [tree, targets] = ['tree', 'targets'].map((key) => sheetTemplate(key).titles[language]);
  await chooseMenu(page, say(language, 'MENU_PICTURE'));
  const picture = page.frameLocator('.wb-addon-dialog iframe');
  const goal = picture.getByRole('treeitem', { name: /^GMV/ }).first();
  await goal.click();
  const panel = picture.getByRole('complementary');
  await panel.getByLabel(words('PIC_NAME'), { exact: true }).fill('GMV 2026');
  const target = words('PIC_IN_UNIT', { label: words('PIC_GOAL'), unit: 'USD' });
  await panel.getByLabel(target, { exact: true }).fill('120,000');
  await panel.getByRole('button', { name: words('PIC_SAVE'), exact: true }).click();
  await picture.getByRole('treeitem', { name: /^GMV 2026/ }).waitFor();
  await panel
    .getByText(
      [
        say(language, 'TREE_SAVED'),
        say(language, 'TREE_CHANGED', { count: 1 }),
        say(language, 'TREE_TARGETS', { count: 1 }),
      ].join(language === 'en' ? ' ' : ''),
    )
    .waitFor();
  await page.locator('.wb-addon-dialog header button').click();
  await settled(page);
  expect(await cell(page, tree!, `${letter('tree', 'name')}2`)).toBe('GMV 2026');
  expect(await cell(page, targets!, `${letter('targets', 'target')}2`)).toBe('120,000.00');
  expect(rowsOf(machine, 'targets', language)[0]).toMatchObject({ node: 'gmv', target: 120_000 });
  expect(complaints).toEqual([]);
  await page.close();
});

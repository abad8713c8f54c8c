/**
 * `npm run pictures`: the workbench on the sample team's week, as README.md shows it. `npm run pictures -- sidebar`: contact
 * sheets of every screen of the sidebar and of the dialog with the picture of the KPI tree, in `out/sidebar`; with names of screens only those.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readOptions } from '../src/local/options.ts';
import { newMachine, planOf, prepare, TITLES } from '../src/local/prepare.ts';
import { startWorkbench } from '../src/local/workbench/index.ts';
import { openBrowser } from '../test/browser/browser.ts';
import { settled } from '../test/browser/workbench-page.ts';
import { ensureBrowser } from './browser.ts';
import { writeDist } from './dist.ts';
import { sidebarPictures } from './sidebar-pictures.ts';

const FOLDER = 'test/pictures';
const LANGUAGES = ['en', 'zh-CN'] as const;
const SIZE = { width: 1440, height: 900 };
const MOST_BYTES = 320_000;
const PATIENCE = 120_000;

/** The address's page once workbook, charts and the sidebar's section on reviews are there. */
async function pictureOf(browser: Browser, url: string, locale: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1, locale });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.locator('.wb-grid:not(.wb-hidden)').waitFor();
  await page.locator('.wb-progress').waitFor({ state: 'hidden' });
  const sidebar = page.frameLocator('.wb-sidebar iframe');
  await sidebar.locator('#tab-review').click();
  await sidebar.locator('#panel-review h2').first().waitFor();
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(SIZE.width / 2, 4);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await page.close();
  return picture;
}

async function workbenchPicture(browser: Browser, language: (typeof LANGUAGES)[number]): Promise<Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'pictures-'));
  const options = readOptions(['--lang', language, '--week', '2026-W46', '--seed', '1', '--out', out]);
  const plan = planOf(options, new Date());
  const bench = await startWorkbench({ port: 0, language, title: TITLES[language] });
  try {
    const machine = newMachine(options, plan);
    await prepare(machine, options, plan, () => {});
    machine.chooseMenu('menuSidebar');
    bench.ready(machine, { openSheet: plan.week, openSidebar: true });
    return await pictureOf(browser, bench.url, language);
  } finally {
    await bench.close();
    rmSync(out, { recursive: true });
  }
}

async function workbenchPictures(browser: Browser): Promise<void> {
  await writeDist();
  mkdirSync(FOLDER, { recursive: true });
  for (const language of LANGUAGES) {
    const picture = await workbenchPicture(browser, language);
    const name = `${FOLDER}/workbench-${language}.png`;
    if (picture.length > MOST_BYTES)
      throw new Error(`${name} has ${picture.length} bytes; ${MOST_BYTES} is the most.`);
    writeFileSync(name, picture);
    console.log(`${name}  ${picture.length.toLocaleString('en')} bytes`);
  }
}

const [part, ...screens] = process.argv.slice(2);
await ensureBrowser();
const browser = await openBrowser();
try {
  if (part === 'sidebar') await sidebarPictures(browser, screens);
  else await workbenchPictures(browser);
} finally {
  await browser.close();
}

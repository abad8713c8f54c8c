/**
 * `npm run looks`: every sheet of a workbook with all modules, example rows and the sample team, in both languages, as
 * the workbench shows it and as LibreOffice prints its xlsx file; pictures and contact sheets in `out/looks`. With a
 * language (`npm run looks -- zh-CN`) only that one.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SidebarState } from '../src/addon/api.ts';
import type { SheetState } from '../src/local/document/model.ts';
import { exportXlsx } from '../src/local/engine/xlsx.ts';
import type { Machine } from '../src/local/machine.ts';
import { readOptions } from '../src/local/options.ts';
import { callAddon, newMachine, planOf, prepare, TITLES } from '../src/local/prepare.ts';
import { startWorkbench } from '../src/local/workbench/index.ts';
import { openBrowser } from '../test/browser/browser.ts';
import { settled } from '../test/browser/workbench-page.ts';
import { ensureBrowser } from './browser.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { writeDist } from './dist.ts';
import { printedPages } from './printed-pages.ts';

const FOLDER = 'out/looks';
const LANGUAGES = ['en', 'zh-CN'] as const;
const SIZE = { width: 1440, height: 900 };
/** Row numbers, scroll bar and a little more, beside the columns. */
const FRAME = 80;
/** No screen is wider; what does not fit is on the printed pages. */
const WIDEST = 4800;
const PATIENCE = 120_000;

type Language = (typeof LANGUAGES)[number];

async function sampleMachine(language: Language, out: string): Promise<Machine> {
  const options = readOptions(['--lang', language, '--week', '2026-W46', '--seed', '1', '--out', out]);
  const plan = planOf(options, new Date());
  const machine = newMachine(options, plan);
  machine.open();
  const { modules } = callAddon<SidebarState>(machine, 'sidebarState', {});
  callAddon(machine, 'setUp', { language, modules: modules.map(({ key }) => key), examples: true });
  await prepare(machine, options, plan, () => {});
  return machine;
}

/** What the columns of a sheet take on the screen. */
function widthOf({ columns, columnCount }: SheetState): number {
  let width = FRAME;
  for (let index = 0; index < columnCount; index++) {
    const column = columns[index];
    width += column?.hiddenByUser ? 0 : (column?.pixelSize ?? 100);
  }
  return Math.min(width, WIDEST);
}

async function openWorkbook(browser: Browser, url: string, locale: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1, locale });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.locator('.wb-grid:not(.wb-hidden)').waitFor();
  await page.locator('.wb-progress').waitFor({ state: 'hidden' });
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** By its place: the library shows some titles with other characters. */
async function goTo(page: Page, place: number): Promise<void> {
  const tab = page.locator('.o-sheet').nth(place);
  await tab.click();
  await tab.and(page.locator('.active')).waitFor();
}

/** Waits until the grid has drawn itself in its new size. */
async function drawn(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150)))),
  );
}

/** Every sheet as it is on a usual screen, and the wide ones once more with all columns. */
async function screenPictures(browser: Browser, machine: Machine, language: Language): Promise<Picture[]> {
  const bench = await startWorkbench({ port: 0, language, title: TITLES[language] });
  const pictures: Picture[] = [];
  try {
    bench.ready(machine, { openSidebar: false });
    const page = await openWorkbook(browser, bench.url, language);
    const sheets = machine.document().sheets.filter(({ hidden }) => hidden !== true);
    for (const [index, sheet] of sheets.entries()) {
      await page.setViewportSize(SIZE);
      await goTo(page, index);
      const needed = widthOf(sheet);
      for (const width of needed > SIZE.width ? [SIZE.width, needed] : [SIZE.width]) {
        await page.setViewportSize({ ...SIZE, width });
        await page.mouse.move(width / 2, 4);
        await drawn(page);
        const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
        const number = String(index + 1).padStart(2, '0');
        const name = `${language}-screen-${number}${width > SIZE.width ? '-wide' : ''}`;
        pictures.push({ name, title: `${sheet.title}, ${width} px`, image });
        writeFileSync(join(FOLDER, `${name}.png`), image);
      }
    }
    await page.close();
  } finally {
    await bench.close();
  }
  return pictures;
}

async function makeAll(browser: Browser, language: Language): Promise<void> {
  const machine = await sampleMachine(language, FOLDER);
  const file = join(FOLDER, `workbook-${language}.xlsx`);
  writeFileSync(file, await exportXlsx(machine.document(), machine.calculator));
  const pages = printedPages(file, `${language}-print`);
  for (const { name, image } of pages) writeFileSync(join(FOLDER, `${name}.png`), image);
  const screens = await screenPictures(browser, machine, language);
  for (const [kind, pictures] of [
    ['screens', screens],
    ['print', pages],
  ] as const) {
    if (pictures.length === 0) continue;
    const name = join(FOLDER, `contact-${kind}-${language}.png`);
    writeFileSync(name, await contactSheet(browser, pictures));
    console.log(`${name}  ${pictures.length} pictures`);
  }
}

const chosen = process.argv.slice(2);
await ensureBrowser();
await writeDist();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
try {
  for (const language of LANGUAGES)
    if (chosen.length === 0 || chosen.includes(language)) await makeAll(browser, language);
} finally {
  await browser.close();
}

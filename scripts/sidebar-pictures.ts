import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Look } from '../test/sidebar/look.ts';
import { LANGUAGES, LOOKS, THEMES } from '../test/sidebar/looks.ts';
import { installFakeServer, type Script } from '../test/sidebar/server.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { samplePage, sidebarPage, treePage } from './dist.ts';

const FOLDER = 'out/sidebar';
/** Google's sidebar. */
const SIZE = { width: 300, height: 700 };
/** So many fit on a sheet that can be looked at as a whole. */
const COLUMNS = 6;

type Dress = { readonly language: (typeof LANGUAGES)[number]; readonly theme: (typeof THEMES)[number] };

/** The sidebar, and what it fetches on demand. */
type Pages = { readonly html: string; readonly fetched: Script };

async function makePages(): Promise<Pages> {
  const [html, sample, tree] = await Promise.all([sidebarPage(), samplePage(), treePage()]);
  return {
    html,
    fetched: { sampleScript: [{ value: { html: sample } }], treeScript: [{ value: { html: tree } }] },
  };
}

async function pictureOf(browser: Browser, pages: Pages, look: Look, dress: Dress): Promise<Picture> {
  const { language, theme } = dress;
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: theme,
    locale: language,
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
    offline: true,
  });
  const page = await context.newPage();
  const script = { ...pages.fetched, ...look.script(language) };
  await page.evaluate(installFakeServer, script as Parameters<typeof installFakeServer>[0]);
  await page.setContent(pages.html);
  await look.go(page, language);
  // As high as its content, so that what sticks to the window's edges stands where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...SIZE, height: Math.max(SIZE.height, height) });
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return { name: look.name, title: look.name, image };
}

/**
 * Every screen of the sidebar in both languages and themes, with contact sheets for each, in `out/sidebar`.
 * @param browser Draws them.
 * @param wanted Names of screens; all where there are none.
 */
export async function sidebarPictures(browser: Browser, wanted: readonly string[]): Promise<void> {
  const pages = await makePages();
  const looks = LOOKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      const pictures: Picture[] = [];
      for (const look of looks) {
        const picture = await pictureOf(browser, pages, look, { language, theme });
        writeFileSync(join(FOLDER, `${language}-${theme}-${look.name}.png`), picture.image);
        pictures.push(picture);
      }
      for (let from = 0; from < pictures.length; from += COLUMNS) {
        const name = join(FOLDER, `contact-${language}-${theme}-${from / COLUMNS + 1}.png`);
        const shown = pictures.slice(from, from + COLUMNS);
        writeFileSync(name, await contactSheet(browser, shown, { columns: COLUMNS, width: SIZE.width }));
        console.log(`${name}  ${shown.map(({ title }) => title).join(', ')}`);
      }
    }
  }
}

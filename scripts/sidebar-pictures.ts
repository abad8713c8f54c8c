import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LANGUAGES, LOOKS, type Look, THEMES } from '../test/sidebar/looks.ts';
import { installFakeServer } from '../test/sidebar/server.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { samplePage, sidebarPage } from './dist.ts';

const FOLDER = 'out/sidebar';
/** Google's sidebar. */
const SIZE = { width: 300, height: 700 };

type Dress = { readonly language: (typeof LANGUAGES)[number]; readonly theme: (typeof THEMES)[number] };

async function pictureOf(browser: Browser, html: string, look: Look, dress: Dress): Promise<Picture> {
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
  const script = { sampleScript: [{ value: { html: await samplePage() } }], ...look.script(language) };
  await page.evaluate(installFakeServer, script as Parameters<typeof installFakeServer>[0]);
  await page.setContent(html);
  await look.go(page, language);
  // As high as its content, so that what sticks to the window's edges stands where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...SIZE, height: Math.max(SIZE.height, height) });
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return { name: look.name, title: look.name, image };
}

/**
 * Every screen of the sidebar in both languages and themes, with a contact sheet for each, in `out/sidebar`.
 * @param browser Draws them.
 * @param wanted Names of screens; all where there are none.
 */
export async function sidebarPictures(browser: Browser, wanted: readonly string[]): Promise<void> {
  const html = await sidebarPage();
  const looks = LOOKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      const pictures: Picture[] = [];
      for (const look of looks) {
        const picture = await pictureOf(browser, html, look, { language, theme });
        writeFileSync(join(FOLDER, `${language}-${theme}-${look.name}.png`), picture.image);
        pictures.push(picture);
      }
      const name = join(FOLDER, `contact-${language}-${theme}.png`);
      writeFileSync(name, await contactSheet(browser, pictures, { columns: 6, width: 300 }));
      console.log(`${name}  ${pictures.length} screens`);
    }
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Look } from '../test/sidebar/look.ts';
import { LANGUAGES, LOOKS, THEMES } from '../test/sidebar/looks.ts';
import { PICTURE_LOOKS } from '../test/sidebar/looks-picture.ts';
import { installFakeServer, type Script } from '../test/sidebar/server.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { picturePage, samplePage, sidebarPage, treePage } from './dist.ts';

const FOLDER = 'out/sidebar';
/** Google's sidebar. */
const SIZE = { width: 300, height: 700 };
/** The dialog with the picture of the KPI tree. */
const DIALOG = { width: 1180, height: 720 };

/** Pages of one size, and how their contact sheets are laid out: so many that a sheet can be looked at as a whole. */
type Group = {
  readonly looks: readonly Look[];
  readonly prefix: string;
  readonly size: typeof SIZE;
  readonly columns: number;
  readonly perSheet: number;
  readonly width: number;
};
const GROUPS: readonly Group[] = [
  { looks: LOOKS, prefix: '', size: SIZE, columns: 6, perSheet: 6, width: SIZE.width },
  { looks: PICTURE_LOOKS, prefix: 'dialog-', size: DIALOG, columns: 2, perSheet: 8, width: 800 },
];

type Dress = { readonly language: (typeof LANGUAGES)[number]; readonly theme: (typeof THEMES)[number] };

/** The sidebar, the dialog, and what the sidebar fetches on demand. */
type Pages = { readonly sidebar: string; readonly dialog: string; readonly fetched: Script };

async function makePages(): Promise<Pages> {
  const [sidebar, dialog, sample, tree] = await Promise.all([
    sidebarPage(),
    picturePage(),
    samplePage(),
    treePage(),
  ]);
  return {
    sidebar,
    dialog,
    fetched: { sampleScript: [{ value: { html: sample } }], treeScript: [{ value: { html: tree } }] },
  };
}

async function pictureOf(
  browser: Browser,
  pages: Pages,
  { size }: Group,
  look: Look,
  dress: Dress,
): Promise<Picture> {
  const { language, theme } = dress;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: language,
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
    offline: true,
  });
  const page = await context.newPage();
  const script = { ...pages.fetched, ...look.script(language) };
  await page.evaluate(installFakeServer, script as Parameters<typeof installFakeServer>[0]);
  await page.setContent(size === DIALOG ? pages.dialog : pages.sidebar);
  await look.go(page, language);
  // As high as its content, so that what sticks to the window's edges stands where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return { name: look.name, title: look.name, image };
}

async function groupPictures(browser: Browser, pages: Pages, group: Group, dress: Dress): Promise<void> {
  const { prefix, columns, perSheet, width } = group;
  const { language, theme } = dress;
  const pictures: Picture[] = [];
  for (const look of group.looks) {
    const picture = await pictureOf(browser, pages, group, look, dress);
    writeFileSync(join(FOLDER, `${language}-${theme}-${look.name}.png`), picture.image);
    pictures.push(picture);
  }
  for (let from = 0; from < pictures.length; from += perSheet) {
    const name = join(FOLDER, `contact-${prefix}${language}-${theme}-${from / perSheet + 1}.png`);
    const shown = pictures.slice(from, from + perSheet);
    writeFileSync(name, await contactSheet(browser, shown, { columns, width }));
    console.log(`${name}  ${shown.map(({ title }) => title).join(', ')}`);
  }
}

/**
 * Every screen of the sidebar and of the dialog with the picture of the KPI tree, in both languages and themes, with
 * contact sheets for each, in `out/sidebar`.
 * @param browser Draws them.
 * @param wanted Names of screens; all where there are none.
 */
export async function sidebarPictures(browser: Browser, wanted: readonly string[]): Promise<void> {
  const pages = await makePages();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const isWanted = ({ name }: Look): boolean => wanted.length === 0 || wanted.includes(name);
  const groups = GROUPS.map((group) => ({ ...group, looks: group.looks.filter(isWanted) }));
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      for (const group of groups) await groupPictures(browser, pages, group, { language, theme });
    }
  }
}

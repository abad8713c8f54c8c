import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { BUDGET } from '../../scripts/budget.ts';
import type { Language } from '../../sidebar/language.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import { keyFaults } from './keys.ts';
import type { Look } from './look.ts';
import { LANGUAGES, LOOKS, THEMES } from './looks.ts';
import { stateOf } from './server.ts';

// SIDEBAR_SHOTS=folder keeps a picture of every screen, to be looked at.
const SHOTS = process.env.SIDEBAR_SHOTS;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
});
afterAll(() => harness.close());

// Names that stay as they are in a Chinese page.
const NAMES =
  /TikTok Shop|TikTok|Instagram|Facebook|Shopee|Lazada|Amazon|Shopify|anna@example\.com|lin@example\.com|Content KPI|Home ID|ROAS|Alt|Del|F2|gmv|orders|aov|KPI_[A-Z_]+|KPI|Google|CSV|XLSX|YouTube Studio|YouTube|UCart|Asia\/Shanghai|English|Dislikes|Views|Watch time \(hours\)|Table data\.csv|data\.csv|Table|A\/B|A、B|P25|P75|\b[A-Z]{2,4}\b|\d{4}-(?:W\d\d|Q\d)|[A-Z]\d+(?::[A-Z])?|[A-Z]2:[A-Z]|<b>|<\/b>|k”|\bi\b|\bBo\b/g;

/** What every screen must be, whatever is on it. */
async function look(sidebar: Sidebar, language: Language): Promise<void> {
  expect(await sidebar.faults()).toEqual([]);
  expect(await sidebar.overflow()).toBe(0);
  expect(sidebar.errors).toEqual([]);
  const text = await sidebar.page.locator('body').innerText();
  expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  if (language === 'en') expect(text.replace('简体中文', '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  else expect(text.replace(NAMES, '')).not.toMatch(/[A-Za-z]/);
  expect(await keyFaults(sidebar.page)).toEqual([]);
}

const CASES = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => LOOKS.map((each) => [language, theme, each.name, each] as const)),
);

test.each<readonly [Language, 'light' | 'dark', string, Look]>(CASES)(
  '%s, %s: %s',
  async (language, theme, name, each) => {
    const sidebar = await harness.open(each.script(language), { theme, locale: language });
    await each.go(sidebar.page, language);
    if (SHOTS !== undefined) {
      await sidebar.page.screenshot({ path: `${SHOTS}/${language}-${theme}-${name}.png`, fullPage: true });
    }
    await look(sidebar, language);
    await sidebar.close();
  },
);

test('the tab bar is one stop, moved through by arrow keys', async () => {
  const sidebar = await harness.open({ sidebarState: [{ value: stateOf() }] });
  const { page } = sidebar;
  await page.getByRole('tab', { name: 'Start' }).focus();
  const selected = () => page.locator('[role=tab][aria-selected=true]').innerText();
  for (const [key, tab] of [
    ['ArrowRight', 'KPI tree'],
    ['ArrowRight', 'Data'],
    ['End', 'More'],
    ['ArrowRight', 'Start'],
    ['ArrowLeft', 'More'],
    ['Home', 'Start'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await selected()).toBe(tab);
    expect(await page.locator(':focus').innerText()).toBe(tab);
  }
  await sidebar.close();
});

test('the page is one small file that loads nothing and that HtmlService leaves whole', () => {
  const { html } = harness;
  expect(gzipSync(html).length).toBeLessThan(BUDGET.sidebarGzip);
  expect(html).not.toMatch(/<(?:link|img|iframe)\b|\bsrc=|@import|<\?/);
  expect(html).not.toContain('`');
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).toContain('<base target="_top"');
  expect(html).not.toMatch(/<[a-z]+ [^>]*\bon[a-z]+=/);
});

import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Language, say } from '../../sidebar/language.ts';
import { busyState, csv, mixedOutcome } from './examples.ts';
import { type Harness, type Sidebar, startHarness, type Theme } from './harness.ts';
import { automationOf, stateOf } from './server.ts';

// SIDEBAR_SHOTS=folder keeps a picture of every screen, to be looked at.
const SHOTS = process.env.SIDEBAR_SHOTS;
const SIZE_LIMIT = 50_000;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
});
afterAll(() => harness.close());

const LOOKS = (['en', 'zh-CN'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => [language, theme] as const),
);

// Names that stay as they are in a Chinese page.
const NAMES =
  /anna@example\.com|Content KPI|KPI|Google|CSV|XLSX|YouTube Studio|UCart|Asia\/Shanghai|English|Dislikes|Views|Watch time \(hours\)|data\.csv|Table|A\/B|A、B|P25|P75|\b[A-Z]{3}\b|\d{4}-(?:W\d\d|Q\d)|[EF]\d+|<b>|<\/b>|k”|\bi\b/g;

/** What every screen must be, whatever is on it. */
async function look(sidebar: Sidebar, language: Language, theme: Theme, name: string): Promise<void> {
  if (SHOTS !== undefined) {
    await sidebar.page.screenshot({ path: `${SHOTS}/${language}-${theme}-${name}.png`, fullPage: true });
  }
  expect(await sidebar.faults()).toEqual([]);
  expect(await sidebar.overflow()).toBe(0);
  expect(sidebar.errors).toEqual([]);
  const text = await sidebar.page.locator('body').innerText();
  expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  if (language === 'en') expect(text.replace('简体中文', '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  else expect(text.replace(NAMES, '')).not.toMatch(/[A-Za-z]/);
}

describe.each(LOOKS)('%s, %s', (language, theme) => {
  const open = (script: Parameters<Harness['open']>[0]) => harness.open(script, { theme, locale: language });
  const tab = (sidebar: Sidebar, code: 'UI_TAB_DATA' | 'UI_TAB_REVIEW') =>
    sidebar.page.getByRole('tab', { name: say(language, code) }).click();

  test('start', async () => {
    const unset = stateOf({ isSetUp: false });
    const sidebar = await open({ sidebarState: [{ value: unset }], setUp: ['empty'] });
    const setUp = sidebar.page.getByRole('button', { name: say(language, 'UI_SET_UP') });
    await setUp.waitFor();
    await look(sidebar, language, theme, '1-set-up');
    await setUp.click();
    await sidebar.page.getByRole('alert').waitFor();
    await look(sidebar, language, theme, '2-set-up-fails');
    await tab(sidebar, 'UI_TAB_DATA');
    await look(sidebar, language, theme, '3-not-yet');
    await sidebar.close();
  });

  test('sample', async () => {
    const sidebar = await open({ sidebarState: [{ value: stateOf({ language }) }], loadRows: ['hang'] });
    await sidebar.page.getByRole('button', { name: say(language, 'UI_SAMPLE_LOAD') }).click();
    await sidebar.page.locator('.spinner').waitFor();
    await look(sidebar, language, theme, '4-sample');
    await sidebar.close();
  });

  test('in use', async () => {
    const value = { ...busyState(language), automation: automationOf({ on: true, isMine: true }) };
    const sidebar = await open({ sidebarState: [{ value }] });
    await sidebar.page.getByRole('heading', { name: say(language, 'UI_GLANCE_TITLE') }).waitFor();
    await look(sidebar, language, theme, '5-in-use');
    await sidebar.close();
  });

  test('data', async () => {
    const sidebar = await open({
      sidebarState: [{ value: busyState(language) }],
      recogniseFile: [
        { value: { format: 'YouTube Studio', account: 'UCart', rows: 512, needsAsOf: true } },
        { sentence: say(language, 'FILE_EMPTY') },
      ],
      importFile: [{ value: mixedOutcome(language) }],
    });
    const { page } = sidebar;
    await tab(sidebar, 'UI_TAB_DATA');
    await look(sidebar, language, theme, '6-data');
    const files = [csv('Table data.csv'), csv('data.csv')];
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByRole('alert').waitFor();
    await look(sidebar, language, theme, '7-files');
    await page.getByRole('button', { name: say(language, 'UI_IMPORT_ONE') }).click();
    await page.getByText(say(language, 'UI_IMPORT_FINISHED')).waitFor();
    await look(sidebar, language, theme, '8-outcome');
    await sidebar.close();
  });

  test('review', async () => {
    const sidebar = await open({ sidebarState: [{ value: busyState(language) }] });
    await tab(sidebar, 'UI_TAB_REVIEW');
    await look(sidebar, language, theme, '9-review');
    await sidebar.page.getByRole('button', { name: say(language, 'UI_CLOSE'), exact: true }).click();
    await look(sidebar, language, theme, '10-close');
    await sidebar.close();
  });

  test('automation', async () => {
    const text = say(language, 'FILE_EMPTY');
    const run = { at: '2026-11-22 09:12', ok: true, text };
    const jobs = automationOf().jobs.map((job, i) => ({
      ...job,
      on: i !== 3,
      last: i > 2 ? null : { ...run, ok: i !== 1 },
      next: i === 3 ? '' : '2026-11-23 09:00',
    }));
    const owner = { owner: 'anna@example.com', since: '2026-11-16', seen: '2026-11-22 09:12' };
    const gone = automationOf({ ...owner, on: true, isGone: true, authorise: 'https://example.com/', jobs });
    const sidebar = await open({
      sidebarState: [{ value: { ...busyState(language), automation: gone } }],
      reviewDigest: [{ value: { text } }],
    });
    await tab(sidebar, 'UI_TAB_REVIEW');
    await sidebar.page.getByRole('button', { name: say(language, 'UI_DIGEST_COPY') }).click();
    await sidebar.page.getByRole('textbox').waitFor();
    await look(sidebar, language, theme, '11-automation');
    await sidebar.close();
  });
});

test('the tab bar is one stop, moved through by arrow keys', async () => {
  const sidebar = await harness.open({ sidebarState: [{ value: stateOf() }] });
  const { page } = sidebar;
  await page.getByRole('tab', { name: 'Start' }).focus();
  const selected = () => page.locator('[role=tab][aria-selected=true]').innerText();
  for (const [key, tab] of [
    ['ArrowRight', 'KPI tree'],
    ['ArrowRight', 'Data'],
    ['End', 'Review'],
    ['ArrowRight', 'Start'],
    ['ArrowLeft', 'Review'],
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
  expect(gzipSync(html).length).toBeLessThan(SIZE_LIMIT);
  expect(html).not.toMatch(/<(?:link|img|iframe)\b|\bsrc=|@import|<\?/);
  expect(html).not.toContain('`');
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).toContain('<base target="_top"');
  expect(html).not.toMatch(/<[a-z]+ [^>]*\bon[a-z]+=/);
});

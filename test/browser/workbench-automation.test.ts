import type { Browser, Page } from 'playwright-core';
import type { Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { workbenchWords } from '../../src/local/workbench/words.ts';
import { openBrowser } from './browser.ts';
import { demoMachine } from './workbench-addon.ts';
import { chooseMenu, openPage, type WatchedPage } from './workbench-page.ts';

let browser: Browser;
const benches: RunningWorkbench[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(benches.map((bench) => bench.close()));
});

/** A workbench in a language, its panel open. */
async function openPanel(language: string): Promise<WatchedPage & { machine: Machine }> {
  const bench = await startWorkbench({ port: 0, language });
  benches.push(bench);
  const machine = demoMachine();
  bench.ready(machine);
  const watched = await openPage(browser, bench.url);
  await chooseMenu(watched.page, 'Every hour');
  await watched.page.locator('[aria-controls="wb-automation"]').click();
  await watched.page.locator('.wb-automation tbody tr').waitFor();
  return { ...watched, machine };
}

/** Parts of the panel whose text is cut or that reach out of it. */
const cutParts = (page: Page) =>
  page.locator('.wb-automation').evaluate((panel) => {
    const box = panel.getBoundingClientRect();
    return Array.from(panel.querySelectorAll<HTMLElement>('button, td, th, p, span, time, code, dd, label'))
      .filter((part) => part.offsetParent !== null && !part.classList.contains('wb-spoken'))
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return (
          left < box.left ||
          right > box.right ||
          (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
        );
      })
      .map((part) => part.outerHTML.slice(0, 80));
  });

describe.each(['en', 'zh-CN'] as const)('the panel in %s', (language) => {
  const words = workbenchWords(language);
  let page: Page;
  let machine: Machine;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, machine, complaints } = await openPanel(language));
  });
  afterEach(() => {
    // A mail's script is blocked, and the browser says so.
    expect(complaints.filter((text) => !text.startsWith('Blocked script execution'))).toEqual([]);
  });

  const now = () => page.locator('.wb-clock-now').innerText();
  const tab = (word: string) => page.locator('.wb-tab', { hasText: word });

  test('lists the trigger with owner, schedule, zone and next run', async () => {
    const texts = await page.locator('.wb-automation tbody td').allInnerTexts();
    expect(texts.slice(0, 2)).toEqual(['onTick', 'ana@example.com']);
    const { schedule } = machine.triggers[0]!;
    const minute = schedule?.type === 'hours' ? schedule.minute : -1;
    expect(texts[2]).toBe(words.everyHour.replace('{minute}', String(minute)));
    expect(texts[3]).toBe('Asia/Shanghai');
    expect(texts[4]).toContain(`09:${String(minute).padStart(2, '0')}`);
  });

  test('runs one trigger now', async () => {
    await page.locator('.wb-automation tbody button').click();
    await page.getByText(words.triggerRan).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.wb-automation tbody') !== null);
    expect(machine.outbox).toHaveLength(1);
  });

  test('moves the clock by an hour, to the next review and to a chosen time', async () => {
    expect(await now()).toContain('09:00');
    await page.getByRole('button', { name: words.addHour }).click();
    await page.waitForFunction(() => document.querySelector('.wb-clock-now')!.textContent!.includes('10:00'));
    await page.getByLabel(words.moveTo, { exact: true }).fill('2026-11-23T15:30');
    await page.getByRole('button', { name: words.move, exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.wb-clock-now')!.textContent!.includes('15:30'));
    const ticks = machine.executions.filter(({ functionName }) => functionName === 'onTick');
    expect(ticks.length).toBeGreaterThanOrEqual(7);
    expect(await page.locator('.wb-clock-form .wb-plain').last().innerText()).toContain('09:59');
  });

  test('refuses a time that is past, in words', async () => {
    await page.getByLabel(words.moveTo, { exact: true }).fill('2026-11-22T15:30');
    await page.locator('.wb-clock-form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByRole('button', { name: words.move, exact: true }).click();
    expect(await page.locator('.wb-problem').innerText()).toBe(words.onlyForward);
  });

  test('executions open to their service calls, failures say why', async () => {
    await tab(words.executions).click();
    const first = page.locator('.wb-entry').first();
    await first.locator('summary').click();
    await first.locator('.wb-calls li').last().waitFor();
    expect(await first.locator('.wb-calls li').allInnerTexts()).toEqual([
      'PropertiesService.getUserProperties',
      'Properties.getProperty',
      'MailApp.sendEmail',
    ]);
    expect(await first.locator(':scope > summary').innerText()).toContain(words.completed);
    const failed = page.locator('.wb-entry', { hasText: 'The fifth hour is bad' });
    expect(await failed.first().locator('summary').innerText()).toContain(words.failed);
    expect(await page.locator('.wb-counts').first().innerText()).toContain(words.duration);
  });

  test('an opened execution stays open when another has run', async () => {
    const opened = page.locator('#wb-panel-executions > .wb-entries > details[open]');
    const text = await opened.innerText();
    const { length } = machine.executions;
    await page.getByRole('button', { name: words.addHour }).click();
    await tab(`${words.executions} (${length + 1})`).waitFor();
    expect(await opened.innerText()).toBe(text);
  });

  test('mail is shown rendered, without its scripts, and as text', async () => {
    await tab(words.mails).click();
    const mail = page.locator('#wb-panel-mails .wb-mail').first();
    await mail.locator('summary').click();
    const frame = mail.frameLocator('iframe');
    await expect(frame.locator('h1').innerText()).resolves.toBe('Weekly digest');
    expect(await frame.locator('h1').evaluate((node) => getComputedStyle(node).color)).toBe(
      'rgb(24, 128, 56)',
    );
    expect(await page.title()).toBe('KPI of the team');
    await mail.getByRole('button', { name: words.asText }).click();
    expect(await mail.locator('.wb-mail-text').innerText()).toBe('Plain & simple');
    expect(await mail.locator('iframe').isVisible()).toBe(false);
  });

  test.each([
    [1280, 800],
    [1440, 900],
  ])('nothing is cut or reaches out at %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const word of [words.triggers, words.executions, words.mails]) {
      await tab(word).click();
      expect(await cutParts(page)).toEqual([]);
    }
  });

  test('keys: arrows change tabs, Escape closes and gives the focus back; nothing is typed into cells', async () => {
    await tab(words.triggers).click();
    await page.keyboard.press('ArrowRight');
    expect(await tab(words.executions).getAttribute('aria-selected')).toBe('true');
    expect(await tab(words.executions).evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
    await page.keyboard.type('x');
    expect(await page.evaluate(() => window.workbenchProbe.typed())).toBeUndefined();
    await page.keyboard.press('Escape');
    expect(await page.locator('.wb-automation').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement!.getAttribute('aria-controls'))).toBe(
      'wb-automation',
    );
  });
});

test('a long way shows how far it is, and can be stopped', async () => {
  const { page, machine } = await openPanel('en');
  await page.getByLabel('Move to', { exact: true }).fill('2027-03-01T09:00');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLProgressElement>('.wb-moving progress')!.value > 0,
  );
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/^Stopped at/).waitFor();
  expect(machine.clock.now()).toBeLessThan(Date.parse('2027-02-28T00:00:00Z'));
  expect(await page.locator('.wb-moving').isVisible()).toBe(false);
});

/** What the workbench's tests do with its page. */
import type { Browser, Page } from 'playwright-core';
import type { Probe } from '../../src/local/workbench/page/probe.ts';

declare global {
  interface Window {
    workbenchProbe: Probe;
  }
}

export type WatchedPage = {
  page: Page;
  /** Errors and warnings of the console, and requests that left this computer. */
  complaints: string[];
};

export type OpenPageOptions = {
  /** Language of the browser. */
  readonly locale?: string;
  /** Time goes on by itself, and a test may turn it forward. */
  readonly hasClock?: boolean;
};

/** Opens the page and waits until the workbook is shown. */
export async function openPage(
  browser: Browser,
  url: string,
  { locale = 'en-US', hasClock = false }: OpenPageOptions = {},
): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale });
  if (hasClock) await page.clock.install();
  // Far longer than any step takes, so that a busy machine fails nothing.
  page.setDefaultTimeout(60000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(url).host) complaints.push(`request to ${host}`);
  });
  await page.goto(url);
  await page.locator('.wb-grid:not(.wb-hidden)').waitFor();
  await page.locator('.wb-progress').waitFor({ state: 'hidden' });
  return { page, complaints };
}

export const cell = (page: Page, title: string, name: string) =>
  page.evaluate(([sheet, at]) => window.workbenchProbe.text(sheet!, at!), [title, name]);

export async function clickCell(page: Page, name: string): Promise<void> {
  const { x, y } = await page.evaluate((at) => window.workbenchProbe.middle(at), name);
  await page.mouse.click(x, y);
  // Nobody types before the grid has drawn the selection; the library's cell editor is not ready for it either.
  await page.waitForFunction((at) => window.workbenchProbe.selection() === `${at}:${at}`, name);
  await drawn(page);
}

/** Begins to type into the selected cell, no faster than the library's cell editor opens. */
export async function beginTyping(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text.slice(0, 1));
  await page.locator('.o-composer.active').first().waitFor();
  await page.waitForFunction(
    (first) =>
      window.workbenchProbe.typed()?.replace(/%$/, '') === first &&
      document.activeElement?.classList.contains('o-composer'),
    text.slice(0, 1),
  );
  await page.keyboard.type(text.slice(1));
}

/**
 * Presses Enter and waits until the cell has what was typed. The library's editor closes in the frame after: a key that
 * comes earlier goes to the editor that is about to vanish.
 */
export async function commitCell(page: Page): Promise<void> {
  const before = await page.evaluate(() => window.workbenchProbe.selection());
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (from) => window.workbenchProbe.typed() === undefined && window.workbenchProbe.selection() !== from,
    before,
  );
  await drawn(page);
}

/** Types into the selected cell and leaves it downwards. */
export async function typeInCell(page: Page, text: string): Promise<void> {
  await beginTyping(page, text);
  await commitCell(page);
}

/** Waits until the grid has drawn what it knows. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Waits until the host has taken every edit and the grid shows what it has, custom functions included. */
export async function settled(page: Page): Promise<void> {
  // What was pressed just now may reach the host with the next frame.
  await drawn(page);
  await page.waitForFunction(() => !window.workbenchProbe.busy());
}

/** Chooses an entry of the add-on's menu under Extensions. */
export async function chooseMenu(page: Page, caption: string): Promise<void> {
  await page.locator('[data-id="extensions"]').click();
  const menu = page.locator('.o-menu');
  await menu.getByText('Content KPI', { exact: true }).hover();
  await menu.getByText(caption, { exact: true }).click();
}

/** The add-on's page in the sidebar: `press` clicks a button and gives what the page then says. */
export function sidebar(page: Page) {
  const frame = page.frameLocator('.wb-sidebar iframe');
  return {
    press: async (id: string) => {
      const out = frame.locator('#out');
      await out.evaluate((node) => {
        node.textContent = '';
      });
      await frame.locator(`#${id}`).click();
      await frame.locator('#out:not(:empty)').waitFor();
      return out.innerText();
    },
  };
}

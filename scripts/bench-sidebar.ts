/** How long the built sidebar takes in a browser until a person can click: its own part, since every answer comes at once. */
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../test/browser/browser.ts';
import { busyState } from '../test/sidebar/examples.ts';
import { installFakeServer } from '../test/sidebar/server.ts';
import { median, short } from './bench-figures.ts';

const RUNS = 5;
const ADDRESS = 'http://sidebar.test/';
const SIZE = { width: 300, height: 700 };
const FIRST_TAB = '#tab-start';
/** The least that can be clicked. */
const BLANK = '<!doctype html><html lang="en"><body><button id="tab-start">Start</button></body></html>';

type TimedWindow = Window & { clickableAt?: number };

/**
 * Notes, in milliseconds since the navigation began, when the element can first be clicked: it is there, and nothing
 * lies over it. Runs in the page, so it uses nothing from outside itself.
 */
function noteClickable(selector: string): void {
  const observer = new MutationObserver(() => {
    const element = document.querySelector(selector);
    const box = element?.getBoundingClientRect();
    if (!element || !box || box.width === 0) return;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!element.contains(hit)) return;
    (window as TimedWindow).clickableAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** A fresh context knows nothing of the page: no cache, no compiled script. */
async function newContext(browser: Browser, html: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-US' });
  await context.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  );
  await context.addInitScript(installFakeServer, { sidebarState: [{ value: busyState('en') }] });
  await context.addInitScript(noteClickable, FIRST_TAB);
  return context;
}

/** @returns Milliseconds; throws where the tab that can be clicked does not answer a click. */
async function timeToClick(browser: Browser, html: string, hasTabs: boolean): Promise<number> {
  const context = await newContext(browser, html);
  try {
    const page = await context.newPage();
    await page.goto(ADDRESS);
    await page.waitForFunction(() => (window as TimedWindow).clickableAt !== undefined);
    const milliseconds = await page.evaluate(() => (window as TimedWindow).clickableAt ?? 0);
    if (hasTabs) {
      await page.locator('#tab-more').click();
      await page.locator('#panel-more:not([hidden])').waitFor();
    }
    return milliseconds;
  } finally {
    await context.close();
  }
}

async function measure(browser: Browser, html: string): Promise<object> {
  const [ours, blank]: [number[], number[]] = [[], []];
  // The first page of a browser starts its processes.
  await timeToClick(browser, BLANK, false);
  for (let run = 0; run < RUNS; run++) {
    ours.push(await timeToClick(browser, html, true));
    blank.push(await timeToClick(browser, BLANK, false));
  }
  const [mine, theirs] = [median(ours), median(blank)];
  return {
    milliseconds: short(mine),
    peer: 'a page with nothing but a button',
    peerMilliseconds: short(theirs),
    ratio: short(mine / theirs),
    runs: RUNS,
  };
}

/**
 * Prints one line, which says so where there is no browser.
 * @param html The built page.
 */
export async function benchSidebar(html: string): Promise<void> {
  const name = 'sidebar: from the navigation until the first tab can be clicked';
  const browser = await openBrowser().catch(() => undefined);
  if (browser === undefined) {
    console.log(JSON.stringify({ name, skipped: 'no Chrome or Chromium was found' }));
    return;
  }
  try {
    console.log(JSON.stringify({ name, ...(await measure(browser, html)) }));
  } finally {
    await browser.close();
  }
}

import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../browser/browser.ts';
import { bundlePicture, bundleSample, bundleSidebar, bundleTree } from './bundle.ts';
import { installFakeServer, type Script, type Sent } from './server.ts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SIDEBAR = { width: 300, height: 700 };
export type Theme = 'light' | 'dark';
export type OpenOptions = {
  readonly theme?: Theme;
  /** Language of the browser. */
  readonly locale?: string;
  /** Time stands still until the test moves it. */
  readonly frozen?: boolean;
  /** Of the window, in pixels; Google's sidebar unless told. */
  readonly size?: { readonly width: number; readonly height: number };
};

export type Sidebar = {
  readonly page: Page;
  /** Calls that the page has made, oldest first. */
  calls(): Promise<Sent[]>;
  /** Ends a call that hangs. */
  release(): Promise<void>;
  /** Rule and place of every accessibility fault. */
  faults(): Promise<string[]>;
  /** How far the page is wider than its window. */
  overflow(): Promise<number>;
  /** Messages of errors that the page did not catch. */
  readonly errors: string[];
  close(): Promise<void>;
};

/** A browser with the built page; `open` gives a fresh sidebar of Google's width, or the dialog of the KPI tree. */
export async function startHarness(which: 'sidebar' | 'picture' = 'sidebar') {
  const [browser, html, sample, tree] = await Promise.all([
    openBrowser(),
    which === 'picture' ? bundlePicture() : bundleSidebar(),
    bundleSample(),
    bundleTree(),
  ]);
  const open = async (
    script: Script,
    { theme = 'light', locale = 'en-US', frozen = false, size = SIDEBAR }: OpenOptions = {},
  ) => {
    const options: BrowserContextOptions = {
      viewport: size,
      colorScheme: theme,
      locale,
    };
    const context = await browser.newContext({ ...options, offline: true });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    if (frozen) {
      await page.clock.install({ time: 0 });
      // Far enough ahead: the clock runs until it is paused.
      await page.clock.pauseAt(60_000);
    }
    await page.evaluate(installFakeServer, {
      sampleScript: [{ value: { html: sample } }],
      treeScript: [{ value: { html: tree } }],
      ...script,
    });
    await page.setContent(html);
    return {
      page,
      errors,
      calls: () => callsOf(page),
      release: () =>
        page.evaluate(() => (window as unknown as { fakeHeld: (() => void)[] }).fakeHeld.shift()?.()),
      faults: () => axeFaults(page),
      overflow: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      close: () => context.close(),
    } satisfies Sidebar;
  };
  return { open, html, close: () => browser.close() };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** As text: Playwright takes seconds for a megabyte of objects. */
async function callsOf(page: Page): Promise<Sent[]> {
  const calls = await page.evaluate(() =>
    JSON.stringify((window as unknown as { fakeCalls: unknown }).fakeCalls),
  );
  const parsed = JSON.parse(calls) as { name: Sent['name']; json: string }[];
  return parsed.map(({ name, json }) => ({ name, request: JSON.parse(json) }));
}

type AxeOptions = { readonly resultTypes: readonly string[] };
type AxeWindow = {
  axe: {
    run(options: AxeOptions): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
};

/** Only the faults leave the page, and axe describes nothing else. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as AxeWindow;
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

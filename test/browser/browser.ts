/** Finds a Chrome or Chromium for the browser tests. Nothing is ever downloaded here. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const PATHS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WHAT_TO_DO = `The browser tests found no Chrome or Chromium. Do one of these and run them again:
  - install Chrome, Edge or Chromium (Debian and Ubuntu: apt-get install chromium), or
  - set CHROMIUM_PATH to the program, or
  - run "npx playwright-core install chromium", which downloads one for tests.`;

function candidates(): LaunchOptions[] {
  const paths = PATHS.filter((path): path is string => path !== undefined && existsSync(path));
  return [
    ...paths.map((executablePath) => ({ executablePath })),
    { channel: 'chrome' },
    { channel: 'msedge' },
    // Playwright's own download, where there is one.
    {},
  ];
}

/** Root in a container has no sandbox to run in. */
const arguments_ = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Starts a browser.
 * @throws Error that says what to install where there is none
 */
export async function openBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const options of candidates()) {
    try {
      return await chromium.launch({ ...options, args: arguments_ });
    } catch (error) {
      tried.push(`${JSON.stringify(options)}: ${String((error as Error).message).split('\n')[0]}`);
    }
  }
  throw new Error(`${WHAT_TO_DO}\nTried:\n${tried.join('\n')}`);
}

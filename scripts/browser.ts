import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { openBrowser } from '../test/browser/browser.ts';

function run(command: string, args: readonly string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: false }).status === 0;
}

/** Debian and Ubuntu as root, such as a CI machine: the distribution's Chromium, with fonts for Chinese, Thai and emoji. */
function installWithApt(): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  const fonts = ['fonts-noto-cjk', 'fonts-noto-color-emoji', 'fonts-thai-tlwg'];
  return (
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', ...fonts])
  );
}

async function opens(): Promise<Error | undefined> {
  try {
    await (await openBrowser()).close();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/**
 * Makes sure that a browser for the tests is there: finds one, or installs one where the machine allows.
 * @returns Nothing; throws what to do where neither works.
 */
export async function ensureBrowser(): Promise<void> {
  if ((await opens()) === undefined) return;
  console.log('No Chrome or Chromium was found for the browser tests; installing one …');
  if (installWithApt() && (await opens()) === undefined) return;
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  const trouble = await opens();
  if (trouble !== undefined) throw trouble;
}

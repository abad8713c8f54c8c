import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';
import { writeDist } from './dist.ts';

try {
  await ensureBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
await writeDist();
const args = ['node_modules/jest/bin/jest.js', '--config', 'test/jest.config.cjs', ...process.argv.slice(2)];
const run = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = run.status ?? 1;

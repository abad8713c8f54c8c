import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeDist } from './dist.ts';

const { scriptId } = JSON.parse(readFileSync('.clasp.json', 'utf8')) as { scriptId: string };
if (scriptId.startsWith('PUT-')) {
  console.error(
    'There is no script to push to yet. Either put the ID of an existing script into .clasp.json, or make one:\n' +
      '  npx clasp login\n' +
      '  npx clasp create-script --type sheets --title "Content KPI" --rootDir dist\n' +
      'README.md, "Install it into a Google Sheet", has every step.',
  );
  process.exit(1);
}
await writeDist();
const run = spawnSync('npx', ['clasp', 'push', '--force', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: true,
});
process.exitCode = run.status ?? 1;

// Installs the dependencies when node_modules is missing or was made from another package-lock.json.
// Plain JavaScript and Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.lock-sha256`;
// A hash and not file times: git sets times as it likes.
const want = createHash('sha256')
  .update(`${process.platform} ${process.arch} `)
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) process.exit(0);

// `npm ci` empties the folder that a link leads to, which is somebody else's.
if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
  console.error(
    'node_modules is a link to a folder made from another package-lock.json. Remove the link and run this again.',
  );
  process.exit(1);
}

console.log('Installing dependencies: node_modules is missing or older than package-lock.json …');
const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
// npm names itself here; running it through node avoids npm.cmd and a shell on Windows.
const npm = process.env.npm_execpath;
const run = npm
  ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
  : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: true });
if (run.status !== 0) {
  console.error('npm ci failed: see the lines above (no network? another Node version?).');
  process.exit(run.status ?? 1);
}
writeFileSync(stamp, want);

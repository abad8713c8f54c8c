import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

// The bench reads it as a module, which has no `__dirname` but always begins in the project's folder.
const ROOT = typeof __dirname === 'undefined' ? process.cwd() : join(__dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/content-kpi-tests');
const SOURCES = ['src', 'sidebar', 'scripts', 'appsscript.json', 'package-lock.json'];

function filesOf(path: string): string[] {
  const full = join(ROOT, path);
  if (/\.\w+$/.test(path)) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/src/local/'))
    .sort();
}

function sourceHash(): string {
  // A build that counts the branches that tests reach is not the same.
  const hash = createHash('sha256').update(process.env.COVERAGE_FOLDER ?? '');
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const HOUR = 3_600_000;

/** Builds of older sources; a young one may be in use by another worker. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const old = join(CACHE, name);
    // Another worker may have taken it away since the folder was listed.
    const found = statSync(old, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > HOUR) rmSync(old, { recursive: true, force: true });
  }
}

function build(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  removeOld();
  const args = [join(ROOT, 'scripts/run.mjs'), 'test/start/write-dist.ts', folder];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

let known: string | undefined;

/** Folder with the add-on as the present sources build it; it is built once for all test files. */
export function builtFolder(): string {
  if (known !== undefined) return known;
  const folder = join(CACHE, sourceHash());
  if (!existsSync(folder)) build(folder);
  known = folder;
  return folder;
}

/** The built add-on's files by name. */
export function builtFiles(): Record<string, string> {
  const folder = builtFolder();
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

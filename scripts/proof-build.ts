import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeDist } from './dist.ts';
import { noticesIn } from './notices.ts';

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** The hash of what a fresh clone builds; undefined where none can be made. */
function builtByClone(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'content-kpi-clone-'));
  try {
    const clone = spawnSync('git', ['clone', '--quiet', '.', folder]);
    if (clone.status !== 0) return undefined;
    rmSync(join(folder, 'dist'), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const build = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { cwd: folder });
    return build.status === 0 ? hashOf(join(folder, 'dist')) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Builds two fresh clones of the last commit.
 * @returns Lines: whether both are the same to the byte and the same as `dist`, and how large each file is.
 */
export async function buildsTwice(): Promise<string[]> {
  const [one, other, own] = [builtByClone(), builtByClone(), hashOf('dist')];
  const same = one !== undefined && one === other && one === own;
  const told =
    one === undefined
      ? 'NOT AS IT SHOULD BE: no clone could be built'
      : `NOT AS IT SHOULD BE: ${one}, ${other}, dist ${own}`;
  const sizes = [...(await makeDist())].map(([name, text]) =>
    JSON.stringify({ name: `dist/${name}`, bytes: Buffer.byteLength(text), gzip: gzipSync(text).length }),
  );
  return [same ? `two clones and dist are the same to the byte: sha256 ${one}` : told, ...sizes];
}

/** Of each library in what ships, by the notice that stands there, and in which files. */
export async function licences(): Promise<string[]> {
  const files = new Map<string, string[]>();
  for (const [name, text] of await makeDist()) {
    for (const notice of noticesIn(text)) files.set(notice, [...(files.get(notice) ?? []), name]);
  }
  return [...files].map(([notice, names]) => `${notice}: in ${names.join(', ')}`);
}

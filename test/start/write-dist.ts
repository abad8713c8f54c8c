/** Run by `scripts/run.mjs`, since Jest cannot import what the build generates: writes what clasp pushes to a folder. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDist } from '../../scripts/dist.ts';
import { COUNTED, instrument } from '../branches/instrument.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give a folder.');
const unfinished = `${folder}.${process.pid}`;
mkdirSync(unfinished, { recursive: true });
for (const [name, text] of await makeDist(process.env[COUNTED] ? [instrument] : []))
  writeFileSync(join(unfinished, name), text);
try {
  renameSync(unfinished, folder);
} catch {
  // Another worker was faster.
  rmSync(unfinished, { recursive: true });
}

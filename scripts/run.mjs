// Runs a TypeScript file of this project on Node: node scripts/run.mjs FILE.ts [ARG ...]
// esbuild bundles it (packages stay outside) into node_modules/.cache, and Node imports the result.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry, ...rest] = process.argv.slice(2);
process.chdir(root);
const folder = join(root, 'node_modules', '.cache', 'content-kpi', String(process.pid));
mkdirSync(folder, { recursive: true });
const outfile = join(folder, basename(entry).replace(/\.tsx?$/, '.mjs'));
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
process.argv.splice(1, process.argv.length - 1, outfile, ...rest);
await import(pathToFileURL(outfile).href);

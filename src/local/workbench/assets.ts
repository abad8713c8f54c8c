/** Files of other projects, served from node_modules unchanged, and who made them under which licence. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

export type Library = {
  name: string;
  licence: string;
  /** File of the licence's text in the package; missing where the package has none. */
  licenceFile?: string;
  /** Files in the order that a page needs them. */
  files: readonly string[];
};

export const LIBRARIES: readonly Library[] = [
  {
    name: '@odoo/owl',
    licence: 'LGPL-3.0-only',
    licenceFile: 'LICENSE',
    files: ['dist/owl.iife.min.js'],
  },
  { name: 'chart.js', licence: 'MIT', licenceFile: 'LICENSE.md', files: ['dist/chart.umd.min.js'] },
  { name: 'luxon', licence: 'MIT', licenceFile: 'LICENSE.md', files: ['build/global/luxon.min.js'] },
  {
    name: 'chartjs-adapter-luxon',
    licence: 'MIT',
    licenceFile: 'LICENSE.md',
    files: ['dist/chartjs-adapter-luxon.umd.min.js'],
  },
  {
    name: '@odoo/o-spreadsheet',
    licence: 'LGPL-3.0-or-later',
    licenceFile: 'LICENSE',
    files: ['dist/o_spreadsheet.min.iife.js', 'dist/o_spreadsheet.css', 'dist/o_spreadsheet.xml'],
  },
  { name: 'bootstrap', licence: 'MIT', licenceFile: 'LICENSE', files: ['dist/css/bootstrap.min.css'] },
  {
    name: 'font-awesome',
    licence: 'OFL-1.1 (font) and MIT (style sheet)',
    files: ['css/font-awesome.min.css', 'fonts/fontawesome-webfont.woff2', 'fonts/fontawesome-webfont.woff'],
  },
];

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

export type Asset = { body: Uint8Array; contentType: string };

/**
 * A file of a library by its path below `/library/`. Only files in the table are there.
 * @example libraryFile('chart.js/dist/chart.umd.min.js')
 */
export function libraryFile(path: string): Asset | undefined {
  for (const { name, files } of LIBRARIES) {
    const file = files.find((candidate) => `${name}/${candidate}` === path);
    if (!file) continue;
    const ending = file.slice(file.lastIndexOf('.') + 1);
    return { body: readFileSync(join(folderOf(name), file)), contentType: TYPES[ending]! };
  }
  return undefined;
}

/** The text of a library's licence by the library's name. */
export function licenceText(name: string): string | undefined {
  const library = LIBRARIES.find((candidate) => candidate.name === name);
  if (!library?.licenceFile) return undefined;
  return readFileSync(join(folderOf(name), library.licenceFile), 'utf8');
}

/** The version of an installed library by its name. */
export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as { version: string })
    .version;
}

/** Packages hide their package.json from `require`, so the folder is looked for on the search path. */
function folderOf(name: string): string {
  for (const root of require.resolve.paths(name) ?? []) {
    const folder = join(root, name);
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      // Not in this folder of the search path.
    }
  }
  return dirname(require.resolve(`${name}/package.json`));
}

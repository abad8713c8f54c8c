import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = join(__dirname, '..', '..', 'sidebar');

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, file)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    supported: { 'template-literal': false },
  });
  return outputFiles[0]?.text ?? '';
}

/** The sidebar as one HTML file, as the build makes it. */
export async function bundleSidebar(): Promise<string> {
  const [script, style] = await Promise.all([bundled('main.tsx'), bundled('style.css')]);
  // Functions, since a replacement text would have its `$` signs interpreted.
  return readFileSync(join(FOLDER, 'index.html'), 'utf8')
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
}

/** The script of the tree's editor, as the add-on answers it. */
export const bundleTree = async (): Promise<string> =>
  `<script>${await bundled('tree/entry.tsx')}</script>\n`;

/** The sample team's script, as the add-on answers it. */
export const bundleSample = async (): Promise<string> =>
  `<script>${await bundled('sample/entry.ts')}</script>\n`;

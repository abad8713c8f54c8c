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

async function page(entry: string, styles: string): Promise<string> {
  const [script, style] = await Promise.all([bundled(entry), bundled(styles)]);
  // Functions, since a replacement text would have its `$` signs interpreted.
  return readFileSync(join(FOLDER, 'index.html'), 'utf8')
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
}

/** The sidebar as one HTML file, as the build makes it. */
export const bundleSidebar = (): Promise<string> => page('main.tsx', 'style.css');

/** The dialog with the picture of the KPI tree. */
export const bundlePicture = (): Promise<string> => page('picture/main.tsx', 'picture.css');

/** The script of the tree's editor, as the add-on answers it. */
export const bundleTree = async (): Promise<string> =>
  `<script>${await bundled('tree/entry.tsx')}</script>\n`;

/** The sample team's script, as the add-on answers it. */
export const bundleSample = async (): Promise<string> =>
  `<script>${await bundled('sample/entry.ts')}</script>\n`;

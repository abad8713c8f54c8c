/** Bundles the page's own scripts when the workbench starts; they are not kept as built files. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** In the order that the page has them. */
const STYLES = ['page.css', 'sheet.css', 'dialogs.css', 'automation.css'];

export type PageFiles = {
  page: string;
  /** Put into every page of the add-on: `google.script`. */
  sandbox: string;
  css: string;
};

/** @param folder The folder with the page's sources. */
export async function bundlePage(folder: string): Promise<PageFiles> {
  const esbuild = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  const bundle = async (entry: string) => {
    const result = await esbuild.build({
      entryPoints: [join(folder, entry)],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      logLevel: 'warning',
    });
    return result.outputFiles[0]!.text;
  };
  const [page, sandbox, css] = await Promise.all([
    bundle('main.ts'),
    bundle('sandbox.ts'),
    Promise.all(STYLES.map((name) => readFile(join(folder, name), 'utf8'))),
  ]);
  return { page, sandbox, css: css.join('\n') };
}

import { build } from 'esbuild';
import type { Surface } from './functions-file.ts';

/** What the help says of a function in one language. */
type Said = { readonly text: string; readonly parameters: readonly string[]; readonly returns: string };

async function chinese(): Promise<Readonly<Record<string, Said>>> {
  const result = await build({
    entryPoints: ['src/addon/cells/surface-zh.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const module = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  return module.cellSurfaceZh;
}

/**
 * The functions for cells in every language, as a file of the add-on: only whoever asks for help pays for it.
 * @param surface Functions by name.
 */
export async function helpPage(surface: Surface): Promise<string> {
  const zh = await chinese();
  const functions = Object.entries(surface).flatMap(([name, row]) => {
    const { caller, text, parameters, returns = '', example = '' } = row;
    if (caller !== 'cell') return [];
    const en: Said = { text, parameters: parameters.map(([, , said]) => said), returns };
    const names = parameters.map(([parameter]) => parameter);
    return [{ name, example, names, said: { en, 'zh-CN': zh[name] } }];
  });
  // Nothing in it can end the script.
  const json = JSON.stringify(functions).replace(/</g, '\\u003c');
  return `<script type="application/json">${json}</script>\n`;
}

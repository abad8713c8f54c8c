import { build } from 'esbuild';
import type { Surface } from './functions-file.ts';

/** What the help says of a function in one language. */
type Said = { readonly text: string; readonly parameters: readonly string[]; readonly returns: string };

type Loaded = {
  readonly cellSurfaceZh: Readonly<Record<string, Said>>;
  readonly PARAMETERS_ZH: Readonly<Record<string, string>>;
  readonly SAMPLES: Readonly<Record<string, string>>;
};

/** What only the help has of the functions: Chinese, and formulas that show a result anywhere. */
async function loaded(): Promise<Loaded> {
  const files = ['surface-zh', 'parameters-zh', 'samples'];
  const contents = files.map((file) => `export * from './src/addon/cells/${file}.ts';`).join('\n');
  const result = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  const text = result.outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

/**
 * The functions for cells in every language, as a file of the add-on: only whoever asks for help pays for it.
 * @param surface Functions by name.
 */
export async function helpPage(surface: Surface): Promise<string> {
  const { cellSurfaceZh, PARAMETERS_ZH, SAMPLES } = await loaded();
  const functions = Object.entries(surface).flatMap(([name, row]) => {
    const { caller, text, parameters, returns = '', example = '' } = row;
    if (caller !== 'cell') return [];
    const en: Said = { text, parameters: parameters.map(([, , said]) => said), returns };
    const names = parameters.map(([parameter]) => parameter);
    const labels = names.map((parameter) => PARAMETERS_ZH[parameter]);
    const zh = { ...cellSurfaceZh[name], labels };
    return [{ name, example, sample: SAMPLES[name], names, said: { en, 'zh-CN': zh } }];
  });
  // Nothing in it can end the script.
  const json = JSON.stringify(functions).replace(/</g, '\\u003c');
  return `<script type="application/json">${json}</script>\n`;
}

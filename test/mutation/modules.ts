/** The sources and tests of a folder, compiled once and run as often as wanted, each time with a state of their own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

type Compiled = (exports: object, require: (name: string) => unknown, ...globals: unknown[]) => void;

/** What a file may take for given. */
const GLOBALS = ['describe', 'test', 'expect'];

function compile(path: string): Compiled {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    define: {
      __dirname: JSON.stringify(dirname(path)),
      'import.meta.url': JSON.stringify(pathToFileURL(path).href),
    },
    banner: 'const module = { exports };',
    footer: 'return module.exports;',
  });
  return compileFunction(code, ['exports', 'require', ...GLOBALS], { filename: path }) as Compiled;
}

/** The files of one run. */
export type Modules = {
  /** Runs a file with what it imports, each file once. */
  readonly load: (path: string, globals: Record<string, unknown>) => unknown;
  /** What was run so far, by path. */
  readonly loaded: ReadonlyMap<string, unknown>;
};

/**
 * @param root The folder of the project.
 * @returns Begins a run, with nothing loaded.
 */
export function modulesIn(root: string): () => Modules {
  const compiled = new Map<string, Compiled>();
  const packages = createRequire(join(root, 'package.json'));
  const codeOf = (path: string): Compiled => {
    const code = compiled.get(path) ?? compile(path);
    compiled.set(path, code);
    return code;
  };
  return () => {
    const loaded = new Map<string, unknown>();
    const load = (path: string, globals: Record<string, unknown>): unknown => {
      if (loaded.has(path)) return loaded.get(path);
      const exports = {};
      loaded.set(path, exports);
      const require = (name: string) =>
        name.startsWith('.') ? load(resolve(dirname(path), name), globals) : packages(name);
      const made = codeOf(path)(exports, require, ...GLOBALS.map((name) => globals[name]));
      loaded.set(path, made);
      return made;
    };
    return { load, loaded };
  };
}

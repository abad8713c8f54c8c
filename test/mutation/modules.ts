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

/** How Stryker asks in the code whether a change is in force, and how it counts what a test comes by. */
const ASKED = /stryMutAct_9fa48\("(\d+)"\)/g;
const COUNTED = /stryCov_9fa48\((?:"\d+"[,\s]*)+\)/g;

/** A change of Stryker's, and the file that has it. */
export type Change = { readonly id: string; readonly path: string };

/** Code with one change, or none: asking for thousands of others would make it several times as slow. */
const withOnly = (code: string, id: string | undefined): string =>
  code.replace(COUNTED, '0').replace(ASKED, (asked, other) => (other === id ? asked : 'false'));

function compile(path: string, edit: (code: string) => string): Compiled {
  const { code } = transformSync(edit(readFileSync(path, 'utf8')), {
    loader: 'ts',
    minifySyntax: true,
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
 * @returns Begins a run, with nothing loaded: with one change, with none (null), or with all, each to be switched on.
 */
export function modulesIn(root: string): (change: Change | null | 'all') => Modules {
  const kept = { all: new Map<string, Compiled>(), none: new Map<string, Compiled>() };
  const packages = createRequire(join(root, 'package.json'));
  return (change) => {
    const own = change === 'all' ? kept.all : kept.none;
    const edit = (code: string) => (change === 'all' ? code : withOnly(code, undefined));
    const codeOf = (path: string): Compiled => {
      if (change && change !== 'all' && path === change.path) {
        return compile(path, (code) => withOnly(code, change.id));
      }
      const code = own.get(path) ?? compile(path, edit);
      own.set(path, code);
      return code;
    };
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

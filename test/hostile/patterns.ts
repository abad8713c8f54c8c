/** The regular expressions of the sources. */
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { sourcesBelow } from '../../scripts/directions.ts';

export type Found = { readonly place: string; readonly source: string; readonly flags: string };

// The parser of the instrumenter, which is a package of this project.
const { parse } = createRequire(require.resolve('istanbul-lib-instrument'))('@babel/parser') as {
  parse(source: string, options: object): unknown;
};
const ROOT = join(__dirname, '../..');

type Tree = { type?: string; pattern?: string; flags?: string; loc?: { start: { line: number } } };

function walk(node: unknown, see: (tree: Tree) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) see(node as Tree);
  for (const value of Object.values(node)) walk(value, see);
}

/**
 * All literals below a folder.
 * @param folder Such as `src`.
 * @param isWanted By path from the project's folder.
 */
export function literalsBelow(folder: string, isWanted: (path: string) => boolean = () => true): Found[] {
  const found: Found[] = [];
  for (const [path, text] of sourcesBelow(join(ROOT, folder))) {
    const name = relative(ROOT, path);
    if (!isWanted(name) || !text.includes('/')) continue;
    const tree = parse(text, {
      sourceType: 'module',
      plugins: ['typescript', ...(name.endsWith('x') ? ['jsx'] : [])],
      tokens: false,
    });
    walk((tree as { program: unknown }).program, ({ type, pattern = '', flags = '', loc }) => {
      if (type === 'RegExpLiteral')
        found.push({ place: `${name}:${loc?.start.line}`, source: pattern, flags });
    });
  }
  return found;
}

/**
 * The regular expressions that something makes while it runs.
 * @param work What makes them.
 */
export function madeDuring(work: () => void): Found[] {
  const found: Found[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, args: [string, string?]) {
      const made = new target(...args);
      found.push({ place: 'made', source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    work();
  } finally {
    globalThis.RegExp = own;
  }
  return found;
}

/**
 * Most tests run the built add-on in the realm of the local host, where Jest counts nothing. While coverage is measured,
 * the bundle counts for itself, with the instrumenter that Jest uses.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { createInstrumenter } from 'istanbul-lib-instrument';

/** The variable of the environment that holds where counts are written while they are wanted. */
export const COUNTED = 'COVERAGE_FOLDER';

/** What is held to a share of covered branches. */
const MEASURED = /\/src\/(?:kpi|workbook|imports|review)\/.*\.ts$/;

async function instrumented(file: string): Promise<string> {
  const { code, map } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    // As Jest's transformer has it: places of branches depend on it, and both counts are added up by place.
    format: 'cjs',
    target: 'node20',
    sourcefile: file,
    sourcemap: 'external',
  });
  const instrumenter = createInstrumenter({
    esModules: false,
    compact: true,
    coverageVariable: '__counts__',
    // Known to the instrumenter, not to its types.
    ...{ coverageGlobalScope: 'globalThis', coverageGlobalScopeFunc: false },
  });
  const counting = instrumenter.instrumentSync(code, file, JSON.parse(map));
  return slim(counting, file, JSON.stringify(instrumenter.lastFileCoverage()));
}

/**
 * The instrumented code with the counts of branches alone, and with its table of places made once for all realms: a test
 * opens hundreds of realms, and with counts of statements and tables for each it took four times as long.
 */
function slim(counting: string, file: string, table: string): string {
  const name = /^function (cov_\w+)\(\)/.exec(counting)?.[1];
  const first = `${name}();`;
  const end = counting.indexOf(first);
  if (name === undefined || end === -1) throw new Error(`The instrumented ${file} begins in another way.`);
  const rest = counting.slice(end + first.length).replaceAll(/cov_\w+\(\)\.[sf]\[\d+\]\+\+[;,]/g, '');
  const place = JSON.stringify(file);
  // Runs beside each other are in threads of their own, whose counts are lost.
  const own = `const counts = (globalThis.__counts__ ??= {}); counts[${place}] ??= (() => (${table}))();`;
  return `${own} const ${name}_own = counts[${place}]; const ${name} = () => ${name}_own; ${rest}`;
}

/** Keeps the measured modules apart from the package, whose files esbuild takes for ES modules. */
const NAMESPACE = 'counted';

/** Makes the measured modules of a bundle count their branches in the global `__counts__`. */
export const instrument: Plugin = {
  name: 'count branches',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      return MEASURED.test(file) ? { path: file, namespace: NAMESPACE } : { path: file };
    });
    build.onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path }) => ({
      contents: await instrumented(path),
      loader: 'js',
      resolveDir: dirname(path),
    }));
  },
};

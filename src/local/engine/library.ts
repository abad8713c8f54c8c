/**
 * The spreadsheet engine (`@odoo/o-spreadsheet`, pinned), loaded on first use: documents without formulas never pay
 * for it.
 */
import { createRequire } from 'node:module';

export type EngineLibrary = typeof import('@odoo/o-spreadsheet');

const require = createRequire(import.meta.url);
let library: EngineLibrary | undefined;

/** The engine's module. It brings its own stand-ins for the few browser globals that it touches at load. */
export function loadLibrary(): EngineLibrary {
  if (!library) {
    // Node 20 lacks the one built-in that the engine needs from a newer Node.
    const groups = Object as unknown as { groupBy?: typeof groupBy };
    groups.groupBy ??= groupBy;
    library = quietly(() => require('@odoo/o-spreadsheet') as EngineLibrary);
  }
  return library;
}

/** Runs engine code without the timings that it writes to the console. */
export function quietly<T>(work: () => T): T {
  const debug = console.debug;
  console.debug = () => {};
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}

function groupBy<T>(items: Iterable<T>, key: (item: T, index: number) => PropertyKey) {
  const groups: Record<PropertyKey, T[]> = Object.create(null);
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    groups[name] ??= [];
    groups[name].push(item);
  }
  return groups;
}

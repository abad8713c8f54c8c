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
    countDays(library);
  }
  return library;
}

type Scalar = { value: unknown; format?: string | undefined };
type Minus = (this: unknown, from: Scalar | undefined, taken: Scalar | undefined) => Scalar;

/** A date less a date is a number of days in Google Sheets; the engine shows it as a date. */
function countDays({ registries, helpers }: EngineLibrary): void {
  const minus = registries.functionRegistry.get('MINUS');
  const compute = minus.compute as unknown as Minus;
  const isDate = (arg: Scalar | undefined) =>
    arg?.format !== undefined && helpers.isDateTimeFormat(arg.format);
  const spans: Minus = function spans(from, taken) {
    const result = compute.call(this, from, taken);
    return isDate(from) && isDate(taken) ? { value: result.value } : result;
  };
  registries.functionRegistry.replace('MINUS', { ...minus, compute: spans as never });
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

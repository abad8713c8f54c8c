/** What passes between the sidebar's page and the script: `google.script.run` carries JSON and little else. */

/** What a page hands over that cannot travel; the page itself gets the error, the server is never asked. */
export class IllegalArgument extends Error {}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // The root prototype of any realm has no prototype of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether the value would be lost on the way: the whole answer then arrives as null. */
function isProhibited(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return true;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const tag = tagOf(value);
  return tag !== 'Map' && tag !== 'Set' && !isPlain(value);
}

type Visit = { prohibited(path: string): never; circular(path: string): never };

function copy(value: unknown, path: string, seen: Set<object>, visit: Visit): unknown {
  if (isProhibited(value)) visit.prohibited(path);
  // JSON has neither NaN nor a negative zero.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) visit.circular(path);
  seen.add(value);
  const result = copyInside(value, seen, visit);
  seen.delete(value);
  return result;
}

function copyInside(value: object, seen: Set<object>, visit: Visit): unknown {
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) =>
      item === undefined ? null : copy(item, String(index), seen, visit),
    );
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, key, seen, visit)]));
}

/**
 * Arguments as the script will get them.
 *
 * @throws IllegalArgument, in the page's words, for a Date, a function, a class instance or a circle anywhere
 * @example wireArguments([{ a: undefined, b: 1 }]) // [{ b: 1 }]
 */
export function wireArguments(args: readonly unknown[]): unknown[] {
  const visit: Visit = {
    prohibited: (path) => {
      throw new IllegalArgument(`Failed due to illegal value in property: ${path}`);
    },
    circular: () => {
      throw new IllegalArgument('Failed due to circular reference.');
    },
  };
  return copy([...args], '', new Set(), visit) as unknown[];
}

class Lost extends Error {}

/**
 * A function's result as the page will get it: null when anything in it cannot travel, `{}` for a Map or Set.
 *
 * @example wireResult({ when: new Date() }) // null
 */
export function wireResult(value: unknown): unknown {
  const lose = (): never => {
    throw new Lost();
  };
  try {
    return copy(value, '', new Set(), { prohibited: lose, circular: lose }) ?? null;
  } catch (error) {
    if (error instanceof Lost) return null;
    throw error;
  }
}

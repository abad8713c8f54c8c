/** A fresh JavaScript realm with only what Apps Script's V8 has. */
import { format } from 'node:util';
import vm from 'node:vm';
import type { Program } from './program.ts';
import { BOOTSTRAP } from './realm-bootstrap.ts';
import { EnumValue, isDate, JsonText, ScriptError, ServiceObject } from './service.ts';

/** What a function ended with: a value of the realm, or what it threw. */
export type Settled = {
  done: boolean;
  value?: unknown;
  failure?: RealmFailure;
};
export type RealmFailure = {
  name: string;
  message: string;
  stack: string;
  /** JSON text. */
  details?: string;
  thrown: 'error' | 'value';
};

/** What a service call gives back: an answer for the script, or an error to throw there. */
export type Reply =
  | { value: unknown; failure?: undefined }
  | { failure: { name: string; message: string; details: string | undefined } };

export type RealmHost = {
  now(): number;
  invoke(service: ServiceObject, member: string, args: unknown[]): Reply;
  log(level: string, text: string): void;
};

type Inside = {
  define(name: string, value: unknown): void;
  toRealm(value: unknown): unknown;
  toHost(value: unknown): unknown;
  describe(thrown: unknown): RealmFailure;
  apply(f: unknown, args: unknown[]): Settled;
  render(code: string, variables: object): string;
};

export type Realm = {
  /** Runs the program's files in order; gives back what a file threw at its top level. */
  load(program: Program, milliseconds: number): RealmFailure | undefined;
  /** The function of this name as a script sees it, or undefined. */
  find(name: string): unknown;
  /** Calls a function of the realm; promises it leaves are worked off first. */
  call(f: unknown, args: readonly unknown[], milliseconds: number): Settled;
  /** A copy of a host value, made of the realm's own objects. */
  toRealm(value: unknown): unknown;
  /** The service object behind an object of the realm; anything else as it is. */
  unwrap(value: unknown): unknown;
  /** Runs the body of a page template; what it throws comes out as a `ScriptError`. */
  render(code: string, variables: object): string;
};

/** Thrown by `load` and `call` when the real time they were given ran out. */
export class OutOfTime extends Error {}

const bootstrap = new vm.Script(BOOTSTRAP, { filename: 'host.gs' });
const runner = new vm.Script('__host.step()', { filename: '__GS_INTERNAL_top_function_call__.gs' });
const finders = new Map<string, vm.Script>();

function kindOf(value: object): string {
  if (value instanceof ServiceObject || value instanceof EnumValue) return 'service';
  if (value instanceof JsonText) return 'json';
  if (isDate(value)) return 'date';
  if (Array.isArray(value)) return 'array';
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? 'record' : 'other';
}

function membersOf(thing: ServiceObject | EnumValue) {
  if (thing instanceof EnumValue) return undefined;
  return Object.entries(thing.members).map(([name, value]) =>
    typeof value === 'function'
      ? { name, method: true, self: name === 'evaluate' }
      : { name, method: false, value },
  );
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isTimeout(error)) throw new OutOfTime('Exceeded maximum execution time');
    throw error;
  }
}

/** Runs a program's files in order; gives back what a file threw at its top level. */
function loadProgram(
  context: vm.Context,
  inside: Inside,
  program: Program,
  milliseconds: number,
): RealmFailure | undefined {
  for (const script of program.scripts) {
    try {
      guarded(() => script.compiled.runInContext(context, { timeout: milliseconds }));
    } catch (error) {
      if (error instanceof OutOfTime) throw error;
      return inside.describe(error);
    }
  }
  return undefined;
}

/** A top-level function of a realm, which need not be a property of its global object. */
function findFunction(context: vm.Context, name: string): unknown {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return undefined;
  let finder = finders.get(name);
  if (!finder) {
    finder = new vm.Script(`typeof ${name} === 'function' ? ${name} : undefined`);
    finders.set(name, finder);
  }
  return finder.runInContext(context) as unknown;
}

/** Works inside a realm, in which alone a time limit holds. */
function step<T>(context: vm.Context, work: () => T, milliseconds: number): T {
  let result: T | undefined;
  const holder = {
    step: () => {
      delete (context as { __host?: unknown }).__host;
      result = work();
    },
  };
  Object.defineProperty(context, '__host', { value: holder, configurable: true, enumerable: false });
  guarded(() => runner.runInContext(context, { timeout: milliseconds }));
  return result as T;
}

/** Runs the body of a page template; what it throws comes out as a `ScriptError`. */
function render(inside: Inside, code: string, variables: object): string {
  try {
    return inside.render(code, variables);
  } catch (error) {
    const failure = inside.describe(error);
    throw new ScriptError(failure.message, failure.name);
  }
}

/**
 * Makes a realm whose globals are ECMAScript's own, `console`, and the given services.
 *
 * @param host the virtual clock, the door to the services, and the log
 * @param globals services by global name, such as `SpreadsheetApp`
 */
export function createRealm(host: RealmHost, globals: Readonly<Record<string, ServiceObject>>): Realm {
  const context = vm.createContext(
    {},
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: true, wasm: true } },
  );
  const make = bootstrap.runInContext(context) as (host: object) => Inside;
  const inside = make({
    now: host.now,
    invoke: host.invoke,
    kind: kindOf,
    members: membersOf,
    log: (level: string, args: unknown[]) => host.log(level, format(...args)),
  });
  for (const [name, service] of Object.entries(globals)) inside.define(name, service);
  return {
    load: (program, milliseconds) => loadProgram(context, inside, program, milliseconds),
    find: (name) => findFunction(context, name),
    call: (f, args, milliseconds) => step(context, () => inside.apply(f, [...args]), milliseconds),
    toRealm: inside.toRealm,
    unwrap: inside.toHost,
    render: (code, variables) => render(inside, code, variables),
  };
}

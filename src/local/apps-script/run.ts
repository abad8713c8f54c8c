/** Runs one function of the add-on in an execution of its own. */

import { Execution, type Start } from './execution.ts';
import { type Host, openDocument } from './host.ts';
import type { ExecutionRecord, ScriptFailure } from './types.ts';

export type RunResult =
  | { ok: true; value: unknown; execution: ExecutionRecord }
  | { ok: false; error: ScriptFailure; execution: ExecutionRecord };

/** How many finished executions are kept. */
const KEPT = 2000;

/** A copy of a realm's value made of the host's own arrays, objects and dates. */
export function toHost(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return new Date((value as Date).getTime());
  if (Array.isArray(value)) return Array.from(value, toHost);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toHost(item)]));
}

/** Whether the platform may call a function by name: not when its name ends in `_`. */
export function isPublic(functionName: string): boolean {
  return !functionName.endsWith('_');
}

/** The open spreadsheet of a host, as executions get it. */
export function openFor(host: Host): Start['document'] {
  return () => openDocument(host);
}

function call(execution: Execution, args: (execution: Execution) => readonly unknown[]): unknown {
  if (execution.load() || execution.isOver()) return undefined;
  const { functionName } = execution.start;
  const f = isPublic(functionName) ? execution.realm.find(functionName) : undefined;
  if (f === undefined) {
    const message = `Script function not found: ${functionName}`;
    execution.fail({ name: 'Exception', message, stack: '', thrown: 'error' });
    return undefined;
  }
  return execution.call(
    f,
    args(execution).map((arg) => execution.realm.toRealm(arg)),
  )?.value;
}

/**
 * Runs a function in a fresh realm.
 *
 * @param args values of the host, made for this execution; the realm gets copies
 * @returns the value as the realm left it, or what went wrong; a fault of the host itself is thrown
 */
export function run(
  host: Host,
  start: Start,
  args: (execution: Execution) => readonly unknown[] = () => [],
): RunResult {
  const execution = new Execution(host, start);
  const { record } = execution;
  host.executions.push(record);
  if (host.executions.length > KEPT) host.executions.shift();
  host.emit({ type: 'execution started', execution: record });
  let value: unknown;
  try {
    value = call(execution, args);
  } finally {
    execution.finish();
    host.emit({ type: 'execution finished', execution: record });
  }
  if (record.error) return { ok: false, error: record.error, execution: record };
  return { ok: true, value, execution: record };
}

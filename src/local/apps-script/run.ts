/** Runs one function of the add-on in an execution of its own. */

import { Execution, type Start } from './execution.ts';
import { type Host, openDocument } from './host.ts';
import type { ExecutionRecord, ScriptFailure } from './types.ts';

export type RunResult =
  | { ok: true; value: unknown; execution: ExecutionRecord }
  | { ok: false; error: ScriptFailure; execution: ExecutionRecord };

/** How many finished executions are kept. */
const KEPT = 2000;

export { toHost } from './values.ts';

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

/** Puts an execution that begins into the list. */
export function openExecution({ host, record }: Execution): void {
  host.executions.push(record);
  if (host.executions.length > KEPT) host.executions.shift();
  host.emit({ type: 'execution started', execution: record });
}

/** What is told of an execution that has ended. */
export function resultOf({ record }: Execution, value: unknown): RunResult {
  if (record.error) return { ok: false, error: record.error, execution: record };
  return { ok: true, value, execution: record };
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
  openExecution(execution);
  let value: unknown;
  try {
    value = call(execution, args);
  } finally {
    execution.finish();
    host.emit({ type: 'execution finished', execution: record });
  }
  return resultOf(execution, value);
}

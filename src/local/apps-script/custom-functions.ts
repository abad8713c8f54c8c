/** The add-on's custom functions for the calculator. */
import type {
  CustomFunctionInput,
  CustomFunctionResult,
  CustomFunctions,
  DocumentState,
} from '../document/model.ts';
import { serialToInstant } from '../document/zone.ts';
import { Execution } from './execution.ts';
import type { Host } from './host.ts';
import { isPublic, toHost } from './run.ts';
import type { ScriptFailure } from './types.ts';

/** Nobody: a custom function runs without a user. */
const ANONYMOUS = { email: '', locale: 'en' };

type Warm = { execution: Execution; document: DocumentState; startedAt: number; revision: number };
type Argument = CustomFunctionInput | CustomFunctionInput[][];

/** 9999-12-31: a number beyond it is no day, whatever the cell's format. */
const LAST_DAY = 2_958_465;

function cellValue(cell: CustomFunctionInput, timeZone: string): unknown {
  if (typeof cell !== 'object') return cell;
  if (Math.abs(cell.serial) > LAST_DAY) return cell.serial;
  return new Date(serialToInstant(cell.serial, timeZone));
}

function argument(arg: Argument, timeZone: string): unknown {
  if (!Array.isArray(arg)) return cellValue(arg, timeZone);
  return arg.map((row) => row.map((cell) => cellValue(cell, timeZone)));
}

/** What the cell's note says: the error and the line of the add-on's file, as far as the stack tells it. */
function cellMessage(error: ScriptFailure): string {
  const line = /\((?:[^()]*?):(\d+):\d+\)|at (?:[^\s()]+):(\d+):\d+/.exec(error.stack);
  const where = line ? ` (line ${line[1] ?? line[2]}).` : '';
  return `${error.name ? `${error.name}: ` : ''}${error.message}${where}`;
}

/** Whether what is loaded may answer for a document as it is now. */
function isWarm(warm: Warm | undefined, document: DocumentState, now: number): warm is Warm {
  return (
    warm !== undefined &&
    warm.document.spreadsheetId === document.spreadsheetId &&
    warm.revision === document.revision &&
    warm.startedAt === now &&
    warm.execution.record.outcome !== 'timed out' &&
    warm.execution.record.outcome !== 'killed'
  );
}

/** Loads the program for a document. */
function warmUp(host: Host, functionName: string, document: DocumentState): Warm {
  const execution = new Execution(host, {
    functionName,
    kind: 'custom',
    authMode: 'CUSTOM_FUNCTION',
    user: ANONYMOUS,
    document: () => document,
  });
  host.executions.push(execution.record);
  execution.load();
  return { execution, document, startedAt: host.clock.now(), revision: document.revision };
}

/** One call in a program that is loaded. */
function callIn(
  execution: Execution,
  functionName: string,
  args: readonly Argument[],
  timeZone: string,
): CustomFunctionResult {
  const { record, realm } = execution;
  if (record.outcome === 'running' || record.outcome === 'completed') {
    execution.renew();
    const values = args.map((arg) => realm.toRealm(argument(arg, timeZone)));
    const settled = execution.call(realm.find(functionName), values);
    execution.finish();
    if (settled && !settled.failure) return { ok: true, value: toHost(settled.value) };
  }
  const message = cellMessage(record.error ?? { name: 'Error', message: 'Internal error', stack: '' });
  return { ok: false, message };
}

/**
 * Makes the custom functions of a host's program.
 *
 * Apps Script starts every call afresh. Here calls for one revision of a document, at one moment, share a realm, since
 * loading the program takes longer than most of them; each still has 30 s of its own on the virtual clock.
 */
export function createCustomFunctions(host: Host): CustomFunctions {
  const list = host.program.customFunctions.filter((help) => isPublic(help.name));
  const names = new Map(list.map((help) => [help.name.toUpperCase(), help.name]));
  let warm: Warm | undefined;
  return {
    list,
    call(name, args, document) {
      const functionName = names.get(name.toUpperCase());
      if (functionName === undefined) return { ok: false, message: `Unknown function: '${name}'.` };
      if (!isWarm(warm, document, host.clock.now())) warm = warmUp(host, functionName, document);
      const result = callIn(warm.execution, functionName, args, document.timeZone);
      // What a failed call left in the realm is no start for the next.
      if (!result.ok) warm = undefined;
      return result;
    },
  };
}

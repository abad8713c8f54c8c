/** Faults by the number of a service call, for a single execution. */
import type { JsonObject } from '../document/model.ts';
import type { CallFault, Fault, FaultHook, ServiceCall } from './types.ts';

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const UNAVAILABLE = 'The service is currently unavailable.';

/** `Sheets.Spreadsheets.Values.get` as the API's own name of the method, `sheets.spreadsheets.values.get`. */
function apiName(method: string): string {
  return method.replace(/[^.]+(?=\.)/g, (part) => part.charAt(0).toLowerCase() + part.slice(1));
}

/** What the script gets from a service that fails for no reason of its own. */
function failure(method: string, message: string | undefined, when: 'before' | 'after'): Fault {
  if (!method.startsWith('Sheets.')) return { kind: 'fail', message: message ?? SERVER_ERROR, when };
  const reason = message ?? UNAVAILABLE;
  const details: JsonObject = { code: 503, message: reason, status: 'UNAVAILABLE' };
  return {
    kind: 'fail',
    name: 'GoogleJsonResponseException',
    message: `API call to ${apiName(method)} failed with error: ${reason}`,
    details,
    when,
  };
}

function faultOf({ kind, message }: CallFault, { method }: ServiceCall): Fault {
  if (kind === 'timeout') return { kind: 'timeout' };
  if (kind === 'kill-before') return { kind: 'kill', when: 'before' };
  if (kind === 'kill-after') return { kind: 'kill', when: 'after' };
  return failure(method, message, kind === 'fail' ? 'before' : 'after');
}

/**
 * Asks for the faults of one execution.
 *
 * @param faults of several for one call the first counts
 * @example faultsAt([{ call: 7, kind: 'kill-after' }])
 */
export function faultsAt(faults: readonly CallFault[]): FaultHook {
  return (call) => {
    const fault = faults.find((candidate) => candidate.call === call.n);
    return fault && faultOf(fault, call);
  };
}

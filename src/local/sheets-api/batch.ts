import { Draft } from '../document/draft.ts';
import type { DocumentState, Json, JsonObject } from '../document/model.ts';
import { invalid, SheetsApiError } from './errors.ts';
import type { RequestContext } from './requests/context.ts';
import { HANDLERS } from './requests/table.ts';
import { fieldsOf } from './schema/schema.ts';

/**
 * Applies the requests of a batch in order. All of them or, when one is refused, none: the given state stays as it is
 * and the error names the request.
 * @param requests Checked against the schema.
 */
export const applyRequests = (
  document: DocumentState,
  requests: readonly Json[],
  context: RequestContext,
): { document: DocumentState; replies: JsonObject[] } => {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const draft = new Draft(document);
  const replies = requests.map((request, i) => applyRequest(draft, request as JsonObject | null, i, context));
  return { document: draft.finish(), replies };
};

const applyRequest = (
  draft: Draft,
  request: JsonObject | null,
  index: number,
  context: RequestContext,
): JsonObject => {
  const kind = Object.keys(request ?? {})[0];
  if (kind === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
  const handler = HANDLERS[kind];
  if (!handler)
    throw new SheetsApiError('UNIMPLEMENTED', `requests[${index}].${kind} is not served by this host.`);
  try {
    const reply = handler(draft, request![kind] as JsonObject, context);
    return hasReply(kind) && reply ? { [kind]: reply } : {};
  } catch (fault) {
    throw refusalAt(fault, `Invalid requests[${index}].${kind}: `);
  }
};

const hasReply = (kind: string): boolean => fieldsOf('Response').has(kind);

/** A handler's refusal as an API error; faults of this program pass through. */
const refusalAt = (fault: unknown, place: string): unknown => {
  if (fault instanceof SheetsApiError) {
    // Failures of the service and missing rights are answered without the request's place.
    const bare = fault.status === 'INTERNAL' || fault.status === 'PERMISSION_DENIED';
    return bare ? fault : new SheetsApiError(fault.status, place + fault.message);
  }
  return fault instanceof Error && fault.constructor === Error ? invalid(place + fault.message) : fault;
};

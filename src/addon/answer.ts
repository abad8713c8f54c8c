import * as z from 'zod/mini';
import type { Issue } from '../kpi/issue.ts';
import { say } from '../text/index.ts';
import { issueSentence } from '../text/issue.ts';
import type { Answer } from './api.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { userLanguage, workbookLanguage } from './language.ts';
import { again, Refusal } from './refusal.ts';
import { serviceSentence } from './service-words.ts';

/** Names of the errors that Google's services throw: the advanced service's own, and that of all others. */
const SERVICE_ERRORS: ReadonlySet<string> = new Set(['GoogleJsonResponseException', 'Exception']);

/**
 * The sentence for anything that was thrown; never a stack trace.
 * @param error What was thrown.
 * @param gateway Access to the document, for the workbook's language and whether anything was written; undefined where
 *   there was none yet.
 */
export function sentenceOf(error: unknown, gateway: Gateway | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && SERVICE_ERRORS.has(error.name)) {
    // A service that fails is not asked for the language.
    return serviceSentence(gateway?.language ?? userLanguage(), message);
  }
  const language = gateway === undefined ? userLanguage() : workbookLanguage(gateway);
  if (error instanceof Refusal) return issueSentence(language, error.issue);
  return say(language, gateway?.hasWritten === true ? 'UNEXPECTED' : 'UNEXPECTED_UNCHANGED', { message });
}

/** Why a request is refused: a text that is too long is a person's, all else is nobody's but a programmer's. */
function requestIssue({ issues }: z.core.$ZodError): Issue {
  const most = issues.flatMap((issue) => (issue.code === 'custom' ? [issue.params?.most] : [])).find(Number);
  if (most !== undefined) return { code: 'TEXT_TOO_LONG', values: { most } };
  const [first] = issues;
  const detail = first === undefined ? '' : `${first.path.join('.')} ${first.message}`.trim();
  return { code: 'BAD_REQUEST', values: { detail } };
}

/**
 * Runs an endpoint: checks the request by its schema, answers with a value or a sentence, never throws.
 * @param schema Schema of the request.
 * @param request What came from outside.
 * @param work The endpoint's work on a checked request and the document.
 */
export function answer<S extends z.ZodMiniType, T>(
  schema: S,
  request: unknown,
  work: (request: z.infer<S>, gateway: Gateway) => T,
): Answer<T> {
  let gateway: Gateway | undefined;
  try {
    gateway = openGateway();
    const parsed = z.safeParse(schema, request ?? {});
    if (!parsed.success) {
      throw new Refusal(requestIssue(parsed.error));
    }
    return { ok: true, value: work(parsed.data, gateway) };
  } catch (error) {
    const isFinal = error instanceof Refusal && /^(?:EXPORT|FILE)_/.test(error.issue.code);
    return { ok: false, sentence: sentenceOf(error, gateway), ...(isFinal ? { isFinal } : {}) };
  }
}

/** Google lets go of a lock at the end of the run anyway: work that is done has not failed. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch {
    // See above.
  }
}

/**
 * Runs work while no other run of this document writes; from its beginning where one did all the same, as a clock trigger
 * may that knows no document of its own.
 * @param work What to do, its reading included.
 * @returns Its result; throws a Refusal with BUSY when the lock is not to be had in 20 seconds.
 */
export function locked<T>(work: () => T): T {
  // A clock trigger may run without an active document; the script's own lock then keeps two of them apart.
  const lock =
    (LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null) ?? LockService.getScriptLock();
  if (!lock.tryLock(20_000)) throw new Refusal({ code: 'BUSY' });
  try {
    return again(work);
  } finally {
    release(lock);
  }
}

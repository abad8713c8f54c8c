import * as z from 'zod/mini';
import type { Issue } from '../kpi/issue.ts';
import { type Language, say } from '../text/index.ts';
import { issueSentence } from '../text/issue.ts';
import type { Answer } from './api.ts';

/** A fault that a person must read; thrown inside the add-on, turned into a sentence at its border. */
export class Refusal extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** Language of a person before the workbook has one. */
export function userLanguage(): Language {
  return Session.getActiveUserLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The sentence for anything that was thrown; never a stack trace. */
export function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof Refusal) return issueSentence(language, error.issue);
  const message = error instanceof Error ? error.message : String(error);
  return say(language, 'SERVICE_FAILED', { message });
}

function detailOf(error: z.core.$ZodError): string {
  const first = error.issues[0];
  return first === undefined ? '' : `${first.path.join('.')} ${first.message}`.trim();
}

/**
 * Runs an endpoint: checks the request by its schema, answers with a value or a sentence, never throws.
 * @param schema Schema of the request.
 * @param request What came from outside.
 * @param work The endpoint's work on a checked request.
 */
export function answer<S extends z.ZodMiniType, T>(
  schema: S,
  request: unknown,
  work: (request: z.infer<S>) => T,
): Answer<T> {
  const parsed = z.safeParse(schema, request ?? {});
  if (!parsed.success) {
    return { ok: false, sentence: say(userLanguage(), 'BAD_REQUEST', { detail: detailOf(parsed.error) }) };
  }
  try {
    return { ok: true, value: work(parsed.data) };
  } catch (error) {
    return { ok: false, sentence: sentenceOf(error, userLanguage()) };
  }
}

/**
 * Runs work while no other run of this document writes.
 * @param work What to do.
 * @returns Its result; throws a Refusal with BUSY when the lock is not to be had in 20 seconds.
 */
export function locked<T>(work: () => T): T {
  // A clock trigger may run without an active document; the script's own lock then keeps two of them apart.
  const lock =
    (LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null) ?? LockService.getScriptLock();
  if (!lock.tryLock(20_000)) throw new Refusal({ code: 'BUSY' });
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

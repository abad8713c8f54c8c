import type { Answer, Endpoints } from '../src/addon/api.ts';

export type EndpointName = keyof Endpoints;
export type RequestOf<K extends EndpointName> = Parameters<Endpoints[K]>[0];
export type ValueOf<K extends EndpointName> = Extract<ReturnType<Endpoints[K]>, { ok: true }>['value'];

/** Why a call brought no value. */
export type Trouble =
  /** The add-on said why, in a sentence that can be shown. */
  | { readonly kind: 'said'; readonly sentence: string; readonly isFinal?: true }
  /** Nothing came back: Google drops a whole answer when one value in it cannot be sent. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'authorisation' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Neither handler was called in the time that Google gives a run. */
  | { readonly kind: 'silent' }
  /** The page was opened outside Google Sheets. */
  | { readonly kind: 'outside' };

/** What the promise of `call` rejects with. */
export class CallError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

type Runner = {
  withSuccessHandler(handle: (answer: unknown) => void): Runner;
  withFailureHandler(handle: (error: unknown) => void): Runner;
} & Readonly<Record<EndpointName, (request: unknown) => void>>;

declare const google: { readonly script: { readonly run: Runner } } | undefined;

/** Google ends a run after six minutes; the seventh is for the way there and back. */
const GIVE_UP_MS = 7 * 60_000;

// Google words these messages in the language of the user's account.
const AUTHORISATION = /authori[sz]|permission|sign ?in|log ?in|access denied|授权|权限|登录|存取|拒绝访问/i;
const CONNECTION = /network|NetworkError|connection|offline|HTTP 0\b|网络|连接/i;

function troubleOfFailure(error: unknown): Trouble {
  const message = error instanceof Error ? error.message : String(error ?? '');
  // A blank error is what several signed-in accounts look like from here.
  if (message.trim() === '' || AUTHORISATION.test(message)) return { kind: 'authorisation' };
  if (CONNECTION.test(message)) return { kind: 'connection' };
  return { kind: 'failed', message };
}

function isAnswer(answer: unknown): answer is Answer<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

/**
 * Calls an endpoint of the add-on.
 * @param name Endpoint.
 * @param request What it takes.
 * @returns The value of its answer; rejects with a CallError for everything else.
 * @example const state = await call('sidebarState', {});
 */
export function call<K extends EndpointName>(name: K, request: RequestOf<K>): Promise<ValueOf<K>> {
  return new Promise((resolve, reject) => {
    if (typeof google === 'undefined') {
      reject(new CallError({ kind: 'outside' }));
      return;
    }
    const fail = (trouble: Trouble) => {
      clearTimeout(patience);
      reject(new CallError(trouble));
    };
    const patience = setTimeout(() => fail({ kind: 'silent' }), GIVE_UP_MS);
    const succeed = (answer: unknown) => {
      if (!isAnswer(answer)) return fail({ kind: 'empty' });
      if (!answer.ok) {
        const { sentence, isFinal } = answer;
        return fail({ kind: 'said', sentence, ...(isFinal ? { isFinal } : {}) });
      }
      clearTimeout(patience);
      // The endpoint's type in src/addon/api.ts is the contract of both sides.
      resolve(answer.value as ValueOf<K>);
    };
    try {
      const runner = google.script.run
        .withSuccessHandler(succeed)
        .withFailureHandler((error) => fail(troubleOfFailure(error)));
      runner[name](request);
    } catch (error) {
      fail(troubleOfFailure(error));
    }
  });
}

/** Anything that was thrown, as trouble that can be shown. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof CallError ? error.trouble : troubleOfFailure(error);
}

import type { Draft } from '../../document/draft.ts';
import type { JsonObject } from '../../document/model.ts';
import type { Evaluate } from '../conditions/formulas.ts';
import type { SheetView } from '../view.ts';

export type RequestContext = {
  random: () => number;
  /** The moment of the call, in milliseconds since 1970. */
  now: () => number;
  /** What a sheet of the draft shows now, formulas calculated. */
  view(draft: Draft, sheetId: number): SheetView;
  /** Works out formulas of conditions over the draft as it is now. */
  evaluate(draft: Draft): Evaluate;
};

/**
 * Applies one request to a draft and returns its reply, if it has one. Refuses by throwing a plain Error with Google's
 * words; the batch puts `Invalid requests[i].kind: ` before them.
 */
export type RequestHandler = (
  draft: Draft,
  request: JsonObject,
  context: RequestContext,
) => JsonObject | undefined;

/** An id that no one of the given has. */
export const freshId = (random: () => number, taken: (id: number) => boolean): number => {
  for (;;) {
    const id = 1 + Math.floor(random() * 2147483646);
    if (!taken(id)) return id;
  }
};

import { say } from '../../text/index.ts';
import { removeRequests, type Stored, storedIn } from '../../workbook/stored.ts';
import type { Language } from '../../workbook/template.ts';
import { forgetAsked } from '../automation/authorisation.ts';
import { memoryOf } from '../automation/memory.ts';
import { forgetTold } from '../automation/stopped.ts';
import { standing } from '../automation/view.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { Refusal } from '../refusal.ts';
import { forgetTriggers, ownTriggerId, removeTick } from '../triggers.ts';

/** What went, for a sentence. */
export type RemoveOutcome = {
  readonly marks: number;
  /** Hidden sheets of the add-on. */
  readonly hidden: number;
  /** Sheets and reviews that were deleted; those that stay are ordinary ones now. */
  readonly deleted: number;
  /** Whether this person's trigger or properties went. */
  readonly personal: boolean;
};

/** Somebody else's trigger is out of reach: it would set the marks again within the hour. */
function refuseOthers(gateway: Gateway): void {
  const map = gateway.readMap();
  const memory = memoryOf(map, gateway.id);
  const email = Session.getEffectiveUser().getEmail();
  const { on, isMine, isGone } = standing(memory, ownTriggerId(), email, nowIn(map.timeZone).serial);
  if (!on || isMine || isGone) return;
  throw new Refusal({ code: 'REMOVE_OTHERS', values: { owner: memory.trigger?.owner ?? '' } });
}

/**
 * What would go.
 * @param gateway Access to the document.
 * @returns What the workbook holds of the add-on; throws a Refusal where the automation runs in the name of somebody
 *   else, who alone can take it away.
 */
export function lookForStored(gateway: Gateway): Stored {
  refuseOthers(gateway);
  return storedIn(gateway.readMarked());
}

/**
 * Removes everything that the add-on stored for this spreadsheet: marks, hidden sheets and names in one atomic batch,
 * then this person's trigger and properties. To run it again finishes what a run that died left.
 * @param gateway Access to the document.
 * @param withSheets Whether its sheets and reviews are deleted, too.
 * @returns What went; throws a Refusal as `lookForStored` does.
 */
export function removeJob(gateway: Gateway, withSheets: boolean): RemoveOutcome {
  const stored = lookForStored(gateway);
  gateway.write(removeRequests(stored, withSheets));
  const { id } = gateway;
  const had = [ownTriggerId() !== undefined, forgetTriggers(id), forgetAsked(id), forgetTold(id)];
  removeTick();
  return {
    marks: stored.marks,
    hidden: stored.hidden.length,
    deleted: withSheets ? stored.sheets.length : 0,
    personal: had.includes(true),
  };
}

/**
 * What was removed, as a person reads it.
 * @param language Language of the reader.
 * @param outcome What `removeJob` returned.
 */
export function removeSentence(language: Language, outcome: RemoveOutcome): string {
  const { marks, hidden, deleted, personal } = outcome;
  if (marks + hidden + deleted === 0 && !personal) return say(language, 'REMOVE_NOTHING');
  const code = deleted > 0 ? 'REMOVE_DONE_SHEETS' : 'REMOVE_DONE';
  return say(language, code, { marks, hidden, sheets: deleted });
}

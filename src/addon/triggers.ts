import { locked, sentenceOf } from './answer.ts';
import { askForAuthorisation, authorisationUrl } from './automation/authorisation.ts';
import { runJobs, type Turn, turnOf } from './automation/run.ts';
import { tellStop } from './automation/stopped.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { Refusal } from './refusal.ts';

/** User property that remembers for which document a trigger was made: a clock trigger names none. */
const TRIGGER_PREFIX = 'trigger:';
const TICK = 'onTick';

type TickEvent = { readonly triggerUid?: string };

function ownTriggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === TICK);
}

/** Id of this user's hourly trigger for this document; undefined where there is none. */
export function ownTriggerId(): string | undefined {
  return ownTriggers()[0]?.getUniqueId();
}

/**
 * Installs the one hourly trigger of this user and document. Only where there is none: Google allows one, and rations
 * how often one is made.
 * @param gateway Access to the document, whose id the trigger's runs need.
 * @param timeZone Zone of the spreadsheet.
 * @param own Id of the one that is there.
 * @returns Id of the trigger.
 */
export function installTick(gateway: Gateway, timeZone: string, own: string | undefined): string {
  const id =
    own ?? ScriptApp.newTrigger(TICK).timeBased().everyHours(1).inTimezone(timeZone).create().getUniqueId();
  PropertiesService.getUserProperties().setProperty(TRIGGER_PREFIX + id, gateway.id);
  return id;
}

/** Takes this user's hourly triggers of this document away; other people's are out of reach. */
export function removeTick(): void {
  const properties = PropertiesService.getUserProperties();
  for (const trigger of ownTriggers()) {
    properties.deleteProperty(TRIGGER_PREFIX + trigger.getUniqueId());
    ScriptApp.deleteTrigger(trigger);
  }
}

/**
 * Forgets which of this user's triggers were for a document, those that are gone at Google's too.
 * @param document Id of the spreadsheet.
 * @returns Whether there was anything to forget.
 */
export function forgetTriggers(document: string): boolean {
  const properties = PropertiesService.getUserProperties();
  const found = Object.entries(properties.getProperties()).filter(
    ([key, value]) => key.startsWith(TRIGGER_PREFIX) && value === document,
  );
  for (const [key] of found) properties.deleteProperty(key);
  return found.length > 0;
}

function documentOf(triggerUid: string): string | undefined {
  return PropertiesService.getUserProperties().getProperty(TRIGGER_PREFIX + triggerUid) ?? undefined;
}

const isBusy = (error: unknown): boolean => error instanceof Refusal && error.issue.code === 'BUSY';

/** A run's turn, undefined where it has none; what keeps it from one is told to the owner here, since no job will. */
function turnOrTell(gateway: Gateway, triggerId: string, startedAt: number): Turn | undefined {
  try {
    return turnOf(gateway, triggerId, startedAt);
  } catch (error) {
    tellStop(gateway, sentenceOf(error, gateway));
    throw error;
  }
}

function runTick(gateway: Gateway, triggerId: string, startedAt: number): string | undefined {
  const turn = turnOrTell(gateway, triggerId, startedAt);
  return turn === undefined ? undefined : runJobs(turn)[0]?.sentence;
}

/** What failed, as a sentence; undefined where nothing did, or where the next tick does the work. */
function tick({ triggerUid = '' }: TickEvent, startedAt: number): string | undefined {
  let gateway: Gateway | undefined;
  try {
    const document = documentOf(triggerUid);
    const url = authorisationUrl();
    if (url !== '') {
      askForAuthorisation(document ?? '', url);
      return undefined;
    }
    const opened = openGateway(document);
    gateway = opened;
    return locked(() => runTick(opened, triggerUid, startedAt));
  } catch (error) {
    // Someone is just writing.
    return isBusy(error) ? undefined : sentenceOf(error, gateway);
  }
}

/**
 * The hourly trigger. It may run for two users at once: the lock, the memory in the workbook and the derived sheet ids
 * keep it safe.
 * @param event Event of Google, which names the trigger. Faults are thrown as sentences after every job had its turn, so
 *   that Google's list of runs shows them.
 */
export function onTick(event: TickEvent): void {
  const sentence = tick(event, Date.now());
  if (sentence !== undefined) throw new Error(sentence);
}

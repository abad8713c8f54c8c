import { type Letter, subjectOf } from '../../review/digest/letter.ts';
import { isAddress } from '../../review/digest/people.ts';
import { type Language, say } from '../../text/index.ts';
import { changeRequests } from '../../workbook/changes.ts';
import type { Gateway } from '../gateway.ts';
import { issueChange, writeSeen } from '../jobs/context.ts';
import { userLanguage } from '../language.ts';
import { nowIn } from '../now.ts';
import { sendLetter } from './mail.ts';

/** User property with the day on which the owner was told last, by spreadsheet: its settings may be gone. */
const TOLD_PREFIX = 'stopped:';

/**
 * A letter to the owner of a trigger on what did not run.
 * @param faults Sentences.
 * @param title Title of the spreadsheet.
 * @param url Its address; empty where it is not known.
 */
export function faultLetter(
  faults: readonly string[],
  title: string,
  url: string,
  language: Language,
): Letter {
  const subject = say(language, 'FAULT_MAIL_SUBJECT', { title });
  return {
    subject: subjectOf(subject),
    title: subject,
    sentences: [...faults, say(language, 'FAULT_MAIL_NEXT')],
    sections: [],
    ...(url === '' ? {} : { link: { text: say(language, 'MAIL_OPEN'), url } }),
    footer: say(language, 'FAULT_MAIL_FOOTER'),
  };
}

/** A row in the sheet of issues, which needs no settings; whatever is wrong with the sheet keeps no mail from going. */
function noteStop(gateway: Gateway, reason: string, language: Language): void {
  try {
    const map = gateway.readMap();
    if (!map.sheets.has('issues')) return;
    const { tables } = gateway.readValues(map, { issues: 'all' });
    const context = { map, tables, settings: { language }, found: [], now: nowIn(map.timeZone) };
    const change = issueChange(context, [{ code: 'NOTHING_RAN', found: reason, values: { reason } }]);
    writeSeen(gateway, map, changeRequests(map, tables, [change], language));
  } catch {
    // The mail says it.
  }
}

function mailStop(gateway: Gateway, reason: string, language: Language): void {
  try {
    const owner = Session.getEffectiveUser().getEmail();
    if (!isAddress(owner)) return;
    const { title, url } = placeOf(gateway);
    const sentence = say(language, 'NOTHING_RAN', { reason });
    sendLetter(owner, faultLetter([sentence], title, url, language), language);
  } catch {
    // No mail left, or none allowed: Google's list of runs says it.
  }
}

/** Of a spreadsheet that is out of reach its id has to do. */
function placeOf(gateway: Gateway): { title: string; url: string } {
  const url = `https://docs.google.com/spreadsheets/d/${gateway.id}/edit`;
  try {
    const map = gateway.readMap();
    return { title: map.title, url: map.url || url };
  } catch {
    return { title: gateway.id, url };
  }
}

/**
 * Tells the owner of a trigger that its run ended before any job had its turn, such as without the sheet of settings:
 * by mail, and among the issues of the workbook; once a day at most.
 * @param gateway Access to the document.
 * @param reason What kept it, as a sentence.
 */
export function tellStop(gateway: Gateway, reason: string): void {
  const properties = PropertiesService.getUserProperties();
  const today = Utilities.formatDate(new Date(), 'Etc/UTC', 'yyyy-MM-dd');
  if (properties.getProperty(TOLD_PREFIX + gateway.id) === today) return;
  properties.setProperty(TOLD_PREFIX + gateway.id, today);
  const language = gateway.language ?? userLanguage();
  noteStop(gateway, reason, language);
  mailStop(gateway, reason, language);
}

import { subjectOf } from '../../review/digest/letter.ts';
import { isAddress } from '../../review/digest/people.ts';
import { say } from '../../text/index.ts';
import { userLanguage } from '../language.ts';
import { sendLetter } from './mail.ts';

/** User property with the day on which the owner was asked last, by spreadsheet: sheets may be out of reach now. */
const ASKED_PREFIX = 'asked:';

/**
 * Forgets when this user was asked for a permission.
 * @param document Id of the spreadsheet.
 * @returns Whether there was anything to forget.
 */
export function forgetAsked(document: string): boolean {
  const properties = PropertiesService.getUserProperties();
  const isThere = properties.getProperty(ASKED_PREFIX + document) !== null;
  if (isThere) properties.deleteProperty(ASKED_PREFIX + document);
  return isThere;
}

/**
 * Where the person who runs this can allow what the add-on lacks.
 * @returns Google's address; empty where nothing is lacking.
 */
export function authorisationUrl(): string {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return '';
  return info.getAuthorizationUrl() ?? '';
}

/**
 * Asks the owner of a trigger by mail to allow the add-on again, once a day at most: a trigger that lacks permission
 * does nothing, and Google tells nobody.
 * @param document Id of the spreadsheet; empty where it is not known.
 * @param url Where it can be allowed.
 */
export function askForAuthorisation(document: string, url: string): void {
  const properties = PropertiesService.getUserProperties();
  const today = Utilities.formatDate(new Date(), 'Etc/UTC', 'yyyy-MM-dd');
  if (properties.getProperty(ASKED_PREFIX + document) === today) return;
  properties.setProperty(ASKED_PREFIX + document, today);
  try {
    const owner = Session.getEffectiveUser().getEmail();
    if (!isAddress(owner)) return;
    const language = userLanguage();
    const title = say(language, 'AUTHORISE_SUBJECT');
    const sheet = document === '' ? '' : `https://docs.google.com/spreadsheets/d/${document}/edit`;
    const letter = {
      subject: subjectOf(title),
      title,
      sentences: [say(language, 'AUTHORISE_LEAD'), ...(sheet === '' ? [] : [sheet])],
      sections: [],
      link: { text: say(language, 'AUTHORISE_LINK'), url },
      footer: say(language, 'FAULT_MAIL_FOOTER'),
    };
    sendLetter(owner, letter, language);
  } catch {
    // Mail may be what is not allowed: the sidebar says it.
  }
}

import { htmlOf } from '../../review/digest/html.ts';
import type { Letter } from '../../review/digest/letter.ts';
import type { Person } from '../../review/digest/people.ts';
import { textOf } from '../../review/digest/text.ts';
import { type Language, say } from '../../text/index.ts';
import { listed } from '../../text/row.ts';

/**
 * Sends a letter to one person, as text and as HTML.
 * @param to Address.
 * @param letter What is said. Throws what Google answers, such as that the day's mail is used up.
 */
export function sendLetter(to: string, letter: Letter, language: Language): void {
  MailApp.sendEmail({
    to,
    name: say(language, 'PRODUCT'),
    subject: letter.subject,
    body: textOf(letter),
    htmlBody: htmlOf(letter),
  });
}

/** How many more mails Google sends for this person today. */
export function mailsLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/**
 * Parts people into those who get mail now and those who have to wait, where the day's mail is short.
 * @param people In the order in which they matter.
 * @returns Both, and how many mails are left.
 */
export function withinQuota(people: readonly Person[]): {
  now: readonly Person[];
  later: readonly Person[];
  left: number;
} {
  const left = people.length === 0 ? 0 : Math.max(0, mailsLeft());
  return { now: people.slice(0, left), later: people.slice(left), left };
}

/**
 * Sends a mail and says whether it went out. Google may answer with an error though it did: the day's mail is then one
 * less, and nobody gets it twice. Where it is more, since a new day of Google's has begun, nobody knows: it counts as sent.
 * @param send Sends it.
 * @param left How many mails were left before.
 */
export function isOut(send: () => void, left: number): boolean {
  try {
    send();
    return true;
  } catch {
    try {
      return mailsLeft() !== left;
    } catch {
      return false;
    }
  }
}

/** Names as a sentence has them; who has none is called by the address. */
export function namesText(people: readonly Person[], language: Language): string {
  return listed(
    people.map(({ name, email }) => name || email),
    language,
  );
}

/** Mail that the add-on sent: it stays in the host's outbox and is shown as a mail program shows it. */
import type { ShownMail } from '../../automation/messages.ts';
import { element } from '../dom.ts';
import { words } from '../server.ts';
import { fill, second } from './format.ts';
import { KeyedList } from './keyed.ts';

/** A mail as an entry that opens. What is in it loads when it is opened. */
export function mailEntry(mail: ShownMail): HTMLDetailsElement {
  const subject = mail.subject || words.noSubject;
  const entry = element(
    'details',
    { class: 'wb-entry wb-mail' },
    element(
      'summary',
      {},
      element('span', { class: 'wb-entry-name' }, subject),
      element('span', { class: 'wb-quiet' }, mail.to),
      element('time', { class: 'wb-quiet' }, second(mail.sentAt)),
    ),
  );
  entry.addEventListener('toggle', () => {
    if (entry.open && entry.children.length === 1) entry.append(mailBody(mail, subject));
  });
  return entry;
}

function mailBody(mail: ShownMail, subject: string): HTMLElement {
  const rows: [string, string][] = [
    [words.mailFrom, mail.from],
    [words.mailTo, mail.to],
    [words.mailCc, mail.cc],
    [words.attachments, mail.attachments.join(', ')],
  ];
  const head = rows
    .filter(([, text]) => text !== '')
    .flatMap(([word, text]) => [element('dt', {}, word), element('dd', {}, text)]);
  const frame = element('iframe', {
    class: 'wb-mail-frame',
    sandbox: '',
    src: `/mail/${mail.number}`,
    title: fill(words.mailBody, { subject }),
  });
  const text = element('pre', { class: 'wb-mail-text', tabindex: '0', hidden: true }, mail.text);
  const choice = (word: string, asText: boolean) => {
    const button = element('button', { class: 'wb-choice', type: 'button' }, word);
    button.setAttribute('aria-pressed', String(!asText));
    button.addEventListener('click', () => {
      frame.hidden = asText;
      text.hidden = !asText;
      for (const each of choices) each.setAttribute('aria-pressed', String(each === button));
    });
    return button;
  };
  const choices = [choice(words.asHtml, false), choice(words.asText, true)];
  return element(
    'div',
    { class: 'wb-entry-body' },
    element('dl', {}, ...head),
    element('div', { class: 'wb-choices' }, ...choices),
    frame,
    text,
  );
}

const entries = element('div', { class: 'wb-entries' });
const none = element('p', { class: 'wb-quiet' }, words.noMails);
const list = new KeyedList<ShownMail>(entries, ({ number }) => number, mailEntry);

/** The list of mails. */
export const mailList = element('div', {}, none, entries);

/** Shows the outbox. */
export function showMails(mails: readonly ShownMail[]): void {
  none.hidden = mails.length > 0;
  list.show(mails);
}

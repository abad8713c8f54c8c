/** `MailApp`: mail goes into the host's outbox, with the daily allowance counted. */
import { MILLISECONDS_A_DAY } from '../../document/zone.ts';
import type { Execution } from '../execution.ts';
import type { Host } from '../host.ts';
import { mismatch, ScriptError, ServiceObject } from '../service.ts';
import type { Attachment, Mail } from '../types.ts';
import { attachmentOf } from './blob.ts';

const RECIPIENTS_A_MAIL = 50;
const SUBJECT_CHARACTERS = 250;
const BODY_BYTES = 200 * 1024;
const ATTACHMENT_BYTES = 25 * 1024 * 1024;

function addresses(list: string): string[] {
  return list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function checkAddresses(list: string): void {
  for (const address of addresses(list)) {
    const plain = /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(plain)) throw new ScriptError(`Invalid email: ${address}`);
  }
}

function recipients(mail: Mail): number {
  return addresses(mail.to).length + addresses(mail.cc).length + addresses(mail.bcc).length;
}

function remaining(host: Host, from: string): number {
  const since = host.clock.now() - MILLISECONDS_A_DAY;
  const sent = host.outbox.filter((mail) => mail.from === from && mail.sentAt > since);
  return host.settings.mailRecipientsADay - sent.reduce((total, mail) => total + recipients(mail), 0);
}

type Fields = Record<string, unknown>;

/** `(to, subject, body, options?)`, `(to, replyTo, subject, body)` or `(message)`. */
function fieldsOf(args: readonly unknown[]): Fields {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) return first as Fields;
  if (args.length < 3 || args.length > 4 || typeof first !== 'string')
    throw mismatch('MailApp.sendEmail', args);
  if (typeof fourth === 'string') return { to: first, replyTo: second, subject: third, body: fourth };
  return { ...(fourth as Fields | undefined), to: first, subject: second, body: third };
}

function attachmentsOf(execution: Execution, value: unknown): Attachment[] {
  if (value === undefined) return [];
  return Array.from(value as ArrayLike<unknown>, (blob) => {
    const attachment = attachmentOf(execution.realm.unwrap(blob));
    if (!attachment) throw mismatch('MailApp.sendEmail', [value]);
    return attachment;
  });
}

function mailOf(execution: Execution, args: readonly unknown[]): Mail {
  const fields = fieldsOf(args);
  const text = (key: string): string => (fields[key] === undefined ? '' : String(fields[key]));
  return {
    from: execution.start.user.email,
    to: text('to'),
    cc: text('cc'),
    bcc: text('bcc'),
    replyTo: text('replyTo'),
    name: text('name'),
    subject: text('subject'),
    body: text('body'),
    htmlBody: text('htmlBody'),
    attachments: attachmentsOf(execution, fields.attachments),
    sentAt: execution.host.clock.now(),
    executionId: execution.record.id,
  };
}

/** What a single mail may hold. */
function refuseTooLarge(mail: Mail): void {
  if (mail.subject.length > SUBJECT_CHARACTERS) throw new ScriptError('Argument too large: subject');
  if (recipients(mail) > RECIPIENTS_A_MAIL) {
    throw new ScriptError('Limit Exceeded: Email Recipients Per Message.');
  }
  if (Buffer.byteLength(mail.body) > BODY_BYTES || Buffer.byteLength(mail.htmlBody) > BODY_BYTES) {
    throw new ScriptError('Limit Exceeded: Email Body Size.');
  }
  const attached = mail.attachments.reduce(
    (total, { base64 }) => total + Buffer.byteLength(base64, 'base64'),
    0,
  );
  if (attached > ATTACHMENT_BYTES) throw new ScriptError('Limit Exceeded: Email Total Attachments Size.');
}

/**
 * `MailApp` of one execution: mails go to the host's outbox. Wrong addresses and a used-up quota are errors in the
 * script.
 */
export function createMailApp(execution: Execution): ServiceObject {
  const { host, start } = execution;
  return new ServiceObject('MailApp', {
    getRemainingDailyQuota: () => remaining(host, start.user.email),
    sendEmail: (...args) => {
      const mail = mailOf(execution, args);
      if (recipients(mail) === 0) throw new ScriptError('Failed to send email: no recipient');
      for (const list of [mail.to, mail.cc, mail.bcc, mail.replyTo]) checkAddresses(list);
      if (/[\r\n]/.test(mail.subject)) throw new ScriptError('Invalid argument: subject');
      refuseTooLarge(mail);
      if (recipients(mail) > remaining(host, mail.from)) {
        throw new ScriptError('Service invoked too many times for one day: email.');
      }
      host.outbox.push(mail);
      host.emit({ type: 'mail', mail });
    },
  });
}

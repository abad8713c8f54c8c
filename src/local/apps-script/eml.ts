/** Mails as `.eml` files, which any mail program opens. */
import type { Mail } from './types.ts';

const LINE = 76;

function base64Lines(data: Buffer | string): string {
  const text =
    typeof data === 'string' ? Buffer.from(data, 'utf8').toString('base64') : data.toString('base64');
  return text.replace(new RegExp(`(.{${LINE}})`, 'g'), '$1\r\n');
}

/** A header's text, encoded where it is not plain ASCII. */
function encodedText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    // An encoded word may be 75 characters long: 45 bytes of text.
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

function textPart(type: string, text: string): string {
  return `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(text)}\r\n`;
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

function content(mail: Mail): string {
  const plain = textPart('text/plain', mail.body);
  const text = mail.htmlBody
    ? multipart('alternative', 'alternative-part', [plain, textPart('text/html', mail.htmlBody)])
    : plain;
  if (mail.attachments.length === 0) return text;
  const files = mail.attachments.map((file) => {
    const name = encodedText(file.name);
    const disposition = `Content-Disposition: attachment; filename="${name}"`;
    const encoding = 'Content-Transfer-Encoding: base64';
    const data = base64Lines(Buffer.from(file.base64, 'base64'));
    return `Content-Type: ${file.contentType}\r\n${disposition}\r\n${encoding}\r\n\r\n${data}\r\n`;
  });
  return multipart('mixed', 'mixed-part', [text, ...files]);
}

/** The text of the `.eml` file of a mail. */
export function toEml(mail: Mail): string {
  const from = mail.name ? `${encodedText(mail.name)} <${mail.from}>` : mail.from;
  const headers: [string, string][] = [
    ['Date', new Date(mail.sentAt).toUTCString().replace('GMT', '+0000')],
    ['From', from],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
    ['Reply-To', mail.replyTo],
    ['Subject', encodedText(mail.subject)],
    ['MIME-Version', '1.0'],
  ];
  const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\r\n`);
  return lines.join('') + content(mail);
}

import { toEml } from '../../../src/local/apps-script/eml.ts';
import { ANA, addOn, NOW } from './fixture.ts';

const f = (body: string) => `function f(a, b, c) { ${body} }`;

describe('MailApp', () => {
  test('the three forms end in the outbox', () => {
    const code = f(`
      MailApp.sendEmail('x@y.z', 'S', 'B', { htmlBody: '<b>B</b>', cc: 'c@y.z', name: 'Review' });
      MailApp.sendEmail('x@y.z', 'reply@y.z', 'S2', 'B2');
      MailApp.sendEmail({ to: 'x@y.z', subject: 'S3', body: 'B3', attachments: [Utilities.newBlob('a,b', 'text/csv', 'a.csv')] });`);
    const { runtime, value } = addOn(code);
    value('f');
    expect(runtime.host.outbox).toMatchObject([
      {
        from: ANA.email,
        to: 'x@y.z',
        cc: 'c@y.z',
        subject: 'S',
        body: 'B',
        htmlBody: '<b>B</b>',
        name: 'Review',
        sentAt: NOW.getTime(),
      },
      { subject: 'S2', body: 'B2', replyTo: 'reply@y.z' },
      { subject: 'S3', attachments: [{ name: 'a.csv', contentType: 'text/csv', base64: 'YSxi' }] },
    ]);
  });

  test.each([
    ['MailApp.sendEmail("nobody", "s", "b")', 'Exception: Invalid email: nobody'],
    ['MailApp.sendEmail("", "s", "b")', 'Exception: Failed to send email: no recipient'],
    ['MailApp.sendEmail("a@b.c", "s\\nBcc: x@y.z", "b")', 'Exception: Invalid argument: subject'],
  ])('%s', (call, message) => {
    expect(addOn(f(call)).failure('f')).toBe(message);
  });

  test('the allowance of a company account is 1,500', () => {
    const code = f('return MailApp.getRemainingDailyQuota()');
    expect(addOn(code).value('f')).toBe(100);
    expect(addOn(code, { settings: { mailRecipientsADay: 1500 } }).value('f')).toBe(1500);
  });

  test('copies count as recipients', () => {
    const code = f(
      'MailApp.sendEmail("a@b.c", "s", "b", { cc: "d@e.f,g@h.i", bcc: "j@k.l" }); return MailApp.getRemainingDailyQuota()',
    );
    expect(addOn(code).value('f')).toBe(96);
  });

  const many = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@example.com`).join(',');
  test.each([
    [`MailApp.sendEmail('${many(51)}', 's', 'b')`, 'Limit Exceeded: Email Recipients Per Message.'],
    [`MailApp.sendEmail('a@b.c', 's', 'x'.repeat(204801))`, 'Limit Exceeded: Email Body Size.'],
    [
      `MailApp.sendEmail({ to: 'a@b.c', subject: 's', htmlBody: 'x'.repeat(204801) })`,
      'Limit Exceeded: Email Body Size.',
    ],
    [`MailApp.sendEmail('a@b.c', 's'.repeat(251), 'b')`, 'Argument too large: subject'],
    [
      `MailApp.sendEmail({ to: 'a@b.c', subject: 's', attachments: [Utilities.newBlob('x'.repeat(26214401))] })`,
      'Limit Exceeded: Email Total Attachments Size.',
    ],
  ])('what one mail may hold: %.60s', (call, message) => {
    const { runtime, failure } = addOn(f(call));
    expect(failure('f')).toBe(`Exception: ${message}`);
    expect(runtime.host.outbox).toEqual([]);
  });

  test('a mail knows the execution that sent it', () => {
    const { runtime, value } = addOn(f('MailApp.sendEmail("a@b.c", "s", "b")'));
    value('f');
    expect(runtime.host.outbox[0]?.executionId).toBe(runtime.host.executions[0]?.id);
  });

  test('recipients of a day are counted', () => {
    const code = f('MailApp.sendEmail(a, "s", "b"); return MailApp.getRemainingDailyQuota()');
    const { runtime, value, failure } = addOn(code, { settings: { mailRecipientsADay: 3 } });
    expect(value('f', 'a@b.c,d@e.f')).toBe(1);
    expect(failure('f', 'a@b.c,d@e.f')).toBe('Exception: Service invoked too many times for one day: email.');
    runtime.host.clock.advance(86400000);
    expect(value('f', 'a@b.c')).toBe(2);
  });
});

test('an .eml file: encoded subject, both bodies, attachment', () => {
  const eml = toEml({
    ...{ from: 'ana@example.com', to: 'bo@example.com', cc: '', bcc: '', replyTo: '', name: 'Content KPI' },
    ...{ subject: '周报 2026-W47', body: 'Hello', htmlBody: '<p>周报</p>', sentAt: NOW.getTime() },
    attachments: [{ name: 'a.csv', contentType: 'text/csv', base64: 'YSxi' }],
  });
  const words = /Subject: ((?:=\?UTF-8\?B\?[^?]+\?=\s*)+)/.exec(eml)?.[1] ?? '';
  const subject = [...words.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)]
    .map((match) => Buffer.from(match[1]!, 'base64').toString())
    .join('');
  expect(subject).toBe('周报 2026-W47');
  expect(eml).toContain('From: Content KPI <ana@example.com>\r\n');
  expect(eml).toContain('Date: Sun, 22 Nov 2026 10:20:00 +0000\r\n');
  expect(eml).toContain(Buffer.from('<p>周报</p>').toString('base64'));
  expect(eml).toContain('filename="a.csv"');
});

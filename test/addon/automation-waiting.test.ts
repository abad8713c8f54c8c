/** The digest of a week whose files are not in when the review is written: files are asked for, and figures follow. */
import type { Machine, Mail } from '../../src/local/machine.ts';
import { call, importText, loadRows } from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import {
  automated,
  automationOf,
  lastRun,
  leaveMails,
  mailsOf,
  onlyJobs,
  set,
  setClock,
  TEAM,
  tickAt,
} from './automated.ts';

const ASKS = 'Weekly review 2026-W32: waiting for files';
const TELLS = 'Weekly review 2026-W32: 0 red, 0 amber';
const toAll = (subject: string): string[] => TEAM.map(({ email }) => `${email}: ${subject}`);

/** Three people with addresses, and no other job than the two. */
function team(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = automated({ language });
  loadRows(machine, 'team', TEAM);
  onlyJobs(machine, 'review', 'digest');
  return machine;
}

/** The digest of W31 is out, and no mail since. */
function told(machine: Machine = team()): Machine {
  tickAt(machine, '2026-08-03 09:10');
  (machine.outbox as Mail[]).length = 0;
  return machine;
}

/** The week 2026-W32 is over, and nobody has brought its file in. */
function waiting(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = told(team(language));
  tickAt(machine, '2026-08-10 09:10');
  return machine;
}

/** The week 2026-W32 was closed by hand, without its file, before any mail. */
function closedEmpty(): Machine {
  const machine = told();
  setClock(machine, '2026-08-10 07:30');
  call(machine, 'writeReview', { week: '2026-W32' });
  call(machine, 'closeReview', { week: '2026-W32' });
  return machine;
}

/** The account's file up to a day, half an hour before the next tick. */
function bringIn(machine: Machine, at: string, asOf: string): void {
  setClock(machine, at);
  const video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 260, hours: 2.6 };
  importText(machine, youtube([video]), { asOf, account: 'art' });
}

const tickEach = (machine: Machine, ...times: string[]): void => {
  for (const time of times) tickAt(machine, time);
};

test('asks for the files, once, and says that figures follow', () => {
  const machine = waiting();
  expect(mailsOf(machine)).toEqual(toAll(ASKS));
  expect(machine.outbox[0]?.body).toContain('\n• The digest follows once files are in: ');
  expect(machine.outbox[0]?.body).toContain(
    '\nMissing files\n• art · Platform YouTube · Days without data Aug 3 – 9',
  );
  // What is asked for stands before all other lists.
  expect(machine.outbox[0]?.body.indexOf('Missing files')).toBeLessThan(
    machine.outbox[0]?.body.indexOf('Open the review') ?? 0,
  );
  expect(lastRun(machine, 'digest')).toBe(
    'ok: Files of 2026-W32 are missing: 3 mails ask for them; the digest follows.',
  );
  tickEach(machine, '2026-08-10 10:10', '2026-08-11 09:10', '2026-08-12 09:10');
  expect(machine.outbox).toHaveLength(3);
});

test('comes in the hour after the last missing file, once', () => {
  const machine = waiting();
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  tickAt(machine, '2026-08-10 11:10');
  expect(mailsOf(machine)).toEqual([...toAll(ASKS), ...toAll(TELLS)]);
  expect(machine.outbox[3]?.body).not.toContain('The digest follows');
  expect(lastRun(machine, 'digest')).toBe('ok: Digest of 2026-W32: 3 mails sent.');
  tickEach(machine, '2026-08-10 12:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(6);
});

test('where days are missing yet, comes the next morning with what there is', () => {
  const machine = waiting();
  bringIn(machine, '2026-08-10 10:40', '2026-08-06');
  tickEach(machine, '2026-08-10 11:10', '2026-08-11 08:10');
  expect(machine.outbox).toHaveLength(3);
  tickAt(machine, '2026-08-11 09:10');
  expect(mailsOf(machine).slice(3)).toEqual(toAll(TELLS));
  bringIn(machine, '2026-08-11 10:40', '2026-08-09');
  tickEach(machine, '2026-08-11 11:10', '2026-08-12 09:10');
  expect(machine.outbox).toHaveLength(6);
});

test('an import that is taken back before anyone was told makes no digest', () => {
  const machine = waiting();
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  call(machine, 'undoImport', {});
  tickEach(machine, '2026-08-10 11:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(3);
});

test('who was not asked for want of mail gets the figures all the same', () => {
  const machine = told();
  setClock(machine, '2026-08-10 09:00');
  leaveMails(machine, 1);
  tickAt(machine, '2026-08-10 09:10');
  expect(mailsOf(machine)).toEqual(toAll(ASKS).slice(0, 1));
  bringIn(machine, '2026-08-11 08:40', '2026-08-09');
  tickAt(machine, '2026-08-11 09:10');
  expect(mailsOf(machine).slice(1)).toEqual(toAll(TELLS));
});

test('a run that is killed while figures go out sends nobody the same twice', () => {
  const machine = waiting();
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  let sent = 0;
  machine.setFaults(({ method }) => {
    if (method !== 'MailApp.sendEmail' || ++sent !== 2) return undefined;
    return { kind: 'kill', when: 'after' };
  });
  expect(tickAt(machine, '2026-08-10 11:10').ok).toBe(false);
  machine.setFaults(undefined);
  tickEach(machine, '2026-08-10 12:10', '2026-08-11 09:10');
  const told = mailsOf(machine).filter((mail) => mail.endsWith(TELLS));
  expect(new Set(told).size).toBe(told.length);
  expect(told.length).toBeGreaterThan(1);
});

test('in Chinese', () => {
  const machine = waiting('zh-CN');
  expect(mailsOf(machine)).toEqual(toAll('2026-W32 周复盘：等待文件'));
  expect(machine.outbox[0]?.body).toContain('摘要将在文件导入后另行发送');
  expect(lastRun(machine, 'digest')).toBe('ok: 2026-W32 的文件不齐：已发送 3 封邮件提醒导入，摘要随后发送。');
});

describe('with two accounts', () => {
  const OTHER = { id: 'G3HVs95pagk', published: 'Jan 5, 2026', likes: 5, hours: 0.6 };
  const bead = (machine: Machine, at: string, asOf: string, views: number): void => {
    setClock(machine, at);
    importText(machine, youtube([{ ...OTHER, views }]), { asOf, account: 'bead' });
  };
  const two = (): Machine => {
    const machine = team();
    bead(machine, '2026-08-03 08:30', '2026-07-26', 10);
    bead(machine, '2026-08-03 08:40', '2026-08-02', 20);
    told(machine);
    tickAt(machine, '2026-08-10 09:10');
    return machine;
  };

  test('each day begins with a look; the first file is followed the day after, the last one at once', () => {
    const machine = two();
    tickAt(machine, '2026-08-11 09:10');
    expect(lastRun(machine, 'digest')).toBe('ok: Digest of 2026-W32: waits for the missing files.');
    bringIn(machine, '2026-08-11 10:40', '2026-08-09');
    tickEach(machine, '2026-08-11 11:10', '2026-08-12 08:10');
    expect(mailsOf(machine)).toEqual(toAll(ASKS));
    bead(machine, '2026-08-12 08:20', '2026-08-09', 50);
    tickAt(machine, '2026-08-12 08:30');
    expect(mailsOf(machine).slice(3)).toEqual(toAll(TELLS));
  });

  test('of which one never comes, the digest says what there is', () => {
    const machine = two();
    bringIn(machine, '2026-08-10 10:40', '2026-08-09');
    tickEach(machine, '2026-08-10 11:10', '2026-08-11 09:10', '2026-08-12 09:10', '2026-08-13 09:10');
    expect(mailsOf(machine)).toHaveLength(6);
    expect(machine.outbox[3]?.body).toContain('Missing files\n• bead · ');
  });
});

test('the sidebar shows that it is looked at every day', () => {
  const next = (machine: Machine) => automationOf(machine).jobs.find(({ key }) => key === 'digest')?.next;
  const machine = waiting();
  const asked = next(machine);
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  // Before the next run, which sends it.
  expect(String(next(machine))).toMatch(/2026-08-10 10:40/);
  tickAt(machine, '2026-08-10 11:10');
  expect(String(asked)).toMatch(/2026-08-11 09:00/);
  expect(String(next(machine))).toMatch(/2026-08-17 09:00/);
});

test('a week that was closed empty promises nothing, and nothing follows', () => {
  const machine = closedEmpty();
  tickAt(machine, '2026-08-10 09:10');
  expect(mailsOf(machine)).toEqual(toAll('Weekly review 2026-W32: no figures yet'));
  expect(machine.outbox[0]?.body).not.toContain('The digest follows');
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  tickEach(machine, '2026-08-10 11:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(3);
});

test('a week that closes empty after files were asked for ends the waiting without a mail', () => {
  const machine = waiting();
  setClock(machine, '2026-08-10 12:00');
  call(machine, 'closeReview', { week: '2026-W32' });
  tickAt(machine, '2026-08-10 12:10');
  const last = lastRun(machine, 'digest');
  tickEach(machine, '2026-08-10 13:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(3);
  expect(lastRun(machine, 'digest')).toBe(last);
});

test('who was not reached before an import was taken back hears of the figures once they are back', () => {
  const machine = told();
  bringIn(machine, '2026-08-10 08:40', '2026-08-09');
  leaveMails(machine, 1);
  tickAt(machine, '2026-08-10 09:10');
  call(machine, 'undoImport', {});
  tickAt(machine, '2026-08-11 09:10');
  expect(mailsOf(machine)).toEqual(toAll(TELLS).slice(0, 1));
  bringIn(machine, '2026-08-11 10:40', '2026-08-09');
  tickEach(machine, '2026-08-11 11:10', '2026-08-12 09:10');
  expect(mailsOf(machine).sort()).toEqual(toAll(TELLS).sort());
});

test('where reviews are written late in the week, its digest may follow in the next', () => {
  const machine = team();
  set(machine, 'review_day', 7);
  tickAt(machine, '2026-08-09 09:10');
  (machine.outbox as Mail[]).length = 0;
  tickAt(machine, '2026-08-16 09:10');
  expect(mailsOf(machine)).toEqual(toAll(ASKS));
  bringIn(machine, '2026-08-16 23:30', '2026-08-09');
  tickAt(machine, '2026-08-17 00:10');
  expect(mailsOf(machine).slice(3)).toEqual(toAll(TELLS));
  tickEach(machine, '2026-08-17 09:10', '2026-08-18 09:10');
  expect(machine.outbox).toHaveLength(6);
});

test('a week that nobody can be asked about is done with, whoever comes later', () => {
  const machine = waiting();
  set(machine, 'recipients', 'Nobody');
  bringIn(machine, '2026-08-10 10:40', '2026-08-09');
  tickAt(machine, '2026-08-10 11:10');
  expect(lastRun(machine, 'digest')).toContain('Nobody in the team has an e-mail address');
  set(machine, 'recipients', 'Bo');
  tickEach(machine, '2026-08-10 12:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(3);
});

test('a record that was closed empty gets no digest of what came after it', () => {
  const machine = waiting();
  setClock(machine, '2026-08-10 09:20');
  call(machine, 'closeReview', { week: '2026-W32' });
  bringIn(machine, '2026-08-10 09:40', '2026-08-09');
  tickEach(machine, '2026-08-10 10:10', '2026-08-11 09:10');
  expect(machine.outbox).toHaveLength(3);
});

test('of a week that was closed empty everyone hears, also those who were not reached at first', () => {
  const machine = closedEmpty();
  leaveMails(machine, 1);
  tickEach(machine, '2026-08-10 09:10', '2026-08-11 09:10');
  expect(mailsOf(machine).sort()).toEqual(toAll('Weekly review 2026-W32: no figures yet'));
});

test('a run that fails before anything was sent begins anew', () => {
  const machine = told();
  machine.setFaults(({ method }) =>
    method === 'MailApp.getRemainingDailyQuota'
      ? { kind: 'fail', message: 'Service error', when: 'before' }
      : undefined,
  );
  tickAt(machine, '2026-08-10 09:10');
  machine.setFaults(undefined);
  (machine.outbox as Mail[]).length = 0;
  tickAt(machine, '2026-08-10 10:10');
  expect(mailsOf(machine)).toEqual(toAll(ASKS));
});

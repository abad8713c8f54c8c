/** What the hourly trigger mails: digest, alert on late answers, faults, and a permission that is lacking. */
import type { Machine } from '../../src/local/machine.ts';
import {
  ANA,
  batch,
  call,
  forgetAutomation,
  importText,
  loadRows,
  rowsOf,
  serial,
  sheetTitled,
} from '../start/bench.ts';
import {
  automated,
  automationOf,
  BO,
  lastRun,
  leaveMails,
  mailsOf,
  onlyJobs,
  reviewsOf,
  set,
  setClock,
  TEAM,
  tickAt,
  WEEK,
} from './automated.ts';

const DIGEST = 'Weekly review 2026-W31: 0 red, 0 amber';

function withTeam(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = automated({ language });
  loadRows(machine, 'team', TEAM);
  return machine;
}

describe('the digest', () => {
  test('goes to each recipient once, with the review, as text and HTML, with a link to the tab', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual(TEAM.map(({ email }) => `${email}: ${DIGEST}`));
    const [mail] = machine.outbox;
    expect(mail).toMatchObject({ from: ANA.email, name: 'Content KPI', to: ANA.email });
    const { sheetId } = sheetTitled(machine, WEEK);
    expect(mail?.body).toContain(`https://docs.google.com/spreadsheets/d/team/edit#gid=${sheetId}`);
    expect(mail?.htmlBody).toContain('>Open the review</a>');
    expect(lastRun(machine, 'digest')).toBe('ok: Digest of 2026-W31: 3 mails sent.');
    for (const time of ['2026-08-03 10:10', '2026-08-04 09:10', '2026-08-09 09:10']) tickAt(machine, time);
    expect(machine.outbox).toHaveLength(3);
    tickAt(machine, '2026-08-10 09:10');
    expect(machine.outbox).toHaveLength(6);
  });

  test('off, nothing is sent; nor for a review that is older than the automation', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    expect(machine.outbox).toEqual([]);
    call(machine, 'turnOffAutomation', {});
    setClock(machine, '2026-08-05 09:00');
    call(machine, 'turnOnAutomation', {});
    onlyJobs(machine, 'digest');
    tickAt(machine, '2026-08-05 09:10');
    expect(machine.outbox).toEqual([]);
  });

  test('of several weeks that were made up for, the latest alone is sent', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    set(machine, 'recipients', 'Bo');
    tickAt(machine, '2026-08-03 09:10');
    tickAt(machine, '2026-08-25 09:10');
    expect(reviewsOf(machine)).toHaveLength(4);
    expect(mailsOf(machine)).toEqual([
      `${BO.email}: ${DIGEST}`,
      // No file of that week is in.
      `${BO.email}: Weekly review 2026-W34: waiting for files`,
    ]);
  });

  test('recipients are names or addresses; who has none is named', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    set(machine, 'recipients', 'cy，boss@example.com, Nobody');
    tickAt(machine, '2026-08-03 09:10');
    expect(machine.outbox.map(({ to }) => to).sort()).toEqual(['boss@example.com', 'cy@example.com']);
    expect(lastRun(machine, 'digest')).toBe(
      'ok: Digest of 2026-W31: 2 mails sent. Without an e-mail address: Nobody.',
    );
  });

  test('a team without addresses gets none, and is told so', () => {
    const machine = automated();
    onlyJobs(machine, 'review', 'digest');
    tickAt(machine, '2026-08-03 09:10');
    expect(machine.outbox).toEqual([]);
    expect(lastRun(machine, 'digest')).toBe(
      'ok: Nobody in the team has an e-mail address, so nothing was sent.',
    );
  });

  test('is in the workbook’s language, and names from outside stay text', () => {
    const machine = withTeam('zh-CN');
    onlyJobs(machine, 'review', 'digest');
    const tree = rowsOf(machine, 'tree', 'zh-CN').findIndex(({ id }) => id === 'watch.views') + 2;
    const { sheetId } = sheetTitled(machine, 'KPI 树');
    const name = { userEnteredValue: { stringValue: '<b>=1+1</b>' } };
    batch(machine, {
      updateCells: {
        start: { sheetId, rowIndex: tree - 1, columnIndex: 4 },
        rows: [{ values: [name] }],
        fields: 'userEnteredValue',
      },
    });
    loadRows(machine, 'targets', [
      { node: 'watch.views', from: serial('2026-07-27'), to: serial('2026-08-02'), target: 700 },
    ]);
    tickAt(machine, '2026-08-03 09:10');
    const [mail] = machine.outbox;
    expect(mail?.subject).toBe('2026-W31 周复盘：红灯 1 个，黄灯 0 个');
    expect(mail?.body).toContain('• ■ <b>=1+1</b> · ');
    expect(mail?.htmlBody).toContain('■ &lt;b&gt;=1+1&lt;/b&gt;');
    expect(mail?.htmlBody).not.toContain('<b>');
    expect(lastRun(machine, 'digest')).toBe('ok: 2026-W31 摘要：已发送 3 封邮件。');
  });

  test('a run that is killed in between sends nobody the same twice', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    let sent = 0;
    machine.setFaults(({ method }) => {
      if (method !== 'MailApp.sendEmail') return undefined;
      sent += 1;
      return sent === 2 ? { kind: 'kill', when: 'after' } : undefined;
    });
    expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(false);
    machine.setFaults(undefined);
    for (const time of ['2026-08-03 10:10', '2026-08-04 09:10']) tickAt(machine, time);
    const receivers = machine.outbox.map(({ to }) => to);
    expect(new Set(receivers).size).toBe(receivers.length);
  });

  test('a mail that went out though Google answered with an error is not sent again', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    const failing = (when: 'before' | 'after') => {
      let sent = 0;
      machine.setFaults(({ method }) => {
        if (method !== 'MailApp.sendEmail' || ++sent !== 2) return undefined;
        return { kind: 'fail', message: 'Service error', when };
      });
    };
    failing('after');
    tickAt(machine, '2026-08-03 09:10');
    expect(lastRun(machine, 'digest')).toBe('ok: Digest of 2026-W31: 3 mails sent.');
    failing('before');
    tickAt(machine, '2026-08-10 09:10');
    expect(machine.outbox).toHaveLength(5);
    machine.setFaults(undefined);
    tickAt(machine, '2026-08-11 09:10');
    expect(machine.outbox).toHaveLength(6);
  });

  test.each([
    ['before', 0],
    // Google answers with an error, and yet it is noted: the run looks again.
    ['after', 3],
  ] as const)('one that could not be noted down is sent later, failing %s', (when, atOnce) => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    let batches = 0;
    machine.setFaults(({ method }) => {
      if (!method.endsWith('.batchUpdate') || ++batches !== 2) return undefined;
      return { kind: 'fail', message: 'Service error', when };
    });
    tickAt(machine, '2026-08-03 09:10');
    machine.setFaults(undefined);
    const digests = () => mailsOf(machine).filter((mail) => mail.endsWith(DIGEST));
    expect(digests()).toHaveLength(atOnce);
    tickAt(machine, '2026-08-03 10:10');
    expect(digests()).toHaveLength(3);
  });

  test('with no time left the rest waits for the next day', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    machine.setFaults(({ method }) => {
      if (method === 'MailApp.sendEmail') machine.clock.advance(250_000);
      return undefined;
    });
    tickAt(machine, '2026-08-03 09:10');
    machine.setFaults(undefined);
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${DIGEST}`]);
    tickAt(machine, '2026-08-04 09:10');
    expect(mailsOf(machine)).toHaveLength(3);
  });

  test('two users’ triggers send it once', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    forgetAutomation(machine);
    call(machine, 'turnOnAutomation', {}, BO.email);
    forgetAutomation(machine);
    tickAt(machine, '2026-08-03 09:10');
    tickAt(machine, '2026-08-03 09:20', BO.email);
    expect(machine.outbox).toHaveLength(3);
    expect(new Set(machine.outbox.map(({ from }) => from))).toEqual(new Set([ANA.email]));
  });
});

describe('where the day’s mail is short', () => {
  test('the owner and those whom the review concerns most come first; the rest is named, and gets it the next day', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    loadRows(machine, 'actions', [
      { id: 'x', week: '2026-W30', action: 'Late', owner: 'Cy', due: serial('2026-07-20'), status: 'open' },
    ]);
    leaveMails(machine, 2);
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${DIGEST}`, `cy@example.com: ${DIGEST}`]);
    expect(lastRun(machine, 'digest')).toBe(
      'ok: Digest of 2026-W31: 2 mails sent. Not sent yet, as Google took no more mail: Bo.',
    );
    tickAt(machine, '2026-08-03 10:10');
    tickAt(machine, '2026-08-04 08:10');
    expect(mailsOf(machine)).toHaveLength(2);
    tickAt(machine, '2026-08-04 09:20');
    expect(mailsOf(machine).slice(2)).toEqual([`${BO.email}: ${DIGEST}`]);
    tickAt(machine, '2026-08-05 09:20');
    expect(mailsOf(machine)).toHaveLength(3);
  });

  test('whoever takes the automation over goes on with those who wait', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    leaveMails(machine, 1);
    tickAt(machine, '2026-08-03 09:10');
    setClock(machine, '2026-08-04 09:30');
    call(machine, 'turnOnAutomation', { takeOver: true }, BO.email);
    tickAt(machine, '2026-08-04 10:10', BO.email);
    expect(mailsOf(machine)).toEqual(
      [ANA, BO, { email: 'cy@example.com' }].map(({ email }) => `${email}: ${DIGEST}`),
    );
  });

  test('with none left nothing is sent, and all are named', () => {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'digest');
    leaveMails(machine, 0);
    expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(true);
    expect(mailsOf(machine)).toEqual([]);
    expect(lastRun(machine, 'digest')).toBe(
      'ok: Digest of 2026-W31: 0 mails sent. Not sent yet, as Google took no more mail: Ana, Bo, Cy.',
    );
  });
});

describe('the alert on late answers', () => {
  const comment = (text: string, posted: string, more = {}) => ({
    ...{ platform: 'youtube', account: 'art', content: 'F3HVs95pagk', text, sentiment: 'negative' },
    ...{ posted: serial(posted.slice(0, 10)) + Number(posted.slice(11, 13)) / 24 },
    ...more,
  });
  function withComments(...comments: object[]): Machine {
    const machine = withTeam();
    onlyJobs(machine, 'alert');
    set(machine, 'recipients', 'Ana');
    loadRows(machine, 'comments', comments as never);
    return machine;
  }
  const ONE = 'Negative comments waiting too long: 1';
  const TWO = 'Negative comments waiting too long: 2';

  test('goes to the recipients and to the owners of the comments, who are told of their own', () => {
    const machine = withComments(
      comment('=1+1 broke', '2026-08-01 09', { owner: 'Bo' }),
      comment('Slow', '2026-08-02 01'),
      comment('In time', '2026-08-03 01', { owner: 'Cy' }),
    );
    tickAt(machine, '2026-08-03 08:10');
    expect(mailsOf(machine)).toEqual([]);
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual([`${BO.email}: ${ONE}`, `${ANA.email}: ${TWO}`]);
    expect(machine.outbox[0]?.body).toContain(
      '• =1+1 broke · Row 2 · Account art · Owner Bo · Waits for 2 days',
    );
    expect(machine.outbox[0]?.body).not.toContain('Slow');
    const { sheetId } = sheetTitled(machine, 'Comments');
    expect(machine.outbox[0]?.body).toContain(`/edit#gid=${sheetId}&range=A2`);
    expect(lastRun(machine, 'alert')).toBe('ok: Comments past their limit: 2; mails sent: 2.');
  });

  test('where no recipients are named, everyone is told only of what has no owner to be told', () => {
    const machine = withComments(
      comment('Broken', '2026-08-01 09', { owner: 'Bo' }),
      comment('Slow', '2026-08-02 01', { owner: 'Nobody' }),
    );
    set(machine, 'recipients', '');
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine).sort()).toEqual([
      `${ANA.email}: ${ONE}`,
      `${BO.email}: ${TWO}`,
      `cy@example.com: ${ONE}`,
    ]);
    const own = withComments(comment('Broken', '2026-08-01 09', { owner: 'Bo' }));
    set(own, 'recipients', '');
    tickAt(own, '2026-08-03 09:10');
    expect(mailsOf(own)).toEqual([`${BO.email}: ${ONE}`]);
  });

  test.each([
    ['MailApp.sendEmail', 'after', 1],
    // Nothing went out: the next tick tries again.
    ['MailApp.sendEmail', 'before', 1],
    ['Sheets.Spreadsheets.batchUpdate', 'before', 1],
    ['Sheets.Spreadsheets.batchUpdate', 'after', 1],
  ] as const)('where %s fails, %s it has taken effect, %i mail goes out that day', (wanted, when, count) => {
    const machine = withComments(comment('Slow', '2026-08-01 09'));
    let calls = 0;
    machine.setFaults(({ method }) => {
      if (method !== wanted || ++calls !== 1) return undefined;
      return { kind: 'fail', message: 'Service error', when };
    });
    tickAt(machine, '2026-08-03 09:10');
    machine.setFaults(undefined);
    for (const time of ['2026-08-03 10:10', '2026-08-04 08:10']) tickAt(machine, time);
    expect(mailsOf(machine).filter((mail) => mail.endsWith(ONE))).toHaveLength(count);
  });

  test('each is told once a day at most', () => {
    const machine = withComments(comment('Slow', '2026-08-01 09'), comment('Later', '2026-08-02 14'));
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${ONE}`]);
    // The second passes its limit at 14:00: there is nobody left to tell today.
    tickAt(machine, '2026-08-03 14:10');
    expect(lastRun(machine, 'alert')).toBe('ok: Comments past their limit: 2; mails sent: 0.');
    tickAt(machine, '2026-08-04 09:10');
    expect(mailsOf(machine).slice(1)).toEqual([`${ANA.email}: ${TWO}`]);
  });

  test('a comment that passes its limit during the day is told then', () => {
    const machine = withComments(comment('Later', '2026-08-02 14'));
    tickAt(machine, '2026-08-03 09:10');
    expect(lastRun(machine, 'alert')).toBe('ok: No comment is past its limit.');
    tickAt(machine, '2026-08-03 13:10');
    expect(mailsOf(machine)).toEqual([]);
    tickAt(machine, '2026-08-03 14:10');
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${ONE}`]);
  });

  test('comments of a file that are late already are told at the next tick', () => {
    const machine = withComments();
    tickAt(machine, '2026-08-03 09:10');
    expect(lastRun(machine, 'alert')).toBe('ok: No comment is past its limit.');
    importText(machine, 'Wort,Zeit,Ton\nBroke,2026-08-01 09:00,negative\n', {
      ...{ fileName: 'c.csv', account: 'art' },
      mapping: {
        ...{ name: 'Comments', platform: 'youtube', goal: 'comments', kind: 'period' },
        columns: { text: 'Wort', posted: 'Zeit', sentiment: 'Ton' },
      },
    } as never);
    expect(rowsOf(machine, 'comments')).toHaveLength(1);
    tickAt(machine, '2026-08-03 11:10');
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${ONE}`]);
    tickAt(machine, '2026-08-03 12:10');
    expect(mailsOf(machine)).toHaveLength(1);
  });

  test('off, or with no mail left, nothing is sent', () => {
    const machine = withComments(comment('Slow', '2026-08-01 09'));
    onlyJobs(machine);
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual([]);
    onlyJobs(machine, 'alert');
    leaveMails(machine, 0);
    tickAt(machine, '2026-08-03 10:10');
    expect(lastRun(machine, 'alert')).toBe(
      'ok: Comments past their limit: 1; mails sent: 0. Not sent yet, as Google took no more mail: Ana.',
    );
  });
});

describe('a job that fails', () => {
  /** The review needs the sheet of actions; refreshing does, too. */
  function broken(): Machine {
    const machine = withTeam();
    onlyJobs(machine, 'review', 'alert');
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, 'Actions').sheetId } });
    return machine;
  }
  const REASON = 'The sheet “Actions” is missing. Choose “Set up this spreadsheet” to get it back.';

  test('keeps no other from its turn, is listed, and is told to the owner once a day', () => {
    const machine = broken();
    const run = tickAt(machine, '2026-08-03 09:10');
    expect(run.ok ? '' : run.error.message).toBe(REASON);
    expect(lastRun(machine, 'review')).toBe(`failed: ${REASON}`);
    expect(lastRun(machine, 'alert')).toBe('ok: No comment is past its limit.');
    const subject = 'Content KPI: something did not run in “Team”';
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${subject}`]);
    expect(machine.outbox[0]?.body).toContain(`• Weekly review failed: ${REASON}`);
    const failures = () => rowsOf(machine, 'issues').filter(({ code }) => code === 'JOB_FAILED');
    expect(failures()).toEqual([
      expect.objectContaining({ sentence: `Weekly review failed: ${REASON}`, found: 'Weekly review' }),
    ]);
    for (const hour of ['10:10', '11:10', '23:10']) tickAt(machine, `2026-08-03 ${hour}`);
    expect(mailsOf(machine)).toHaveLength(1);
    expect(failures()).toHaveLength(1);
    tickAt(machine, '2026-08-04 00:10');
    expect(mailsOf(machine)).toHaveLength(2);
  });

  test('is tried again, and done once it can be', () => {
    const machine = broken();
    tickAt(machine, '2026-08-03 09:10');
    call(machine, 'setUp', { language: 'en' });
    expect(tickAt(machine, '2026-08-03 10:10').ok).toBe(true);
    expect(lastRun(machine, 'review')).toBe('ok: Written: 2026-W31.');
  });

  test('says so in the sidebar where no mail is left', () => {
    const machine = broken();
    leaveMails(machine, 0);
    tickAt(machine, '2026-08-03 09:10');
    expect(mailsOf(machine)).toEqual([]);
    expect(lastRun(machine, 'review')).toBe(`failed: ${REASON}`);
  });
});

describe('a workbook in which no job can begin', () => {
  const run = (machine: Machine, ...hours: string[]): Machine => {
    for (const hour of hours) expect(tickAt(machine, `2026-08-03 ${hour}`).ok).toBe(false);
    return machine;
  };
  const told = (machine: Machine) => rowsOf(machine, 'issues').filter(({ code }) => code === 'NOTHING_RAN');

  test.each([
    ['without its settings', 'deleteSheet', 'The sheet “Settings” is missing'],
    ['whose settings’ header moved', 'insertDimension', 'Settings'],
  ] as const)('%s, is told to the owner once a day and among the issues', (_, what, words) => {
    const machine = withTeam();
    const { sheetId } = sheetTitled(machine, 'Settings');
    const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    batch(machine, what === 'deleteSheet' ? { deleteSheet: { sheetId } } : { insertDimension: { range } });
    run(machine, '09:10', '10:10', '23:10');
    const titles = mailsOf(machine).filter((mail) => mail.includes('something did not run'));
    expect(titles).toHaveLength(1);
    expect(titles[0]).toContain(`${ANA.email}: `);
    expect(machine.outbox.at(-1)?.body).toContain(words);
    expect(told(machine)).toHaveLength(1);
    setClock(machine, '2026-08-04 12:10');
    tickAt(machine, '2026-08-04 12:10');
    expect(mailsOf(machine)).toHaveLength(2);
    expect(told(machine)).toHaveLength(1);
  });
});

describe('a permission that the owner has not granted', () => {
  const SCOPE = 'https://www.googleapis.com/auth/';
  const lacking = (scope: string): Machine => {
    const machine = withTeam();
    machine.users.set(ANA.email, { ...ANA, withheld: [SCOPE + scope] });
    return machine;
  };

  test('is asked for by mail once a day, with Google’s link; no job runs', () => {
    const machine = lacking('spreadsheets');
    for (const time of ['2026-08-03 09:10', '2026-08-03 10:10', '2026-08-04 09:10']) {
      expect(tickAt(machine, time).ok).toBe(true);
    }
    const subject = 'Content KPI needs your permission again';
    expect(mailsOf(machine)).toEqual([`${ANA.email}: ${subject}`, `${ANA.email}: ${subject}`]);
    expect(machine.outbox[0]?.body).toContain('https://script.google.com/macros/d/content-kpi/auth');
    machine.users.set(ANA.email, ANA);
    expect(reviewsOf(machine)).toEqual([]);
  });

  test('is no mail’s, where mail is what is lacking; the sidebar says it with the link', () => {
    const machine = lacking('script.send_mail');
    expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(true);
    expect(machine.outbox).toEqual([]);
    expect(automationOf(machine).authorise).toBe('https://script.google.com/macros/d/content-kpi/auth');
    expect(automationOf(machine, BO.email).authorise).toBe('');
  });

  test('everything lacking, a tick ends without a word', () => {
    const machine = withTeam();
    machine.users.set(ANA.email, { ...ANA, authorized: false });
    expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(true);
    expect(machine.outbox).toEqual([]);
  });
});

describe('the digest for a chat', () => {
  test('is the whole team’s, with all open actions and a link where there is a tab', () => {
    const machine = withTeam();
    loadRows(machine, 'actions', [
      { id: 'x', week: '2026-W30', action: 'Test covers', owner: 'Bo', status: 'open' },
    ]);
    const { text } = call(machine, 'reviewDigest', { week: WEEK });
    expect(text).toMatch(/^Weekly review 2026-W31 · Jul 27, 2026 – Aug 2, 2026\n/);
    expect(text).toContain('Open actions\n• Test covers · Owner Bo');
    expect(text).not.toContain('Open the review');
    call(machine, 'writeReview', { week: WEEK });
    const { sheetId } = sheetTitled(machine, WEEK);
    expect(call(machine, 'reviewDigest', { week: WEEK }).text).toContain(`/edit#gid=${sheetId}`);
    expect(machine.outbox).toEqual([]);
  });
});

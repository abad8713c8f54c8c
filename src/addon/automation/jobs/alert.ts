import { isNamed, isSame } from '../../../kpi/names.ts';
import { LATE_NEEDS, type LateComment, lateComments, lateLetter } from '../../../review/digest/late.ts';
import { isAddress, type Person } from '../../../review/digest/people.ts';
import { say } from '../../../text/index.ts';
import { inARow } from '../../../text/row.ts';
import { emptyTable } from '../../../workbook/table.ts';
import { isOut, namesText, sendLetter, withinQuota } from '../mail.ts';
import { dayOf, hasRunToday } from '../schedule.ts';
import { readTeam, type Team, tabUrl } from '../team.ts';
import type { Tick, TickJob } from '../tick.ts';

type Told = { readonly person: Person; readonly comments: readonly LateComment[] };

/**
 * Owners are told of their own; of all that is late, the recipients that the settings name. Where they name nobody, the
 * whole team is told only of what no one owns: nobody reads a daily mail about the work of others.
 */
function whoIsTold(late: readonly LateComment[], { team, recipients, isEveryone }: Team): Told[] {
  const reached = team.filter(({ email }) => isAddress(email));
  const isRecipient = (person: Person): boolean =>
    recipients.people.some(({ email }) => isSame(email, person.email));
  const isOwn = ({ owner }: LateComment, { name }: Person): boolean => isNamed(owner, name);
  const isForAll = (comment: LateComment): boolean =>
    !isEveryone || !reached.some((person) => isOwn(comment, person));
  const others = reached
    .filter((person) => !isRecipient(person))
    .map((person) => ({
      person,
      comments: late.filter((comment) => isOwn(comment, person)),
    }));
  const all = recipients.people.map((person) => ({
    person,
    comments: late.filter((comment) => isForAll(comment) || isOwn(comment, person)),
  }));
  return [...others, ...all].filter(({ comments }) => comments.length > 0);
}

function sendOne(tick: Tick, { person, comments }: Told, left: number): boolean {
  const { map, memory, settings } = tick;
  const { slaHours, language } = settings;
  const sheetId = map.sheets.get('comments')?.sheetId ?? 0;
  const letter = lateLetter(comments, slaHours, tabUrl(tick, sheetId, comments[0]?.row), language);
  const isSent = isOut(() => sendLetter(person.email, letter, language), left);
  // Nothing went out: the next tick tries again.
  if (!isSent) delete memory.alerts[person.email.toLowerCase()];
  return isSent;
}

/** Sends to each, remembered before; what cannot be kept is not so. Returns those to whom nothing went out. */
function sendAll(tick: Tick, told: readonly Told[], left: number): Told[] {
  const { memory, now } = tick;
  if (told.length === 0) return [];
  const before = { ...memory.alerts };
  for (const { person } of told) memory.alerts[person.email.toLowerCase()] = dayOf(now);
  try {
    tick.remember();
  } catch (fault) {
    memory.alerts = before;
    throw fault;
  }
  let count = 0;
  return told.filter((each) => {
    const isSent = sendOne(tick, each, left - count);
    count += isSent ? 1 : 0;
    return !isSent;
  });
}

/**
 * Once a day from the review hour on, and when a comment that was open then passes its limit, when comments came in, or
 * when a mail did not go out.
 */
export const alertJob: TickJob = {
  isDue: ({ map, memory, now, settings }) => {
    if (!map.sheets.has('comments')) return false;
    const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'alert', now);
    return isTime || (memory.nextLate !== null && now.serial > memory.nextLate);
  },
  run: (tick) => {
    const { memory, now, settings } = tick;
    const { language } = settings;
    const read = readTeam(tick, { comments: LATE_NEEDS });
    const table = read.context.tables.comments ?? emptyTable('comments', 'comments');
    const late = lateComments(table, settings.slaHours, now.serial);
    memory.nextLate = late.next;
    const today = dayOf(now);
    for (const [email, day] of Object.entries(memory.alerts)) {
      if (day !== today) delete memory.alerts[email];
    }
    if (late.comments.length === 0) return say(language, 'RUN_ALERT_NONE');
    const told = whoIsTold(late.comments, read).filter(
      ({ person }) => memory.alerts[person.email.toLowerCase()] === undefined,
    );
    const quota = withinQuota(told.map(({ person }) => person));
    const failed = sendAll(tick, told.slice(0, quota.now.length), quota.left);
    if (failed.length > 0) memory.nextLate = now.serial;
    const unsent = [...failed.map(({ person }) => person), ...quota.later];
    // Who waits is told at the next tick that can, on this day still.
    if (unsent.length > 0) memory.nextLate = now.serial;
    const values = { late: late.comments.length, count: quota.now.length - failed.length };
    const parts = [
      say(language, 'RUN_ALERT', values),
      ...(unsent.length === 0
        ? []
        : [say(language, 'RUN_MAIL_LATER', { names: namesText(unsent, language) })]),
    ];
    return inARow(parts, language);
  },
};

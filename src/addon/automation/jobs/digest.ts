import { isoWeekLabel } from '../../../kpi/calendar.ts';
import { isSame } from '../../../kpi/names.ts';
import { buildDigest, concernOf } from '../../../review/digest/digest.ts';
import type { Person } from '../../../review/digest/people.ts';
import { awaitsFigures } from '../../../review/filled.ts';
import type { Review } from '../../../review/model.ts';
import { reviewSheetId } from '../../../review/render/index.ts';
import { say } from '../../../text/index.ts';
import { inARow, listed } from '../../../text/row.ts';
import { lastWeekOf, lastWholeWeek, reviewOf } from '../../jobs/review.ts';
import { isOut, namesText, sendLetter, withinQuota } from '../mail.ts';
import { hasRunToday } from '../schedule.ts';
import { readTeam, tabUrl } from '../team.ts';
import type { Tick, TickJob } from '../tick.ts';

/** Of several weeks that were made up for, the latest alone is news. */
function newsIn({ now }: Tick): string {
  return isoWeekLabel(lastWholeWeek(now.day));
}

/** Whether the review of a week was written since the automation is on: older ones are no news to anybody. */
function isNews(tick: Tick, week: string): boolean {
  if (tick.written.has(week)) return true;
  const place = reviewOf(tick.map, week);
  return place !== undefined && place.firstDay >= (tick.memory.trigger?.since ?? '');
}

/** The owner of the trigger first, whom the mail's quota belongs to, then those whom the review concerns most. */
function inOrder(people: readonly Person[], review: Review, owner: string): Person[] {
  const rank = (person: Person): number =>
    isSame(person.email, owner) ? Number.POSITIVE_INFINITY : concernOf(review, person);
  // Two infinite ranks have no difference.
  return [...people].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

/** Notes that people have it, before they do; what cannot be kept is not so. */
function noteAll({ memory, remember }: Tick, people: readonly Person[]): void {
  const before = memory.digest.to;
  memory.digest.to = [...before, ...people.map(({ email }) => email.toLowerCase())];
  try {
    remember();
  } catch (fault) {
    memory.digest.to = before;
    throw fault;
  }
}

/** Sends to each, remembered before, so that a run that is killed sends nothing twice. */
function sendAll(tick: Tick, people: readonly Person[], left: number, review: Review, url: string): Person[] {
  const { memory, settings } = tick;
  const faults: Person[] = [];
  noteAll(tick, people);
  let count = 0;
  for (const person of people) {
    const send = (): void => sendLetter(person.email, buildDigest(review, person, url), settings.language);
    if (tick.hasTime() && isOut(send, left - count)) count += 1;
    else faults.push(person);
  }
  const failed = new Set(faults.map(({ email }) => email.toLowerCase()));
  memory.digest.to = memory.digest.to.filter((email) => !failed.has(email));
  return faults;
}

type Sent = { readonly count: number; readonly unsent: readonly Person[] };

/**
 * To everyone who waits for it, as far as the day's mail reaches. One without figures asks for the files, and makes
 * everyone wait again until there are some.
 */
function sendToWaiting(tick: Tick, week: string, people: readonly Person[]): Sent {
  const { memory, map } = tick;
  const { review } = tick.build(lastWeekOf(tick));
  const isEmpty = awaitsFigures(review);
  const isNew = memory.digest.week !== week || (memory.digest.empty === true && !isEmpty);
  if (isNew) memory.digest = { week, to: [], done: false, ...(isEmpty ? { empty: true } : {}) };
  const waiting = people.filter(({ email }) => !memory.digest.to.includes(email.toLowerCase()));
  if (waiting.length === 0) return { count: 0, unsent: [] };
  const { now, later, left } = withinQuota(inOrder(waiting, review, memory.trigger?.owner ?? ''));
  const url = tabUrl(tick, reviewOf(map, week)?.sheetId ?? reviewSheetId(week));
  const faults = now.length === 0 ? [] : sendAll(tick, now, left, review, url);
  return { count: now.length - faults.length, unsent: [...faults, ...later] };
}

/** Mails each recipient what a new review says, once; where it says nothing yet, that files lack, and the digest later. */
export const digestJob: TickJob = {
  isDue: (tick) => {
    const { memory, now, settings } = tick;
    const week = newsIn(tick);
    if (memory.digest.week !== week) return isNews(tick, week);
    const filled = reviewOf(tick.map, week)?.filled;
    if (memory.digest.empty === true && filled === 'all') return true;
    // Who could not be reached is tried once more a day, and a file that nobody brings is waited for until the next.
    const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'digest', now);
    return isTime && (!memory.digest.done || (memory.digest.empty === true && filled === 'part'));
  },
  run: (tick) => {
    const { memory, settings } = tick;
    const { language } = settings;
    const week = newsIn(tick);
    const { recipients } = readTeam(tick);
    const { people, unknown } = recipients;
    if (people.length === 0) memory.digest = { week, to: [], done: false };
    const { count, unsent } =
      people.length === 0 ? { count: 0, unsent: [] } : sendToWaiting(tick, week, people);
    memory.digest.done = unsent.length === 0;
    const names = namesText(unsent, language);
    const parts = [
      people.length === 0
        ? say(language, 'RUN_MAIL_NOBODY')
        : say(language, memory.digest.empty === true ? 'RUN_DIGEST_EMPTY' : 'RUN_DIGEST', {
            period: week,
            count,
          }),
      ...(unsent.length === 0 ? [] : [say(language, 'RUN_MAIL_LATER', { names })]),
      ...(unknown.length === 0
        ? []
        : [say(language, 'RUN_MAIL_UNKNOWN', { names: listed(unknown, language) })]),
    ];
    return inARow(parts, language);
  },
};

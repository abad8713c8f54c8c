import { isoWeekLabel } from '../../../kpi/calendar.ts';
import { isSame } from '../../../kpi/names.ts';
import { buildDigest, concernOf } from '../../../review/digest/digest.ts';
import type { Letter } from '../../../review/digest/letter.ts';
import type { Person } from '../../../review/digest/people.ts';
import { awaitsFiles, filledOf } from '../../../review/filled.ts';
import type { Review } from '../../../review/model.ts';
import { reviewSheetId } from '../../../review/render/index.ts';
import { say } from '../../../text/index.ts';
import { inARow, listed } from '../../../text/row.ts';
import { lastWeekOf, lastWholeWeek, reviewOf } from '../../jobs/review.ts';
import { isOut, namesText, sendLetter, withinQuota } from '../mail.ts';
import { dayOf, hasRunToday } from '../schedule.ts';
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
  const asksForFiles = memory.digest.asked !== undefined;
  const faults: Person[] = [];
  noteAll(tick, people);
  let count = 0;
  for (const person of people) {
    const letter = (): Letter => buildDigest(review, person, url, asksForFiles);
    const send = (): void => sendLetter(person.email, letter(), settings.language);
    if (tick.hasTime() && isOut(send, left - count)) count += 1;
    else faults.push(person);
  }
  const failed = new Set(faults.map(({ email }) => email.toLowerCase()));
  memory.digest.to = memory.digest.to.filter((email) => !failed.has(email));
  return faults;
}

type Sent = { readonly count: number; readonly unsent: readonly Person[] };

/** To everyone who waits for it, as far as the day's mail reaches. */
function sendToWaiting(tick: Tick, review: Review, people: readonly Person[]): Sent {
  const { memory, map } = tick;
  const { week, to } = memory.digest;
  const waiting = people.filter(({ email }) => !to.includes(email.toLowerCase()));
  if (waiting.length === 0) return { count: 0, unsent: [] };
  const { now, later, left } = withinQuota(inOrder(waiting, review, memory.trigger?.owner ?? ''));
  const url = tabUrl(tick, reviewOf(map, week)?.sheetId ?? reviewSheetId(week));
  const faults = now.length === 0 ? [] : sendAll(tick, now, left, review, url);
  return { count: now.length - faults.length, unsent: [...faults, ...later] };
}

/**
 * What is to be done: `begin` with a new week; `follow` with the digest where files were asked for; `retry` to reach
 * those who were not; `wait` for files of which none has come since the last day.
 */
type Step = 'begin' | 'follow' | 'retry' | 'wait';

/** Once a day from the review hour on; files that complete the week, or its closing, are followed at any hour. */
function stepOf(tick: Tick): Step | null {
  const { memory, map, now, settings } = tick;
  const { week, asked, done } = memory.digest;
  const news = newsIn(tick);
  if (week !== news) return isNews(tick, news) ? 'begin' : null;
  const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'digest', now);
  if (asked === undefined) return isTime && !done ? 'retry' : null;
  const place = reviewOf(map, news);
  if (place?.filled === 'all' || place?.state === 'closed') return 'follow';
  if (!isTime || asked >= dayOf(now)) return null;
  if (place?.filled === 'part') return 'follow';
  return done ? 'wait' : 'retry';
}

/** Says in the memory what goes out now, of the week as it stands. */
function prepare(tick: Tick, step: Step, review: Review): void {
  const { memory, map, now } = tick;
  const week = newsIn(tick);
  const mayFollow = reviewOf(map, week)?.state !== 'closed';
  if (step === 'begin') {
    const asks = awaitsFiles(review) && mayFollow;
    memory.digest = { week, to: [], done: false, ...(asks ? { asked: dayOf(now) } : {}) };
  }
  if (step === 'follow') memory.digest = { week, to: [], done: false };
  if (step === 'retry' && memory.digest.asked !== undefined) memory.digest.asked = dayOf(now);
}

/** Whether there is nothing to tell: of a week that was closed empty, or of which the files were taken back since. */
function isMute(tick: Tick, step: Step, review: Review): boolean {
  return step !== 'begin' && tick.memory.digest.asked === undefined && filledOf(review) === 'none';
}

function send(tick: Tick, step: Step, people: readonly Person[]): string {
  const { memory, settings } = tick;
  const { language } = settings;
  const { review } = tick.build(lastWeekOf(tick));
  prepare(tick, step, review);
  const period = memory.digest.week;
  if (isMute(tick, step, review)) {
    memory.digest.done = step === 'follow';
    return step === 'follow'
      ? say(language, 'RUN_DIGEST', { period, count: 0 })
      : say(language, 'RUN_DIGEST_WAITS', { period });
  }
  const { count, unsent } = sendToWaiting(tick, review, people);
  memory.digest.done = unsent.length === 0;
  const names = namesText(unsent, language);
  const isAsked = memory.digest.asked !== undefined;
  const parts = [
    say(language, isAsked ? 'RUN_DIGEST_ASKS' : 'RUN_DIGEST', { period, count }),
    ...(unsent.length === 0 ? [] : [say(language, 'RUN_MAIL_LATER', { names })]),
  ];
  return inARow(parts, language);
}

/** Nobody has an address: who is in the team later hears of later weeks. */
function nobody({ memory, settings }: Tick, week: string): string {
  if (memory.digest.week !== week) memory.digest = { week, to: [], done: false };
  memory.digest.done = true;
  return say(settings.language, 'RUN_MAIL_NOBODY');
}

/** Mails each recipient what a new review says, once; where files lack that the goal needs, a request for them, and the digest later. */
export const digestJob: TickJob = {
  isDue: (tick) => stepOf(tick) !== null,
  run: (tick) => {
    const { memory, settings } = tick;
    const { language } = settings;
    const step = stepOf(tick) ?? 'retry';
    if (step === 'wait') {
      memory.digest.asked = dayOf(tick.now);
      return say(language, 'RUN_DIGEST_WAITS', { period: memory.digest.week });
    }
    const { people, unknown } = readTeam(tick).recipients;
    const sent = people.length === 0 ? nobody(tick, newsIn(tick)) : send(tick, step, people);
    const names = listed(unknown, language);
    return inARow(
      [sent, ...(unknown.length === 0 ? [] : [say(language, 'RUN_MAIL_UNKNOWN', { names })])],
      language,
    );
  },
};

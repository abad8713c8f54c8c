import { isoWeekLabel } from '../../../kpi/calendar.ts';
import { isSame } from '../../../kpi/names.ts';
import { buildDigest, concernOf } from '../../../review/digest/digest.ts';
import type { Letter } from '../../../review/digest/letter.ts';
import type { Person } from '../../../review/digest/people.ts';
import { awaitsFiles } from '../../../review/filled.ts';
import type { Review } from '../../../review/model.ts';
import { periodOfLabel } from '../../../review/period.ts';
import { reviewSheetId } from '../../../review/render/index.ts';
import { say } from '../../../text/index.ts';
import { inARow, listed } from '../../../text/row.ts';
import { lastWeekOf, lastWholeWeek, reviewOf } from '../../jobs/review.ts';
import { isOut, namesText, sendLetter, withinQuota } from '../mail.ts';
import { dayOf, hasRunToday, isComplete } from '../schedule.ts';
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

/**
 * Once a day from the review hour on; files that complete the week, or its closing, are followed at any hour. A week stays
 * until the review of the next one is written.
 */
function stepOf(tick: Tick): Step | null {
  const { memory, now, settings } = tick;
  const { week, asked, done } = memory.digest;
  const news = newsIn(tick);
  if (week !== news && isNews(tick, news)) return 'begin';
  if (week !== news && asked === undefined) return null;
  const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'digest', now);
  if (asked === undefined) return isTime && !done ? 'retry' : null;
  const place = reviewOf(tick.map, week);
  if (place !== undefined && isComplete(place)) return 'follow';
  if (!isTime) return null;
  const isLater = asked < dayOf(now);
  if (isLater && place?.filled === 'part') return 'follow';
  // A run that failed on the day is tried again within it.
  if (!done) return 'retry';
  return isLater ? 'wait' : null;
}

const isOpen = ({ map }: Tick, week: string): boolean => reviewOf(map, week)?.state !== 'closed';

/** Says in the memory what goes out now, of the week as it stands. */
function prepare(tick: Tick, step: Step, week: string, review: Review): void {
  const { memory, now } = tick;
  const day = dayOf(now);
  if (step === 'retry' && memory.digest.asked !== undefined) memory.digest.asked = day;
  if (step === 'retry') return;
  const asks = step === 'begin' && awaitsFiles(review) && isOpen(tick, week);
  memory.digest = { week, to: [], done: false, ...(asks ? { asked: day } : {}) };
}

/** Whether figures that some have got are gone again, such as by an import that was taken back: the others wait. */
function isTakenBack(tick: Tick, step: Step, review: Review): boolean {
  const { week, asked } = tick.memory.digest;
  return step === 'retry' && asked === undefined && isOpen(tick, week) && awaitsFiles(review);
}

/** Whether a record has nothing to follow with: it was closed before any file was in. */
function isEmptyRecord({ map }: Tick, week: string): boolean {
  const place = reviewOf(map, week);
  return place?.state === 'closed' && place.filled !== 'part' && place.filled !== 'all';
}

function send(tick: Tick, step: Step, week: string, people: readonly Person[]): string {
  const { memory, settings } = tick;
  const { language } = settings;
  const period = periodOfLabel(week, settings.fiscalYearEnd) ?? lastWeekOf(tick);
  const { review } = tick.build(period);
  prepare(tick, step, week, review);
  if (isTakenBack(tick, step, review)) return say(language, 'RUN_DIGEST_WAITS', { period: week });
  const { count, unsent } = sendToWaiting(tick, review, people);
  memory.digest.done = unsent.length === 0;
  const names = namesText(unsent, language);
  const isAsked = memory.digest.asked !== undefined;
  const parts = [
    say(language, isAsked ? 'RUN_DIGEST_ASKS' : 'RUN_DIGEST', { period: week, count }),
    ...(unsent.length === 0 ? [] : [say(language, 'RUN_MAIL_LATER', { names })]),
  ];
  return inARow(parts, language);
}

/** Ends the week without a mail. */
function end({ memory, settings }: Tick, week: string, code: 'RUN_MAIL_NOBODY' | 'RUN_DIGEST'): string {
  memory.digest = { week, to: [], done: true };
  return say(settings.language, code, { period: week, count: 0 });
}

/** Mails each recipient what a new review says, once; where files lack that the goal needs, a request for them, and the digest later. */
export const digestJob: TickJob = {
  isDue: (tick) => stepOf(tick) !== null,
  run: (tick) => {
    const { memory, settings } = tick;
    const { language } = settings;
    const step = stepOf(tick) ?? 'retry';
    const week = step === 'begin' ? newsIn(tick) : memory.digest.week;
    if (step === 'wait') {
      memory.digest.asked = dayOf(tick.now);
      return say(language, 'RUN_DIGEST_WAITS', { period: week });
    }
    if (step === 'follow' && isEmptyRecord(tick, week)) return end(tick, week, 'RUN_DIGEST');
    const { people, unknown } = readTeam(tick).recipients;
    // Who is in the team later hears of later weeks.
    const sent = people.length === 0 ? end(tick, week, 'RUN_MAIL_NOBODY') : send(tick, step, week, people);
    const names = listed(unknown, language);
    return inARow(
      [sent, ...(unknown.length === 0 ? [] : [say(language, 'RUN_MAIL_UNKNOWN', { names })])],
      language,
    );
  },
};

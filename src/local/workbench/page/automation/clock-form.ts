/** The host's clock: it stands until it is moved, and what falls due on the way runs. */
import type { AutomationAnswer, FiringAnswer } from '../../automation/messages.ts';
import { element } from '../dom.ts';
import { post, words } from '../server.ts';
import { toast } from '../toasts.ts';
import { fill, fromField, moment, toField } from './format.ts';

const HOUR = 3_600_000;

const now = element('strong', { class: 'wb-clock-now' });
const zone = element('span', { class: 'wb-quiet' });
const field = element('input', {
  class: 'wb-field',
  type: 'datetime-local',
  'aria-label': words.moveTo,
  required: true,
});
const problem = element('p', { class: 'wb-problem', role: 'alert' });
const review = element('button', { class: 'wb-plain', type: 'button', title: words.nextReviewHint });
const hour = element('button', { class: 'wb-plain', type: 'button' }, words.addHour);
const move = element('button', { class: 'wb-primary', type: 'submit' }, words.move);
const bar = element('progress', { max: '1', value: '0' });
const progressText = element('span', { 'aria-live': 'polite' });
const stop = element(
  'button',
  { class: 'wb-plain', type: 'button', onclick: () => void post('/automation/stop') },
  words.stop,
);
const progress = element('div', { class: 'wb-moving', hidden: true }, bar, progressText, stop);
const buttons = [review, hour, move];

let shown: AutomationAnswer | undefined;
let moving = false;

const form = element(
  'form',
  { class: 'wb-clock-form', onsubmit: submitted },
  element('label', {}, element('span', {}, words.moveTo), field),
  move,
  hour,
  review,
);

/** The clock and its controls. */
export const clockForm = element(
  'section',
  { class: 'wb-clock', 'aria-label': words.clock },
  element('p', {}, `${words.clockNow} `, now, element('br'), zone),
  element('p', { class: 'wb-quiet' }, words.clockStands),
  form,
  problem,
  progress,
);

hour.addEventListener('click', () => shown && void moveTo(shown.now + HOUR));
review.addEventListener('click', () => shown && void moveTo(shown.reviewAt));

function submitted(event: Event): void {
  event.preventDefault();
  const to = fromField(field.value);
  if (!Number.isFinite(to)) problem.textContent = words.chooseTime;
  else if (shown && to < shown.now) problem.textContent = words.onlyForward;
  else void moveTo(to);
}

/** What ran, and what it left in the spreadsheet. */
export function firingText({ fired, failed, idle, created, changed }: FiringAnswer): string {
  const sheets = (word: string, titles: readonly string[]) =>
    titles.length ? [fill(word, { sheets: titles.join(words.listComma) })] : [];
  return [
    fired ? fill(words.runs, { fired, failed, idle }) : words.noRuns,
    ...sheets(words.sheetsCreated, created),
    ...sheets(words.sheetsChanged, changed),
  ].join('\n');
}

async function moveTo(to: number): Promise<void> {
  problem.textContent = '';
  setMoving(true);
  showMoving(0, 0);
  try {
    const answer = await post<FiringAnswer>('/automation/move', { to });
    const title = fill(answer.stopped ? words.stopped : words.moved, { time: moment(answer.now) });
    toast({ title, text: firingText(answer), level: answer.failed ? 'error' : 'info', seconds: 20 });
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), level: 'error' });
  } finally {
    setMoving(false);
  }
}

function setMoving(on: boolean): void {
  moving = on;
  progress.hidden = !on;
  for (const button of buttons) button.disabled = on;
  field.disabled = on;
}

/** How far the clock has come. */
export function showMoving(share: number, fired: number): void {
  bar.value = share;
  progressText.textContent = fill(words.movingClock, { fired });
}

/** Shows the clock as the host has it. What a person has typed stays. */
export function showClock(answer: AutomationAnswer): void {
  const untouched = field.value === '' || field.value === toField(shown?.now ?? 0);
  shown = answer;
  now.textContent = moment(answer.now);
  zone.textContent = fill(words.clockZone, { zone: answer.timeZone });
  review.textContent = fill(words.nextReview, { time: moment(answer.reviewAt) });
  field.min = toField(answer.now);
  if (untouched || fromField(field.value) < answer.now) field.value = toField(answer.now);
  if (answer.moving !== moving) setMoving(answer.moving);
}

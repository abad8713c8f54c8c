/** The installed triggers, as the page "Triggers" of Apps Script lists them. */
import type { FiringAnswer, ShownTrigger } from '../../automation/messages.ts';
import { element } from '../dom.ts';
import { boot, post, words } from '../server.ts';
import { toast } from '../toasts.ts';
import { firingText } from './clock-form.ts';
import { clockTime, fill, moment, second, weekDay } from './format.ts';
import { KeyedList } from './keyed.ts';

const EVENTS: Record<string, string> = {
  ON_OPEN: words.onOpen,
  ON_EDIT: words.onEdit,
  ON_CHANGE: words.onChange,
  ON_FORM_SUBMIT: words.onSubmit,
};

/** When a trigger fires, in words. */
function eventText({ schedule, event, nextAt }: ShownTrigger): string {
  if (!schedule) return EVENTS[event] ?? event;
  if (schedule.type === 'once') return fill(words.once, { time: nextAt === undefined ? '' : second(nextAt) });
  if (schedule.type === 'hours') {
    return fill(schedule.every === 1 ? words.everyHour : words.everyHours, schedule);
  }
  const time = clockTime(schedule.hour, schedule.minute);
  if (schedule.type === 'month') return fill(words.everyMonth, { day: schedule.day, time });
  const { every } = schedule;
  if (schedule.type === 'days') return fill(every === 1 ? words.everyDay : words.everyDays, { every, time });
  const day = weekDay(schedule.weekDay);
  return fill(every === 1 ? words.everyWeek : words.everyWeeks, { every, day, time });
}

const body = element('tbody');
const table = element(
  'table',
  { class: 'wb-table' },
  element(
    'thead',
    {},
    element(
      'tr',
      {},
      ...[words.functionName, words.owner, words.event, words.zone, words.nextRun].map((word) =>
        element('th', { scope: 'col' }, word),
      ),
      element('th', { scope: 'col' }, element('span', { class: 'wb-spoken' }, words.runNow)),
    ),
  ),
  body,
);
const none = element('p', { class: 'wb-quiet' }, fill(words.noTriggers, { addon: boot.addonName }));

/** The list of triggers. */
export const triggerList = element('div', {}, table, none);

const list = new KeyedList<ShownTrigger>(
  body,
  ({ id }) => id,
  (trigger) => {
    const run = element('button', { class: 'wb-plain', type: 'button' }, words.runNow);
    run.setAttribute('aria-label', `${words.runNow}: ${trigger.handler}`);
    run.addEventListener('click', () => void fire(trigger.id, run));
    const next = trigger.nextAt === undefined ? words.never : moment(trigger.nextAt);
    return element(
      'tr',
      {},
      element('td', {}, element('code', {}, trigger.handler)),
      ...[trigger.owner, eventText(trigger), trigger.timeZone, next].map((text) => element('td', {}, text)),
      element('td', {}, run),
    );
  },
);

async function fire(id: string, run: HTMLButtonElement): Promise<void> {
  run.disabled = true;
  try {
    const answer = await post<FiringAnswer>('/automation/fire', { id });
    const { failed } = answer;
    const title = failed ? words.triggerFailed : words.triggerRan;
    toast({ title, text: firingText(answer), level: failed ? 'error' : 'info', seconds: 10 });
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), level: 'error' });
  } finally {
    run.disabled = false;
    run.focus();
  }
}

/** Shows the triggers as the host has them. */
export function showTriggers(triggers: readonly ShownTrigger[]): void {
  table.hidden = triggers.length === 0;
  none.hidden = triggers.length > 0;
  list.show(triggers);
}

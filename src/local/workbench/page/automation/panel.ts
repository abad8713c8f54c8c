/** The panel "Automation": the clock, triggers, executions and mail. It lies over the right part of the page. */
import type { AutomationAnswer } from '../../automation/messages.ts';
import { closeButton } from '../dialogs.ts';
import { element } from '../dom.ts';
import { words } from '../server.ts';
import { clockForm, showClock, showMoving } from './clock-form.ts';
import { executionList, showExecutions } from './executions.ts';
import { mailList, showMails } from './mails.ts';
import { tabs } from './tabs.ts';
import { showTriggers, triggerList } from './triggers.ts';

const tabbed = tabs([
  { key: 'triggers', word: words.triggers, panel: triggerList },
  { key: 'executions', word: words.executions, panel: executionList },
  { key: 'mails', word: words.mails, panel: mailList },
]);

/** The panel; hidden until it is asked for. */
export const automationPanel = element(
  'section',
  {
    class: 'wb-automation',
    id: 'wb-automation',
    'aria-label': words.automation,
    hidden: true,
    tabindex: '-1',
  },
  element(
    'header',
    { class: 'wb-panel-header' },
    element('h2', {}, words.automation),
    closeButton(() => toggleAutomation(false)),
  ),
  element(
    'div',
    { class: 'wb-automation-body' },
    element('p', { class: 'wb-quiet' }, words.automationNote),
    clockForm,
    tabbed.node,
  ),
);

/** Opens and closes the panel. */
export const automationButton = element(
  'button',
  {
    class: 'wb-plain',
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': automationPanel.id,
    onclick: () => toggleAutomation(automationPanel.hidden === true),
  },
  words.automation,
);

automationPanel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') toggleAutomation(false);
  // The grid reads keys of the whole page; what is typed here is not for its cells.
  event.stopPropagation();
});

function toggleAutomation(show: boolean): void {
  automationPanel.hidden = !show;
  automationButton.setAttribute('aria-expanded', String(show));
  if (!show) {
    automationButton.focus();
    return;
  }
  automationPanel.focus();
  void refreshAutomation();
}

let loading: Promise<void> | undefined;
let again = false;

/** Loads what the panel shows, while it is open; several wishes at once are one. */
export async function refreshAutomation(): Promise<void> {
  if (automationPanel.hidden) return;
  again = true;
  loading ??= load().finally(() => {
    loading = undefined;
  });
  await loading;
}

async function load(): Promise<void> {
  while (again) {
    again = false;
    const response = await fetch('/automation');
    // Before the spreadsheet is there, there is nothing to show.
    if (!response.ok) return;
    show((await response.json()) as AutomationAnswer);
  }
}

function show(answer: AutomationAnswer): void {
  showClock(answer);
  showTriggers(answer.triggers);
  showExecutions(answer.executions, answer.mails);
  showMails(answer.mails);
  tabbed.count('triggers', answer.triggers.length);
  tabbed.count('executions', answer.executions.length);
  tabbed.count('mails', answer.mails.length);
}

/** How far the clock has come while it is moved. */
export const clockMoving = showMoving;

/** What surrounds the grid: title bar, progress, places for the sidebar, toasts and dialogs. */
import type { Step } from '../messages.ts';
import { automationButton, automationPanel } from './automation/panel.ts';
import { element } from './dom.ts';
import { chooseFile } from './open-file.ts';
import { boot, words } from './server.ts';

const title = element('h1', { class: 'wb-title' }, boot.title);
const actions = element('div', { class: 'wb-actions' });
const steps = element('ol', { class: 'wb-steps' });
const progress = element(
  'section',
  { class: 'wb-progress', 'aria-live': 'polite' },
  element('h2', {}, words.preparing),
  steps,
);
/** Where the grid is put. */
export const stage = element('main', { class: 'wb-stage' });
export const sidebarPlace = element('aside', {
  class: 'wb-sidebar',
  hidden: true,
  'aria-label': words.sidebar,
});
export const toastPlace = element('div', { class: 'wb-toasts', role: 'status', 'aria-live': 'polite' });

/** Puts the frame into the document. */
export function buildFrame(): void {
  actions.append(
    automationButton,
    element('button', { class: 'wb-plain', type: 'button', onclick: chooseFile }, words.openFile),
    element('a', { class: 'wb-button', href: '/workbook.xlsx', download: true }, words.download),
    element('a', { class: 'wb-link', href: '/notice', target: '_blank', rel: 'noopener' }, words.licences),
  );
  const icon = element('img', { src: '/icon.svg', alt: '', width: '24', height: '24' });
  const note = element('span', { class: 'wb-note' }, words.localNote);
  document.body.append(
    element('header', { class: 'wb-header' }, icon, title, note, actions),
    element('div', { class: 'wb-body' }, stage, sidebarPlace, automationPanel, progress),
    toastPlace,
  );
}

/** Shows the workbook's title in the page and its tab. */
export function showTitle(text: string): void {
  if (title.textContent !== text) title.textContent = text;
  if (document.title !== text) document.title = text;
}

/** Shows the steps of the preparation, those that are done with a check mark. */
export function showSteps(list: readonly Step[]): void {
  progress.hidden = false;
  list.forEach((step, index) => {
    const known = steps.children[index];
    const item = known ?? steps.appendChild(element('li'));
    item.textContent = step.text;
    item.classList.toggle('wb-done', step.done);
  });
}

/** Takes the steps of the preparation away. */
export function hideProgress(): void {
  progress.hidden = true;
}

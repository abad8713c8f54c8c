/** Tabs with the keys that tabs have: arrows, Home and End. */
import { element } from '../dom.ts';

export type Tab = { key: string; word: string; panel: HTMLElement };

/** Tabs over their panels; `count` puts a number behind a tab's word. */
export function tabs(list: readonly Tab[]): { node: HTMLElement; count(key: string, count: number): void } {
  const buttons = list.map(({ key, word, panel }) => {
    panel.id = `wb-panel-${key}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-label', word);
    return element(
      'button',
      { class: 'wb-tab', type: 'button', role: 'tab', 'aria-controls': panel.id },
      word,
    );
  });
  const choose = (index: number) => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
      list[at]!.panel.hidden = at !== index;
    }
  };
  const bar = element('div', { class: 'wb-tabs', role: 'tablist' }, ...buttons);
  for (const [index, button] of buttons.entries()) button.addEventListener('click', () => choose(index));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const to: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    const next = (index + buttons.length) % buttons.length;
    choose(next);
    buttons[next]!.focus();
  });
  choose(0);
  return {
    node: element('div', { class: 'wb-tabbed' }, bar, ...list.map(({ panel }) => panel)),
    count: (key, count) => {
      const index = list.findIndex((tab) => tab.key === key);
      buttons[index]!.textContent = count ? `${list[index]!.word} (${count})` : list[index]!.word;
    },
  };
}

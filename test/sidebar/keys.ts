/** A walk through a screen with the Tab key alone. */
import type { Page } from 'playwright-core';

/** A date has a stop for each of its parts, so more presses than controls. */
const MOST_PRESSES = 400;

type Walk = { readonly known: Map<Element, string>; readonly shown: Set<Element> };
type WalkWindow = Window & { walk: Walk };

/** Marks everything that a person could use; runs in the page. */
function beginWalk(): void {
  const usable =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const isThere = (each: HTMLElement): boolean =>
    each.tabIndex >= 0 && !(each as HTMLButtonElement).disabled && each.checkVisibility();
  const found = [...document.querySelectorAll<HTMLElement>(usable)].filter(isThere);
  // Of radio buttons with one name, the chosen or the first is the stop.
  const radios = new Map<string, HTMLInputElement>();
  for (const each of found) {
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio') continue;
    if (each.checked || !radios.has(each.name)) radios.set(each.name, each);
  }
  const isStop = (each: HTMLElement): boolean =>
    !(each instanceof HTMLInputElement) || each.type !== 'radio' || radios.get(each.name) === each;
  const known = new Map<Element, string>();
  for (const each of found.filter(isStop)) known.set(each, each.outerHTML.slice(0, 120));
  (window as unknown as WalkWindow).walk = { known, shown: new Set() };
  // The next Tab goes on from where the focus was last, even from a thing that is gone.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}

/** What is wrong with where the focus is: null where nothing is, `end` once it has left the page. */
function here(): string | null {
  const at = document.activeElement as HTMLElement | null;
  if (at === null || at === document.body) return 'end';
  const { walk } = window as unknown as WalkWindow;
  walk.known.delete(at);
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  // A hidden file field shows its focus on what stands for it.
  const isShown = (style: string, width: string) => style !== 'none' && Number.parseFloat(width) >= 1;
  const near = [at.nextElementSibling, at.parentElement].filter((each) => each !== null);
  const shows =
    isShown(outlineStyle, outlineWidth) ||
    near.some((each) => isShown(getComputedStyle(each).outlineStyle, getComputedStyle(each).outlineWidth));
  // The later parts of a date are marked by the browser, inside the field.
  if (shows) walk.shown.add(at);
  else if (!walk.shown.has(at)) return `no focus to be seen: ${at.outerHTML.slice(0, 120)}`;
  const { left, top, width, height } = at.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
  const isFree = over !== null && (at.contains(over) || over.contains(at));
  return width > 2 && !isFree
    ? `hidden by ${over?.outerHTML.slice(0, 80)}: ${at.outerHTML.slice(0, 80)}`
    : null;
}

/**
 * Walks through the page by Tab.
 * @returns What cannot be reached, shows no focus, or is hidden while it has the focus.
 */
export async function keyFaults(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  const faults: string[] = [];
  for (let press = 0; press < MOST_PRESSES; press++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(here);
    if (fault === 'end') break;
    if (fault !== null) faults.push(fault);
  }
  const missed = await page.evaluate(() => [...(window as unknown as WalkWindow).walk.known.values()]);
  return [...new Set([...faults, ...missed.map((each) => `not reached: ${each}`)])];
}

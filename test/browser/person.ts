/** A person before the workbench, who does one thing at a time; what they do is counted. */
import { mkdirSync } from 'node:fs';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { type Language, say, type TextCode } from '../../sidebar/language.ts';
import type { Machine } from '../../src/local/machine.ts';
import { say as sayMenu } from '../../src/text/index.ts';
import { tellFigure } from '../figures.ts';

/** What a call may come to: Google's service fails; or the work is done, but its answer is empty or never comes. */
export const TROUBLES = ['fail', 'empty', 'hang'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** The sidebar gives an answer up after seven minutes. */
const GIVE_UP_MS = 7 * 60_000 + 1000;
/** A sentence of comfort comes after ten seconds. */
const LONG_MS = 11_000;

// FIRST_RUN_SHOTS=folder keeps a picture of every step, to be looked at.
const SHOTS = process.env.FIRST_RUN_SHOTS;

export type Walker = {
  readonly page: Page;
  readonly machine: Machine;
  readonly language: Language;
  /** Troubles that every call of a button meets before it works. */
  readonly troubles: readonly Trouble[];
};

export class Person {
  clicks = 0;
  keys = 0;
  troublesMet = 0;
  private shots = 0;
  private readonly since = Date.now();
  readonly page: Page;
  readonly machine: Machine;
  readonly language: Language;
  private readonly troubles: readonly Trouble[];

  constructor({ page, machine, language, troubles }: Walker) {
    this.page = page;
    this.machine = machine;
    this.language = language;
    this.troubles = troubles;
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator('.wb-sidebar iframe');
  }
  say(code: TextCode, values?: Record<string, string | number>): string {
    return say(this.language, code, values);
  }
  button(code: TextCode, values?: Record<string, string | number>): Locator {
    const name = this.say(code, values);
    return this.sidebar.getByRole('button', { name, exact: true }).locator('visible=true');
  }
  tab(code: TextCode): Locator {
    return this.sidebar.getByRole('tab', { name: this.say(code) });
  }
  next(step: TextCode): Locator {
    return this.button('UI_NEXT', { step: this.say(step) });
  }
  field(label: string): Locator {
    return this.sidebar.getByLabel(label, { exact: true }).locator('visible=true');
  }
  alert(): Locator {
    return this.sidebar.getByRole('alert').locator('visible=true');
  }
  async sees(text: string): Promise<void> {
    await this.sidebar.getByText(text, { exact: true }).locator('visible=true').first().waitFor();
  }
  async click(what: Locator): Promise<void> {
    this.clicks++;
    await what.click();
  }
  async type(where: Locator, text: string): Promise<void> {
    this.keys += text.length;
    await where.fill(text);
  }
  /** A list is opened and one of it is clicked. */
  async choose(where: Locator, value: string): Promise<void> {
    this.clicks += 2;
    await where.selectOption(value);
  }
  /** The button that opens the computer's files, and a file there. */
  async chooseFile(name: string, text: string): Promise<void> {
    this.clicks += 2;
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await this.sidebar.locator('input[type=file]').setInputFiles(file);
  }
  async openSidebar(): Promise<void> {
    await this.click(this.page.locator('[data-id="extensions"]'));
    const menu = this.page.locator('.o-menu');
    await menu.getByText('Content KPI', { exact: true }).hover();
    await this.click(menu.getByText(sayMenu(this.language, 'MENU_SIDEBAR'), { exact: true }));
  }

  /** Does something that calls the add-on; each trouble of this person comes first, and is got over by "Try again". */
  async through(act: () => Promise<void>): Promise<void> {
    const [first, ...others] = this.troubles;
    if (first === undefined) return act();
    await this.meet(first, act);
    const again = () => this.click(this.button('UI_RETRY'));
    for (const trouble of others) await this.meet(trouble, again);
    await again();
  }
  async press(button: Locator): Promise<void> {
    await this.through(() => this.click(button));
  }
  private async meet(trouble: Trouble, act: () => Promise<void>): Promise<void> {
    this.troublesMet++;
    if (trouble === 'fail') await this.failing(act);
    else if (trouble === 'empty') await this.answeredBy({ ok: true, value: null }, act);
    else await this.hanging(act);
    await this.button('UI_RETRY').waitFor();
    const said = { fail: 'unavailable', empty: this.say('UI_EMPTY_ANSWER'), hang: this.say('UI_NO_ANSWER') };
    expect(await this.alert().innerText()).toContain(said[trouble]);
    await this.shoot(trouble);
  }
  /** The next service call of the add-on fails, as Google's do now and then. */
  private async failing(act: () => Promise<void>): Promise<void> {
    this.machine.setFaults(({ method }) => {
      // The menu itself opens with services that are not among these.
      if (!/^(Sheets|ScriptApp)\./.test(method)) return undefined;
      this.machine.setFaults(undefined);
      return { kind: 'fail', message: 'The service is currently unavailable.' };
    });
    await act();
  }
  /** The next call is done, but something else is answered. */
  private async answeredBy(answer: object, act: () => Promise<void>): Promise<void> {
    await this.page.route(
      '**/run',
      async (route) => {
        await route.fetch();
        await route.fulfill({ json: answer });
      },
      { times: 1 },
    );
    await act();
  }
  /** The next call is done, but nobody hears of it. */
  private async hanging(act: () => Promise<void>): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const take = this.page.route('**/run', (route) => void route.fetch().then(() => resolve()), {
        times: 1,
      });
      void take.then(act);
    });
    await done;
    await this.page.clock.fastForward(LONG_MS);
    await this.sidebar.getByText(this.say('UI_STILL_WORKING')).locator('visible=true').first().waitFor();
    await this.page.clock.fastForward(GIVE_UP_MS);
  }

  /** The grid shows this tab. */
  async isAt(title: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.workbenchProbe.activeSheet() === wanted, title);
  }
  async shoot(name: string): Promise<void> {
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    this.shots++;
    const [kind, number] = [
      this.troubles.length > 0 ? 'troubled' : 'clean',
      String(this.shots).padStart(2, '0'),
    ];
    await this.page.screenshot({ path: `${SHOTS}/${this.language}-${kind}-${number}-${name}.png` });
  }
  /** One line of what it took. */
  report(path: string): void {
    const seconds = Math.round((Date.now() - this.since) / 1000);
    const met = this.troublesMet === 0 ? '' : `, ${this.troublesMet} troubles got over`;
    const { language, clicks, keys } = this;
    tellFigure('first run', `${language}, ${path}: ${clicks} clicks, ${keys} keys, ${seconds} s${met}`);
  }
}

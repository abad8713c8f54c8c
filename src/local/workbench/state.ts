/** The workbench's parts while it runs: preparing first, then with an open workbook. */
import type { Automation } from './automation/automation.ts';
import type { PageFiles } from './bundle.ts';
import type { EventHub } from './events.ts';
import { HttpError } from './http.ts';
import type { WorkbenchMachine } from './machine-port.ts';
import type { Boot, HostMessage, Step } from './messages.ts';
import type { Screen } from './screen.ts';
import type { WorkbookSession } from './session.ts';

export type OpenWorkbook = {
  machine: WorkbenchMachine;
  session: WorkbookSession;
  screen: Screen;
  automation: Automation;
  openSheet?: string;
};

export class Workbench {
  readonly boot: Boot;
  readonly hub: EventHub;
  readonly files: Promise<PageFiles>;
  private readonly steps: Step[] = [];
  private opened: OpenWorkbook | undefined;

  constructor(boot: Boot, hub: EventHub, files: Promise<PageFiles>) {
    this.boot = boot;
    this.hub = hub;
    this.files = files;
  }

  /** The open workbook; refuses while there is none. */
  open(): OpenWorkbook {
    if (!this.opened) throw new HttpError(503, 'The spreadsheet is not ready yet.');
    return this.opened;
  }

  /** What a page hears first. */
  first(): HostMessage[] {
    const hello: HostMessage = { type: 'hello', instance: this.boot.instance };
    if (!this.opened) return [hello, { type: 'preparing', steps: this.steps }];
    return [hello, { type: 'ready' }, ...this.opened.screen.scripts.pending()];
  }

  /** Shows a step of the preparation, or marks it as done. */
  progress(text: string, done: boolean): void {
    const known = this.steps.find((step) => step.text === text);
    if (known) known.done = done;
    else this.steps.push({ text, done });
    if (!this.opened) this.hub.send({ type: 'preparing', steps: this.steps });
  }

  setOpen(opened: OpenWorkbook): void {
    this.opened = opened;
    this.hub.send({ type: 'ready' });
  }

  close(): void {
    this.opened?.session.close();
    this.opened?.screen.close();
    this.opened?.automation.close();
    this.hub.close();
  }
}

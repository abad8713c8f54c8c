/** What the add-on shows: menu, sidebar, dialogs, toasts; and what people do with them. */
import { randomUUID } from 'node:crypto';
import type { Html, MachineEvent } from '../apps-script/types.ts';
import { instantToSerial } from '../document/zone.ts';
import type { WorkbenchMachine } from './machine-port.ts';
import type { CallAnswer, HostMessage, ShownHtml } from './messages.ts';
import type { ScriptRunner } from './scripts.ts';

/** How many pages of the add-on stay loadable: the sidebar, dialogs, and those that a reload asks for once more. */
const KEPT_PAGES = 20;
const CLOCK_MILLISECONDS = 300;

export class Screen {
  private readonly machine: WorkbenchMachine;
  private readonly send: (message: HostMessage) => void;
  readonly scripts: ScriptRunner;
  private readonly pages = new Map<string, Html>();
  private clock: NodeJS.Timeout | undefined;
  private sidebar: ShownHtml | null = null;
  private readonly stopListening: () => void;

  constructor(
    machine: WorkbenchMachine,
    scripts: ScriptRunner,
    send: (message: HostMessage) => void,
    showSidebar: boolean,
  ) {
    this.machine = machine;
    this.scripts = scripts;
    this.send = send;
    this.stopListening = machine.onEvent((event) => this.heard(event));
    if (showSidebar && machine.ui.sidebar) this.sidebar = this.keep(machine.ui.sidebar);
  }

  close(): void {
    this.stopListening();
    clearTimeout(this.clock);
  }

  /** The HTML of a page of the add-on by its id. */
  page(id: string): string | undefined {
    return this.pages.get(id)?.html;
  }

  shownSidebar(): ShownHtml | null {
    return this.sidebar;
  }

  closeSidebar(): void {
    this.sidebar = null;
    delete this.machine.ui.sidebar;
    this.send({ type: 'sidebar', sidebar: null });
  }

  /** Loads the sidebar's page once more, where it is shown: it is about another workbook now. */
  reloadSidebar(): void {
    const html = this.sidebar && this.pages.get(this.sidebar.id);
    if (!html) return;
    this.sidebar = this.keep(html);
    this.send({ type: 'sidebar', sidebar: this.sidebar });
  }

  /** What is selected in the grid, as `getActiveRange` and the like give it. */
  select(sheetId: number, range: string): void {
    this.machine.select(sheetId, range);
  }

  async chooseMenu(functionName: string): Promise<CallAnswer> {
    const outcome = await this.scripts.run(() => this.machine.chooseMenu(functionName));
    return outcome.ok ? { ok: true, value: null } : failed(outcome.error);
  }

  async call(functionName: string, args: readonly unknown[]): Promise<CallAnswer> {
    const outcome = await this.scripts.run(() => this.machine.callFromSidebar(functionName, args));
    return outcome.ok ? { ok: true, value: outcome.value ?? null } : failed(outcome.error);
  }

  private keep(html: Html): ShownHtml {
    const id = randomUUID();
    this.pages.set(id, html);
    for (const old of this.pages.keys()) {
      if (this.pages.size <= KEPT_PAGES) break;
      if (old !== this.sidebar?.id) this.pages.delete(old);
    }
    const { title, width, height } = html;
    return {
      id,
      title,
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    };
  }

  /** A moment that comes makes every formula on the page anew: many in a row are told as one, when it is over. */
  private tellClock(): void {
    clearTimeout(this.clock);
    this.clock = setTimeout(() => {
      const now = this.machine.clock.now();
      this.send({ type: 'clock', now: instantToSerial(now, this.machine.document().timeZone) });
    }, CLOCK_MILLISECONDS);
  }

  private heard(event: MachineEvent): void {
    const message = this.messageOf(event);
    if (!message) return;
    // The script that goes to a sheet may have made it just now, and the grid learns of sheets when the script ends.
    if (message.type === 'selection') queueMicrotask(() => this.send(message));
    else this.send(message);
  }

  /** What the page is told of an event; nothing for those that it does not show. */
  private messageOf(event: MachineEvent): HostMessage | undefined {
    switch (event.type) {
      case 'menu':
        return { type: 'menu', menu: this.machine.menu() };
      case 'sidebar':
        this.sidebar = this.keep(event.sidebar);
        return { type: 'sidebar', sidebar: this.sidebar };
      case 'dialog':
        return { type: 'dialog', dialog: { ...this.keep(event.dialog), modal: event.dialog.modal } };
      case 'toast':
        return { type: 'toast', title: event.title, text: event.text, seconds: event.seconds };
      case 'clock':
        this.tellClock();
        return undefined;
      case 'selection':
        return { type: 'selection', sheetId: String(event.sheetId), range: event.range };
      default:
        return undefined;
    }
  }
}

function failed(error: { name: string; message: string }): CallAnswer {
  return { ok: false, name: error.name, message: error.message };
}

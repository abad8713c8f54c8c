/** The Apps Script side of the local host: the add-on with its users, triggers, stores, clock and screen. */
import type { CustomFunctions } from '../document/model.ts';
import { createCustomFunctions } from './custom-functions.ts';
import type { Execution, Start } from './execution.ts';
import { faultsAt } from './faults.ts';
import type { Host } from './host.ts';
import { createHost, type RuntimeOptions } from './new-host.ts';
import { openFor, type RunResult, run, toHost } from './run.ts';
import { enumValue } from './service.ts';
import { AuthMode } from './services/script-app.ts';
import { type Choose, type Interleaved, type InterleaveResult, interleave } from './threads/interleave.ts';
import { clockEvent, firstDue, nextTurn } from './triggers.ts';
import type {
  AuthModeName,
  CallFault,
  ExecutionKind,
  ExecutionRecord,
  MachineEvent,
  MenuEntry,
  SheetsApi,
  TriggerState,
  User,
} from './types.ts';
import { IllegalArgument, wireArguments, wireResult } from './wire.ts';

export type FaultOptions = {
  /** What goes wrong in this execution, by the number of the service call. */
  faults?: readonly CallFault[];
};
export type RunOptions = FaultOptions & { user?: string; authMode?: AuthModeName; kind?: ExecutionKind };
/** One of several executions at once. */
export type InterleavedRun =
  | (RunOptions & { functionName: string; args?: readonly unknown[] })
  | (FaultOptions & { triggerId: string });
export type SidebarResult =
  | { ok: true; value: unknown; execution: ExecutionRecord }
  | { ok: false; error: { name: string; message: string }; execution?: ExecutionRecord };

export class Runtime {
  readonly host: Host;
  readonly customFunctions: CustomFunctions;
  /** Spreadsheets in which someone has used the add-on: there `onOpen` runs with more than `AuthMode.NONE`. */
  enabledIn = new Set<string>();
  private readonly listeners = new Set<(event: MachineEvent) => void>();
  private currentUser: string;

  constructor(options: RuntimeOptions, api: (customFunctions: CustomFunctions, host: Host) => SheetsApi) {
    let connected: SheetsApi | undefined;
    const connection: SheetsApi = {
      call: (...args) => {
        if (!connected) throw new Error('The Sheets API is not connected yet.');
        return connected.call(...args);
      },
    };
    this.host = createHost(options, connection, (event) => {
      for (const listener of this.listeners) listener(event);
    });
    this.currentUser = options.user.email;
    this.customFunctions = createCustomFunctions(this.host);
    connected = api(this.customFunctions, this.host);
  }

  onEvent(listener: (event: MachineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  addUser(user: User): void {
    this.host.users.set(user.email, user);
  }

  /** Who acts when a call names nobody. */
  get user(): User {
    return this.userNamed(this.currentUser);
  }

  /** Opens the document as a user: runs `onOpen`, and gives the menu that it made. */
  open(email: string = this.currentUser, authMode?: AuthModeName): MenuEntry[] {
    this.currentUser = email;
    this.host.ui.menu = [];
    const mode = authMode ?? (this.enabledIn.has(this.host.spreadsheetId) ? 'LIMITED' : 'NONE');
    this.simple('onOpen', mode, email);
    for (const trigger of this.host.triggers) {
      if (trigger.event === 'ON_OPEN' && trigger.user === email) this.fire(trigger, this.host.clock.now());
    }
    return this.host.ui.menu;
  }

  /** Installs the add-on from this document: runs `onInstall` with full rights. */
  install(email: string = this.currentUser): MenuEntry[] {
    this.currentUser = email;
    this.host.ui.menu = [];
    this.enabledIn.add(this.host.spreadsheetId);
    this.simple('onInstall', 'FULL', email);
    return this.host.ui.menu;
  }

  /** Runs the function behind a menu entry that is on the screen. */
  chooseMenu(functionName: string, email: string = this.currentUser, options: FaultOptions = {}): RunResult {
    const offered = (entries: readonly MenuEntry[]): boolean =>
      entries.some((entry) =>
        entry.type === 'menu'
          ? offered(entry.entries)
          : entry.type === 'item' && entry.functionName === functionName,
      );
    if (!offered(this.host.ui.menu)) throw new Error(`The menu has no entry for ${functionName}.`);
    return this.run(functionName, [], { ...options, user: email, kind: 'menu' });
  }

  /** Runs any function, by default as the platform does for the current user with full rights. */
  run(functionName: string, args: readonly unknown[] = [], options: RunOptions = {}): RunResult {
    const kind = options.kind ?? 'editor';
    if (kind === 'menu' || kind === 'sidebar') this.enabledIn.add(this.host.spreadsheetId);
    const result = run(this.host, this.startOf(functionName, kind, options), () => args);
    return result.ok ? { ...result, value: toHost(result.value) } : result;
  }

  /** What `google.script.run` does: JSON both ways, errors as an object for the failure handler. */
  callFromSidebar(
    functionName: string,
    args: readonly unknown[] = [],
    email: string = this.currentUser,
    options: FaultOptions = {},
  ): SidebarResult {
    let sent: unknown[];
    try {
      sent = wireArguments(args);
    } catch (error) {
      if (!(error instanceof IllegalArgument)) throw error;
      return { ok: false, error: { name: 'TypeError', message: error.message } };
    }
    this.enabledIn.add(this.host.spreadsheetId);
    const start = this.startOf(functionName, 'sidebar', { ...options, user: email });
    const result = run(this.host, start, () => sent);
    if (result.ok) return { ok: true, value: wireResult(result.value), execution: result.execution };
    const { name, message } = result.error;
    const missing = message === `Script function not found: ${functionName}` && result.error.stack === '';
    // A page finds no method for a function that is not there or is private.
    const error = missing
      ? { name: 'TypeError', message: `google.script.run.${functionName} is not a function` }
      : { name: 'ScriptError', message: name ? `${name}: ${message}` : message };
    return { ok: false, error, execution: result.execution };
  }

  /** Runs several executions at once, interleaved at their service calls. */
  interleave(list: readonly InterleavedRun[], choose: Choose): InterleaveResult {
    return interleave(
      this.host,
      list.map((one) => this.interleavedOf(one)),
      choose,
    );
  }

  private interleavedOf(one: InterleavedRun): Interleaved {
    if ('triggerId' in one) {
      const trigger = this.triggerNamed(one.triggerId);
      return { ...this.triggerStart(trigger, this.host.clock.now(), one), wire: false };
    }
    const kind = one.kind ?? 'editor';
    if (kind === 'menu' || kind === 'sidebar') this.enabledIn.add(this.host.spreadsheetId);
    const wire = kind === 'sidebar';
    const args = one.args ?? [];
    const start = this.startOf(one.functionName, kind, one);
    return { start, args: wire ? wireArguments(args) : args, wire };
  }

  /** The trigger with this id. */
  triggerNamed(id: string): TriggerState {
    const trigger = this.host.triggers.find((candidate) => candidate.id === id);
    if (!trigger) throw new Error(`There is no trigger ${id}.`);
    return trigger;
  }

  /** Moves the clock on, and on its way fires every trigger whose turn comes. */
  moveClockTo(date: Date): RunResult[] {
    const until = date.getTime();
    const results: RunResult[] = [];
    for (;;) {
      const trigger = firstDue(this.host.triggers, until);
      if (trigger?.nextAt === undefined) break;
      const at = trigger.nextAt;
      this.host.clock.set(Math.max(at, this.host.clock.now()));
      results.push(this.fire(trigger, at));
      this.reschedule(trigger);
    }
    this.host.clock.set(Math.max(until, this.host.clock.now()));
    this.host.emit({ type: 'clock', now: this.host.clock.now() });
    return results;
  }

  /** Fires a trigger now, as its maker. */
  fire(trigger: TriggerState, at: number, options: FaultOptions = {}): RunResult {
    const { start, args } = this.triggerStart(trigger, at, options);
    return run(this.host, start, () => args);
  }

  private triggerStart(
    trigger: TriggerState,
    at: number,
    options: FaultOptions,
  ): { start: Start; args: unknown[] } {
    const clock = trigger.event === 'CLOCK';
    const kind = clock ? 'trigger' : 'open';
    const start = this.startOf(trigger.handler, kind, { ...options, user: trigger.user, authMode: 'FULL' });
    start.triggerId = trigger.id;
    if (clock && !this.host.settings.activeDocumentInTriggers) start.document = null;
    const event = clock ? clockEvent(trigger.id, at) : { triggerUid: trigger.id };
    return { start, args: [{ authMode: enumValue(AuthMode, 'FULL'), ...event }] };
  }

  private reschedule(trigger: TriggerState): void {
    const next = nextTurn(trigger, trigger.nextAt ?? this.host.clock.now());
    if (next === undefined) delete trigger.nextAt;
    else trigger.nextAt = next;
  }

  private startOf(functionName: string, kind: ExecutionKind, options: RunOptions): Start {
    const start: Start = {
      functionName,
      kind,
      authMode: options.authMode ?? 'FULL',
      user: this.userNamed(options.user ?? this.currentUser),
      document: openFor(this.host),
    };
    if (options.faults) start.faults = faultsAt(options.faults);
    return start;
  }

  /** A simple trigger: nothing happens when the add-on has no such function. */
  private simple(functionName: string, authMode: AuthModeName, email: string): RunResult {
    const start = this.startOf(functionName, 'open', { user: email, authMode });
    return run(this.host, start, (execution: Execution) => {
      const event: Record<string, unknown> = { authMode: enumValue(AuthMode, authMode) };
      const source = execution.services.SpreadsheetApp?.members.getActiveSpreadsheet;
      if (authMode !== 'NONE' && typeof source === 'function') event.source = source();
      return [event];
    });
  }

  private userNamed(email: string): User {
    const user = this.host.users.get(email);
    if (!user) throw new Error(`There is no user ${email}; add the user first.`);
    return user;
  }
}

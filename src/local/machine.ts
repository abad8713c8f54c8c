/**
 * The local host put together: a spreadsheet, its calculator, the Sheets API, and the built add-on running on them as in
 * Google Sheets, on a clock that stands still until it is moved.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './apps-script/clock.ts';
import { toEml } from './apps-script/eml.ts';
import type { HostSettings } from './apps-script/host.ts';
import type { RunResult } from './apps-script/run.ts';
import {
  type FaultOptions,
  type InterleavedRun,
  type RunOptions,
  Runtime,
  type SidebarResult,
} from './apps-script/runtime.ts';
import { type MachineSnapshot, restoreRuntime, snapshotRuntime } from './apps-script/snapshot.ts';
import { type Choose, chooseBySeed, type InterleaveResult } from './apps-script/threads/interleave.ts';
import type {
  ExecutionRecord,
  FaultHook,
  MachineEvent,
  Mail,
  MenuEntry,
  PropertyStores,
  TriggerState,
  UiDriver,
  UiState,
  User,
} from './apps-script/types.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { CustomFunctions, DocumentState } from './document/model.ts';
import { createDocument, DocumentStore } from './document/store.ts';
import { createCalculator, type EngineCalculator } from './engine/calculator.ts';
import { createSheetsApi } from './sheets-api/api.ts';

export type LocalSheetsApi = ReturnType<typeof createSheetsApi>;

export type { RunResult } from './apps-script/run.ts';
export type { FaultOptions, InterleavedRun, SidebarResult } from './apps-script/runtime.ts';
export type { MachineSnapshot } from './apps-script/snapshot.ts';
export { chooseBySeed, chooseInOrder } from './apps-script/threads/interleave.ts';
export type * from './apps-script/types.ts';

export type MachineOptions = {
  user: User;
  now: Date;
  /** The spreadsheet to open; a new one when missing. */
  document?: DocumentState;
  /** Where mails are written as `.eml` files; they are in `outbox` in any case. */
  outboxFolder?: string;
  /** Repeats the random minutes of triggers and the ids. */
  seed?: number;
  /** Answers alerts and prompts; without one, an alert with nothing but OK is answered, any other question throws. */
  driver?: UiDriver;
  settings?: Partial<HostSettings>;
} & ({ distFolder: string } | { files: Record<string, string> });

export type Machine = {
  readonly store: DocumentStore;
  readonly api: LocalSheetsApi;
  readonly calculator: EngineCalculator;
  readonly customFunctions: CustomFunctions;
  readonly clock: Clock;
  readonly users: Map<string, User>;
  readonly triggers: readonly TriggerState[];
  readonly properties: PropertyStores;
  readonly outbox: readonly Mail[];
  /** What ran, oldest first. */
  readonly executions: readonly ExecutionRecord[];
  readonly ui: UiState;
  /** The open document as it is now. */
  document(): DocumentState;
  /** Opens the document as a user: runs `onOpen` and gives the menu. */
  open(email?: string): MenuEntry[];
  /** Installs the add-on from this document: runs `onInstall` and gives the menu. */
  install(email?: string): MenuEntry[];
  menu(): MenuEntry[];
  chooseMenu(functionName: string, email?: string, options?: FaultOptions): RunResult;
  run(functionName: string, args?: readonly unknown[], options?: RunOptions): RunResult;
  /** What `google.script.run` does. */
  callFromSidebar(
    functionName: string,
    args?: readonly unknown[],
    email?: string,
    options?: FaultOptions,
  ): SidebarResult;
  /** Moves the clock on and fires what falls due, in order. */
  moveClockTo(date: Date): RunResult[];
  /** Fires one trigger now, as its maker, whatever its schedule. */
  fireTrigger(id: string, options?: FaultOptions): RunResult;
  /**
   * Runs several executions at once, interleaved at their service calls; whose turn it is, is chosen by a seed or by a
   * function.
   */
  interleave(list: readonly InterleavedRun[], choose: number | Choose): InterleaveResult;
  /** What the user has selected, for `getActiveRange` and the like. */
  select(sheetId: number, range: string, email?: string): void;
  /** Drops everything that scripts have cached, as Google may at any time. */
  emptyCache(): void;
  /** Runs something with a driver of its own; where the driver throws, everything is as before (`attempt.ts`). */
  attempt<T>(work: () => T, driver: UiDriver, skip?: number): Attempt<T>;
  /** Asked at each service call; undefined ends it. */
  setFaults(hook: FaultHook | undefined): void;
  snapshot(): MachineSnapshot;
  restore(snapshot: MachineSnapshot): void;
  onEvent(listener: (event: MachineEvent) => void): () => void;
};

function writeMails(runtime: Runtime, folder: string): void {
  let count = 0;
  runtime.onEvent((event) => {
    if (event.type !== 'mail') return;
    mkdirSync(folder, { recursive: true });
    const stamp = new Date(event.mail.sentAt).toISOString().replace(/[:.]/g, '-');
    writeFileSync(join(folder, `${stamp}-${++count}.eml`), toEml(event.mail));
  });
}

function facade(
  runtime: Runtime,
  parts: { store: DocumentStore; calculator: EngineCalculator; api: LocalSheetsApi },
): Machine {
  const { host } = runtime;
  const { store } = parts;
  return {
    ...parts,
    customFunctions: runtime.customFunctions,
    clock: host.clock,
    users: host.users,
    get triggers() {
      return host.triggers;
    },
    get properties() {
      return host.properties;
    },
    get outbox() {
      return host.outbox;
    },
    executions: host.executions,
    ui: host.ui,
    document: () => store.get(host.spreadsheetId)!,
    open: (email) => runtime.open(email),
    install: (email) => runtime.install(email),
    menu: () => host.ui.menu,
    chooseMenu: (functionName, email, options) => runtime.chooseMenu(functionName, email, options),
    run: (functionName, args, options) => runtime.run(functionName, args, options),
    callFromSidebar: (functionName, args, email, options) =>
      runtime.callFromSidebar(functionName, args, email, options),
    moveClockTo: (date) => runtime.moveClockTo(date),
    fireTrigger: (id, options) => {
      return runtime.fire(runtime.triggerNamed(id), host.clock.now(), options);
    },
    interleave: (list, choose) =>
      runtime.interleave(list, typeof choose === 'number' ? chooseBySeed(choose) : choose),
    select: (sheetId, range, email) => {
      host.selections.set(email ?? runtime.user.email, { sheetId, range });
    },
    emptyCache: () => host.cache.clear(),
    attempt: (work, driver, skip = 0) => attempt(runtime, store, work, driver, skip),
    setFaults: (hook) => {
      host.faults = hook;
    },
    snapshot: () => snapshotRuntime(runtime, store),
    restore: (snapshot) => restoreRuntime(runtime, store, snapshot),
    onEvent: (listener) => runtime.onEvent(listener),
  };
}

/**
 * Makes a local host for a built add-on.
 *
 * @throws SyntaxError for a script that Apps Script could not parse
 * @example createMachine({ distFolder: 'dist', user: { email: 'ana@example.com', locale: 'en' }, now: new Date() }).open()
 */
export function createMachine(options: MachineOptions): Machine {
  const store = new DocumentStore();
  const document = options.document ?? createDocument();
  store.create(document);
  let parts: { store: DocumentStore; calculator: EngineCalculator; api: LocalSheetsApi } | undefined;
  const runtime = new Runtime(
    {
      program: 'distFolder' in options ? options.distFolder : options.files,
      documents: store,
      spreadsheetId: document.spreadsheetId,
      user: options.user,
      now: options.now,
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.driver ? { driver: options.driver } : {}),
      ...(options.settings ? { settings: options.settings } : {}),
    },
    (customFunctions, host) => {
      const now = (): number => host.clock.now();
      const calculator = createCalculator({ customFunctions, now: () => new Date(now()) });
      const api = createSheetsApi({ store, calculator, random: () => host.random(), now });
      parts = { store, calculator, api };
      return parts.api;
    },
  );
  if (options.outboxFolder !== undefined) writeMails(runtime, options.outboxFolder);
  return facade(runtime, parts!);
}

/** A run that may be taken back whole, as if it had never been: how a script can wait for a person's answer. */
import type { Runtime } from './apps-script/runtime.ts';
import { restoreRuntime, snapshotRuntime } from './apps-script/snapshot.ts';
import type { MachineEvent, UiDriver } from './apps-script/types.ts';
import { DocumentStore } from './document/store.ts';

/** `told` counts what the screen was told; where the driver failed, nothing else of the run is left. */
export type Attempt<T> = { told: number } & ({ done: true; value: T } | { done: false; error: unknown });

/** What the screen shows at once, whatever becomes of the run. */
const SHOWN: ReadonlySet<MachineEvent['type']> = new Set(['menu', 'sidebar', 'dialog', 'toast', 'selection']);

/** What a run may change, kept so that it can be put back. Documents are never changed in place. */
function remember(runtime: Runtime, store: DocumentStore): () => void {
  const { host } = runtime;
  const documents = store.list();
  const state = snapshotRuntime(runtime, new DocumentStore());
  const executions = [...host.executions];
  const selections = [...host.selections];
  const ui = { ...host.ui, dialogs: [...host.ui.dialogs], toasts: [...host.ui.toasts] };
  const alerts = [...host.ui.alerts];
  return () => {
    for (const document of documents) {
      const now = store.get(document.spreadsheetId)!;
      // A number that was used once must not name another state.
      if (now !== document)
        store.replace(document.spreadsheetId, { ...document, revision: now.revision + 1 });
    }
    restoreRuntime(runtime, store, state);
    host.executions.splice(0, host.executions.length, ...executions);
    host.selections.clear();
    for (const [email, selection] of selections) host.selections.set(email, selection);
    delete host.ui.sidebar;
    Object.assign(host.ui, ui, { alerts });
  };
}

/**
 * Runs something whose questions a driver answers; a driver that throws takes the run back.
 * @param work The run; it never waits.
 * @param driver Answers the questions in order.
 * @param skip How many events for the screen earlier attempts have told.
 * @returns The value, or what was thrown after everything was put back.
 * @example attempt(runtime, store, () => runtime.chooseMenu('ask'), () => ({ button: 'YES' }), 0)
 */
export function attempt<T>(
  runtime: Runtime,
  store: DocumentStore,
  work: () => T,
  driver: UiDriver,
  skip: number,
): Attempt<T> {
  const { host } = runtime;
  const back = remember(runtime, store);
  const heard: MachineEvent[] = [];
  const usual = { driver: host.driver, emit: host.emit };
  host.driver = driver;
  host.emit = (event) => {
    heard.push(event);
  };
  let outcome: { done: true; value: T } | { done: false; error: unknown };
  try {
    outcome = { done: true, value: work() };
  } catch (error) {
    back();
    outcome = { done: false, error };
  } finally {
    Object.assign(host, usual);
  }
  let shown = 0;
  for (const event of heard) {
    if (SHOWN.has(event.type) ? ++shown > skip : outcome.done) host.emit(event);
  }
  return { ...outcome, told: Math.max(shown, skip) };
}

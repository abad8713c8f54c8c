/** The whole state of a host, to be taken up again. */
import type { DocumentState } from '../document/model.ts';
import type { DocumentStore } from '../document/store.ts';
import type { CacheEntry, Host } from './host.ts';
import type { Runtime } from './runtime.ts';
import type { Mail, PropertyStores, TriggerState, User } from './types.ts';

export type MachineSnapshot = {
  spreadsheetId: string;
  documents: DocumentState[];
  users: User[];
  /** Spreadsheets in which the add-on has been used. */
  enabledIn: string[];
  properties: PropertyStores;
  cache: [store: string, entries: [key: string, entry: CacheEntry][]][];
  triggers: TriggerState[];
  triggersMade?: Host['triggersMade'];
  outbox: Mail[];
  now: number;
  /** How far the stream of random numbers has been used. */
  draws: number;
};

/** A copy that later runs do not change; documents need no copying, for their states never change. */
export function snapshotRuntime(runtime: Runtime, store: DocumentStore): MachineSnapshot {
  const { host } = runtime;
  const rest = structuredClone({
    spreadsheetId: host.spreadsheetId,
    users: [...host.users.values()],
    enabledIn: [...runtime.enabledIn],
    properties: host.properties,
    cache: [...host.cache].map(([name, entries]) => [name, [...entries]] as MachineSnapshot['cache'][number]),
    triggers: host.triggers,
    triggersMade: host.triggersMade,
    outbox: host.outbox,
    now: host.clock.now(),
    draws: host.draws,
  });
  return { ...rest, documents: store.list() };
}

/** Takes up a snapshot; what is on the screen and the list of executions stay. */
export function restoreRuntime(runtime: Runtime, store: DocumentStore, snapshot: MachineSnapshot): void {
  const { host } = runtime;
  const { documents, ...rest } = snapshot;
  const state = structuredClone(rest);
  for (const document of documents) {
    if (store.get(document.spreadsheetId)) store.replace(document.spreadsheetId, document);
    else store.create(document);
  }
  host.spreadsheetId = state.spreadsheetId;
  host.users.clear();
  for (const user of state.users) host.users.set(user.email, user);
  runtime.enabledIn = new Set(state.enabledIn);
  host.properties = state.properties;
  host.cache = new Map(state.cache.map(([name, entries]) => [name, new Map(entries)]));
  host.triggers = state.triggers;
  host.triggersMade = state.triggersMade ?? [];
  host.outbox = state.outbox;
  host.locks.clear();
  host.clock.set(state.now);
  host.rewind(state.draws);
}

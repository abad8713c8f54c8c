/** Everything that outlives one execution: stores, triggers, users, clock, outbox, what the screen shows. */
import type { DocumentState } from '../document/model.ts';
import type { Clock } from './clock.ts';
import type { Program } from './program.ts';
import type {
  Documents,
  ExecutionRecord,
  FaultHook,
  MachineEvent,
  Mail,
  PropertyStores,
  SheetsApi,
  TriggerState,
  UiDriver,
  UiState,
  User,
} from './types.ts';

export type Selection = { sheetId: number; range: string };
export type CacheEntry = { value: string; expiresAt: number };

export type Host = {
  readonly program: Program;
  readonly clock: Clock;
  readonly documents: Documents;
  readonly api: SheetsApi;
  /** The spreadsheet that is open. */
  spreadsheetId: string;
  readonly users: Map<string, User>;
  properties: PropertyStores;
  /** By store (`script`, `user <email>`, `document <id>`), then by key. */
  cache: Map<string, Map<string, CacheEntry>>;
  /** Id of the execution that holds a lock, by lock. */
  readonly locks: Map<string, number>;
  triggers: TriggerState[];
  /** When clock triggers were made in the last day, deleted ones too. */
  triggersMade: { user: string; at: number }[];
  outbox: Mail[];
  readonly ui: UiState;
  driver: UiDriver;
  /** By e-mail address. */
  readonly selections: Map<string, Selection>;
  readonly executions: ExecutionRecord[];
  faults: FaultHook | undefined;
  readonly settings: HostSettings;
  /** The next of a repeatable stream of numbers in [0, 1). */
  random(): number;
  /** How many numbers of the stream have been used. */
  readonly draws: number;
  /** Sets the stream to where it was after so many numbers. */
  rewind(draws: number): void;
  emit(event: MachineEvent): void;
  nextExecutionId(): number;
};

export type HostSettings = {
  /** Whether the program runs as an add-on, which rations clock triggers. */
  addOn: boolean;
  /** Whether a clock trigger finds the spreadsheet it was made in as the active one. */
  activeDocumentInTriggers: boolean;
  /** Virtual milliseconds that one service call takes: any, or by method. */
  callMilliseconds: number | ((method: string) => number);
  /** Real milliseconds after which a run that never ends is stopped. */
  realMilliseconds: number;
  /** Recipients that mail may go to in a day. */
  mailRecipientsADay: number;
  /** Clock triggers that a user of an add-on may make in a day. */
  triggersADay: number;
};

/** The open document, read only. */
export function openDocument(host: Host): DocumentState {
  const document = host.documents.get(host.spreadsheetId);
  if (!document) throw new Error(`There is no spreadsheet ${host.spreadsheetId} in the store.`);
  return document;
}

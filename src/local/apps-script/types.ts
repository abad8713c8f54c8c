/** What the parts of the Apps Script side share: users, executions, triggers, mail, faults and what listeners hear. */
import type { DocumentState, Json, JsonObject } from '../document/model.ts';

/** A person with the document open, or who made a trigger. */
export type User = {
  email: string;
  /** Language of the account, such as `en` or `zh-CN`; `Session.getActiveUserLocale()` gives it. */
  locale: string;
  /** Whether this person granted the manifest's scopes; missing means yes. */
  authorized?: boolean;
  /** Scopes of the manifest that this person has not granted, such as one that a later version asks for. */
  withheld?: readonly string[];
};

export type AuthModeName = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
export type ExecutionKind = 'open' | 'menu' | 'sidebar' | 'trigger' | 'custom' | 'editor';

export type ServiceCall = {
  /** 1 for the first call of the execution. */
  n: number;
  /** Such as `Sheets.Spreadsheets.batchUpdate` or `Properties.setProperty`. */
  method: string;
  /** Whether the program was still being loaded, before any function was called. */
  loading: boolean;
  /** The sentence the script got instead of an answer. */
  error?: string;
};

export type ScriptFailure = { name: string; message: string; stack: string; details?: JsonObject };

export type ExecutionOutcome = 'running' | 'completed' | 'failed' | 'timed out' | 'killed';

export type ExecutionRecord = {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  authMode: AuthModeName;
  user: string;
  /** Virtual time, milliseconds since 1970. */
  startedAt: number;
  endedAt: number;
  outcome: ExecutionOutcome;
  error?: ScriptFailure;
  calls: ServiceCall[];
  logs: { level: string; text: string }[];
  triggerId?: string;
};

/** What a test can make of the n-th service call. `after` means that the call still takes effect. */
export type Fault =
  | { kind: 'fail'; message: string; name?: string; details?: JsonObject; when?: 'before' | 'after' }
  | { kind: 'timeout'; when?: 'before' | 'after' }
  | { kind: 'kill'; when: 'before' | 'after' };

/** Asked before every service call; it may also run other executions, which is how two of them interleave. */
export type FaultHook = (call: ServiceCall, execution: ExecutionRecord) => Fault | undefined;

/**
 * A fault at the `call`-th service call of one execution, counted from 1. `fail`: the script gets an error and nothing
 * happened; `fail-after`: it gets an error although the call took effect; `timeout`: the call never returns and the time
 * of the run is over; `kill-…`: the run ends there, before or after the call took effect.
 */
export type CallFault = {
  call: number;
  kind: 'fail' | 'fail-after' | 'timeout' | 'kill-before' | 'kill-after';
  /** Sentence of a failure; that of a server that is not well where it is missing. */
  message?: string;
};

export type TriggerSchedule =
  | { type: 'hours'; every: number; minute: number }
  | { type: 'days'; every: number; hour: number; minute: number }
  | { type: 'weeks'; every: number; weekDay: number; hour: number; minute: number }
  | { type: 'month'; day: number; hour: number; minute: number }
  | { type: 'once'; at: number };

export type TriggerState = {
  id: string;
  handler: string;
  user: string;
  spreadsheetId: string;
  source: 'CLOCK' | 'SPREADSHEETS';
  event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  schedule?: TriggerSchedule;
  timeZone: string;
  createdAt: number;
  /** When it fires next; a clock trigger that has had its only turn has none. */
  nextAt?: number;
};

export type Attachment = { name: string; contentType: string; base64: string };
export type Mail = {
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  name: string;
  subject: string;
  body: string;
  htmlBody: string;
  attachments: Attachment[];
  sentAt: number;
  /** Id of the execution that sent it. */
  executionId?: number;
};

export type MenuEntry =
  | { type: 'item'; caption: string; functionName: string }
  | { type: 'separator' }
  | { type: 'menu'; caption: string; entries: MenuEntry[] };

export type Html = { title: string; html: string; width?: number; height?: number };
export type Question = {
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  buttons: string;
};
/** `button` is a name of `Ui.Button`, such as `YES` or `CLOSE`. */
export type Answer = { button: string; text?: string };
export type UiDriver = (question: Question) => Answer;

export type UiState = {
  menu: MenuEntry[];
  sidebar?: Html;
  dialogs: (Html & { modal: boolean })[];
  toasts: { title: string; text: string; seconds: number }[];
  alerts: (Question & { answer: Answer })[];
};

export type MachineEvent =
  | { type: 'execution started'; execution: ExecutionRecord }
  | { type: 'execution finished'; execution: ExecutionRecord }
  | { type: 'menu'; user: string; menu: MenuEntry[] }
  | { type: 'sidebar'; user: string; sidebar: Html }
  | { type: 'dialog'; user: string; dialog: Html & { modal: boolean } }
  | { type: 'toast'; user: string; title: string; text: string; seconds: number }
  | { type: 'question'; user: string; question: Question; answer: Answer }
  | { type: 'selection'; user: string; sheetId: number; range: string }
  | { type: 'mail'; mail: Mail }
  | { type: 'clock'; now: number };

export type PropertyStores = {
  script: Record<string, string>;
  user: Record<string, Record<string, string>>;
  document: Record<string, Record<string, string>>;
};

/** The part of the document store that the services need. */
export type Documents = {
  get(spreadsheetId: string): DocumentState | undefined;
  /** Puts a new state in place; missing where nothing but the API changes documents. */
  replace?(spreadsheetId: string, state: DocumentState): void;
};

/** The Sheets API of the host, called without HTTP. */
export type SheetsApi = {
  call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    query: URLSearchParams,
    body: Json | undefined,
  ): { status: number; body: Json };
};

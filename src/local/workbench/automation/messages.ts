/** What the panel "Automation" shows. Times are what the spreadsheet's clocks show, as if that were UTC, in milliseconds. */
import type {
  ExecutionKind,
  ExecutionOutcome,
  ServiceCall,
  TriggerSchedule,
} from '../../apps-script/types.ts';

export type ShownTrigger = {
  id: string;
  handler: string;
  owner: string;
  /** Missing for triggers that wait for an event of the spreadsheet, such as `ON_EDIT`. */
  schedule?: TriggerSchedule;
  event: string;
  timeZone: string;
  nextAt?: number;
};

export type ShownExecution = {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  user: string;
  startedAt: number;
  /** Milliseconds by the host's clock. */
  duration: number;
  outcome: ExecutionOutcome;
  error?: string;
  calls: number;
  logs: number;
  /** Whether the spreadsheet was another one after it. */
  changed: boolean;
  /** Numbers of the mails that it sent, in the list of mails. */
  mails: number[];
};

/** What a person sees on opening an execution. */
export type ExecutionDetails = {
  calls: ServiceCall[];
  logs: { level: string; text: string }[];
  error?: string;
};

export type ShownMail = {
  number: number;
  from: string;
  to: string;
  cc: string;
  subject: string;
  sentAt: number;
  html: boolean;
  text: string;
  attachments: string[];
};

export type AutomationAnswer = {
  now: number;
  timeZone: string;
  /** Where the button for the next review moves the clock. */
  reviewAt: number;
  triggers: ShownTrigger[];
  /** Newest first. */
  executions: ShownExecution[];
  /** Newest first. */
  mails: ShownMail[];
  moving: boolean;
};

/** How moving the clock, or running one trigger, ended. */
export type FiringAnswer = {
  fired: number;
  failed: number;
  /** Runs that went well, changed nothing of the spreadsheet and sent no mail. */
  idle: number;
  /** Titles of the sheets that came, and of those that changed. */
  created: string[];
  changed: string[];
  now: number;
  stopped: boolean;
};

/** What the host and the thread of an execution tell each other. */
import type { RealmFailure } from '../realm.ts';

export type RunCommand = {
  type: 'run';
  scripts: { file: string; text: string }[];
  functionName: string;
  /** The rest is encoded: arguments, and services by their global names. */
  args: unknown;
  globals: unknown;
  /** Whether the result passes `google.script.run`. */
  wire: boolean;
  timeZone: string;
  now: number;
  realMilliseconds: number;
};

export type ToScript =
  | RunCommand
  | { type: 'answer'; value: unknown; now: number }
  | { type: 'refusal'; failure: { name: string; message: string; details: string | undefined }; now: number }
  | { type: 'render'; code: string };

export type Log = { level: string; text: string };
export type CallMessage = {
  type: 'call';
  service: unknown;
  member: string;
  args: unknown;
  loading: boolean;
  logs: Log[];
};
export type EndMessage = {
  type: 'end';
  logs: Log[];
  value?: unknown;
  failure?: RealmFailure;
  /** There is no such function. */
  missing?: boolean;
  outOfTime?: boolean;
};
export type ToHost =
  | CallMessage
  | EndMessage
  | { type: 'rendered'; text: string }
  | { type: 'render failed'; name: string; message: string };

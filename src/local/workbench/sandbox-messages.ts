/** What passes between a page of the add-on in its frame and the workbench's page. */
import type { CallAnswer } from './messages.ts';

export type FrameMessage = { from: 'google.script' } & (
  | { type: 'run'; call: number; functionName: string; args: unknown[] }
  | { type: 'close' }
  | { type: 'setHeight' | 'setWidth'; size: number }
  | { type: 'focusEditor' }
);

export type HostReply = { from: 'workbench'; call: number; result: CallAnswer };

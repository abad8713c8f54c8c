/** A page of the add-on in a frame of its own origin, and its calls of `google.script`. */
import type { CallAnswer } from '../messages.ts';
import type { FrameMessage, HostReply } from '../sandbox-messages.ts';
import { element } from './dom.ts';
import { post, words } from './server.ts';

export type FrameActions = {
  close(): void;
  setHeight(height: number): void;
  setWidth(width: number): void;
};

export type AddonFrame = { element: HTMLIFrameElement; end(): void };

const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-downloads';

/** Makes the frame for the page with this id. `end` stops answering it and takes it out of the document. */
export function addonFrame(id: string, title: string, actions: FrameActions): AddonFrame {
  const frame = element('iframe', { class: 'wb-addon', sandbox: SANDBOX, src: `/addon/${id}`, title });
  const hear = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow) return;
    const message = event.data as FrameMessage | null;
    if (message?.from !== 'google.script') return;
    if (message.type === 'run') void answer(frame, message);
    else if (message.type === 'close') actions.close();
    else if (message.type === 'setHeight') actions.setHeight(message.size);
    else if (message.type === 'setWidth') actions.setWidth(message.size);
    else if (message.type === 'focusEditor') focusGrid();
  };
  window.addEventListener('message', hear);
  return {
    element: frame,
    end: () => {
      window.removeEventListener('message', hear);
      frame.remove();
    },
  };
}

async function answer(frame: HTMLIFrameElement, message: Extract<FrameMessage, { type: 'run' }>) {
  let result: CallAnswer;
  try {
    result = await post<CallAnswer>('/run', { functionName: message.functionName, args: message.args });
  } catch (error) {
    console.warn(error);
    result = { ok: false, name: 'NetworkError', message: words.lost };
  }
  const reply: HostReply = { from: 'workbench', call: message.call, result };
  // The frame has an origin of its own ("null"), which no target origin names.
  frame.contentWindow?.postMessage(reply, '*');
}

/** Gives the keyboard back to the cells. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.o-grid')?.focus();
}

/** `google.script` for a page of the add-on: put into its frame before its own scripts. */
import { wireArguments } from '../../apps-script/wire.ts';
import type { FrameMessage, HostReply } from '../sandbox-messages.ts';

type Handler = ((value: unknown, userObject?: unknown) => void) | undefined;
type Handlers = { success: Handler; failure: Handler; userObject: unknown };
type Call = { message: Extract<FrameMessage, { type: 'run' }>; handlers: Handlers };

/** Calls beyond this many wait until another has ended. */
const AT_ONCE = 10;

const running = new Map<number, Handlers>();
const waiting: Call[] = [];
let calls = 0;

function send(message: FrameMessage): void {
  window.parent.postMessage(message, '*');
}

function startWaiting(): void {
  while (running.size < AT_ONCE && waiting.length > 0) {
    const { message, handlers } = waiting.shift()!;
    running.set(message.call, handlers);
    send(message);
  }
}

window.addEventListener('message', (event: MessageEvent) => {
  const reply = event.data as HostReply | null;
  if (event.source !== window.parent || reply?.from !== 'workbench') return;
  const handlers = running.get(reply.call);
  if (!handlers) return;
  running.delete(reply.call);
  startWaiting();
  finish(handlers, reply.result);
});

function finish(handlers: Handlers, result: HostReply['result']): void {
  if (result.ok) {
    handlers.success?.(result.value, handlers.userObject);
    return;
  }
  const error = new Error(result.message);
  error.name = result.name;
  if (handlers.failure) handlers.failure(error, handlers.userObject);
  // Without a failure handler the console is the only place that tells.
  else console.warn(`Uncaught ${result.name}: ${result.message}`);
}

function checked(value: unknown, method: string): Handler {
  if (typeof value !== 'function') throw new TypeError(`google.script.run.${method} needs a function.`);
  return value as Handler;
}

/** Each `with…` gives a new runner; the others stay as they were. */
function runner(handlers: Handlers): unknown {
  const own: Record<string, (value: unknown) => unknown> = {
    withSuccessHandler: (value) => runner({ ...handlers, success: checked(value, 'withSuccessHandler') }),
    withFailureHandler: (value) => runner({ ...handlers, failure: checked(value, 'withFailureHandler') }),
    withUserObject: (value) => runner({ ...handlers, userObject: value }),
  };
  return new Proxy(own, {
    get: (target, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined;
      return Object.hasOwn(target, name) ? target[name] : (...args: unknown[]) => run(name, args, handlers);
    },
  });
}

function run(functionName: string, args: unknown[], handlers: Handlers): void {
  const call = ++calls;
  const message = {
    from: 'google.script',
    type: 'run',
    call,
    functionName,
    args: wireArguments(args),
  } as const;
  waiting.push({ message, handlers });
  startWaiting();
}

const host = {
  close: () => send({ from: 'google.script', type: 'close' }),
  setHeight: (size: number) => send({ from: 'google.script', type: 'setHeight', size: Number(size) }),
  setWidth: (size: number) => send({ from: 'google.script', type: 'setWidth', size: Number(size) }),
  editor: { focus: () => send({ from: 'google.script', type: 'focusEditor' }) },
};

const run0 = runner({ success: undefined, failure: undefined, userObject: undefined });
Object.defineProperty(window, 'google', { value: { script: { run: run0, host } } });

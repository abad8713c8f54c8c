/** Threads for executions: made when needed, used again, ended for good by a kill. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import { Channel, makeSignal } from './channel.ts';
import type { ToHost, ToScript } from './messages.ts';

/** How long a script may think between two service calls before the host gives up on it. Real milliseconds. */
const PATIENCE = 60000;

export type Thread = {
  send(message: ToScript): void;
  receive(): ToHost;
  /** The script stops where it is: no `catch`, no `finally`. */
  kill(): void;
  /** Takes the thread back for another execution. */
  release(): void;
};

const idle: Thread[] = [];
let source: string | undefined;

function threadSource(): string {
  const esbuild = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  const result = esbuild.buildSync({
    entryPoints: [join(process.cwd(), 'src/local/apps-script/threads/thread.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return result.outputFiles[0]!.text;
}

function makeThread(): Thread {
  source ??= threadSource();
  const { port1, port2 } = new MessageChannel();
  const signal = makeSignal();
  const worker = new Worker(source, {
    eval: true,
    // The zone of a script is the process's while its thread looks at it.
    env: SHARE_ENV,
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  const channel = new Channel<ToScript, ToHost>(port1, signal, 'host');
  const thread: Thread = {
    send: (message) => channel.send(message),
    receive: () => channel.receive(PATIENCE),
    kill: () => void worker.terminate(),
    release: () => void idle.push(thread),
  };
  return thread;
}

/** A thread that does nothing yet. */
export function takeThread(): Thread {
  return idle.pop() ?? makeThread();
}

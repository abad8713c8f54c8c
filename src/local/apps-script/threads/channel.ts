/** Messages between two threads that wait for each other without an event loop. */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** How many messages have been sent, by who hears them. */
const HEARD_BY = { host: 0, script: 1 } as const;

/** Shared memory for one channel. */
export function makeSignal(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

export class Channel<Sent, Received> {
  private readonly port: MessagePort;
  private readonly signal: Int32Array;
  private readonly own: number;
  private readonly other: number;

  constructor(port: MessagePort, signal: Int32Array, side: keyof typeof HEARD_BY) {
    this.port = port;
    this.signal = signal;
    this.own = HEARD_BY[side];
    this.other = HEARD_BY[side === 'host' ? 'script' : 'host'];
  }

  send(message: Sent): void {
    this.port.postMessage(message);
    Atomics.add(this.signal, this.other, 1);
    Atomics.notify(this.signal, this.other);
  }

  /**
   * The next message, waited for.
   *
   * @param milliseconds real time after which nothing will come any more
   * @throws Error when nothing came
   */
  receive(milliseconds = Number.POSITIVE_INFINITY): Received {
    for (;;) {
      const seen = Atomics.load(this.signal, this.own);
      const received = receiveMessageOnPort(this.port) as { message: Received } | undefined;
      if (received) return received.message;
      if (Atomics.wait(this.signal, this.own, seen, milliseconds) === 'timed-out') {
        throw new Error('The thread of an execution does not answer.');
      }
    }
  }
}

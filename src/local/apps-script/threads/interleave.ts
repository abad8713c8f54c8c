/** Several executions at once: each stands still at every service call, and one at a time goes on. */
import { seededRandom } from '../clock.ts';
import type { Start } from '../execution.ts';
import type { Host } from '../host.ts';
import type { RunResult } from '../run.ts';
import { lockName } from '../services/lock.ts';
import { ThreadedExecution } from './threaded.ts';

export type Interleaved = { start: Start; args: readonly unknown[]; wire: boolean };

/**
 * Which of those that can go on does; `ready` are places in the list of executions, the answer is one of them.
 * An execution is ready once more at its end, when it gives back its locks.
 */
export type Choose = (ready: readonly number[]) => number;

export type InterleaveResult = {
  results: RunResult[];
  /** Who went on, step by step: the place in the list of executions. The same order again gives the same run. */
  order: number[];
};

/** Chooses by chance, the same for the same seed. */
export function chooseBySeed(seed: number): Choose {
  const random = seededRandom(seed);
  return (ready) => ready[Math.floor(random() * ready.length)]!;
}

/** Chooses in a given order as far as it goes and can be followed, then whoever comes first. */
export function chooseInOrder(order: readonly number[]): Choose {
  let at = 0;
  return (ready) => {
    const wanted = order[at++];
    return wanted !== undefined && ready.includes(wanted) ? wanted : ready[0]!;
  };
}

class Participant {
  readonly threaded: ThreadedExecution;
  /** Until when it waits for a lock that another holds. */
  private waitsUntil: number | undefined;
  private readonly host: Host;

  constructor(host: Host, { start, args, wire }: Interleaved) {
    this.host = host;
    this.threaded = new ThreadedExecution(host, start, args, wire);
  }

  get isLive(): boolean {
    return this.threaded.result === undefined;
  }

  /** When it need wait no longer: the past for all but those that want a lock that another holds. */
  readyAt(): number {
    const { call, execution } = this.threaded;
    const name = call && /^(try|wait)Lock$/.test(call.member) ? lockName(call.service) : undefined;
    const holder = name === undefined ? undefined : this.host.locks.get(name);
    if (!call || holder === undefined || holder === execution.record.id) return Number.NEGATIVE_INFINITY;
    this.waitsUntil ??= this.host.clock.now() + Number(call.args[0]);
    return this.waitsUntil;
  }

  step(): void {
    const { call } = this.threaded;
    // What it has waited already is not waited again.
    if (call && this.waitsUntil !== undefined) {
      call.args = [Math.max(0, this.waitsUntil - this.host.clock.now())];
    }
    this.waitsUntil = undefined;
    this.threaded.step();
  }
}

/** The ones that can go on now; where all wait for locks, the one whose patience ends first. */
function readyOnes(host: Host, participants: readonly Participant[]): number[] {
  const live = participants.map((_, i) => i).filter((i) => participants[i]!.isLive);
  const at = new Map(live.map((i) => [i, participants[i]!.readyAt()]));
  const ready = live.filter((i) => at.get(i)! <= host.clock.now());
  if (ready.length > 0 || live.length === 0) return ready;
  return [live.reduce((first, i) => (at.get(i)! < at.get(first)! ? i : first))];
}

/**
 * Runs executions at once, interleaved at their service calls.
 *
 * Every script runs in a thread of its own and goes on only when it is chosen, so a run depends on nothing but the
 * choices. A killed execution stops where it is: nothing of it runs on, not even `finally`.
 *
 * @param choose asked before every step
 * @returns a result for each, in the order of the list
 */
export function interleave(host: Host, list: readonly Interleaved[], choose: Choose): InterleaveResult {
  const participants = list.map((one) => new Participant(host, one));
  const order: number[] = [];
  for (let ready = readyOnes(host, participants); ready.length > 0; ready = readyOnes(host, participants)) {
    const chosen = choose(ready);
    if (!ready.includes(chosen)) throw new Error(`Execution ${chosen} cannot go on now.`);
    order.push(chosen);
    participants[chosen]!.step();
  }
  return { results: participants.map(({ threaded }) => threaded.result!), order };
}

/** What fails: each service call of each job in turn, in every way in which a call can. */
import type { Fault, FaultHook, Machine } from '../../src/local/machine.ts';
import type { Random } from '../../src/sample/random.ts';

export const TROUBLES = [
  'fails before',
  'fails after',
  'times out before',
  'times out after',
  'is killed before',
  'is killed after',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** The jobs whose calls fail, by the function that Google or the sidebar calls. */
export const JOBS = {
  onTick: 'tick',
  importFile: 'import',
  menuWriteReview: 'review',
  menuCloseReview: 'closing',
} as const;
export type JobFunction = keyof typeof JOBS;

/** Stands for what fails in a run in which nothing may. */
const NONE = 'none';
const MESSAGE = 'The service is currently unavailable.';

function faultOf(trouble: Trouble, method: string): Fault {
  const when = trouble.endsWith('before') ? 'before' : 'after';
  if (trouble.startsWith('times')) return { kind: 'timeout', when };
  if (trouble.startsWith('is killed')) return { kind: 'kill', when };
  const name = method.startsWith('Sheets.') ? 'GoogleJsonResponseException' : 'Exception';
  return { kind: 'fail', name, message: MESSAGE, when };
}

type Call = { readonly had: Set<Trouble>; runs: number };

/** A call that fewer runs have made, such as the ninth batch of a tick that makes up for weeks, may be spared. */
const RARE = 3;

/** Which calls have failed in which ways; a call is the n-th of its method in its run. */
export class Troubles {
  private readonly calls = new Map<string, Call>();
  readonly counts = new Map<Trouble, number>(TROUBLES.map((trouble) => [trouble, 0]));
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Runs a job of which one call fails, where one is left that has not failed in every way; says which. */
  during<T>(machine: Machine, job: JobFunction, work: () => T): { result: T; made: string | undefined } {
    const state: { made?: string } = {};
    machine.setFaults(this.hook(job, state));
    try {
      return { result: work(), made: state.made };
    } finally {
      machine.setFaults(undefined);
    }
  }

  /** Runs a job that nothing fails, and learns which calls it makes. */
  without<T>(machine: Machine, job: JobFunction, work: () => T): T {
    machine.setFaults(this.hook(job, { made: NONE }));
    try {
      return work();
    } finally {
      machine.setFaults(undefined);
    }
  }

  private hook(job: JobFunction, state: { made?: string }): FaultHook {
    const times = new Map<string, number>();
    return ({ method }, { functionName }) => {
      if (functionName !== job) return undefined;
      const n = (times.get(method) ?? 0) + 1;
      times.set(method, n);
      // What a run does once something has failed is no part of what it does otherwise.
      if (state.made !== undefined && state.made !== NONE) return undefined;
      // Each further batch of an import is one more draft that is made again.
      const name = `${JOBS[job]} ${method} ${job === 'importFile' ? Math.min(n, 2) : n}`;
      const call = this.calls.get(name) ?? { had: new Set(), runs: 0 };
      this.calls.set(name, call);
      call.runs += 1;
      if (state.made === NONE || !this.isChosen(job, call)) return undefined;
      const trouble = this.random.pick(TROUBLES.filter((each) => !call.had.has(each)));
      call.had.add(trouble);
      this.counts.set(trouble, (this.counts.get(trouble) ?? 0) + 1);
      state.made = `${name} ${trouble}`;
      return faultOf(trouble, method);
    };
  }

  /** A call that has never failed does so when it is met; the others once all have. */
  private isChosen(job: JobFunction, { had }: Call): boolean {
    if (had.size === TROUBLES.length) return false;
    return had.size === 0 || this.random.chance(this.hasLeft(job) ? 0.01 : 0.15);
  }

  /** Whether any call of a job has never failed. */
  hasLeft(job: JobFunction): boolean {
    return this.ofJob(job).some(([, { had }]) => had.size === 0);
  }

  /** Calls of a job that its runs make and that have never failed. */
  spared(job: JobFunction): string[] {
    return this.ofJob(job).flatMap(([name, { had, runs }]) => (had.size === 0 && runs >= RARE ? [name] : []));
  }

  /** How many calls a job makes, and in how many ways together they have failed. */
  sumOf(job: JobFunction): { calls: number; ways: number } {
    const all = this.ofJob(job);
    return { calls: all.length, ways: all.reduce((sum, [, { had }]) => sum + had.size, 0) };
  }

  private ofJob(job: JobFunction): (readonly [string, Call])[] {
    return [...this.calls].filter(([call]) => call.startsWith(`${JOBS[job]} `));
  }
}

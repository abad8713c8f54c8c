/** Two and three executions at once: one is interrupted at a service call, and others run in between. */
import type { Choose } from '../../src/local/apps-script/threads/interleave.ts';
import type { InterleavedRun, Machine, RunResult } from '../../src/local/machine.ts';

/** An execution by its name. */
export type Run = {
  readonly name: string;
  of(machine: Machine): InterleavedRun;
};

/**
 * Each makes so many steps, then the next begins; the last goes on as far as it can, and then those before it, the latest
 * first. A lock that one holds makes another wait.
 * @param steps How many steps each but the last makes before the next one begins.
 */
export function interrupted(steps: readonly number[]): Choose {
  const made = steps.map(() => 0);
  return (ready) => {
    for (const [index, most] of steps.entries()) {
      if ((made[index] as number) >= most || !ready.includes(index)) continue;
      made[index] = (made[index] as number) + 1;
      return index;
    }
    return ready.at(-1) as number;
  };
}

/** How many steps an execution makes when it runs alone; the last is its end. */
export function stepsOf(machine: Machine, run: Run): number {
  return machine.interleave([run.of(machine)], (ready) => ready[0] as number).order.length;
}

/** What each was told that is not of its success; empty where it succeeded. */
export function saidBy(results: readonly RunResult[]): string[] {
  return results.map((result) => {
    if (!result.ok) return result.error.message;
    const { ok = true, sentence = '' } = (result.value ?? {}) as { ok?: boolean; sentence?: string };
    return ok ? '' : sentence;
  });
}

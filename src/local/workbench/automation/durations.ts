/** How long executions took on this computer: the host's own clock stands still while they run. */
import type { ExecutionRecord } from '../../apps-script/types.ts';

/** Far more than the list that is shown. */
const KEPT = 2000;

export class Durations {
  private readonly measured = new Map<number, number>();

  /** Runs something and notes its time for the executions that it gives. */
  measure<T>(work: () => T, executionsOf: (result: T) => readonly (ExecutionRecord | undefined)[]): T {
    const start = performance.now();
    const result = work();
    const executions = executionsOf(result).filter((record) => record !== undefined);
    for (const { id } of executions) {
      this.measured.set(id, (performance.now() - start) / executions.length);
    }
    for (const id of this.measured.keys()) {
      if (this.measured.size <= KEPT) break;
      this.measured.delete(id);
    }
    return result;
  }

  /** Milliseconds of an execution: those of the host's clock where it went on, else those of this computer. */
  of({ id, startedAt, endedAt }: ExecutionRecord): number | undefined {
    return endedAt > startedAt ? endedAt - startedAt : this.measured.get(id);
  }
}

/** Calls of Google's services that each job makes where nothing fails, counted on the workbook on which the tests let them fail. */
import { countCalls } from '../test/faults/calls.ts';
import { stateAfter, undisturbed } from '../test/faults/explore.ts';
import { jobsOf } from '../test/faults/jobs.ts';
import { makeWorld } from '../test/faults/world.ts';

/** Prints a line for each job. There is nothing to repeat: a job makes the same calls every time. */
export function benchCalls(): void {
  const world = makeWorld();
  for (const job of jobsOf(world, (make) => stateAfter(world.machine, world.monday, make))) {
    const line = { name: `service calls of “${job.name}”`, ...countCalls(undisturbed(job)) };
    console.log(JSON.stringify(line));
  }
}

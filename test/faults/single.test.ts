/** Each service call of each job fails before and after it took effect, or ends the run there; then the job runs again. */
import { randomOf } from '../../src/sample/random.ts';
import {
  type Reference,
  type Scenario,
  scenariosOf,
  stateAfter,
  tryScenario,
  undisturbed,
} from './explore.ts';
import { JOB_NAMES, type Job, jobsOf } from './jobs.ts';
import { ALL, SEED, tell } from './share.ts';
import { makeWorld } from './world.ts';

/** What can change something is tried more often than what only reads. */
const WRITES =
  /batchUpdate$|sendEmail$|\.create$|deleteTrigger$|(?:set|delete)Property$|tryLock$|releaseLock$|toast$|alert$/;
/** So much of all is tried where not everything is; setting up anew takes seconds each time. */
const SHARE = { writes: 0.28, others: 0.06, slow: 0.05 };
const SLOW = 'set up';

function drawn(job: Job, reference: Reference): Scenario[] {
  const all = scenariosOf(reference);
  if (ALL) return all;
  const random = randomOf(SEED, `faults ${job.name}`);
  const shareOf = ({ method }: Scenario): number => (WRITES.test(method) ? SHARE.writes : SHARE.others);
  const some = all.filter((each) => random.chance(job.name === SLOW ? SHARE.slow : shareOf(each)));
  return some.length === 0 ? [random.pick(all)] : some;
}

describe('one fault in a run', () => {
  let jobs: Map<string, Job>;
  const counts: Record<string, number> = {};
  let possible = 0;

  beforeAll(() => {
    const world = makeWorld();
    const all = jobsOf(world, (make) => stateAfter(world.machine, world.monday, make));
    jobs = new Map(all.map((job) => [job.name, job]));
  });

  test.each(JOB_NAMES)('%s', (name) => {
    const job = jobs.get(name) as Job;
    const reference = undisturbed(job);
    const scenarios = drawn(job, reference);
    possible += scenariosOf(reference).length;
    counts[name] = scenarios.length;
    expect(scenarios.flatMap((scenario) => tryScenario(job, reference, scenario))).toEqual([]);
  });

  test('all jobs were tried', () => {
    tell('faults', 'scenarios', counts, possible);
    expect([...jobs.keys()]).toEqual([...JOB_NAMES]);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });
});

/** Every kind of edit alone: each job works, or says in one sentence what is wrong; nothing is lost. */
import { KINDS, type Kind } from './edits.ts';
import { applyEdit, goTo, JOB_NAMES, makeWorld, markers, runJob } from './world.ts';

const SEEDS = [1, 2, 3];

describe.each(['en', 'zh-CN'] as const)('%s', (language) => {
  const world = makeWorld(language);

  test.each(KINDS)('%s', (kind: Kind) => {
    const faults: string[] = [];
    let applied = 0;
    for (const seed of SEEDS) {
      goTo(world, world.start);
      if (applyEdit(world, kind, seed, markers()) === 'done') applied += 1;
      const edited = world.machine.document();
      for (const job of JOB_NAMES) {
        goTo(world, edited);
        faults.push(...runJob(world, job).faults.map((fault) => `seed ${seed}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(applied).toBeGreaterThan(0);
  });
});

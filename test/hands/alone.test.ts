/** Every kind of edit alone: each job works, or says in one sentence what is wrong; nothing is lost. */
import { KINDS, type Kind } from './edits.ts';
import { applyEdit, goTo, JOB_NAMES, makeWorld, markers, runJob } from './world.ts';

describe.each([
  ['en', [1]],
  ['zh-CN', [2]],
] as const)('%s', (language, seeds) => {
  const world = makeWorld(language);

  test('every job works on the workbook as it is', () => {
    const answers = JOB_NAMES.map((job) => {
      goTo(world, world.start);
      return [job, runJob(world, job)];
    });
    expect(answers).toEqual(JOB_NAMES.map((job) => [job, { refused: undefined, faults: [] }]));
  });

  test.each(KINDS)('%s', (kind: Kind) => {
    const faults: string[] = [];
    let applied = 0;
    for (const seed of seeds) {
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

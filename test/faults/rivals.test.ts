/** Two and three people's runs at once, with the lock that keeps them apart and without. */
import type { Machine } from '../../src/local/machine.ts';
import { randomOf } from '../../src/sample/random.ts';
import { type Arena, LOCKS, type Lock, lookAt, makeArena, type Played, rivalFaults } from './rivals.ts';
import { interrupted, type Run, saidBy, stepsOf } from './schedules.ts';
import { ALL, SEED, tell } from './share.ts';
import { goTo } from './world.ts';

/** So many pairs and triples are drawn for each kind of lock, and so many places at which the first is interrupted. */
const DRAWN = { pairs: 4, places: 4, triples: 2 };
/** These meet in any case: the one has two changes, the other several. */
const ALWAYS = ['import', 'tick'];
/** Of triples there are too many for all. */
const ALL_TRIPLES = 60;

describe.each(Object.keys(LOCKS) as Lock[])('runs at once, %s', (lock) => {
  let arena: Arena;
  let machine: Machine;
  const counts: Record<string, number> = {};
  const random = randomOf(SEED, `rivals ${lock}`);

  beforeAll(() => {
    arena = makeArena();
    machine = arena.machines[lock];
  });

  const inOrder = (runs: readonly Run[]): Played => {
    goTo(machine, arena.state);
    const said = runs.flatMap((run) =>
      saidBy(machine.interleave([run.of(machine)], (ready) => ready[0] ?? 0).results),
    );
    return lookAt(machine, said);
  };

  const play = (runs: readonly Run[], steps: readonly number[], orders: readonly Played[]): string[] => {
    goTo(machine, arena.state);
    const { results } = machine.interleave(
      runs.map((run) => run.of(machine)),
      interrupted(steps),
    );
    const name = runs.map((run) => run.name).join(' + ');
    counts[name] = (counts[name] ?? 0) + 1;
    const faults = rivalFaults(machine, arena.state, runs, lookAt(machine, saidBy(results)), orders);
    return faults.map((fault) => `${name} at ${steps.join()}: ${fault}`);
  };

  const stepsAlone = (run: Run): number => {
    goTo(machine, arena.state);
    return stepsOf(machine, run);
  };

  /** Who is refused has done nothing: what one does alone is an order, too, where calls take long. */
  const ordersOf = (runs: readonly Run[]): Played[] => {
    const orders = runs.length === 1 ? [runs] : permutations(runs);
    const all = orders.map(inOrder);
    return lock === 'slow calls' ? [...all, ...runs.map((run) => inOrder([run]))] : all;
  };

  const isPossible = ([a, b]: readonly Run[]): boolean =>
    // A tick of so many slow calls ends before it has done anything.
    a !== b && (lock !== 'slow calls' || (!a?.name.includes('tick') && !b?.name.includes('tick')));

  test('two', () => {
    const all = arena.runs.flatMap((a) => arena.runs.map((b) => [a, b])).filter(isPossible);
    // A sort keeps the order of what is alike.
    const isFirst = (runs: readonly Run[]): number =>
      runs.every(({ name }) => ALWAYS.includes(name)) ? 0 : 1;
    const shuffled = random.shuffled(all).sort((x, y) => isFirst(x) - isFirst(y));
    const pairs = ALL ? all : shuffled.slice(0, DRAWN.pairs);
    const faults = pairs.flatMap((runs) => {
      const places = Array.from({ length: stepsAlone(runs[0] as Run) - 1 }, (_, n) => n + 1);
      const some = ALL ? places : random.shuffled(places).slice(0, DRAWN.places);
      const orders = ordersOf(runs);
      return some.flatMap((place) => play(runs, [place], orders));
    });
    expect(faults).toEqual([]);
  });

  test('three', () => {
    if (lock === 'slow calls') return;
    const faults = Array.from({ length: ALL ? ALL_TRIPLES : DRAWN.triples }, () => {
      const runs = random.shuffled(arena.runs).slice(0, 3);
      const steps = runs.slice(0, 2).map((run) => random.whole(1, stepsAlone(run) - 1));
      return play(runs, steps, ordersOf(runs));
    });
    expect(faults.flat()).toEqual([]);
  });

  test('they met', () => {
    tell('rivals', 'schedules', counts, arena.runs.length, lock);
    expect(Object.values(counts).length).toBeGreaterThanOrEqual(DRAWN.pairs);
  });
});

function permutations(runs: readonly Run[]): Run[][] {
  if (runs.length <= 1) return [[...runs]];
  return runs.flatMap((first) =>
    permutations(runs.filter((run) => run !== first)).map((rest) => [first, ...rest]),
  );
}

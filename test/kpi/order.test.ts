import fc from 'fast-check';
import { staysInPlace } from '../../src/kpi/in-place.ts';
import { mergeOrder } from '../../src/kpi/merge-order.ts';

/** Length of a longest rising run, as its definition has it. */
const longestRun = (positions: readonly number[]): number => {
  const ending: number[] = [];
  positions.forEach((position, i) => {
    const before = ending.filter((_, j) => (positions[j] as number) < position);
    ending[i] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...ending);
};
const permutation = fc
  .nat(12)
  .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));

test('those that stay rise, and no more could', () => {
  expect([staysInPlace([0, 3, 1, 2]), staysInPlace([]), staysInPlace([4])]).toEqual([
    [true, false, true, true],
    [],
    [true],
  ]);
  expect(staysInPlace([2, 1, 0]).filter(Boolean)).toHaveLength(1);
  fc.assert(
    fc.property(permutation, (positions) => {
      const stays = staysInPlace(positions);
      const kept = positions.filter((_, i) => stays[i]);
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      expect([stays.length, kept.length]).toEqual([positions.length, longestRun(positions)]);
    }),
    { seed: 71, numRuns: 500 },
  );
});

const letters = (text: string): string[] => [...text];
const merged = (base: string, mine: string, theirs: string, alive = mine + theirs): string =>
  mergeOrder(letters(base), letters(mine), letters(theirs), new Set(letters(alive))).join('');

test('what was moved or added by one stands behind what stood before it there', () => {
  expect(merged('ab', 'ban', 'abt')).toBe('bant');
  expect([merged('abc', 'abc', 'cba'), merged('abc', 'cab', 'abc'), merged('abc', 'abc', 'abc')]).toEqual([
    ...['cba', 'cab', 'abc'],
  ]);
  expect([merged('abc', 'nabc', 'cba'), merged('abc', 'abnc', 'cba'), merged('', 'xy', 'uv')]).toEqual([
    ...['ncba', 'cbna', 'xyuv'],
  ]);
  // Who is gone is in neither, and what stood behind them stands where they stood.
  expect([merged('abc', 'abnc', 'abc', 'anc'), merged('abc', 'bac', 'abc', 'ac')]).toEqual(['anc', 'ac']);
  expect(merged('', '', '')).toBe('');
});

test('every row that is left is there once; one’s own order counts where the other changed nothing', () => {
  fc.assert(
    fc.property(permutation, fc.nat(3), fc.nat(3), (order, mineNew, theirsNew) => {
      const base = [...order].sort((a, b) => a - b).map(String);
      const mine = [...order.map(String), ...Array.from({ length: mineNew }, (_, i) => `m${i}`)];
      expect(mergeOrder(base, mine, base, new Set(mine))).toEqual(mine);
      expect(mergeOrder(base, base, mine, new Set(mine))).toEqual(mine);
      const theirs = [...base, ...Array.from({ length: theirsNew }, (_, i) => `t${i}`)].reverse();
      const all = new Set([...mine, ...theirs]);
      expect([...mergeOrder(base, mine, theirs, all)].sort()).toEqual([...all].sort());
    }),
    { seed: 72, numRuns: 500 },
  );
});

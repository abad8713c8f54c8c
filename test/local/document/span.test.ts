import fc from 'fast-check';
import { type Change, mapIndex, mapSpan } from '../../../src/local/document/span.ts';

const SIZE = 12;
const base = { sheetId: 0, dimension: 'ROWS' } as const;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ at: fc.nat(SIZE), count: fc.integer({ min: 1, max: 4 }) })
    .map((given) => ({ ...base, kind: 'insert' as const, ...given })),
  fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 4 })).map(([start, size]) => ({
    ...base,
    kind: 'delete' as const,
    start,
    end: Math.min(SIZE, start + size),
  })),
  fc
    .tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 4 }), fc.nat(SIZE))
    .map(([start, size, to]) => ({
      ...base,
      kind: 'move' as const,
      start,
      end: Math.min(SIZE, start + size),
      to,
    }))
    .filter(({ start, end, to }) => to < start || to > end),
);

/** The same done to a list, by hand. */
const applied = (list: number[], given: Change): number[] => {
  if (given.kind === 'insert') return list.toSpliced(given.at, 0, ...new Array<number>(given.count).fill(-1));
  if (given.kind === 'delete') return list.toSpliced(given.start, given.end - given.start);
  const block = list.slice(given.start, given.end);
  const rest = list.toSpliced(given.start, block.length);
  return rest.toSpliced(given.to <= given.start ? given.to : given.to - block.length, 0, ...block);
};

test('an index goes where its item goes', () => {
  fc.assert(
    fc.property(change, fc.nat(SIZE - 1), (given, index) => {
      const list = applied(
        Array.from({ length: SIZE }, (_, i) => i),
        given,
      );
      const found = list.indexOf(index);
      expect(mapIndex(given, index)).toBe(found < 0 ? undefined : found);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('a span holds what is left of it, and what was inserted within it', () => {
  fc.assert(
    fc.property(
      change.filter(({ kind }) => kind !== 'move'),
      fc.nat(SIZE - 1),
      fc.integer({ min: 1, max: 6 }),
      (given, start, size) => {
        const end = Math.min(SIZE, start + size);
        const list = applied(
          Array.from({ length: SIZE }, (_, i) => i),
          given,
        );
        const kept = list.flatMap((item, i) => (item >= start && item < end ? [i] : []));
        const hull = kept.length === 0 ? undefined : [kept[0], kept.at(-1)! + 1];
        expect(mapSpan(given, start, end)).toEqual(hull);
      },
    ),
    { seed: 4, numRuns: 500 },
  );
});

test('a span that is moved as a whole stays whole; one that is moved within keeps its place', () => {
  const move = { ...base, kind: 'move' as const, start: 2, end: 5, to: 9 };
  expect(mapSpan(move, 2, 5)).toEqual([6, 9]);
  expect(mapSpan(move, 3, 4)).toEqual([7, 8]);
  expect(mapSpan({ ...move, to: 7 }, 1, 8)).toEqual([1, 8]);
  expect(mapSpan(move, 5, 9)).toEqual([2, 6]);
  expect(mapSpan(move, 0, 2)).toEqual([0, 2]);
});

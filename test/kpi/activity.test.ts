import fc from 'fast-check';
import { activityOf, lifetimeOf } from '../../src/kpi/activity.ts';
import { daysCovered, mergeSpans, missingDays } from '../../src/kpi/coverage.ts';
import type { FactIndex, IndexOptions } from '../../src/kpi/facts.ts';
import { indexFacts } from '../../src/kpi/index-facts.ts';
import { type FactCells, factsOfCells } from './fact-columns.ts';

type Row = [
  content: string,
  kind: 'period' | 'cumulative',
  from: number | null,
  to: number,
  views: number | null,
  gmv?: number | null,
];

const factsOf = (rows: readonly Row[], account = 'tiktok|shop'): FactCells => ({
  accounts: rows.map(() => account),
  contents: rows.map((row) => row[0]),
  kinds: rows.map((row) => row[1]),
  from: rows.map((row) => row[2]),
  to: rows.map((row) => row[3]),
  measures: { views: rows.map((row) => row[4]), gmv: rows.map((row) => row[5] ?? null) },
});
const indexOf = (rows: readonly Row[], options?: IndexOptions): FactIndex =>
  indexFacts(factsOfCells(factsOf(rows)), options);
const views = (index: FactIndex, from: number, to: number): Record<string, number | null> => {
  const { contents, measures } = activityOf(index, from, to);
  return Object.fromEntries(contents.map((content, i) => [content, measures.views?.[i] ?? null]));
};
const publishedOn = (days: Record<string, number>): IndexOptions => ({
  publishedOf: (_, content) => days[content] ?? null,
});

test('the difference between two snapshots is the activity of the days between them', () => {
  const index = indexOf([
    ['a', 'cumulative', null, 10, 40],
    ['a', 'cumulative', null, 17, 100],
    ['b', 'cumulative', null, 17, 7],
    ['b', 'cumulative', null, 10, 7],
  ]);
  const week = activityOf(index, 11, 17);
  expect(week.contents).toEqual(['a', 'b']);
  expect(week.measures.views).toEqual([60, 0]);
  expect([...week.estimated, ...week.partial]).toEqual([0, 0, 0, 0]);
  expect([week.unknownStart, week.gone, week.falls]).toEqual([0, 0, 0]);
  expect(week.coveredDays.get('tiktok|shop')).toBe(7);
  expect(activityOf(index, 4, 10).contents).toEqual([]);
  expect(activityOf(index, 4, 12).coveredDays.get('tiktok|shop')).toBe(2);
});

test('a difference over the border of the period is shared by days and marked', () => {
  const index = indexOf([
    ['a', 'cumulative', null, 10, 0],
    ['a', 'cumulative', null, 20, 100],
  ]);
  const first = activityOf(index, 11, 14);
  expect(first.measures.views).toEqual([40]);
  expect([...first.estimated]).toEqual([1]);
  expect(views(index, 15, 21)).toEqual({ a: 60 });
});

test('published after the earlier snapshot: starts at 0, on the day of publication', () => {
  const rows: Row[] = [
    ['old', 'cumulative', null, 10, 5],
    ['old', 'cumulative', null, 20, 6],
    ['new', 'cumulative', null, 20, 60],
  ];
  expect(views(indexOf(rows, publishedOn({ new: 15.4 })), 15, 20)).toEqual({ old: 0.6, new: 60 });
  expect([...activityOf(indexOf(rows, publishedOn({ new: 15 })), 15, 20).estimated]).toEqual([1, 0]);
  expect(views(indexOf(rows, publishedOn({ new: 15 })), 11, 17).new).toBe(30);
});

test('older than the earlier snapshot but not in it: not measured, and counted', () => {
  const rows: Row[] = [
    ['a', 'cumulative', null, 10, 5],
    ['a', 'cumulative', null, 20, 9],
    ['late', 'cumulative', null, 20, 60],
  ];
  for (const options of [publishedOn({ late: 10 }), publishedOn({})]) {
    const activity = activityOf(indexOf(rows, options), 11, 20);
    expect(activity.measures.views).toEqual([4, null]);
    expect([...activity.partial]).toEqual([0, 1]);
    expect(activity.unknownStart).toBe(1);
  }
});

test('no longer in a snapshot: no activity, and counted; back again: unknown start', () => {
  const index = indexOf([
    ['a', 'cumulative', null, 10, 1],
    ['a', 'cumulative', null, 20, 2],
    ['a', 'cumulative', null, 30, 3],
    ['a', 'cumulative', null, 40, 4],
    ['x', 'cumulative', null, 10, 50],
    ['x', 'cumulative', null, 30, 80],
    ['x', 'cumulative', null, 40, 90],
  ]);
  const second = activityOf(index, 11, 20);
  expect([second.contents, second.gone, second.unknownStart]).toEqual([['a'], 1, 0]);
  const third = activityOf(index, 21, 30);
  expect([third.measures.views, third.gone, third.unknownStart]).toEqual([[1, null], 0, 1]);
  expect(views(index, 31, 40)).toEqual({ a: 1, x: 10 });
});

test('snapshots are of one account: another account has its own', () => {
  const rows: Row[] = [
    ['a', 'cumulative', null, 10, 1],
    ['a', 'cumulative', null, 20, 5],
    ['a', 'cumulative', null, 15, 100],
    ['a', 'cumulative', null, 20, 130],
  ];
  const facts = { ...factsOf(rows), accounts: ['one', 'one', 'two', 'two'] };
  const activity = activityOf(indexFacts(factsOfCells(facts)), 11, 20);
  expect([activity.accounts, activity.measures.views]).toEqual([
    ['one', 'two'],
    [4, 30],
  ]);
  expect([...activity.coveredDays]).toEqual([
    ['one', 10],
    ['two', 5],
  ]);
});

test('a single snapshot has a lifetime and no activity', () => {
  const index = indexOf([['a', 'cumulative', null, 10, 40]]);
  expect(activityOf(index, 1, 10).contents).toEqual([]);
  expect(lifetimeOf(index)).toEqual({
    items: Int32Array.of(0),
    accounts: ['tiktok|shop'],
    contents: ['a'],
    measures: { views: [40], gmv: [null] },
    asOf: [10],
  });
});

test('a fall is kept and counted', () => {
  const index = indexOf([
    ['a', 'cumulative', null, 10, 40],
    ['a', 'cumulative', null, 17, 35],
  ]);
  const activity = activityOf(index, 11, 17);
  expect([activity.measures.views, activity.falls]).toEqual([[-5], 1]);
});

test('period facts: whole inside, shared over a border, and not measured stays so', () => {
  const index = indexOf([
    ['a', 'period', 1, 7, 70, 5],
    ['a', 'period', 8, 14, 7, null],
    ['b', 'period', 1, 31, 310, 31],
  ]);
  expect(views(index, 1, 7)).toEqual({ a: 70, b: 70 });
  expect(views(index, 5, 10)).toEqual({ a: 33, b: 60 });
  expect(activityOf(index, 1, 14).measures.gmv).toEqual([null, 14]);
  expect(activityOf(index, 1, 14).coveredDays.get('tiktok|shop')).toBe(14);
  expect(lifetimeOf(index).measures.views).toEqual([77, 310]);
});

test('a file of one day', () => {
  const index = indexOf([['a', 'period', 7, 7, 5]]);
  expect([views(index, 7, 7), views(index, 1, 31), index.skipped]).toEqual([{ a: 5 }, { a: 5 }, 0]);
});

test('a file of the month does not count the days of the weeks’ files twice', () => {
  const index = indexOf([
    ['a', 'period', 1, 30, 300],
    ['a', 'period', 1, 7, 100],
    ['a', 'period', 8, 14, 40],
  ]);
  expect(views(index, 1, 30)).toEqual({ a: 300 });
  expect(views(index, 1, 7)).toEqual({ a: 100 });
  expect(views(index, 15, 22)).toEqual({ a: 80 });
  expect([...activityOf(index, 1, 14).estimated]).toEqual([0]);
  expect([...activityOf(index, 15, 22).estimated]).toEqual([1]);
  expect(lifetimeOf(index).measures.views).toEqual([300]);
});

test('a longer file up to the same last day, one that crosses, and one without the measure', () => {
  expect(
    views(
      indexOf([
        ['a', 'period', 1, 30, 300],
        ['a', 'period', 24, 30, 70],
      ]),
      1,
      23,
    ),
  ).toEqual({ a: 230 });
  const crossing = indexOf([
    ['a', 'period', 1, 7, 70],
    ['a', 'period', 5, 14, 100],
  ]);
  expect(views(crossing, 1, 14)).toEqual({ a: 140 }); // 7 of the longer one's 10 days are left
  expect([...activityOf(crossing, 1, 14).estimated]).toEqual([1]);
  expect([...activityOf(crossing, 1, 7).estimated]).toEqual([0]);
  const unmeasured = indexOf([
    ['a', 'period', 1, 7, 70],
    ['a', 'period', 8, 14, 30],
    ['a', 'period', 1, 14, null],
    ['b', 'period', 1, 7, 70],
    ['b', 'period', 1, 14, null],
  ]);
  expect(views(unmeasured, 1, 14)).toEqual({ a: 100, b: null });
  expect(views(unmeasured, 1, 7)).toEqual({ a: 70, b: 70 });
});

test('of two rows of one item and day the later one counts', () => {
  const index = indexOf([
    ['a', 'cumulative', null, 10, 40],
    ['a', 'cumulative', null, 17, 100],
    ['a', 'cumulative', null, 17, 90],
    ['b', 'period', 1, 7, 1],
    ['b', 'period', 1, 7, 2],
  ]);
  expect(views(index, 1, 17)).toEqual({ a: 50, b: 2 });
});

test('rows that cannot be placed are left out and counted; later days are left out by asOf', () => {
  const facts = factsOf([
    ['', 'cumulative', null, 10, 1],
    ['a', 'weekly' as 'period', 1, 7, 1],
    ['a', 'period', 9, 7, 1],
    ['a', 'period', null, 7, 1],
    ['a', 'period', 1, Number.NaN, 1],
    ['a', 'period', 1, 7, 1],
    ['a', 'period', 8, 14, 1],
  ]);
  expect(indexFacts(factsOfCells(facts)).skipped).toBe(5);
  const early = indexFacts(factsOfCells(facts), { asOf: 7 });
  expect([early.skipped, views(early, 1, 14)]).toEqual([4, { a: 1 }]); // the row without content is of day 10
});

test('days that the import log spans are covered, also of an account without rows', () => {
  const imported = new Map([
    ['tiktok|shop', [{ start: 8, end: 9 }]],
    ['shopee|live', [{ start: 1, end: 3 }]],
  ]);
  const { coveredDays } = activityOf(indexOf([['a', 'period', 1, 7, 1]], { imported }), 3, 30);
  expect([...coveredDays]).toEqual([
    ['tiktok|shop', 7],
    ['shopee|live', 1],
  ]);
});

test('spans of days', () => {
  expect(
    mergeSpans([
      { start: 5, end: 7 },
      { start: 1, end: 4 },
      { start: 9, end: 8 },
    ]),
  ).toEqual([{ start: 1, end: 7 }]);
  expect(
    daysCovered(
      [
        { start: 1, end: 3 },
        { start: 6, end: 9 },
      ],
      3,
      7,
    ),
  ).toBe(3);
  expect(missingDays([{ start: 1, end: 3 }], 3, 5)).toEqual([4, 5]);
});

test('the parts of any cut add up to the whole, for snapshots and files of any spans', () => {
  const day = fc.integer({ min: 1, max: 40 });
  const row = fc.tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom<'period' | 'cumulative'>('period', 'cumulative'),
    day,
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 1000 }),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), day, (drafts, cut) => {
      const index = indexOf(
        drafts.map(([id, kind, from, days, value]): Row => [id, kind, from, from + days, value]),
      );
      const whole = views(index, 1, 60);
      const [before, after] = [views(index, 1, cut), views(index, cut + 1, 60)];
      for (const [id, total] of Object.entries(whole)) {
        if (total === null) continue;
        expect((before[id] ?? 0) + (after[id] ?? 0)).toBeCloseTo(total, 6);
      }
    }),
    { seed: 8, numRuns: 1500 },
  );
});

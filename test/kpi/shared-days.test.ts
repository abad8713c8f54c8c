/** Items of which some figures share days, or lack a measure: what a period and a total then say. */
import { activityOf, lifetimeOf } from '../../src/kpi/activity.ts';
import type { FactIndex, IndexOptions } from '../../src/kpi/facts.ts';
import { indexFacts } from '../../src/kpi/index-facts.ts';
import { periodOf, totalsOf } from '../../src/kpi/period.ts';
import { factsOfCells } from './fact-columns.ts';

type Row = readonly [
  content: string,
  kind: 'period' | 'cumulative',
  from: number | null,
  to: number,
  gmv: number | null,
  orders?: number,
];

const indexOf = (rows: readonly Row[], options?: IndexOptions): FactIndex =>
  indexFacts(
    factsOfCells({
      accounts: rows.map(() => 'shop'),
      contents: rows.map(([content]) => content),
      kinds: rows.map(([, kind]) => kind),
      from: rows.map(([, , from]) => from),
      to: rows.map(([, , , to]) => to),
      measures: { gmv: rows.map(([, , , , gmv]) => gmv), orders: rows.map((each) => each[5] ?? null) },
    }),
    options,
  );
const gmv = (index: FactIndex, from: number, to: number) => activityOf(index, from, to).measures.gmv;
const total = (index: FactIndex) => lifetimeOf(index).measures.gmv;

describe('a period', () => {
  test('of which the snapshots never have the measure is told by the periods’ figures alone', () => {
    const index = indexOf([
      ['a', 'cumulative', null, 10, null],
      ['a', 'cumulative', null, 20, null],
      ['a', 'period', 11, 14, 7],
      ['a', 'period', 21, 30, 5],
    ]);
    expect([gmv(index, 11, 30), gmv(index, 15, 30), gmv(index, 11, 20)]).toEqual([[12], [5], [7]]);
    // Nothing is known of these days, which is not nothing.
    expect(gmv(index, 15, 20)).toEqual([null]);
  });

  test('with a part that is not measured is not measured, whatever stands beside it', () => {
    const index = indexOf([
      ['a', 'period', 1, 7, 70],
      ['a', 'period', 1, 14, null],
      ['a', 'period', 15, 20, 30],
    ]);
    expect([gmv(index, 1, 20), gmv(index, 8, 20)]).toEqual([[null], [null]]);
    expect([gmv(index, 1, 7), gmv(index, 15, 20)]).toEqual([[70], [30]]);
  });

  test('adds what shares days to what does not, each item for itself', () => {
    const index = indexOf([
      ['a', 'period', 1, 30, 300],
      ['a', 'period', 1, 7, 100],
      ['a', 'period', 31, 37, 50],
      ['b', 'period', 1, 7, 9],
      ['c', 'period', 20, 40, 21],
      ['c', 'period', 20, 26, 14],
    ]);
    expect(gmv(index, 1, 40)).toEqual([350, 9, 21]);
    // 200 of the month are left for 23 days, 7 of the rest of c for 14.
    const { measures, estimated } = activityOf(index, 8, 30);
    expect(measures.gmv).toEqual([200, 14 + (4 * 7) / 14]);
    expect([...estimated]).toEqual([0, 1]);
  });

  test('adds runs of spans that share days, and is not measured where one of them is not', () => {
    const month = (start: number, whole: number | null, week: number): Row[] => [
      ['a', 'period', start, start + 29, whole],
      ['a', 'period', start, start + 6, week],
    ];
    const both = indexOf([...month(1, 300, 100), ...month(41, 60, 20)]);
    expect([gmv(both, 1, 70), gmv(both, 1, 30), total(both)]).toEqual([[360], [300], [360]]);
    const gaps = [
      [...month(1, null, 100), ...month(41, 60, 20)],
      [...month(1, 300, 100), ...month(41, null, 20)],
    ].map((rows) => indexOf(rows));
    expect(gaps.map((index) => gmv(index, 1, 70))).toEqual([[null], [null]]);
    expect(gaps.map(total)).toEqual([[null], [null]]);
    expect(gaps.map((index) => gmv(index, 1, 7))).toEqual([[100], [100]]);
    // A run that says nothing of the days takes nothing away from one that does.
    const silent = indexOf([
      ['a', 'cumulative', null, 10, null],
      ['a', 'cumulative', null, 20, null],
      ['a', 'period', 11, 14, 7],
      ...month(31, 300, 100),
    ]);
    expect(gmv(silent, 15, 60)).toEqual([300]);
    const after = indexOf([
      ...month(1, 300, 100),
      ['a', 'cumulative', null, 50, null],
      ['a', 'cumulative', null, 60, null],
      ['a', 'period', 55, 58, 7],
    ]);
    expect([gmv(after, 1, 52), gmv(after, 51, 52), gmv(after, 1, 60)]).toEqual([[300], [null], [307]]);
  });

  test('has no amounts of a measure that no row has', () => {
    const index = indexOf([['a', 'period', 1, 7, 70]]);
    expect([...periodOf(index, 1, 7).amounts('views')]).toEqual([Number.NaN]);
    expect([...totalsOf(index).amounts('views')]).toEqual([Number.NaN]);
    expect([...periodOf(index, 1, 7).amounts('gmv')]).toEqual([70]);
  });

  test('is of no items where there are no rows', () => {
    const index = indexOf([]);
    const { contents, measures, falls, gone } = activityOf(index, 1, 7);
    expect([contents, measures.gmv, falls, gone, total(index), index.skipped]).toEqual([[], [], 0, 0, [], 0]);
    expect([...index.covered]).toEqual([]);
  });
});

describe('a total', () => {
  test('of periods adds them up, those that share days once', () => {
    const index = indexOf([
      ['a', 'period', 1, 30, 300],
      ['a', 'period', 1, 7, 100],
      ['a', 'period', 31, 37, 50],
      ['b', 'period', 1, 7, 9],
      ['b', 'period', 8, 14, 2],
    ]);
    expect(total(index)).toEqual([350, 11]);
    expect(lifetimeOf(index).asOf).toEqual([null, null]);
  });

  test('of which any part is not measured is not measured, in whatever order the rows come', () => {
    const parts: Row[] = [
      ['a', 'period', 1, 7, null],
      ['a', 'period', 8, 14, 7],
      ['a', 'period', 15, 21, 3],
    ];
    expect(total(indexOf(parts))).toEqual([null]);
    expect(total(indexOf([...parts].reverse()))).toEqual([null]);
    const shared: Row[] = [
      ['a', 'period', 1, 30, null],
      ['a', 'period', 1, 7, 100],
      ['a', 'period', 31, 37, 50],
    ];
    expect(total(indexOf(shared))).toEqual([null]);
    expect(total(indexOf([...shared].reverse()))).toEqual([null]);
  });

  test('is the latest snapshot’s, whatever periods there are', () => {
    const rows: Row[] = [
      ['a', 'cumulative', null, 10, 40],
      ['a', 'cumulative', null, 17, 100],
      ['a', 'period', 18, 24, 7],
      ['b', 'cumulative', null, 17, 5],
      ['b', 'period', 1, 30, 9],
      ['b', 'period', 1, 7, 3],
    ];
    expect(total(indexOf(rows))).toEqual([100, 5]);
    expect(lifetimeOf(indexOf(rows)).asOf).toEqual([17, 17]);
  });

  test('is the periods’ where the latest snapshot lacks the measure, and nothing of earlier ones', () => {
    expect(
      total(
        indexOf([
          ['a', 'cumulative', null, 10, 40],
          ['a', 'cumulative', null, 17, null],
          ['a', 'period', 18, 24, 7],
          ['a', 'period', 25, 31, 2],
        ]),
      ),
    ).toEqual([9]);
    // Days 41 to 47 are known from two snapshots, whose figures are no period's.
    expect(
      total(
        indexOf([
          ['a', 'cumulative', null, 40, 5],
          ['a', 'cumulative', null, 47, 9],
          ['a', 'cumulative', null, 54, null],
          ['a', 'period', 1, 30, 300],
          ['a', 'period', 1, 7, 100],
        ]),
      ),
    ).toEqual([300]);
    expect(total(indexOf([['a', 'cumulative', null, 10, null]]))).toEqual([null]);
  });
});

describe('snapshots', () => {
  const rows: Row[] = [
    ['a', 'cumulative', null, 10, 1],
    ['a', 'cumulative', null, 20, 3],
    ['a', 'cumulative', null, 30, 7],
    ['a', 'cumulative', null, 40, 15],
    ['a', 'cumulative', null, 50, 31],
    ['new', 'cumulative', null, 30, 100],
    ['new', 'cumulative', null, 40, 140],
    ['new', 'cumulative', null, 50, 150],
  ];
  const tens = (index: FactIndex) =>
    [11, 21, 31, 41].map((from) => {
      const { contents, measures, gone, unknownStart } = activityOf(index, from, from + 9);
      return [...contents.map((content, i) => `${content} ${measures.gmv?.[i]}`), gone, unknownStart];
    });
  const expected = [
    ['a 2', 0, 0],
    ['a 4', 'new null', 0, 1],
    ['a 8', 'new 40', 0, 0],
    ['a 16', 'new 10', 0, 0],
  ];

  test('tell what came between each and the one before, in whatever order their rows come', () => {
    expect(tens(indexOf(rows))).toEqual(expected);
    for (const order of [
      [...rows].reverse(),
      [...rows].sort((x, y) => ((x[3] * 7) % 50) - ((y[3] * 7) % 50)),
    ]) {
      const own = tens(indexOf(order)).map((each) => {
        const items = each.slice(0, -2).sort();
        return [...items, ...each.slice(-2)];
      });
      expect(own).toEqual(expected);
    }
  });

  test('in which an item is missing say nothing of it until two follow one another', () => {
    const holed = rows.filter(([content, , , to]) => content === 'a' || to !== 40);
    expect(tens(indexOf(holed))).toEqual([
      ['a 2', 0, 0],
      ['a 4', 'new null', 0, 1],
      ['a 8', 1, 0],
      ['a 16', 'new null', 0, 1],
    ]);
  });

  test('after a publication count from 0, from its day on; one after the snapshot itself from the day after the last', () => {
    const on = (day: number | null) =>
      indexOf(rows, { publishedOf: (_, content) => (content === 'new' ? day : null) });
    expect(gmv(on(25), 21, 30)).toEqual([4, 100]);
    expect([gmv(on(25), 25, 30), gmv(on(25), 21, 24)]).toEqual([[2.4, 100], [1.6]]);
    expect(gmv(on(21), 21, 25)).toEqual([2, 50]);
    expect(gmv(on(20), 21, 30)).toEqual([4, null]);
    expect(gmv(on(30), 30, 30)).toEqual([0.4, 100]);
    expect(gmv(on(35), 21, 25)).toEqual([2, 50]);
  });
});

describe('covered days', () => {
  test('are those of every file, once', () => {
    const index = indexOf([
      ['a', 'period', 1, 30, 1],
      ['a', 'period', 1, 7, 1],
      ['b', 'period', 1, 7, 1],
      ['b', 'period', 40, 46, 1],
    ]);
    expect([...index.covered]).toEqual([
      [
        'shop',
        [
          { start: 1, end: 30 },
          { start: 40, end: 46 },
        ],
      ],
    ]);
  });

  test('begin after the first snapshot, and end with the last', () => {
    const rows: Row[] = [
      ['a', 'cumulative', null, 10.5, 1],
      ['a', 'cumulative', null, 20.5, 1],
      ['b', 'cumulative', null, 30, 1],
    ];
    expect([...indexOf(rows).covered]).toEqual([['shop', [{ start: 11, end: 30 }]]]);
    expect([...indexOf(rows.slice(0, 1)).covered]).toEqual([['shop', []]]);
  });

  test('are not told by figures of the whole account, where it has content', () => {
    const rows: Row[] = [
      ['whole', 'period', 1, 30, 1],
      ['a', 'period', 1, 7, 1],
    ];
    const facts = (count: number) => {
      const cells = rows.slice(0, count);
      const columns = factsOfCells({
        accounts: cells.map(() => 'shop'),
        contents: cells.map(([content]) => content),
        kinds: cells.map(([, kind]) => kind),
        from: cells.map(([, , from]) => from),
        to: cells.map(([, , , to]) => to),
        measures: {},
      });
      return { ...columns, contentIds: columns.contentIds.map((id) => (id === 'whole' ? '' : id)) };
    };
    expect([...indexFacts(facts(2)).covered]).toEqual([['shop', [{ start: 1, end: 7 }]]]);
    expect([...indexFacts(facts(1)).covered]).toEqual([['shop', [{ start: 1, end: 30 }]]]);
  });
});

/** Sums by class of spans are a faster way to the same figures: held against the plain way. */
import fc from 'fast-check';
import { classBook, classSums, sumsOfClasses } from '../../src/kpi/class-sums.ts';
import { type FactIndex, type Facts, SPAN_PERIOD } from '../../src/kpi/facts.ts';
import { indexFacts } from '../../src/kpi/index-facts.ts';
import { Numbers } from '../../src/kpi/numbers.ts';
import { periodOf } from '../../src/kpi/period.ts';
import {
  addGroupSums,
  type GroupSums,
  ratioOfGroups,
  ratioOver,
  sumsByGroup,
} from '../../src/kpi/ratio-of.ts';
import { remembered } from '../../src/kpi/remembered.ts';
import { amountAt, NOT_ALL, rowAmounts, SOME } from '../../src/kpi/row-amounts.ts';
import { sharesWithin, spanClasses } from '../../src/kpi/span-classes.ts';
import { expectNear } from './cells.ts';
import { factsOfCells } from './fact-columns.ts';

const METRICS = ['views', 'completion_rate', 'roi', 'engagement_rate', 'ctr'];
const MEASURES = ['views', 'completed_views', 'gmv', 'cost', 'likes', 'shares', 'product_clicks'];
const ITEMS = ['a', 'b', 'c', 'd', 'e'];

type Draft = {
  content: string;
  kind: 'period' | 'cumulative';
  slot: number;
  weeks: number;
  values: readonly (number | null)[];
};

/** Weeks and snapshots; product impressions are told by nobody. */
const factsOf = (drafts: readonly Draft[]): Facts =>
  factsOfCells({
    accounts: drafts.map(() => 'shop'),
    contents: drafts.map(({ content }) => content),
    kinds: drafts.map(({ kind }) => kind),
    from: drafts.map(({ kind, slot }) => (kind === 'period' ? 7 * slot + 1 : null)),
    to: drafts.map(({ kind, slot, weeks }) => 7 * (slot + (kind === 'period' ? weeks : 0))),
    measures: Object.fromEntries(
      MEASURES.map((key, i) => [key, drafts.map(({ values }) => values[i] ?? null)]),
    ),
  });

const draft: fc.Arbitrary<Draft> = fc.record({
  content: fc.constantFrom(...ITEMS),
  kind: fc.constantFrom('period' as const, 'cumulative' as const),
  slot: fc.integer({ min: 0, max: 6 }),
  weeks: fc.integer({ min: 1, max: 2 }),
  values: fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 9 }), {
    minLength: MEASURES.length,
    maxLength: MEASURES.length,
  }),
});

/** The sums of some items of a period, by the plain way. */
const plain =
  (index: FactIndex, metric: string, groups: readonly number[], wanted: (item: number) => boolean) =>
  (from: number, to: number): GroupSums => {
    const period = periodOf(index, from, to);
    const own = [...period.items].map((item) => groups[item] as number);
    const amounts = (measure: string) =>
      period.amounts(measure).map((value, i) => (wanted(period.items[i] as number) ? value : Number.NaN));
    return sumsByGroup(metric, amounts, own, 3);
  };

/** (An `expect` for each number would be slow.) */
const expectSame = (a: GroupSums, b: GroupSums): void => {
  for (const [term, column] of b.terms) {
    const own = a.terms.get(term) ?? column.map(() => Number.NaN);
    const isSame = column.every((value, group) => {
      const other = own[group] as number;
      if (Number.isNaN(value)) return Number.isNaN(other);
      return Math.abs(other - value) <= 1e-9 * Math.max(1, Math.abs(value));
    });
    if (!isSame) expect([term, ...own]).toEqual([term, ...column]);
  }
};

test('with the odd items, sums by class are the sums of the period', () => {
  const day = fc.integer({ min: 0, max: 63 });
  let [ordinary, odd] = [0, 0];
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 14 }), day, day, (drafts, one, other) => {
      const index = indexFacts(factsOf(drafts));
      const groups = index.contentIds.map((id) => ITEMS.indexOf(id) % 3);
      const classes = spanClasses(index);
      const book = classBook(index, classes, { count: 3, of: groups });
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const within = sharesWithin(classes, from, to);
      for (const metric of METRICS) {
        const sums = classSums(book, metric);
        const isOdd = new Set(sums.odd);
        ordinary += index.contentIds.length - isOdd.size;
        odd += isOdd.size;
        const rest = plain(index, metric, groups, (item) => isOdd.has(item))(from, to);
        const whole = plain(index, metric, groups, () => true)(from, to);
        expectSame(addGroupSums(sumsOfClasses(sums, within), rest), whole);
      }
    }),
    { seed: 61, numRuns: 300 },
  );
  expect([ordinary > 300, odd > 300]).toEqual([true, true]);
});

const WEEKS: Draft[] = [
  { content: 'a', kind: 'period', slot: 0, weeks: 1, values: [70, 7] },
  { content: 'b', kind: 'period', slot: 0, weeks: 1, values: [140, null] },
  { content: 'a', kind: 'period', slot: 1, weeks: 1, values: [700, 14] },
  // A mixed one and one whose weeks share days.
  { content: 'c', kind: 'period', slot: 0, weeks: 1, values: [1, 1] },
  { content: 'c', kind: 'period', slot: 1, weeks: 1, values: [1, null] },
  { content: 'd', kind: 'period', slot: 0, weeks: 1, values: [1, 1] },
  { content: 'd', kind: 'period', slot: 0, weeks: 2, values: [3, 1] },
];

test('spans of the same days are one class, and one that reaches over the border has its share', () => {
  const classes = spanClasses(indexFacts(factsOf(WEEKS)));
  expect([classes.starts, classes.ends]).toEqual([
    [1, 8],
    [7, 14],
  ]);
  expect([...classes.of]).toEqual([0, 0, 1, 0, 1, -1, -1]);
  expect([...classes.before]).toEqual(new Array(7).fill(-1));
  expect(sharesWithin(classes, 1, 14)).toEqual([
    { at: 0, share: 1 },
    { at: 1, share: 1 },
  ]);
  expect(sharesWithin(classes, 1, 1)).toEqual([{ at: 0, share: 1 / 7 }]);
  expect(sharesWithin(classes, 7, 8)).toEqual([
    { at: 0, share: 1 / 7 },
    { at: 1, share: 1 / 7 },
  ]);
  expect(sharesWithin(classes, 2, 13)).toEqual([
    { at: 0, share: 6 / 7 },
    { at: 1, share: 6 / 7 },
  ]);
  expect([sharesWithin(classes, 15, 20), sharesWithin(classes, -5, 0)]).toEqual([[], []]);
  expect(sharesWithin(classes, 8, 14)).toEqual([{ at: 1, share: 1 }]);
});

test('a ratio takes the items with both its sides; those of which some rows lack one are odd', () => {
  const index = indexFacts(factsOf(WEEKS));
  const classes = spanClasses(index);
  const book = classBook(index, classes, { count: 1, of: index.contentIds.map(() => 0) });
  const of = (metric: string, from: number, to: number) => {
    const { odd } = classSums(book, metric);
    const { terms } = sumsOfClasses(classSums(book, metric), sharesWithin(classes, from, to));
    return [odd, Object.fromEntries([...terms].map(([term, [sum]]) => [term, sum]))];
  };
  // "b" has no completed views; c is odd where they are asked for, d whatever is asked for.
  expect(of('completion_rate', 1, 7)).toEqual([[2, 3], { completed_views: 7, views: 70 }]);
  expect(of('completion_rate', 1, 14)).toEqual([[2, 3], { completed_views: 21, views: 770 }]);
  expect(of('views', 1, 7)).toEqual([[3], { views: 70 + 140 + 1 }]);
  expect(of('views', 8, 14)).toEqual([[3], { views: 701 }]);
  expect(of('views', 20, 30)).toEqual([[3], { views: Number.NaN }]);
  // Nobody tells of product impressions: nothing is counted of one side alone.
  expect(of('ctr', 1, 14)).toEqual([[3], { product_clicks: Number.NaN }]);
  expect(of('nonsense', 1, 14)).toEqual([[0, 1, 2, 3], {}]);
});

test('a metric asked for twice, or by others with the same items, is summed once', () => {
  const index = indexFacts(factsOf(WEEKS));
  const book = classBook(index, spanClasses(index), { count: 1, of: index.contentIds.map(() => 0) });
  const once = classSums(book, 'completion_rate').terms.get('views');
  expect(classSums(book, 'completion_rate').terms.get('views')).toBe(once);
  expect(classSums(book, 'views').terms.get('views')).not.toBe(once);
});

test('with more classes and groups than there is room for, all items are odd', () => {
  const index = indexFacts(factsOf(WEEKS));
  const of = index.contentIds.map(() => 0);
  const sums = (count: number) => classSums(classBook(index, spanClasses(index), { count, of }), 'views');
  expect(sums(150_000).odd).toEqual([3]);
  expect([sums(150_001).odd, sums(150_001).terms.size]).toEqual([[0, 1, 2, 3], 0]);
});

test('whether an item’s rows have a measure: all, some or none of them', () => {
  const index = indexFacts(factsOf(WEEKS));
  const classes = spanClasses(index);
  const presence = (key: string) => [...(rowAmounts(index, classes, key)?.presence ?? [])];
  expect(presence('views')).toEqual([SOME, SOME, SOME, 0]);
  expect(presence('completed_views')).toEqual([SOME, NOT_ALL, SOME + NOT_ALL, 0]);
  expect(rowAmounts(index, classes, 'orders')).toBeUndefined();
});

test('a row’s activity is its own, or its growth, at the rate of the later snapshot', () => {
  const cells = Float64Array.of(100, 130);
  expect([amountAt(cells, undefined, 1, -1), amountAt(cells, undefined, 1, 0)]).toEqual([130, 30]);
  const money = { keys: new Set(['gmv']), currencies: ['CNY', 'CNY'], rates: Float64Array.of(10, 11) };
  // 100 at a rate of 10 are 110 at one of 11.
  expect([amountAt(cells, money, 1, 0), amountAt(cells, money, 1, -1)]).toEqual([
    expect.closeTo(20, 12),
    130,
  ]);
  const two = { ...money, currencies: ['CNY', 'USD'] };
  expect(amountAt(cells, two, 1, 0)).toBe(30);
  expect(amountAt(cells, { ...money, rates: Float64Array.of(Number.NaN, 11) }, 1, 0)).toBe(30);
});

test('converted money and plain counts of snapshots, as a period has them', () => {
  const drafts = [1, 2, 3].map(
    (slot): Draft => ({
      content: 'a',
      kind: 'cumulative',
      slot,
      weeks: 1,
      values: [slot * 10, null, slot * 100],
    }),
  );
  const rates = Float64Array.of(7, 7.7, 7.7);
  const money = { keys: new Set(['gmv']), currencies: ['CNY', 'CNY', 'CNY'], rates };
  const index = indexFacts({ ...factsOf(drafts), money });
  const classes = spanClasses(index);
  expect([...classes.before]).toEqual([-1, 0, 1]);
  const book = classBook(index, classes, { count: 1, of: [0] });
  const at = (metric: string, from: number, to: number) =>
    sumsOfClasses(classSums(book, metric), sharesWithin(classes, from, to)).terms.get(metric)?.[0];
  expect([at('views', 8, 21), at('gmv', 8, 14), at('gmv', 15, 21)]).toEqual([20, expect.closeTo(90, 9), 100]);
  expect(index.spanKind.every((kind) => kind !== SPAN_PERIOD)).toBe(true);
});

test('a metric over groups is that over their rows', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 4 });
  const row = fc.record({ group: fc.nat(2), values: fc.array(cell, { minLength: 7, maxLength: 7 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), fc.subarray([0, 1, 2]), (rows, wanted) => {
      const columns = Object.fromEntries(
        MEASURES.map((key, i) => [key, rows.map(({ values }) => values[i] ?? null)]),
      );
      const amounts = (key: string) =>
        Float64Array.from(columns[key] ?? rows.map(() => null), (value) => value ?? Number.NaN);
      const groups = rows.map(({ group }) => group);
      const own = rows.flatMap(({ group }, i) => (wanted.includes(group) ? [i] : []));
      for (const metric of METRICS) {
        const sums = sumsByGroup(metric, amounts, groups, 3);
        const [a, b] = [ratioOfGroups(sums, wanted), ratioOver(metric, columns, own)];
        if (typeof b !== 'number') {
          if (a !== b) expect([metric, a]).toEqual([metric, b]);
        } else expectNear(a as number, b, 1e-9 * Math.max(1, Math.abs(b)));
      }
    }),
    { seed: 62, numRuns: 500 },
  );
  const unknown = sumsByGroup('nonsense', () => Float64Array.of(1), [0], 1);
  expect([unknown.terms.size, ratioOfGroups(unknown, [0])]).toEqual([0, { fault: 'UNKNOWN_METRIC' }]);
});

test('sums of different items are added where there are any', () => {
  const sums = (values: number[]): GroupSums => ({
    metric: 'views',
    terms: new Map([['views', Float64Array.from(values)]]),
  });
  const added = (a: GroupSums, b: GroupSums) => [...(addGroupSums(a, b).terms.get('views') ?? [])];
  const none = Number.NaN;
  expect(added(sums([1, none, 3, none]), sums([10, 20, none, none]))).toEqual([11, 20, 3, none]);
  const empty: GroupSums = { metric: 'views', terms: new Map() };
  expect([added(empty, sums([1, none])), added(sums([1, none]), empty)]).toEqual([
    [1, none],
    [1, none],
  ]);
});

test('the spans that touch a period are those of all spans that do', () => {
  const span = fc.record({
    start: fc.integer({ min: 0, max: 400 }),
    days: fc.constantFrom(1, 7, 8, 30, 31, 32, 90),
  });
  const day = fc.integer({ min: -40, max: 520 });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), day, day, (spans, one, other) => {
      const index = indexFacts(
        factsOfCells({
          accounts: spans.map(() => 'shop'),
          contents: spans.map((_, i) => `${i}`),
          kinds: spans.map(() => 'period'),
          from: spans.map(({ start }) => start),
          to: spans.map(({ start, days }) => start + days - 1),
          measures: {},
        }),
      );
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const touching = spans.flatMap(({ start, days }, i) => (start + days > from && start <= to ? [i] : []));
      expect(index.calendar.touching(from, to).sort((a, b) => a - b)).toEqual(touching);
    }),
    { seed: 63, numRuns: 400 },
  );
});

test('a column that grows keeps what it has, and what is remembered is made once', () => {
  const numbers = new Numbers();
  expect([...numbers.all]).toEqual([]);
  for (let i = 0; i < 1000; i++) {
    numbers.push(i * 2);
    if ([0, 255, 256, 511, 512, 999].includes(i))
      expect([numbers.length, numbers.all[i]]).toEqual([i + 1, i * 2]);
  }
  expect([...numbers.all]).toEqual(Array.from({ length: 1000 }, (_, i) => i * 2));
  const calls: string[] = [];
  const read = remembered((key: string) => {
    calls.push(key);
    return key.length;
  });
  expect([read('ab'), read('c'), read('ab'), read('c'), calls]).toEqual([2, 1, 2, 1, ['ab', 'c']]);
});

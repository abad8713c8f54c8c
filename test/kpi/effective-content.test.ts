import fc from 'fast-check';
import { type ContentColumns, coldStartItems, effectiveContent } from '../../src/kpi/effective-content.ts';
import { expectFinite } from './cells.ts';

test('the first items of each account are cold start', () => {
  expect(coldStartItems([3, 1, 2, 9, null], ['a', 'a', 'a', 'b', 'a'], 2)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

const content: ContentColumns = {
  published: [100, 101, 102, 103, 118, 20, 104],
  groups: ['a', 'a', 'a', 'a', 'a', 'a', 'b'],
  isColdStart: [false, false, false, true, false, false, false],
  carriesProduct: [false, true, true, false, false, false, true],
  engagementRate: [0.1, 0.3, 0.3, 0.9, 0.2, 99, 0.5],
  contentCtr: [0.05, 0.06, 0.04, 0.9, 0.05, 99, null],
  addToCartRate: [null, 0.1, 0.2, 0.9, null, 99, 0.1],
  orders: [null, 0, 3, 9, null, 99, 0],
};
const period = { from: 100, to: 118, asOf: 120 };

test('every threshold counts; young items and cold start are on neither side', () => {
  // Medians of group a over 90 days, cold start left out: engagement 0.25, CTR 0.05, add-to-cart 0.15.
  const result = effectiveContent(content, period);
  expect(result.isEffective).toEqual([false, false, false, null, null, null, true]);
  expect(result).toMatchObject({ effective: 1, items: 4, share: 0.25, coldStart: 1, tooYoung: 1 });
});

test('the baseline of 90 days is of whole days, whatever the time of publication', () => {
  const one = (published: number): ContentColumns => ({
    published: [100, published],
    groups: ['a', 'a'],
    isColdStart: [false, false],
    carriesProduct: [false, false],
    engagementRate: [0.1, 9],
    contentCtr: [1, 1],
    addToCartRate: [null, null],
    orders: [null, null],
  });
  const isFirstEffective = (published: number) =>
    effectiveContent(one(published), { from: 100, to: 100, asOf: 120 }).isEffective[0];
  expect([30.9, 31].map(isFirstEffective)).toEqual([true, false]); // day 31 is the first of the 90 days to 120
});

test('a team’s own minimums', () => {
  const minimums = { engagementRate: 0.1, contentCtr: 0.04, addToCartRate: 0.1 };
  const own: ContentColumns = { ...content, groups: content.groups.map(() => 'a') };
  const result = effectiveContent(own, period, minimums);
  expect(result.isEffective).toEqual([true, true, true, null, null, null, false]); // no CTR where one is asked
  expect(
    effectiveContent(own, period, { ...minimums, addToCartRate: 0.15, orders: 4 }).isEffective.slice(0, 3),
  ).toEqual([true, false, true]);
});

test('an item that carries a product needs one order or the add-to-cart rate', () => {
  const orders = (count: number | null): boolean | null =>
    effectiveContent({ ...content, orders: [null, count, null, null, null, null, null] }, period, {
      contentCtr: 0,
    }).isEffective[1] as boolean | null;
  expect([orders(1), orders(0), orders(null)]).toEqual([true, false, false]);
});

test('the days of the period, of observation and of cold start each at its end', () => {
  const one = (published: number, more: Partial<ContentColumns> = {}) => ({
    ...{ published: [published], groups: ['a'], isColdStart: [false], carriesProduct: [false] },
    ...{ engagementRate: [1], contentCtr: [1], addToCartRate: [null], orders: [null] },
    ...more,
  });
  const asked = (published: number, days?: number) => {
    const result = effectiveContent(one(published), { from: 100, to: 110, asOf: 115 }, {}, days);
    return [result.isEffective[0], result.tooYoung];
  };
  expect([99.9, 100, 108.9, 109, 110.9, 111].map((published) => asked(published))).toEqual([
    ...[
      [null, 0],
      [true, 0],
      [true, 0],
      [null, 1],
      [null, 1],
      [null, 0],
    ],
  ]);
  expect([asked(110, 5), asked(110, 6)]).toEqual([
    [true, 0],
    [null, 1],
  ]);
  expect(coldStartItems([1, 1, 2], ['a', 'a', 'a'], 1)).toEqual([true, false, false]);
  const many = Array.from({ length: 12 }, (_, i) => 12 - i);
  const tenth = coldStartItems(
    many,
    many.map(() => 'a'),
  );
  expect(tenth).toEqual(many.map((day) => day <= 10));
});

test('what is not measured reaches no threshold, and without a threshold nothing is asked', () => {
  const judged = (more: Partial<ContentColumns>, minimums = {}) =>
    effectiveContent(
      {
        ...{ published: [100], groups: ['a'], isColdStart: [false], carriesProduct: [true] },
        ...{ engagementRate: [null], contentCtr: [null], addToCartRate: [null], orders: [1], ...more },
      },
      { from: 100, to: 100, asOf: 120 },
      minimums,
    ).isEffective[0];
  expect([judged({}), judged({}, { engagementRate: 0 }), judged({}, { contentCtr: 0 })]).toEqual([
    ...[true, false, false],
  ]);
  expect([judged({ orders: [0] }), judged({ orders: [0] }, { orders: 0 })]).toEqual([false, true]);
  expect(judged({ orders: [null], addToCartRate: [0.1] })).toBe(true);
  expect(judged({ orders: [4] }, { orders: 5 })).toBe(false);
  expect(judged({ orders: [5] }, { orders: 5 })).toBe(true);
  expect(judged({ orders: [0], addToCartRate: [0.1] }, { addToCartRate: 0.2 })).toBe(false);
  expect(judged({ engagementRate: [0.2] }, { engagementRate: 0.2 })).toBe(true);
  expect(judged({ engagementRate: [0.19] }, { engagementRate: 0.2 })).toBe(false);
});

test('nothing to ask, no share', () => {
  expect(effectiveContent(content, { from: 1, to: 2, asOf: 120 }).share).toBeNull();
  expect(effectiveContent(content, period, {}, 0).tooYoung).toBe(0);
});

test('any numbers', () => {
  const value = fc.option(
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e308, -1e308, -0)),
  );
  const values = fc.array(value, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(values, values, values, values, (engagementRate, contentCtr, addToCartRate, orders) => {
      const isColdStart = [false, true, false, false, false, false];
      const published = [100, 100, 101.5, null, 118, 90];
      const groups = ['a', 'a', 'a', 'a', 'b', 'a'];
      const carriesProduct = isColdStart.map((_, i) => i % 2 === 0);
      const columns = {
        published,
        groups,
        isColdStart,
        carriesProduct,
        engagementRate,
        contentCtr,
        addToCartRate,
        orders,
      };
      expectFinite(effectiveContent(columns, period));
    }),
    { seed: 43, numRuns: 500 },
  );
});

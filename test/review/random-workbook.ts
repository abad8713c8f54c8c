/** Small workbooks with everything that figures have to cope with. */
import fc from 'fast-check';
import type { RowValues, Tables } from '../../src/workbook/table.ts';
import { MONDAY, tablesOf } from './support.ts';

export const ACCOUNTS = [
  { platform: 'youtube', id: 'a', name: 'Anna’s', market: 'US', currency: 'USD' },
  { platform: 'tiktok', id: 'b', name: 'Bo’s', market: 'TH', currency: 'THB' },
  { platform: 'tiktok', id: 'c', name: 'Cy', market: '', currency: '' },
  { platform: 'shopee', id: 'd', name: 'Di', market: 'US', currency: 'EUR', state: 'closed' },
] as const;
const RATES = [
  { date: 1, currency: 'THB', rate: 0.03 },
  { date: MONDAY - 20, currency: 'THB', rate: 0.025 },
];

const IDS = ['1', '2', '3', ' 4', '55'] as const;
const account = fc.constantFrom(...ACCOUNTS);
const day = fc.integer({ min: MONDAY - 40, max: MONDAY + 20 });
const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6, nil: null });
const count = often(fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constantFrom('12', '1,234', 'many', '-')));
const money = often(fc.double({ min: 0, max: 900, noNaN: true }));

const measures = fc.record({
  impressions: count,
  views: count,
  likes: count,
  saves: count,
  orders: count,
  product_clicks: count,
  gmv: money,
  refunds: money,
});

const named = fc.tuple(account, fc.constantFrom(...IDS)).map(([{ platform, id }, content]) => ({
  platform,
  account: id,
  content,
}));

const currency = fc.constantFrom(null, null, null, 'USD', 'thb', 'EUR');

/** A file's week or days, or a total to date; snapshots fall on few days, so that they follow one another. */
const fact = fc
  .tuple(
    named,
    measures,
    currency,
    fc.constantFrom('period', 'cumulative'),
    day,
    fc.constantFrom(0, 6, 6, 6, 29),
  )
  .map(([where, values, money, kind, from, length]): RowValues => {
    const snapshot = from - ((from - MONDAY + 70) % 7);
    const days = kind === 'cumulative' ? { from: null, to: snapshot } : { from, to: from + length };
    return { ...where, ...days, kind, currency: money, ...values };
  });

/** Faults of people: another word, a day that is none, a cell that is empty. */
const broken = fc
  .tuple(fact, fc.constantFrom('content', 'kind', 'to', 'from', 'account'), fc.constantFrom(null, 'soon'))
  // A row without content is of a whole account, which the former code did not count.
  .map(([row, key, value]): RowValues => ({ ...row, [key]: key === 'content' ? 'soon' : value }));

const content = fc
  .tuple(
    named,
    fc.constantFrom('live', 'short_video', null),
    fc.constantFrom(null, null, 'TH', 'us'),
    often(day),
  )
  .map(
    ([{ content: id, ...where }, format, market, published]): RowValues => ({
      ...{ ...where, id, format, market, published },
    }),
  );

const touches = fc.constantFrom(null, '1', '2', '1 > 55', '3→4→9', 'unknown', 'EXAMPLE-1');
const order = fc
  .tuple(
    account,
    day,
    fc.record({ amount: money, refund: often(fc.constantFrom(0, 3)), units: count, content: touches }),
    fc.record({ utm_content: touches, currency, market: fc.constantFrom(null, 'US', 'th') }),
    fc.constantFrom('paid', 'refunded', 'cancelled', 'unpaid', null),
    fc.record({
      id: fc.constantFrom(null, 'o1', 'o2', 'o3'),
      named: fc.constantFrom('account', 'account', 'platform', 'nothing'),
    }),
  )
  .map(
    ([{ platform, id }, date, values, more, status, { id: order, named: what }]): RowValues => ({
      ...{ id: order, date, platform: what === 'nothing' ? null : platform },
      account: what === 'account' ? id : null,
      ...{ ...values, ...more, status, sku: 'S' },
    }),
  );

/** Costs may be of an account that nobody listed, as those of a shop that advertises videos of others are. */
const bearer = fc.constantFrom(...ACCOUNTS, { platform: 'tiktok_shop', id: 'z' });

const cost = fc
  .tuple(
    fc.option(bearer, { freq: 2, nil: null }),
    fc.option(fc.constantFrom(...IDS), { freq: 3, nil: null }),
    day,
    fc.integer({ min: 0, max: 20 }),
    fc.record({
      amount: money,
      currency,
      component: fc.constantFrom('ads', 'staff', 'production', null, 'other'),
    }),
    fc.constantFrom('gmv', 'views', 'content', 'fixed', null),
  )
  .map(
    ([owner, id, date, days, values, allocation]): RowValues => ({
      ...{ platform: owner?.platform ?? null, account: owner?.id ?? null, content: id, allocation },
      ...{ ...values, date, from: days === 0 ? null : date - days },
    }),
  );

const log = fc
  .tuple(account, day, fc.integer({ min: 0, max: 20 }), fc.constantFrom('tiktok_video', 'shopee_orders'))
  .map(
    ([{ platform, id }, from, days, format]): RowValues => ({
      ...{ platform, account: id, from, to: from + days, format },
    }),
  );

/** A workbook of a few dozen rows, of which some cannot be read. */
export const workbooks: fc.Arbitrary<Tables> = fc
  .record({
    performance: fc.array(fc.oneof({ weight: 9, arbitrary: fact }, { weight: 1, arbitrary: broken }), {
      maxLength: 40,
    }),
    content: fc.uniqueArray(content, {
      maxLength: 12,
      selector: ({ platform, account: owner, id }) => `${platform} ${owner} ${String(id).trim()}`,
    }),
    orders: fc.array(order, { maxLength: 15 }),
    costs: fc.array(cost, { maxLength: 8 }),
    imports: fc.array(log, { maxLength: 3 }),
  })
  .map((rows) => tablesOf({ ...rows, accounts: ACCOUNTS, rates: RATES }));

/** Filters of KPIs, by id or by name, in any letter case. */
export const filters = fc.record({
  platform: fc.constantFrom('', '', 'tiktok', 'YouTube', 'shopee'),
  market: fc.constantFrom('', '', 'us', 'TH', 'FR'),
  account: fc.constantFrom('', '', 'a', 'BO’S', 'c'),
  format: fc.constantFrom('', '', '', 'live', 'short_video'),
});

/** Periods of a day, a week, a month or any length. */
export const periods = fc
  .tuple(day, fc.constantFrom(0, 6, 6, 29, 45))
  .map(([from, length]) => ({ from, to: from + length }));

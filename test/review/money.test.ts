/** Money of costs, orders and snapshots in the reporting currency. */
import type { RowValues } from '../../src/workbook/table.ts';
import { build, line, MONDAY, SUNDAY } from './support.ts';

const ACCOUNTS = [
  { platform: 'youtube', id: 'a', name: 'Ann', market: 'US', currency: 'THB' },
  { platform: 'youtube', id: 'b', name: 'Bo', market: 'US' },
];
const RATES = [{ date: MONDAY - 100, currency: 'THB', rate: 0.03 }];
const TREE = [
  { id: 'gmv', metric: 'gmv', source: 'orders', unit: 'money' },
  { id: 'refunds', parent: 'gmv', kind: 'influence', metric: 'refunds', source: 'orders', unit: 'money' },
  { id: 'cost', parent: 'gmv', kind: 'influence', metric: 'cost', unit: 'money' },
];
const valueOf = (rows: Readonly<Record<string, readonly RowValues[]>>, id: string): number | null =>
  line(build({ accounts: ACCOUNTS, rates: RATES, tree: TREE, ...rows }), id).actual.value;

describe('a cost or order without a currency', () => {
  const row = { date: MONDAY, platform: 'youtube', amount: 1000 };
  const content = [{ id: 'x', platform: 'youtube', account: 'a' }];

  test.each([
    ['has that of its account', { account: 'a' }, 30],
    ['has that of its content’s account', { content: 'x' }, 30],
    ['keeps its own where it names one', { account: 'a', currency: 'USD' }, 1000],
    ['is in the reporting currency where its account has none', { account: 'b' }, 1000],
    ['is in the reporting currency where it has no account', {}, 1000],
  ])('%s', (_, more, worth) => {
    expect(valueOf({ content, orders: [{ ...row, ...more }] }, 'gmv')).toBeCloseTo(worth, 9);
    expect(valueOf({ content, costs: [{ ...row, ...more }] }, 'cost')).toBeCloseTo(worth, 9);
  });
});

/** Section 5 as it is drawn, from its plain data. */
import type { AccountMoney, ContentLine, ContentSection, Conversion } from '../../src/review/model.ts';
import { renderContent } from '../../src/review/render/content.ts';
import { shown } from './shown.ts';

const NONE: ContentSection = {
  ...{ basis: 'week', metric: 'gmv', best: [], weakest: [], coldStart: [] },
  ...{ accounts: [], orders: null, isReported: false, items: 1 },
};
const drawn = (content: Partial<ContentSection>) => {
  const review = { language: 'en', currency: 'USD', period: { kind: 'week' } };
  const part = shown(renderContent, { ...review, content: { ...NONE, ...content } } as never);
  return { ...part, rows: part.values.map((row) => row.filter((value) => value !== null)) };
};

test('an item whose day of publication nobody knows has an empty cell beside those that have one', () => {
  const line = (id: string, published: string | null): ContentLine => ({
    ...{ id, title: id, platform: 'youtube', account: 'Anna', format: '', published, views: 100 },
    ...{ gmv: null, gmvToDate: null, costToDate: null, roi: null },
    ...{ index: null, baseline: null, coldStart: false, owner: '' },
  });
  const { values } = drawn({ best: [line('a', '2026-07-28'), line('b', null)] });
  expect(values.slice(-4, -1)).toEqual([
    ['Title', 'Account', 'Published', 'Views'],
    ['a', 'Anna', '2026-07-28', 100],
    ['b', 'Anna', null, 100],
  ]);
});

describe('money by account', () => {
  const rate = (weeks: number): Conversion => ({
    ...{ metric: 'cvr', metricName: 'CVR', value: 0.02, usual: 0.04, change: -0.5, z: -5, weeks },
  });
  const account = (name: string, conversion: Conversion | null): AccountMoney => ({
    ...{ platform: 'youtube', id: name, account: name, owner: '', gmv: 90, cost: 60, roi: 0.5, conversion },
  });

  test('has the orders per click against the usual where an account has enough of a past', () => {
    const { rows, rowOf } = drawn({ accounts: [account('Anna', rate(1)), account('Ben', null)] });
    expect(rows.slice(-3)).toEqual([
      ['Account', 'GMV', 'Cost', 'ROI', 'Conversion', 'Usual', 'Change', 'Rate'],
      ['Anna', 90, 60, 0.5, 0.02, 0.04, -0.5, 'CVR'],
      ['Ben', 90, 60, 0.5],
    ]);
    expect(rowOf('money:youtube:Anna:conversion')).toBe(rows.length - 2);
  });

  test('marks a rate of two weeks, and says below what the mark means', () => {
    const { rows, cell } = drawn({ accounts: [account('Anna', rate(2)), account('Ben', rate(1))] });
    expect(rows.at(-1)).toEqual(['* over two weeks']);
    const pattern = (row: number) => cell(row, 5).format?.numberFormat?.pattern;
    expect([pattern(rows.length - 3), pattern(rows.length - 2)]).toEqual(['"* "0.00%', '0.00%']);
  });

  test('has no such columns where no account has', () => {
    expect(drawn({ accounts: [account('Anna', null)] }).rows.slice(-2)).toEqual([
      ['Account', 'GMV', 'Cost', 'ROI'],
      ['Anna', 90, 60, 0.5],
    ]);
  });
});

test('orders say how much of them leads to no content, or that all of them lead to some', () => {
  const last = (orders: ContentSection['orders']) => drawn({ orders }).rows.at(-1)?.[0];
  expect(last({ gmv: 200, untraced: 50 })).toMatch(/USD 50\.00.*25/);
  expect(last({ gmv: 200, untraced: 0 })).toBe(
    'All of the week’s order value after refunds (USD 200.00) is traced to content.',
  );
  expect(last({ gmv: 0, untraced: 0 })).toBe('Content');
});

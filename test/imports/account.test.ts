import { accountOfFileName, chooseAccount, ownerAbove } from '../../src/imports/account.ts';
import { formatOf } from '../../src/imports/formats.ts';
import { emptyTable, type Table } from '../../src/workbook/table.ts';
import { apply, plan } from './support.ts';

test.each([
  ['orders_export_1.csv', 'shopify.orders', 'shopify'],
  ['orders_export.csv', 'shopify.orders', 'shopify'],
  ['Views.csv', 'facebook.days', 'facebook'],
  ['浏览量.csv', 'facebook.days', 'facebook'],
  ['Follows (2).csv', 'facebook.days', 'facebook'],
  ['Reviews.csv', 'facebook.days', 'reviews'],
  ['Shop_Analytics_Key_Metrics_20260701-20260731.csv', 'tiktok_shop.days', 'tiktok_shop'],
  ['Campaign Report-(2026-07-01 to 2026-07-31)-1234567890123.xlsx', 'tiktok.ads', 'tiktok'],
  ['Shopee-Ads-Overall-Data-01_07_2026-31_07_2026.csv', 'shopee.ads', 'shopee'],
  ['Jul-01-2026_Jul-31-2026_1234567890123456.csv', 'facebook.posts', 'facebook'],
  ['lamp-shop 2026年7月1日至2026年7月31日.csv', 'instagram.posts', 'lamp-shop'],
  ['May-Lee.csv', 'youtube.content', 'may-lee'],
  ['lamp_shop_orders_export_1.csv', 'shopify.orders', 'lamp_shop'],
  ['频道 7.csv', 'youtube.content', '频道'],
  ['365.csv', 'youtube.content', '365'],
  ['Content 2026-07-06_2026-08-02 Ann.zip', 'youtube.content', 'ann'],
  ['内容 2026-07-06_2026-08-02 小李频道.zip', 'youtube.content', '小李频道'],
  ['Date 2026-07-06_2026-08-02 Ann.zip', 'youtube.days', 'ann'],
  ['Content 2026-07-06_2026-08-02.zip', 'youtube.content', 'youtube'],
  ['Content Kings 2026-07-06_2026-08-02.csv', 'youtube.content', 'content kings'],
])('%s of %s is of %s', (fileName, format, account) => {
  expect(accountOfFileName(fileName, formatOf(format)!)).toBe(account);
});

const accounts = (...ids: string[]): Table => ({
  key: 'accounts',
  title: 'accounts',
  rows: ids.length + 1,
  columns: { platform: [...ids.map(() => 'YouTube'), 'TikTok'], id: [...ids, 'other'] },
});

const chosen = (fileName: string, ...ids: string[]): string =>
  chooseAccount({
    given: undefined,
    fileName,
    ids: [],
    platform: 'youtube',
    format: formatOf('youtube.content')!,
    accounts: accounts(...ids),
    content: emptyTable('content', 'content'),
  });

describe('accounts that the workbook knows', () => {
  test('are found in a file name', () => {
    expect(chosen('report of Art-Channel, July.csv', 'art-channel', 'cooking')).toBe('art-channel');
    expect(chosen('art-channel-two.csv', 'art-channel', 'art-channel-two')).toBe('art-channel-two');
    expect(chosen('七月小李频道.csv', '小李', '小王')).toBe('小李');
  });

  test('win when there is just one and the name says nothing; a name of its own may be a new channel', () => {
    expect(chosen('2026-07-01.csv', 'art-channel')).toBe('art-channel');
    expect(chosen('music.csv', 'art-channel')).toBe('music');
  });

  test('leave the word to the name when there are several, or none', () => {
    expect(chosen('music.csv', 'art', 'cooking')).toBe('music');
    expect(chosen('martial.csv', 'art', 'cooking')).toBe('martial');
    expect(chosen('music.csv')).toBe('music');
  });
});

describe('accounts that the file itself names', () => {
  const named = (names: readonly string[], fileName = 'music.csv', ...ids: string[]): string =>
    chooseAccount({
      given: undefined,
      fileName,
      ids: [],
      names,
      platform: 'youtube',
      format: formatOf('youtube.content')!,
      accounts: {
        ...accounts(...ids),
        columns: { ...accounts(...ids).columns, name: ids.map((id) => `The ${id}`) },
      },
      content: emptyTable('content', 'content'),
    });

  test('come before the file name, as the workbook knows them; several name none', () => {
    expect(named(['lampfan', 'lampfan'])).toBe('lampfan');
    expect(named(['the art'], 'music.csv', 'art', 'cooking')).toBe('art');
    expect(named(['lampfan', 'homegirl'])).toBe('music');
  });

  test('above the headers, in one cell or two', () => {
    expect(ownerAbove([['Shop name: Lamps & More'], ['']])).toBe('Lamps & More');
    expect(ownerAbove([['Report'], ['店铺名称：', '小李的店']])).toBe('小李的店');
    expect(ownerAbove([['[Date Range]: 2026-01-01 ~ 2026-01-31'], ['Shop performance: all']])).toBeNull();
  });
});

describe('accounts of a whole import', () => {
  const VIDEOS = 'Content,Video title,Video publish time,Views\nF3HVs95pagk,First,"Mar 15, 2025",10\n';
  const ORDERS = 'Order ID,Date,SKU,Quantity,Amount\nO1,2026-07-03,S1,3,60\nO2,2026-07-03,S1,1,20\n';
  const added = (made: ReturnType<typeof plan>) =>
    made.changes.flatMap(({ sheet, appends }) => (sheet === 'accounts' ? appends.map(({ id }) => id) : []));

  test('the line above the headers names it', () => {
    const made = plan(`Channel name: Art for all,,,\n,,,\n${VIDEOS}`, { fileName: 'music.csv' });
    expect(made.result.account).toBe('Art for all');
  });

  test('the one that the orders belong to already', () => {
    const first = plan(ORDERS, { fileName: 'orders.csv', account: 'shop' });
    expect(added(first)).toEqual(['shop']);
    const tables = apply({}, first.changes);
    const newer = plan(`${ORDERS}O3,2026-07-04,S1,1,20\n`, { fileName: 'orders_newer.csv', tables });
    expect(newer.result.account).toBe('shop');
    expect(added(newer)).toEqual([]);
  });

  test('no account of which no row is written is made', () => {
    const tables = apply({}, plan(ORDERS, { fileName: 'orders.csv', account: 'shop' }).changes);
    const refunded = ORDERS.replace('Amount', 'Amount,Status')
      .replace('60', '60,Refunded')
      .replace(',1,20', ',1,20,Paid');
    const newer = plan(refunded, { fileName: 'orders.csv', account: 'newer', tables });
    expect(newer.result.updated).toBe(2);
    expect(added(newer)).toEqual([]);
    expect(added(plan(VIDEOS.replace(',10', ',many'), { fileName: 'music.csv' }))).toEqual([]);
  });
});

import { accountOfFileName, chooseAccount } from '../../src/imports/account.ts';
import { formatOf } from '../../src/imports/formats.ts';
import { emptyTable, type Table } from '../../src/workbook/table.ts';

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

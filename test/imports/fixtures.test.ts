import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { apply, change, counts, fixture, fixtureNames, plan, sentence } from './support.ts';

const imported = (name: string, options = {}) => plan(fixture(name), { fileName: name, ...options });
const rowsOf = (name: string, sheet: string): readonly RowValues[] => change(imported(name), sheet).appends;
const sheetOf: Readonly<Record<string, string>> = { content: 'performance', account: 'performance' };

// Headers are the platforms' own; rows, counts and sums are by hand.
// file, format, what a row is about, account, read, taken, unchanged, rejected, skipped
type Case = [string, string, string, string, number, number, number, number, number];
const CASES: readonly Case[] = [
  ['amazon-products-dash.csv', 'amazon.products', 'products', 'amazon-products-dash', 1, 1, 0, 0, 0],
  ['amazon-products.csv', 'amazon.products', 'products', 'amazon-products', 2, 2, 0, 0, 0],
  ['facebook-posts.csv', 'facebook.posts', 'content', '100000000000001', 3, 2, 0, 1, 0],
  ['instagram-posts.csv', 'instagram.posts', 'content', 'lamp.shop', 4, 3, 0, 1, 0],
  ['lazada-products.csv', 'lazada.products', 'products', 'lazada-products', 2, 2, 0, 0, 0],
  ['meta-link-clicks-zh.csv', 'facebook.days', 'account', 'meta-link-clicks-zh', 2, 2, 0, 0, 0],
  ['meta-viewers.csv', 'facebook.days', 'none', 'meta-viewers', 0, 0, 0, 0, 1],
  ['meta-views-zh.csv', 'facebook.days', 'account', 'meta-views-zh', 1, 1, 0, 0, 0],
  ['meta-views.csv', 'facebook.days', 'account', 'meta-views', 2, 2, 0, 0, 0],
  ['orders-en.csv', 'other.orders', 'orders', 'lamp-shop', 4, 3, 0, 1, 0],
  ['orders-zh.csv', 'other.orders', 'orders', 'zh', 2, 2, 0, 0, 1],
  ['shopee-ads-en.csv', 'shopee.ads', 'costs', 'shopee-ads-en', 1, 1, 0, 0, 0],
  ['shopee-ads-id.csv', 'shopee.ads', 'costs', 'shopee-ads-id', 3, 3, 0, 0, 3],
  ['shopee-live.csv', 'shopee.lives', 'content', '900001', 2, 2, 0, 0, 0],
  ['shopee-products-en.csv', 'shopee.products', 'products', 'shopee-products-en', 3, 3, 0, 0, 0],
  ['shopee-products-en2.csv', 'shopee.products', 'products', 'shopee-products-en2', 1, 1, 0, 0, 0],
  ['shopee-products-id.csv', 'shopee.products', 'products', 'shopee-products-id', 2, 2, 0, 0, 0],
  ['shopify-orders.csv', 'shopify.orders', 'orders', 'shopify', 4, 4, 0, 0, 0],
  ['tiktok-ads.csv', 'tiktok.ads', 'costs', 'tiktok-ads', 2, 2, 0, 0, 1],
  [
    'tiktok-affiliate-orders.csv',
    'tiktok_shop.affiliate_orders',
    'orders',
    'tiktok-affiliate-orders',
    3,
    3,
    0,
    0,
    0,
  ],
  ['tiktok-content-es.csv', 'tiktok.content', 'content', 'tienda', 1, 1, 0, 0, 0],
  ['tiktok-content.csv', 'tiktok.content', 'content', 'lamp.shop', 3, 3, 0, 0, 0],
  ['tiktok-followers.csv', 'tiktok.followers', 'account', 'tiktok-followers', 2, 1, 1, 0, 0],
  ['tiktok-gender.csv', 'tiktok.audience', 'none', 'tiktok-gender', 0, 0, 0, 0, 2],
  [
    'tiktok-gmv-max-days-vi.csv',
    'tiktok_shop.gmv_max_days',
    'costs',
    'tiktok-gmv-max-days-vi',
    2,
    2,
    0,
    0,
    1,
  ],
  ['tiktok-gmv-max-en.csv', 'tiktok_shop.gmv_max', 'costs', 'tiktok-gmv-max-en', 3, 2, 1, 0, 0],
  ['tiktok-gmv-max-id.csv', 'tiktok_shop.gmv_max', 'costs', 'tiktok-gmv-max-id', 1, 1, 0, 0, 0],
  ['tiktok-gmv-max-zh.csv', 'tiktok_shop.gmv_max', 'costs', 'tiktok-gmv-max-zh', 1, 1, 0, 0, 0],
  ['tiktok-live-mixed.csv', 'tiktok_shop.lives', 'content', 'tiktok-live-mixed', 1, 1, 0, 0, 0],
  [
    'tiktok-live-products.csv',
    'tiktok_shop.live_products',
    'products',
    'tiktok-live-products',
    2,
    2,
    0,
    0,
    0,
  ],
  ['tiktok-live-v1.csv', 'tiktok_shop.lives_old', 'content', 'tiktok-live-v1', 2, 2, 0, 0, 0],
  ['tiktok-live-v2-brazil.csv', 'tiktok_shop.lives_old', 'content', 'tiktok-live-v2-brazil', 1, 1, 0, 0, 0],
  ['tiktok-live-v2.csv', 'tiktok_shop.lives', 'content', 'tiktok-live-v2', 2, 2, 0, 0, 0],
  ['tiktok-overview.csv', 'tiktok.overview', 'account', 'tiktok', 3, 3, 0, 0, 0],
  ['tiktok-shop-days-pt.csv', 'tiktok_shop.days', 'account', 'tiktok-shop-days-pt', 2, 2, 0, 0, 0],
  ['tiktok-shop-products.csv', 'tiktok_shop.products', 'products', 'tiktok-shop-products', 3, 2, 0, 1, 0],
  ['tiktok-shop-videos-2026.csv', 'tiktok_shop.videos', 'content', 'tiktok-shop-videos-2026', 3, 3, 0, 0, 0],
  ['tiktok-shop-videos-old.csv', 'tiktok_shop.videos', 'content', 'toko', 2, 2, 0, 0, 0],
  ['tiktok-shop-videos-zh.csv', 'tiktok_shop.videos', 'content', '灯迷', 2, 2, 0, 0, 1],
  ['tiktok-territories.csv', 'tiktok.audience', 'none', 'tiktok-territories', 0, 0, 0, 0, 2],
  ['tiktok-viewers.csv', 'tiktok.viewers', 'none', 'tiktok', 0, 0, 0, 0, 2],
  ['youtube-2026.csv', 'youtube.content', 'content', 'youtube-2026', 2, 2, 0, 0, 1],
  ['youtube-days-zh.csv', 'youtube.days', 'account', 'youtube-days-zh', 2, 2, 0, 0, 1],
  ['youtube-days.csv', 'youtube.days', 'account', 'youtube-days', 2, 2, 0, 0, 1],
  ['youtube-geography.csv', 'youtube.geography', 'none', 'youtube-geography', 0, 0, 0, 0, 3],
  ['youtube-zh.csv', 'youtube.content', 'content', 'youtube-zh', 1, 1, 0, 0, 1],
];

test('every fixture has its counts here', () => {
  expect(CASES.map(([name]) => name)).toEqual(fixtureNames());
});

describe.each(CASES)('%s', (name, format, goal, account, read, taken, unchanged, rejected, skipped) => {
  const first = imported(name);
  const tables = apply({}, first.changes);

  test('is known, and every row is accounted for', () => {
    expect([first.result.format, first.result.account]).toEqual([format, account]);
    expect(counts(first)).toEqual({ read, taken, updated: 0, unchanged, rejected, skipped });
    const sheet = sheetOf[goal] ?? goal;
    expect(change(first, sheet).appends).toHaveLength(taken);
    expect(first.changes.map((each) => each.sheet)).toEqual(
      expect.not.arrayContaining([
        ...['performance', 'orders', 'costs', 'products'].filter(
          // What creators get of affiliate orders is a cost.
          (other) => other !== sheet && !(format === 'tiktok_shop.affiliate_orders' && other === 'costs'),
        ),
      ]),
    );
    for (const each of first.changes) {
      const columns = sheetTemplate(each.sheet).columns.map(({ key }) => key);
      for (const row of each.appends) expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
    }
  });

  test('changes nothing the second time', () => {
    const again = imported(name, { tables, importId: 'import-2' });
    expect(again.changes).toEqual([]);
    expect(counts(again)).toEqual({
      read,
      taken: 0,
      updated: 0,
      unchanged: taken + unchanged,
      rejected,
      skipped,
    });
  });

  test('has no figures that contradict each other', () => {
    const codes = first.result.warnings.map(({ code }) => code);
    const others = [
      ...['EXPORT_WITHOUT_PLACE', 'PUBLISHED_AFTER_AS_OF', 'CURRENCY_ASSUMED', 'PLATFORM_GUESSED'],
      // Headers of two languages do not show whether ¥ is yen or yuan.
      ...(name === 'tiktok-live-mixed.csv' ? ['CURRENCY_SIGN_OPEN'] : []),
    ];
    expect(codes.filter((code) => !others.includes(code))).toEqual([]);
    expect(codes.includes('EXPORT_WITHOUT_PLACE')).toBe(goal === 'none');
  });
});

describe('TikTok Shop', () => {
  test('videos: the period above the headers, the currency in their brackets, identifiers to the last digit', () => {
    expect(rowsOf('tiktok-shop-videos-2026.csv', 'performance')[0]).toEqual({
      content: '7590000000000000123',
      platform: 'TikTok Shop',
      account: 'tiktok-shop-videos-2026',
      kind: 'Within the period',
      currency: 'USD',
      from: 46023, // 2026-01-01
      to: 46053,
      views: 123045,
      likes: 4210,
      comments: 88,
      shares: 190,
      new_followers: 51,
      product_impressions: 60211,
      product_clicks: 1804,
      buyers: 70,
      orders: 74,
      units: 81,
      gmv: 2926.18,
      import: 'import-1',
    });
    expect(
      rowsOf('tiktok-shop-videos-zh.csv', 'performance').map((row) => [row.currency, row.gmv, row.views]),
    ).toEqual([
      ['GBP', 1248.35, 70612],
      ['GBP', 0, 123],
    ]);
    expect(change(imported('tiktok-shop-videos-2026.csv'), 'imports').appends[0]).toMatchObject({
      from: 46023,
      to: 46053,
      as_of: 46053,
    });
  });

  test('old videos, Indonesian figures: 1,2 rb is 1,200; 12,3 % of them watched to the end', () => {
    expect(rowsOf('tiktok-shop-videos-old.csv', 'performance')).toMatchObject([
      { currency: 'IDR', views: 1200, gmv: 120000, completed_views: 148 },
      { currency: 'IDR', views: 400, gmv: 0, completed_views: 102 },
    ]);
  });

  test('rates are fractions or percent, as the whole column shows', () => {
    const text = new TextDecoder()
      .decode(fixture('tiktok-shop-videos-old.csv'))
      .replace(/"([\d]+),(\d) %"/g, (_, whole, part) => String(Number(`${whole}.${part}`) / 100));
    const old = plan(text, { fileName: 'x.csv' });
    expect(text).toContain('0.123');
    expect(change(old, 'performance').appends.map((row) => row.completed_views)).toEqual([148, 102]);
    expect(old.result.warnings).toEqual([]);
  });

  test.each([
    [
      ['12.3', '25.5'],
      [148, 102],
    ],
    [
      ['0.5%', '0.25'],
      [6, 1],
    ],
    [
      ['0.5', '0.25'],
      [600, 100],
    ],
  ])('finish rates of %p', (rates, completed) => {
    const [first, second] = rates;
    const text = `[Date Range]: 2026-01-01 ~ 2026-01-31\nVideo ID,VV,Video Finish Rate\n7590000000000000123,1200,${first}\n7590000000000000456,400,${second}\n`;
    const rows = change(plan(text, { fileName: 'x.csv' }), 'performance').appends;
    expect(rows.map((row) => row.completed_views)).toEqual(completed);
  });

  test('a figure that does not follow from the others by more than 2 % is told', () => {
    const text = new TextDecoder().decode(fixture('tiktok-shop-videos-2026.csv'));
    const other = plan(text.replace('$23.78', '$24.63'), { fileName: 'x.csv' });
    expect(other.result.warnings.map(sentence)).toEqual([
      '“GPM ($)” does not follow from the other figures. Rows: 1, first row 4. The figures were taken as they are.',
    ]);
  });

  test('LIVEs are days of their own, over midnight too; an empty ratio is no zero', () => {
    const lives = rowsOf('tiktok-live-v2.csv', 'performance');
    expect(lives[0]).toMatchObject({
      content: '7498000000000000001',
      from: 46144, // 2026-05-02, 23:50
      to: 46145,
      currency: 'VND',
      gmv: 6830000.01,
      views: 7396,
      watch_hours: 73.96,
    });
    expect(rowsOf('tiktok-live-v2.csv', 'content')[0]).toMatchObject({ format: 'Live', duration: 1140 });
    expect(rowsOf('tiktok-live-v1.csv', 'performance').map((row) => [row.content, row.gmv])).toEqual([
      ['live-20251103-0900', 120.5],
      ['live-20251103-1930', 0],
    ]);
    expect(rowsOf('tiktok-live-v2-brazil.csv', 'performance')).toMatchObject([
      { currency: 'BRL', gmv: 1234.5, views: 1000, impressions: 20000 },
    ]);
  });

  test('rows that say their own day are neither doubted nor refused for today’s', () => {
    const onTheDay = { now: 46151.9, asOf: 46150 };
    expect(imported('tiktok-live-v2.csv', onTheDay).result.warnings).toEqual([]);
    expect(imported('tiktok-live-v2.csv', { now: 46150.9, asOf: 46149 }).result.taken).toBe(2);
  });

  test('LIVE products: rates as fractions, stock to the products', () => {
    expect(rowsOf('tiktok-live-products.csv', 'products')).toEqual([
      { sku: '1729000000000000001', name: 'Serum', stock: 31 },
      { sku: '1729000000000000002', name: 'Mask', stock: 0 },
    ]);
  });

  test('a product identifier that Excel rounded is rejected', () => {
    expect(imported('tiktok-shop-products.csv').issues.map(sentence)).toEqual([
      'Row 4: “1.72900E+18” under “ID” is what a spreadsheet made of a long ID; its last digits are lost. Please import the file as it was exported, without opening and saving it in between.',
    ]);
  });

  test('days of a shop are rows without content, and the log says which they are', () => {
    const shop = imported('tiktok-shop-days-pt.csv');
    expect(change(shop, 'performance').appends[0]).toMatchObject({
      from: 46143, // 2026-05-01
      to: 46143,
      currency: 'BRL',
      gmv: 1500,
      orders: 10,
    });
    expect(change(shop, 'performance').appends[0]).not.toHaveProperty('content');
    expect(change(shop, 'imports').appends[0]).toMatchObject({ format: 'tiktok_shop.days', from: 46143 });
  });

  test('affiliate orders: day first, returned ones, and the content that sold', () => {
    expect(rowsOf('tiktok-affiliate-orders.csv', 'accounts')).toMatchObject([{ currency: 'USD' }]);
    const [sold, returned, cancelled] = rowsOf('tiktok-affiliate-orders.csv', 'orders');
    expect(sold).toMatchObject({
      id: '576000000000000001',
      date: 46115, // 2026-04-03
      sku: '1730000000000000001',
      units: 2,
      amount: 40,
      currency: 'USD',
      content: '7590000000000000123',
      status: 'Completed',
    });
    expect(returned).toMatchObject({ amount: 5, refund: 5, status: 'Refunded' });
    expect(cancelled).toMatchObject({ date: 46127, status: 'Cancelled' });
    expect(cancelled).not.toHaveProperty('content');
  });

  test('affiliate orders: what their creators get is a cost of the content, by day', () => {
    // Of the returned line and of the cancelled order nothing is left of what was expected.
    expect(rowsOf('tiktok-affiliate-orders.csv', 'costs')).toEqual([
      {
        platform: 'TikTok Shop',
        account: 'tiktok-affiliate-orders',
        content: '7590000000000000123',
        date: 46115, // 2026-04-03
        currency: 'USD',
        component: 'Creators',
        note: 'lampfan',
        amount: 4,
        allocation: 'By GMV',
        import: 'import-1',
      },
    ]);
  });
});

describe('ads', () => {
  test('GMV Max: the cost of each creative; what cost nothing adds no row; its revenue is not taken', () => {
    const rows = rowsOf('tiktok-gmv-max-en.csv', 'costs');
    expect(rows.map((row) => [row.content, row.amount, row.currency, row.component])).toEqual([
      ['7590000000000000123', 15, 'USD', 'Ads'],
      [undefined, 4.5, 'USD', 'Ads'],
    ]);
    expect(rowsOf('tiktok-gmv-max-id.csv', 'costs')).toMatchObject([{ amount: 15000.5, currency: 'IDR' }]);
    expect(imported('tiktok-gmv-max-en.csv').result.ignoredColumns).toContain('Gross revenue');
  });

  test('the cost of content that is known names no account of its own', () => {
    const tables = apply({}, imported('tiktok-shop-videos-2026.csv').changes);
    const ads = imported('tiktok-gmv-max-en.csv', { tables });
    expect(ads.result.account).toBe('tiktok-shop-videos-2026');
    expect(change(ads, 'costs').appends.map(({ account }) => account)).toEqual([
      undefined,
      'tiktok-shop-videos-2026',
    ]);
  });

  test('a creative that is no content costs its account', () => {
    const text = new TextDecoder().decode(fixture('tiktok-gmv-max-zh.csv'));
    const card = plan(text.replace('7590000000000000123', '商品卡'), { fileName: 'x.csv' });
    expect(change(card, 'costs').appends).toMatchObject([{ amount: 15, account: 'x' }]);
    expect(change(card, 'costs').appends[0]).not.toHaveProperty('content');
  });

  test('a cost that came before its content is known again after it', () => {
    const before = apply({}, imported('tiktok-gmv-max-en.csv').changes);
    const tables = apply(before, imported('tiktok-shop-videos-2026.csv', { tables: before }).changes);
    const again = imported('tiktok-gmv-max-en.csv', { tables, account: 'tiktok-gmv-max-en' });
    expect(counts(again)).toMatchObject({ read: 3, taken: 0, updated: 0, unchanged: 3 });
  });

  test('a cost without a campaign names its export', () => {
    expect(rowsOf('tiktok-gmv-max-days-vi.csv', 'costs')[0]?.note).toBe('TikTok GMV Max, campaigns by day');
  });

  test('a Vietnamese total row with a dash is no day', () => {
    expect(rowsOf('tiktok-gmv-max-days-vi.csv', 'costs').map((row) => [row.date, row.amount])).toEqual([
      [46082, 100000],
      [46083, 50000],
    ]);
  });

  test('Shopee: two tables of different columns in one sheet, dated by the period above them', () => {
    expect(rowsOf('shopee-ads-id.csv', 'costs').map((row) => [row.date, row.note, row.amount])).toEqual([
      [46173, 'Lampu · 20000000001', 60000], // 2026-05-31
      [46173, 'Teko · 20000000002', 5000],
      [46173, 'Toko Lampu · Beranda', 3000],
    ]);
  });
});

describe('TikTok Studio', () => {
  test('days without a year cross New Year; negative counts stay', () => {
    expect(
      rowsOf('tiktok-overview.csv', 'performance').map((row) => [row.from, row.views, row.likes]),
    ).toEqual([
      [46021, 100, 10], // 2025-12-30
      [46022, 120, -3],
      [46023, 90, 9], // 2026-01-01
    ]);
  });

  test('the link gives identifier and account, the identifier the year', () => {
    const content = rowsOf('tiktok-content.csv', 'content');
    expect(content.map(({ id, account, published }) => [id, account, Math.floor(Number(published))])).toEqual(
      [
        ['7681714846173356608', 'lamp.shop', 46269], // 2026-09-04
        ['7681714846173356609', 'lamp.shop', 46269],
        ['7681714846173356610', 'lamp.shop', 46269],
      ],
    );
    expect(rowsOf('tiktok-content.csv', 'performance')[0]).toMatchObject({
      views: 10000,
      likes: 1200,
      completed_views: 1250,
      saves: 40,
    });
    expect(rowsOf('tiktok-content-es.csv', 'performance')).toMatchObject([{ views: 1000, watch_hours: 5 }]);
    expect(rowsOf('tiktok-content-es.csv', 'content')).toMatchObject([{ published: 46269 }]);
  });
});

describe('Meta', () => {
  test('posts: the account and its name, the form, and rows of another account', () => {
    const posts = imported('instagram-posts.csv');
    expect(change(posts, 'accounts').appends).toEqual([
      { platform: 'Instagram', id: 'lamp.shop', name: 'Lamp Shop' },
    ]);
    expect(change(posts, 'content').appends.map(({ format }) => format)).toEqual([
      'Short video',
      'Image',
      'Carousel',
    ]);
    expect(posts.issues.map(sentence)).toEqual([
      'Row 5 belongs to the account “kettle.shop”, the rows above it to “lamp.shop”. Please export each account by itself.',
    ]);
    expect(rowsOf('facebook-posts.csv', 'performance')[0]).toMatchObject({
      views_3s: 2000,
      likes: 100,
      watch_hours: 10,
    });
  });

  test('one metric a file, named above the headers', () => {
    expect(rowsOf('meta-views.csv', 'performance').map(({ from, views }) => [from, views])).toEqual([
      [46174, 1200],
      [46175, 900],
    ]);
    expect(rowsOf('meta-link-clicks-zh.csv', 'performance').map(({ clicks }) => clicks)).toEqual([12, -1]);
    expect(imported('meta-views.csv').result.warnings.map(sentence)).toEqual([
      'The file does not say which platform it is of: it was taken for Facebook. If that is wrong, undo the import and choose the platform in the sidebar.',
    ]);
    const instagram = imported('meta-views.csv', { fileName: 'Instagram views.csv' });
    expect(instagram.result.warnings).toEqual([]);
    expect(
      imported('meta-views.csv', { fileName: 'Instagram views.csv' }).changes[0]?.appends[0],
    ).toMatchObject({
      platform: 'Instagram',
    });
  });

  test('audience figures have no sheet, and the person is told', () => {
    expect(imported('tiktok-gender.csv').result.warnings.map(sentence)).toEqual([
      '“TikTok Studio, audience”: the workbook has no sheet for these figures, so nothing was taken. Rows: 2.',
    ]);
  });
});

describe('shops', () => {
  test('products by the most exact identifier that a row has', () => {
    const skus = (name: string) => rowsOf(name, 'products').map(({ sku }) => sku);
    expect(skus('shopee-products-en.csv')).toEqual(['LAMP', 'LAMP-R', '30000000002']);
    expect(skus('shopee-products-id.csv')).toEqual(['LAMPU', '20000000002']);
    expect(skus('lazada-products.csv')).toEqual(['LAMP-R', '112']);
    expect(skus('amazon-products.csv')).toEqual(['LAMP-R', 'LAMP-B']);
    expect(skus('amazon-products-dash.csv')).toEqual(['B000000011']);
  });

  test('a product that people named keeps its name and gets its new stock', () => {
    const before = apply({}, [
      {
        sheet: 'products',
        appends: [{ sku: '1729000000000000001', name: 'My serum', stock: 9 }],
        updates: [],
      },
    ]);
    const again = imported('tiktok-live-products.csv', { tables: before });
    expect(change(again, 'products').updates).toEqual([{ index: 0, values: { stock: 31 } }]);
    expect(counts(again)).toMatchObject({ taken: 1, updated: 1 });
  });

  test('Shopify: the lines of an order, less their discounts, with what only the first line says', () => {
    const orders = rowsOf('shopify-orders.csv', 'orders');
    expect(orders.map(({ id, sku, amount, market, status }) => [id, sku, amount, market, status])).toEqual([
      ['#1001', 'LAMP-R', 38.5, 'US', 'Paid'],
      ['#1001', 'Custom card', 11.5, 'US', 'Paid'],
      ['#1002', 'LAMP-R', 20, 'CA', 'Refunded'],
      ['#1003', 'LAMP-R', 20, 'CA', 'Cancelled'],
    ]);
    expect(orders[0]).toMatchObject({
      date: 46143,
      utm_source: 'tiktok',
      utm_content: '7590000000000000123',
    });
    expect(orders[2]).toMatchObject({ refund: 20 });
  });

  test('orders of any shop: UTM out of columns or of the landing page, unpaid ones as such', () => {
    const orders = rowsOf('orders-en.csv', 'orders');
    expect(orders[0]).toMatchObject({
      platform: 'Lazada',
      utm_content: '7590000000000000123',
      utm_campaign: 'May sale',
      status: 'Paid',
    });
    expect(orders[1]).toMatchObject({ refund: 5, utm_medium: 'social' });
    expect(orders[2]).toMatchObject({ platform: 'Other', currency: 'USD', content: '7590000000000000456' });
    expect(orders[2]?.status).toBe('Unpaid');
    expect(
      rowsOf('orders-zh.csv', 'orders').map(({ date, amount, refund, status }) => [
        date,
        amount,
        refund,
        status,
      ]),
    ).toEqual([
      [46143, 99.5, 0, 'Completed'],
      [46144, 49.75, 49.75, 'Refunded'],
    ]);
  });

  test('an order that changed is updated in its row, whatever the words of the sheet', () => {
    const before = apply({}, imported('orders-zh.csv', { language: 'zh-CN' }).changes);
    const text = new TextDecoder()
      .decode(fixture('orders-zh.csv'))
      .replace('99.50,CNY,0,中国,已完成', '99.50,CNY,99.50,中国,已退款');
    const again = plan(text, { fileName: 'orders-zh.csv', tables: before, importId: 'import-2' });
    expect(change(again, 'orders').updates).toEqual([
      { index: 0, values: { refund: 99.5, status: 'Refunded', import: 'import-2' } },
    ]);
  });
});

test('an export of a period without its days is refused, and the name can say them', () => {
  const text = new TextDecoder()
    .decode(fixture('tiktok-shop-videos-2026.csv'))
    .split('\n')
    .slice(2)
    .join('\n');
  expect(() => plan(text, { fileName: 'videos.csv' })).toThrow('PERIOD_UNKNOWN');
  const named = plan(text, { fileName: 'videos 20260101-20260131.csv' });
  expect(change(named, 'performance').appends[0]).toMatchObject({ from: 46023, to: 46053 });
  const given = plan(text, { fileName: 'videos.csv', from: 46023, asOf: 46053 });
  expect(change(given, 'performance').appends[0]).toMatchObject({ from: 46023, to: 46053 });
});

test('engaged viewers of a Shopee LIVE are people, and no views', () => {
  const made = imported('shopee-live.csv');
  expect(change(made, 'performance').appends.map((row) => row.engaged_views)).toEqual([undefined, undefined]);
  expect(made.result.ignoredColumns).toContain('Engaged Viewers');
});

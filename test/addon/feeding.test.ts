/** What the imports can feed: the sidebar says which KPIs wait for other files, and which goal suits. */
import type { Language } from '../../src/workbook/template.ts';
import { bench, call, importText, loadRows, type } from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const VIDEO: Video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 100, hours: 1 };
const ORDERS = 'Order ID,Order Date,SKU,Quantity,Order Amount,Currency\n' + 'A-1,2026-07-27,VM-1,2,60,USD\n';

const opened = (language: Language, model?: string) => {
  const machine = bench({ language });
  if (model !== undefined) call(machine, 'applyModel', { model });
  return machine;
};
const feeding = (machine: ReturnType<typeof bench>) => {
  const { unfed, proposed, goals } = call(machine, 'sidebarState', {});
  return { unfed, proposed, lacking: goals.filter(({ isLacking }) => isLacking).map(({ model }) => model) };
};
const importVideos = (machine: ReturnType<typeof bench>) =>
  importText(machine, youtube([VIDEO]), { asOf: '2026-07-26', account: 'art' });

test('nothing is said before a first import', () => {
  expect(feeding(opened('en', 'gmv_growth'))).toEqual({ unfed: [], proposed: '', lacking: [] });
});

test.each<[Language, string[]]>([
  [
    'en',
    [
      'No data yet for GMV, AOV: import a file of orders (of any shop), or an export of TikTok Shop, Douyin, Shopee, Lazada, Amazon, Shopify.',
      'No data yet for Product impressions, Product CTR: import an export of TikTok Shop, TikTok, Douyin, Shopee.',
      'No data yet for CTOR: import an export of TikTok Shop, Douyin, Shopee.',
    ],
  ],
  [
    'zh-CN',
    [
      '还没有 GMV（成交金额）、客单价的数据：请导入订单文件（任何店铺均可），或 TikTok Shop、抖音、Shopee、Lazada、Amazon、Shopify 的导出文件。',
      '还没有商品曝光次数、商品点击率的数据：请导入 TikTok Shop、TikTok、抖音、Shopee 的导出文件。',
      '还没有点击成交转化率的数据：请导入 TikTok Shop、抖音、Shopee 的导出文件。',
    ],
  ],
])('a goal chosen before views alone came in (%s)', (language, sentences) => {
  const machine = opened(language, 'gmv_shop');
  importVideos(machine);
  const { unfed, proposed, lacking } = feeding(machine);
  expect(unfed).toEqual(sentences);
  expect(proposed).toBe('brand');
  expect(lacking).toContain('gmv_growth');
  expect(lacking).not.toContain('brand');
});

test('orders feed the goals of sales, imported or typed', () => {
  const machine = opened('en', 'gmv_views');
  importVideos(machine);
  expect(feeding(machine)).toMatchObject({
    proposed: 'brand',
    lacking: expect.arrayContaining(['gmv_views']),
  });
  importText(machine, ORDERS, { fileName: 'orders.csv', account: 'shop' });
  expect(feeding(machine).proposed).toBe('gmv_views');
  expect(feeding(machine).unfed).toEqual([]);
  const typed = opened('en', 'gmv_views');
  importVideos(typed);
  loadRows(typed, 'orders', [{ id: 'A-1', date: 46230, amount: 60 }]);
  expect(feeding(typed)).toMatchObject({ proposed: 'gmv_views', unfed: [] });
});

test('a KPI with a figure, an influence and an undone import are no news; nor is a file that nobody knows', () => {
  const machine = opened('en', 'gmv_views');
  importVideos(machine);
  expect(feeding(machine).unfed).toHaveLength(1);
  for (const row of [2, 4, 5]) type(machine, 'KPI tree', `X${row}`, 5);
  expect(feeding(machine).unfed).toEqual([]);
  call(machine, 'undoImport', {});
  expect(feeding(machine)).toEqual({ unfed: [], proposed: '', lacking: [] });
  importVideos(machine);
  type(machine, 'Import log', 'C3', 'own.content');
  expect(feeding(machine)).toEqual({ unfed: [], proposed: '', lacking: [] });
});

test.each<[Language, string]>([
  ['en', 'No data yet for Shown: no export has it; type it into the sheet “Performance”.'],
  ['zh-CN', '还没有 Shown 的数据：没有对应的导出文件，请在“内容表现”中填写。'],
])('what no export of a platform has is to be typed, and where (%s)', (language, sentence) => {
  const machine = opened(language);
  importVideos(machine);
  loadRows(machine, 'tree', [
    { id: 'shown', name: 'Shown', kind: 'metric', metric: 'product_impressions', platform: 'youtube' },
  ]);
  expect(feeding(machine).unfed).toContain(sentence);
});

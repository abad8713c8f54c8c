/** Rows of all sheets with computed columns, and what these show. */
import type { Cell } from '../../src/kpi/issue.ts';
import type { Language } from '../../src/workbook/template.ts';
import { serial } from '../start/bench.ts';

/** Monday 8:00 in Shanghai. */
export const NOW = '2026-08-03T00:00:00Z';
const TODAY = serial('2026-08-03');

export type Row = Record<string, Cell>;
const A = { platform: 'tiktok_shop', account: 'shop' };
export const ROWS: Readonly<Record<string, Row[]>> = {
  accounts: [{ platform: 'tiktok_shop', id: 'shop', name: 'Shop', currency: 'USD' }],
  content: [
    {
      ...{ ...A, id: 'c1', title: 'One', status: 'published', campaign: 'Summer Sale' },
      ...{ planned: TODAY - 20, published: TODAY - 18.5, link: 'https://shop.example/p?sku=1' },
    },
    { ...A, id: 'c2', title: 'Two', status: 'published', planned: TODAY - 20, published: TODAY - 20.5 },
    { ...A, id: 'c3', title: 'Three', status: 'planned', planned: TODAY - 1 },
    { ...A, id: 'c4', title: 'Four', status: 'planned', planned: TODAY + 7, link: 'shop.example' },
    { ...A, id: 'c5', title: 'Five', status: 'planned', planned: TODAY + 8 },
    { ...A, id: 'c6', title: 'Six', status: 'paused', planned: TODAY - 9 },
    { ...A, id: 'c7', title: 'Seven', status: 'idea' },
  ],
  performance: [
    { ...A, content: 'c1', kind: 'cumulative', to: TODAY - 15, gmv: 60, currency: 'USD' },
    { ...A, content: 'c1', kind: 'cumulative', to: TODAY - 8, gmv: 130, currency: 'USD' },
    { ...A, content: 'c1', kind: 'cumulative', to: TODAY - 1, gmv: 150, currency: 'USD' },
    { ...A, content: 'c2', kind: 'cumulative', to: TODAY - 1, gmv: 20, currency: 'USD' },
  ],
  costs: [
    { ...A, date: TODAY - 21, content: 'c1', component: 'production', amount: 100, currency: 'USD' },
    { ...A, date: TODAY - 21, content: 'c2', component: 'production', amount: 40, currency: 'USD' },
    { ...A, date: TODAY - 30, component: 'tools', amount: 10, currency: 'USD', allocation: 'fixed' },
  ],
  orders: [
    { ...A, id: 'o1', date: TODAY - 1, sku: 'S1', units: 20, amount: 50, currency: 'USD', status: 'paid' },
    { ...A, id: 'o2', date: TODAY - 14, sku: 'S1', units: 8, amount: 50, currency: 'USD', status: 'paid' },
    { ...A, id: 'o3', date: TODAY - 15, sku: 'S1', units: 99, amount: 50, currency: 'USD', status: 'paid' },
    { ...A, id: 'o4', date: TODAY - 2, sku: 'S2', units: 14, amount: 50, currency: 'USD', status: 'paid' },
    {
      ...A,
      id: 'o5',
      date: TODAY - 2,
      sku: 'S2',
      units: 70,
      amount: 5,
      currency: 'USD',
      status: 'cancelled',
    },
  ],
  products: [
    { sku: 'S1', stock: 20 },
    { sku: 'S2', stock: 20 },
    { sku: 'S3', stock: 5 },
    { sku: 'S4', stock: 0 },
  ],
  comments: [
    { ...A, text: 'a', sentiment: 'negative', posted: TODAY - 3, answered: TODAY - 2.1 },
    { ...A, text: 'b', sentiment: 'negative', posted: TODAY - 3, answered: TODAY - 1.9 },
    { ...A, text: 'c', sentiment: 'negative', posted: TODAY - 0.5 },
    { ...A, text: 'd', sentiment: 'negative', posted: TODAY - 2 },
    { ...A, text: 'e', sentiment: 'positive', posted: TODAY - 2 },
  ],
  assets: [
    { asset: 'a', valid_until: TODAY + 31 },
    { asset: 'b', valid_until: TODAY + 30 },
    { asset: 'c', valid_until: TODAY - 1 },
    { asset: 'd' },
  ],
  actions: [
    { id: 'x1', action: 'a', due: TODAY + 8, status: 'open' },
    { id: 'x2', action: 'b', due: TODAY, status: 'doing' },
    { id: 'x3', action: 'c', due: TODAY - 1, status: 'open' },
    { id: 'x4', action: 'd', due: TODAY - 1, status: 'done' },
    { id: 'x5', action: 'e', due: TODAY - 1, status: 'dropped' },
  ],
  policies: [
    { rule: 'a', due: TODAY - 5, done: TODAY - 6 },
    { rule: 'b', due: TODAY - 5, done: TODAY - 4 },
    { rule: 'c', due: TODAY - 5 },
    { rule: 'd', due: TODAY + 5 },
  ],
  experiments: [
    {
      ...{ id: 'e1', kind: 'split', planned_n: 1094 },
      ...{ visitors_a: 1200, conversions_a: 144, visitors_b: 1200, conversions_b: 192 },
    },
    {
      ...{ id: 'e2', kind: 'split', planned_n: 9000 },
      ...{ visitors_a: 1200, conversions_a: 144, visitors_b: 1200, conversions_b: 192 },
    },
    {
      ...{ id: 'e3', kind: 'pairs', planned_n: 5 },
      ...{ visitors_a: 1200, conversions_a: 144, visitors_b: 1200, conversions_b: 192 },
    },
    {
      ...{ id: 'e4', kind: 'sequential', planned_n: 400 },
      ...{ visitors_a: 4000, conversions_a: 145, visitors_b: 4000, conversions_b: 100 },
    },
  ],
};

/** What each sheet shows, by the column that names its rows. */
export const EXPECTED: Readonly<Record<string, readonly [string, Readonly<Record<string, Row>>]>> = {
  accounts: [
    'id',
    { shop: { gmv: 170, cost: 150, roi: 170 / 150 - 1, since: TODAY - 30, payback_days: 29 } },
  ],
  content: [
    'id',
    {
      c1: {
        plan_state: 'late',
        utm: 'https://shop.example/p?sku=1&utm_source=tiktok-shop&utm_medium=social&utm_campaign=summer-sale&utm_content=c1',
        utm_check: '',
        ...{ gmv: 150, cost: 100, roi: 0.5, paid_back: TODAY - 8, payback_days: 11 },
      },
      c2: { plan_state: 'done', utm: '', gmv: 20, cost: 40, roi: -0.5, paid_back: '', payback_days: '' },
      c3: { plan_state: 'overdue', gmv: '', roi: '' },
      c4: { plan_state: 'soon', utm: '#NOT_A_URL', utm_check: 0 },
      c5: { plan_state: 'ahead' },
      c6: { plan_state: '' },
      c7: { plan_state: '' },
    },
  ],
  products: [
    'sku',
    {
      S1: { daily_sales: 2, cover: 10, cover_state: 2 },
      S2: { daily_sales: 1, cover: 20, cover_state: 1 },
      S3: { daily_sales: 0, cover: '', cover_state: '' },
      S4: { daily_sales: 0, cover: '', cover_state: '' },
    },
  ],
  comments: [
    'text',
    { a: { sla: 0 }, b: { sla: 1 }, c: { sla: 2 }, d: { sla: 3 }, e: { sla: '' } } as Record<string, Row>,
  ],
  assets: [
    'asset',
    {
      a: { days_left: 31, licence_state: 0 },
      b: { days_left: 30, licence_state: 1 },
      c: { days_left: -1, licence_state: 2 },
      d: { days_left: '', licence_state: '' },
    },
  ],
  actions: [
    'id',
    {
      ...{ x1: { due_state: 0 }, x2: { due_state: 1 }, x3: { due_state: 2 } },
      ...{ x4: { due_state: 3 }, x5: { due_state: '' } },
    },
  ],
  policies: [
    'rule',
    { a: { due_state: 3 }, b: { due_state: 4 }, c: { due_state: 2 }, d: { due_state: 1 } } as Record<
      string,
      Row
    >,
  ],
  experiments: [
    'id',
    {
      e1: { difference: 0.04, p: 0.004747, result: 1 },
      e2: { difference: 0.04, p: 0.004747, result: 3 },
      e3: { difference: '', p: '', result: '' },
      e4: { difference: -0.01125, result: 0 },
    },
  ],
};

export const PLAN = { ahead: 0, soon: 1, overdue: 2, done: 3, late: 4 };
export const LABELS: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    plan_state: ['○ Planned', '▲ Due soon', '■ Overdue', '● Published', '▲ Published late'],
    utm_check: ['This is not a link'],
    cover_state: ['● Enough', '▲ Reorder', '■ Low'],
    sla: ['● In time', '▲ Late', '○ Open', '■ Overdue'],
    licence_state: ['● Valid', '▲ Expiring', '■ Expired'],
    due_state: ['○ Ahead', '▲ Due soon', '■ Overdue', '● Done', '▲ Done late'],
    result: ['● A wins', '● B wins', '○ No difference', '▲ Keep running'],
  },
  'zh-CN': {
    plan_state: ['○ 已计划', '▲ 即将到期', '■ 逾期未发', '● 已发布', '▲ 逾期发布'],
    utm_check: ['不是链接'],
    cover_state: ['● 充足', '▲ 需补货', '■ 偏低'],
    sla: ['● 按时', '▲ 超时', '○ 待回复', '■ 超时未回'],
    licence_state: ['● 有效', '▲ 即将到期', '■ 已过期'],
    due_state: ['○ 未到期', '▲ 即将到期', '■ 已逾期', '● 已完成', '▲ 逾期完成'],
    result: ['● A 胜出', '● B 胜出', '○ 无差异', '▲ 继续测试'],
  },
};

import { choice, column, type SheetTemplate, words } from '../template.ts';
import { BRIEF_ROWS } from './brief-rows.ts';
import { FORMATS } from './choices.ts';

const PARTS = [
  choice('markets', 'Markets and languages', '市场与语种'),
  choice('volume', 'Items a month', '每月数量'),
  choice('kpis', 'Target KPIs', '目标 KPI'),
  choice('team', 'Team', '团队'),
  choice('accounts', 'Accounts', '账号'),
  choice('history', 'History', '历史数据'),
  choice('budget', 'Budget', '预算'),
  choice('questions', 'Questions to the provider', '向服务商提问'),
];

/** What a quote needs, as rows by part: what to make, what it may cost and must bring in, and what to ask. */
export const BRIEF: SheetTemplate = {
  key: 'brief',
  module: 'brief',
  version: 2,
  titles: words('Brief and budget', '需求与预算'),
  purpose: words(
    'What a provider needs for a quote, and what to ask before you sign. Answer row by row.',
    '服务商报价所需的信息，以及签约前要问的问题。请逐行填写。',
  ),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('part', 'choice', 210, 'Part', '部分', { choices: PARTS }),
    column('item', 'text', 360, 'What is asked', '问题或内容', { wrap: true }),
    column('answer', 'text', 320, 'Answer', '回答', { wrap: true }),
    column('form', 'choice', 125, 'Form', '内容形式', { choices: FORMATS }),
    column('items', 'count', 90, 'Items a month', '每月条数', { rule: { low: 0 } }),
    column('cost_low', 'money', 125, 'Cost per item, from', '单条成本下限', {
      rule: { low: 0 },
      note: words('In the reporting currency', '按报表币种'),
    }),
    column('cost_high', 'money', 138, 'Cost per item, to', '单条成本上限', {
      rule: { low: 0 },
      note: words('In the reporting currency', '按报表币种'),
    }),
    column('margin', 'percent', 90, 'Gross margin', '毛利率', {
      rule: { low: 0, high: 1 },
      note: words('Of the products that the items sell', '内容所售商品的毛利率'),
    }),
    column('aov', 'money', 110, 'Order value', '客单价', {
      rule: { low: 0 },
      note: words('Average value of an order, in the reporting currency', '平均每单金额，按报表币种'),
    }),
    column('budget_low', 'money', 200, 'Budget a month, from', '每月预算下限', {
      total: true,
      formula: (at) => `KPI_BUDGET(${at('items')};${at('cost_low')})`,
      note: words('Items × cost per item', '条数 × 单条成本'),
    }),
    column('budget_high', 'money', 190, 'Budget a month, to', '每月预算上限', {
      total: true,
      formula: (at) => `KPI_BUDGET(${at('items')};${at('cost_high')})`,
      note: words('Items × cost per item', '条数 × 单条成本'),
    }),
    column('gmv_needed', 'money', 140, 'GMV needed per item', '单条保本 GMV', {
      formula: (at) => `KPI_BREAK_EVEN_GMV(${at('cost_high')};${at('margin')})`,
      note: words('So that the margin pays the upper cost of the item', '使毛利覆盖单条成本上限所需的 GMV'),
    }),
    column('orders_needed', 'count', 152, 'Orders needed per item', '单条保本订单数', {
      formula: (at) => `KPI_BREAK_EVEN_ORDERS(${at('cost_high')};${at('margin')};${at('aov')})`,
      note: words('At the order value of the row', '按本行客单价'),
    }),
    column('roas_needed', 'number', 110, 'Break-even ROAS', '保本 ROAS', {
      pattern: '0.00',
      formula: (at) => `KPI_BREAK_EVEN_ROAS(${at('margin')})`,
      note: words('1 ÷ margin: below it ads lose money', '1 ÷ 毛利率：低于此值广告亏损'),
    }),
    column('note', 'text', 220, 'Note', '备注', { wrap: true }),
  ],
  starterRows: BRIEF_ROWS,
  examples: [
    {
      part: 'volume',
      item: words('Example: short videos with a creator', '示例：达人短视频'),
      form: 'short_video',
      cost_low: 80,
      cost_high: 150,
      margin: 0.4,
      aov: 25,
      note: words(
        'An example: without items a month it is in no sum. With them, the budget shows.',
        '示例：未填每月条数，不计入合计；填写后即显示预算。',
      ),
    },
  ],
};

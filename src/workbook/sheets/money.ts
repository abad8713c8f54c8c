import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

export const ORDER_STATUSES = [
  choice('paid', 'Paid', '已付款'),
  choice('completed', 'Completed', '已完成'),
  choice('refunded', 'Refunded', '已退款'),
  choice('cancelled', 'Cancelled', '已取消'),
];

export const COST_COMPONENTS = [
  choice('production', 'Production', '制作'),
  choice('translation', 'Translation', '翻译'),
  choice('localisation', 'Localisation', '本地化'),
  choice('creators', 'Creators', '达人'),
  choice('ads', 'Ads', '广告'),
  choice('staff', 'Staff', '人力'),
  choice('tools', 'Tools', '工具'),
  choice('compliance', 'Compliance', '合规'),
  choice('tests', 'Tests', '测试'),
];

const ALLOCATIONS = [
  choice('gmv', 'By GMV', '按 GMV'),
  choice('views', 'By views', '按观看'),
  choice('content', 'By content count', '按内容数'),
  choice('fixed', 'Fixed', '不分摊'),
];

export const ORDERS: SheetTemplate = {
  key: 'orders',
  version: 1,
  titles: words('Orders', '订单'),
  purpose: words('Orders and the content they came from.', '订单及其来源内容。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 150, 'Order ID', '订单号'),
    column('date', 'date', 100, 'Date', '日期'),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 130, 'Account', '账号'),
    column('market', 'text', 80, 'Market', '市场'),
    column('sku', 'id', 110, 'SKU', 'SKU'),
    column('units', 'count', 70, 'Units', '件数'),
    column('amount', 'money', 110, 'Amount', '金额'),
    column('currency', 'id', 80, 'Currency', '币种'),
    column('refund', 'money', 100, 'Refund', '退款'),
    column('utm_source', 'id', 110, 'utm_source', 'utm_source'),
    column('utm_medium', 'id', 110, 'utm_medium', 'utm_medium'),
    column('utm_campaign', 'id', 120, 'utm_campaign', 'utm_campaign'),
    column('utm_content', 'id', 150, 'utm_content', 'utm_content'),
    column('content', 'id', 150, 'Content ID', '内容编号'),
    column('status', 'choice', 90, 'Status', '状态', { choices: ORDER_STATUSES }),
    column('import', 'id', 130, 'Import ID', '导入编号'),
  ],
};

export const COSTS: SheetTemplate = {
  key: 'costs',
  version: 1,
  titles: words('Costs', '成本'),
  purpose: words(
    'What content costs, part by part. Ad spend belongs here and nowhere else.',
    '内容的各项成本。广告费只记在这里。',
  ),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('date', 'date', 100, 'Date', '日期'),
    column('content', 'id', 150, 'Content ID', '内容编号', {
      note: words('Empty for a cost of an account, a platform or all', '账号、平台或公共成本留空'),
    }),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 130, 'Account', '账号'),
    column('component', 'choice', 110, 'Component', '成本项', { choices: COST_COMPONENTS }),
    column('amount', 'money', 110, 'Amount', '金额'),
    column('currency', 'id', 80, 'Currency', '币种'),
    column('allocation', 'choice', 110, 'Allocation', '分摊方式', { choices: ALLOCATIONS }),
    column('note', 'text', 200, 'Note', '备注'),
  ],
};

export const RATES: SheetTemplate = {
  key: 'rates',
  version: 1,
  titles: words('Exchange rates', '汇率'),
  purpose: words(
    'Value of one unit of a currency in the reporting currency, from a date on.',
    '从某日起，一单位外币折合报表币种的金额。',
  ),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('date', 'date', 100, 'From', '生效日期'),
    column('currency', 'id', 90, 'Currency', '币种'),
    column('rate', 'ratio', 120, 'Rate', '汇率'),
  ],
};

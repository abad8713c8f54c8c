import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

export const ORDER_STATUSES = [
  choice('unpaid', 'Unpaid', '未付款'),
  choice('paid', 'Paid', '已付款'),
  choice('completed', 'Completed', '已完成'),
  choice('refunded', 'Refunded', '已退款'),
  choice('cancelled', 'Cancelled', '已取消'),
];

export const ORDERS: SheetTemplate = {
  key: 'orders',
  version: 3,
  titles: words('Orders', '订单'),
  purpose: words('Orders and the content they came from.', '订单及其来源内容。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 165, 'Order ID', '订单号'),
    column('date', 'date', 100, 'Date', '日期'),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 175, 'Account', '账号'),
    column('market', 'text', 95, 'Market', '市场'),
    column('sku', 'id', 110, 'SKU', 'SKU'),
    column('units', 'count', 80, 'Units', '件数', { rule: { low: 0 } }),
    column('amount', 'money', 110, 'Amount', '金额'),
    column('currency', 'id', 105, 'Currency', '币种'),
    column('refund', 'money', 100, 'Refund', '退款'),
    column('utm_source', 'id', 125, 'utm_source', 'utm_source'),
    column('utm_medium', 'id', 135, 'utm_medium', 'utm_medium'),
    column('utm_campaign', 'id', 150, 'utm_campaign', 'utm_campaign'),
    column('utm_content', 'id', 165, 'utm_content', 'utm_content'),
    column('content', 'id', 165, 'Content ID', '内容编号'),
    column('status', 'choice', 115, 'Status', '状态', { choices: ORDER_STATUSES }),
    column('import', 'id', 130, 'Import ID', '导入编号'),
  ],
};

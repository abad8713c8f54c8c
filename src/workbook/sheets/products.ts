import { settingIn } from '../formulas.ts';
import { column, type SheetTemplate, words } from '../template.ts';

const COVER_STATES = words('● Enough|▲ Reorder|■ Low', '● 充足|▲ 需补货|■ 偏低');

export const PRODUCTS: SheetTemplate = {
  key: 'products',
  version: 3,
  titles: words('Products', '商品与库存'),
  purpose: words('Products behind the content, with margin and stock.', '内容背后的商品，含毛利与库存。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('sku', 'id', 110, 'SKU', 'SKU'),
    column('name', 'text', 200, 'Name', '名称'),
    column('margin', 'percent', 115, 'Gross margin', '毛利率', { rule: { low: 0, high: 1 } }),
    column('stock', 'count', 90, 'Stock', '库存', { rule: { low: 0 } }),
    column('inbound', 'count', 100, 'Inbound', '在途', { rule: { low: 0 } }),
    column('eta', 'date', 100, 'ETA', '预计到货'),
    column('daily_sales', 'number', 100, 'Daily sales', '日均销量', {
      pattern: '#,##0.0',
      managed: true,
      note: words(
        'Units a day in the last 14 days that have orders imported or typed',
        '有订单数据的最近 14 天的日均件数',
      ),
    }),
    column('cover', 'count', 118, 'Days of cover', '可售天数', {
      formula: (at) => `KPI_RATE(${at('stock')};${at('daily_sales')})`,
      note: words('Stock ÷ daily sales', '库存 ÷ 日均销量'),
    }),
    column('cover_state', 'text', 110, 'Cover', '库存状态', {
      marks: true,
      formula: (at, language) =>
        `KPI_STATUS(${at('cover')};${settingIn(at, 'cover_enough')};${settingIn(at, 'cover_low')};"${COVER_STATES[language]}")`,
      note: words('Limits in days stand in Settings', '天数界限见“设置”'),
    }),
  ],
  examples: [
    { sku: 'EXAMPLE-1', name: words('Example lamp', '示例 台灯'), margin: 0.42, stock: 320, inbound: 200 },
    { sku: 'EXAMPLE-2', name: words('Example kettle', '示例 水壶'), margin: 0.35, stock: 85, inbound: 0 },
  ],
};

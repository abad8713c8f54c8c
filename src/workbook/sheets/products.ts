import { column, type SheetTemplate, words } from '../template.ts';

export const PRODUCTS: SheetTemplate = {
  key: 'products',
  version: 2,
  titles: words('Products', '商品与库存'),
  purpose: words('Products behind the content, with margin and stock.', '内容背后的商品，含毛利与库存。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('sku', 'id', 110, 'SKU', 'SKU'),
    column('name', 'text', 200, 'Name', '名称'),
    column('margin', 'percent', 105, 'Gross margin', '毛利率', { rule: { low: 0, high: 1 } }),
    column('stock', 'count', 90, 'Stock', '库存', { rule: { low: 0 } }),
    column('inbound', 'count', 100, 'Inbound', '在途', { rule: { low: 0 } }),
    column('eta', 'date', 100, 'ETA', '预计到货'),
  ],
  examples: [
    { sku: 'EXAMPLE-1', name: words('Example lamp', '示例 台灯'), margin: 0.42, stock: 320, inbound: 200 },
    { sku: 'EXAMPLE-2', name: words('Example kettle', '示例 水壶'), margin: 0.35, stock: 85, inbound: 0 },
  ],
};

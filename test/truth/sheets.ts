/** Which sheets and columns of the workbook are read, under which headers, and what their words mean. */
import type { SheetCell, SheetRows } from './xlsx-cells.ts';

export type Language = 'en' | 'zh-CN';

type Type = 'VARCHAR' | 'INTEGER' | 'DOUBLE';
type Column = readonly [name: string, type: Type, en: string, zh: string];
export type SheetTable = {
  readonly name: string;
  readonly titles: Readonly<Record<Language, string>>;
  readonly columns: readonly Column[];
};

const table = (name: string, en: string, zh: string, columns: readonly Column[]): SheetTable => ({
  name,
  titles: { en, 'zh-CN': zh },
  columns,
});

export const TABLES: readonly SheetTable[] = [
  table('performance', 'Performance', '内容表现', [
    ['content', 'VARCHAR', 'Content ID', '内容编号'],
    ['platform', 'VARCHAR', 'Platform', '平台'],
    ['account', 'VARCHAR', 'Account', '账号'],
    ['first', 'INTEGER', 'From', '开始日期'],
    ['last', 'INTEGER', 'To / as of', '截止日期'],
    ['kind', 'VARCHAR', 'Kind', '数据类型'],
    ['currency', 'VARCHAR', 'Currency', '币种'],
    ['impressions', 'DOUBLE', 'Impressions', '曝光次数'],
    ['clicks', 'DOUBLE', 'Clicks', '点击次数'],
    ['views', 'DOUBLE', 'Views', '播放量'],
    ['completed_views', 'DOUBLE', 'Completed views', '完播次数'],
    ['likes', 'DOUBLE', 'Likes', '点赞数'],
    ['comments', 'DOUBLE', 'Comments', '评论数'],
    ['shares', 'DOUBLE', 'Shares', '分享数'],
    ['saves', 'DOUBLE', 'Saves', '收藏数'],
    ['product_impressions', 'DOUBLE', 'Product impressions', '商品曝光次数'],
    ['product_clicks', 'DOUBLE', 'Product clicks', '商品点击次数'],
    ['orders', 'DOUBLE', 'Orders', '订单数'],
    ['gmv', 'DOUBLE', 'GMV', 'GMV（成交金额）'],
  ]),
  table('content', 'Content', '内容库', [
    ['id', 'VARCHAR', 'Content ID', '内容编号'],
    ['title', 'VARCHAR', 'Title', '标题'],
    ['platform', 'VARCHAR', 'Platform', '平台'],
    ['account', 'VARCHAR', 'Account', '账号'],
    ['format', 'VARCHAR', 'Format', '内容形式'],
    ['published', 'DOUBLE', 'Published at', '发布时间'],
  ]),
  table('accounts', 'Accounts', '账号', [
    ['platform', 'VARCHAR', 'Platform', '平台'],
    ['id', 'VARCHAR', 'Account ID', '账号编号'],
    ['name', 'VARCHAR', 'Name', '名称'],
    ['currency', 'VARCHAR', 'Currency', '币种'],
  ]),
  table('orders', 'Orders', '订单', [
    ['date', 'INTEGER', 'Date', '日期'],
    ['amount', 'DOUBLE', 'Amount', '金额'],
    ['currency', 'VARCHAR', 'Currency', '币种'],
    ['refund', 'DOUBLE', 'Refund', '退款'],
    ['utm_content', 'VARCHAR', 'utm_content', 'utm_content'],
    ['content', 'VARCHAR', 'Content ID', '内容编号'],
    ['status', 'VARCHAR', 'Status', '状态'],
  ]),
  table('costs', 'Costs', '成本', [
    ['date', 'INTEGER', 'Date', '日期'],
    ['first', 'INTEGER', 'From', '开始日期'],
    ['content', 'VARCHAR', 'Content ID', '内容编号'],
    ['platform', 'VARCHAR', 'Platform', '平台'],
    ['account', 'VARCHAR', 'Account', '账号'],
    ['amount', 'DOUBLE', 'Amount', '金额'],
    ['currency', 'VARCHAR', 'Currency', '币种'],
    ['rule', 'VARCHAR', 'Allocation', '分摊方式'],
  ]),
  table('rates', 'Exchange rates', '汇率', [
    ['date', 'INTEGER', 'From', '生效日期'],
    ['currency', 'VARCHAR', 'Currency', '币种'],
    ['rate', 'DOUBLE', 'Rate', '汇率'],
  ]),
  table('tree', 'KPI tree', 'KPI 树', [
    ['id', 'VARCHAR', 'KPI ID', 'KPI 编号'],
    ['parent', 'VARCHAR', 'Parent', '上级'],
    ['operator', 'VARCHAR', 'Children make it by', '下级合成方式'],
    ['title', 'VARCHAR', 'KPI', 'KPI 名称'],
    ['kind', 'VARCHAR', 'Kind', '类型'],
    ['metric', 'VARCHAR', 'Metric', '指标代码'],
    ['platform', 'VARCHAR', 'Platform', '平台'],
    ['account', 'VARCHAR', 'Account', '账号'],
  ]),
  table('targets', 'Targets', '目标', [
    ['id', 'VARCHAR', 'KPI ID', 'KPI 编号'],
    ['first', 'INTEGER', 'From', '开始日期'],
    ['last', 'INTEGER', 'To', '结束日期'],
    ['target', 'DOUBLE', 'Target', '目标值'],
  ]),
  table('comments', 'Comments', '舆情', [
    ['sentiment', 'VARCHAR', 'Sentiment', '情绪'],
    ['posted', 'DOUBLE', 'Posted at', '发布时间'],
    ['answered', 'DOUBLE', 'Answered at', '回复时间'],
  ]),
  table('settings', 'Settings', '设置', [
    ['name', 'VARCHAR', 'Key', '代码'],
    ['value', 'VARCHAR', 'Value', '值'],
  ]),
];

/** Words of dropdowns, by what they mean in the queries. */
export const CHOICES: readonly (readonly [word: string, en: string, zh: string])[] = [
  ['period', 'Within the period', '期间值'],
  ['sum', 'sum', '求和'],
  ['product', 'product', '乘积'],
  ['influence', 'Influence', '影响因素'],
  ['refunded', 'Refunded', '已退款'],
  ['cancelled', 'Cancelled', '已取消'],
  ['unpaid', 'Unpaid', '未付款'],
  ['by_gmv', 'By GMV', '按 GMV'],
  ['by_views', 'By views', '按观看'],
  ['by_content', 'By content count', '按内容数'],
  ['fixed', 'Fixed', '不分摊'],
  ['negative', 'Negative', '负面'],
];

/** The row number, from 1, and the cells of the wanted columns; rows without any are left out. */
export function rowsOf(sheet: SheetTable, rows: SheetRows, language: Language): [number, SheetCell[]][] {
  const [header = [], ...body] = rows;
  const positions = sheet.columns.map(([, , en, zh]) => {
    const title = language === 'en' ? en : zh;
    const position = header.findIndex(({ value }) => value === title);
    if (position < 0) throw new Error(`${sheet.titles[language]} has no column ${title}`);
    return position;
  });
  return body.flatMap((row, index): [number, SheetCell[]][] => {
    const cells = positions.map((position) => row[position] ?? { value: null, format: '' });
    return cells.every(({ value }) => value === null) ? [] : [[index + 1, cells]];
  });
}

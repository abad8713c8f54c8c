import { column, type SheetTemplate, words } from '../template.ts';

export const RATES: SheetTemplate = {
  key: 'rates',
  version: 2,
  titles: words('Exchange rates', '汇率'),
  purpose: words(
    'Value of one unit of a currency in the reporting currency, from a date on.',
    '从某日起，一单位外币折合报表币种的金额。',
  ),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('date', 'date', 100, 'From', '生效日期'),
    column('currency', 'id', 105, 'Currency', '币种'),
    column('rate', 'ratio', 120, 'Rate', '汇率', { rule: { low: 0 } }),
  ],
};

import { MEASURES } from '../../kpi/metrics.ts';
import { type ColumnTemplate, type ColumnType, column, type SheetTemplate, words } from '../template.ts';
import { FACT_KINDS, PLATFORMS } from './choices.ts';

const TYPE_OF_UNIT: Readonly<Record<string, ColumnType>> = {
  count: 'count',
  money: 'money',
  hours: 'hours',
  seconds: 'seconds',
};

/** Column keys of the measures are the keys of the metric catalogue. */
const measureColumns: readonly ColumnTemplate[] = MEASURES.filter((measure) =>
  measure.sources.includes('performance'),
).map((measure) => ({
  key: measure.key,
  header: measure.names,
  type: TYPE_OF_UNIT[measure.unit] ?? 'number',
  // A long name breaks into two lines; short of that it would run into the filter's button.
  width: measure.names.en.length > 18 ? 170 : 150,
}));

/** Facts: content × day or span. No computed columns here, so that it can grow and be sorted freely. */
export const PERFORMANCE: SheetTemplate = {
  key: 'performance',
  version: 2,
  titles: words('Performance', '内容表现'),
  purpose: words(
    'Imported figures, one row per content and period. Please import instead of typing.',
    '导入的数据，每条内容每个期间一行。请用导入，不要手工填写。',
  ),
  group: 'data',
  frozenColumns: 1,
  imported: true,
  columns: [
    column('content', 'id', 165, 'Content ID', '内容编号'),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 175, 'Account', '账号'),
    column('from', 'date', 100, 'From', '开始日期', {
      note: words('Empty for totals to date', '累计值留空'),
    }),
    column('to', 'date', 115, 'To / as of', '截止日期'),
    column('kind', 'choice', 155, 'Kind', '数据类型', { choices: FACT_KINDS }),
    column('currency', 'id', 105, 'Currency', '币种'),
    ...measureColumns,
    column('import', 'id', 130, 'Import ID', '导入编号'),
  ],
};

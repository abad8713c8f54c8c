import { column, day, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

/** What is usual elsewhere, so that a target can be held against it. */
export const BENCHMARKS: SheetTemplate = {
  key: 'benchmarks',
  module: 'benchmarks',
  version: 1,
  titles: words('Benchmarks', '基准'),
  purpose: words(
    'What is usual for a metric in a market: the middle half lies between P25 and P75.',
    '某指标在某市场的常见水平：中间一半落在 P25 与 P75 之间。',
  ),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('metric', 'id', 170, 'Metric', '指标代码', {
      note: words(
        'As in the KPI tree, such as cvr, completion_rate',
        '与 KPI 树相同，例如 cvr、completion_rate',
      ),
    }),
    column('platform', 'choice', 125, 'Platform', '平台', {
      choices: PLATFORMS,
      note: words('Empty means all', '留空表示全部'),
    }),
    column('market', 'text', 95, 'Market', '市场'),
    column('category', 'text', 150, 'Category', '类目'),
    column('p25', 'number', 110, 'P25', 'P25', {
      note: words('A quarter lies below; in the unit of the metric', '四分之一低于此值；单位与指标相同'),
    }),
    column('p50', 'number', 110, 'P50', 'P50', { note: words('Half lies below', '一半低于此值') }),
    column('p75', 'number', 110, 'P75', 'P75', {
      note: words('Three quarters lie below', '四分之三低于此值'),
    }),
    column('source', 'text', 240, 'Source', '来源', { wrap: true }),
    column('date', 'date', 100, 'Date', '日期', {
      note: words('Day that the figures are of', '数据所属日期'),
    }),
    column('note', 'text', 200, 'Note', '备注', { wrap: true }),
  ],
  examples: [
    {
      metric: 'completion_rate',
      platform: 'tiktok',
      market: 'ID',
      category: words('Home', '家居'),
      p25: 0.12,
      p50: 0.19,
      p75: 0.28,
      source: words('Example, not a published figure', '示例，并非公开数据'),
      date: day('2026-07-01'),
    },
    {
      metric: 'cvr',
      platform: 'tiktok_shop',
      market: 'TH',
      category: words('Home', '家居'),
      p25: 0.008,
      p50: 0.014,
      p75: 0.022,
      source: words('Example, not a published figure', '示例，并非公开数据'),
      date: day('2026-07-01'),
    },
  ],
};

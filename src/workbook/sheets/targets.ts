import { choice, column, type SheetTemplate, words } from '../template.ts';
import { UNITS } from './choices.ts';

/** Targets with from and to; nothing is overwritten, so the plan of past weeks stays as it was. */
export const TARGETS: SheetTemplate = {
  key: 'targets',
  version: 3,
  titles: words('Targets', '目标'),
  purpose: words(
    'What each KPI must reach and when. A new target is a new row.',
    '每个 KPI 在什么时间要达到多少。新目标请新增一行。',
  ),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('node', 'id', 210, 'KPI ID', 'KPI 编号', { rule: { oneOf: ['tree', 'id'] } }),
    column('from', 'date', 100, 'From', '开始日期'),
    column('to', 'date', 100, 'To', '结束日期'),
    column('unit', 'choice', 90, 'Unit', '单位', {
      managed: true,
      choices: UNITS,
      note: words('Of the KPI, filled by the add-on', 'KPI 的单位，自动填入'),
    }),
    column('baseline', 'number', 110, 'Baseline', '基线', { inUnit: true }),
    column('target', 'number', 110, 'Target', '目标值', {
      inUnit: true,
      note: words(
        'For amounts and counts: the total of the whole period, shared out by days. For rates: the rate itself.',
        '金额和次数填整个期间的总量，按天分摊；比率直接填比率。',
      ),
    }),
    column('low', 'number', 90, 'Low', '下限', { inUnit: true }),
    column('high', 'number', 90, 'High', '上限', { inUnit: true }),
    column('locked', 'boolean', 95, 'Locked', '锁定'),
    column('how', 'choice', 110, 'How set', '设定方式', {
      default: 'typed',
      choices: [choice('typed', 'Typed', '手工'), choice('cascade', 'Cascade', '自动分解')],
    }),
    column('who', 'text', 150, 'Set by', '设定人'),
    column('when', 'date', 100, 'Set on', '设定日期'),
  ],
};

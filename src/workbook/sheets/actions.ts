import { column, type SheetTemplate, words } from '../template.ts';
import { ACTION_STATUSES } from './choices.ts';

export const ACTIONS: SheetTemplate = {
  key: 'actions',
  version: 2,
  titles: words('Actions', '行动项'),
  purpose: words(
    'What the team decided in its reviews, with owner and due date.',
    '复盘中决定的行动，含负责人与截止日期。',
  ),
  group: 'act',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 110, 'Action ID', '行动编号', { managed: true }),
    column('week', 'id', 90, 'Week', '周'),
    column('node', 'id', 200, 'KPI ID', 'KPI 编号', { rule: { oneOf: ['tree', 'id'] } }),
    column('finding', 'text', 220, 'Finding', '发现', { wrap: true }),
    column('action', 'text', 260, 'Action', '行动', { wrap: true }),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('due', 'date', 100, 'Due', '截止日期'),
    column('status', 'choice', 120, 'Status', '状态', { default: 'open', choices: ACTION_STATUSES }),
    column('expected', 'number', 110, 'Expected effect', '预期效果'),
    column('measured', 'number', 110, 'Measured effect', '实际效果', { managed: true }),
  ],
};

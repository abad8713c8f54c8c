import { settingIn } from '../formulas.ts';
import { column, type SheetTemplate, words } from '../template.ts';
import { ACTION_STATUSES, DUE_STATES, UNITS } from './choices.ts';
import { AS_OF } from './settings.ts';

export const ACTIONS: SheetTemplate = {
  key: 'actions',
  version: 5,
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
    column('closed', 'date', 100, 'Closed on', '关闭日期', {
      note: words(
        'When it was done or dropped; filled by the add-on where you leave it empty',
        '完成或取消的日期；留空则自动填入',
      ),
    }),
    column('due_state', 'text', 110, 'Due state', '到期状态', {
      marks: true,
      formula: (at, language) =>
        `KPI_DUE(${at('due')};"";${settingIn(at, AS_OF)};${settingIn(at, 'warn_days')};${at('status')};"${DUE_STATES[language]}")`,
    }),
    column('unit', 'choice', 90, 'Unit', '单位', {
      managed: true,
      choices: UNITS,
      note: words('Of the KPI, filled by the add-on', 'KPI 的单位，自动填入'),
    }),
    column('expected', 'number', 130, 'Expected effect', '预期效果', { inUnit: true }),
    column('measured', 'number', 132, 'Measured effect', '实际效果', { managed: true, inUnit: true }),
  ],
};

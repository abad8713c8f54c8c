import { column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

/** What was imported, by whom, and which days of which account it spans. */
export const IMPORTS: SheetTemplate = {
  key: 'imports',
  version: 2,
  titles: words('Import log', '导入记录'),
  purpose: words(
    'Every import. The days it spans are the days the reviews count as covered.',
    '每次导入一行。其日期范围即复盘中视为已覆盖的日期。',
  ),
  group: 'system',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 130, 'Import ID', '导入编号', { managed: true }),
    column('file', 'text', 380, 'File', '文件', { managed: true }),
    column('format', 'id', 150, 'Format', '格式', { managed: true }),
    column('platform', 'choice', 125, 'Platform', '平台', { managed: true, choices: PLATFORMS }),
    column('account', 'id', 240, 'Account', '账号', { managed: true }),
    column('from', 'date', 100, 'From', '开始日期', { managed: true }),
    column('to', 'date', 100, 'To', '结束日期', { managed: true }),
    column('as_of', 'date', 100, 'As of', '数据截至', { managed: true }),
    column('read', 'count', 70, 'Read', '读取', { managed: true }),
    column('taken', 'count', 70, 'New', '新增', { managed: true }),
    column('updated', 'count', 105, 'Updated', '更新', { managed: true }),
    column('unchanged', 'count', 120, 'Unchanged', '未变', { managed: true }),
    column('rejected', 'count', 105, 'Rejected', '拒收', { managed: true }),
    column('skipped', 'count', 100, 'Skipped', '跳过', { managed: true }),
    column('who', 'text', 180, 'Who', '导入人', { managed: true }),
    column('when', 'datetime', 135, 'When', '导入时间', { managed: true }),
    column('undone', 'datetime', 135, 'Undone', '撤销时间', { managed: true }),
  ],
};

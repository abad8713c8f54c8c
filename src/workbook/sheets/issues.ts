import { column, type SheetTemplate, words } from '../template.ts';

/** What could not be read, with its place and reason; nothing is lost. */
export const ISSUES: SheetTemplate = {
  key: 'issues',
  version: 2,
  titles: words('Data issues', '数据问题'),
  purpose: words(
    'What could not be read, where it stands, and what would be right.',
    '无法读取的内容、所在位置及正确写法。',
  ),
  group: 'system',
  frozenColumns: 1,
  columns: [
    column('when', 'datetime', 135, 'When', '时间', { managed: true }),
    column('sheet', 'text', 160, 'Sheet or file', '工作表或文件', { managed: true }),
    column('cell', 'id', 90, 'Cell', '单元格', { managed: true }),
    column('sentence', 'text', 380, 'What is wrong', '问题', { managed: true, wrap: true }),
    column('found', 'text', 180, 'Found', '实际内容', { managed: true }),
    column('expected', 'text', 200, 'Expected', '应为', { managed: true }),
    column('raw', 'text', 320, 'Raw row', '原始行', { managed: true }),
    column('code', 'id', 170, 'Code', '代码', { managed: true }),
    column('import', 'id', 130, 'Import ID', '导入编号', { managed: true }),
  ],
};

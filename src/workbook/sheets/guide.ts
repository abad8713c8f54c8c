import { column, type SheetTemplate, words } from '../template.ts';
import { EXPORT_ROWS } from './guide-exports.ts';
import { GUIDE_ROWS } from './guide-rows.ts';

/** The first page a person reads. */
export const GUIDE: SheetTemplate = {
  key: 'guide',
  version: 3,
  titles: words('Start here', '使用说明'),
  purpose: words('What to do first, and where everything is.', '先做什么，东西在哪里。'),
  group: 'start',
  frozenColumns: 0,
  page: true,
  columns: [
    column('step', 'text', 170, 'Step', '步骤', { wrap: true }),
    column('what', 'text', 600, 'What to do', '怎么做', { wrap: true }),
    column('range', 'text', 200, 'Dates to choose', '选择的日期', { wrap: true }),
    column('where', 'text', 190, 'Where', '在哪里', { wrap: true }),
    column('who', 'text', 100, 'Who', '谁来做'),
  ],
  starterRows: [...GUIDE_ROWS.first, ...EXPORT_ROWS, ...GUIDE_ROWS.last],
};

import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

export const COST_COMPONENTS = [
  choice('production', 'Production', '制作'),
  choice('translation', 'Translation', '翻译'),
  choice('localisation', 'Localisation', '本地化'),
  choice('creators', 'Creators', '达人'),
  choice('ads', 'Ads', '广告'),
  choice('staff', 'Staff', '人力'),
  choice('tools', 'Tools', '工具'),
  choice('compliance', 'Compliance', '合规'),
  choice('tests', 'Tests', '测试'),
];

/** By what a cost that belongs to several is shared among them; `fixed` is not shared. */
export const ALLOCATIONS = [
  choice('gmv', 'By GMV', '按 GMV'),
  choice('views', 'By views', '按观看'),
  choice('content', 'By content count', '按内容数'),
  choice('fixed', 'Fixed', '不分摊'),
];

export const COSTS: SheetTemplate = {
  key: 'costs',
  version: 3,
  titles: words('Costs', '成本'),
  purpose: words(
    'What content costs, part by part. Ad spend belongs here and nowhere else.',
    '内容的各项成本。广告费只记在这里。',
  ),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('date', 'date', 100, 'Date', '日期', {
      note: words(
        'The day of the cost; of a cost of several days the last of them',
        '成本发生的日期；跨多天的成本填最后一天',
      ),
    }),
    column('from', 'date', 100, 'From', '开始日期', {
      note: words(
        'First day of a cost of several days: each day up to Date bears the same part. Empty for one day.',
        '跨多天成本的第一天：到“日期”为止每天分摊相同金额。只有一天则留空。',
      ),
    }),
    column('content', 'id', 165, 'Content ID', '内容编号', {
      note: words('Empty for a cost of an account, a platform or all', '账号、平台或公共成本留空'),
    }),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 175, 'Account', '账号', { rule: { oneOf: ['accounts', 'id'] } }),
    column('component', 'choice', 125, 'Component', '成本项', { choices: COST_COMPONENTS }),
    column('amount', 'money', 110, 'Amount', '金额', { rule: { low: 0 } }),
    column('currency', 'id', 105, 'Currency', '币种'),
    column('allocation', 'choice', 155, 'Allocation', '分摊方式', {
      default: 'gmv',
      choices: ALLOCATIONS,
      note: words(
        'How a cost without a content ID is shared among accounts and their content, by the figures of its month. Fixed: it stays where it is booked.',
        '没有内容编号的成本如何分摊到账号及其内容（按当月数据）。不分摊：留在所记的位置。',
      ),
    }),
    column('note', 'text', 200, 'Note', '备注'),
    column('import', 'id', 130, 'Import ID', '导入编号'),
  ],
};

import { settingIn } from '../formulas.ts';
import { choice, column, day, type SheetTemplate, words } from '../template.ts';
import { DUE_STATES, PLATFORMS } from './choices.ts';
import { AS_OF } from './settings.ts';

const AREAS = [
  choice('content', 'Content', '内容'),
  choice('advertising', 'Advertising', '广告'),
  choice('commerce', 'Shop and sales', '店铺与销售'),
  choice('creators', 'Creators', '达人合作'),
  choice('data', 'Data and privacy', '数据与隐私'),
  choice('tax', 'Tax and customs', '税务与海关'),
];

/** What the platforms change, what it means for the team, and whether it is done. */
export const POLICIES: SheetTemplate = {
  key: 'policies',
  module: 'policies',
  version: 2,
  titles: words('Platform rules', '平台规则'),
  purpose: words(
    'Changes of platform rules, what they mean for us, and who sees to it until when.',
    '平台规则的变化、对我们的影响，以及由谁在何时前落实。',
  ),
  group: 'act',
  frozenColumns: 1,
  columns: [
    column('date', 'date', 115, 'In force from', '生效日期'),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('market', 'text', 95, 'Market', '市场', { note: words('Empty means all', '留空表示全部') }),
    column('area', 'choice', 160, 'Area', '领域', { choices: AREAS }),
    column('rule', 'text', 300, 'Rule', '规则', { wrap: true }),
    column('effect', 'text', 260, 'What it means for us', '对我们的影响', { wrap: true }),
    column('action', 'text', 240, 'What we do', '应对措施', { wrap: true }),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('due', 'date', 100, 'Due', '截止日期'),
    column('done', 'date', 100, 'Done on', '完成日期'),
    column('due_state', 'text', 110, 'Due state', '到期状态', {
      marks: true,
      formula: (at, language) =>
        `KPI_DUE(${at('due')};${at('done')};${settingIn(at, AS_OF)};${settingIn(at, 'warn_days')};"";"${DUE_STATES[language]}")`,
    }),
    column('source', 'text', 220, 'Source', '来源', { note: words('Link to the announcement', '公告链接') }),
  ],
  examples: [
    {
      date: day('2027-01-01'),
      platform: 'tiktok_shop',
      market: 'ID',
      area: 'content',
      rule: words('Example: content made with AI must be labelled', '示例：使用 AI 生成的内容必须标注'),
      effect: words('Three formats of ours use AI voices', '我们有三种内容形式使用 AI 配音'),
      action: words('Switch the label on; add it to the checklist', '开启标注，并加入发布检查表'),
      due: day('2026-12-24'),
    },
    {
      date: day('2026-11-01'),
      platform: 'youtube',
      area: 'creators',
      rule: words(
        'Example: paid partnerships must be declared before publishing',
        '示例：付费合作须在发布前声明',
      ),
      effect: words('Creator videos without it are held back', '未声明的达人视频会被限流'),
      action: words('Declare it in the brief of each creator', '在每份达人需求单中写明'),
      due: day('2026-10-25'),
      done: day('2026-10-23'),
    },
  ],
};

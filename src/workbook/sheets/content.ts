import { settingIn } from '../formulas.ts';
import { choice, column, type SheetTemplate, words } from '../template.ts';
import { CONTENT_STATUSES, FORMATS, PLATFORMS } from './choices.ts';
import { AS_OF } from './settings.ts';

const REVIEWED = [choice('yes', 'Passed', '通过'), choice('no', 'Rework', '需修改')];

const PLAN_STATES = words(
  '○ Planned|▲ Due soon|■ Overdue|● Published|▲ Published late',
  '○ 已计划|▲ 即将到期|■ 逾期未发|● 已发布|▲ 逾期发布',
);

/** One row a piece of content, from plan to published. */
export const CONTENT: SheetTemplate = {
  key: 'content',
  version: 4,
  titles: words('Content', '内容库'),
  purpose: words(
    'Every piece of content, from plan to published. Imports add what is missing and leave what you typed.',
    '每条内容从计划到发布一行。导入只补缺，不覆盖你填写的内容。',
  ),
  group: 'plan',
  frozenColumns: 2,
  columns: [
    column('id', 'id', 165, 'Content ID', '内容编号'),
    column('title', 'text', 280, 'Title', '标题'),
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 175, 'Account', '账号', { rule: { oneOf: ['accounts', 'id'] } }),
    column('market', 'text', 95, 'Market', '市场'),
    column('language', 'id', 110, 'Language', '语言'),
    column('format', 'choice', 125, 'Format', '内容形式', { choices: FORMATS }),
    column('status', 'choice', 130, 'Status', '状态', { choices: CONTENT_STATUSES }),
    column('planned', 'date', 110, 'Planned for', '计划日期'),
    column('published', 'datetime', 135, 'Published at', '发布时间'),
    column('plan_state', 'text', 130, 'Plan', '计划进度', {
      marks: true,
      formula: (at, language) =>
        `KPI_DUE(${at('planned')};${at('published')};${settingIn(at, AS_OF)};${settingIn(at, 'warn_days')};${at('status')};"${PLAN_STATES[language]}")`,
      note: words('Published against planned', '实际发布与计划对比'),
    }),
    column('duration', 'seconds', 110, 'Duration (s)', '时长（秒）', { rule: { low: 0 } }),
    column('product', 'id', 125, 'Product (SKU)', '商品（SKU）', { rule: { oneOf: ['products', 'sku'] } }),
    column('topic', 'text', 130, 'Topic', '选题'),
    column('hook', 'text', 120, 'Hook', '开头钩子'),
    column('cover', 'text', 130, 'Cover style', '封面风格'),
    column('creator', 'text', 130, 'Creator', '达人'),
    column('planner', 'text', 150, 'Planner', '策划', { rule: { oneOf: ['team', 'name'] } }),
    column('editor', 'text', 150, 'Editor', '编导', { rule: { oneOf: ['team', 'name'] } }),
    column('writer', 'text', 150, 'Writer', '文案', { rule: { oneOf: ['team', 'name'] } }),
    column('operator', 'text', 150, 'Operator', '运营', { rule: { oneOf: ['team', 'name'] } }),
    column('node', 'id', 200, 'Serves KPI', '服务 KPI', { rule: { oneOf: ['tree', 'id'] } }),
    column('campaign', 'text', 130, 'Campaign', '活动'),
    column('link', 'text', 160, 'Landing page', '落地页', {
      note: words(
        'Where the item sends people; the UTM link is made of it',
        '内容引流的目标页面，用于生成 UTM 链接',
      ),
    }),
    column('utm', 'text', 200, 'UTM link', 'UTM 链接', {
      formula: (at) => `KPI_UTM(${at('link')};${at('platform')};"social";${at('campaign')};${at('id')})`,
      note: words(
        'Publish this link: orders from it carry the content ID',
        '请发布此链接：由它带来的订单会带上内容编号',
      ),
    }),
    column('utm_check', 'text', 150, 'Link check', '链接检查', {
      formula: (at) => `KPI_UTM_CHECK(${at('utm')})`,
      note: words('What is wrong with the link; empty where nothing is', '链接存在的问题；没有问题则为空'),
    }),
    column('reviewer', 'text', 170, 'Localisation reviewer', '本地化审核人', {
      rule: { oneOf: ['team', 'name'] },
    }),
    column('language_check', 'choice', 115, 'Language accuracy', '语言准确', { choices: REVIEWED }),
    column('culture_check', 'choice', 105, 'Culture', '文化契合', { choices: REVIEWED }),
    column('visual_check', 'choice', 105, 'Visuals', '视觉契合', { choices: REVIEWED }),
    column('compliance_check', 'choice', 125, 'Compliance', '合规', { choices: REVIEWED }),
    column('gmv', 'money', 110, 'GMV to date', '累计 GMV', {
      managed: true,
      note: words('In the reporting currency', '按报表币种'),
    }),
    column('cost', 'money', 110, 'Cost to date', '累计成本', {
      managed: true,
      note: words(
        'In the reporting currency: booked on the item, and its part of the costs of its account and of all',
        '按报表币种；记在该内容上的成本，以及分摊到的账号成本和公共成本',
      ),
    }),
    column('roi', 'percent', 90, 'ROI', 'ROI', {
      formula: (at) => `KPI_ROI(${at('gmv')};${at('cost')})`,
      note: words('(GMV − cost) ÷ cost', '（GMV − 成本）÷ 成本'),
    }),
    column('paid_back', 'date', 112, 'Paid back on', '回本日期', {
      managed: true,
      note: words(
        'First day on which the GMV to date is known to cover the cost',
        '累计 GMV 首次覆盖成本的日期',
      ),
    }),
    column('payback_days', 'count', 90, 'Payback (days)', '回本天数', {
      formula: (at) => `KPI_DAYS(${at('published')};${at('paid_back')})`,
      note: words('From publishing', '自发布起'),
    }),
  ],
  examples: [
    {
      id: 'EXAMPLE-1',
      title: words('Example: three ways to light a desk', '示例：书桌灯光的三种打法'),
      platform: 'tiktok_shop',
      market: 'ID',
      language: 'id',
      format: 'short_video',
      status: 'idea',
      topic: words('Home office', '居家办公'),
      hook: words('Question', '提问'),
    },
    {
      id: 'EXAMPLE-2',
      title: words('Example: kettle live with Q&A', '示例：水壶直播答疑'),
      platform: 'tiktok_shop',
      market: 'TH',
      language: 'th',
      format: 'live',
      status: 'idea',
      topic: words('Kitchen', '厨房'),
      hook: words('Offer', '优惠'),
    },
  ],
};

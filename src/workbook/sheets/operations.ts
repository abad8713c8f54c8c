import { choice, column, type SheetTemplate, words } from '../template.ts';
import { ACTION_STATUSES, PLATFORMS } from './choices.ts';

export const SENTIMENTS = [
  choice('positive', 'Positive', '正面'),
  choice('neutral', 'Neutral', '中性'),
  choice('negative', 'Negative', '负面'),
];

export const PRODUCTS: SheetTemplate = {
  key: 'products',
  version: 1,
  titles: words('Products', '商品与库存'),
  purpose: words('Products behind the content, with margin and stock.', '内容背后的商品，含毛利与库存。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('sku', 'id', 110, 'SKU', 'SKU'),
    column('name', 'text', 200, 'Name', '名称'),
    column('margin', 'percent', 90, 'Gross margin', '毛利率'),
    column('stock', 'count', 90, 'Stock', '库存'),
    column('inbound', 'count', 90, 'Inbound', '在途'),
    column('eta', 'date', 100, 'ETA', '预计到货'),
  ],
};

export const COMMENTS: SheetTemplate = {
  key: 'comments',
  version: 1,
  titles: words('Comments', '舆情'),
  purpose: words('Comments that need an answer, and how fast it came.', '需要回复的评论及回复时效。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 130, 'Account', '账号'),
    column('content', 'id', 150, 'Content ID', '内容编号'),
    column('text', 'text', 320, 'Comment', '评论', { wrap: true }),
    column('sentiment', 'choice', 100, 'Sentiment', '情绪', { choices: SENTIMENTS }),
    column('severity', 'choice', 90, 'Severity', '严重度', {
      choices: [choice('low', 'Low', '低'), choice('medium', 'Medium', '中'), choice('high', 'High', '高')],
    }),
    column('posted', 'datetime', 135, 'Posted at', '发布时间'),
    column('answered', 'datetime', 135, 'Answered at', '回复时间'),
    column('owner', 'text', 100, 'Owner', '负责人'),
    column('topic', 'text', 140, 'Frequent question', '高频问题'),
  ],
};

export const ASSETS: SheetTemplate = {
  key: 'assets',
  version: 1,
  titles: words('Asset licences', '素材版权'),
  purpose: words('Music, pictures and footage with their licences.', '音乐、图片、视频素材及其授权。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('asset', 'text', 200, 'Asset', '素材'),
    column('kind', 'choice', 90, 'Kind', '类型', {
      choices: [
        choice('music', 'Music', '音乐'),
        choice('image', 'Image', '图片'),
        choice('footage', 'Footage', '视频'),
        choice('font', 'Font', '字体'),
      ],
    }),
    column('licence', 'text', 140, 'Licence', '授权'),
    column('proof', 'text', 160, 'Proof', '凭证'),
    column('valid_until', 'date', 100, 'Valid until', '有效期至'),
    column('markets', 'text', 120, 'Markets', '适用市场'),
    column('used_by', 'text', 180, 'Used by (content IDs)', '使用内容编号'),
  ],
};

export const TEAM: SheetTemplate = {
  key: 'team',
  version: 1,
  titles: words('Team', '团队'),
  purpose: words('Who is in the team and what each answers for.', '团队成员及其负责的 KPI。'),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('name', 'text', 120, 'Name', '姓名'),
    column('email', 'id', 200, 'E-mail', '邮箱'),
    column('role', 'choice', 120, 'Role', '角色', {
      choices: [
        choice('owner', 'Owner', '负责人'),
        choice('planner', 'Planner', '策划'),
        choice('editor', 'Editor', '编导'),
        choice('writer', 'Writer', '文案'),
        choice('operator', 'Operator', '运营'),
        choice('service', 'Service', '客服'),
        choice('analyst', 'Analyst', '数据分析'),
      ],
    }),
    column('nodes', 'text', 200, 'KPIs', '负责的 KPI'),
  ],
};

export const ACTIONS: SheetTemplate = {
  key: 'actions',
  version: 1,
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
    column('node', 'id', 110, 'KPI ID', 'KPI 编号'),
    column('finding', 'text', 220, 'Finding', '发现', { wrap: true }),
    column('action', 'text', 260, 'Action', '行动', { wrap: true }),
    column('owner', 'text', 100, 'Owner', '负责人'),
    column('due', 'date', 100, 'Due', '截止日期'),
    column('status', 'choice', 100, 'Status', '状态', { choices: ACTION_STATUSES }),
    column('expected', 'number', 110, 'Expected effect', '预期效果'),
    column('measured', 'number', 110, 'Measured effect', '实际效果', { managed: true }),
  ],
};

import { settingIn } from '../formulas.ts';
import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';
import { AS_OF } from './settings.ts';

export const SENTIMENTS = [
  choice('positive', 'Positive', '正面'),
  choice('neutral', 'Neutral', '中性'),
  choice('negative', 'Negative', '负面'),
];

export const SEVERITIES = [
  choice('low', 'Low', '低'),
  choice('medium', 'Medium', '中'),
  choice('high', 'High', '高'),
];

const SLA_STATES = words('● In time|▲ Late|○ Open|■ Overdue', '● 按时|▲ 超时|○ 待回复|■ 超时未回');

export const COMMENTS: SheetTemplate = {
  key: 'comments',
  version: 3,
  titles: words('Comments', '舆情'),
  purpose: words('Comments that need an answer, and how fast it came.', '需要回复的评论及回复时效。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('account', 'id', 175, 'Account', '账号', { rule: { oneOf: ['accounts', 'id'] } }),
    column('content', 'id', 165, 'Content ID', '内容编号'),
    column('text', 'text', 320, 'Comment', '评论', { wrap: true }),
    column('sentiment', 'choice', 115, 'Sentiment', '情绪', { choices: SENTIMENTS }),
    column('severity', 'choice', 110, 'Severity', '严重度', { choices: SEVERITIES }),
    column('posted', 'datetime', 140, 'Posted at', '发布时间'),
    column('answered', 'datetime', 140, 'Answered at', '回复时间'),
    column('sla', 'text', 125, 'Response SLA', '回复时效', {
      marks: true,
      formula: (at, language) =>
        `KPI_SLA(${at('posted')};${at('answered')};${settingIn(at, 'sla_hours')};${settingIn(at, AS_OF)};${at('sentiment')};"${SLA_STATES[language]}")`,
      note: words(
        'Negative comments, and those without a sentiment, against the limit in Settings',
        '负面及未标情绪的评论，对照“设置”中的时限',
      ),
    }),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('topic', 'text', 147, 'Frequent question', '高频问题'),
  ],
  examples: [
    {
      platform: 'tiktok_shop',
      content: 'EXAMPLE-1',
      text: words('Example: Does the lamp come with a plug for Indonesia?', '示例：这款灯带印尼插头吗？'),
      sentiment: 'neutral',
      severity: 'low',
      posted: 46346.4,
      answered: 46346.6,
      topic: words('Plug', '插头'),
    },
    {
      platform: 'tiktok_shop',
      content: 'EXAMPLE-2',
      text: words('Example: My parcel has been stuck for a week!', '示例：包裹卡了一周没动！'),
      sentiment: 'negative',
      severity: 'high',
      posted: 46346.5,
      answered: 46347.25,
      topic: words('Delivery', '物流'),
    },
  ],
};

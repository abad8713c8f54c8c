import type { FormatSpec } from './spec.ts';

/** Columns of every table in advanced mode; a table has those that the person chose. */
const FIGURES = {
  'views!': 'Views | 观看次数',
  engaged_views: 'Engaged views | 有效观看次数 | 互动观看次数',
  new_followers: 'Subscribers | 订阅人数 | 订阅者',
  impressions: 'Thumbnail impressions | Impressions | 缩略图展示次数 | 展示次数 | 曝光次数',
  'impressions_ctr:percent':
    'Thumbnail click-through rate (%) | Impressions click-through rate (%) | 缩略图点击率 (%) | 展示点击率 (%) | 展示次数点击率 (%) | 曝光点击率 (%)',
  likes: 'Likes | 点赞数 | 点赞次数 | 顶的次数',
  dislikes: 'Dislikes | 点踩数 | 不喜欢次数 | 踩的次数',
  comments: 'Comments added | Comments | 添加的评论数 | 评论数 | 评论',
  shares: 'Shares | 分享次数 | 分享数',
  revenue_ads: 'Estimated revenue | Your estimated revenue | 估算收入 | 预估收入 | 您的预估收入',
  'average_view_duration:duration': 'Average view duration | 平均观看时长',
};
const WATCH_HOURS = 'Watch time (hours) | 观看时长（小时） | 观看时间（小时）';
const DATE = 'Date | 日期';

const SHARED = {
  derived: ['clicks = impressions * impressions_ctr'],
  // Since March 2025 views count every start, while the average still looks at engaged views, at least of Shorts.
  checks: ['average_view_duration = watch_hours / views .. engaged_views * 3600'],
  // The archive is called by its table, the range and the channel.
  fileWords: [
    'table data',
    '表格数据',
    'totals',
    '总计',
    ...['content', '内容', 'date', '日期', 'geography', '地理位置'].map((word) => `${word} <dates>`),
  ],
};

/** Analytics › Advanced mode › download: "Table data.csv", by content, by date and by geography. */
export const YOUTUBE: readonly FormatSpec[] = [
  {
    key: 'youtube.content',
    name: 'YouTube Studio, table by content',
    goal: 'content',
    kind: 'cumulative',
    ranged: true,
    columns: {
      'id!': 'Content | Video | Video ID | 内容 | 视频',
      title: 'Video title | 视频标题',
      published: 'Video publish time | 视频发布时间 | 视频发布日期',
      duration: 'Duration | 时长 | 视频时长',
      watch_hours: WATCH_HOURS,
      ...FIGURES,
    },
    // "Chart data.csv" has a row for each content and day.
    without: DATE,
    ids: ['^([A-Za-z0-9_-]{11})$', 'F3HVs95pagk'],
    rowLimit: 500,
    ...SHARED,
  },
  {
    key: 'youtube.days',
    name: 'YouTube Studio, table by date',
    goal: 'account',
    columns: { 'date!': DATE, 'watch_hours?': WATCH_HOURS, ...FIGURES },
    ...SHARED,
  },
  {
    key: 'youtube.geography',
    name: 'YouTube Studio, table by geography',
    goal: 'none',
    columns: { 'place:text?': 'Geography | 地理位置 | 地区', 'views?': FIGURES['views!'] },
    fileWords: SHARED.fileWords,
  },
];

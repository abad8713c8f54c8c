import type { ColumnFormat, ExportFormat } from './format.ts';

const COLUMNS: readonly ColumnFormat[] = [
  {
    target: 'content',
    field: 'id',
    type: 'id',
    required: true,
    aliases: ['Content', 'Video', 'Video ID', '内容', '视频'],
  },
  { target: 'content', field: 'title', type: 'text', aliases: ['Video title', '视频标题'] },
  {
    target: 'content',
    field: 'published',
    type: 'date',
    aliases: ['Video publish time', '视频发布时间', '视频发布日期'],
  },
  { target: 'content', field: 'duration', type: 'duration', aliases: ['Duration', '时长', '视频时长'] },
  { target: 'measure', field: 'views', type: 'count', required: true, aliases: ['Views', '观看次数'] },
  {
    target: 'measure',
    field: 'engaged_views',
    type: 'count',
    aliases: ['Engaged views', '有效观看次数', '互动观看次数'],
  },
  {
    target: 'measure',
    field: 'watch_hours',
    type: 'decimal',
    aliases: ['Watch time (hours)', '观看时长（小时）', '观看时间（小时）'],
  },
  // Subscribers, likes and dislikes are net: those that were taken back count against those that were given.
  {
    target: 'measure',
    field: 'new_followers',
    type: 'count',
    net: true,
    aliases: ['Subscribers', '订阅人数', '订阅者'],
  },
  {
    target: 'measure',
    field: 'impressions',
    type: 'count',
    aliases: ['Thumbnail impressions', 'Impressions', '缩略图展示次数', '展示次数', '曝光次数'],
  },
  {
    target: 'helper',
    field: 'impressions_ctr',
    type: 'percent',
    aliases: [
      'Thumbnail click-through rate (%)',
      'Impressions click-through rate (%)',
      '缩略图点击率 (%)',
      '展示点击率 (%)',
      '展示次数点击率 (%)',
      '曝光点击率 (%)',
    ],
  },
  {
    target: 'measure',
    field: 'likes',
    type: 'count',
    net: true,
    aliases: ['Likes', '点赞数', '点赞次数', '顶的次数'],
  },
  {
    target: 'measure',
    field: 'dislikes',
    type: 'count',
    net: true,
    aliases: ['Dislikes', '点踩数', '不喜欢次数', '踩的次数'],
  },
  {
    target: 'measure',
    field: 'comments',
    type: 'count',
    aliases: ['Comments added', 'Comments', '添加的评论数', '评论数', '评论'],
  },
  { target: 'measure', field: 'shares', type: 'count', aliases: ['Shares', '分享次数', '分享数'] },
  // Net, too: refunds and corrections of earlier estimates are taken off.
  {
    target: 'measure',
    field: 'revenue_ads',
    type: 'money',
    net: true,
    aliases: ['Estimated revenue', 'Your estimated revenue', '估算收入', '预估收入', '您的预估收入'],
  },
  {
    target: 'helper',
    field: 'average_view_duration',
    type: 'duration',
    aliases: ['Average view duration', '平均观看时长'],
  },
];

/** Analytics › Advanced mode › Content › download: "Table data.csv". Its columns are those the person chose. */
export const YOUTUBE_CONTENT: ExportFormat = {
  key: 'youtube.content',
  name: 'YouTube Studio, table by content',
  platform: 'youtube',
  kind: 'cumulative',
  columns: COLUMNS,
  totals: ['total', '总计', '總計', '合计', '总数'],
  idPattern: '^[A-Za-z0-9_-]{11}$',
  idExample: '11 × A–Z a–z 0–9 _ -',
  derived: [{ measure: 'clicks', product: ['impressions', 'impressions_ctr'] }],
  checks: [
    // Since March 2025 views count every start, while the average still looks at engaged views, at least of Shorts.
    {
      field: 'average_view_duration',
      numerator: 'watch_hours',
      per: 3600,
      most: 'views',
      least: 'engaged_views',
      tolerance: 0.02,
      step: 1,
    },
  ],
  totalMeasure: 'views',
  rowLimit: 500,
  fileWords: ['table data', '表格数据'],
};

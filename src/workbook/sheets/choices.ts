import { choice, words } from '../template.ts';

/** Dropdown values that several sheets share. */
export const PLATFORMS = [
  choice('tiktok_shop', 'TikTok Shop', 'TikTok Shop'),
  choice('tiktok', 'TikTok', 'TikTok'),
  choice('douyin', 'Douyin', '抖音'),
  choice('youtube', 'YouTube', 'YouTube'),
  choice('instagram', 'Instagram', 'Instagram'),
  choice('facebook', 'Facebook', 'Facebook'),
  choice('shopee', 'Shopee', 'Shopee'),
  choice('lazada', 'Lazada', 'Lazada'),
  choice('amazon', 'Amazon', 'Amazon'),
  choice('shopify', 'Shopify', 'Shopify'),
  choice('other', 'Other', '其他'),
];

export const FORMATS = [
  choice('short_video', 'Short video', '短视频'),
  choice('long_video', 'Long video', '长视频'),
  choice('live', 'Live', '直播'),
  choice('image', 'Image', '图文'),
  choice('carousel', 'Carousel', '轮播'),
  choice('story', 'Story', '快拍'),
];

export const CONTENT_STATUSES = [
  choice('idea', 'Idea', '选题'),
  choice('planned', 'Planned', '已计划'),
  choice('in_production', 'In production', '制作中'),
  choice('ready', 'Ready', '待发布'),
  choice('published', 'Published', '已发布'),
  choice('paused', 'Paused', '暂停'),
];

export const FACT_KINDS = [
  choice('period', 'Within the period', '期间值'),
  choice('cumulative', 'Total to date', '累计值'),
];

/** Labels of KPI_DUE for work that someone does. */
export const DUE_STATES = words(
  '○ Ahead|▲ Due soon|■ Overdue|● Done|▲ Done late',
  '○ 未到期|▲ 即将到期|■ 已逾期|● 已完成|▲ 逾期完成',
);

export const ACTION_STATUSES = [
  choice('open', 'Open', '未开始'),
  choice('doing', 'In progress', '进行中'),
  choice('done', 'Done', '已完成'),
  choice('dropped', 'Dropped', '已取消'),
];

export const DIRECTIONS = [
  choice('up', 'Higher is better', '越高越好'),
  choice('down', 'Lower is better', '越低越好'),
  choice('down-ratio', 'Lower is better (target ÷ actual)', '越低越好（目标÷实际）'),
];

export const OPERATORS = [
  choice('sum', 'sum', '求和'),
  choice('product', 'product', '乘积'),
  choice('ratio', 'ratio', '比率'),
  choice('difference', 'difference', '差'),
];

export const NODE_KINDS = [
  choice('metric', 'Metric', '指标'),
  choice('constant', 'Constant', '常数'),
  choice('formula', 'Formula', '公式'),
  choice('segment', 'Segment', '细分'),
  choice('influence', 'Influence', '影响因素'),
];

export const METHODS = [
  choice('ratio', 'Ratio', '比率法'),
  choice('baseline', 'Baseline', '基线法'),
  choice('band', 'Band', '区间法'),
];

export const SOURCES = [choice('performance', 'Performance', '内容表现'), choice('orders', 'Orders', '订单')];

export const UNITS = [
  choice('count', 'count', '次数'),
  choice('money', 'money', '金额'),
  choice('percent', '%', '%'),
  choice('seconds', 'seconds', '秒'),
  choice('hours', 'hours', '小时'),
  choice('ratio', 'ratio', '倍'),
];

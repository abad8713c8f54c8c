import { type StarterRow, type Words, words } from '../template.ts';

const ANALYST = words('Analyst', '数据分析');
const OPERATOR = words('Operator', '运营');

/** The week that the review is about. */
const LAST_WEEK = words('Last week, Monday – Sunday', '上周一至周日');

/** How files get in. The only place that says so. */
const FILES = words(
  'Drop the files on the sidebar as they were exported, without saving them in Excel before: it rounds long IDs.\nFor a file that it does not know, the sidebar asks once what a row is and what its columns hold, and knows such files from then on.\nFigures without a file: copy them into the columns of the same meaning in the sheet named on the right and paste values only (Ctrl+Shift+V, Mac ⌘+Shift+V). Pasted days count as covered.',
  '把导出的文件原样拖到侧边栏即可；不要先用 Excel 打开再保存，否则长编号会被改写。\n侧边栏不认识的文件，会请你说明一次每行是什么、各列是什么含义，以后就能识别同类文件。\n没有文件的数据，请复制到右侧所列工作表中含义相同的列，并仅粘贴值（Ctrl+Shift+V，Mac 为 ⌘+Shift+V）。粘贴的日期即视为已覆盖。',
);
const PASTED_FIGURES = words(
  'One row a piece of content. Kind “Within the period” with From and To for figures of a week; “Total to date” with the last day alone for totals.',
  '每条内容一行。一周的数据：数据类型选“期间值”，填开始和截止日期；累计数据：选“累计值”，只填截止日期。',
);

type Export = {
  readonly name: Words;
  readonly path: Words;
  readonly range?: Words;
  readonly sheet: string;
  readonly who?: Words;
};

/** Where each platform has its export, in the words of its own pages. */
const EXPORTS: readonly Export[] = [
  {
    name: words('YouTube Studio', 'YouTube 工作室'),
    path: words(
      'Analytics › Advanced mode › Content tab › download icon (top right) › Comma-separated values',
      '数据分析 › 高级模式 › “内容”标签页 › 右上角下载图标 › 逗号分隔值 (CSV)',
    ),
    range: words(
      '“Lifetime”, every Monday: the difference between two files is the week',
      '“发布至今”，每周一导出：两次文件之差就是这一周',
    ),
    sheet: 'performance',
  },
  {
    name: words('TikTok Shop: videos', 'TikTok Shop：视频'),
    path: words(
      'Seller Center › Analytics › Video Analytics › list of videos › Export',
      '商家后台 › 数据分析（数据罗盘）› 视频分析 › 视频列表 › 导出',
    ),
    sheet: 'performance',
  },
  {
    name: words('TikTok LIVE', 'TikTok 直播'),
    path: words(
      'Seller Center › Analytics › LIVE & Video › LIVE › LIVE Performance › LIVE Details › Export. Orders placed later are still added to a LIVE: export the week before once more.',
      '商家后台 › 数据分析 › 直播与视频 › 直播 › 直播分析 › 直播列表 › 导出。直播结束后的成交仍会计入该场：请把前一周也重导一次。',
    ),
    sheet: 'performance',
  },
  {
    name: words('TikTok Shop: products', 'TikTok Shop：商品'),
    path: words(
      'Seller Center › Analytics (Data Compass) › Product Analytics › Product List › Export',
      '商家后台 › 数据分析（数据罗盘）› 商品分析 › 商品列表 › 导出',
    ),
    sheet: 'products',
    who: OPERATOR,
  },
  {
    name: words('TikTok GMV Max and ads', 'TikTok GMV Max 与广告'),
    path: words(
      'GMV Max: Seller Center › Shop Ads (US: Marketing › Shop Ads) › campaign › View details › creatives › Export. Other ads: TikTok Ads Manager › Reporting › Custom reports, by campaign and day. Only the cost is taken; that of several days is shared among them.',
      'GMV Max：商家后台 › 店铺广告（美国：营销 › 店铺广告）› 广告计划 › 查看详情 › 创意作品 › 导出。其他广告：TikTok Ads Manager › 报告 › 自定义报告（按广告系列和日期）。只导入成本，跨多天的成本按天分摊。',
    ),
    sheet: 'costs',
    who: OPERATOR,
  },
  {
    name: words('TikTok affiliate orders', 'TikTok 联盟订单'),
    path: words(
      'Seller Center › Affiliate › Affiliate Orders › Export. Its Content ID is the ID of the video. What creators get is booked as a cost of the content, by day: export whole days.',
      '商家后台 › 联盟带货 › 联盟订单 › 导出。其中的 Content ID 就是视频编号。达人佣金会按内容和日期记入成本，请按整天导出。',
    ),
    range: words('Last four weeks: returns come late', '最近四周：退货有延迟'),
    sheet: 'orders',
    who: OPERATOR,
  },
  {
    name: words('TikTok Studio', 'TikTok Studio'),
    path: words(
      'On the web: tiktok.com/tiktokstudio › Analytics › Content › Download data › CSV. Figures of posts are totals to date.',
      '网页版：tiktok.com/tiktokstudio › 数据分析 › 内容 › 下载数据 › CSV。作品数据为累计值。',
    ),
    range: words('Last 365 days, the most that it gives', '最近 365 天（最多可选）'),
    sheet: 'performance',
  },
  {
    name: words('Instagram, Facebook', 'Instagram、Facebook'),
    path: words(
      'Meta Business Suite › Insights › Content › choose the account › Export data › CSV. Figures of posts are totals to date (“Lifetime”).',
      'Meta Business Suite › 成效分析 › 内容 › 选择账号 › 导出数据 › CSV。帖子数据为累计值（“Lifetime”）。',
    ),
    range: words('Published in the last 90 days', '最近 90 天发布的内容'),
    sheet: 'performance',
  },
  {
    name: words('Shopee: products', 'Shopee：商品'),
    path: words(
      'Seller Centre › Data › Business Insights › Product › Product Performance › Export Data',
      '卖家中心 › 数据 › 商业分析 › 商品 › 商品表现 › 导出数据',
    ),
    sheet: 'products',
    who: OPERATOR,
  },
  {
    name: words('Shopee: ads', 'Shopee：广告'),
    path: words(
      'Seller Centre › Marketing Centre › Shopee Ads › Export Data. Only the expense is taken, and shared among the days of the file.',
      '卖家中心 › 营销中心 › Shopee 广告 › 导出数据。只导入花费，并分摊到文件所含的每一天。',
    ),
    sheet: 'costs',
    who: OPERATOR,
  },
  {
    name: words('Shopee Live', 'Shopee 直播'),
    path: words(
      'Seller Centre › Data › Business Insights › Live › list of livestreams › Export Data',
      '卖家中心 › 数据 › 商业分析 › 直播 › 直播列表 › 导出数据',
    ),
    sheet: 'performance',
  },
  {
    name: words('Lazada', 'Lazada'),
    path: words(
      'Seller Center › Business Advisor › Product › Export',
      '卖家中心 › 生意参谋（Business Advisor）› 商品 › 导出',
    ),
    range: words('“Week”: last week', '按“周”选上周'),
    sheet: 'products',
    who: OPERATOR,
  },
  {
    name: words('Amazon', '亚马逊'),
    path: words(
      'Seller Central › Reports › Business Reports › By ASIN › Detail Page Sales and Traffic By Child Item › Download (.csv). Figures come up to two days late.',
      '卖家平台 › 数据报告 › 业务报告 › 按 ASIN › 子商品详情页面上的销售量与访问量 › 下载 (.csv)。数据最多晚两天。',
    ),
    sheet: 'products',
    who: OPERATOR,
  },
  {
    name: words('Shopify orders', 'Shopify 订单'),
    path: words(
      'Admin › Orders › Export › Export orders by date › CSV. The file comes by mail.',
      '后台 › 订单 › 导出 › 按日期导出订单 › CSV。文件会发到邮箱。',
    ),
    sheet: 'orders',
    who: OPERATOR,
  },
  {
    name: words('Orders of other shops', '其他店铺订单'),
    path: words(
      'The shop’s own list of orders: order number, date, amount and currency; SKU, refund and utm_… columns where it has them.',
      '店铺后台的订单列表：订单号、日期、金额、币种；有 SKU、退款、utm_… 列的一并保留。',
    ),
    sheet: 'orders',
    who: OPERATOR,
  },
];

/** The guide's rows about exports: how they come in, and one row a platform. */
export const EXPORT_ROWS: readonly StarterRow[] = [
  { step: words('Exports, platform by platform', '各平台导出方法') },
  { step: words('How files come in', '文件如何导入'), what: FILES, who: ANALYST },
  {
    step: words('Figures of content', '粘贴内容数据'),
    what: PASTED_FIGURES,
    where: { sheet: 'performance' },
    who: ANALYST,
  },
  ...EXPORTS.map(
    ({ name, path, range, sheet, who }): StarterRow => ({
      step: name,
      what: path,
      range: range ?? LAST_WEEK,
      where: { sheet },
      who: who ?? ANALYST,
    }),
  ),
];

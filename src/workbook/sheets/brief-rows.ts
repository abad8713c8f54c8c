import { type StarterRow, words } from '../template.ts';

function ask(part: string, en: string, zh: string, note?: readonly [en: string, zh: string]): StarterRow {
  return { part, item: words(en, zh), ...(note === undefined ? {} : { note: words(...note) }) };
}

function volume(form: string, en: string, zh: string): StarterRow {
  return { part: 'volume', item: words(en, zh), form };
}

/** What someone needs to know before they can quote a price for content. */
const NEEDS: readonly StarterRow[] = [
  ask('markets', 'Countries to sell in, by priority', '销售国家（按优先级）', [
    'Such as Indonesia, Thailand, United States',
    '例如 印度尼西亚、泰国、美国',
  ]),
  ask(
    'markets',
    'Languages, and who speaks in them (native, subtitles, dubbing)',
    '语种及呈现方式（母语出镜、字幕、配音）',
  ),
  ask('markets', 'Platforms and shops in each country', '各国使用的平台与店铺'),
  ask('markets', 'Products and their price range', '商品与价格带'),
  volume('short_video', 'Short videos a month', '每月短视频条数'),
  volume('long_video', 'Long videos a month', '每月长视频条数'),
  volume('live', 'Live sessions a month', '每月直播场次'),
  volume('image', 'Image posts a month', '每月图文条数'),
  volume('carousel', 'Carousels a month', '每月轮播条数'),
  volume('story', 'Stories a month', '每月快拍条数'),
  ask('kpis', 'The goal, its figure today, its target and by when', '总目标：现状、目标值、完成时间'),
  ask(
    'kpis',
    'KPIs of the content itself, such as completion rate, CTR, CVR',
    '内容指标，例如完播率、点击率、转化率',
  ),
  ask(
    'kpis',
    'What must not get worse, such as returns, negative comments, margin',
    '不得变差的指标，例如退货率、负面评论、毛利',
  ),
  ask(
    'team',
    'Who does what on our side (planning, script, filming, editing, operation, service)',
    '我方分工（策划、脚本、拍摄、剪辑、运营、客服）',
  ),
  ask('team', 'What we want to hand over', '希望外包的部分'),
  ask('team', 'Who approves, and within how many working days', '由谁审批，几个工作日内完成'),
  ask('accounts', 'Accounts, followers and permissions', '账号、粉丝数与权限'),
  ask('accounts', 'Cold start or running, and since when', '冷启动或已运营，始于何时'),
  ask('history', 'The last three months: items, views, GMV, cost', '近三个月：内容数、观看、GMV、成本'),
  ask('history', 'What worked best and what failed, with links', '效果最好与最差的内容，附链接'),
  ask('history', 'Violations, takedowns and disputes so far', '过往违规、下架与纠纷'),
  ask(
    'budget',
    'Budget a month, from – to, and what it includes (ads, creators, samples)',
    '每月预算区间及包含项（广告、达人、样品）',
  ),
  ask('budget', 'Length of the contract, trial period and way of payment', '合作周期、试用期与付款方式'),
];

/** What to have a provider answer in writing before a contract. */
const QUESTIONS: readonly StarterRow[] = [
  ask(
    'questions',
    'Which items, in which form, length and language, do we get each month, and what counts as one item?',
    '每月交付哪些内容（形式、时长、语种）？怎样算一条？',
  ),
  ask(
    'questions',
    'How many rounds of revision are included, within how many days, and what does a further round cost?',
    '包含几轮修改、几天内完成？超出后如何收费？',
  ),
  ask(
    'questions',
    'Who owns the finished items and the raw footage, in which countries and for how long, also after the contract?',
    '成片与原始素材归谁？在哪些国家、多长时间内可用？合作结束后呢？',
  ),
  ask(
    'questions',
    'Which music, fonts, pictures and AI tools are used, and who proves their licences and answers for claims?',
    '使用哪些音乐、字体、图片与 AI 工具？由谁提供授权凭证并承担索赔？',
  ),
  ask(
    'questions',
    'Who reviews language, culture and visuals in each market: a native speaker living there? May we see their reports?',
    '各市场的语言、文化、画面由谁审核？是否为当地母语者？能否查看审核记录？',
  ),
  ask(
    'questions',
    'How fast do you publish after approval, and how fast do you answer comments and crises, also at night and on holidays?',
    '审批后多久发布？评论与舆情多久回复？夜间与节假日如何安排？',
  ),
  ask(
    'questions',
    'What is reported, how often, from whose account, and do we get the platforms’ own export files?',
    '汇报哪些数据、频率如何、用谁的后台？能否提供平台原始导出文件？',
  ),
  ask(
    'questions',
    'Are accounts, shop, pixels and advertising accounts in our name, and how are they handed back?',
    '账号、店铺、像素与广告账户是否登记在我方名下？如何交还？',
  ),
  ask(
    'questions',
    'Which KPI do you guarantee, how is it measured, and what part of the fee depends on it?',
    '承诺哪项 KPI？如何计量？费用中有多少与其挂钩？',
  ),
  ask(
    'questions',
    'What happens when items are late, rejected by the platform or below the KPI: penalty, replacement, refund?',
    '延期、被平台下架或未达标时如何处理：违约金、补做或退款？',
  ),
  ask(
    'questions',
    'How do you follow platform rules, advertising law and product claims in each market, and who pays for violations?',
    '如何遵守各市场的平台规则、广告法与功效宣称要求？违规由谁承担？',
  ),
  ask(
    'questions',
    'How are views, followers and sales kept genuine, and may we audit for fake traffic?',
    '如何保证观看、粉丝与成交真实？能否接受虚假流量审计？',
  ),
  ask(
    'questions',
    'Who works on our account, with how many other clients, and do any of them compete with us?',
    '由谁服务我们？同时服务几个客户？其中有无竞品？',
  ),
  ask(
    'questions',
    'What does each part cost (script, filming, editing, translation, creators, ads), and what is billed on top?',
    '各部分单价（脚本、拍摄、剪辑、翻译、达人、广告）？哪些另行收费？',
  ),
];

/** The rows that the sheet begins with, part by part. */
export const BRIEF_ROWS: readonly StarterRow[] = [...NEEDS, ...QUESTIONS];

import { column, type SheetTemplate, type StarterRow, type Words, words } from '../template.ts';

export type SettingTemplate = {
  readonly key: string;
  readonly name: Words;
  readonly meaning: Words;
  readonly value: string | number;
};

function setting(key: string, value: string | number, name: Words, meaning: Words): SettingTemplate {
  return { key, value, name, meaning };
}

/** Key of the setting that tells formulas the present moment: NOW() must not reach a custom function. */
export const AS_OF = 'as_of';

/**
 * Key of the setting that turns a job of the hourly trigger on or off.
 * @example jobSetting('review') //=> 'job_review'
 */
export function jobSetting(job: JobKey): string {
  return `job_${job}`;
}

/** Attribution models that need no days of the touches. */
export const ATTRIBUTIONS = ['last', 'first', 'linear', 'position'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** What the hourly trigger does, in this order; each has a setting `job_…`. */
export const JOBS = ['review', 'month', 'quarter', 'close', 'refresh', 'hide', 'digest', 'alert'] as const;
export type JobKey = (typeof JOBS)[number];

/** More tabs than the weekly one come to those who ask for them. */
const OFF_AT_FIRST: ReadonlySet<JobKey> = new Set(['month', 'quarter']);

const JOB_WORDS: Readonly<Record<JobKey, readonly [name: Words, meaning: Words]>> = {
  review: [
    words('Automatic: weekly review', '自动：周复盘'),
    words(
      'yes or no: write the review on its day and hour, and make up for missed weeks',
      'yes 或 no：按设定的星期和时间生成复盘，并补上漏掉的周',
    ),
  ],
  month: [
    words('Automatic: monthly review', '自动：月复盘'),
    words('yes or no: write the review of each month that is over', 'yes 或 no：每月结束后生成月复盘'),
  ],
  quarter: [
    words('Automatic: quarterly review', '自动：季度复盘'),
    words(
      'yes or no: write the review of each quarter of the fiscal year that is over',
      'yes 或 no：财年每季度结束后生成季度复盘',
    ),
  ],
  close: [
    words('Automatic: close reviews', '自动：复盘定稿'),
    words(
      'yes or no: close a draft once all files are in, or its days are over',
      'yes 或 no：数据齐全或超过天数后自动定稿',
    ),
  ],
  refresh: [
    words('Automatic: daily refresh', '自动：每日更新'),
    words(
      'yes or no: once a day, drafts and the figures in the sheets are made anew',
      'yes 或 no：每天更新复盘草稿和各工作表中的数据',
    ),
  ],
  hide: [
    words('Automatic: hide old reviews', '自动：隐藏旧复盘'),
    words('yes or no: nothing is deleted', 'yes 或 no：只隐藏，不删除'),
  ],
  digest: [
    words('Automatic: digest by mail', '自动：邮件摘要'),
    words(
      'yes or no: each new review goes to the recipients once, after a request for files where some lack',
      'yes 或 no：每期新复盘向收件人发送一次摘要，缺文件时先发提醒',
    ),
  ],
  alert: [
    words('Automatic: alert on late answers', '自动：超时未回提醒'),
    words(
      'yes or no: mail when negative comments wait longer than the limit',
      'yes 或 no：负面评论超过回复时限时发邮件',
    ),
  ],
};

/** Every setting with its default; a row of the sheet each. */
export const SETTINGS: readonly SettingTemplate[] = [
  setting('language', 'en', words('Language', '语言'), words('en or zh-CN', 'en 或 zh-CN')),
  setting(
    'currency',
    'USD',
    words('Reporting currency', '报表币种'),
    words('Amounts in reviews are in this currency', '复盘中的金额均按此币种'),
  ),
  setting(
    'review_hour',
    9,
    words('Review hour', '复盘时间（时）'),
    words('Hour of the review day from which the review is written, 0–23', '复盘日几点起生成复盘，0–23'),
  ),
  setting(
    'review_day',
    1,
    words('Review day', '复盘日'),
    words('1–7, 1 = Monday: on this day the week before is reviewed', '1–7，1 = 周一：在这一天复盘上一周'),
  ),
  setting(
    'close_after_days',
    7,
    words('Close after days', '自动定稿天数'),
    words(
      'A draft review closes by itself so many days after its week',
      '复盘草稿在该周结束后多少天自动定稿',
    ),
  ),
  setting('fiscal_year_end', 12, words('Fiscal year ends in month', '财年结束月份'), words('1–12', '1–12')),
  setting('green', 1, words('Green from', '绿灯线'), words('Attainment, 1 = 100 %', '达成率，1 = 100%')),
  setting('amber', 0.9, words('Amber from', '黄灯线'), words('Attainment, 0.9 = 90 %', '达成率，0.9 = 90%')),
  setting(
    'score_cap',
    1.5,
    words('Score cap', '得分上限'),
    words('One KPI counts at most so much in the score', '单个 KPI 计入得分的上限'),
  ),
  setting(
    'cold_start_items',
    10,
    words('Cold-start items', '冷启动条数'),
    words('The first items of an account stay out of rankings', '每个账号最初的若干条内容不参与排名'),
  ),
  setting(
    'sla_hours',
    24,
    words('Answer within hours', '回复时限（小时）'),
    words('Limit for negative comments', '负面评论的回复时限'),
  ),
  setting(
    'attribution',
    'last',
    words('Attribution of orders', '订单归因'),
    words(
      'last, first, linear or position: who gets an order that several items led to',
      'last（末次）、first（首次）、linear（均分）或 position（首末各 40%）：多条内容带来同一订单时的归因方式',
    ),
  ),
  setting(
    'warn_days',
    7,
    words('Due soon, days before', '提前提醒（天）'),
    words('Plans, actions and platform rules', '用于发布计划、行动项与平台规则'),
  ),
  setting(
    'licence_days',
    30,
    words('Licences expire soon, days before', '版权到期提醒（天）'),
    words('Asset licences', '用于素材版权'),
  ),
  setting(
    'cover_enough',
    30,
    words('Stock is enough for days', '库存充足（天）'),
    words('Days of cover from which stock is enough', '可售天数达到多少算充足'),
  ),
  setting(
    'cover_low',
    14,
    words('Stock is low below days', '库存偏低（天）'),
    words('Days of cover below which stock is low', '可售天数低于多少算偏低'),
  ),
  ...JOBS.map((key) => setting(jobSetting(key), OFF_AT_FIRST.has(key) ? 'no' : 'yes', ...JOB_WORDS[key])),
  setting(
    'hide_after_weeks',
    13,
    words('Hide reviews after weeks', '隐藏多少周前的复盘'),
    words('Closed reviews older than this are hidden', '已定稿且早于此的复盘标签页会被隐藏'),
  ),
  setting(
    'recipients',
    '',
    words('Recipients', '收件人'),
    words(
      'Names or e-mail addresses with commas between; empty = everyone in Team with an e-mail address',
      '姓名或邮箱，用逗号分隔；留空则为“团队”中所有填了邮箱的人',
    ),
  ),
  setting(
    'channel_share',
    0.7,
    words('Dependence on one channel from', '单一渠道依赖线'),
    words('Share of GMV of one platform or account, 0.7 = 70 %', '单个平台或账号占 GMV 的比例，0.7 = 70%'),
  ),
  setting(
    AS_OF,
    '',
    words('Today', '今天'),
    words(
      'Filled by the add-on whenever it writes; due dates are held against it',
      '插件每次写入时自动更新；到期、逾期以此为准',
    ),
  ),
];

/**
 * The row of a setting with another value than its default.
 * @param row Row as the template has it.
 * @param values Values by key.
 * @returns The row itself where its key has no value.
 */
export function settingRow(row: StarterRow, values: Readonly<Record<string, string | number>>): StarterRow {
  const value = values[String(row.key)];
  return value === undefined ? row : { ...row, value };
}

export const SETTINGS_SHEET: SheetTemplate = {
  key: 'settings',
  version: 5,
  titles: words('Settings', '设置'),
  purpose: words('How the add-on counts, judges and writes.', '插件如何计算、判断和生成。'),
  group: 'start',
  frozenColumns: 0,
  page: true,
  columns: [
    column('name', 'text', 190, 'Setting', '设置项'),
    column('value', 'text', 170, 'Value', '值'),
    column('meaning', 'text', 420, 'Meaning', '说明', { wrap: true }),
    column('key', 'id', 140, 'Key', '代码', { managed: true, hidden: true }),
  ],
  starterRows: SETTINGS.map((each) => ({
    name: each.name,
    value: each.value,
    meaning: each.meaning,
    key: each.key,
  })),
};

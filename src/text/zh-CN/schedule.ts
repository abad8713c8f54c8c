import type { schedule as english } from '../en/schedule.ts';

export const schedule = {
  DAY_1: '周一',
  DAY_2: '周二',
  DAY_3: '周三',
  DAY_4: '周四',
  DAY_5: '周五',
  DAY_6: '周六',
  DAY_7: '周日',
  JOB_REVIEW: '周复盘',
  JOB_MONTH: '月复盘',
  JOB_QUARTER: '季度复盘',
  JOB_CLOSE: '复盘定稿',
  JOB_REFRESH: '每日更新',
  JOB_HIDE: '隐藏旧复盘',
  JOB_DIGEST: '邮件摘要',
  JOB_ALERT: '超时未回提醒',
} as const satisfies Record<keyof typeof english, string>;

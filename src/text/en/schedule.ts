/** Weekdays and the jobs of the hourly trigger, for add-on and sidebar. */
export const schedule = {
  DAY_1: 'Monday',
  DAY_2: 'Tuesday',
  DAY_3: 'Wednesday',
  DAY_4: 'Thursday',
  DAY_5: 'Friday',
  DAY_6: 'Saturday',
  DAY_7: 'Sunday',
  JOB_REVIEW: 'Weekly review',
  JOB_MONTH: 'Monthly review',
  JOB_QUARTER: 'Quarterly review',
  JOB_CLOSE: 'Close reviews',
  JOB_REFRESH: 'Daily refresh',
  JOB_HIDE: 'Hide old reviews',
  JOB_DIGEST: 'Digest by mail',
  JOB_ALERT: 'Alert on late answers',
} as const;

import { testLife } from './lives.ts';

// From 2026-10-19; nobody’s trigger runs for longer than weeks are made up for.
testLife('Shanghai', {
  seed: 2,
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  locale: 'zh_CN',
  first: 46_314,
  away: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  takeOvers: [],
  withheld: [14],
  lost: [1],
  reviewDay: 1,
  reviewHour: 9,
  changesClocks: false,
  experiments: false,
});

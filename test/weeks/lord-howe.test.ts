import { testLife } from './lives.ts';

// From 2026-09-28; the clocks change by half an hour.
testLife('Lord Howe', {
  seed: 4,
  language: 'zh-CN',
  timeZone: 'Australia/Lord_Howe',
  locale: 'en_AU',
  first: 46_293,
  away: [7, 8, 9],
  takeOvers: [],
  withheld: [12],
  lost: [],
  reviewDay: 1,
  reviewHour: 0,
  changesClocks: true,
  experiments: true,
});

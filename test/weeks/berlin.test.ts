import { testLife } from './lives.ts';

// From 2026-10-05.
testLife('Berlin', {
  seed: 1,
  language: 'en',
  timeZone: 'Europe/Berlin',
  locale: 'de_DE',
  first: 46_300,
  away: [6, 7, 8],
  takeOvers: [9],
  withheld: [4, 15],
  lost: [2],
  reviewDay: 1,
  reviewHour: 9,
  changesClocks: true,
  experiments: true,
});

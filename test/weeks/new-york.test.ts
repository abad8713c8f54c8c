import { testLife } from './lives.ts';

// From 2026-10-12; the review falls into the hour in which the clocks change.
testLife('New York', {
  seed: 3,
  language: 'en',
  timeZone: 'America/New_York',
  locale: 'en_US',
  first: 46_307,
  away: [9, 10],
  takeOvers: [11],
  withheld: [5],
  lost: [7],
  reviewDay: 7,
  reviewHour: 2,
  changesClocks: true,
  experiments: false,
});

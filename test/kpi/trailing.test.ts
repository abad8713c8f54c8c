import { groupMedians, isTrailing } from '../../src/kpi/trailing.ts';

test('baselines are medians of account × format, without cold start', () => {
  const values = [1, 3, 8, 100, null, 7];
  const groups = ['a', 'a', 'a', 'a', 'a', 'b'];
  expect(groupMedians(values, groups, (item) => item !== 3)).toEqual([3, 3, 3, 3, 3, 7]);
});

test('every item counts unless told otherwise, and a group without values has no baseline', () => {
  expect(groupMedians([1, 3, 8, null], ['a', 'a', 'b', 'c'])).toEqual([2, 2, 8, null]);
  expect(groupMedians([1, 3], ['a', 'a'], () => false)).toEqual([null, null]);
  expect(groupMedians([], [])).toEqual([]);
});

test('the last 90 days are 90 days, whatever the time of day on either side', () => {
  const days = [10, 10.999, 11, 11.5, 100, 100.9, 101, null];
  const wanted = [false, false, true, true, true, true, false, false];
  expect(days.map((day) => isTrailing(day, 100, 90))).toEqual(wanted);
  expect(days.map((day) => isTrailing(day, 100.7, 90))).toEqual(wanted);
});

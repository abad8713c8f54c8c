import { responseTimes } from '../../src/kpi/sla.ts';
import { expectTotal } from './cells.ts';

test('response times: share in time, median, P90, and the open ones', () => {
  const result = responseTimes([1, 1, 1, 2.9, 0.5, ''], [1.5, 2, 2.5, '', '', ''], 24, 3);
  expect(result).toEqual({
    due: 4,
    answeredInTime: 2,
    share: 0.5,
    medianHours: 24,
    p90Hours: expect.closeTo(33.6, 9),
    overdue: [4],
    waiting: 1,
    impossible: 0,
  });
  expect(responseTimes([1], [''], 24, 2)).toMatchObject({ due: 0, waiting: 1 });
  expect(responseTimes([2], [1], 24, 3)).toMatchObject({ due: 0, share: null, impossible: 1 });
  expect(responseTimes([1], ['soon'], 24, 3)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(responseTimes(['soon'], [2], 24, 3)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(responseTimes([], [], 24, 3)).toEqual({
    ...{ due: 0, answeredInTime: 0, share: null, medianHours: null, p90Hours: null },
    ...{ overdue: [], waiting: 0, impossible: 0 },
  });
  // The longest waiting first; a second more or less is rounding.
  expect(responseTimes([3, 1, 2], ['', '', ''], 24, 9)).toMatchObject({
    due: 3,
    share: 0,
    overdue: [1, 2, 0],
  });
  const second = 1 / 86_400;
  expect(responseTimes([1], [2 + 0.9 * second], 24, 9)).toMatchObject({ answeredInTime: 1 });
  expect(responseTimes([1], [2 + 1.1 * second], 24, 9)).toMatchObject({ due: 1, answeredInTime: 0 });
  expect(responseTimes([1], [1 - 0.9 * second], 24, 9)).toMatchObject({ medianHours: 0, impossible: 0 });
  expect(responseTimes([1], [1 - 1.1 * second], 24, 9)).toMatchObject({ due: 0, impossible: 1 });
  expect(responseTimes([1], [''], 24, 2 + 1.1 * second)).toMatchObject({ overdue: [0], waiting: 0 });
  expect(responseTimes([1], [], 24, 3)).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(responseTimes([1], [2], 0, 3)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(responseTimes([1, 1], [1.5, 1.6], 12, 3)).toMatchObject({ share: 0.5 }); // South-East Asia
  expectTotal((a, b, c, d) => responseTimes([a, b], [c, d], 12, 46348), 4);
});

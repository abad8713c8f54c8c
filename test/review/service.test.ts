/** Negative comments as the sheet has them, whose cells people fill. */
import { readService } from '../../src/review/service.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { MONDAY, SUNDAY, tableOf } from './support.ts';

const comment = (more: RowValues): RowValues => ({
  ...{ platform: 'youtube', account: 'a', content: 'x', sentiment: 'negative', posted: MONDAY + 0.5 },
  ...more,
});
const service = (rows: readonly RowValues[], slaHours = 24) =>
  readService(tableOf('comments', rows), slaHours, SUNDAY);
const all = { platform: '', market: '', account: '', format: '' };

test('a comment of which nobody knows when it was posted counts neither as answered nor as late', () => {
  const rows = [
    comment({ answered: MONDAY + 0.7 }),
    comment({ posted: null, answered: MONDAY + 3 }),
    comment({ posted: 'last week' }),
  ];
  expect(service(rows).counts(all, MONDAY, SUNDAY)).toEqual({ negative: 1, inTime: 1 });
  expect(service(rows).overdue()).toEqual([]);
});

test('open comments are late once their limit is over, the longest waiting first', () => {
  const rows = [
    comment({ account: 'new', posted: SUNDAY - 0.5 }),
    comment({ account: 'late', posted: MONDAY + 2 }),
    comment({ account: 'answered', answered: MONDAY + 5 }),
    comment({ account: 'later', posted: MONDAY + 1 }),
  ];
  expect(
    service(rows)
      .overdue()
      .map(({ account }) => account),
  ).toEqual(['later', 'late']);
});

test('without a limit no comment is late, and none counts', () => {
  const none = service([comment({})], 0);
  expect([none.overdue(), none.counts(all, MONDAY, SUNDAY)]).toEqual([[], { negative: null, inTime: null }]);
});

import fc from 'fast-check';
import { longChoices, weekChoices, weekSpan } from '../../sidebar/review/weeks.ts';

test('offers the last whole weeks, newest first', () => {
  const weeks = weekChoices({ lastWeek: '2027-W02', reviews: [] });
  expect(weeks).toHaveLength(12);
  expect(weeks.slice(0, 4)).toEqual(['2027-W02', '2027-W01', '2026-W53', '2026-W52']);
});

test('keeps older weeks that have a review, each week once', () => {
  const weeks = weekChoices({
    lastWeek: '2026-W46',
    reviews: [
      { period: '2026-W46', state: 'draft', sheetId: 1, title: '2026-W46' },
      { period: '2025-W52', state: 'closed', sheetId: 2, title: '2025-W52' },
    ],
  });
  expect(weeks).toHaveLength(13);
  expect(weeks[12]).toBe('2025-W52');
});

test('months and quarters that are over, and older ones that have a review', () => {
  const longPeriods = [{ label: '2026-10', from: '2026-10-01', to: '2026-10-31' }];
  const reviews = ['2026-W46', '2026-Q2', '2026-10'].map((period) => ({
    ...{ period, state: 'draft' as const, sheetId: 1, title: period },
  }));
  expect(longChoices({ longPeriods, reviews })).toEqual(['2026-10', '2026-Q2']);
  expect(weekChoices({ lastWeek: '2026-W46', reviews })).not.toContain('2026-10');
  expect(weekSpan('en', '2026-10', longPeriods)).toEqual({ from: 'Oct 1', to: 'Oct 31' });
  expect(weekSpan('en', '2026-Q2', longPeriods)).toBeNull();
});

test('names the first and the last day of a week in the language', () => {
  expect(weekSpan('en', '2026-W46')).toEqual({ from: 'Nov 9', to: 'Nov 15' });
  expect(weekSpan('zh-CN', '2026-W53')).toEqual({ from: '12月28日', to: '1月3日' });
  expect(weekSpan('en', 'no week')).toBeNull();
});

test('choices are in falling order whatever the reviews', () => {
  const label = fc.tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 52 }));
  const period = label.map(([year, week]) => `${year}-W${String(week).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(period), (periods) => {
      const reviews = periods.map((each) => ({
        period: each,
        state: 'draft' as const,
        sheetId: 0,
        title: each,
      }));
      const weeks = weekChoices({ lastWeek: '2026-W46', reviews });
      for (let i = 1; i < weeks.length; i++) expect(weeks[i - 1]! > weeks[i]!).toBe(true);
    }),
    { seed: 47 },
  );
});

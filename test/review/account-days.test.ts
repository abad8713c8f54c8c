import type { RowValues } from '../../src/workbook/table.ts';
import { build, fact, line, MONDAY, SUNDAY } from './support.ts';

/** Figures of a whole account by day, as overviews and files of one figure have them. */

const tree = [
  { id: 'root', metric: 'views', name: 'Views' },
  { id: 'likes', parent: 'root', kind: 'influence', metric: 'likes', name: 'Likes' },
];
const accounts = [{ platform: 'youtube', id: 'a', name: 'Art' }];
const daily = (from: number, more: (day: number) => RowValues): RowValues[] =>
  Array.from({ length: 7 }, (_, i) => ({ ...fact('', from + i, from + i, more(i)), content: null }));
const logged = (format: string): RowValues[] => [
  { format, platform: 'youtube', account: 'a', from: MONDAY - 7, to: SUNDAY, as_of: SUNDAY },
];
const days = [
  ...daily(MONDAY - 7, () => ({ views: 10, likes: 1 })),
  ...daily(MONDAY, (i) => ({ views: 20 + i, likes: 2 })),
];

test('an account of which there is nothing else has the figures of its days', () => {
  const built = build({ tree, accounts, performance: days, imports: logged('youtube.days') });
  expect(line(built, 'root').actual).toEqual({ value: 161, days: 7, of: 7, estimated: false });
  expect(line(built, 'root').wow).toBeCloseTo(161 / 70 - 1, 12);
  expect(built.review.content.best).toEqual([]);
  expect(built.review.content.items).toBe(0);
});

test('what content tells counts once; what only the account has is there all the same', () => {
  const performance = [
    ...days,
    fact('1', MONDAY - 7, SUNDAY - 7, { views: 70 }),
    fact('1', MONDAY, SUNDAY, { views: 100 }),
  ];
  const built = build({ tree, accounts, performance, imports: logged('youtube.content') });
  expect(line(built, 'root').actual.value).toBe(100);
  expect(line(built, 'likes').actual.value).toBe(14);
  expect(built.review.content.items).toBe(1);
});

test('figures of no account and no content are nobody’s', () => {
  const nobody = days.map((row) => ({ ...row, account: null }));
  const views = (performance: RowValues[]) =>
    line(build({ tree, accounts, performance, imports: logged('youtube.days') }), 'root').actual.value;
  expect(views(nobody)).toBeNull();
  expect(views([...days, ...nobody])).toBe(161);
});

test('days of the account do not stand for days of its content', () => {
  const performance = [...days, fact('1', MONDAY - 7, SUNDAY - 7, { views: 70 })];
  const built = build({ tree, accounts, performance });
  expect(line(built, 'root').actual.value).toBeNull();
});

test('totals to date of an account are no snapshot of its content', () => {
  const snapshot = (day: number, views: number): RowValues => ({
    ...fact('1', day, day, { views }),
    ...{ from: null, kind: 'cumulative' },
  });
  const total: RowValues = { ...snapshot(MONDAY + 2, 5000), content: null };
  const performance = [snapshot(MONDAY - 1, 50), total, snapshot(SUNDAY, 80)];
  const built = build({ tree, accounts, performance });
  expect(line(built, 'root').actual.value).toBe(30);
});

import fc from 'fast-check';
import { build, fact, MONDAY, SUNDAY } from './support.ts';

const accounts = [{ platform: 'youtube', id: 'a', name: 'Anna’s', market: 'US', currency: 'USD' }];

type Item = { readonly id: string; readonly day: number; readonly views: number };

const contentOf = ({ id, day }: Item) => ({
  ...{ id, title: id, platform: 'youtube', account: 'a', format: 'short_video', published: day },
});

/** Items that are long over fill the cold start of the account. */
const OLD = Array.from({ length: 10 }, (_, i): Item => ({ id: `old${i}`, day: MONDAY - 300, views: 0 }));

/** The review of a week in which each item has views in the week of its publication alone. */
function ranked(items: readonly Item[]) {
  const performance = items.map(({ id, day, views }) => {
    const from = MONDAY - 7 * Math.ceil((MONDAY - day) / 7);
    return fact(id, from, from + 6, { views });
  });
  const { best, weakest } = build({ accounts, content: [...OLD, ...items].map(contentOf), performance })
    .review.content;
  return new Map([...best, ...weakest].map(({ id, baseline, index }) => [id, { baseline, index }]));
}

test('whatever views come by the days that an item has been out, one that gets these is as usual', () => {
  const curve = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 7, maxLength: 7 });
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(curve, days, (more, published) => {
      const views = more.map((_, age) => more.slice(0, age + 1).reduce((sum, value) => sum + value, 0));
      const itemOn = (weekday: number, back: number): Item => ({
        id: `${weekday}.${back}`,
        day: MONDAY - 7 * back + weekday,
        views: views[6 - weekday] as number,
      });
      const history = published.flatMap((weekday) => [1, 2, 3, 4, 5].map((back) => itemOn(weekday, back)));
      const found = ranked([...history, ...published.map((weekday) => itemOn(weekday, 0))]);
      for (const weekday of published) {
        expect(found.get(`${weekday}.0`)).toEqual({ baseline: views[6 - weekday], index: 1 });
      }
    }),
    { numRuns: 25 },
  );
});

test('a day with too few has those of the days beside it, and no further ones', () => {
  const onDay = (name: string, back: number, weekday: number, views: number): Item => ({
    ...{ id: `${name}${back}`, day: SUNDAY - 7 * back - (6 - weekday), views },
  });
  const history = [1, 2, 3].flatMap((back) => [onDay('sun', back, 6, 10), onDay('sat', back, 5, 30)]);
  const far = [1, 2, 3, 4].map((back) => onDay('wed', back, 2, 500));
  const found = ranked([...history, ...far, onDay('new', 0, 6, 40), onDay('mid', 0, 2, 40)]);
  expect(found.get('new0')).toEqual({ baseline: 20, index: 2 });
  // Four Wednesdays alone make no median.
  expect(found.has('mid0')).toBe(false);
});

/** A change in per cent is only shown of what was more than nothing: from a loss, its sign says the opposite. */
import { renderWhy } from '../../src/review/render/why.ts';
import { shown } from './shown.ts';
import { build, day, fact, line, MONDAY, SUNDAY } from './support.ts';

const before = MONDAY - 7;
/** Refunds may make a GMV less than nothing. */
const weeks = (then: number, now: number, then52 = then) =>
  build({
    tree: [{ id: 'n', metric: 'gmv', unit: 'money', name: 'GMV' }],
    performance: [
      fact('1', MONDAY - 364, SUNDAY - 364, { gmv: then52 }),
      fact('1', before, SUNDAY - 7, { gmv: then }),
      fact('1', MONDAY, SUNDAY, { gmv: now }),
    ],
  });

test.each<[number, number, number | null]>([
  [-100, 50, null],
  [-100, -200, null],
  [0, 50, null],
  [100, -50, -1.5],
  [100, 150, 0.5],
])('from %d to %d', (then, now, wanted) => {
  expect(line(weeks(then, now), 'n')).toMatchObject({ wow: wanted, yoy: wanted });
});

test('the reason’s first line says the amount alone, and no percentage', () => {
  const rows = shown(renderWhy, weeks(-100, 50).review).values.map((row) => row.join(' '));
  expect(rows.find((row) => row.includes('USD 50.00'))).toMatch(/\+USD 150\.00.*–/);
});

test('to date no change is shown against a year before that was a loss', () => {
  const { review } = build(
    {
      tree: [{ id: 'n', metric: 'gmv', unit: 'money', name: 'GMV' }],
      performance: [
        fact('1', day('2025-08-01'), day('2025-08-31'), { gmv: -3100 }),
        fact('1', day('2026-08-01'), day('2026-08-31'), { gmv: 310 }),
      ],
    },
    { monday: day('2026-08-24') },
  );
  expect(review.trends[0]?.toDate[0]).toMatchObject({ period: 'month', yoy: null });
});

test('the headline still says what moved a goal that was a loss', () => {
  const gmv = (account: string, back: number, amount: number) =>
    fact(`${account}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv: amount, account });
  const part = (account: string) => ({
    ...{ id: account, parent: 'n', metric: 'gmv', unit: 'money', name: `GMV of ${account}`, account },
  });
  const { review } = build({
    tree: [{ id: 'n', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV' }, part('a'), part('b')],
    performance: [gmv('a', 1, -150), gmv('b', 1, 50), gmv('a', 0, 40), gmv('b', 0, 60)],
  });
  expect(review.headline.sentences[1]?.text).toBe(
    '+USD 200.00 on the week before: mainly from GMV of a, +USD 190.00.',
  );
});

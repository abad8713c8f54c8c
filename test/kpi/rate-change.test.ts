import { activityOf } from '../../src/kpi/activity.ts';
import { indexFacts } from '../../src/kpi/index-facts.ts';
import { factsOfCells } from './fact-columns.ts';

/** One item with 1000 and then 1010 of its own money, converted at 7.2 and then 7. */
const converted = (own: readonly [number, number]) =>
  indexFacts({
    ...factsOfCells({
      accounts: ['a', 'a'],
      contents: ['x', 'x'],
      kinds: ['cumulative', 'cumulative'],
      from: [null, null],
      to: [10, 17],
      measures: { gmv: [own[0] * 7.2, own[1] * 7], views: [1, 2] },
    }),
    money: { keys: new Set(['gmv']), currencies: ['CNY', 'CNY'], rates: Float64Array.of(7.2, 7) },
  });

test('a rate that fell is no fall of the money; one of the money is', () => {
  expect(activityOf(converted([1000, 1010]), 11, 17)).toMatchObject({ falls: 0 });
  expect(activityOf(converted([1000, 1000]), 11, 17)).toMatchObject({ falls: 0 });
  expect(activityOf(converted([1010, 1000]), 11, 17)).toMatchObject({ falls: 1 });
  const [gmv] = activityOf(converted([1000, 1010]), 11, 17).measures.gmv ?? [];
  expect(gmv).toBeCloseTo(70, 9);
});

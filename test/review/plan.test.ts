import fc from 'fast-check';
import { readPlans } from '../../src/review/plan.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { address, MONDAY, nodeOf, tableOf } from './support.ts';

const sum = nodeOf({ metric: 'views' });
const rate = nodeOf({ metric: 'cvr' });
/** A quarter of days around the week that the other tests look at. */
const FIRST = MONDAY - 60;
const DAYS = 120;

const plansOf = (rows: readonly RowValues[]) => readPlans(tableOf('targets', rows), address);

const day = fc.integer({ min: FIRST, max: FIRST + DAYS });
const period = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const row: fc.Arbitrary<RowValues> = fc
  .tuple(period, fc.double({ min: 0, max: 1e9, noNaN: true }))
  .map(([{ from, to }, target]) => ({ node: 'n', from, to, target }));
const rows = fc.array(row, { minLength: 1, maxLength: 6 });
/** Covers all days, so that there is a plan wherever one is asked for. */
const ground = (target: number): RowValues => ({ node: 'n', from: FIRST, to: FIRST + DAYS, target });
const amount = fc.double({ min: 0, max: 1e9, noNaN: true });

const near = (a: number | null, b: number): void => {
  if (a === null || Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(b))) expect({ a, b }).toBe('near');
};

/** What the target rows say of one day, told again in the plainest way: the lowest row that holds on it. */
function lowestOn(all: readonly RowValues[], at: number): RowValues | undefined {
  return [...all].reverse().find((each) => Number(each.from) <= at && at <= Number(each.to));
}

test('law: a plan of amounts is the sum of its days, and each day has its share of the lowest row that holds', () => {
  fc.assert(
    fc.property(rows, amount, period, (above, base, { from, to }) => {
      const all = [ground(base), ...above];
      let wanted = 0;
      for (let at = from; at <= to; at++) {
        const { target, from: first, to: last } = lowestOn(all, at) as RowValues;
        wanted += Number(target) / (Number(last) - Number(first) + 1);
      }
      near(plansOf(all).planOf(sum, from, to), wanted);
    }),
    { seed: 41, numRuns: 500 },
  );
});

test('law: splitting a period at any day leaves the plan of an amount unchanged', () => {
  fc.assert(
    fc.property(rows, amount, period, fc.nat(), (above, base, { from, to }, at) => {
      const plans = plansOf([ground(base), ...above]);
      const last = from + (at % (to - from + 1));
      const second = last === to ? 0 : (plans.planOf(sum, last + 1, to) as number);
      near(plans.planOf(sum, from, to), (plans.planOf(sum, from, last) as number) + second);
    }),
    { seed: 43, numRuns: 500 },
  );
});

test('law: a new row changes nothing before its first day, to the last bit', () => {
  fc.assert(
    fc.property(rows, row, period, (before, added, { from, to }) => {
      const [old, now] = [plansOf(before), plansOf([...before, added])];
      const last = Math.min(to, Number(added.from) - 1);
      if (last < from) return;
      for (const node of [sum, rate])
        expect(Object.is(now.planOf(node, from, last), old.planOf(node, from, last))).toBe(true);
    }),
    { seed: 47, numRuns: 1000 },
  );
});

test('law: a new row wins on all of its days, and the others keep theirs after it', () => {
  fc.assert(
    fc.property(rows, row, period, (before, added, { from, to }) => {
      const [old, now] = [plansOf(before), plansOf([...before, added])];
      near(now.planOf(sum, Number(added.from), Number(added.to)), Number(added.target));
      for (const at of [Number(added.from), Number(added.to)])
        expect(now.planOf(rate, at, at)).toBe(added.target);
      if (from > Number(added.to)) {
        for (const node of [sum, rate])
          expect(Object.is(now.planOf(node, from, to), old.planOf(node, from, to))).toBe(true);
      }
    }),
    { seed: 53, numRuns: 1000 },
  );
});

test('a target raised in mid-quarter: the weeks before keep their plan, the rate holds from its day on', () => {
  const quarter = { node: 'n', from: FIRST, to: FIRST + 89, target: 9000 };
  const raised = { node: 'n', from: FIRST + 42, to: FIRST + 89, target: 9600 };
  const plans = plansOf([quarter, raised]);
  expect(plans.planOf(sum, FIRST + 35, FIRST + 41)).toBeCloseTo(700, 9);
  expect(plans.planOf(sum, FIRST + 42, FIRST + 48)).toBeCloseTo(1400, 9);
  expect(plans.planOf(sum, FIRST + 39, FIRST + 45)).toBeCloseTo(3 * 100 + 4 * 200, 9);
  expect([plans.planOf(rate, FIRST + 35, FIRST + 41), plans.planOf(rate, FIRST + 36, FIRST + 42)]).toEqual([
    9000, 9600,
  ]);
});

describe('rows of targets', () => {
  const whole = { node: 'n', from: MONDAY, to: MONDAY + 6, target: 70 };

  test('that cannot be read are issues, and the others count', () => {
    const plans = plansOf([
      whole,
      { ...whole, from: 'soon' },
      { ...whole, to: null },
      { ...whole, to: MONDAY - 1 },
      { ...whole, from: MONDAY + 6, to: MONDAY + 6, target: 'much', low: 5 },
      { ...whole, target: null },
      { ...whole, node: null },
    ]);
    expect(plans.issues.map(({ code, found }) => [code, found])).toEqual([
      ['BAD_DATE', 'soon'],
      ['BAD_DATE', ''],
      ['TARGET_ENDS_FIRST', undefined],
      ['BAD_NUMBER', 'much'],
    ]);
    expect(plans.planOf(sum, MONDAY, MONDAY + 5)).toBeCloseTo(60, 9);
    // The lowest row holds on Sunday, and says no target.
    expect(plans.planOf(sum, MONDAY, MONDAY + 6)).toBeNull();
    expect(plans.planOf(rate, MONDAY, MONDAY + 6)).toBeNull();
    expect(plans.planOf(rate, MONDAY, MONDAY + 6, 'low')).toBe(5);
  });

  test('a day of which nothing counts needs no target, and days of which a part counts need that part', () => {
    const plans = plansOf([whole]);
    expect(plans.planOf(sum, MONDAY - 1, MONDAY + 1, 'target', [0, 1, 0.5])).toBeCloseTo(15, 9);
    expect(plans.planOf(sum, MONDAY, MONDAY + 1, 'target', [0, 0])).toBeNull();
    expect(plans.planOf(sum, MONDAY - 1, MONDAY + 1)).toBeNull();
    expect(plans.planOf({ ...sum, id: 'other' }, MONDAY, MONDAY)).toBeNull();
  });
});

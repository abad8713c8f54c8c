/** Due dates, answers, decisions and budgets: single rows as cells show them. */
import fc from 'fast-check';
import { abDecision } from '../../src/kpi/ab-decision.ts';
import { answerState } from '../../src/kpi/answer-state.ts';
import { breakEvenGmv, breakEvenOrders, budget } from '../../src/kpi/budget.ts';
import { dueState } from '../../src/kpi/due.ts';
import { sampleSize } from '../../src/kpi/experiment.ts';
import { daysBetween, momentOf } from '../../src/kpi/moment.ts';
import { responseTimes } from '../../src/kpi/sla.ts';

const fault = (code: string) => ({ fault: code });
const RUNS = { seed: 5, numRuns: 400 };

describe('moments and days', () => {
  test.each([
    [46348, 46348],
    [46348.5, 46348.5],
    ['2026-11-22', 46348],
    ['2026-11-22 12:00', 46348.5],
    ['2026/11/22 6:00', 46348.25],
    ['2026年11月22日', 46348],
    ['2026.1.5', 46027],
    [' 2026-11-22T18:45:59 ', 46348.78125],
    ['2026-11-22 23:15', 46348.96875],
    [-693_593, -693_593],
    [2_958_465.5, 2_958_465.5],
    [-693_594, fault('NOT_A_DATE')],
    [2_958_466, fault('NOT_A_DATE')],
    ['2026-11-22 10:60', fault('NOT_A_DATE')],
    ['2026-11-22 10', fault('NOT_A_DATE')],
    ['on 2026-11-22', fault('NOT_A_DATE')],
    ['2026-11-22 later', fault('NOT_A_DATE')],
    ['２０２６－１１－２２', 46348],
    ['', null],
    [null, null],
    ['next week', fault('NOT_A_DATE')],
    ['2026-02-30', fault('NOT_A_DATE')],
    ['2026-11-22 24:00', fault('NOT_A_DATE')],
    [true, fault('NOT_A_DATE')],
    [1e9, fault('NOT_A_DATE')],
    [Number.NaN, fault('NOT_A_DATE')],
  ])('%j is the moment %j', (cell, expected) => {
    expect(momentOf(cell)).toEqual(expected);
  });

  test.each([
    [46348.9, 46350.1, 2],
    [46350, 46348, -2],
    ['2026-11-22', 46348.7, 0],
    ['', 46348, null],
    [46348, null, null],
    ['soon', '', fault('NOT_A_DATE')],
  ])('from %j to %j are %j days', (from, to, expected) => {
    expect(daysBetween(from, to)).toEqual(expected);
  });
});

describe('due dates', () => {
  test.each([
    [46356, '', 46348, 7, 'ahead'],
    [46355, '', 46348, 7, 'soon'],
    [46348, '', 46348.9, 7, 'soon'],
    [46347.9, '', 46348, 7, 'overdue'],
    [46349, '', 46348, 0, 'ahead'],
    [46352, '', 46348, 3, 'ahead'],
    [46351, '', 46348, 3, 'soon'],
    [46349, '', 46348, 0.5, 'ahead'],
    [46348, '', 46348, 0, 'soon'],
    [46356, '', 46348, undefined, 'ahead'],
    [46356, '', 46348, '', 'ahead'],
    [46355, '', 46348, '', 'soon'],
    [46355, '', 46348, undefined, 'soon'],
    [46350, 46350.99, 46348, 7, 'done'],
    [46350, 46351, 46348, 7, 'late'],
    ['', 46351, 46348, 7, 'done'],
    [46340, true, 46348, 7, 'done'],
    [46340, false, 46348, 7, 'overdue'],
    ['', '', 46348, 7, null],
    [46340, '', '', 7, null],
    [46340, 46341, '', 7, 'late'],
    ['soon', '', 46348, 7, fault('NOT_A_DATE')],
    [46340, 'nearly', 46348, 7, fault('NOT_A_DATE')],
    [46340, '', 'today', 7, fault('NOT_A_DATE')],
    [46340, '', 46348, -1, fault('NOT_NEGATIVE')],
    [46340, '', 46348, 'few', fault('NOT_A_NUMBER')],
  ])('due %j, done %j, on %j with %j days: %j', (due, done, asOf, warn, expected) => {
    expect(dueState(due, done, asOf, warn)).toEqual(expected);
  });

  test('time only moves open work from ahead through soon to overdue', () => {
    const order = ['ahead', 'soon', 'overdue'];
    const day = fc.double({ min: 40_000, max: 50_000, noNaN: true });
    fc.assert(
      fc.property(day, day, day, fc.nat(60), (due, one, other, warn) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((asOf) =>
          order.indexOf(dueState(due, null, asOf, warn) as string),
        ) as [number, number];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(after);
      }),
      RUNS,
    );
  });
});

describe('answers', () => {
  test.each([
    [46348, 46349, 24, '', 'in_time'],
    [46348, 46349 + 2 / 86_400, 24, '', 'late'],
    [46348, 46348.5, 12, '', 'in_time'],
    [46348, '', 24, 46349, 'open'],
    [46348, '', 24, 46349.1, 'overdue'],
    [46348, '', undefined, 46349.1, 'overdue'],
    [46348, '', 24, '', null],
    ['', 46349, 24, 46349, null],
    [46348, 46347, 24, 46349, fault('PERIOD_NOT_ORDERED')],
    [46348, '', 0, 46349, fault('NEEDS_POSITIVE')],
    [46348, '', 'a day', 46349, fault('NOT_A_NUMBER')],
    ['yesterday', '', 24, 46349, fault('NOT_A_DATE')],
  ])('posted %j, answered %j within %j hours, at %j: %j', (posted, answered, hours, asOf, expected) => {
    expect(answerState(posted, answered, hours, asOf)).toEqual(expected);
  });

  test('states of single comments are what the count of all says', () => {
    const moment = fc.double({ min: 46_000, max: 46_010, noNaN: true });
    const comment = fc.record({
      posted: moment,
      wait: fc.option(fc.double({ min: 0, max: 4, noNaN: true })),
    });
    fc.assert(
      fc.property(
        fc.array(comment, { maxLength: 20 }),
        fc.integer({ min: 1, max: 72 }),
        (comments, hours) => {
          const posted = comments.map((each) => each.posted);
          const answered = comments.map((each) => (each.wait === null ? null : each.posted + each.wait));
          const states = posted.map((each, i) => answerState(each, answered[i], hours, 46_011));
          const count = (state: string) => states.filter((each) => each === state).length;
          expect(responseTimes(posted, answered, hours, 46_011)).toMatchObject({
            answeredInTime: count('in_time'),
            waiting: count('open'),
            due: count('in_time') + count('late') + count('overdue'),
          });
        },
      ),
      RUNS,
    );
  });
});

describe('decisions', () => {
  // z 2.8237, 1.98236 and 3.49346 of the published tables, against the sizes that they needed.
  test.each([
    [144, 1200, 192, 1200, 1200, 'B'],
    [192, 1200, 144, 1200, 1200, 'A'],
    [250, 5000, 295, 5000, 5000, 'B'],
    [503, 5000, 613, 5000, 5000, 'B'],
    // 5 % against 6 % needs 8,158: the same figures decide nothing before.
    [250, 5000, 295, 5000, sampleSize(0.05, 0.06), 'running'],
    [144, 1200, 192, 1200, 1201, 'running'],
    [144, 1200, 150, 1200, 1200, 'none'],
    [0, 1200, 0, 1200, 1200, 'none'],
    [144, 1200, 192, 1200, '', 'running'],
    ['', 1200, 192, 1200, 1200, null],
    [144, 0, 192, 1200, 1200, fault('NEEDS_POSITIVE')],
    [144, 100, 192, 1200, 1200, fault('CONVERSIONS_ABOVE_VISITORS')],
    [144, 1200, 192, 1200, 'many', fault('NOT_A_NUMBER')],
    [144, 1200, 192, 1200, 0, fault('NEEDS_POSITIVE')],
  ])('%j of %j against %j of %j, planned %j: %j', (xA, nA, xB, nB, planned, expected) => {
    expect(abDecision(xA, nA, xB, nB, planned)).toEqual(expected);
  });

  // 2.25 · √400 = 45 conversions.
  test.each([
    [100, 4000, 145, 4000, 400, 'B'],
    [145, 4000, 100, 4000, 400, 'A'],
    [100, 4000, 144, 4000, 400, 'running'],
    [190, 4000, 210, 4000, 400, 'none'],
    // Arms of unequal traffic are no even split.
    [100, 4000, 145, 4300, 400, 'running'],
    [100, 4000, 145, 4290, 400, 'B'],
    [100, 4000, 145, 4000, '', 'running'],
    [100, '', 145, 4000, 400, null],
    [100, 4000, 145, '', 400, null],
    ['', 4000, 145, 4000, 400, null],
    [100, 4000, 145, 4000, 'many', fault('NOT_A_NUMBER')],
    [100, 4000, 145, 4000, 0, fault('NEEDS_POSITIVE')],
    [100, 40, 145, 4000, 400, fault('CONVERSIONS_ABOVE_VISITORS')],
    // 3.29 · √40,000 = 658 visitors more are chance still.
    [100, 19_671, 145, 20_329, 400, 'B'],
    [100, 19_671, 145, 20_330, 400, 'running'],
    [100, 20_330, 145, 19_671, 400, 'running'],
  ])('sequentially, %j of %j against %j of %j, planned %j: %j', (xA, nA, xB, nB, planned, expected) => {
    expect(abDecision(xA, nA, xB, nB, planned, 'sequential')).toEqual(expected);
  });

  test('exchanging the arms exchanges the winner, and no split is decided below its size', () => {
    const arm = fc.integer({ min: 1, max: 20_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    const swapped = { A: 'B', B: 'A', none: 'none', running: 'running' };
    fc.assert(
      fc.property(arm, arm, fc.integer({ min: 1, max: 30_000 }), ([xA, nA], [xB, nB], planned) => {
        for (const rule of ['split', 'sequential'] as const) {
          const state = abDecision(xA, nA, xB, nB, planned, rule) as keyof typeof swapped;
          expect(abDecision(xB, nB, xA, nA, planned, rule)).toBe(swapped[state]);
        }
        const isSmall = Math.min(nA, nB) < planned;
        expect(abDecision(xA, nA, xB, nB, planned) === 'running').toBe(isSmall);
      }),
      RUNS,
    );
  });
});

describe('budgets', () => {
  test('items at a cost, and what pays them back', () => {
    expect(budget(20, 150)).toBe(3000);
    expect(breakEvenGmv(150, 0.4)).toBeCloseTo(375, 9);
    expect(breakEvenOrders(150, 0.4, 25)).toBe(15);
    expect(breakEvenOrders(150, 0.4, 24)).toBe(16);
    // 21 ÷ 0.7 is 30.000000000000004 in a double.
    expect(breakEvenOrders(21, 0.7, 1)).toBe(30);
    expect([budget('', 5), breakEvenGmv(5, ''), breakEvenOrders(5, 0.4, null)]).toEqual([null, null, null]);
    expect([budget(-1, 5), breakEvenGmv(-5, 0.4)]).toEqual([fault('NOT_NEGATIVE'), fault('NOT_NEGATIVE')]);
    expect([breakEvenGmv(5, 0), breakEvenGmv(5, 40)]).toEqual([
      fault('MARGIN_NOT_FRACTION'),
      fault('MARGIN_NOT_FRACTION'),
    ]);
    expect(breakEvenOrders(5, 0.4, 0)).toEqual(fault('NEEDS_POSITIVE'));
    expect(budget('many', 5)).toEqual(fault('NOT_A_NUMBER'));
  });

  test('so many orders earn the cost, and one less does not', () => {
    const amount = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 100 }), amount, (cost, percent, value) => {
        const orders = breakEvenOrders(cost, percent / 100, value) as number;
        const earned = (count: number) => count * value * percent;
        expect(earned(orders)).toBeGreaterThanOrEqual(cost * 100 * (1 - 1e-6));
        expect(earned(orders - 1)).toBeLessThan(cost * 100);
      }),
      RUNS,
    );
  });
});

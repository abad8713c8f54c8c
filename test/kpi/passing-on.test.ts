/** What a method makes of one input that is no number: the same of each of its inputs. */
import { abDecision } from '../../src/kpi/ab-decision.ts';
import { answerState } from '../../src/kpi/answer-state.ts';
import { attainment, bandAttainment, baselineAttainment } from '../../src/kpi/attainment.ts';
import { breakEvenGmv, breakEvenOrders, budget } from '../../src/kpi/budget.ts';
import { allocate, allocateFixed } from '../../src/kpi/cost-allocation.ts';
import { dueState } from '../../src/kpi/due.ts';
import {
  exactSampleSize,
  plannedState,
  proportionTest,
  sampleSize,
  sequentialState,
} from '../../src/kpi/experiment.ts';
import { errorIn, FAULT_CODES, faultOf, type Input, isFault, numberOf } from '../../src/kpi/fault.ts';
import { daysBetween } from '../../src/kpi/moment.ts';
import {
  elapsedShare,
  expected,
  neededPerDay,
  pace,
  plannedFor,
  requiredGrowth,
  runRateForecast,
} from '../../src/kpi/pace.ts';
import { rate } from '../../src/kpi/rate.ts';
import { realityOf } from '../../src/kpi/reality.ts';
import { breakEvenRoas, paybackDay, roas, roi } from '../../src/kpi/roi.ts';
import { statusOf } from '../../src/kpi/status.ts';
import { planVisits } from '../../src/kpi/visit-plan.ts';

type Method = (...inputs: Input[]) => unknown;
type Case = readonly [name: string, method: Method, inputs: readonly Input[]];

/** Methods of numbers alone, with inputs of which they make something. */
const OF_NUMBERS: readonly Case[] = [
  ['attainment', (a, t) => attainment(a, t), [80, 100]],
  ['attainment, less is better', (a, t) => attainment(a, t, 'down'), [80, 100]],
  ['attainment, target over actual', (a, t) => attainment(a, t, 'down-ratio'), [80, 100]],
  ['baselineAttainment', baselineAttainment, [110, 120, 100]],
  ['bandAttainment', bandAttainment, [11, 6, 10]],
  ['statusOf', statusOf, [0.95, 1, 0.9]],
  ['rate', rate, [3, 4, 1000]],
  ['roi', roi, [150, 100, 0.4]],
  ['roas', roas, [150, 100]],
  ['breakEvenRoas', breakEvenRoas, [0.25]],
  ['budget', budget, [20, 150]],
  ['breakEvenGmv', breakEvenGmv, [150, 0.4]],
  ['breakEvenOrders', breakEvenOrders, [150, 0.4, 25]],
  ['requiredGrowth', requiredGrowth, [100, 121, 2]],
  ['proportionTest', (a, b, c, d) => proportionTest(a, b, c, d), [144, 1200, 192, 1200]],
  ['exactSampleSize', exactSampleSize, [0.2, 0.25, 0.05, 0.8]],
  ['sampleSize', sampleSize, [0.2, 0.25, 0.05, 0.8]],
  ['plannedState', (a, b, c, d, n) => plannedState(a, b, c, d, n), [144, 1200, 192, 1200, 1094]],
  ['sequentialState', sequentialState, [100, 145, 400]],
  ['abDecision', (a, b, c, d) => abDecision(a, b, c, d, 1094), [144, 1200, 192, 1200]],
  [
    'abDecision, sequential',
    (a, b, c, d) => abDecision(a, b, c, d, 400, 'sequential'),
    [100, 4000, 145, 4000],
  ],
  ['allocate', (cost) => allocate(cost, [1, 3]), [100]],
  ['allocateFixed', (cost) => allocateFixed(cost, [0.25, 0.5]), [100]],
  ['realityOf', (target) => realityOf(target, [10, 12, 11, 14, 13]), [40]],
  ['paybackDay by its margin', (margin) => paybackDay([1], [300], [100], margin), [0.5]],
  ['planVisits', planVisits, [720, 0.3, 0.05, 20, 0.02, 30]],
  ['expected', (t) => expected(t, 1, 30, 10), [3000]],
  ['pace', (a, t) => pace(a, t, 1, 30, 10), [1200, 3000]],
  ['runRateForecast', (a) => runRateForecast(a, 1, 30, 10), [1200]],
  ['neededPerDay', (a, t) => neededPerDay(a, t, 1, 30, 10), [1200, 3000]],
  ['plannedFor', (t) => plannedFor(t, 1, 30, 8, 14), [3000]],
];

/** Methods of days alone. */
const OF_DAYS: readonly Case[] = [
  ['daysBetween', daysBetween, [46_348, 46_350]],
  ['elapsedShare', elapsedShare as Method, [1, 30, 10]],
  ['expected', ((s, e, d) => expected(3000, s as number, e as number, d as number)) as Method, [1, 30, 10]],
  ['pace', ((s, e, d) => pace(1200, 3000, s as number, e as number, d as number)) as Method, [1, 30, 10]],
  [
    'runRateForecast',
    ((s, e, d) => runRateForecast(9, s as number, e as number, d as number)) as Method,
    [1, 30, 10],
  ],
  [
    'neededPerDay',
    ((s, e, d) => neededPerDay(9, 30, s as number, e as number, d as number)) as Method,
    [1, 30, 10],
  ],
  [
    'plannedFor',
    ((s, e, f, l) => plannedFor(30, s as number, e as number, f as number, l as number)) as Method,
    [1, 30, 8, 14],
  ],
];

/** What the method gives with each of its inputs in turn replaced. */
const withEach = ([, method, inputs]: Case, replacement: Input): unknown[] =>
  inputs.map((_, position) => method(...inputs.map((input, i) => (i === position ? replacement : input))));
const allOf = ({ length }: readonly unknown[], result: unknown): unknown[] => new Array(length).fill(result);

describe.each(OF_NUMBERS)('%s', (name, method, inputs) => {
  const one: Case = [name, method, inputs];

  test('makes something of numbers', () => {
    const result = method(...inputs);
    expect(result === null || isFault(result)).toBe(false);
  });

  test('passes the fault of each input on', () => {
    const fault = faultOf('CANNOT_CLOSE');
    expect(withEach(one, fault)).toEqual(allOf(inputs, fault));
  });

  test('takes neither text nor what is no number', () => {
    for (const cell of ['12', true, Number.NaN, Number.POSITIVE_INFINITY])
      expect(withEach(one, cell)).toEqual(allOf(inputs, { fault: 'NOT_A_NUMBER' }));
  });

  test('has no result where one input is empty', () => {
    for (const cell of ['', null]) expect(withEach(one, cell)).toEqual(allOf(inputs, null));
  });
});

describe.each(OF_DAYS)('days of %s', (name, method, inputs) => {
  const one: Case = [name, method, inputs];

  test('are days, or there is no result', () => {
    const result = method(...inputs);
    expect(result === null || isFault(result)).toBe(false);
    expect(withEach(one, 'soon')).toEqual(allOf(inputs, { fault: 'NOT_A_DATE' }));
    expect(withEach(one, true)).toEqual(allOf(inputs, { fault: 'NOT_A_DATE' }));
    expect(withEach(one, '')).toEqual(allOf(inputs, null));
  });
});

test('of days and numbers, each is held against what it should be', () => {
  const due: Case = ['', dueState, [46_356, 46_340, 46_348, 7]];
  const fault = faultOf('CANNOT_CLOSE');
  expect(withEach(due, fault).slice(0, 2)).toEqual([fault, fault]);
  const open: Case = ['', dueState, [46_356, '', 46_348, 7]];
  expect(withEach(open, fault)).toEqual(allOf(open[2], fault));
  expect(withEach(open, 'few')).toEqual(
    ['NOT_A_DATE', 'NOT_A_DATE', 'NOT_A_DATE', 'NOT_A_NUMBER'].map((code) => ({ fault: code })),
  );
  const answered: Case = ['', answerState, [46_348, '', 24, 46_349]];
  expect(withEach(answered, fault)).toEqual(allOf(answered[2], fault));
  expect(withEach(answered, 'few')).toEqual(
    ['NOT_A_DATE', 'NOT_A_DATE', 'NOT_A_NUMBER', 'NOT_A_DATE'].map((code) => ({ fault: code })),
  );
});

test('a cell that shows a fault stands for it, with spaces and in small letters too where it is one of Sheets', () => {
  for (const code of FAULT_CODES) expect(errorIn(`#${code}`)).toEqual({ fault: code });
  const errors = ['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!'];
  for (const error of [...errors, ...errors.map((each) => ` ${each.toLowerCase()} `)])
    expect(errorIn(error)).toEqual({ fault: 'INPUT_ERROR' });
  for (const cell of ['#rice', 'N/A', '#N/A rice', 'see #N/A', '#NOT_A_NUMBER!', 'NOT_A_NUMBER', '', null, 0])
    expect(errorIn(cell)).toBeNull();
});

test('a number is a number, nothing is null, and all else is none', () => {
  expect([0, -1.5, '', null, undefined].map(numberOf)).toEqual([0, -1.5, null, null, null]);
  for (const cell of ['0', ' ', true, false, Number.NaN, -Infinity])
    expect(numberOf(cell)).toEqual({ fault: 'NOT_A_NUMBER' });
});

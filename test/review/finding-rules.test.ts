/** When call-outs are made, and when what they look at is too little to be told. */
import { flopFindings, viralFindings } from '../../src/review/findings/content.ts';
import type { Found, Rule } from '../../src/review/findings/finding.ts';
import { behindFindings, quarterFindings } from '../../src/review/findings/plan.ts';
import { conversionFindings, nodeFindings, runFindings } from '../../src/review/findings/shifts.ts';
import { mixFindings, offsetFindings, unexplainedFindings } from '../../src/review/findings/why.ts';
import {
  actionFindings,
  effectFindings,
  experimentFindings,
  lossFindings,
  publishingFindings,
  refundFindings,
  untracedFindings,
} from '../../src/review/findings/work.ts';
import { MONDAY } from './support.ts';

/** As much of a review as a rule reads. */
function texts(rule: Rule, material: object, review: object): string[] {
  const settings = { language: 'en', currency: 'USD' };
  const found = {
    material: { settings, voice: { language: 'en', period: 'week' }, ...material },
    review: { language: 'en', ...review },
  };
  return rule(found as unknown as Found).map(({ text }) => text);
}

const ROOT = { id: 'root', name: 'GMV', owner: 'Ana', direction: 'up', unit: 'money', filter: {} };
const KPIS = { tree: { root: 0 }, nodes: [ROOT] };

describe('publishing', () => {
  const planned = { planned: 10, onTime: 3, late: 1, missing: 6 };
  const say = (total: object, coverage: object[] = []) =>
    texts(publishingFindings, {}, { coverage, publishing: { total: { ...planned, ...total } } });

  test('is behind where clearly less than planned came out', () => {
    expect(say({ adherence: 0.4 })).toEqual(['Only 4 of 10 planned items were published; 6 are missing.']);
    expect(say({ adherence: 0.6 })).toEqual([]);
    expect(say({ adherence: 0.2, planned: 4 })).toEqual([]);
    expect(say({ adherence: null })).toEqual([]);
  });

  test('blames nobody while no file of an account is in that would show what was published', () => {
    expect(say({ adherence: 0.4 }, [{ isAwaited: true, days: 0 }])).toEqual([]);
    const known = [
      { isAwaited: true, days: 6 },
      { isAwaited: false, days: 0 },
    ];
    expect(say({ adherence: 0.4 }, known)).toHaveLength(1);
  });
});

describe('actions', () => {
  const action = (more: object) => ({
    ...{ id: '1', action: 'Call', finding: 'Few views', owner: 'Bo', overdue: true, ageWeeks: 1 },
    ...{ status: 'done', unit: 'count', expected: 100, measured: 90, error: 10, ...more },
  });
  const overdue = (last: object[], now: object[]) => texts(actionFindings, {}, { actions: { last, now } });
  const worked = (more: object) => texts(effectFindings, {}, { actions: { last: [action(more)], now: [] } });

  test('that are overdue are told of together, by the oldest', () => {
    const three = [action({}), action({ ageWeeks: 4, action: 'Ship', owner: '' })];
    expect(overdue(three, [action({})])).toEqual(['3 actions are overdue, the oldest: “Ship”.']);
    expect(overdue([...three, action({ ageWeeks: 9, action: '' })], [])).toEqual([
      '3 actions are overdue, the oldest: “Few views” (Bo).',
    ]);
    expect(overdue(three, [action({ overdue: false })])).toEqual([]);
    // Carried over for longer, but due later.
    const due = [action({ ageWeeks: 4, action: 'Ship', due: '2026-11-27' }), action({ due: '2026-11-25' })];
    expect(overdue(due, [action({ action: 'Pay', due: '2026-11-26' })])).toEqual([
      '3 actions are overdue, the oldest: “Call” (Bo).',
    ]);
    expect(overdue([action({ action: '', finding: '' }), action({}), action({})], [])).toEqual([
      '3 actions are overdue, the oldest: “” (Bo).',
    ]);
  });

  test('have worked where their KPI clearly moved as was expected', () => {
    expect(worked({})).toEqual(['“Call” (Bo) has worked: its KPI changed by +90 a week, +100 was expected.']);
    expect(worked({ action: '', expected: -100, measured: -60 })).toEqual([
      '“Few views” (Bo) has worked: its KPI changed by −60 a week, −100 was expected.',
    ]);
  });

  test.each([
    ['not done', { status: 'doing' }],
    ['not measured', { measured: null }],
    ['without an expectation', { expected: null }],
    ['that should change nothing', { expected: 0 }],
    ['with less than half the effect', { measured: 49, error: 1 }],
    ['against what was expected', { measured: -90 }],
    ['within the usual ups and downs', { error: 30 }],
    ['of unknown ups and downs', { error: null }],
  ])('are not said to have worked: %s', (_, more) => {
    expect(worked(more)).toEqual([]);
  });
});

test('a test that ended without a difference says so; one that still runs says nothing', () => {
  const line = { id: 'T1', hypothesis: 'Faces', owner: '', difference: null, progress: 0.4, isDue: false };
  const say = (state: string, more = {}) =>
    texts(
      experimentFindings,
      {},
      { experiments: [{ ...line, armA: 'Product', armB: 'Face', decision: 'a', state, ...more }] },
    );
  expect(say('none')).toEqual(['Test T1 ended without a difference. Faces']);
  expect(say('running')).toEqual([]);
  expect(say('A')[0]).toContain('Product did better (+0');
  expect(say('', { isDue: true, progress: null })[0]).toMatch(/^Test T1 has its planned size .*\(\+0/);
});

test('an account that cost clearly more than it brought is told of where that is a real part of all costs', () => {
  const account = (more: object) => ({
    ...{ platform: 'youtube', id: 'a', account: 'Anna', gmv: 10, cost: 100, roi: -0.9, ...more },
  });
  const say = (...accounts: object[]) => texts(lossFindings, {}, { content: { accounts } });
  expect(say(account({}))).toEqual(['Anna cost USD 100.00 this week and brought USD 10.00.']);
  expect(say(account({ gmv: null, roi: -1 }))).toEqual([
    'Anna cost USD 100.00 this week and brought USD 0.00.',
  ]);
  expect(say(account({ roi: -0.4 }), account({ roi: null }), account({ cost: null }))).toEqual([]);
  expect(say(account({}), account({ cost: 901, roi: 2 }))).toEqual([]);
});

test('orders that lead to no content are told of where they are half of many', () => {
  const say = (orders: object | null, count = 20) => {
    const days = [...new Array(count).fill(MONDAY), MONDAY - 1, MONDAY + 7];
    const periods = { week: { from: MONDAY, to: MONDAY + 6 } };
    return texts(untracedFindings, { ledger: { orders: { days } }, periods }, { content: { orders } });
  };
  expect(say({ gmv: 100, untraced: 50 })[0]).toMatch(
    /^50\.?0*% of the week’s order value leads to no content/,
  );
  expect(say({ gmv: 100, untraced: 49 })).toEqual([]);
  expect(say({ gmv: 100, untraced: 100 }, 19)).toEqual([]);
  expect(say({ gmv: 0, untraced: 0 })).toEqual([]);
  expect(say(null)).toEqual([]);
});

describe('refunds', () => {
  const say = (shift: object | null, kpis: object = KPIS) => {
    const asked: object[] = [];
    const shifts = (node: object) => {
      asked.push(node);
      return shift;
    };
    return { said: texts(refundFindings, { kpis, shifts }, {}), asked };
  };
  const shift = { z: 5, value: 0.12, usual: 0.05, length: 1 };

  test('above their usual are told of, as the refund rate of the goal', () => {
    const { said, asked } = say(shift);
    expect(said[0]).toMatch(
      /^More goes back than usual: the refund rate is 12\.?0*% instead of 5\.?0*%\. Owner: Ana\.$/,
    );
    expect(asked).toMatchObject([{ id: 'root', metric: 'refund_rate', unit: 'percent', accumulates: false }]);
    expect(say({ ...shift, length: 2 }).said[0]).toContain(' over two weeks instead of ');
  });

  test('within their ups and downs, or of a goal that is no money, are not', () => {
    expect(say({ ...shift, z: 4 }).said).toEqual([]);
    expect(say(null).said).toEqual([]);
    expect(say(shift, { tree: null, nodes: [] }).said).toEqual([]);
    expect(say(shift, { tree: { root: 0 }, nodes: [{ ...ROOT, unit: 'count' }] }).asked).toEqual([]);
  });
});

describe('a goal on one side of its former level', () => {
  /** Weekly values, the latest last. */
  const say = (
    values: readonly (number | null)[],
    node: object = ROOT,
    tree: object | null = { root: 0 },
  ) => {
    const signalWeeks = values.map((_, i) => ({ from: i, to: i + 6 }));
    const figure = (_: unknown, from: number) => ({
      value: values[from] ?? null,
      days: values[from] === null ? 3 : 7,
      of: 7,
    });
    return texts(
      runFindings,
      { kpis: { tree, nodes: [node] }, figures: { figure }, periods: { signalWeeks } },
      {},
    );
  };
  const base: number[] = new Array(10).fill(100);
  const run = (value: number): number[] => new Array(8).fill(value);

  test('for eight weeks in a row is told of', () => {
    expect(say([...base, ...run(130)])).toEqual([
      'GMV (Ana) is better than its former level for 8 weeks in a row: +30.0% on average.',
    ]);
    expect(say([...base, ...run(70)])).toEqual([
      'GMV (Ana) is worse than its former level for 8 weeks in a row: −30.0% on average.',
    ]);
  });

  test('is worse above it where less is better', () => {
    expect(say([...base, ...run(130)], { ...ROOT, direction: 'down' })).toEqual([
      'GMV (Ana) is worse than its former level for 8 weeks in a row: +30.0% on average.',
    ]);
  });

  test('is not one that came back once, hardly left, was never measured, or had nothing before', () => {
    expect(say([...base, ...run(130).slice(1), 90])).toEqual([]);
    expect(say([...base, ...run(110)])).toEqual([]);
    expect(say([...base, ...run(100)])).toEqual([]);
    expect(say([...base, ...run(130).slice(1), null])).toEqual([]);
    expect(say([...base.slice(1), ...run(130)])).toEqual([]);
    expect(say([...base.map(() => 0), ...run(130)])).toEqual([]);
    expect(say([...base, ...run(130)], ROOT, null)).toEqual([]);
  });
});

describe('a KPI off its own past', () => {
  const conversion = { z: 6, change: 0.5, value: 0.03, usual: 0.02, metricName: 'CVR', weeks: 1 };
  const account = (more: object | null) => ({
    ...{ platform: 'youtube', id: 'a', account: 'Anna', conversion: more && { ...conversion, ...more } },
  });

  test('names an account whose conversion clearly rose or fell', () => {
    const say = (more: object | null) =>
      texts(conversionFindings, {}, { content: { accounts: [account(more)] } })[0];
    expect(say({})).toMatch(/^Anna: CVR is up, 3\.?0*% instead of the usual 2\.?0*% \(\+50\.0%\)\.$/);
    expect(say({ z: -6, change: -0.5, weeks: 2 })).toMatch(/^Anna: CVR is down, .* over two weeks instead/);
    for (const more of [null, { z: 4 }, { change: 0.2 }]) expect(say(more)).toBeUndefined();
  });

  const shift = { z: 6, change: 0.5, value: 150, usual: 100, length: 1 };
  const say = (nodes: readonly (object | undefined)[], review: object) =>
    texts(
      nodeFindings,
      { kpis: { nodes }, shifts: () => shift },
      { guards: [], content: { accounts: [] }, ...review },
    );
  const node = (more: object) => ({
    ...{ id: 'n', name: 'N', owner: '', direction: 'up', unit: 'count', metric: 'views', guardrail: '' },
    ...{ parent: '', filter: { platform: '', account: '' }, ...more },
  });

  test('is not told of again where its account’s conversion, a gamed KPI or late comments say it', () => {
    expect(say([undefined, node({})], {})).toHaveLength(1);
    const cvr = node({ metric: 'cvr', filter: { platform: 'youtube', account: 'a' } });
    expect(say([cvr], { content: { accounts: [account({})] } })).toEqual([]);
    expect(say([cvr], { content: { accounts: [account(null)] } })).toHaveLength(1);
    expect(
      say([{ ...cvr, filter: { platform: 'youtube', account: '' } }], {
        content: { accounts: [account({})] },
      }),
    ).toHaveLength(1);
    const guards = [{ kind: 'gamed', subject: 'n' }];
    expect(
      say([node({ guardrail: 'g' }), node({ id: 'g' }), node({ id: 'x', name: 'X' })], { guards }),
    ).toEqual([expect.stringMatching(/^X /)]);
    const late = node({ metric: 'answered_in_time_rate' });
    expect(say([late], { guards: [{ kind: 'overdue_comments', subject: 'a' }] })).toEqual([]);
    expect(say([late], {})).toHaveLength(1);
  });

  test('is told of instead of the KPI that it is part of', () => {
    expect(say([node({ id: 'p', name: 'P' }), node({ parent: 'p' })], {})).toEqual([
      expect.stringMatching(/^N /),
    ]);
  });
});

describe('why the goal moved', () => {
  const driver = (id: string, effect: number) => ({ id, name: id.toUpperCase(), effect });
  const offset = (before: number, after: number, ...drivers: object[]) =>
    texts(offsetFindings, {}, { why: { goal: { name: 'GMV', unit: 'money', before, after }, drivers } });

  test('two drivers that cancel out are told of', () => {
    const both = [driver('a', 50), driver('b', -48)];
    expect(offset(100, 102, ...both)).toEqual([
      'GMV stands still because two things cancel out: A (+USD 50.00) and B (−USD 48.00).',
    ]);
    expect(offset(100, 110, ...both)).toEqual([]);
    expect(offset(100, 101, driver('a', 30), driver('b', -29))).toEqual([]);
    expect(offset(100, 150, driver('a', 50))).toEqual([]);
    expect(offset(0, 2, ...both)).toEqual([]);
    expect(texts(offsetFindings, {}, { why: { goal: null, drivers: both } })).toEqual([]);
  });

  const mix = (whole: object | null, more = {}) => {
    const lines = [
      { id: 'x', name: 'X', mixEffect: null },
      { id: 'y', name: 'Y', mixEffect: -3 },
    ];
    return texts(mixFindings, {}, { why: { platforms: { whole, rate: 'gpm', lines, ...more } } });
  };
  test('a shift between platforms is named by the one that did most', () => {
    const whole = { before: 10, after: 8, mixEffect: -3, rateEffect: 1 };
    expect(mix(whole)[0]).toMatch(
      /^Views moved between platforms, above all Y: GMV per view changed by −30\.0% .*did \+10\.0%\.$/,
    );
    expect(mix({ ...whole, mixEffect: -2 })).toEqual([]);
    expect(mix({ ...whole, before: 0 })).toEqual([]);
    expect(mix(null)).toEqual([]);
    expect(mix(whole, { rate: null })).toEqual([]);
    expect(mix(whole, { lines: [] })).toEqual([]);
  });

  test('a KPI near the top whose parts do not make it is told of', () => {
    const say = (more: object) =>
      texts(
        unexplainedFindings,
        {},
        {
          tree: [
            {
              id: 'n',
              name: 'N',
              owner: '',
              unit: 'count',
              depth: 1,
              unexplained: -20,
              actual: { value: 100 },
              ...more,
            },
          ],
        },
      );
    expect(say({})[0]).toMatch(/^N: −20 \(20\.?0*%\) is not explained by the KPIs below it/);
    expect(say({ unexplained: -9 })).toEqual([]);
    expect(say({ unexplained: null })).toEqual([]);
    expect(say({ depth: 2 })).toEqual([]);
    expect([say({ actual: { value: 0 } }), say({ actual: { value: null } })]).toEqual([[], []]);
  });
});

describe('content', () => {
  const clip = (more: object) => ({
    id: 'c',
    title: 'Clip',
    account: 'Anna',
    index: 1,
    views: 900,
    costToDate: 10,
    gmv: null,
    ...more,
  });
  const say = (rule: Rule, content: object) =>
    texts(rule, { kpis: goal() }, { tree, content: { basis: 'week', best: [], weakest: [], ...content } });
  const tree = [{ id: 'root', name: 'GMV', unit: 'money', actual: { value: 1000 } }];
  const goal = (more: object = {}) => {
    const filter = { platform: '', market: '', account: '', format: '' };
    return { tree: { root: 0 }, nodes: [{ ...ROOT, metric: 'gmv', source: 'performance', filter, ...more }] };
  };

  test('that brought a real part of the goal says so', () => {
    const viral = (more: object): string | undefined =>
      say(viralFindings, { best: [clip({ index: 9, ...more })] })[0];
    expect(viral({ gmv: 250 })).toMatch(/ the usual, and brought USD 250\.00, 25\.0% of GMV\.$/);
    for (const gmv of [99, null]) expect(viral({ gmv })).toMatch(/ the usual\.$/);
    const of = (kpis: object, value: number | null = 1000) =>
      texts(
        viralFindings,
        { kpis },
        {
          tree: [{ ...tree[0], actual: { value } }],
          content: { basis: 'week', best: [clip({ index: 9, gmv: 250 })], weakest: [] },
        },
      )[0];
    expect(of(goal())).toContain('25.0% of GMV');
    for (const more of [{ metric: 'cost' }, { source: 'orders' }, { filter: { account: 'b' } }])
      expect(of(goal(more))).toMatch(/ the usual\.$/);
    for (const value of [0, null]) expect(of(goal(), value)).toMatch(/ the usual\.$/);
    expect(of({ tree: null, nodes: [] })).toMatch(/ the usual\.$/);
  });

  test('with many times its usual views is told of, in a review of a week with a usual', () => {
    expect(say(viralFindings, { best: [clip({ index: 9 })] })[0]).toMatch(
      /^“Clip” \(Anna\) has 900 views this week, 9/,
    );
    expect(say(viralFindings, { best: [clip({ index: 9, views: null })] })[0]).toContain('has 0 views');
    expect(
      say(viralFindings, { best: [clip({ index: 7.9 }), clip({ index: null }), clip({ index: 9 })] }),
    ).toEqual([]);
    expect(say(viralFindings, { best: [clip({ index: 9 })], basis: 'total' })).toEqual([]);
  });

  test('that cost twice the usual and that hardly anyone saw is told of', () => {
    const best = [clip({}), clip({}), clip({ costToDate: null })];
    const flop = (more: object, others: object[] = best) =>
      say(flopFindings, { best: others, weakest: [clip({ index: 0.05, costToDate: 40, ...more })] });
    expect(flop({})[0]).toMatch(/^“Clip” \(Anna\) cost USD 40\.00 and has 5\.?0*% of the usual views\.$/);
    expect(flop({ costToDate: 19 })).toEqual([]);
    expect(flop({ costToDate: null })).toEqual([]);
    expect(flop({ costToDate: null }, [])).toEqual([]);
    expect([flop({ index: 0.08 }), flop({ index: null })]).toEqual([[], []]);
    expect(say(flopFindings, { best, weakest: [] })).toEqual([]);
  });
});

test('a KPI clearly below plan for weeks in a row is told of, where each week has a plan', () => {
  const sixWeeks = Array.from({ length: 6 }, (_, i) => ({ from: i, to: i }));
  const say = (weeks: (number | null)[], plan: number | null, more: object = {}) => {
    const node = { ...ROOT, method: 'ratio', ...more };
    const line = { id: 'root', name: 'GMV', owner: '', depth: 0, weeks };
    return texts(
      behindFindings,
      {
        kpis: { tree: { root: 0 }, nodes: [undefined, node] },
        plans: { planOf: () => plan },
        periods: { sixWeeks },
      },
      { tree: [line] },
    );
  };
  const low = new Array(6).fill(10);
  expect(say(low, 100)).toHaveLength(1);
  expect(say(low, 100)[0]).toContain('10');
  expect(say(low, null)).toEqual([]);
  expect(say(low, 0)).toEqual([]);
  expect(say([...low.slice(1), null], 100)).toEqual([]);
  expect(say([...low.slice(1), 100], 100)).toEqual([]);
  expect(say([10], 100)).toEqual([]);
  expect(say(low, 100, { method: 'none' })).toEqual([]);
  expect(say(low, 100, { direction: 'down' })).toEqual([]);
  expect(say(low, 100, { id: 'other' })).toEqual([]);
});

describe('a quarter', () => {
  /** Its plan is 900 in 90 days. */
  const say = (value: number | null, days: number, node: object = {}) => {
    const line = {
      id: 'root',
      name: 'GMV',
      owner: 'Ana',
      unit: 'money',
      depth: 0,
      qtd: { value, days, of: days },
    };
    const periods = { quarterToDate: { from: 0, to: days - 1 }, quarterEnd: 89 };
    const nodes = [undefined, { ...ROOT, accumulates: true, ...node }];
    return texts(
      quarterFindings,
      { kpis: { tree: { root: 1 }, nodes }, plans: { planOf: () => 900 }, periods },
      { tree: [line] },
    );
  };

  test('that has its plan already is told of, however much of it is left', () => {
    expect(say(900, 60)).toEqual([
      expect.stringMatching(/^GMV \(Ana\) has reached the plan .*: USD 900\.00 of/),
    ]);
    expect(say(899, 60)).toEqual([]);
    expect(say(950, 90)).toHaveLength(1);
  });

  test('that will be missed at its pace is told of once a third of it is over, and not when it is', () => {
    expect(say(250, 30)).toEqual([expect.stringMatching(/^GMV \(Ana\).*USD 750\.00/)]);
    expect(say(260, 30)).toEqual([]);
    expect(say(100, 29)).toEqual([]);
    expect(say(700, 90)).toEqual([]);
  });

  test('of what is no amount, is to fall, or was not measured says nothing', () => {
    expect(say(900, 60, { accumulates: false })).toEqual([]);
    expect(say(900, 60, { direction: 'down' })).toEqual([]);
    expect([say(null, 60), say(0, 0)]).toEqual([[], []]);
  });
});

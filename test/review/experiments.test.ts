import { renderExperiments } from '../../src/review/render/experiments.ts';
import { layOut } from '../../src/review/render/index.ts';
import { COLORS } from '../../src/workbook/formats.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, MONDAY, SUNDAY } from './support.ts';

/** A published example: z 2.8237, p 0.004747. */
const won: RowValues = { visitors_a: 1200, conversions_a: 144, visitors_b: 1200, conversions_b: 192 };
const trial = (id: string, more: RowValues = {}): RowValues => ({
  ...{
    id,
    hypothesis: `If ${id}`,
    variable: 'hook',
    kind: 'split',
    arm_a: 'Ask',
    arm_b: 'Tell',
    metric: 'cvr',
  },
  ...{ owner: 'Bo', start: MONDAY - 14, planned_n: 1100, ...won },
  ...more,
});
const section = (...experiments: RowValues[]) => build({ experiments }).review.experiments;
const only = (more: RowValues) => {
  const [found] = section(trial('t', more));
  if (found === undefined) throw new Error('No test');
  return found;
};

describe('which tests are shown', () => {
  test.each<[string, RowValues, boolean]>([
    ['runs without an end', {}, true],
    ['runs until a later day', { end: SUNDAY + 9 }, true],
    ['ended on the first day', { end: MONDAY, decision: 'a' }, true],
    ['ended on the last day', { end: SUNDAY, decision: 'b' }, true],
    ['ended before and was decided', { end: MONDAY - 1, decision: 'b' }, false],
    ['ended before and waits for a decision', { end: MONDAY - 1 }, true],
    ['was stopped before its end', { end: SUNDAY + 1, decision: '已中止' }, true],
    ['begins on the last day', { start: SUNDAY }, true],
    ['begins after the week', { start: SUNDAY + 1 }, false],
    ['is an example', { id: 'EXAMPLE-1' }, false],
    ['is an empty row', { id: null, hypothesis: null }, false],
  ])('one that %s', (_, more, isShown) => {
    expect(section(trial('t', more))).toHaveLength(isShown ? 1 : 0);
  });
  test('what waits for a decision first, what runs last', () => {
    const running = trial('running', { planned_n: 5000 });
    const lines = section(running, trial('decided', { decision: 'b', end: SUNDAY }), trial('due'));
    expect(lines.map(({ id, isDue }) => [id, isDue])).toEqual([
      ['due', true],
      ['decided', false],
      ['running', false],
    ]);
  });
});

describe('what a test says', () => {
  test('a winner at the planned size', () => {
    const line = only({});
    expect(line).toMatchObject({ state: 'B', kind: 'split', rateA: 0.12, rateB: 0.16, isDue: true });
    expect([line.difference, line.p, line.progress].map((value) => value?.toFixed(6))).toEqual([
      '0.040000',
      '0.004747',
      '1.090909',
    ]);
    expect(line).toMatchObject({ start: '2026-07-13', end: null, owner: 'Bo', variable: 'hook' });
  });
  test('none before, however small p is', () => {
    expect(only({ planned_n: 1201 })).toMatchObject({ state: 'running', isDue: false });
    expect(only({ planned_n: 1201 }).p).toBeCloseTo(0.004747, 6);
    expect(only({ planned_n: null })).toMatchObject({ state: 'running', progress: null, isDue: false });
  });
  test('no difference', () => {
    expect(only({ conversions_b: 150 })).toMatchObject({ state: 'none', isDue: true });
    expect(only({ conversions_a: 0, conversions_b: 0 })).toMatchObject({
      state: 'none',
      p: null,
      difference: 0,
    });
  });
  test('a decision that was made is not due, whatever its word', () => {
    expect(only({ decision: '采用 B' })).toMatchObject({ state: 'B', decision: 'b', isDue: false });
    expect(only({ decision: 'Ask Lin' })).toMatchObject({ decision: 'Ask Lin', isDue: false });
  });
  test('the sequential rule: 48 ahead of 2.25 · √400 = 45, and 336 of 400 conversions', () => {
    const early = only({ kind: '随机分流（序贯）', planned_n: 400 });
    expect(early).toMatchObject({ kind: 'sequential', state: 'B', progress: 0.84, isDue: true });
    expect(only({ kind: 'sequential', planned_n: 500 }).state).toBe('running');
  });
  test('pairs, unknown kinds and counts that cannot be say nothing', () => {
    const nothing = { rateA: null, rateB: null, difference: null, p: null, progress: null, state: 'unknown' };
    expect(only({ kind: 'pairs', end: SUNDAY })).toMatchObject({ ...nothing, kind: 'pairs', isDue: false });
    expect(only({ kind: 'Duel' })).toMatchObject({ ...nothing, kind: '' });
    expect(only({ conversions_a: null })).toMatchObject(nothing);
    expect(only({ conversions_a: 'many' })).toMatchObject(nothing);
    expect(only({ conversions_a: 1201 })).toMatchObject(nothing);
    expect(only({ visitors_a: 0, conversions_a: 0 })).toMatchObject(nothing);
    expect(only({ kind: null }).kind).toBe('split');
  });
});

describe('in the tab', () => {
  const experiments = [
    trial('=due()'),
    trial('went', { decision: 'none', end: SUNDAY, metric: 'my own', owner: '=1+1', variable: 'Smell' }),
    trial('__proto__', { kind: 'pairs', hypothesis: null }),
    trial('short', { planned_n: 1500, conversions_b: 145 }),
  ];

  test('a row a test', () => {
    const tab = shown(renderExperiments, build({ experiments }).review);
    const days = ['2026-07-13', null];
    const arms = ['Ask', 'Tell'];
    const cvr = 'CVR (orders per view)';
    const p = tab.values[3]?.[7] as number;
    expect(p).toBeCloseTo(0.004747, 6);
    expect(
      tab.values.map((row) =>
        row.map((value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)),
      ),
    ).toEqual([
      [],
      ['Experiments'],
      [
        ...['Hypothesis', 'Owner', 'Result', 'Decision', 'B − A', 'Rate A', 'Rate B', 'p-value'],
        ...['Size reached', 'Start', 'End', 'Variable', 'Metric', 'Arm A', 'Arm B'],
      ],
      [
        'If =due()',
        'Bo',
        '● B wins',
        '■ Decide now',
        4,
        0.12,
        0.16,
        0.0047,
        1.0909,
        ...days,
        'Hook',
        cvr,
        ...arms,
      ],
      [
        ...['If went', '=1+1', '● B wins', 'No difference', 4, 0.12, 0.16, 0.0047, 1.0909],
        ...['2026-07-13', '2026-08-02', 'Smell', 'my own', ...arms],
      ],
      [
        '__proto__',
        'Bo',
        '– Content pairs',
        null,
        null,
        null,
        null,
        null,
        null,
        ...days,
        'Hook',
        cvr,
        ...arms,
      ],
      [
        'If short',
        'Bo',
        '▲ Keep running',
        null,
        0.0833,
        0.12,
        0.1208,
        0.95,
        0.8,
        ...days,
        'Hook',
        cvr,
        ...arms,
      ],
      [
        'Content pairs have no result here: views of one item are not independent, so that counts say nothing. Compare the items’ rates with KPI_ITEM_TEST.',
      ],
    ]);
    expect(tab.cell(3, 5).format?.numberFormat?.pattern).toBe('+0.00" pp";-0.00" pp";0.00" pp"');
    expect(tab.cell(6, 5).format?.numberFormat?.pattern).toBe('+0.00" pp";-0.00" pp";0.00" pp"');
    expect(tab.cell(3, 3).format?.backgroundColor).toBe(COLORS.greenFill);
    expect(tab.cell(3, 4).format?.textFormat?.foregroundColor).toBe(COLORS.redText);
    expect(tab.cell(6, 8).format?.textFormat?.foregroundColor).toBe(COLORS.quiet);
    expect(tab.rowOf('experiment:=due():difference')).toBe(3);
    expect(tab.rowOf('experiment:__proto__:difference')).toBe(5);
  });
  test('in Chinese', () => {
    const tab = shown(renderExperiments, build({ experiments }, { language: 'zh-CN' }).review);
    expect(tab.values.slice(1, 3)).toEqual([
      ['A/B 测试'],
      [
        ...['假设', '负责人', '结果', '决定', 'B − A', 'A 组比率', 'B 组比率', 'p 值'],
        ...['样本量进度', '开始日期', '结束日期', '变量', '指标', 'A 组', 'B 组'],
      ],
    ]);
    expect(tab.values.slice(3, 7).map(([, , result, decision]) => [result, decision])).toEqual([
      ['● B 胜出', '■ 请做决定'],
      ['● B 胜出', '无差异'],
      ['– 内容对照', null],
      ['▲ 继续测试', null],
    ]);
    expect(tab.values.at(-1)).toEqual([
      '内容对照在此没有结果：同一条内容的播放彼此不独立，不能按次数判定。请用 KPI_ITEM_TEST 逐条比较各内容的比率。',
    ]);
    expect(tab.cell(3, 5).format?.numberFormat?.pattern).toContain('百分点');
  });
  test('without counts there is no result yet, and no call to decide', () => {
    const { review } = build({ experiments: [trial('t', { visitors_b: null })] });
    const { values } = shown(renderExperiments, review);
    expect(values[3]?.slice(0, 4)).toEqual(['If t', 'Bo', '– No result yet', null]);
  });
  test('no heading where there is no test', () => {
    const { review } = build({ experiments: [trial('EXAMPLE-1')] });
    expect(shown(renderExperiments, review).values).toEqual([]);
    const texts = layOut(review).rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect(texts).not.toContain('Experiments');
    expect(texts).toContain('Plan');
  });
});

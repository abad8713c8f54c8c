import { renderPeople } from '../../src/review/render/people.ts';
import { COLORS } from '../../src/workbook/formats.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const tree: RowValues[] = [
  { id: 'gmv', name: 'GMV', metric: 'gmv', unit: 'money', operator: 'product', owner: 'Lin', weight: 3 },
  { id: 'views', name: 'Views', parent: 'gmv', metric: 'views', owner: 'Mei', weight: 1 },
  { id: 'cvr', name: 'CVR', parent: 'gmv', metric: 'cvr', unit: 'percent', owner: 'Lin', weight: 1 },
  { id: 'aov', name: 'AOV', parent: 'gmv', metric: 'aov', unit: 'money' },
  { id: 'likes', name: 'Likes', parent: 'gmv', kind: 'influence', metric: 'likes', owner: 'Ada' },
];
const plan = (node: string, target: number): RowValues => ({ node, from: MONDAY, to: SUNDAY, target });
const action = (id: string, owner: string, more: RowValues = {}): RowValues => ({
  ...{ id, owner, week: '2026-W30', action: 'Do', status: 'open' },
  ...more,
});
const rows: Rows = {
  tree,
  targets: [plan('gmv', 2000), plan('views', 1000), plan('cvr', 0.025), plan('aov', 50)],
  performance: [fact('1', MONDAY, SUNDAY, { gmv: 1000, orders: 50, views: 1000 })],
  team: [
    { name: 'Mei', role: '运营', nodes: 'views' },
    { name: 'Tao', role: 'Star', nodes: 'Anything， aov; likes' },
    { name: 'Nobody', role: 'analyst' },
  ],
  actions: [
    action('1', 'mei ', { due: MONDAY }),
    action('2', 'Mei'),
    action('3', 'Mei', { status: 'done' }),
    action('4', 'Kim', { due: MONDAY }),
    action('5', 'Zoe'),
    action('6', ''),
    action('7', 'Lin', { week: '2026-W31', status: 'doing', due: SUNDAY }),
  ],
  content: [
    { id: 'a', planned: MONDAY, published: MONDAY, planner: 'Mei', editor: 'MEI', operator: 'Lin' },
    { id: 'b', planned: SUNDAY, status: 'ready', writer: 'Lin' },
    { id: 'c', planned: SUNDAY, status: 'paused', writer: 'Lin' },
    { id: 'd', published: SUNDAY, operator: 'Lin' },
    { id: 'EXAMPLE-1', planned: MONDAY, published: MONDAY, operator: 'Lin' },
    { id: 'e', planned: MONDAY - 1, status: 'ready', operator: 'Lin' },
  ],
};

test('a cell with two owners is two people, however their names are typed, and never a third', () => {
  const { people } = build({
    ...rows,
    tree: tree.map((row) => (row.id === 'gmv' ? { ...row, owner: 'Lin、ＭＥＩ' } : row)),
    team: [...(rows.team ?? []), { name: 'Smith, Jo' }],
    actions: [action('1', 'mei, Kim', { due: MONDAY }), action('2', 'Smith, Jo', { due: MONDAY })],
  }).review;
  expect(people.map(({ name }) => name).sort()).toEqual(['Ada', 'Kim', 'Lin', 'Mei', 'Smith, Jo', 'Tao']);
  const mei = people.find(({ name }) => name === 'Mei');
  expect([mei?.kpis.map(({ id }) => id), mei?.overdueActions]).toEqual([['gmv', 'views'], 1]);
});

describe('who answers for what', () => {
  const { people } = build(rows).review;
  const line = (name: string) => people.find((person) => person.name === name);

  test('owners of KPIs and people with overdue actions, the lowest score first', () => {
    expect(people.map(({ name, score }) => [name, score])).toEqual([
      ['Tao', 0.4],
      ['Lin', (3 * 0.5 + 1.5) / 4],
      ['Mei', 1],
      ['Kim', null],
      ['Ada', null],
    ]);
  });
  test('KPIs with the tree’s figures, the furthest from its plan first', () => {
    expect(line('Lin')?.kpis).toEqual([
      {
        ...{ id: 'gmv', name: 'GMV', unit: 'money', plan: 2000, attainment: 0.5, status: 'red' },
        actual: { value: 1000, days: 7, of: 7, estimated: false },
      },
      {
        ...{ id: 'cvr', name: 'CVR', unit: 'percent', plan: 0.025, attainment: 2, status: 'green' },
        actual: { value: 0.05, days: 7, of: 7, estimated: false },
      },
    ]);
    expect(line('Ada')?.kpis.map(({ id, attainment, status }) => [id, attainment, status])).toEqual([
      ['likes', null, 'none'],
    ]);
  });
  test('the sheet team names owners only where the tree has none, by id or name', () => {
    expect(line('Tao')).toMatchObject({ role: 'Star', kpis: [{ id: 'aov' }] });
    expect(line('Mei')).toMatchObject({ role: 'operator', kpis: [{ id: 'views' }] });
    expect(line('Nobody')).toBeUndefined();
  });
  test('actions that are open or overdue, however the name is typed', () => {
    expect(
      people.map(({ name, openActions, overdueActions }) => [name, openActions, overdueActions]),
    ).toEqual([
      ['Tao', 0, 0],
      ['Lin', 1, 1],
      ['Mei', 2, 1],
      ['Kim', 1, 1],
      ['Ada', 0, 0],
    ]);
  });
  test('content of the week, each item once for each person', () => {
    expect(people.map(({ name, planned, published }) => [name, planned, published])).toEqual([
      ['Tao', 0, 0],
      ['Lin', 2, 2],
      ['Mei', 1, 1],
      ['Kim', 0, 0],
      ['Ada', 0, 0],
    ]);
  });
  test('one KPI counts up to the cap of the settings', () => {
    const capped = build({ ...rows, settings: [{ key: 'score_cap', value: 1 }] }).review.people;
    expect(capped.find(({ name }) => name === 'Lin')?.score).toBeCloseTo((3 * 0.5 + 1) / 4, 12);
  });
});

describe('in the tab', () => {
  const header = ['Person', 'KPI', 'Actual', 'Plan', 'Attainment', 'Status'];
  const own = ['Score', 'Planned', 'Published', 'Open actions', 'Overdue'];

  test('a row for each KPI, the person once', () => {
    const tab = shown(renderPeople, build(rows).review);
    expect(tab.values).toEqual([
      [],
      ['People'],
      [...header, ...own],
      ['Tao · Star', 'AOV', 20, 50, 0.4, '■ Red', 40, 0, 0, 0, 0],
      ['Lin', 'GMV', 1000, 2000, 0.5, '■ Red', 75, 2, 2, 1, 1],
      [null, 'CVR', 0.05, 0.025, 2, '● Green'],
      ['Mei · Operator', 'Views', 1000, 1000, 1, '● Green', 100, 1, 1, 2, 1],
      ['Kim', null, null, null, null, null, null, 0, 0, 1, 1],
      ['Ada', 'Likes', null, null, null, '–', null, 0, 0, 0, 0],
    ]);
    expect(tab.rowOf('people:Lin:score')).toBe(4);
    expect(tab.cell(4, 3).format?.numberFormat?.pattern).toBe('#,##0.00');
    expect(tab.cell(5, 3).format?.numberFormat?.pattern).toBe('0.00%');
    expect(tab.cell(4, 6).format?.backgroundColor).toBe(COLORS.redFill);
    expect(tab.cell(4, 11).format?.textFormat?.foregroundColor).toBe(COLORS.redText);
    expect(tab.cell(3, 11).format?.textFormat).toBeUndefined();
  });
  test('in Chinese', () => {
    const { values } = shown(renderPeople, build(rows, { language: 'zh-CN' }).review);
    expect(values.slice(1, 3)).toEqual([
      ['人员'],
      [
        ...['人员', 'KPI', '实际', '目标', '达成率', '状态'],
        ...['得分', '计划条数', '发布条数', '未完成行动', '逾期行动'],
      ],
    ]);
    expect(values[6]?.slice(0, 6)).toEqual(['Mei · 运营', 'Views', 1000, 1000, 1, '● 绿']);
  });
  test('nobody answers for anything', () => {
    expect(shown(renderPeople, build({}).review).values).toEqual([
      [],
      ['People'],
      ['No KPI has an owner yet. Name one in the column “Owner” of the KPI tree.'],
    ]);
    const { values } = shown(renderPeople, build({}, { language: 'zh-CN' }).review);
    expect(values.at(-1)).toEqual(['还没有 KPI 指定负责人。请在 KPI 树的“负责人”列填写。']);
  });
  test('names that look like formulas, or like what objects have, stay text', () => {
    const names = ['=1+1', '__proto__', 'constructor', 'toString', '{count}', '<b>'];
    const owned = names.map((owner, i) => ({ id: `n${i}`, metric: 'views', owner, name: owner }));
    const { review } = build({ tree: owned, actions: names.map((owner, i) => action(`${i}`, owner)) });
    expect(review.people.map(({ name, openActions }) => [name, openActions])).toEqual(
      names.map((name) => [name, 1]),
    );
    const tab = shown(renderPeople, review);
    expect(tab.values.slice(3).map(([name, kpi]) => [name, kpi])).toEqual(names.map((name) => [name, name]));
    expect(tab.rowOf('people:__proto__:score')).toBe(4);
  });
});

test.each([
  ['en', 'Operator', 'Mei, Bo'],
  ['zh-CN', '运营', 'Mei、Bo'],
] as const)('a role that owns a KPI is the people who have it, in %s', (language, role, names) => {
  const team = [...(rows.team ?? []), { name: 'Bo', role: 'Operator' }];
  const owned = tree.map((row) => (row.id === 'views' ? { ...row, owner: role } : row));
  const { review } = build({ ...rows, team, tree: owned }, { language });
  expect(review.tree.find(({ id }) => id === 'views')?.owner).toBe(names);
  expect(review.people.find(({ name }) => name === 'Bo')?.kpis.map(({ id }) => id)).toEqual(['views']);
  expect(review.people.map(({ name }) => name)).not.toContain(role);
});

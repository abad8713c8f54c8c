import { say } from '../../sidebar/language.ts';
import { type Harness, startHarness } from './harness.ts';
import { stateOf } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const DONE = { value: { kpis: 12, targets: 9, kept: '', sentence: 'It is done.' } };

test.each(['en', 'zh-CN'] as const)(
  'a goal with its growth is sent, and the answer shown (%s)',
  async (language) => {
    const sidebar = await harness.open({
      sidebarState: [{ value: stateOf({ language }) }],
      applyModel: [DONE],
    });
    const { page } = sidebar;
    await page.getByRole('button', { name: say(language, 'UI_GOAL_APPLY') }).click();
    await page.getByText('It is done.').waitFor();
    const request = (await sidebar.calls()).find(({ name }) => name === 'applyModel')?.request;
    expect(request).toEqual({ model: 'gmv_growth', growth: 0.2, from: '2026-11-22', to: '2026-12-31' });
    expect(await sidebar.faults()).toEqual([]);
    expect(await sidebar.overflow()).toBe(0);
    expect(sidebar.errors).toEqual([]);
    await sidebar.close();
  },
);

test('without growth no target is asked for, and no days', async () => {
  const sidebar = await harness.open({ sidebarState: [{ value: stateOf() }], applyModel: [DONE] });
  const { page } = sidebar;
  await page.getByLabel('Goal', { exact: true }).selectOption('live');
  expect(await page.getByLabel('First day').count()).toBe(0);
  await page.getByRole('button', { name: 'Write the KPI tree' }).click();
  await page.getByText('It is done.').waitFor();
  expect((await sidebar.calls()).find(({ name }) => name === 'applyModel')?.request).toEqual({
    model: 'live',
  });
  await sidebar.close();
});

test('a tree that is there is replaced only after a question', async () => {
  const sidebar = await harness.open({
    sidebarState: [{ value: stateOf({ treeRows: 8 }) }],
    applyModel: [DONE],
  });
  const { page } = sidebar;
  const applied = async () => (await sidebar.calls()).filter(({ name }) => name === 'applyModel');
  await page.getByRole('button', { name: 'Write the KPI tree' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await applied()).toEqual([]);
  await page.getByRole('button', { name: 'Write the KPI tree' }).click();
  expect(await sidebar.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Replace it' }).click();
  await page.getByText('It is done.').waitFor();
  expect((await applied()).map(({ request }) => request)).toEqual([
    { model: 'gmv_growth', growth: 0.2, from: '2026-11-22', to: '2026-12-31', replace: true },
  ]);
  await sidebar.close();
});

const GOALS = (lacking: readonly string[]) =>
  stateOf().goals.map((goal) => ({ ...goal, isLacking: lacking.includes(goal.model) }));

test('the goal that the imports can feed is the preset, with its growth', async () => {
  const state = stateOf({ goals: GOALS(['gmv_growth']), proposed: 'live' });
  const sidebar = await harness.open({ sidebarState: [{ value: state }] });
  const { page } = sidebar;
  expect(await page.getByLabel('Goal', { exact: true }).inputValue()).toBe('live');
  await page.getByLabel('Goal', { exact: true }).selectOption('gmv_growth');
  await page.getByText('What was imported so far cannot measure all KPIs of this goal.').waitFor();
  expect(await page.getByLabel('Growth wanted (%)').inputValue()).toBe('20');
  expect(await sidebar.faults()).toEqual([]);
  await sidebar.close();
});

test.each([
  ['en', 'No data yet for GMV: import a file of orders (of any shop).', 'Take the goal “Sell live” instead'],
  ['zh-CN', '还没有 GMV 的数据：请导入订单文件（任何店铺均可）。', '改用目标“直播带货”'],
] as const)(
  'KPIs without a source are told, and the goal that suits is offered (%s)',
  async (language, sentence, offer) => {
    const { goals } = stateOf({ language });
    const state = stateOf({ language, goals, proposed: 'live', treeRows: 8, unfed: [sentence] });
    const sidebar = await harness.open({ sidebarState: [{ value: state }] });
    const { page } = sidebar;
    const goal = page.getByLabel(say(language, 'UI_GOAL'), { exact: true });
    await page.getByText(sentence).waitFor();
    await goal.selectOption('gmv_growth');
    await page.getByRole('button', { name: offer }).click();
    expect(await goal.inputValue()).toBe('live');
    expect(await sidebar.overflow()).toBe(0);
    expect(await sidebar.faults()).toEqual([]);
    await sidebar.close();
  },
);

test.each([
  [[], 'Choose a goal: its targets wait for data, so import some first', 'Bring in exports'],
  [
    [{ platform: 'youtube', id: 'a', name: 'Art' }],
    'Choose a goal: its targets are not set yet. Write the tree again once four whole weeks have data',
    'KPI tree',
  ],
])('a goal without targets is no step that is done (%#)', async (accounts, step, heading) => {
  const sidebar = await harness.open({
    sidebarState: [{ value: stateOf({ accounts }) }],
    applyModel: [{ value: { ...DONE.value, targets: 0, isPartial: true } }],
  });
  const { page } = sidebar;
  await page.getByRole('button', { name: 'Write the KPI tree' }).click();
  await page.getByRole('button', { name: step }).click();
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  await sidebar.close();
});

test('an empty review ticks neither the team nor the data nor the goal', async () => {
  const reviews = [{ period: '2026-W46', state: 'draft' as const, sheetId: 1, title: '2026-W46' }];
  const sidebar = await harness.open({ sidebarState: [{ value: stateOf({ reviews }) }] });
  const open = sidebar.page.locator('.steps li:has(button)');
  await open.first().waitFor();
  expect(await open.locator('button').allInnerTexts()).toEqual([
    'Fill in the team',
    'Bring in data',
    'Choose a goal',
    'Turn the automation on',
  ]);
  await sidebar.close();
});

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

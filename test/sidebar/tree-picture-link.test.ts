import type { TreeRow } from '../../src/addon/tree-api.ts';
import { sidebar as texts } from '../../src/text/en/sidebar.ts';
import { type Harness, startHarness } from './harness.ts';
import { type Script, stateOf } from './server.ts';
import { figuresOf, kpi, opened } from './tree-examples.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const rowsNamed = (name: string): TreeRow[] => [kpi('gmv', null, { name, metric: 'gmv', unit: 'money' })];

async function openTab(open: NonNullable<Script['openTreePicture']>) {
  const rows = rowsNamed('GMV');
  const sidebar = await harness.open({
    sidebarState: [{ value: stateOf({ treeRows: rows.length }) }],
    readTree: [rows, rowsNamed('Sales')].map((each) => ({ value: opened('en', { rows: each }) })),
    treeFigures: [{ value: figuresOf(rows) }],
    openTreePicture: open,
  });
  await sidebar.page.getByRole('tab', { name: texts.UI_TAB_TREE }).click();
  const link = sidebar.page.getByRole('button', { name: 'Picture of the tree' });
  await link.waitFor();
  const calls = async (wanted: string) =>
    (await sidebar.calls()).filter(({ name }) => name === wanted).length;
  return { ...sidebar, link, calledTimes: calls };
}

const back = () => window.dispatchEvent(new Event('focus'));

test('the picture is opened from the tab; what was changed there is read once somebody comes back', async () => {
  const sidebar = await openTab([{ value: {} }]);
  const { page, link } = sidebar;
  await page.evaluate(back);
  await link.click();
  await page.waitForFunction(() =>
    (window as unknown as { fakeCalls: { name: string }[] }).fakeCalls.some(
      ({ name }) => name === 'openTreePicture',
    ),
  );
  expect(await sidebar.calledTimes('readTree')).toBe(1);
  await page.evaluate(back);
  await page.getByRole('treeitem', { name: 'Sales' }).waitFor();
  expect(await sidebar.calledTimes('readTree')).toBe(2);
  expect([await sidebar.faults(), await sidebar.overflow(), sidebar.errors]).toEqual([[], 0, []]);
  await sidebar.close();
});

test('what is not saved is told, and kept when somebody comes back', async () => {
  const sidebar = await openTab([{ sentence: 'Not now.' }, { value: {} }]);
  const { page, link } = sidebar;
  expect(await page.getByText('It shows what is saved.').count()).toBe(0);
  await page.locator('[data-field=name]').fill('Mine');
  await page.getByText('It shows what is saved.').waitFor();
  await link.click();
  await page.getByText('Not now.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Not now.').waitFor({ state: 'detached' });
  await page.evaluate(back);
  expect(await sidebar.calledTimes('readTree')).toBe(1);
  expect(await page.locator('[data-field=name]').inputValue()).toBe('Mine');
  await sidebar.close();
});

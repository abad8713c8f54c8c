import type { Page } from 'playwright-core';
import { sayIn } from '../../sidebar/picture/language.ts';
import type { TargetRow, TreeConflict } from '../../src/addon/tree-api.ts';
import { type Harness, startHarness } from './harness.ts';
import { figures, goodServer, saved, TARGET, treeState } from './picture-example.ts';
import type { Script } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('picture');
});
afterAll(() => harness.close());

const WIDE = { width: 1180, height: 720 };

async function opened(
  language: 'en' | 'zh-CN',
  script: Script = goodServer(language),
  theme: 'light' | 'dark' = 'light',
) {
  const dialog = await harness.open(script, { locale: language, size: WIDE, theme });
  const words = sayIn(language);
  await dialog.page.getByRole('tab', { name: words('PIC_TAB_CASCADE') }).click();
  return { ...dialog, words };
}

const goalOf = (page: Page) => page.getByLabel(/^Goal \(/);

/** The number that stands in a column of a KPI's line. */
async function shown(page: Page, row: number, column: number): Promise<string> {
  return (await page.locator('tbody tr').nth(row).locator('th, td').nth(column).textContent()) ?? '';
}

const sentTargets = async (dialog: { calls(): Promise<{ name: string; request: unknown }[]> }) =>
  (await dialog.calls()).flatMap(({ name, request }) =>
    name === 'saveTree'
      ? [request as { rows: { was: string; row: { weight: number } }[]; targets: TargetRow[] }]
      : [],
  );

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('a goal closes as it is typed, in the %s theme', async (theme) => {
    const dialog = await opened(language, undefined, theme);
    const { page, words } = dialog;
    const name = words('PIC_IN_UNIT', { label: words('CAS_VALUE'), unit: '%' });
    const value = page.getByRole('textbox', { name });
    await value.fill('50');
    // 28 days were 4 × 1,032,720; 40 days are left of the quarter.
    const wanted = ((1_032_720 * 4 * 40) / 28) * 1.5;
    const text = `USD ${new Intl.NumberFormat('en').format(Math.round(wanted))}`;
    await page.getByText(words('CAS_CLOSES', { value: text })).waitFor();
    expect(await shown(page, 0, 2)).toBe(text);
    expect(await shown(page, 0, 3)).toBe('+50.0%');
    expect(await dialog.faults()).toEqual([]);
    expect(await dialog.overflow()).toBe(0);
    expect(dialog.errors).toEqual([]);
    await dialog.close();
  });
});

test('targets that are saved close by hand: sum and product, to the last digit', async () => {
  const state = treeState('en');
  const dialog = await opened('en', goodServer('en', { saveTree: [{ value: saved(state, 'Done so') }] }));
  const { page } = dialog;
  await goalOf(page).fill('20');
  await page.getByLabel('Share of Orders from TikTok Shop').fill('80');
  expect(await page.getByLabel('Share of Orders from Shopee').inputValue()).toBe('20');
  await page.getByLabel('Lock Order value').check();
  await page.getByLabel('Target of Order value').fill('90');
  await page.getByText('It closes').waitFor();
  await page.getByRole('button', { name: 'Save targets' }).click();
  await page.getByText('Done so').waitFor();
  const [sent] = await sentTargets(dialog);
  const target = (id: string) => sent?.targets.find(({ node }) => node === id)?.target ?? Number.NaN;
  const orders = target('views') * target('cvr') + target('shopee');
  expect(target('orders') / orders).toBeCloseTo(1, 9);
  expect(target('gmv') / (orders * target('aov'))).toBeCloseTo(1, 9);
  expect(target('aov')).toBe(90);
  const baseline = (id: string) => sent?.targets.find(({ node }) => node === id)?.baseline ?? Number.NaN;
  const change = (id: string) => target(id) - baseline(id);
  expect(change('tiktok') / change('orders')).toBeCloseTo(0.8, 9);
  expect(sent?.targets.every(({ how }) => how === 'cascade')).toBe(true);
  expect(sent?.targets.find(({ node }) => node === 'aov')?.locked).toBe(true);
  const weights = sent?.rows.flatMap(({ was, row }) =>
    ['tiktok', 'shopee'].includes(was) ? [row.weight] : [],
  );
  expect(weights).toEqual([1.6, 0.4]);
  await dialog.close();
});

test.each(['en', 'zh-CN'] as const)(
  'a goal without a target is asked for it first, in %s',
  async (language) => {
    const dialog = await opened(language);
    const { page, words } = dialog;
    const name = language === 'en' ? 'GMV' : 'GMV（成交金额）';
    await page.getByText(words('CAS_TYPE_GOAL', { name })).waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.getByRole('status').filter({ hasText: /./ }).count()).toBe(1);
    await page.getByLabel(words('PIC_TO'), { exact: true }).last().fill('2026-11-01');
    await page.getByText(words('PIC_ENDS_FIRST')).waitFor();
    await page.getByLabel(words('PIC_TO'), { exact: true }).last().fill('2026-12-31');
    await page.getByRole('textbox').first().fill('20');
    await page.getByRole('slider').first().waitFor();
    expect(await dialog.faults()).toEqual([]);
    await dialog.close();
  },
);

test('a goal that has a target hands that down', async () => {
  const target = { ...TARGET, node: 'gmv', from: '2026-11-16', to: '2026-11-29', target: 2_400_000 };
  const state = treeState('en', { targets: [target] });
  const dialog = await opened('en', goodServer('en', { readTree: [{ value: state }] }));
  const { page } = dialog;
  expect(await page.getByLabel('Goal (USD)').inputValue()).toBe('2400000');
  expect(await page.getByLabel('To', { exact: true }).last().inputValue()).toBe('2026-11-29');
  await page.getByText('It closes: the KPIs at the bottom make USD 2,400,000.').waitFor();
  await dialog.close();
});

test('names stand left, a step in for each level', async () => {
  const dialog = await opened('en');
  const { page } = dialog;
  await goalOf(page).fill('20');
  const starts = await page.locator('tbody th').evaluateAll((all) =>
    all.map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each.lastChild as Node);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  const [gmv, orders, tiktok, views, cvr, shopee, aov] = starts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  expect([aov, shopee, cvr]).toEqual([orders, tiktok, views]);
  expect([tiktok - orders, views - tiktok]).toEqual([18, 18]);
  expect(orders).toBeGreaterThan(gmv);
  await dialog.close();
});

test('a figure that is locked is the one that was seen', async () => {
  const target = { ...TARGET, node: 'gmv', from: '2026-11-16', to: '2026-11-29', target: 2_400_001 };
  const state = treeState('en', { targets: [target] });
  const dialog = await opened('en', goodServer('en', { readTree: [{ value: state }] }));
  const { page } = dialog;
  const told = await shown(page, 1, 2);
  await page.getByLabel('Lock Orders', { exact: true }).check();
  await page.getByText('It closes').waitFor();
  const number = Number(told.replaceAll(',', ''));
  expect(await page.getByLabel('Target of Orders', { exact: true }).inputValue()).toBe(String(number));
  await page.getByRole('button', { name: 'Save targets' }).click();
  await page.getByText('Saved.').waitFor();
  const [sent] = await sentTargets(dialog);
  expect(sent?.targets.find(({ node }) => node === 'orders')).toMatchObject({ target: number, locked: true });
  await dialog.close();
});

test('an amount and other days; what was set can be taken back', async () => {
  const dialog = await opened('en');
  const { page } = dialog;
  await page.getByLabel('Goal as').selectOption('amount');
  await page.getByText('First type a target of “GMV”').waitFor();
  expect(await page.getByRole('button', { name: 'Save targets' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Goal (USD)').fill('1,200,000');
  await page.getByLabel('From', { exact: true }).last().fill('2026-11-16');
  await page.getByLabel('To', { exact: true }).last().fill('2026-11-22');
  expect(await shown(page, 0, 1)).toBe('USD 1,032,720');
  expect(await shown(page, 0, 3)).toBe('+16.2%');
  await page.getByLabel('Lock Orders', { exact: true }).check();
  await page.getByRole('button', { name: 'Reset shares and locks' }).click();
  expect(await page.getByLabel('Lock Orders', { exact: true }).isChecked()).toBe(false);
  await dialog.close();
});

test('says whether it was ever reached, where it does not close, and why', async () => {
  const dialog = await opened('en');
  const { page } = dialog;
  await page.getByLabel(/^Goal \(/).fill('60');
  await page.getByText('Beyond the best week of 13').first().waitFor();
  await page.getByLabel('Lock Orders', { exact: true }).check();
  await page.getByLabel('Lock Order value').check();
  await page.getByText('It closes').waitFor();
  await page.getByLabel('Target of Order value').fill('80');
  await page.getByText(/does not close at .*: everything below it is locked/).waitFor();
  expect(await page.getByRole('button', { name: 'Save targets' }).getAttribute('aria-disabled')).toBe('true');
  expect(await dialog.faults()).toEqual([]);
  await dialog.close();
});

test('without four whole weeks, and without figures at all', async () => {
  const nodes = Object.fromEntries(
    Object.entries(figures().nodes).map(([id, node]) => [id, { ...node, base: null }]),
  );
  const dialog = await opened(
    'en',
    goodServer('en', {
      treeFigures: [{ failure: 'Too much' }, { value: { ...figures(), weeks: null, nodes } }],
    }),
  );
  const { page } = dialog;
  await page.getByRole('alert').getByText('Too much').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No four weeks in a row').waitFor();
  expect(await page.getByRole('slider').count()).toBe(0);
  expect(await dialog.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Edit GMV' }).click();
  await page.getByRole('complementary', { name: 'Edit GMV' }).waitFor();
  await dialog.close();
});

test('a conflict is settled here too', async () => {
  const conflict: TreeConflict = {
    was: 'tiktok',
    name: 'Orders from TikTok Shop',
    field: 'weight',
    mine: 1.6,
    theirs: 2,
  };
  const before = treeState('en');
  const rows = before.rows.map((row) => (row.id === 'tiktok' ? { ...row, weight: 2 } : row));
  const present = { ...before, rows };
  const dialog = await opened(
    'en',
    goodServer('en', {
      saveTree: [
        { value: { saved: false, conflicts: [conflict], present } },
        { value: saved(present, 'Done so') },
      ],
    }),
  );
  const { page } = dialog;
  await goalOf(page).fill('20');
  await page.getByLabel('Share of Orders from TikTok Shop').fill('80');
  await page.getByRole('button', { name: 'Save targets' }).click();
  await page.getByLabel('Theirs: 2').check();
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await page.getByText('Done so').waitFor();
  const [, second] = await sentTargets(dialog);
  expect(second?.targets).toHaveLength(7);
  expect(second?.rows.find(({ was }) => was === 'tiktok')?.row.weight).toBe(2);
  await dialog.close();
});

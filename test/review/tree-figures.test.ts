/** Figures beside a tree that is being edited, without the rest of a review. */
import { treeFigures } from '../../src/review/tree-figures.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { address, fact, MONDAY, type Rows, SUNDAY, tableOf, tablesOf } from './support.ts';

const { settings } = readSettings(tableOf('settings', []), (sheet) => ({ sheet }));
const figures = (rows: Rows) =>
  treeFigures({ tables: tablesOf(rows), address, settings, monday: MONDAY, now: SUNDAY + 1.4 });

const roas: RowValues = { id: 'roas', operator: 'ratio', name: 'ROAS', unit: 'ratio' };
const parts: readonly RowValues[] = [
  { id: 'gmv', parent: 'roas', metric: 'gmv', unit: 'money' },
  { id: 'spend', parent: 'roas', metric: 'ad_spend', unit: 'money' },
];
const performance = [0, 1, 2, 3].map((back) => fact('1', MONDAY - 7 * back, SUNDAY - 7 * back, { gmv: 700 }));
const costs = [
  { date: SUNDAY, from: MONDAY - 21, platform: 'youtube', component: 'ads', amount: 560, currency: 'USD' },
];
const accounts = [{ platform: 'youtube', id: 'a', currency: 'USD' }];

test('a KPI in times is written as such, with the weeks from which its targets start', () => {
  const { week, weeks, nodes } = figures({ tree: [roas, ...parts], accounts, performance, costs });
  expect([week, weeks]).toEqual(['2026-W31', { from: '2026-07-06', to: '2026-08-02' }]);
  expect(nodes.roas).toMatchObject({ actual: 5, base: 5, unit: 'times', accumulates: false });
  expect(nodes.gmv).toMatchObject({ actual: 700, base: 2800, unit: 'money', accumulates: true });
});

test('an empty row of the tree is no KPI and moves no figure to another', () => {
  const rows = { accounts, performance, costs };
  expect(figures({ tree: [{ name: 'Sales' }, roas, {}, ...parts], ...rows })).toEqual(
    figures({ tree: [roas, ...parts], ...rows }),
  );
});

test('without four whole weeks there is nothing from which targets could start', () => {
  const { weeks, nodes } = figures({
    tree: [roas, ...parts],
    accounts,
    performance: performance.slice(0, 3),
    costs,
  });
  expect([weeks, nodes.gmv?.base, nodes.gmv?.actual]).toEqual([null, null, 700]);
});

test('rows that make no tree still have their own figures', () => {
  const second = { id: 'second', metric: 'gmv', unit: 'money' };
  const { weeks, nodes } = figures({ tree: [roas, ...parts, second], accounts, performance, costs });
  expect([weeks, nodes.second?.actual, nodes.second?.effect]).toEqual([null, 700, null]);
});

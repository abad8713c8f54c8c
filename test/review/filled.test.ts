/** How many files of its period a review has, and whether the goal waits for more. */
import { awaitsFiles, filledOf } from '../../src/review/filled.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const accounts = ['a', 'b'].map((id) => ({ platform: 'youtube', id, name: id, currency: 'USD' }));
const tree: RowValues[] = [
  { id: 'gmv', operator: 'sum', metric: 'gmv', unit: 'money', name: 'GMV' },
  { id: 'own', parent: 'gmv', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a' },
  { id: 'cost', metric: 'cost', unit: 'money', name: 'Cost', kind: 'influence', parent: 'gmv' },
  { id: 'half', kind: 'constant', coefficient: 0.5, name: 'Half', parent: 'own' },
];
const file = (account: string, back = 0, to = SUNDAY): RowValues =>
  fact(`${account}1`, MONDAY - 7 * back, to - 7 * back, { gmv: 10, views: 5, account });
const past = [file('a', 1), file('b', 1)];
const state = (rows: Rows) => {
  const { review } = build({ accounts, tree, ...rows });
  return [filledOf(review), awaitsFiles(review)];
};

test('no file of the week: the goal waits, whatever was typed', () => {
  const costs = [{ date: MONDAY, platform: 'youtube', account: 'a', amount: 5, component: 'ads' }];
  expect(state({ performance: past, costs })).toEqual(['none', true]);
});

test('one account of two: some are in, and the goal waits for the other', () => {
  expect(state({ performance: [...past, file('a')] })).toEqual(['part', true]);
});

test('some days of all: the goal has a figure', () => {
  expect(state({ performance: [...past, file('a', 0, MONDAY + 3), file('b', 0, MONDAY + 3)] })).toEqual([
    'part',
    false,
  ]);
});

test('all of them: nothing is waited for, also where the goal cannot be measured', () => {
  const all = { performance: [...past, file('a'), file('b')] };
  expect(state(all)).toEqual(['all', false]);
  const other = [{ id: 'x', metric: 'ctr', unit: 'percent', name: 'CTR' }];
  expect(state({ ...all, tree: other })).toEqual(['all', false]);
});

test('without an account no file is known that could be asked for', () => {
  expect(state({ accounts: [] })).toEqual(['none', false]);
});

test('a first file of totals to date tells no week, and no file can', () => {
  const totals = {
    ...fact('a1', MONDAY, SUNDAY, { gmv: 10, views: 5, account: 'a' }),
    from: null,
    kind: 'cumulative',
  };
  expect(state({ accounts: accounts.slice(0, 1), performance: [totals] })).toEqual(['none', false]);
});

test('without a tree nothing is waited for', () => {
  expect(state({ tree: [], performance: past })).toEqual(['none', false]);
});

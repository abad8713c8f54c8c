import fc from 'fast-check';
import { numberIn } from '../../sidebar/parts/number-in.ts';
import { changesOf, draftOf, faultsOf } from '../../sidebar/picture/edit-form.ts';
import { type TreeEdit, treeEdit } from '../../sidebar/picture/edits.ts';
import { collapsedAtFirst, countBelow, forestOf, shownChildren } from '../../sidebar/picture/nodes.ts';
import { settled } from '../../sidebar/picture/settle.ts';
import { largeTree, TARGET, treeState } from './picture-example.ts';

const state = treeState('en');
const orders = state.rows[1]!;
const cvr = state.rows[4]!;
const draft = draftOf(state, orders, 'count');

describe('the form of a KPI', () => {
  test('begins with what the sheet says, percents as percents', () => {
    expect(draft).toMatchObject({
      name: 'Orders',
      target: '160000',
      from: '2026-10-01',
      weight: '1',
      locked: false,
    });
    const rate = { ...TARGET, node: 'cvr', target: 0.021 };
    expect(draftOf({ ...state, targets: [rate] }, cvr, 'percent').target).toBe('2.1');
  });

  test('shows figures as people type them, and keeps the exact ones that nobody touched', () => {
    const exact = (node: string, target: number) => ({ ...TARGET, node, target });
    const targets = [exact('orders', 30699.9891435), exact('cvr', 0.0416229144791), exact('gmv', 1234.5678)];
    const own = { ...state, targets };
    const begun = draftOf(own, orders, 'count');
    expect(begun.target).toBe('30700');
    expect(draftOf(own, cvr, 'percent').target).toBe('4.1623');
    expect(draftOf(own, state.rows[0]!, 'money').target).toBe('1234.57');
    const changed = changesOf({ ...begun, locked: true }, own, orders, 'count');
    expect(changed.targets).toEqual([{ ...targets[0], locked: true }]);
  });

  test('untouched, it changes nothing', () => {
    for (const [row, from] of state.rows.entries()) {
      const unit = String(from.unit);
      const { edits, targets } = changesOf(draftOf(state, from, unit), state, state.rows[row]!, unit);
      expect([edits, targets]).toEqual([[], []]);
    }
  });

  test('only what was changed is sent: a target as a new row of its period, thresholds as fractions', () => {
    const typed = { ...draft, target: '170,000', green: '95', owner: 'Budi', locked: true };
    expect(changesOf(typed, state, orders, 'count')).toEqual({
      edits: [{ was: 'orders', change: { green: 0.95, owner: 'Budi' } }],
      targets: [{ ...TARGET, target: 170_000, locked: true }],
    });
    const rate = changesOf({ ...draftOf(state, cvr, 'percent'), target: '2.5' }, state, cvr, 'percent');
    expect(rate.targets[0]).toMatchObject({ node: 'cvr', target: 0.025, from: state.quarter.from });
  });

  test('says what is wrong, by field', () => {
    expect(faultsOf(draft, state)).toEqual({});
    const wrong = { ...draft, name: ' ', target: '12x', weight: '-1', amber: '120', to: '2026-09-30' };
    expect(faultsOf(wrong, state)).toEqual({
      name: 'PIC_NEEDS_NAME',
      target: 'PIC_NOT_A_NUMBER',
      weight: 'PIC_NEGATIVE',
      amber: 'PIC_THRESHOLDS',
      to: 'PIC_ENDS_FIRST',
    });
    expect(faultsOf({ ...draft, low: '5', high: '4' }, state)).toEqual({ high: 'PIC_BAND' });
    // Amber begins where green does, unless told otherwise.
    expect(faultsOf({ ...draft, green: '80', amber: '' }, state)).toEqual({});
  });

  test('numbers as people type them', () => {
    expect(['1,234.5', '１２', '−3', '5 %', '', ' '].map((text) => numberIn(text))).toEqual([
      1234.5,
      12,
      -3,
      5,
      null,
      null,
    ]);
    expect(['1.2万', '3亿', '1.5K', '2m', '-1万'].map((text) => numberIn(text))).toEqual([
      12000, 300_000_000, 1500, 2_000_000, -10_000,
    ]);
    expect(['1e5', '万', '1万2', 'abc', '1.2.3', '--1', '0x10'].map((text) => numberIn(text))).toEqual(
      Array(7).fill(undefined),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(numberIn(new Intl.NumberFormat('en').format(value))).toBe(value);
      }),
    );
  });
});

describe('what is saved', () => {
  const changes = {
    edits: [
      { was: 'orders', change: { name: 'All orders', owner: 'Budi' } },
      { was: 'cvr', change: { weight: 2 } },
    ],
    targets: [TARGET],
  };

  test('the rows that were read, and all rows as they are to be', () => {
    const { base, rows, targets } = treeEdit(state.rows, changes);
    expect(base).toEqual(state.rows);
    expect(rows.map(({ was }) => was)).toEqual(state.rows.map(({ id }) => id));
    expect(rows[1]?.row).toEqual({ ...orders, name: 'All orders', owner: 'Budi' });
    expect(
      rows.filter(({ row }, at) => row !== state.rows[at] && at !== 1 && at !== 4).map(({ row }) => row),
    ).toEqual(state.rows.filter((_, at) => at !== 1 && at !== 4));
    expect(targets).toEqual([TARGET]);
  });

  test('of a conflict what was chosen holds, beside what another person changed', () => {
    const edit = treeEdit(state.rows, changes);
    const present = state.rows.map((row) =>
      row.id === 'orders' ? { ...row, name: 'Sales', unit: 'times' } : row,
    );
    const open = settled({ edit, present }, () => undefined);
    expect('conflicts' in open && open.conflicts).toEqual([
      { was: 'orders', name: 'All orders', field: 'name', mine: 'All orders', theirs: 'Sales' },
    ]);
    const chosen = (side: 'mine' | 'theirs') => {
      const outcome = settled({ edit, present }, () => side) as TreeEdit;
      return outcome.rows.find(({ was }) => was === 'orders')?.row;
    };
    expect(chosen('mine')).toEqual({ ...orders, unit: 'times', name: 'All orders', owner: 'Budi' });
    expect(chosen('theirs')).toEqual({ ...orders, unit: 'times', name: 'Sales', owner: 'Budi' });
  });

  test('a KPI that another person deleted takes its target along, unless it is kept', () => {
    const edit = treeEdit(state.rows, { ...changes, targets: [{ ...TARGET, node: 'reply' }] });
    const present = state.rows.filter(({ id }) => id !== 'reply');
    const outcome = (side: 'mine' | 'theirs') => {
      const { base, rows, targets } = settled({ edit, present }, () => side) as TreeEdit;
      expect(base).toEqual(present);
      return [rows.some(({ row }) => row.id === 'reply'), targets.length];
    };
    expect(outcome('mine')).toEqual([true, 1]);
    expect(outcome('theirs')).toEqual([false, 0]);
  });
});

describe('the rows as a forest', () => {
  test('signs stand between operands, influences have none', () => {
    const { nodes, roots, lost } = forestOf(state.rows);
    expect([roots, lost]).toEqual([[0], []]);
    expect(nodes.map((node) => node?.sign)).toEqual(['', '', '', '', '×', '+', '×', '']);
    expect(nodes.map((node) => node?.depth)).toEqual([0, 1, 2, 3, 3, 2, 1, 1]);
    expect(countBelow(forestOf(state.rows), 0)).toBe(7);
  });

  test('circles and IDs that are there twice are named, not drawn', () => {
    const rows = state.rows.map((row) => (row.id === 'orders' ? { ...row, parent: 'tiktok' } : row));
    const { nodes, lost } = forestOf([...rows, { ...rows[0]!, name: 'Again' }]);
    expect(nodes.filter((node) => node !== undefined).map((node) => node?.id)).toEqual([
      'gmv',
      'aov',
      'reply',
    ]);
    expect(lost).toContain('Again');
    expect(lost).toContain('Orders');
  });

  test('opens with as much as can be read', () => {
    const forest = forestOf(largeTree(85).rows);
    const most = (count: number) =>
      collapsedAtFirst(
        forest,
        (children) => children.reduce((sum, family) => sum + family.length, 0) < count,
      );
    expect(most(1000).size).toBe(0);
    expect([...most(30)].sort()).toEqual(
      forest.nodes.flatMap((node) => (node?.depth === 2 ? [node.id] : [])).sort(),
    );
    expect(shownChildren(forest, most(2)).flat()).toHaveLength(4);
  });
});

import type { Cell } from '../../src/kpi/issue.ts';
import { ACTION_COLUMNS, type ActionField } from '../../src/review/action-columns.ts';
import type { Review } from '../../src/review/model.ts';
import { periodOf } from '../../src/review/period.ts';
import { AT, COLUMNS } from '../../src/review/render/grid.ts';
import { layOut } from '../../src/review/render/index.ts';
import { readActionKey } from '../../src/review/row-key.ts';
import { actionsSection } from '../../src/review/sections/actions.ts';
import { takeOver, withChange } from '../../src/review/take-over.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { build, day, fact, MONDAY, type Rows, SUNDAY, tableOf } from './support.ts';

const TREE = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'product', name: 'GMV' },
  { id: 'v', parent: 'root', metric: 'views', name: 'Views', owner: 'Bo' },
  { id: 'cvr', parent: 'root', metric: 'cvr', unit: 'percent', name: 'CVR' },
  { id: 'aov', parent: 'root', metric: 'aov', unit: 'money', name: 'AOV' },
];
const WEEK_FACTS = [fact('1', MONDAY, SUNDAY, { gmv: 1210, orders: 55, views: 1100 })];
const action = (more: RowValues): RowValues => ({
  id: 'x',
  week: '2026-W30',
  action: 'Do',
  status: 'open',
  ...more,
});
const columnOf = (field: ActionField): number =>
  ACTION_COLUMNS.find((each) => each.field === field)?.at ?? -1;

type Change = (key: string, column: number) => Cell | undefined;

/** The tab as columns of values, as a read gives it. */
function columnsOf(review: Review, change: Change = () => undefined): Cell[][] {
  return COLUMNS.map((_, column) =>
    layOut(review).rows.map(({ key, cells }) =>
      column === AT.key ? key || null : (change(key, column) ?? cells.get(column)?.value ?? null),
    ),
  );
}

describe.each(['en', 'zh-CN'] as const)('taking over a tab (%s)', (language) => {
  const rows: Rows = {
    tree: TREE,
    performance: WEEK_FACTS,
    actions: [
      action({ id: '1', due: MONDAY, owner: 'Bo', finding: 'Low' }),
      action({ id: '', action: 'By hand', week: null }),
    ],
  };
  const actions = tableOf('actions', rows.actions ?? [], language);
  const built = build(rows, { language, explanations: new Map([['v', 'A fair']]) });
  const tab = (change?: Change): Cell[][] => columnsOf(built.review, change);

  test('an untouched tab changes nothing but the ids that are missing', () => {
    const { explanations, actions: change } = takeOver(tab(), actions, '2026-W31', language);
    expect([...explanations]).toEqual([['v', 'A fair']]);
    expect(change).toEqual({
      sheet: 'actions',
      appends: [],
      updates: [{ index: 1, values: { id: '2026-W31-1', week: '2026-W31' } }],
    });
  });

  test('new rows get the next ids; one with only an owner or a due is one, an empty one is none', () => {
    const typed = tab((key, column) =>
      /^new:[24]$/.test(key) && column === columnOf('action')
        ? `Do ${key}`
        : key === 'new:3' && column === columnOf('owner')
          ? 'Bo'
          : undefined,
    );
    const { actions: change } = takeOver(typed, actions, '2026-W31', language);
    const open = language === 'en' ? 'Open' : '未开始';
    expect(change.appends.map(({ id, action: text, owner, status }) => [id, text, owner, status])).toEqual([
      ['2026-W31-2', 'Do new:2', null, open],
      ['2026-W31-3', null, 'Bo', open],
      ['2026-W31-4', 'Do new:4', null, open],
    ]);
    const after = withChange(actions, change);
    expect(after.columns.id).toEqual(['1', '2026-W31-1', '2026-W31-2', '2026-W31-3', '2026-W31-4']);
    const { now } = actionsSection(after, periodOf('week', MONDAY, 12), SUNDAY);
    expect(now.map(({ owner }) => owner)).toEqual(['', '', 'Bo', '']);
  });

  test('only the cells that were changed in the tab are written', () => {
    const typed = tab((key, column) =>
      key.startsWith('action:1|') && column === columnOf('status')
        ? language === 'en'
          ? 'Open'
          : '已完成'
        : undefined,
    );
    const { updates } = takeOver(typed, actions, '2026-W31', language).actions;
    expect(updates.slice(1)).toEqual(language === 'en' ? [] : [{ index: 0, values: { status: '已完成' } }]);
  });

  /** The tab with a row that someone inserted, by position of its cells. */
  const withRow = (after: RegExp, cells: Readonly<Record<number, Cell>>): Cell[][] => {
    const columns = tab();
    const at = (columns[AT.key] ?? []).findIndex((key) => after.test(String(key))) + 1;
    columns.forEach((column, position) => {
      column.splice(at, 0, cells[position] ?? null);
    });
    return columns;
  };

  test('a row that someone inserted among the actions is a new action, elsewhere it is none', () => {
    const cells = { [columnOf('action')]: 'Between', [columnOf('owner')]: 'Cy' };
    const appends = (after: RegExp) =>
      takeOver(withRow(after, cells), actions, '2026-W31', language).actions.appends;
    expect(appends(/^new:2$/)).toMatchObject([{ action: 'Between', owner: 'Cy', due: null }]);
    expect(appends(/^action:1\|/)).toMatchObject([{ action: 'Between' }]);
    expect(appends(/^kpi:v$/)).toEqual([]);
  });

  test('titles are no actions, also where the empty row above them is gone', () => {
    const columns = tab();
    const last = (columns[AT.key] ?? []).indexOf('new:5');
    for (const column of columns) column.splice(last + 1, 1);
    expect(String(columns[AT.name]?.[last + 1])).toBe(language === 'en' ? 'Data notes' : '数据说明');
    expect(takeOver(columns, actions, '2026-W31', language).actions.appends).toEqual([]);
  });

  test('a word of their own in place of a status leaves the status as it is, and is told', () => {
    const doing = [action({ id: '1', status: 'doing', owner: 'Bo' })];
    const columns = columnsOf(build({ ...rows, actions: doing }, { language }).review, (key, column) => {
      if (key === 'new:1' && column === columnOf('action')) return 'Ask';
      if (column === columnOf('owner') && key.startsWith('action:1|')) return 'Cy';
      if (column !== columnOf('status')) return undefined;
      return key.startsWith('action:1|') ? 'Blocked by legal' : key === 'new:1' ? 'Who knows' : undefined;
    });
    const typed = takeOver(columns, tableOf('actions', doing, language), '2026-W31', language);
    expect(typed.actions.updates).toEqual([{ index: 0, values: { owner: 'Cy' } }]);
    expect(typed.actions.appends).toMatchObject([{ status: language === 'en' ? 'Open' : '未开始' }]);
    const keys = columns[AT.key] ?? [];
    expect(typed.unknown).toEqual([
      { row: keys.findIndex((key) => String(key).startsWith('action:1|')), found: 'Blocked by legal' },
      { row: keys.indexOf('new:1'), found: 'Who knows' },
    ]);
  });

  test('owner cells offer the team, but for its example rows', () => {
    const team = [
      { name: 'Ana', email: 'ana@example.org' },
      { name: 'Bo' },
      { name: 'bo', email: 'bo@example.org' },
      { email: 'cy@example.org' },
    ];
    const { rows: lines } = layOut(build({ ...rows, team, actions: [action({})] }, { language }).review);
    for (const start of ['action:', 'new:1']) {
      const owner = lines.find(({ key }) => key.startsWith(start))?.cells.get(columnOf('owner'));
      expect(owner?.choices).toEqual(['Ana', 'Bo']);
    }
  });

  test('status cells offer the statuses, an overdue one also what it shows', () => {
    const { rows: lines } = layOut(
      build({ ...rows, actions: [action({ due: MONDAY })] }, { language }).review,
    );
    const cellsOf = (start: string) => lines.find(({ key }) => key.startsWith(start))?.cells;
    const overdue = cellsOf('action:')?.get(columnOf('status'));
    expect(overdue?.choices).toHaveLength(5);
    expect(overdue?.choices?.[0]).toBe(overdue?.value);
    expect(cellsOf('new:1')?.get(columnOf('status'))?.choices).toHaveLength(4);
  });

  test('a new row’s KPI and expected effect go to the sheet, and a changed one, too', () => {
    const typed = tab((key, column) => {
      if (!key.startsWith('action:1|') && key !== 'new:1') return undefined;
      return column === columnOf('node') ? 'v' : column === columnOf('expected') ? 0.5 : undefined;
    });
    const change = takeOver(typed, actions, '2026-W31', language).actions;
    expect(change.appends).toMatchObject([{ node: 'v', expected: 0.5 }]);
    expect(change.updates).toContainEqual({ index: 0, values: { node: 'v', expected: 0.5 } });
    const { review } = build(
      { ...rows, actions: [action({ id: '1', node: 'v', expected: 0.5 })] },
      { language },
    );
    const after = columnsOf(review);
    const row = (after[AT.key] ?? []).findIndex((key) => String(key).startsWith('action:1|'));
    expect([after[columnOf('node')]?.[row], after[columnOf('expected')]?.[row]]).toEqual(['Views', 0.5]);
    const cell = layOut(review).rows[row]?.cells.get(columnOf('node'));
    expect(cell?.choices).toEqual(['GMV', 'Views', 'CVR', 'AOV']);
    // The name that stands there is no change, nor is it after the KPI was renamed in the sheet.
    const table = tableOf('actions', [action({ id: '1', node: 'v', expected: 0.5 })], language);
    const renamed = tableOf('tree', [{ id: 'v', name: 'Plays' }], language);
    expect(takeOver(after, table, '2026-W31', language, renamed).actions.updates).toEqual([]);
  });

  test.each([
    ['Views', 'v'],
    [' views ', 'v'],
    ['v', 'v'],
    ['Plays', 'v'],
    ['Shares', 'Shares'],
  ])('a KPI that is chosen or typed as “%s” goes to the sheet as “%s”', (typed, node) => {
    const renamed = tableOf('tree', [{ id: 'v', name: 'Plays' }], language);
    const columns = tab((key, column) =>
      /^(?:action:1\||new:1$)/.test(key) && column === columnOf('node') ? typed : undefined,
    );
    const change = takeOver(columns, actions, '2026-W31', language, renamed).actions;
    expect(change.appends).toMatchObject([{ node }]);
    expect(change.updates).toContainEqual({ index: 0, values: { node } });
  });

  test('a former KPI of the same name is none of those that a name means', () => {
    const table = tableOf('actions', [action({ id: '1', node: 'v9' })], language);
    const { review } = build(
      {
        ...rows,
        tree: TREE.map((node) => (node.id === 'v' ? { ...node, id: 'v9' } : node)),
        actions: [action({ id: '1', node: 'v9' })],
      },
      { language, explanations: new Map([['v', 'A fair']]) },
    );
    expect(review.formerExplanations).toHaveLength(1);
    const columns = columnsOf(review, (key, at) => (key === 'kpi:v' && at === AT.name ? 'Views' : undefined));
    expect(takeOver(columns, table, '2026-W31', language).actions.updates).toEqual([]);
  });

  test('KPIs of one name stand there by their ids', () => {
    const twins = [...TREE, { id: 'v2', parent: 'root', metric: 'views', name: 'views' }];
    const { review } = build(
      { ...rows, tree: twins, actions: [action({ id: '1', node: 'v2' })] },
      { language },
    );
    const cell = layOut(review)
      .rows.find(({ key }) => key.startsWith('action:1|'))
      ?.cells.get(columnOf('node'));
    expect(cell?.value).toBe('v2');
    expect(cell?.choices).toEqual(['GMV', 'v', 'CVR', 'AOV', 'v2']);
  });

  test('a tab of an earlier version, whose keys tell of fewer fields, empties nothing', () => {
    const table = tableOf('actions', [action({ id: '1', node: 'v', expected: 0.5 })], language);
    const { review } = build(
      { ...rows, actions: [action({ id: '1', node: 'v', expected: 0.5 })] },
      { language },
    );
    const columns = columnsOf(review);
    columns[AT.key] = (columns[AT.key] ?? []).map((key) =>
      String(key).startsWith('action:1|') ? String(key).split('.').slice(0, 5).join('.') : key,
    );
    columns[columnOf('node')] = [];
    expect(takeOver(columns, table, '2026-W31', language).actions.updates).toEqual([]);
  });

  test.each(['finding', 'owner', 'due', 'status', 'action', 'node', 'expected'] as const)(
    'a tab without the column of the %s leaves that field of the listed actions alone',
    (field) => {
      const columns: (Cell[] | undefined)[] = tab();
      columns[columnOf(field)] = undefined;
      expect(takeOver(columns, actions, '2026-W31', language).actions.updates).toHaveLength(1);
    },
  );

  test('an expected effect in words goes to the sheet as it was typed', () => {
    const columns = tab((key, column) =>
      key.startsWith('action:1|') && column === columnOf('expected') ? ' a lot ' : undefined,
    );
    expect(takeOver(columns, actions, '2026-W31', language).actions.updates).toContainEqual({
      index: 0,
      values: { expected: 'a lot' },
    });
  });

  test('an action whose status was emptied in the sheet is open: the same in the tab is no change, another is', () => {
    const { review } = build({ ...rows, actions: [action({ id: '1', status: 'doing' })] }, { language });
    const emptied = tableOf('actions', [action({ id: '1', status: null })], language);
    const updates = (word: string) => {
      const columns = columnsOf(review, (key, column) =>
        key.startsWith('action:1|') && column === columnOf('status') ? word : undefined,
      );
      return takeOver(columns, emptied, '2026-W31', language).actions.updates;
    };
    const done = language === 'en' ? 'Done' : '已完成';
    expect([updates('open'), updates(done)]).toEqual([[], [{ index: 0, values: { status: done } }]]);
  });

  test('ids of people’s own count for nothing, and an action that says its week keeps it', () => {
    const own = [
      action({ id: '2026-W31-sale' }),
      action({ id: '2026-W31-4' }),
      action({ id: '', week: '2026-W29' }),
    ];
    const { updates } = takeOver([], tableOf('actions', own, language), '2026-W31', language).actions;
    expect(updates).toEqual([{ index: 2, values: { id: '2026-W31-5' } }]);
  });

  test('in a workbook without KPIs new actions are taken over, with the KPI that they name as it was typed', () => {
    const typed = { [columnOf('finding')]: 'Views', [columnOf('node')]: 'Views' };
    const columns = columnsOf(build({ ...rows, tree: [] }, { language }).review, (key, column) =>
      key === 'new:1' ? typed[column] : undefined,
    );
    const { explanations, actions: change } = takeOver(columns, actions, '2026-W31', language);
    expect([...explanations]).toEqual([]);
    expect(change.appends).toMatchObject([{ finding: 'Views', node: 'Views' }]);
  });

  test('a due in words stays in the sheet, in the tab and in its row’s key', () => {
    const later = tableOf('actions', [action({ id: '1', due: 'next week' })], language);
    const { review } = build({ ...rows, actions: [action({ id: '1', due: 'next week' })] }, { language });
    expect(review.actions.last).toMatchObject([{ due: 'next week', overdue: false }]);
    const columns = columnsOf(review);
    expect(columns[columnOf('due')]).toContain('next week');
    expect(takeOver(columns, later, '2026-W31', language).actions.updates).toEqual([]);
  });

  test('explanations of KPIs that left the tree stay, until someone empties them', () => {
    const explanations = new Map([
      ['v', 'A fair'],
      ['gone', 'Was a sale'],
    ]);
    const { review } = build(rows, { language, explanations });
    expect(review.formerExplanations).toEqual([{ id: 'gone', name: 'gone', explanation: 'Was a sale' }]);
    const columns = columnsOf(review);
    const typed = takeOver(columns, actions, '2026-W31', language);
    expect([...typed.explanations].sort()).toEqual([...explanations].sort());
    const row = (columns[AT.key] ?? []).indexOf('kpi:gone');
    (columns[AT.text] as Cell[])[row] = null;
    expect([...takeOver(columns, actions, '2026-W31', language).explanations.keys()]).toEqual(['v']);
    expect(layOut(build(rows, { language }).review).rows.some(({ key }) => key === 'kpi:gone')).toBe(false);
  });
});

test('a row’s key tells which of its cells were changed', () => {
  const shown = {
    ...{ finding: 'a', owner: 'b', due: 5, status: 'open', action: 'c' },
    ...{ node: '', expected: null },
  };
  const [row] = layOut(
    build({ actions: [action({ id: 'i|d', finding: 'a', owner: 'b', due: day('2026-01-01'), action: 'c' })] })
      .review,
  ).rows.filter(({ key }) => key.startsWith('action:'));
  const key = row?.key.slice('action:'.length) ?? '';
  expect([...readActionKey(key, { ...shown, due: day('2026-01-01') }).changed]).toEqual([]);
  expect(readActionKey(key, { ...shown, action: 'd' })).toEqual({
    id: 'i|d',
    changed: new Set(['due', 'action']),
  });
});

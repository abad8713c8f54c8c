/** The KPI tree as its editor reads and saves it, on the local host. */
import { undoOf } from '../../sidebar/picture/edits.ts';
import type { OpenedTree, TargetRow, TreeEdit, TreeRow } from '../../src/addon/tree-api.ts';
import { EMPTY_ROW, idOf } from '../../src/kpi/tree-fields.ts';
import type { Machine } from '../../src/local/machine.ts';
import { say } from '../../src/text/index.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import {
  ask,
  batch,
  bench,
  call,
  loadRows,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';

const CALLS = ['get', 'Values.batchGetByDataFilter'];
const LANGUAGES = ['en', 'zh-CN'] as const;

function withTree(language: (typeof LANGUAGES)[number] = 'en'): Machine {
  const machine = bench({ language });
  loadRows(machine, 'team', [
    { name: 'Ana', role: 'owner', nodes: 'gmv, gmv.orders' },
    { name: 'Bo', role: 'editor' },
  ]);
  loadRows(machine, 'accounts', [
    { platform: 'youtube', id: 'y1', name: 'Main', market: 'ID', currency: 'USD' },
  ]);
  loadRows(machine, 'tree', [
    {
      id: 'gmv',
      operator: 'product',
      name: 'GMV',
      kind: 'metric',
      metric: 'gmv',
      unit: 'money',
      owner: 'Ana',
    },
    { id: 'gmv.orders', parent: 'gmv', name: 'Orders', kind: 'metric', metric: 'orders', unit: 'count' },
    {
      id: 'gmv.aov',
      parent: 'gmv',
      name: 'AOV',
      kind: 'metric',
      metric: 'aov',
      unit: 'money',
      guardrail: 'gmv.orders',
    },
  ]);
  loadRows(machine, 'targets', [
    { node: 'gmv', from: serial('2026-01-01'), to: serial('2026-03-31'), target: 100, how: 'typed' },
    {
      node: 'gmv',
      from: serial('2026-07-01'),
      to: serial('2026-09-30'),
      target: 300,
      locked: true,
      how: 'cascade',
    },
    { node: 'gmv.aov', from: serial('2026-01-01'), to: serial('2026-03-31'), target: 20 },
  ]);
  return machine;
}

const open = (machine: Machine): OpenedTree => call(machine, 'readTree', {});
const editOf = (
  { rows }: { rows: readonly TreeRow[] },
  edit: (row: TreeRow) => TreeRow | null = (row) => row,
  more: Partial<TreeEdit> = {},
): TreeEdit => ({
  base: rows,
  rows: rows.flatMap((row) => {
    const now = edit(row);
    return now === null ? [] : [{ was: idOf(row), row: now }];
  }),
  targets: [],
  ...more,
});
const patch = (id: string, part: Partial<TreeRow>) => (row: TreeRow) =>
  row.id === id ? { ...row, ...part } : row;
const fresh = (id: string, parent: string | null, more: Partial<TreeRow> = {}): TreeRow => ({
  ...EMPTY_ROW,
  id,
  parent,
  name: id,
  ...more,
});
const target = (node: string, more: Partial<TargetRow> = {}): TargetRow => ({
  node,
  from: '2026-08-03',
  to: '2026-09-30',
  baseline: 10,
  target: 12,
  low: null,
  high: null,
  locked: false,
  how: 'typed',
  ...more,
});
const save = (machine: Machine, edit: TreeEdit, email?: string) => call(machine, 'saveTree', edit, email);
function saved(machine: Machine, edit: TreeEdit) {
  const answer = save(machine, edit);
  if (!answer.saved) throw new Error(JSON.stringify(answer.conflicts));
  return answer;
}
const idsOf = (machine: Machine) => rowsOf(machine, 'tree').map(({ id }) => id);

describe.each(LANGUAGES)('reading (%s)', (language) => {
  test('rows by the keys of choices, open targets, people, accounts; without facts, in two calls', () => {
    const machine = withTree(language);
    const tree = open(machine);
    expect(sheetsCalls(machine, 'readTree')).toEqual(CALLS);
    expect(tree.rows.map(idOf)).toEqual(['gmv', 'gmv.orders', 'gmv.aov']);
    expect(tree.rows[0]).toMatchObject({ operator: 'product', kind: 'metric', unit: 'money', parent: null });
    expect(tree.targets.map(({ node, to, locked, how }) => [node, to, locked, how])).toEqual([
      ['gmv', '2026-09-30', true, 'cascade'],
      ['gmv.aov', '2026-03-31', false, 'typed'],
    ]);
    expect(tree).toMatchObject({
      team: [
        { name: 'Ana', role: 'owner' },
        { name: 'Bo', role: 'editor' },
      ],
      accounts: [{ platform: 'youtube', id: 'y1', name: 'Main' }],
      markets: ['ID'],
      today: '2026-08-03',
      quarter: { from: '2026-07-01', to: '2026-09-30' },
      lastWeek: '2026-W31',
      green: 1,
      amber: 0.9,
    });
    const word = tree.choices.operator?.find(({ key }) => key === 'sum')?.word;
    expect([tree.labels.owner, word]).toEqual(language === 'en' ? ['Owner', 'sum'] : ['负责人', '求和']);
  });

  test('a change, a new KPI and a deleted one in one batch; only changed cells are written', () => {
    const machine = withTree(language);
    const tree = open(machine);
    const edit = editOf(tree, (row) =>
      row.id === 'gmv.aov' ? null : patch('gmv', { operator: 'sum' })(row),
    );
    const rows = [...edit.rows, { was: '', row: fresh('gmv.new', 'gmv', { direction: 'down', weight: 2 }) }];
    const { sentence, state } = saved(machine, { ...edit, rows, targets: [target('gmv.new')] });
    expect(sheetsCalls(machine, 'saveTree')).toEqual([...CALLS, 'batchUpdate']);
    expect(sentence).toBe(
      language === 'en'
        ? 'Saved. KPIs changed: 1. New KPIs: 1. KPIs deleted: 1. New targets: 1.'
        : '已保存。修改 KPI 1 个。新增 KPI 1 个。删除 KPI 1 个。新增目标 1 个。',
    );
    const words = language === 'en' ? ['sum', 'Lower is better'] : ['求和', '越低越好'];
    const now = rowsOf(machine, 'tree', language);
    expect(now.map(({ id }) => id)).toEqual(['gmv', 'gmv.orders', 'gmv.new']);
    expect([now[0]?.operator, now[2]?.direction, now[2]?.weight]).toEqual([...words, 2]);
    expect(rowsOf(machine, 'targets', language)[3]).toEqual({
      ...{ node: 'gmv.new', from: serial('2026-08-03'), to: serial('2026-09-30'), baseline: 10, target: 12 },
      ...{ how: language === 'en' ? 'Typed' : '手工', who: 'ana@example.com', when: serial('2026-08-03') },
    });
    expect(state).toEqual(stateIn(machine));
    expect(rowsOf(machine, 'issues', language)).toEqual([]);
  });
});

/** What a save answers is what a read would. */
function stateIn(machine: Machine) {
  const { labels: _labels, choices: _choices, ...state } = open(machine);
  return state;
}

describe('saving', () => {
  test.each(LANGUAGES)('only what was done is named (%s)', (language) => {
    const machine = withTree(language);
    const { sentence } = saved(machine, editOf(open(machine), undefined, { targets: [target('gmv')] }));
    expect(sentence).toBe(language === 'en' ? 'Saved. New targets: 1.' : '已保存。新增目标 1 个。');
  });

  test('nothing new writes nothing', () => {
    const machine = withTree();
    const before = stateOf(machine.document());
    expect(saved(machine, editOf(open(machine))).sentence).toBe(
      'The sheet had all of it already; nothing was changed.',
    );
    expect(sheetsCalls(machine, 'saveTree')).toEqual(CALLS);
    expect(stateOf(machine.document())).toBe(before);
  });

  test.each(LANGUAGES)('a draft is marked and named as one of the state before (%s)', (language) => {
    const machine = withTree(language);
    call(machine, 'writeReview', { week: '2026-W31' });
    const edit = editOf(open(machine), undefined, { targets: [target('gmv')] });
    const behind = say(language, 'DRAFTS_BEHIND', { periods: '2026-W31' });
    expect(saved(machine, edit).sentence).toContain(behind);
    expect(sheetsCalls(machine, 'saveTree')).toEqual([...CALLS, 'batchUpdate']);
    const marks = () => JSON.stringify(machine.document()).match(/2026-W31:draft:[^"]*/)?.[0] ?? '';
    expect(marks()).toMatch(/:$/);
    expect(saved(machine, editOf(open(machine))).sentence).not.toContain(behind);
    call(machine, 'writeReview', { week: '2026-W31' });
    expect(marks()).not.toMatch(/:$/);
    expect(call(machine, 'applyModel', { model: 'brand', replace: true }).sentence).toContain(behind);
    expect(marks()).toMatch(/:$/);
  });

  test('sent again after a lost answer it changes nothing more', () => {
    const machine = withTree();
    const edit = editOf(open(machine), patch('gmv', { owner: 'Bo' }), { targets: [target('gmv')] });
    saved(machine, edit);
    const before = stateOf(machine.document());
    saved(machine, edit);
    expect(stateOf(machine.document())).toBe(before);
  });

  test('people’s own columns, formulas and rows between KPIs stay, and go with their KPI', () => {
    const machine = withTree();
    const title = 'KPI tree';
    const { columnCount } = sheetTitled(machine, title);
    batch(machine, {
      appendDimension: { sheetId: sheetTitled(machine, title).sheetId, dimension: 'COLUMNS', length: 1 },
    });
    const own = (row: number) => ({
      sheetId: sheetTitled(machine, title).sheetId,
      rowIndex: row,
      columnIndex: columnCount,
    });
    const cell = (row: number, value: object) =>
      batch(machine, {
        updateCells: {
          start: own(row),
          rows: [{ values: [{ userEnteredValue: value }] }],
          fields: 'userEnteredValue',
        },
      });
    cell(1, { stringValue: 'of gmv' });
    cell(3, { stringValue: 'of aov' });
    const weight = valuesOf(machine, title)[0]?.indexOf('Weight') ?? -1;
    const start = { sheetId: own(0).sheetId, rowIndex: 1, columnIndex: weight };
    batch(machine, {
      updateCells: {
        start,
        rows: [{ values: [{ userEnteredValue: { formulaValue: '=1+1' } }] }],
        fields: 'userEnteredValue',
      },
    });
    const tree = open(machine);
    const [gmv, orders, aov] = editOf(tree).rows;
    if (gmv === undefined || orders === undefined || aov === undefined) throw new Error('no tree');
    const child = { was: '', row: fresh('gmv.orders.new', 'gmv.orders') };
    saved(machine, {
      base: tree.rows,
      rows: [gmv, aov, { ...orders, row: { ...orders.row, owner: 'Bo' } }, child],
      targets: [],
    });
    const rows = valuesOf(machine, title, 'FORMULA');
    expect(rows.slice(1).map((row) => [row[0], row[columnCount] ?? ''])).toEqual([
      ['gmv', 'of gmv'],
      ['gmv.aov', 'of aov'],
      ['gmv.orders', ''],
      ['gmv.orders.new', ''],
    ]);
    expect(rows[1]?.[weight]).toBe('=1+1');
  });

  test('a row that is no KPI stays where it is', () => {
    const machine = withTree();
    type(machine, 'KPI tree', 'E6', 'Ideas for later');
    const tree = open(machine);
    expect(tree.rows).toHaveLength(3);
    saved(
      machine,
      editOf(tree, (row) => (row.id === 'gmv.orders' ? null : patch('gmv.aov', { guardrail: null })(row))),
    );
    expect(
      valuesOf(machine, 'KPI tree')
        .slice(1)
        .map((row) => `${row[0] ?? ''} ${row[4] ?? ''}`),
    ).toEqual(['gmv GMV', 'gmv.aov AOV', ' ', ' Ideas for later']);
  });

  test('a new ID is carried to all sheets that name the KPI', () => {
    const machine = withTree();
    loadRows(machine, 'actions', [
      { week: '2026-W30', node: 'gmv.orders', action: 'Call' },
      { week: '2026-W30', node: 'gmv', action: 'Ask' },
    ]);
    loadRows(machine, 'content', [{ id: 'c1', platform: 'youtube', account: 'y1', node: 'gmv.orders' }]);
    const tree = open(machine);
    saved(
      machine,
      editOf(tree, (row) => patch('gmv', { id: 'sales' })(patch('gmv.orders', { id: 'orders' })(row))),
    );
    expect(sheetsCalls(machine, 'saveTree')).toEqual([...CALLS, 'batchUpdate']);
    const rows = rowsOf(machine, 'tree');
    expect(rows.map(({ id, parent, guardrail }) => [id, parent, guardrail])).toEqual([
      ['sales', undefined, undefined],
      ['orders', 'sales', undefined],
      ['gmv.aov', 'sales', 'orders'],
    ]);
    expect(rowsOf(machine, 'targets').map(({ node }) => node)).toEqual(['sales', 'sales', 'gmv.aov']);
    expect(rowsOf(machine, 'actions').map(({ node }) => node)).toEqual(['orders', 'sales']);
    expect(rowsOf(machine, 'content')[0]?.node).toBe('orders');
    expect(rowsOf(machine, 'team')[0]?.nodes).toBe('sales, orders');
  });

  test.each([
    ['a circle', patch('gmv', { parent: 'gmv.aov' }), 'KPIs form a circle: gmv > gmv.aov > gmv.'],
    ['an ID twice', patch('gmv.aov', { id: 'gmv.orders' }), 'The ID “gmv.orders” is there twice.'],
    ['no ID', patch('gmv.aov', { id: ' ' }), '“AOV” has no ID.'],
    ['an unknown parent', patch('gmv.aov', { parent: 'x' }), '“AOV”: there is no KPI “x” to be the parent.'],
    ['two goals', patch('gmv.aov', { parent: null }), '“AOV” has no parent, but “gmv” is the goal already.'],
  ])('%s is refused with a sentence', (_, edit, sentence) => {
    const machine = withTree();
    const before = stateOf(machine.document());
    expect(ask(machine, 'saveTree', editOf(open(machine), edit))).toEqual({ ok: false, sentence });
    expect(stateOf(machine.document())).toBe(before);
  });

  test('what is not finished is saved', () => {
    const machine = withTree();
    saved(machine, editOf(open(machine), patch('gmv.aov', { operator: 'ratio' })));
    expect(rowsOf(machine, 'tree')[2]?.operator).toBe('ratio');
  });

  test('hostile text stays text, and what is no request is refused', () => {
    const machine = withTree();
    const evil = '=IMPORTDATA("http://x")';
    const tree = open(machine);
    saved(
      machine,
      editOf(tree, patch('gmv.aov', { name: evil, note: '+1', operator: '@x', owner: '<b>', id: '=A1' }), {}),
    );
    const formulas = valuesOf(machine, 'KPI tree', 'FORMULA')
      .slice(1)
      .flat()
      .filter((cell) => String(cell).includes('IMPORTDATA'));
    expect(formulas).toEqual([evil]);
    const cells = sheetTitled(machine, 'KPI tree').cells[3] ?? [];
    expect(JSON.stringify(cells)).not.toContain('formulaValue');
    for (const bad of [
      {},
      { base: [], rows: [{ was: '', row: { id: 'x' } }], targets: [] },
      { base: [], rows: [], targets: [target('x', { to: '2026-01-01' })] },
    ]) {
      expect(ask(machine, 'saveTree', bad)).toMatchObject({ ok: false });
    }
    expect(
      ask(machine, 'saveTree', editOf(open(machine), undefined, { targets: [target('nobody')] })),
    ).toEqual({
      ok: false,
      sentence: 'There is no KPI “nobody” that the target could be of.',
    });
  });

  test('an empty sheet takes a whole tree', () => {
    const machine = bench();
    const rows = [fresh('goal', null, { operator: 'sum' }), fresh('a', 'goal'), fresh('b', 'goal')];
    saved(machine, { base: [], rows: rows.map((row) => ({ was: '', row })), targets: [] });
    expect(idsOf(machine)).toEqual(['goal', 'a', 'b']);
    const tree = open(machine);
    saved(machine, { base: tree.rows, rows: [], targets: [] });
    expect(idsOf(machine)).toEqual([]);
  });

  test('a column that is gone is named', () => {
    const machine = withTree();
    const edit = editOf(open(machine), patch('gmv', { owner: 'Bo' }));
    const { sheetId } = sheetTitled(machine, 'KPI tree');
    batch(machine, {
      deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 4, endIndex: 5 } },
    });
    const answer = ask(machine, 'saveTree', edit);
    expect(answer.ok ? '' : answer.sentence).toContain(
      'The column “KPI” of the sheet “KPI tree” is missing.',
    );
  });
});

describe('two people at once', () => {
  test('what both did elsewhere is there', () => {
    const machine = withTree();
    const tree = open(machine);
    saved(machine, editOf(tree, patch('gmv.aov', { owner: 'Bo' })));
    const edit = editOf(tree, patch('gmv.orders', { owner: 'Ana' }));
    const { state } = saved(machine, { ...edit, rows: [...edit.rows, { was: '', row: fresh('n', 'gmv') }] });
    expect(rowsOf(machine, 'tree').map(({ id, owner }) => [id, owner])).toEqual([
      ['gmv', 'Ana'],
      ['gmv.orders', 'Ana'],
      ['gmv.aov', 'Bo'],
      ['n', undefined],
    ]);
    expect(state.rows[2]?.owner).toBe('Bo');
  });

  test('the sheet was sorted and a row inserted meanwhile', () => {
    const machine = withTree();
    const tree = open(machine);
    const { sheetId } = sheetTitled(machine, 'KPI tree');
    batch(
      machine,
      {
        moveDimension: {
          source: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
          destinationIndex: 4,
        },
      },
      {
        insertDimension: {
          range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
          inheritFromBefore: false,
        },
      },
    );
    saved(machine, editOf(tree, patch('gmv.aov', { owner: 'Bo' })));
    expect(rowsOf(machine, 'tree').map(({ id, owner }) => [id, owner])).toEqual([
      ['gmv.orders', undefined],
      ['gmv.aov', 'Bo'],
      ['gmv', 'Ana'],
    ]);
  });

  test('one cell with two values is a conflict; nothing is written, and the next try starts from the tree as it is', () => {
    const machine = withTree();
    const tree = open(machine);
    type(machine, 'KPI tree', 'S2', 'Cy');
    const before = stateOf(machine.document());
    const edit = editOf(tree, patch('gmv', { owner: 'Bo' }));
    const answer = save(machine, edit);
    expect(answer).toMatchObject({
      saved: false,
      conflicts: [{ was: 'gmv', name: 'GMV', field: 'owner', mine: 'Bo', theirs: 'Cy' }],
    });
    expect(stateOf(machine.document())).toBe(before);
    if (answer.saved) throw new Error('it was saved');
    saved(machine, { ...edit, base: answer.present.rows });
    expect(rowsOf(machine, 'tree')[0]?.owner).toBe('Bo');
  });

  test('a KPI that one deletes and the other changes, or gives a target', () => {
    const machine = withTree();
    const tree = open(machine);
    const without = editOf(tree, (row) => (row.id === 'gmv.aov' ? null : row));
    saved(machine, without);
    for (const edit of [
      editOf(tree, patch('gmv.aov', { owner: 'Bo' })),
      editOf(tree, undefined, { targets: [target('gmv.aov')] }),
    ]) {
      expect(save(machine, edit)).toMatchObject({
        saved: false,
        conflicts: [{ was: 'gmv.aov', name: 'AOV', field: null, mine: 'AOV', theirs: null }],
      });
    }
    expect(rowsOf(machine, 'targets')).toHaveLength(3);
  });
});

describe('a save is taken back', () => {
  const done = (machine: Machine) => {
    const before = open(machine);
    const edit = editOf(before, patch('gmv.aov', { owner: 'Bo', weight: 2 }), {
      targets: [target('gmv'), target('gmv.aov', { target: 21 })],
    });
    const { state, added } = saved(machine, edit);
    return { before, undo: undoOf(edit, state.rows, added) };
  };

  test.each(LANGUAGES)('whole, in one batch, beside what others changed elsewhere (%s)', (language) => {
    const machine = withTree(language);
    const { before, undo } = done(machine);
    const others = open(machine);
    saved(machine, editOf(others, patch('gmv.aov', { name: 'Basket' }), { targets: [target('gmv.orders')] }));
    const { sentence, state } = saved(machine, undo);
    expect(sentence).toBe(
      language === 'en'
        ? 'Undone. KPIs as they were: 1. Targets removed: 2.'
        : '已撤销。恢复 KPI 原值 1 个。移除目标 2 个。',
    );
    expect(sheetsCalls(machine, 'saveTree')).toEqual([...CALLS, 'batchUpdate']);
    const now = open(machine);
    expect(now.rows).toEqual(before.rows.map(patch('gmv.aov', { name: 'Basket' })));
    expect(now.targets).toEqual([...before.targets, target('gmv.orders')]);
    expect(state.rows).toEqual(now.rows);
    expect(state.targets).toEqual(now.targets);
  });

  test('a target that was there before stays', () => {
    const machine = withTree();
    const edit = editOf(open(machine), undefined, { targets: [target('gmv')] });
    saved(machine, edit);
    const { added } = saved(machine, edit);
    expect(added).toEqual([]);
  });

  test.each(LANGUAGES)('not where somebody changed the same, and then nothing of it (%s)', (language) => {
    const machine = withTree(language);
    const { undo } = done(machine);
    saved(machine, editOf(open(machine), patch('gmv.aov', { owner: 'Ana' })));
    const before = open(machine);
    expect(ask(machine, 'saveTree', undo)).toMatchObject({
      sentence: say(language, 'TREE_UNDO_CHANGED', { found: 'AOV' }),
    });
    expect(open(machine)).toEqual(before);
    const { columns, titles } = sheetTemplate('targets');
    const column = 'ABCDEFGH'[columns.findIndex(({ key }) => key === 'target')];
    type(machine, titles[language], `${column}5`, 99);
    const changed = { ...undo, base: [...before.rows], rows: editOf(before).rows };
    expect(ask(machine, 'saveTree', changed)).toMatchObject({
      sentence: say(language, 'TREE_UNDO_CHANGED', { found: 'GMV' }),
    });
    expect(open(machine).targets).toContainEqual(target('gmv', { target: 99 }));
  });
});

describe('figures', () => {
  function withSales(): Machine {
    const machine = withTree();
    const weeks = [serial('2026-07-20'), serial('2026-07-27')];
    const facts = weeks.map((from, i) => ({
      ...{ content: 'c1', platform: 'youtube', account: 'y1', from, to: from + 6, kind: 'period' },
      ...{ orders: 10 * (i + 1), gmv: 400 * (i + 1), views: 1000 },
    }));
    loadRows(machine, 'performance', facts);
    loadRows(
      machine,
      'imports',
      facts.map(({ platform, account, from, to }) => ({ id: 'i', platform, account, from, to })),
    );
    return machine;
  }

  test('of the rows as the editor has them, by two calls, and nothing is written', () => {
    const machine = withSales();
    call(machine, 'setUp', { language: 'en', modules: ['benchmarks'] });
    loadRows(machine, 'benchmarks', [{ metric: 'cvr', p25: 0.01, p75: 0.02 }]);
    const before = stateOf(machine.document());
    const rows = [...open(machine).rows, fresh('cvr', 'gmv', { metric: 'cvr', kind: 'influence' })];
    const { week, nodes } = call(machine, 'treeFigures', { rows });
    expect(sheetsCalls(machine, 'treeFigures')).toEqual(CALLS);
    expect(stateOf(machine.document())).toBe(before);
    expect(week).toBe('2026-W31');
    const plan = (300 * 7) / 92;
    expect(nodes.gmv).toMatchObject({
      actual: 800,
      unit: 'money',
      status: 'green',
      effect: 400,
      benchmark: null,
    });
    expect(nodes.gmv?.plan).toBeCloseTo(plan, 9);
    expect(nodes.gmv?.attainment).toBeCloseTo(800 / plan, 9);
    expect(nodes.gmv?.history).toHaveLength(13);
    expect(nodes.gmv?.history.slice(-3)).toEqual([null, 400, 800]);
    expect(nodes.cvr).toMatchObject({
      actual: 0.02,
      plan: null,
      attainment: null,
      status: '',
      unit: 'percent',
    });
    expect(nodes.cvr?.benchmark).toEqual({ p25: 0.01, p75: 0.02 });
  });

  test('they are those of the review', () => {
    const machine = withSales();
    const { rows } = open(machine);
    const { nodes } = call(machine, 'treeFigures', { rows });
    for (const line of call(machine, 'readReview', { week: '2026-W31' }).tree) {
      const { actual, plan, attainment, effect } = nodes[line.id] ?? {};
      expect([actual, plan, attainment, effect]).toEqual([
        line.actual.value,
        line.plan,
        line.attainment,
        line.effect,
      ]);
    }
  });

  test('rows that are no tree have figures all the same', () => {
    const machine = withSales();
    const { nodes } = call(machine, 'treeFigures', { rows: [fresh('a', 'b', { metric: 'gmv' })] });
    expect(nodes.a).toMatchObject({ actual: 800, effect: null });
  });
});

/** Team, accounts and settings edited in the sidebar, with the built add-on on the local host. */
import type { EditedRow, ListRow, ListSheet, ListState } from '../../src/addon/more-api.ts';
import type { Machine } from '../../src/local/machine.ts';
import {
  ask,
  batch,
  bench,
  call,
  loadRows,
  rowsOf,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
} from '../start/bench.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;
const read = (machine: Machine, sheet: ListSheet) => call(machine, 'readRows', { sheet });
const kept = ({ rows }: ListState): EditedRow[] => rows.map((row, was) => ({ was, row }));
const save = (machine: Machine, state: ListState, rows: EditedRow[]) =>
  call(machine, 'saveRows', { sheet: state.sheet, base: state.rows, rows });

/** The first row with other values. */
function changed(state: ListState, values: ListRow): EditedRow[] {
  return kept(state).map((each) => (each.was === 0 ? { ...each, row: { ...each.row, ...values } } : each));
}

const TEAM = [
  { name: 'Mei', email: 'mei@team.example', role: 'editor', nodes: 'gmv' },
  { name: 'Bo', email: 'bo@team.example', role: 'operator' },
];

function withTeam(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = bench({ language });
  loadRows(machine, 'team', TEAM);
  return machine;
}

describe.each(LANGUAGES)('the team (%s)', (language) => {
  test('comes with roles in words, and is saved by one read and one batch', () => {
    const machine = withTeam(language);
    const state = read(machine, 'team');
    expect(sheetsCalls(machine, 'readRows')).toEqual(['get', 'Values.batchGetByDataFilter']);
    expect(state.title).toBe(language === 'en' ? 'Team' : '团队');
    expect(state.rows[0]).toEqual(TEAM[0]);
    const role = state.fields.find(({ key }) => key === 'role');
    expect(role?.options[1]?.text).toBe(language === 'en' ? 'Planner' : '策划');
    const rows = [
      ...changed(state, { role: 'writer', nodes: null }).slice(0, 1),
      { was: null, row: { name: 'Ann', email: null, role: 'host', nodes: null } },
    ];
    const saved = save(machine, state, rows);
    expect(sheetsCalls(machine, 'saveRows')).toEqual(['get', 'Values.batchGetByDataFilter', 'batchUpdate']);
    expect(saved).toMatchObject({
      saved: true,
      sentence: language === 'en' ? 'Saved in the sheet “Team”.' : '已保存到“团队”工作表。',
    });
    const words = language === 'en' ? ['Writer', 'Host'] : ['文案', '主播'];
    expect(rowsOf(machine, 'team', language)).toEqual([
      { name: 'Mei', email: 'mei@team.example', role: words[0] },
      { name: 'Ann', role: words[1] },
    ]);
    expect(saved.state).toEqual(read(machine, 'team'));
  });

  test('example rows are told as such and count as nobody', () => {
    const machine = bench({ language, setUp: false });
    call(machine, 'setUp', { language, examples: true });
    expect(read(machine, 'team').examples).toEqual([0, 1]);
    expect(call(machine, 'sidebarState', {}).people).toBe(0);
    loadRows(machine, 'team', TEAM);
    expect(read(machine, 'team').examples).toEqual([0, 1]);
    expect(call(machine, 'sidebarState', {}).people).toBe(2);
  });
});

test('what others change meanwhile is kept, also where they sort', () => {
  const machine = withTeam();
  const state = read(machine, 'team');
  const { sheetId } = sheetTitled(machine, 'Team');
  batch(machine, {
    sortRange: {
      range: { sheetId, startRowIndex: 1, endRowIndex: 3 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
    },
  });
  type(machine, 'Team', 'D3', 'ctr');
  const saved = save(machine, state, changed(state, { role: 'writer' }));
  expect(saved).toMatchObject({
    saved: true,
    sentence: 'Saved in the sheet “Team”. What others changed there meanwhile was kept.',
  });
  expect(rowsOf(machine, 'team')).toEqual([
    { name: 'Bo', email: 'bo@team.example', role: 'Operator' },
    { name: 'Mei', email: 'mei@team.example', role: 'Writer', nodes: 'ctr' },
  ]);
});

test('what others changed in the same place is told; nothing is written until a person has seen it', () => {
  const machine = withTeam();
  const state = read(machine, 'team');
  type(machine, 'Team', 'C2', 'Host');
  const before = stateOf(machine.document().sheets);
  const rows = changed(state, { role: 'writer', nodes: 'views' });
  const met = save(machine, state, rows);
  if (met.saved) throw new Error('It was written.');
  expect(met.conflicts).toEqual([{ kind: 'cell', at: 0, field: 'role', mine: 'writer', theirs: 'host' }]);
  expect(stateOf(machine.document().sheets)).toBe(before);
  // The next try begins with the sheet as it is, and this person's other changes.
  expect(met.draft[0]?.row).toEqual({ ...TEAM[0], role: 'host', nodes: 'views' });
  const again = call(machine, 'saveRows', { sheet: 'team', base: met.state.rows, rows: met.draft });
  expect(again.saved).toBe(true);
  expect(rowsOf(machine, 'team')[0]).toEqual({ ...TEAM[0], role: 'Host', nodes: 'views' });
});

test('sent twice, it is done once', () => {
  const machine = withTeam();
  const state = read(machine, 'team');
  const rows = [
    { was: 1, row: { ...state.rows[1] } },
    { was: null, row: { name: 'Ann' } },
  ];
  save(machine, state, rows);
  const after = rowsOf(machine, 'team');
  expect(after.map(({ name }) => name)).toEqual(['Bo', 'Ann']);
  expect(save(machine, state, rows).saved).toBe(true);
  expect(rowsOf(machine, 'team')).toEqual(after);
  expect(sheetsCalls(machine, 'saveRows')).toEqual(['get', 'Values.batchGetByDataFilter']);
});

test('the last row goes as well, and its cells are free for the next person', () => {
  const machine = withTeam();
  expect(save(machine, read(machine, 'team'), []).saved).toBe(true);
  expect(rowsOf(machine, 'team')).toEqual([]);
  const empty = read(machine, 'team');
  expect(empty.rows).toEqual([]);
  save(machine, empty, [{ was: null, row: { name: 'Ann' } }]);
  expect(rowsOf(machine, 'team')).toEqual([{ name: 'Ann' }]);
});

test('a text that looks like a formula stays a text', () => {
  const machine = withTeam();
  const state = read(machine, 'team');
  save(machine, state, changed(state, { name: '=IMAGE("https://example.com/")' }));
  expect(rowsOf(machine, 'team')[0]?.name).toBe('=IMAGE("https://example.com/")');
});

describe('accounts', () => {
  const ACCOUNT = {
    platform: 'youtube',
    id: 'UC1',
    name: 'Art',
    market: 'US',
    currency: 'USD',
    state: 'running',
  };

  test('have owners from the team, and keep what the add-on computes', () => {
    const machine = withTeam();
    loadRows(machine, 'accounts', [{ ...ACCOUNT, gmv: 12 }]);
    const state = read(machine, 'accounts');
    expect(state.fields.find(({ key }) => key === 'owner')?.options.map(({ value }) => value)).toEqual([
      'Mei',
      'Bo',
    ]);
    expect(state.rows).toEqual([{ ...ACCOUNT, owner: null }]);
    save(machine, state, changed(state, { owner: 'Bo', state: 'closed' }));
    expect(rowsOf(machine, 'accounts')[0]).toMatchObject({
      owner: 'Bo',
      state: 'Closed',
      gmv: 12,
      name: 'Art',
    });
  });

  test('a new one needs its platform and id', () => {
    const machine = withTeam();
    const state = read(machine, 'accounts');
    const rows = [{ was: null, row: { name: 'Art', platform: 'youtube' } }];
    expect(ask(machine, 'saveRows', { sheet: 'accounts', base: state.rows, rows })).toEqual({
      ok: false,
      sentence: '“” cannot stand in “Account ID”. Nothing was changed.',
    });
  });
});

describe.each(LANGUAGES)('settings (%s)', (language) => {
  const value = (machine: Machine, key: string) =>
    rowsOf(machine, 'settings', language).find((row) => row.key === key)?.value;

  test('show the values that count, and are changed in place', () => {
    const machine = bench({ language });
    const state = read(machine, 'settings');
    expect(state.rows).toHaveLength(1);
    expect(state.rows[0]).toMatchObject({
      language,
      currency: 'USD',
      green: 1,
      amber: 0.9,
      recipients: null,
    });
    const rows = changed(state, { amber: 0.8, sla_hours: 12, recipients: 'Mei' });
    expect(save(machine, state, rows).saved).toBe(true);
    expect(['amber', 'sla_hours', 'recipients', 'green'].map((key) => value(machine, key))).toEqual([
      0.8,
      12,
      'Mei',
      1,
    ]);
  });

  test('another language speaks at once', () => {
    const machine = bench({ language });
    const state = read(machine, 'settings');
    const other = language === 'en' ? 'zh-CN' : 'en';
    const saved = save(machine, state, changed(state, { language: other }));
    const expected = language === 'en' ? '已保存到“Settings”工作表。' : 'Saved in the sheet “设置”.';
    expect(saved).toMatchObject({ saved: true, sentence: expected });
    expect(saved.state.fields).toEqual(read(machine, 'settings').fields);
    expect(call(machine, 'sidebarState', {}).language).toBe(other);
  });
});

test('settings typed in other ways are read; what cannot be read is shown and stays until it is changed', () => {
  const machine = bench();
  const settings = rowsOf(machine, 'settings').map(({ key }) => key);
  const cellOf = (key: string) => `B${settings.indexOf(key) + 2}`;
  type(machine, 'Settings', cellOf('amber'), '85%');
  type(machine, 'Settings', cellOf('attribution'), 'FIRST');
  type(machine, 'Settings', cellOf('sla_hours'), 'soon');
  type(machine, 'Settings', cellOf('warn_days'), '');
  const state = read(machine, 'settings');
  expect(state.rows[0]).toMatchObject({ amber: 0.85, attribution: 'first', sla_hours: 'soon', warn_days: 7 });
  expect(save(machine, state, changed(state, { green: 1.1 })).saved).toBe(true);
  expect(rowsOf(machine, 'settings').find(({ key }) => key === 'sla_hours')?.value).toBe('soon');
});

test.each<[string, ListRow]>([
  ['green', { green: 11 }],
  ['close_after_days', { close_after_days: 1.5 }],
  ['currency', { currency: 'dollar' }],
  ['language', { language: 'fr' }],
  ['attribution', { attribution: 'ours' }],
  ['sla_hours', { sla_hours: null }],
])('a value that %s cannot have is refused, whoever sends it', (_, values) => {
  const machine = bench();
  const state = read(machine, 'settings');
  const before = stateOf(machine.document().sheets);
  const answer = ask(machine, 'saveRows', {
    sheet: 'settings',
    base: state.rows,
    rows: changed(state, values),
  });
  expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(/Nothing was changed/) });
  expect(stateOf(machine.document().sheets)).toBe(before);
});

test('two people who change the same setting meet', () => {
  const machine = bench();
  const state = read(machine, 'settings');
  save(machine, state, changed(state, { green: 1.1, amber: 0.8 }));
  expect(save(machine, state, changed(state, { green: 1.2, sla_hours: 12 }))).toMatchObject({
    saved: false,
    conflicts: [{ kind: 'cell', at: 0, field: 'green', mine: 1.2, theirs: 1.1 }],
    draft: [{ was: 0, row: { green: 1.1, amber: 0.8, sla_hours: 12 } }],
  });
});

test('other sheets, columns and kinds of cells are not reached', () => {
  const machine = withTeam();
  for (const request of [
    { sheet: 'performance' },
    { sheet: 'team', base: [], rows: [{ was: -1, row: {} }] },
    { sheet: 'team', base: [], rows: [{ was: null, row: { name: ['x'] } }] },
    { sheet: 'team', base: [], rows: [{ was: null, row: { 'a.b': 'x' } }] },
  ]) {
    const name = 'rows' in request ? 'saveRows' : 'readRows';
    expect(ask(machine, name, request).ok).toBe(false);
  }
  const state = read(machine, 'team');
  const rows = [...kept(state), { was: null, row: { name: 'Ann', key: 'x', formula: '=1' } }];
  expect(save(machine, state, rows).saved).toBe(true);
  expect(rowsOf(machine, 'team')[2]).toEqual({ name: 'Ann' });
});

test('a sheet or column that is gone is named', () => {
  const machine = withTeam();
  const state = read(machine, 'team');
  const { sheetId } = sheetTitled(machine, 'Team');
  batch(machine, {
    deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
  });
  expect(ask(machine, 'saveRows', { sheet: 'team', base: state.rows, rows: kept(state) })).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('The column “E-mail” of the sheet “Team” is missing'),
  });
  batch(machine, { deleteSheet: { sheetId } });
  expect(ask(machine, 'readRows', { sheet: 'team' })).toEqual({
    ok: false,
    sentence: 'The sheet “Team” is missing. Choose “Set up this spreadsheet” to get it back.',
  });
});

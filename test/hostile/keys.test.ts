/** Names that every object has, as ids, accounts, headers, settings and words: names like any other. */
import {
  ask,
  bench,
  call,
  importText,
  lineOf,
  loadRows,
  reviewOf,
  rowsOf,
  serial,
  type,
  valuesOf,
} from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import { KEYS } from './texts.ts';

const WEEK = '2026-W31';
const before = Object.getOwnPropertyNames(Object.prototype).join();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const video = (views: number) => [
  { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: views / 100 },
];
const machine = bench();
for (const [i, account] of KEYS.entries()) {
  importText(machine, youtube([{ ...video(100)[0]!, id: `F3HVs95pa${10 + i}` }]), {
    asOf: '2026-07-26',
    account,
  });
  importText(machine, youtube([{ ...video(170 + i)[0]!, id: `F3HVs95pa${10 + i}` }]), {
    asOf: '2026-08-02',
    account,
  });
}
loadRows(
  machine,
  'tree',
  KEYS.map((id) => ({
    ...{
      id,
      parent: 'watch',
      name: id,
      kind: 'influence',
      metric: 'views',
      unit: 'count',
      account: id,
      owner: id,
    },
    guardrail: id,
  })),
);
loadRows(
  machine,
  'targets',
  KEYS.map((node, i) => ({ node, from: serial('2026-07-27'), to: serial('2026-08-02'), target: 100 + i })),
);

test('accounts have such names', () => {
  expect(rowsOf(machine, 'accounts').map(({ id }) => id)).toEqual(KEYS);
  expect(call(machine, 'sidebarState', {}).accounts.map(({ id }) => id)).toEqual(KEYS);
});

test('KPIs have such ids: figures and plans in the review, each its own', () => {
  const review = reviewOf(machine, WEEK);
  KEYS.forEach((id, i) => {
    expect([id, lineOf(review, id).actual.value, lineOf(review, id).plan]).toEqual([id, 70 + i, 100 + i]);
  });
  expect(call(machine, 'writeReview', { week: WEEK }).state).toBe('draft');
  const tab = valuesOf(machine, WEEK).flat();
  expect(KEYS.filter((key) => !tab.some((cell) => String(cell).includes(key)))).toEqual([]);
});

test('the editor gets their figures, saves them, and what it saves twice changes nothing', () => {
  const { rows } = call(machine, 'readTree', {});
  const { nodes } = call(machine, 'treeFigures', { rows });
  expect(KEYS.filter((key) => !Object.hasOwn(nodes, key))).toEqual([]);
  expect(KEYS.map((key) => nodes[key]?.actual)).toEqual(KEYS.map((_, i) => 70 + i));
  const edited = rows.map((row) => ({ was: String(row.id), row: { ...row, note: `note of ${row.id}` } }));
  expect(call(machine, 'saveTree', { base: rows, rows: edited, targets: [] }).saved).toBe(true);
  const notes = new Set(rowsOf(machine, 'tree').map(({ note }) => note));
  expect(KEYS.filter((key) => !notes.has(`note of ${key}`))).toEqual([]);
});

test('settings with such keys are none, words and currencies are named as unknown', () => {
  const rows = valuesOf(machine, 'Settings').length;
  KEYS.forEach((key, i) => {
    type(machine, 'Settings', `A${rows + i + 1}`, key);
    type(machine, 'Settings', `B${rows + i + 1}`, 'polluted');
  });
  const day = serial('2026-07-30');
  loadRows(
    machine,
    'costs',
    KEYS.map((key) => ({
      date: day,
      component: key,
      platform: key,
      currency: key,
      amount: 5,
      allocation: key,
    })),
  );
  loadRows(
    machine,
    'orders',
    KEYS.map((key) => ({
      id: key,
      date: day,
      sku: key,
      currency: 'USD',
      amount: 5,
      utm_content: key,
      platform: key,
      status: key,
    })),
  );
  loadRows(
    machine,
    'rates',
    KEYS.map((key) => ({ date: day, currency: key, rate: 2 })),
  );
  loadRows(
    machine,
    'team',
    KEYS.map((key) => ({ name: key, email: key, role: key })),
  );
  expect(ask(machine, 'writeReview', { week: WEEK })).toMatchObject({ ok: true });
  expect(ask(machine, 'sidebarState', {})).toMatchObject({ ok: true });
  const found = rowsOf(machine, 'issues').map((issue) => issue.found);
  expect(KEYS.filter((key) => !found.includes(key))).toEqual([]);
  expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(
    KEYS.reduce((sum, _, i) => sum + 70 + i, 0),
  );
});

test('headers have such names, and columns are mapped by them', () => {
  const [id, title, views] = KEYS;
  const mapping = {
    ...{ name: '__proto__', platform: 'other', goal: 'content', kind: 'cumulative' },
    columns: { id, title, views },
  };
  const rows = [
    [id, title, views, 'hasOwnProperty'],
    ['abc', 'constructor', '12', 'x'],
    ['__proto__', 'toString', '13', 'x'],
  ];
  const file = {
    fileName: '__proto__.csv',
    tables: [{ name: 'a', rows }],
    account: 'valueOf',
    asOf: '2026-08-02',
    mapping,
  };
  const outcome = call(machine, 'importFile', file);
  expect(outcome).toMatchObject({ read: 2, taken: 2, rejectedCount: 0 });
  expect(rowsOf(machine, 'content').map((row) => row.id)).toEqual(
    expect.arrayContaining(['abc', '__proto__']),
  );
  expect(call(machine, 'importFile', file)).toMatchObject({ read: 2, taken: 0, unchanged: 2 });
});

test('a key that would become part of every object is refused or left out', () => {
  const row = JSON.parse(
    '{"name":"Bo","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  ) as object;
  expect(ask(machine, 'loadRows', { tables: [{ sheet: 'team', rows: [row] }] })).toMatchObject({ ok: false });
  const plain = JSON.parse('{"name":"Bo","__proto__":"x","constructor":"y"}') as object;
  expect(ask(machine, 'loadRows', { tables: [{ sheet: 'team', rows: [plain] }] })).toMatchObject({
    ok: true,
  });
});

describe('signs that text seldom has', () => {
  test('in ids, titles, names of files and accounts they come through, twice the same', () => {
    const own = bench();
    const texts = ['a\ud800b', '\u202eabc\u202c', '\u05d0\u05d1 \u200f1', '👩‍👩‍👧'];
    const rows = [['Id', 'Title', 'Views'], ...texts.map((text) => [`id ${text}`, text, '12'])];
    const mapping = {
      ...{ name: texts.join(), platform: 'other', goal: 'content', kind: 'cumulative' },
      columns: { id: 'Id', title: 'Title', views: 'Views' },
    };
    const name = texts.join(' ');
    const file = {
      fileName: `${name}.csv`,
      tables: [{ name, rows }],
      account: name,
      asOf: '2026-08-02',
      mapping,
    };
    expect(call(own, 'importFile', file)).toMatchObject({ read: 4, taken: 4, rejectedCount: 0 });
    expect(call(own, 'importFile', file)).toMatchObject({ read: 4, taken: 0, unchanged: 4 });
    expect(ask(own, 'writeReview', { week: WEEK })).toMatchObject({ ok: true });
    expect(rowsOf(own, 'content')).toHaveLength(4);
  });

  test('signs that nobody can see become blanks in what is imported, and the row is kept', () => {
    const own = bench();
    importText(own, youtube([{ ...video(5)[0]!, title: 'a\u0001b\u0007c' }]), {
      asOf: '2026-08-02',
      account: 'art',
    });
    expect(rowsOf(own, 'content').map(({ title }) => title)).toEqual(['a b c']);
  });
});

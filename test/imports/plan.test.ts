import { accountOfFileName } from '../../src/imports/account.ts';
import { formatOf } from '../../src/imports/formats.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import { changeRequests } from '../../src/workbook/changes.ts';
import type { Table, Tables } from '../../src/workbook/table.ts';
import { mapOf } from '../workbook/support.ts';
import { AS_OF, apply, change, counts, plan, planned, sentence } from './support.ts';

const FILE =
  'Content,Video title,Video publish time,Views,Likes,Estimated revenue (USD)\n' +
  'Total,,,30,3,0.5\nF3HVs95pagk,First,"Mar 15, 2025",10,1,0.2\nZTbDjXwKfMQ,Second,"Mar 16, 2025",20,2,0.3\n';
const LATER = FILE.replace('30,3,0.5', '32,3,0.5').replace('20,2,0.3', '22,2,0.3');

const table = (key: string, columns: Record<string, Cell[]>): Table => ({
  key,
  title: key,
  rows: Math.max(...Object.values(columns).map((cells) => cells.length)),
  columns,
});

const first = plan(FILE);
const after = apply({}, first.changes);

describe('a first import', () => {
  test('writes what is new, in the workbook’s words', () => {
    expect(
      first.changes.map(({ sheet, appends, updates }) => [sheet, appends.length, updates.length]),
    ).toEqual([
      ['accounts', 1, 0],
      ['content', 2, 0],
      ['performance', 2, 0],
      ['imports', 1, 0],
    ]);
    expect(change(first, 'accounts').appends[0]).toEqual({
      platform: 'YouTube',
      id: 'art-channel',
      name: 'art-channel',
      currency: 'USD',
    });
    expect(change(first, 'content').appends[0]).toEqual({
      id: 'F3HVs95pagk',
      platform: 'YouTube',
      account: 'art-channel',
      status: 'Published',
      title: 'First',
      published: 45731,
    });
    expect(change(first, 'performance').appends[0]).toEqual({
      content: 'F3HVs95pagk',
      platform: 'YouTube',
      account: 'art-channel',
      to: AS_OF,
      kind: 'Total to date',
      currency: 'USD',
      views: 10,
      likes: 1,
      revenue_ads: 0.2,
      import: 'import-1',
    });
    expect(change(first, 'imports').appends[0]).toEqual({
      id: 'import-1',
      file: 'art-channel.csv',
      format: 'youtube.content',
      platform: 'YouTube',
      account: 'art-channel',
      to: AS_OF,
      as_of: AS_OF,
      ...counts(first),
      who: 'ana@example.com',
      when: AS_OF + 1.375,
    });
  });

  test('in Chinese words', () => {
    const chinese = plan(FILE, { language: 'zh-CN' });
    expect(change(chinese, 'performance').appends[0]).toMatchObject({ platform: 'YouTube', kind: '累计值' });
    expect(change(chinese, 'content').appends[0]).toMatchObject({ status: '已发布' });
    const english = plan(FILE, { tables: apply({}, chinese.changes) });
    expect(english.changes).toEqual([]);
  });

  test('counts rejected rows and lists them among the data issues', () => {
    const mixed = plan(`${FILE}KOQlhJkbyL8,Third,,many,1,1\n`);
    expect(counts(mixed)).toEqual({ read: 3, taken: 2, updated: 0, unchanged: 0, rejected: 1, skipped: 1 });
    expect(change(mixed, 'issues').appends).toEqual([
      {
        when: AS_OF + 1.375,
        sheet: 'art-channel.csv',
        cell: 'D5',
        sentence: 'Row 5: “many” under “Views” is not a whole number (for example 1234).',
        found: 'many',
        expected: 'for example 1234',
        raw: 'KOQlhJkbyL8,Third,,many,1,1',
        code: 'CELL_NOT_COUNT',
        import: 'import-1',
      },
    ]);
    const again = plan(`${FILE}KOQlhJkbyL8,Third,,many,1,1\n`, { tables: apply({}, mixed.changes) });
    expect(again.changes).toEqual([]);
  });

  test('a row that is there twice is read twice and taken once', () => {
    const twice = plan(`${FILE}F3HVs95pagk,First,"Mar 15, 2025",10,1,0.2\n`);
    expect(counts(twice)).toEqual({ read: 3, taken: 2, updated: 0, unchanged: 1, rejected: 0, skipped: 1 });
  });

  test('content published after the as-of day speaks for a wrong day', () => {
    expect(plan(FILE, { asOf: 45731 }).result.warnings).toEqual([
      { code: 'PUBLISHED_AFTER_AS_OF', values: { count: 1, row: 4 } },
    ]);
    expect(first.result.warnings).toEqual([]);
  });
});

describe('importing again', () => {
  test('the same file changes nothing at all', () => {
    const again = plan(FILE, { tables: after, importId: 'import-2' });
    expect(again.changes).toEqual([]);
    expect(again.result.changed).toBe(false);
    expect(counts(again)).toEqual({ read: 2, taken: 0, updated: 0, unchanged: 2, rejected: 0, skipped: 1 });
  });

  test('the same day with other figures updates only the cells that differ', () => {
    const update = plan(LATER, { tables: after, importId: 'import-2' });
    expect(counts(update)).toEqual({ read: 2, taken: 0, updated: 1, unchanged: 1, rejected: 0, skipped: 1 });
    expect(change(update, 'performance')).toEqual({
      sheet: 'performance',
      appends: [],
      updates: [{ index: 1, values: { views: 22, import: 'import-2' } }],
    });
    expect(change(update, 'content').updates).toEqual([]);
    expect(change(update, 'imports').appends).toHaveLength(1);
  });

  test('every other row with other figures takes as few requests as one row', () => {
    const file = (rows: number, step: number): string =>
      `Content,Views,Watch time (hours),Subscribers,Likes,Comments added\n${Array.from(
        { length: rows },
        (_, n) => {
          const more = n % 2 ? step : 0;
          return `AAAAAA${String(n).padStart(5, '0')},${n + more},${n},${n % 4 ? 1 : 1 + more},${n + more},${n}\n`;
        },
      ).join('')}`;
    const requests = [2, 20, 490].map((rows) => {
      const tables = apply({}, plan(file(rows, 0)).changes);
      const again = plan(file(rows, 5), { tables, importId: 'import-2' });
      expect(again.result.updated).toBe(rows / 2);
      const map = mapOf({ key: 'performance' }, { key: 'content' }, { key: 'imports' });
      return changeRequests(map, tables, again.changes, 'en').length;
    });
    expect(requests[2]).toBe(requests[0]);
    expect(requests[2]).toBeLessThanOrEqual(5);
  });

  test('a figure that the file leaves blank keeps the one that is there', () => {
    const blank = plan(FILE.replace('10,1,0.2', '10,,0.2'), { tables: after });
    expect(blank.changes).toEqual([]);
  });

  test('a later day adds a snapshot, which spans the days since the one before', () => {
    const later = plan(LATER, { tables: after, asOf: AS_OF + 7 });
    expect(counts(later)).toEqual({ read: 2, taken: 2, updated: 0, unchanged: 0, rejected: 0, skipped: 1 });
    expect(change(later, 'imports').appends[0]).toMatchObject({
      from: AS_OF + 1,
      to: AS_OF + 7,
      as_of: AS_OF + 7,
    });
  });

  test('a day filled in between takes its days from the later span', () => {
    const both = apply(after, plan(LATER, { tables: after, asOf: AS_OF + 7 }).changes);
    const between = plan(LATER, { tables: both, asOf: AS_OF + 3 });
    expect(change(between, 'imports')).toMatchObject({
      appends: [{ from: AS_OF + 1, to: AS_OF + 3 }],
      updates: [{ index: 1, values: { from: AS_OF + 4 } }],
    });
    const before = plan(FILE, { tables: both, asOf: AS_OF - 7 });
    expect(change(before, 'imports').appends[0]).not.toHaveProperty('from');
    expect(change(before, 'imports').updates).toEqual([{ index: 0, values: { from: AS_OF - 6 } }]);
  });

  test('a day that someone typed as text is that day, as it is for the review', () => {
    const typed = (sheet: string, key: string, cell: Cell): Tables => {
      const rows = after[sheet]!;
      return { ...after, [sheet]: { ...rows, columns: { ...rows.columns, [key]: [cell, cell] } } };
    };
    expect(plan(FILE, { tables: typed('performance', 'to', '2026-08-01') }).changes).toEqual([]);
    expect(plan(FILE, { tables: typed('performance', 'from', 'some day') }).result.taken).toBe(2);
    expect(plan(FILE, { tables: typed('imports', 'as_of', '2026年8月1日') }).changes).toEqual([]);
    const later = plan(LATER, { tables: typed('imports', 'as_of', '2026/8/1'), asOf: AS_OF + 7 });
    expect(change(later, 'imports').appends[0]).toMatchObject({ from: AS_OF + 1 });
  });

  test('what was undone in the log counts no more', () => {
    const log = after.imports!;
    const undone = { ...after, imports: { ...log, columns: { ...log.columns, undone: [AS_OF + 2] } } };
    const later = plan(LATER, { tables: undone, asOf: AS_OF + 7 });
    expect(change(later, 'imports').appends[0]).not.toHaveProperty('from');
  });

  test('other accounts, platforms, kinds and days have rows of their own', () => {
    const rows = after.performance!;
    const changed = (key: string, cell: Cell): Tables => ({
      ...after,
      performance: { ...rows, columns: { ...rows.columns, [key]: [cell, cell] } },
    });
    for (const [key, cell] of [
      ['account', 'other'],
      ['platform', 'TikTok'],
      ['kind', 'Within the period'],
      ['to', AS_OF - 1],
      ['from', AS_OF - 6],
    ] as const) {
      expect([key, plan(FILE, { tables: changed(key, cell) }).result.taken]).toEqual([key, 2]);
    }
    expect(plan(FILE, { tables: changed('kind', 'cumulative') }).result.unchanged).toBe(2);
  });
});

describe('the as-of day', () => {
  test.each([AS_OF + 1, AS_OF + 1.5, AS_OF + 400])('%d is still to come: nothing is taken', (asOf) => {
    const made = planned(FILE, { tables: after, asOf, now: AS_OF + 0.99 });
    expect(made).toEqual({
      issue: { code: 'AS_OF_IN_FUTURE', found: expect.any(String), expected: '2026-07-31' },
    });
  });

  test('says which day would be right', () => {
    const made = planned(FILE, { asOf: AS_OF + 1, now: AS_OF });
    expect('issue' in made && sentence(made.issue)).toBe(
      'The as-of day 2026-08-02 is still to come, so nothing of the file was taken. Please give the last full day that the file contains, 2026-07-31 at the latest.',
    );
  });

  test('today is taken with a warning, the day before without', () => {
    const today = plan(FILE, { now: AS_OF + 0.4 });
    expect(today.result).toMatchObject({ taken: 2, asOf: AS_OF });
    expect(today.result.warnings.map(sentence)).toEqual([
      'The as-of day is today, and today is not over: figures may be missing from it. The last full day is 2026-07-31.',
    ]);
    expect(plan(FILE, { now: AS_OF + 1 }).result.warnings).toEqual([]);
  });
});

describe('the same content under two accounts', () => {
  const named = apply(after, [
    { sheet: 'accounts', appends: [], updates: [{ index: 0, values: { name: 'Art with Ana' } }] },
  ]);
  const other = plan(FILE, { tables: named, account: 'studio-b', importId: 'import-2' });
  const both = apply(named, other.changes);

  test('has a row of its own for each, as the facts have', () => {
    expect(change(other, 'content')).toMatchObject({
      appends: [
        { id: 'F3HVs95pagk', account: 'studio-b' },
        { id: 'ZTbDjXwKfMQ', account: 'studio-b' },
      ],
      updates: [],
    });
    expect(change(other, 'performance').appends).toHaveLength(2);
    const again = plan(FILE, { tables: both, account: 'Studio-B' });
    expect([again.result.account, again.changes]).toEqual(['studio-b', []]);
    expect(plan(FILE, { tables: both, account: 'art-channel' }).changes).toEqual([]);
  });

  test('is said, with the name of the other account', () => {
    expect(other.result.warnings.map(sentence)).toEqual([
      'Content of this file that already belongs to the account “Art with Ana”: 2. Please check the account; the figures of both are added up.',
    ]);
    const one = plan('Content,Views\nF3HVs95pagk,10\nKOQlhJkbyL8,3\n', { tables: after, account: 'new' });
    expect(one.result.warnings).toEqual([
      { code: 'CONTENT_OF_OTHER_ACCOUNT', values: { count: 1, account: 'art-channel' } },
    ]);
  });

  test('a row without an account is taken for the file’s, unless that has one of its own', () => {
    const content = table('content', {
      id: ['F3HVs95pagk', 'F3HVs95pagk', 'ZTbDjXwKfMQ'],
      account: [null, 'ART-channel', ' '],
      platform: ['YouTube', 'YouTube', null],
    });
    const made = plan('Content,Views,Video title\nF3HVs95pagk,1,First\nZTbDjXwKfMQ,2,Second\n', {
      tables: { content },
    });
    expect(change(made, 'content').appends).toEqual([]);
    expect(change(made, 'content').updates.map(({ index, values }) => [index, values.account])).toEqual([
      [1, undefined],
      [2, 'ART-channel'],
    ]);
    expect(made.result.warnings).toEqual([]);
  });
});

describe('content that people have typed', () => {
  const content = table('content', {
    id: ['F3HVs95pagk', 'ZTbDjXwKfMQ', 'F3HVs95pagk'],
    title: ['My own title', ' ', null],
    platform: ['YouTube', null, 'TikTok'],
    account: ['art-channel', 'art-channel', null],
    status: ['Planned', null, null],
  });

  test('stays; empty cells are filled', () => {
    const typed = plan(FILE, { tables: { content } });
    expect(change(typed, 'content')).toEqual({
      sheet: 'content',
      appends: [],
      updates: [
        { index: 0, values: { published: 45731 } },
        { index: 1, values: { platform: 'YouTube', status: 'Published', title: 'Second', published: 45732 } },
      ],
    });
  });

  test('names the account of a file that holds it', () => {
    const known = (...accounts: Cell[]): string =>
      plan(FILE, {
        fileName: 'Table data (3).csv',
        tables: { content: table('content', { id: ['F3HVs95pagk', 'ZTbDjXwKfMQ'], account: accounts }) },
      }).result.account;
    expect(known('studio-b', 'studio-b')).toBe('studio-b');
    expect(known('studio-b', null)).toBe('studio-b');
    expect(known('studio-b', 'studio-c')).toBe('studio-b');
    expect(known(null, null)).toBe('youtube');
    expect(plan(FILE, { tables: { content }, account: ' Given ' }).result.account).toBe('Given');
  });
});

test('a known account is found without regard to case, and not added twice', () => {
  const accounts = table('accounts', { platform: ['YouTube'], id: ['Art-Channel'] });
  const known = plan(FILE, { tables: { accounts } });
  expect(known.result.account).toBe('Art-Channel');
  expect(change(known, 'accounts').appends).toEqual([]);
});

test.each([
  ['art-channel.csv', 'art-channel'],
  ['/home/ana/Art-Channel (1).csv', 'art-channel'],
  ['C:\\files\\art-channel-2.xlsx', 'art-channel'],
  ['art-channel 2026-07-01_2026-08-01.csv', 'art-channel'],
  ['art-channel_20260801 - copy.zip', 'art-channel'],
  ['Table data - Cooking with Li.csv', 'cooking with li'],
  ['Table data.csv', 'youtube'],
  ['Table data (1).csv', 'youtube'],
  ['表格数据.csv', 'youtube'],
  ['2026-08-01.csv', 'youtube'],
  ['频道 7.csv', '频道'],
  ['.csv', 'youtube'],
])('the account of %s is %s', (fileName, account) => {
  expect(accountOfFileName(fileName, formatOf('youtube.content')!)).toBe(account);
});

describe('rejected rows of a file that comes every week', () => {
  const HEAD = 'Order ID,Order Date,Order Amount\n';
  const orders = (count: number, bad: (i: number) => string): string =>
    `${HEAD}${Array.from({ length: count }, (_, i) => bad(i)).join('\n')}\n`;

  test('stand in the list once, however their row numbers change; a new one is added', () => {
    const first = plan(`${HEAD}A-1,2026-07-01,5\nA-2,soon,6\nA-3,2026-07-01,many\n`);
    expect(change(first, 'issues').appends.map(({ cell, raw }) => [cell, raw])).toEqual([
      ['B3', 'A-2,soon,6'],
      ['C4', 'A-3,2026-07-01,many'],
    ]);
    const tables = apply({}, first.changes);
    const next = plan(
      `${HEAD}A-0,2026-07-08,5\nA-1,2026-07-01,5\nA-2,soon,6\nA-3,2026-07-01,many\nA-4,later,7\n`,
      { tables, asOf: AS_OF + 7 },
    );
    expect(change(next, 'issues').appends.map(({ cell, raw }) => [cell, raw])).toEqual([
      ['B6', 'A-4,later,7'],
    ]);
    expect(next.result.rejected).toHaveLength(3);
    expect(change(next, 'imports').appends[0]).toMatchObject({ rejected: 3 });
  });

  test('the list bears 2,000 of a file; the others are counted by their reason', () => {
    const text = orders(2600, (i) => (i % 2 === 0 ? `A-${i},soon,6` : `A-${i},2026-07-01,many`));
    const many = plan(text);
    const { appends } = change(many, 'issues');
    expect(appends).toHaveLength(2002);
    expect(appends.slice(2000).map(({ code, sentence, found }) => [code, sentence, found])).toEqual([
      [
        'REJECTED_MORE',
        '300 more rows were rejected for this reason: Row 2002: “soon” under “Order Date” is not a clear date (for example 2025-03-15).',
        '300',
      ],
      [
        'REJECTED_MORE',
        '300 more rows were rejected for this reason: Row 2003: “many” under “Order Amount” is not a number (for example 12.50).',
        '300',
      ],
    ]);
    expect(many.result.rejected).toHaveLength(2600);
    // The same file with another row: neither its 2,000 rows nor their counts come again.
    const again = plan(`${text}B-1,2026-07-08,5\n`, { tables: apply({}, many.changes), asOf: AS_OF + 7 });
    expect(change(again, 'issues').appends).toEqual([]);
  });
});

describe('the log of a file of LIVEs', () => {
  const lives =
    'Room ID,Room Title,Start Time,Duration,Attributed GMV,Views\n7681714846173356608,Tea,2026-07-21 20:00,3600,10,5\n';
  const logged = (fileName: string, asOf = AS_OF) =>
    change(plan(lives, { fileName, asOf }), 'imports').appends.map(({ from, to }) => [from, to]);
  const tuesday = AS_OF - 11; // 2026-07-21

  test('covers the days that its name says, also those without a LIVE, up to the last full day', () => {
    expect(logged('Creator-Live-Performance_20260720-20260726.csv')).toEqual([[tuesday - 1, tuesday + 5]]);
    expect(logged('Creator-Live-Performance_20260720-20260726.csv', tuesday + 2)).toEqual([
      [tuesday - 1, tuesday + 2],
    ]);
    expect(logged('lives.csv')).toEqual([[tuesday, tuesday]]);
  });
});

import type { Machine } from '../../src/local/machine.ts';
import {
  bench,
  call,
  importText,
  lineOf,
  loadRows,
  reviewOf,
  rowsOf,
  serial,
  sheetsCalls,
  stateOf,
  valuesOf,
} from './bench.ts';
import { type Video, youtube } from './export.ts';

const SUNDAY = '2026-07-26';
const NEXT_SUNDAY = '2026-08-02';
const WEEK = '2026-W31';

/** Traps: ids that begin with `-` or stand behind a space, quotes and commas in a title, emoji, hidden likes. */
const GROWN: Video = {
  id: 'F3HVs95pagk',
  title: 'Portrait, "day 8" 🎨  #art',
  published: 'Mar 15, 2025',
  duration: 60,
  likes: 100,
  shares: 10,
  views: 1000,
  hours: 10.5,
  subscribers: 4,
  impressions: 5000,
  ctr: 4,
};
const STILL: Video = {
  id: '-jsMYHMEL6I',
  published: 'Jan 2, 2026',
  likes: 80,
  shares: 5,
  views: 800,
  hours: 8,
};
const FALLING: Video = {
  id: ' _sMYHMEL6I0',
  published: 'Feb 3, 2026',
  likes: 50,
  shares: 2,
  views: 300,
  hours: 3,
};
const HIDDEN: Video = { id: 'hiddenLikes', published: 'Apr 1, 2026', views: 10, hours: 0.1 };
const GONE: Video = {
  id: 'goneVideo01',
  published: 'May 1, 2026',
  likes: 1,
  shares: 0,
  views: 60,
  hours: 0.6,
};

const FIRST = [GROWN, STILL, FALLING, HIDDEN, GONE];
const SECOND: Video[] = [
  {
    ...GROWN,
    likes: 130,
    shares: 16,
    views: 1500,
    hours: 16.25,
    subscribers: 9,
    impressions: 8000,
    ctr: 4.5,
  },
  STILL,
  { ...FALLING, likes: 45, views: 340, hours: 3.4 },
  { ...HIDDEN, views: 15, hours: 0.15 },
  { id: 'newVideo001', published: 'Jul 29, 2026', likes: 20, shares: 3, views: 250, hours: 2.5 },
  { id: 'lateToTable', published: 'Jun 1, 2026', likes: 9, shares: 1, views: 90, hours: 0.9 },
];

const bringIn = (machine: Machine, videos: readonly Video[], asOf: string) =>
  importText(machine, youtube(videos), { asOf, account: 'art' });

function addLikes(machine: Machine): void {
  loadRows(machine, 'tree', [
    { id: 'likes', parent: 'watch', name: 'Likes', kind: 'influence', metric: 'likes' },
  ]);
}

/** Row of a KPI in the tab, by its hidden key. */
function tabRow(machine: Machine, id: string, option?: string): unknown[] {
  const row = valuesOf(machine, WEEK, option).find((cells) => cells[0] === `kpi:${id}`);
  if (row === undefined) throw new Error(`The tab has no row of ${id}`);
  return row;
}

describe('two snapshots, a Sunday and the next', () => {
  const machine = bench();
  bringIn(machine, FIRST, SUNDAY);
  bringIn(machine, SECOND, NEXT_SUNDAY);
  addLikes(machine);
  call(machine, 'writeReview', { week: WEEK });
  const review = reviewOf(machine, WEEK);

  test.each([
    ['watch', 8.7],
    ['watch.views', 795],
    ['watch.average', (8.7 / 795) * 3600],
    ['impressions', 3000],
    ['ctr', (8000 * 0.045 - 5000 * 0.04) / 3000],
    ['likes', 45],
    ['engagement', 54 / 790],
    ['followers', 5],
  ])('%s of the week is the difference', (id, value) => {
    const { actual } = lineOf(review, id);
    expect(actual).toMatchObject({ days: 7, of: 7, estimated: false });
    expect(actual.value).toBeCloseTo(value, 9);
    expect(tabRow(machine, id)[3]).toBe(actual.value);
  });

  test('totals to date count every item once, with its last figure', () => {
    expect(lineOf(review, 'watch.views').lifetime).toBe(1500 + 800 + 340 + 15 + 250 + 90 + 60);
    expect(lineOf(review, 'watch').lifetime).toBeCloseTo(16.25 + 8 + 3.4 + 0.15 + 2.5 + 0.9 + 0.6, 9);
  });

  test('month and quarter count what their days share, and say of how many days', () => {
    const { mtd, qtd } = lineOf(review, 'watch.views');
    expect(mtd).toEqual({
      value: expect.closeTo((545 * 2) / 7 + (250 * 2) / 5, 9),
      days: 2,
      of: 2,
      estimated: true,
    });
    expect(qtd).toEqual({ value: 795, days: 7, of: 33, estimated: false });
    expect(tabRow(machine, 'watch.views', 'FORMATTED_VALUE').slice(10, 13)).toEqual(['≈ 256', '', '795']);
  });

  test('what cannot be told is not made up: no change on a week that was not tracked', () => {
    const line = lineOf(review, 'watch.views');
    expect([line.wow, line.yoy, line.plan, line.attainment, line.status]).toEqual([
      null,
      null,
      null,
      null,
      'none',
    ]);
    expect(line.weeks).toEqual([null, null, null, null, null, 795]);
  });

  test('headline and notes say what happened', () => {
    expect(review.headline.sentences.map(({ text }) => text)).toEqual([
      'Watch time was 8.7 h in the week.',
      'What moved the KPIs cannot be told yet: the week before has no complete data.',
      'Next: agree on actions and type them under “Actions”.',
    ]);
    expect(review.coverage).toEqual([
      {
        platform: 'youtube',
        id: expect.any(String),
        account: 'art',
        owner: '',
        days: 7,
        of: 7,
        missing: [],
        isAwaited: false,
      },
    ]);
    expect(review.notes.map(({ code }) => code)).toEqual([
      'NOTE_SINCE',
      'NOTE_COVERAGE',
      'NOTE_ESTIMATED',
      'NOTE_GONE',
      'NOTE_UNKNOWN_START',
      'NOTE_FALLS',
      'NOTE_METHODS',
    ]);
    expect(review.notes.slice(3, 6).map(({ values }) => values)).toEqual([
      { count: 1 },
      { count: 1 },
      { count: 1 },
    ]);
  });

  test('content: the new item counts from nothing, the unknown one has no figures', () => {
    expect(review.content.basis).toBe('week');
    expect(review.content.coldStart.map(({ id, views }) => [id, views])).toEqual(
      expect.arrayContaining([
        ['F3HVs95pagk', 500],
        ['newVideo001', 250],
      ]),
    );
    expect(JSON.stringify(review.content)).not.toContain('lateToTable');
  });

  test('ids and titles are text as they stand in the file', () => {
    const content = rowsOf(machine, 'content');
    expect(content.map(({ id }) => id)).toEqual([
      'F3HVs95pagk',
      '-jsMYHMEL6I',
      '_sMYHMEL6I0',
      'hiddenLikes',
      'goneVideo01',
      'newVideo001',
      'lateToTable',
    ]);
    expect(content[0]).toMatchObject({
      title: 'Portrait, "day 8" 🎨  #art',
      published: serial('2025-03-15'),
      duration: 60,
      account: 'art',
    });
  });
});

test('the ranking holds each item against the median of its account', () => {
  const machine = bench();
  const growth = [600, 300, 200, 100, 50, 10];
  const ids = growth.map((_, i) => `rankedVid0${i}`);
  const at = (views: (i: number) => number): Video[] =>
    ids.map((id, i) => ({ id, published: 'Jan 5, 2026', likes: 1, shares: 1, views: views(i), hours: 1 }));
  bringIn(
    machine,
    at(() => 1000),
    SUNDAY,
  );
  bringIn(
    machine,
    at((i) => 1000 + (growth[i] ?? 0)),
    NEXT_SUNDAY,
  );
  loadRows(machine, 'settings', [{ key: 'cold_start_items', value: 0 }]);
  const { content } = reviewOf(machine, WEEK);
  expect(content.best.map(({ id, views, index, baseline }) => [id, views, index, baseline])).toEqual([
    [ids[0], 600, 4, 150],
    [ids[1], 300, 2, 150],
    [ids[2], 200, 200 / 150, 150],
  ]);
  expect(content.weakest.map(({ id, views }) => [id, views])).toEqual([
    [ids[5], 10],
    [ids[4], 50],
    [ids[3], 100],
  ]);
});

describe.each([
  ['the first', FIRST, SUNDAY],
  ['the second', SECOND, NEXT_SUNDAY],
] as const)('%s snapshot alone', (_, videos, asOf) => {
  const machine = bench();
  bringIn(machine, videos, asOf);
  call(machine, 'writeReview', { week: WEEK });
  const review = reviewOf(machine, WEEK);
  const views = videos.reduce((sum, video) => sum + video.views, 0);

  test('weekly cells are blank', () => {
    for (const line of review.tree) {
      expect(line.actual).toEqual({ value: null, days: 0, of: 7, estimated: false });
      expect([line.wow, line.mtd.value, line.qtd.value]).toEqual([null, null, null]);
      expect(
        tabRow(machine, line.id)
          .slice(3, 14)
          .filter((cell) => typeof cell === 'number'),
      ).toEqual([]);
    }
  });

  test('totals to date stand under a header that says so', () => {
    const tab = valuesOf(machine, WEEK);
    const header = tab.find((row) => row[1] === 'KPI') ?? [];
    expect(header[15]).toBe('Total to date');
    expect(tabRow(machine, 'watch.views')[15]).toBe(views);
    expect(lineOf(review, 'watch.views').lifetime).toBe(views);
    expect(review.content.basis).toBe('lifetime');
    const { text } = review.headline.sentences[0] ?? { text: '' };
    expect(text).toMatch(/^The week cannot be told from one file\. Watch time to date: \d+\.\d h\./);
    expect(review.notes.map(({ code }) => code)).toContain('NOTE_LIFETIME');
  });
});

describe('snapshots from a Saturday to the next', () => {
  const machine = bench();
  bringIn(machine, FIRST, '2026-07-25');
  bringIn(machine, SECOND, '2026-08-01');
  call(machine, 'writeReview', { week: WEEK });
  const review = reviewOf(machine, WEEK);

  test('the growth is shared by days and marked, six days of seven', () => {
    const { actual } = lineOf(review, 'watch.views');
    expect(actual).toEqual({
      value: expect.closeTo((545 * 6) / 7 + 250, 9),
      days: 6,
      of: 7,
      estimated: true,
    });
    expect(tabRow(machine, 'watch.views', 'FORMATTED_VALUE')[3]).toBe('≈ 717');
    expect(review.coverage[0]).toMatchObject({ days: 6, of: 7, missing: ['2026-08-02'] });
    expect(review.headline.sentences.map(({ text }) => text)).toEqual([
      'Watch time was 7.8 h; 6 of 7 days have the files of every account.',
      'What moved the KPIs cannot be told yet: the data of the week are not complete.',
      'Next: import the files of art.',
    ]);
  });

  test('the week before has its one day', () => {
    const before = lineOf(reviewOf(machine, '2026-W30'), 'watch.views').actual;
    expect(before).toEqual({ value: expect.closeTo(545 / 7, 9), days: 1, of: 7, estimated: true });
  });
});

describe('importing again', () => {
  test('changes nothing at all, and writes nothing', () => {
    const machine = bench();
    bringIn(machine, FIRST, SUNDAY);
    bringIn(machine, SECOND, NEXT_SUNDAY);
    call(machine, 'writeReview', { week: WEEK });
    const before = stateOf(machine.document());
    const again = bringIn(machine, SECOND, NEXT_SUNDAY);
    expect(again).toMatchObject({ read: 6, taken: 0, updated: 0, unchanged: 6, rejected: [], skipped: 1 });
    expect(sheetsCalls(machine, 'importFile')).toEqual(['get', 'Values.batchGetByDataFilter']);
    expect(bringIn(machine, FIRST, SUNDAY)).toMatchObject({ read: 5, taken: 0, updated: 0, unchanged: 5 });
    expect(stateOf(machine.document())).toBe(before);
  });

  test('an older snapshot filled in later gives the same review as in order', () => {
    const [inOrder, backwards] = [bench(), bench()];
    bringIn(inOrder, FIRST, SUNDAY);
    bringIn(inOrder, SECOND, NEXT_SUNDAY);
    bringIn(backwards, SECOND, NEXT_SUNDAY);
    bringIn(backwards, FIRST, SUNDAY);
    const figures = (machine: Machine) => {
      const { tree, coverage, notes } = reviewOf(machine, WEEK);
      return { tree, coverage, notes };
    };
    expect(figures(backwards)).toEqual(figures(inOrder));
    const spans = rowsOf(backwards, 'imports').map(({ from, to }) => [from, to]);
    expect(spans).toEqual([
      [serial('2026-07-27'), serial(NEXT_SUNDAY)],
      [undefined, serial(SUNDAY)],
    ]);
  });

  test('a snapshot filled in between two others takes its days from the later one', () => {
    const machine = bench();
    bringIn(machine, FIRST, '2026-07-19');
    bringIn(machine, SECOND, NEXT_SUNDAY);
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual).toMatchObject({ estimated: true });
    const middle = FIRST.map((video) => (video === GROWN ? { ...GROWN, views: 1200 } : video));
    bringIn(machine, middle, SUNDAY);
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual).toEqual({
      value: 595,
      days: 7,
      of: 7,
      estimated: false,
    });
    expect(lineOf(reviewOf(machine, '2026-W30'), 'watch.views').actual.value).toBe(200);
  });

  test('a file with other figures for the same day corrects them', () => {
    const machine = bench();
    bringIn(machine, FIRST, SUNDAY);
    bringIn(machine, SECOND, NEXT_SUNDAY);
    const corrected = SECOND.map((video) => (video.id === 'newVideo001' ? { ...video, views: 251 } : video));
    expect(bringIn(machine, corrected, NEXT_SUNDAY)).toMatchObject({ taken: 0, updated: 1, unchanged: 5 });
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(796);
  });
});

describe('several accounts in one workbook', () => {
  const other = (views: number): Video[] => [
    { id: 'comedyVid01', published: 'Jan 9, 2026', likes: 5, shares: 0, views, hours: views / 100 },
    { id: 'comedyVid02', published: 'Jan 9, 2026', likes: 5, shares: 0, views: 10, hours: 0.1 },
  ];

  test('the account is known by its content, whatever the file is called', () => {
    const machine = bench();
    const of = (fileName: string, videos: readonly Video[], asOf: string) =>
      importText(machine, youtube(videos), { fileName, asOf }).account;
    expect(of('art-channel.csv', FIRST, SUNDAY)).toBe('art-channel');
    expect(of('comedy.csv', other(100), SUNDAY)).toBe('comedy');
    expect(of('Table data (7).csv', SECOND, NEXT_SUNDAY)).toBe('art-channel');
    expect(of('art-channel.csv', other(170), NEXT_SUNDAY)).toBe('comedy');
    const review = reviewOf(machine, WEEK);
    expect(lineOf(review, 'watch.views').actual).toMatchObject({ value: 795 + 70, days: 7 });
    expect(review.coverage.map(({ account, days }) => [account, days])).toEqual([
      ['art-channel', 7],
      ['comedy', 7],
    ]);
    expect(rowsOf(machine, 'accounts').map(({ id }) => id)).toEqual(['art-channel', 'comedy']);
  });

  test('one account without its second file leaves the week incomplete', () => {
    const machine = bench();
    bringIn(machine, FIRST, SUNDAY);
    bringIn(machine, SECOND, NEXT_SUNDAY);
    importText(machine, youtube(other(100)), { asOf: '2026-07-19', account: 'comedy' });
    importText(machine, youtube(other(170)), { asOf: SUNDAY, account: 'comedy' });
    const review = reviewOf(machine, WEEK);
    expect(lineOf(review, 'watch.views').actual).toMatchObject({ value: null, days: 0, of: 7 });
    expect(review.headline.sentences[2]?.text).toBe('Next: import the files of comedy.');
  });
});

import type { Machine, MachineSnapshot } from '../../src/local/machine.ts';
import {
  ANA,
  ask,
  batch,
  bench,
  call,
  forgetAutomation,
  importText,
  lineOf,
  loadRows,
  reviewOf,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const WEEK = '2026-W31';
const video = (views: number): Video => ({
  id: 'F3HVs95pagk',
  published: 'Jan 5, 2026',
  likes: 5,
  views,
  hours: views / 100,
});
const READS = ['get', 'Values.batchGetByDataFilter'];
const JOB = [...READS, 'batchUpdate'];

const prepared = new Map<string, MachineSnapshot>();

/** A workbook with two files of one account, brought in once and copied for each test. */
function withData(options: { now?: string } = {}): Machine {
  const machine = bench(options);
  const known = prepared.get(JSON.stringify(options));
  if (known !== undefined) {
    machine.restore(known);
    return machine;
  }
  importText(machine, youtube([video(100)]), { asOf: '2026-07-26', account: 'art' });
  importText(machine, youtube([video(170)]), { asOf: '2026-08-02', account: 'art' });
  prepared.set(JSON.stringify(options), machine.snapshot());
  return machine;
}

const reviewTabs = (machine: Machine): string[] =>
  machine
    .document()
    .sheets.map(({ title }) => title)
    .filter((title) => /^\d{4}-W\d\d/.test(title));

/** Place of the row with a hidden key in a tab, as a sheet row from 1. */
function rowWith(machine: Machine, title: string, key: RegExp): number {
  const index = valuesOf(machine, title).findIndex((row) => key.test(String(row[0] ?? '')));
  if (index < 0) throw new Error(`No row ${key} in ${title}`);
  return index + 1;
}

describe('set-up', () => {
  test('is one metadata read and one batch; again, it changes nothing', () => {
    const machine = bench({ setUp: false });
    expect(call(machine, 'setUp', { language: 'en' })).toEqual({
      added: 16,
      sentence: 'Done: 16 sheets were added. Start with “Start here”.',
    });
    expect(sheetsCalls(machine, 'setUp')).toEqual(['get', 'batchUpdate']);
    const before = stateOf(machine.document());
    expect(call(machine, 'setUp', { language: 'zh-CN' }).added).toBe(0);
    expect(sheetsCalls(machine, 'setUp')).toEqual(['get', 'Values.batchGetByDataFilter']);
    expect(stateOf(machine.document())).toBe(before);
  });

  test('brings a deleted sheet back and leaves the others alone', () => {
    const machine = bench();
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, 'Actions').sheetId } });
    const others = stateOf(machine.document().sheets);
    expect(ask(machine, 'writeReview', { week: WEEK })).toEqual({
      ok: false,
      sentence: 'The sheet “Actions” is missing. Choose “Set up this spreadsheet” to get it back.',
    });
    expect(call(machine, 'setUp', { language: 'en' }).added).toBe(1);
    expect(stateOf(machine.document().sheets.filter(({ title }) => title !== 'Actions'))).toBe(others);
  });

  test('gives way to tabs of the same name', () => {
    const machine = bench({ setUp: false });
    batch(machine, { addSheet: { properties: { title: 'Content' } } });
    call(machine, 'setUp', { language: 'en' });
    importText(machine, youtube([video(100)]), { asOf: '2026-07-26', account: 'art' });
    expect(valuesOf(machine, 'Content')).toEqual([]);
    expect(valuesOf(machine, 'Content 2')[1]?.[0]).toBe('F3HVs95pagk');
  });

  test('from the menu it says what it did; jobs before it say that it is needed', () => {
    const machine = bench({ setUp: false });
    expect(machine.chooseMenu('menuWriteReview').ok).toBe(true);
    expect(machine.ui.alerts.at(-1)?.text).toMatch(/^This spreadsheet has no Content KPI sheets yet\./);
    machine.chooseMenu('menuSetUp');
    expect(machine.ui.toasts.at(-1)?.text).toBe('Done: 16 sheets were added. Start with “Start here”.');
  });
});

describe('rows that are sent', () => {
  const rows = [
    { node: 'watch', from: serial('2026-07-01'), to: serial('2026-07-31'), target: 50, how: 'typed' },
    { node: 'watch', from: serial('2026-08-01'), to: serial('2026-08-31'), target: 60.5, how: 'cascade' },
  ];

  test.each(['en', 'zh-CN'] as const)(
    'come once, with the dropdown words of the workbook (%s)',
    (language) => {
      const machine = bench({ language });
      expect(loadRows(machine, 'targets', rows)).toBe(2);
      expect(loadRows(machine, 'targets', [...rows, { ...(rows[0] ?? {}), target: 51 }])).toBe(1);
      expect(rowsOf(machine, 'targets', language).map(({ target, how }) => [target, how])).toEqual([
        [50, language === 'en' ? 'Typed' : '手工'],
        [60.5, language === 'en' ? 'Cascade' : '自动分解'],
        [51, language === 'en' ? 'Typed' : '手工'],
      ]);
    },
  );

  test('settings are changed in place; keys and columns that no template has are left out', () => {
    const machine = bench();
    const before = rowsOf(machine, 'settings').length;
    loadRows(machine, 'settings', [
      { key: 'green', value: 1.1 },
      { key: 'nothing', value: 5 },
    ]);
    loadRows(machine, 'team', [{ name: 'Ana', salary: 5, __proto__: null } as never]);
    const settings = rowsOf(machine, 'settings');
    expect(settings).toHaveLength(before);
    expect(settings.find(({ key }) => key === 'green')?.value).toBe(1.1);
    expect(rowsOf(machine, 'team')).toEqual([{ name: 'Ana' }]);
  });
});

describe('calls of each job', () => {
  test('import: two reads and one batch; with drafts, one more values read and a batch each', () => {
    const machine = withData();
    importText(machine, youtube([video(175)]), { asOf: '2026-08-02', account: 'art' });
    expect(sheetsCalls(machine, 'importFile')).toEqual(JOB);
    call(machine, 'writeReview', { week: WEEK });
    expect(sheetsCalls(machine, 'writeReview')).toEqual(JOB);
    importText(machine, youtube([video(180)]), { asOf: '2026-08-02', account: 'art' });
    expect(sheetsCalls(machine, 'importFile')).toEqual([...JOB, ...JOB.slice(1)]);
    reviewOf(machine, WEEK);
    expect(sheetsCalls(machine, 'readReview')).toEqual(READS);
    call(machine, 'closeReview', { week: WEEK });
    expect(sheetsCalls(machine, 'closeReview')).toEqual(JOB);
    call(machine, 'sidebarState', {});
    expect(sheetsCalls(machine, 'sidebarState')).toEqual(READS);
  });

  test('the number of calls does not grow with the rows', () => {
    const machine = bench({ now: '2026-08-10T00:00:00Z' });
    const many = Array.from(
      { length: 480 },
      (_, i): Video => ({
        ...video(i),
        id: `manyVideo${String(i).padStart(2, '0')}`.slice(-11).padStart(11, 'x'),
      }),
    );
    const first = importText(machine, youtube(many), { asOf: '2026-07-26', account: 'many' });
    expect(first).toMatchObject({ read: 480, taken: 480 });
    importText(machine, youtube(many), { asOf: '2026-08-02', account: 'many' });
    importText(machine, youtube(many), { asOf: '2026-08-09', account: 'many' });
    expect(sheetsCalls(machine, 'importFile')).toEqual(JOB);
    expect(rowsOf(machine, 'performance')).toHaveLength(1440);
    expect(sheetTitled(machine, 'Performance').rowCount).toBeGreaterThan(1440);
  });
});

describe('the review’s tab', () => {
  test('comes from the menu, once, however often', () => {
    const machine = withData();
    for (let i = 0; i < 3; i++) machine.chooseMenu('menuWriteReview');
    call(machine, 'writeReview', { week: WEEK });
    expect(reviewTabs(machine)).toEqual([WEEK]);
    expect(machine.ui.toasts.at(-1)?.text).toBe(`The review ${WEEK} is in its tab.`);
  });

  test('writing a draft again without news leaves the same cells', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: WEEK });
    const content = () =>
      machine
        .document()
        .sheets.map(({ title, cells, merges, charts }) => ({ title, cells, merges, charts: charts.length }));
    const before = stateOf(content());
    call(machine, 'writeReview', { week: WEEK });
    expect(stateOf(content())).toBe(before);
  });

  test('a tab that someone named like the week does not stop it', () => {
    const machine = withData();
    batch(machine, { addSheet: { properties: { title: WEEK } } });
    call(machine, 'writeReview', { week: WEEK });
    expect(reviewTabs(machine).sort()).toEqual([WEEK, `${WEEK} 2`]);
    expect(valuesOf(machine, WEEK)).toEqual([]);
  });

  test('a copy of the tab is nobody’s: it is neither remade nor taken for the review', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: WEEK });
    const { sheetId } = sheetTitled(machine, WEEK);
    batch(machine, { duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'My copy' } });
    const copy = structuredClone(sheetTitled(machine, 'My copy').cells);
    importText(machine, youtube([video(190)]), { asOf: '2026-08-02', account: 'art' });
    call(machine, 'closeReview', { week: WEEK });
    expect(sheetTitled(machine, 'My copy').cells).toEqual(copy);
    expect(call(machine, 'sidebarState', {}).reviews).toEqual([
      { period: WEEK, state: 'closed', sheetId, title: WEEK },
    ]);
  });

  test('an older draft that is remade leaves the latest week in the tree', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: '2026-W30' });
    call(machine, 'writeReview', { week: WEEK });
    importText(machine, youtube([video(180)]), { asOf: '2026-08-02', account: 'art' });
    expect(rowsOf(machine, 'tree').find(({ id }) => id === 'watch.views')?.actual).toBe(80);
  });
});

describe('what people type into a draft', () => {
  const typed = (): Machine => {
    const machine = withData();
    loadRows(machine, 'actions', [
      {
        id: '2026-W30-1',
        week: '2026-W30',
        finding: 'Low CTR',
        action: 'Test covers',
        owner: 'Bo',
        status: 'open',
      },
      {
        id: 'old|odd:id',
        week: '2026-W30',
        finding: 'Odd',
        action: 'Keep',
        due: serial('2026-07-30'),
        status: 'open',
      },
    ]);
    call(machine, 'writeReview', { week: WEEK });
    return machine;
  };

  test('explanations and actions stay when it is remade, and actions go to their sheet', () => {
    const machine = typed();
    type(machine, WEEK, `Q${rowWith(machine, WEEK, /^kpi:watch\.views$/)}`, 'A repost went round');
    const row = rowWith(machine, WEEK, /^new:2$/);
    type(machine, WEEK, `B${row}`, '=NOT a formula');
    type(machine, WEEK, `C${row}`, 'Ana');
    type(machine, WEEK, `D${row}`, serial('2026-08-14'));
    type(machine, WEEK, `G${row}`, 'Ask for more reposts');
    importText(machine, youtube([video(180)]), { asOf: '2026-08-02', account: 'art' });
    const review = reviewOf(machine, WEEK);
    expect(lineOf(review, 'watch.views')).toMatchObject({
      explanation: 'A repost went round',
      actual: { value: 80 },
    });
    expect(rowsOf(machine, 'actions').at(-1)).toEqual({
      id: `${WEEK}-1`,
      week: WEEK,
      finding: '=NOT a formula',
      action: 'Ask for more reposts',
      owner: 'Ana',
      due: serial('2026-08-14'),
      status: 'Open',
      due_state: '○ Ahead',
    });
    expect(review.actions.now.map(({ id }) => id)).toEqual([`${WEEK}-1`]);
    const cell = valuesOf(machine, WEEK)[rowWith(machine, WEEK, /^kpi:watch\.views$/) - 1]?.[16];
    expect(cell).toBe('A repost went round');
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'actions')).toHaveLength(3);
  });

  test('changes of listed actions go to the sheet; a due date in words is not lost', () => {
    const machine = typed();
    const row = rowWith(machine, WEEK, /^action:2026-W30-1\|/);
    type(machine, WEEK, `E${row}`, 'Done');
    type(machine, WEEK, `D${row}`, 'next Friday');
    const odd = rowWith(machine, WEEK, /^action:old\|odd:id\|/);
    expect(valuesOf(machine, WEEK)[odd - 1]?.[4]).toBe('Open ■ late');
    type(machine, WEEK, `C${odd}`, 'Cy');
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'actions')).toMatchObject([
      { id: '2026-W30-1', status: 'Done', due: 'next Friday', owner: 'Bo', action: 'Test covers' },
      { id: 'old|odd:id', status: 'Open', owner: 'Cy', due: serial('2026-07-30') },
    ]);
  });

  test('what was edited in the sheet since is not written back from the tab', () => {
    const machine = typed();
    type(machine, 'Actions', 'H2', 'Done');
    type(machine, 'Actions', 'F2', 'Cy');
    const row = rowWith(machine, WEEK, /^action:2026-W30-1\|/);
    type(machine, WEEK, `G${row}`, 'Test five covers');
    importText(machine, youtube([video(180)]), { asOf: '2026-08-02', account: 'art' });
    expect(rowsOf(machine, 'actions')[0]).toMatchObject({
      status: 'Done',
      owner: 'Cy',
      action: 'Test five covers',
    });
    expect(reviewOf(machine, WEEK).actions.last[0]).toMatchObject({ status: 'open', id: 'old|odd:id' });
  });

  test('actions that were added in the sheet without an id get one each', () => {
    const machine = typed();
    type(machine, 'Actions', 'E4', 'First by hand');
    type(machine, 'Actions', 'E5', 'Second by hand');
    for (let i = 0; i < 2; i++) call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'actions').slice(2)).toEqual([
      { id: `${WEEK}-1`, week: WEEK, action: 'First by hand' },
      { id: `${WEEK}-2`, week: WEEK, action: 'Second by hand' },
    ]);
  });

  test('closing keeps the last words, and then nothing changes the tab', () => {
    const machine = typed();
    type(machine, WEEK, `Q${rowWith(machine, WEEK, /^kpi:watch$/)}`, 'Final words');
    expect(call(machine, 'closeReview', {}).sentence).toBe(
      `The review ${WEEK} is closed now. It will not change any more.`,
    );
    const closed = structuredClone(sheetTitled(machine, WEEK));
    expect(JSON.stringify(closed.cells)).toContain('Final words');
    importText(machine, youtube([video(999)]), { asOf: '2026-08-02', account: 'art' });
    expect(call(machine, 'writeReview', { week: WEEK })).toEqual({
      period: WEEK,
      state: 'closed',
      sentence: `The review ${WEEK} is closed and was not changed.`,
    });
    machine.chooseMenu('menuWriteReview');
    expect(sheetTitled(machine, WEEK)).toEqual(closed);
    expect(ask(machine, 'closeReview', { week: WEEK })).toEqual({
      ok: false,
      sentence: 'There is no draft review to close.',
    });
  });
});

describe('the hourly trigger', () => {
  /** Hours of ticks, each with the review tabs after it. */
  function firstTickWithReview(machine: Machine, from: string, to: string): string | undefined {
    for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000) {
      for (const run of machine.moveClockTo(new Date(at))) expect(run.ok).toBe(true);
      if (reviewTabs(machine).length > 0) return new Date(at).toISOString();
    }
    return undefined;
  }

  /** The minute of a trigger is drawn: on the hour, or somewhere within it. */
  const withinHourAfter = (hour: string): string[] => [
    hour,
    new Date(Date.parse(hour) + 3_600_000).toISOString(),
  ];

  test.each([
    ['Pacific/Auckland', '2026-08-02T18:00:00Z', '2026-08-02T21:00:00.000Z'],
    ['Asia/Shanghai', '2026-08-02T22:00:00Z', '2026-08-03T01:00:00.000Z'],
    ['America/Los_Angeles', '2026-08-03T10:00:00Z', '2026-08-03T16:00:00.000Z'],
  ])('in %s the review comes once Monday’s hour has come there', (timeZone, now, nine) => {
    const machine = bench({ timeZone, now });
    call(machine, 'turnOnAutomation', {});
    expect(withinHourAfter(nine)).toContain(firstTickWithReview(machine, now, '2026-08-04T12:00:00Z'));
    expect(reviewTabs(machine)).toEqual([WEEK]);
  });

  test('the hour is that of the settings; a week that was missed is made up for', () => {
    const machine = bench({ now: '2026-08-02T22:00:00Z' });
    loadRows(machine, 'settings', [{ key: 'review_hour', value: 15 }]);
    call(machine, 'turnOnAutomation', {});
    expect(withinHourAfter('2026-08-03T07:00:00.000Z')).toContain(
      firstTickWithReview(machine, '2026-08-02T22:00:00Z', '2026-08-04T00:00:00Z'),
    );
    const late = bench({ now: '2026-08-05T22:00:00Z' });
    call(late, 'turnOnAutomation', {});
    late.moveClockTo(new Date('2026-08-06T00:00:00Z'));
    expect(reviewTabs(late)).toEqual([WEEK]);
  });

  test('turning it on twice makes one trigger; it says so', () => {
    const machine = bench();
    expect(call(machine, 'turnOnAutomation', {}).sentence).toBe(
      'On: every Monday from 9:00 (Asia/Shanghai) the review is written by itself.',
    );
    expect(call(machine, 'turnOnAutomation', {}).sentence).toBe('The automation is already on.');
    expect(machine.triggers).toHaveLength(1);
    expect(call(machine, 'sidebarState', {}).automation).toMatchObject({ on: true, day: 1, hour: 9 });
  });

  test('two users’ ticks make one tab; a draft that is there is left to its writers', () => {
    const machine = withData({ now: '2026-08-02T22:00:00Z' });
    const bo = { email: 'bo@example.com', locale: 'zh_CN' };
    machine.users.set(bo.email, bo);
    call(machine, 'turnOnAutomation', {}, ANA.email);
    // As with triggers of an earlier version, which nobody wrote down.
    forgetAutomation(machine);
    call(machine, 'turnOnAutomation', {}, bo.email);
    forgetAutomation(machine);
    expect(machine.triggers.map(({ user }) => user)).toEqual([ANA.email, bo.email]);
    const runs = machine.moveClockTo(new Date('2026-08-03T06:00:00Z'));
    expect(runs.length).toBeGreaterThan(10);
    expect(runs.every((run) => run.ok)).toBe(true);
    expect(reviewTabs(machine)).toEqual([WEEK]);
    const writers = runs.filter((run) =>
      run.execution.calls.some(({ method }) => method.endsWith('batchUpdate')),
    );
    // The first tick writes down that it does the work, and one the review; the other user's stand by.
    expect(writers).toHaveLength(2);
    expect(new Set(writers.map((run) => run.execution.user)).size).toBe(1);
  });

  test('two runs that meet wait for each other: the other one is told so', () => {
    const machine = withData();
    let other: unknown;
    machine.setFaults(({ method }, execution) => {
      if (execution.functionName === 'writeReview' && method.endsWith('batchUpdate') && other === undefined) {
        other = ask(machine, 'importFile', { fileName: 'a.csv', tables: [] });
      }
      return undefined;
    });
    call(machine, 'writeReview', { week: WEEK });
    expect(other).toEqual({
      ok: false,
      sentence: 'Someone else’s run is just writing. Please try again in a minute.',
    });
  });

  test('a draft closes by itself once its days are over, and the next week begins', () => {
    const machine = withData({ now: '2026-08-02T22:00:00Z' });
    loadRows(machine, 'settings', [{ key: 'close_after_days', value: 3 }]);
    // Content is published there, but its files never come.
    const awaited = { platform: 'youtube', account: 'without-files', id: 'w1' };
    loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'without-files' }]);
    loadRows(machine, 'content', [{ ...awaited, title: 'First', published: serial('2026-07-29') }]);
    call(machine, 'turnOnAutomation', {});
    const stateAt = (now: string) => {
      machine.moveClockTo(new Date(now));
      return call(machine, 'sidebarState', {}).reviews.map(({ period, state }) => `${period} ${state}`);
    };
    expect(stateAt('2026-08-05T15:30:00Z')).toEqual([`${WEEK} draft`]);
    expect(stateAt('2026-08-05T17:30:00Z')).toEqual([`${WEEK} closed`]);
    expect(stateAt('2026-08-10T03:00:00Z').sort()).toEqual([`${WEEK} closed`, '2026-W32 draft']);
  });

  test('a run that Google stops half-way leaves the workbook as it was, and the next one does the work', () => {
    const machine = withData();
    const before = stateOf(machine.document());
    machine.setFaults(({ method }) =>
      method.endsWith('batchUpdate') ? { kind: 'kill', when: 'before' } : undefined,
    );
    expect(machine.callFromSidebar('writeReview', [{ week: WEEK }]).ok).toBe(false);
    expect(stateOf(machine.document())).toBe(before);
    machine.setFaults(undefined);
    expect(call(machine, 'writeReview', { week: WEEK }).state).toBe('draft');
  });
});

test('the menu is there before anything is allowed, and needs only what AuthMode.NONE has', () => {
  const machine = bench({ setUp: false });
  const [menu] = machine.menu();
  expect(machine.executions.at(-1)).toMatchObject({
    functionName: 'onOpen',
    authMode: 'NONE',
    outcome: 'completed',
  });
  expect(menu).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ functionName: 'menuSetUp' })]),
  });
  machine.chooseMenu('menuSidebar');
  expect(machine.ui.sidebar?.title).toBe('Content KPI');
  expect(machine.install()).toHaveLength(1);
});

/** Drafts: what they keep when people rearrange them, and when they are made again and closed. */
import type { Machine, MachineSnapshot } from '../../src/local/machine.ts';
import {
  ask,
  type BenchOptions,
  batch,
  bench,
  call,
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
const READS = ['get', 'Values.batchGetByDataFilter'];
const video = (views: number): Video => ({
  id: 'F3HVs95pagk',
  published: 'Jan 5, 2026',
  likes: 5,
  views,
  hours: views / 100,
});
const bringIn = (machine: Machine, views: number, asOf = '2026-08-02') =>
  importText(machine, youtube([video(views)]), { asOf, account: 'art' });

const prepared = new Map<string, MachineSnapshot>();

/** A workbook whose week is covered, with an action of the week before, copied for each test. */
function withData(options: BenchOptions = {}): Machine {
  const machine = bench(options);
  const key = JSON.stringify(options);
  const known = prepared.get(key);
  if (known !== undefined) {
    machine.restore(known);
    return machine;
  }
  bringIn(machine, 100, '2026-07-26');
  bringIn(machine, 170);
  loadRows(machine, 'actions', [
    { id: '2026-W30-1', week: '2026-W30', finding: 'Low CTR', action: 'Test covers', owner: 'Bo' },
  ]);
  prepared.set(key, machine.snapshot());
  return machine;
}

function withDraft(options: BenchOptions = {}): Machine {
  const machine = withData(options);
  call(machine, 'writeReview', { week: WEEK });
  return machine;
}

/** Letter and row of a cell of the draft: by its row's key, wherever the keys stand, and its header's place. */
function rowOf(machine: Machine, key: RegExp): number {
  const index = valuesOf(machine, WEEK).findIndex((row) => row.some((cell) => key.test(String(cell))));
  if (index < 0) throw new Error(`No row ${key}`);
  return index + 1;
}

const columns = (machine: Machine, startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: sheetTitled(machine, WEEK).sheetId,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const unmerge = (machine: Machine) => ({
  unmergeCells: { range: { sheetId: sheetTitled(machine, WEEK).sheetId } },
});

describe('a draft whose columns people rearranged', () => {
  const ACTION = {
    finding: 'Found',
    owner: 'Ana',
    due: serial('2026-08-14'),
    status: 'Open',
    action: 'Ask for more',
  };

  test('an inserted column changes nothing but its own place, and keeps what is in it', () => {
    const machine = withDraft();
    batch(machine, { insertDimension: { range: columns(machine, 2), inheritFromBefore: false } });
    const row = rowOf(machine, /^new:1$/);
    for (const [letter, value] of [
      ['B', 'Found'],
      ['D', 'Ana'],
      ['E', ACTION.due],
      ['H', 'Ask for more'],
    ] as const) {
      type(machine, WEEK, `${letter}${row}`, value);
    }
    const explained = rowOf(machine, /^kpi:watch\.views$/);
    type(machine, WEEK, `R${explained}`, 'A repost');
    type(machine, WEEK, `C${explained}`, 'My own note');
    expect(reviewOf(machine, WEEK).actions.now).toMatchObject([{ owner: 'Ana', due: '2026-08-14' }]);
    bringIn(machine, 180);
    expect(rowsOf(machine, 'actions').slice(1)).toEqual([
      { id: `${WEEK}-1`, week: WEEK, ...ACTION, due_state: '○ Ahead' },
    ]);
    expect(rowsOf(machine, 'actions')[0]).toMatchObject({ owner: 'Bo', action: 'Test covers' });
    const tab = valuesOf(machine, WEEK);
    const line = tab.find((cells) => cells[0] === 'kpi:watch.views');
    expect([line?.[3], line?.[16], line?.[17]]).toEqual([80, 'A repost', 'My own note']);
    const plain = withDraft();
    bringIn(plain, 180);
    expect(reviewOf(machine, WEEK).tree[0]).toEqual(reviewOf(plain, WEEK).tree[0]);
  });

  test('moved columns are found, and stand in their order again once it is remade', () => {
    const machine = withDraft();
    const header = () => valuesOf(machine, WEEK).find((cells) => cells.includes('Explanation'));
    const before = header();
    batch(
      machine,
      unmerge(machine),
      { moveDimension: { source: columns(machine, 16), destinationIndex: 1 } },
      { moveDimension: { source: columns(machine, 0), destinationIndex: 10 } },
    );
    expect(header()?.[0]).toBe('Explanation');
    type(machine, WEEK, `A${rowOf(machine, /^kpi:watch$/)}`, 'Words');
    const action = rowOf(machine, /^action:2026-W30-1\|/);
    const owner = valuesOf(machine, WEEK)[action - 1]?.indexOf('Bo') ?? -1;
    type(machine, WEEK, `${String.fromCharCode(65 + owner)}${action}`, 'Cy');
    call(machine, 'writeReview', { week: WEEK });
    expect(header()).toEqual(before);
    expect(rowsOf(machine, 'actions')).toEqual([
      expect.objectContaining({ id: '2026-W30-1', owner: 'Cy', action: 'Test covers' }),
    ]);
    expect(lineOf(reviewOf(machine, WEEK), 'watch').explanation).toBe('Words');
  });

  test.each([
    [16, 'Explanation'],
    [2, 'Owner'],
    [6, 'Action'],
    [0, 'Row keys (hidden)'],
  ])('without column %i, which people fill, it is not written again', (index, name) => {
    const machine = withDraft();
    type(machine, WEEK, `Q${rowOf(machine, /^kpi:watch$/)}`, 'Words');
    batch(machine, unmerge(machine), { deleteDimension: { range: columns(machine, index) } });
    const before = stateOf(sheetTitled(machine, WEEK).cells);
    const sentence = `The column “${name}” of the review “${WEEK}” is missing, and the tab was not written again. Undo its deletion, or delete the tab and write the review anew.`;
    for (const job of ['writeReview', 'closeReview'] as const) {
      expect(ask(machine, job, { week: WEEK })).toEqual({ ok: false, sentence });
    }
    expect(bringIn(machine, 180).warnings).toEqual([
      `The file is in, but the draft review could not be made again: ${sentence}`,
    ]);
    expect(stateOf(sheetTitled(machine, WEEK).cells)).toBe(before);
    expect(rowsOf(machine, 'actions')).toHaveLength(1);
  });

  test('a column that nobody fills comes back, and is known again', () => {
    const machine = withDraft();
    const before = stateOf(sheetTitled(machine, WEEK).cells);
    batch(machine, { deleteDimension: { range: columns(machine, 9) } });
    for (let i = 0; i < 2; i++) call(machine, 'writeReview', { week: WEEK });
    expect(stateOf(sheetTitled(machine, WEEK).cells)).toBe(before);
    expect(sheetTitled(machine, WEEK).columnCount).toBe(17);
  });
});

test('explanations of a KPI that left the tree stay in the tab, under its name, and come back with it', () => {
  const machine = withDraft();
  type(machine, WEEK, `Q${rowOf(machine, /^kpi:watch\.views$/)}`, 'A repost');
  const index = rowsOf(machine, 'tree').findIndex(({ id }) => id === 'watch.views');
  const name = rowsOf(machine, 'tree')[index]?.name;
  type(machine, 'KPI tree', `A${index + 2}`, 'plays');
  for (let i = 0; i < 2; i++) {
    call(machine, 'writeReview', { week: WEEK });
    const row = valuesOf(machine, WEEK).find((cells) => cells[0] === 'kpi:watch.views');
    expect([row?.[1], row?.[16]]).toEqual([name, 'A repost']);
  }
  expect(valuesOf(machine, WEEK).flat()).toContain('Explanations of KPIs that are no longer in the tree');
  type(machine, 'KPI tree', `A${index + 2}`, 'watch.views');
  call(machine, 'writeReview', { week: WEEK });
  expect(lineOf(reviewOf(machine, WEEK), 'watch.views').explanation).toBe('A repost');
  expect(valuesOf(machine, WEEK).flat()).not.toContain('Explanations of KPIs that are no longer in the tree');
});

test('a due in words survives that the draft is made again', () => {
  const machine = withDraft();
  const row = rowOf(machine, /^new:1$/);
  type(machine, WEEK, `C${row}`, 'Ana');
  type(machine, WEEK, `D${row}`, 'next week');
  for (let i = 0; i < 2; i++) {
    call(machine, 'writeReview', { week: WEEK });
    expect(valuesOf(machine, WEEK)[rowOf(machine, /^action:2026-W31-1\|/) - 1]?.[3]).toBe('next week');
  }
  expect(rowsOf(machine, 'actions').slice(1)).toEqual([
    {
      ...{ id: `${WEEK}-1`, week: WEEK, owner: 'Ana', due: 'next week', status: 'Open' },
      due_state: '#NOT_A_DATE',
    },
  ]);
});

test('a word in place of a status is kept among the issues, and the status stays', () => {
  const machine = withDraft();
  type(machine, WEEK, `E${rowOf(machine, /^action:2026-W30-1\|/)}`, 'Blocked by legal');
  for (let i = 0; i < 2; i++) call(machine, 'writeReview', { week: WEEK });
  expect(rowsOf(machine, 'actions')).toMatchObject([{ status: 'Open' }]);
  const told = rowsOf(machine, 'issues').filter(({ found }) => found === 'Blocked by legal');
  expect(told).toMatchObject([{ code: 'BAD_CHOICE', sheet: WEEK }]);
});

describe('an import while a draft is open', () => {
  test('is not told as failed where the draft cannot be made again', () => {
    const machine = withDraft();
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, 'Comments').sheetId } });
    const before = rowsOf(machine, 'performance');
    const outcome = bringIn(machine, 180);
    expect(outcome).toMatchObject({
      read: 1,
      updated: 1,
      warnings: [
        'The file is in, but the draft review could not be made again: The sheet “Comments” is missing. Choose “Set up this spreadsheet” to get it back.',
      ],
    });
    expect(rowsOf(machine, 'performance')).not.toEqual(before);
  });

  test('makes all drafts again from one values read', () => {
    const machine = withDraft();
    call(machine, 'writeReview', { week: '2026-W30' });
    const row = rowOf(machine, /^new:1$/);
    type(machine, WEEK, `C${row}`, 'Ana');
    bringIn(machine, 180);
    const [values] = READS.slice(1);
    expect(sheetsCalls(machine, 'importFile')).toEqual([
      ...READS,
      'batchUpdate',
      values,
      'batchUpdate',
      'batchUpdate',
    ]);
    expect(rowsOf(machine, 'actions').map(({ id }) => id)).toEqual(['2026-W30-1', `${WEEK}-1`]);
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(80);
  });

  test('one draft that cannot be written does not keep the others from it', () => {
    const machine = withDraft();
    call(machine, 'writeReview', { week: '2026-W30' });
    const { sheetId } = sheetTitled(machine, '2026-W30');
    const range = { sheetId, dimension: 'COLUMNS', startIndex: 16, endIndex: 17 };
    batch(machine, { unmergeCells: { range: { sheetId } } }, { deleteDimension: { range } });
    expect(bringIn(machine, 180).warnings).toHaveLength(1);
    const line = valuesOf(machine, WEEK).find((cells) => cells[0] === 'kpi:watch.views');
    expect(line?.[3]).toBe(80);
  });
});

describe('ticks', () => {
  /** Monday 9:00 in Shanghai is 1:00 in UTC. */
  function onMonday(covered: boolean): Machine {
    const machine = withData({ now: '2026-08-03T00:30:00Z' });
    // A row of the sheet alone makes no file expected; content that was published there does.
    const published = { id: 'o1', title: 'Other’s', published: serial('2026-07-29') };
    loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'other', name: 'Other' }]);
    if (!covered) loadRows(machine, 'content', [{ platform: 'youtube', account: 'other', ...published }]);
    call(machine, 'turnOnAutomation', {});
    expect(statesAt(machine, '2026-08-03T02:30:00Z')).toEqual([`${WEEK} draft`]);
    return machine;
  }
  const statesAt = (machine: Machine, now: string) => {
    for (const run of machine.moveClockTo(new Date(now))) expect(run.ok).toBe(true);
    return call(machine, 'sidebarState', {})
      .reviews.map(({ period, state }) => `${period} ${state}`)
      .sort();
  };

  test('bring what people typed into the sheets into the draft, once a day', () => {
    const machine = onMonday(false);
    const index = rowsOf(machine, 'tree').findIndex(({ id }) => id === 'watch.views');
    type(machine, 'KPI tree', `E${index + 2}`, 'Plays by hand');
    const shown = () =>
      valuesOf(machine, WEEK)
        .flat()
        .some((cell) => /Plays by hand/.test(String(cell)));
    statesAt(machine, '2026-08-04T00:30:00Z');
    expect(shown()).toBe(false);
    statesAt(machine, '2026-08-04T06:10:00Z');
    expect(shown()).toBe(true);
    const [, values = ''] = READS;
    const ticks = machine.executions
      .filter(({ functionName }) => functionName === 'onTick')
      .map(({ calls }) =>
        calls.flatMap(({ method }) => /^Sheets\.Spreadsheets\.(.*)/.exec(method)?.[1] ?? []),
      );
    // A new day first moves on the setting by which due dates go. At the hour of the day, one read of all that drafts
    // are made of and their batch; one of the comments that wait; and a batch for what is remembered of it.
    expect(ticks.filter((calls) => calls.includes('batchUpdate')).slice(1)).toEqual([
      [...READS, 'batchUpdate'],
      [...READS, values, 'batchUpdate', values, 'batchUpdate'],
    ]);
    expect(ticks.at(-1)).toEqual(READS);
  });

  test('with nothing due are two small reads; a new day and its hour take a batch each', () => {
    const machine = withDraft({ now: '2026-08-03T02:30:00Z' });
    call(machine, 'closeReview', { week: WEEK });
    call(machine, 'turnOnAutomation', {});
    expect(statesAt(machine, '2026-08-05T03:30:00Z')).toEqual([`${WEEK} closed`]);
    expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
    const writes = machine.executions.filter(
      ({ functionName, calls }) =>
        functionName === 'onTick' && calls.some(({ method }) => method.endsWith('batchUpdate')),
    );
    // The first tick on Monday; on Tuesday and Wednesday the first of the day, and that of the review hour.
    const hours = writes.map(({ startedAt }) =>
      new Date(startedAt + 8 * 3_600_000).toISOString().slice(8, 13),
    );
    // The minute of the trigger is drawn.
    expect(hours[0]).toMatch(/^03T1[01]$/);
    expect(hours.slice(1)).toEqual(['04T00', '04T09', '05T00', '05T09']);
    const asOf = rowsOf(machine, 'settings').find(({ key }) => key === 'as_of')?.value;
    expect(String(asOf)).toMatch(/^2026-08-05 0\d:\d\d$/);
  });

  test('close a draft that is covered but for an account on which nothing happens, not on the day on which it was written', () => {
    const machine = onMonday(true);
    expect(statesAt(machine, '2026-08-03T15:59:00Z')).toEqual([`${WEEK} draft`]);
    type(machine, WEEK, `Q${rowOf(machine, /^kpi:watch$/)}`, 'Last words');
    expect(statesAt(machine, '2026-08-04T00:40:00Z')).toEqual([`${WEEK} draft`]);
    expect(statesAt(machine, '2026-08-04T02:30:00Z')).toEqual([`${WEEK} closed`]);
    expect(valuesOf(machine, WEEK).flat()).toContain('Last words');
  });

  test('leave a draft open while an account is missing, until its days are over', () => {
    const machine = onMonday(false);
    expect(statesAt(machine, '2026-08-09T15:30:00Z')).toEqual([`${WEEK} draft`]);
    expect(statesAt(machine, '2026-08-09T17:30:00Z')).toEqual([`${WEEK} closed`]);
  });

  test('leave the review of an old week open on the day on which it was written', () => {
    const machine = withData({ now: '2026-08-20T02:30:00Z' });
    for (const week of ['2026-W33', WEEK]) call(machine, 'writeReview', { week });
    call(machine, 'turnOnAutomation', {});
    expect(statesAt(machine, '2026-08-20T12:30:00Z')).toContain(`${WEEK} draft`);
    expect(statesAt(machine, '2026-08-21T01:30:00Z')).toContain(`${WEEK} closed`);
  });
});

test('the figures of a closed week are computed anew when they are read, and say so', () => {
  const machine = withDraft();
  type(machine, WEEK, `Q${rowOf(machine, /^kpi:watch$/)}`, 'For the record');
  const codes = () => reviewOf(machine, WEEK).notes.map(({ code }) => code);
  expect(codes()).not.toContain('NOTE_RECOMPUTED');
  call(machine, 'closeReview', { week: WEEK });
  bringIn(machine, 270);
  const review = reviewOf(machine, WEEK);
  expect(review.state).toBe('closed');
  expect(review.notes[0]).toEqual({
    code: 'NOTE_RECOMPUTED',
    values: {},
    text: 'This week is closed: its tab is the record. These figures were computed anew from the sheets as they are now and may differ.',
  });
  expect(lineOf(review, 'watch.views').actual.value).toBe(170);
  expect(lineOf(review, 'watch').explanation).toBe('For the record');
  expect(valuesOf(machine, WEEK).flat()).not.toContain(review.notes[0]?.text);
});

/** The jobs of the hourly trigger that write sheets: when they are due, when not, and what they say. */

import { isoWeekLabel } from '../../src/kpi/calendar.ts';
import type { Machine } from '../../src/local/machine.ts';
import {
  ANA,
  batch,
  call,
  forgetAutomation,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import {
  automated,
  automationOf,
  BO,
  lastRun,
  onlyJobs,
  reviewsOf,
  set,
  setClock,
  tickAt,
  WEEK,
} from './automated.ts';

const READS = ['get', 'Values.batchGetByDataFilter'];
const isHidden = (machine: Machine, title: string) => sheetTitled(machine, title).hidden === true;
const weekBefore = (label: string, weeks: number) => isoWeekLabel(serial('2026-07-27') - 7 * weeks) || label;

describe('a tick with nothing due', () => {
  test('is one metadata read and one small values read, and changes nothing', () => {
    const machine = automated();
    tickAt(machine, '2026-08-03 09:10');
    const before = stateOf(machine.document());
    tickAt(machine, '2026-08-03 10:10');
    expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
    expect(machine.executions.at(-1)?.calls.map(({ method }) => method)).toEqual([
      'PropertiesService.getUserProperties',
      'Properties.getProperty',
      'ScriptApp.getAuthorizationInfo',
      'AuthorizationInfo.getAuthorizationStatus',
      'LockService.getDocumentLock',
      'LockService.getScriptLock',
      'Lock.tryLock',
      'Sheets.Spreadsheets.get',
      'Sheets.Spreadsheets.Values.batchGetByDataFilter',
      'Utilities.formatDate',
      'Lock.releaseLock',
    ]);
    expect(stateOf(machine.document())).toBe(before);
  });

  test('with all jobs off does no more at any hour than move the day on', () => {
    const machine = automated();
    onlyJobs(machine);
    for (const hour of ['08:10', '09:10', '23:10']) {
      tickAt(machine, `2026-08-03 ${hour}`);
      expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
    }
    expect(reviewsOf(machine)).toEqual([]);
    tickAt(machine, '2026-08-04 00:10');
    expect(sheetsCalls(machine, 'onTick')).toEqual([...READS, 'batchUpdate']);
    expect(rowsOf(machine, 'settings').find(({ key }) => key === 'as_of')?.value).toBe('2026-08-04 00:10');
  });

  test('in a workbook that is not set up any more reads once', () => {
    const machine = automated();
    for (const { sheetId, title } of machine.document().sheets) {
      if (title !== 'Sheet1') batch(machine, { deleteSheet: { sheetId } });
      if (machine.document().sheets.length === 1) break;
    }
    expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(true);
    expect(sheetsCalls(machine, 'onTick')).toEqual(['get']);
  });
});

describe('the weekly review', () => {
  test('comes on its day and hour in the spreadsheet’s zone, once', () => {
    const machine = automated();
    onlyJobs(machine, 'review');
    call(machine, 'changeAutomation', { day: 2, hour: 14 });
    tickAt(machine, '2026-08-03 15:10');
    tickAt(machine, '2026-08-04 13:10');
    expect(reviewsOf(machine)).toEqual([]);
    tickAt(machine, '2026-08-04 14:10');
    expect(reviewsOf(machine)).toEqual([`${WEEK} draft`]);
    expect(lastRun(machine, 'review')).toBe('ok: Written: 2026-W31.');
    tickAt(machine, '2026-08-04 15:10');
    expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
    expect(automationOf(machine).jobs[0]).toMatchObject({
      last: { at: '2026-08-04 14:10' },
      next: '2026-08-11 14:00',
    });
  });

  test.each([
    ['2026-08-25 09:10', 3],
    ['2026-09-29 09:10', 8],
    ['2026-10-27 09:10', 8],
  ])('after time away, at %s, %i weeks are made up for in one tick', (now, count) => {
    const machine = automated();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    const written: string[] = [];
    machine.setFaults(({ method }, { functionName }) => {
      if (functionName === 'onTick' && method.endsWith('batchUpdate')) written.push(method);
      return undefined;
    });
    tickAt(machine, now);
    const weeks = reviewsOf(machine).slice(1);
    const latest = isoWeekLabel(serial(now.slice(0, 10)) - 7);
    expect(weeks).toHaveLength(count);
    expect(weeks.at(-1)).toBe(`${latest} draft`);
    expect(lastRun(machine, 'review')).toBe(
      `ok: Written: ${weeks.map((week) => week.slice(0, 8)).join(', ')}.`,
    );
    // A batch for each, and one for what is remembered; all from one read.
    expect(written).toHaveLength(count + 1);
    expect(sheetsCalls(machine, 'onTick').filter((call) => call.startsWith('Values'))).toHaveLength(2);
    tickAt(machine, now.replace('09:10', '10:10'));
    expect(reviewsOf(machine)).toHaveLength(count + 1);
  });

  test('one that a person writes while the trigger is away does not hide those before it', () => {
    const machine = automated();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    setClock(machine, '2026-08-25 08:00');
    call(machine, 'writeReview', {});
    tickAt(machine, '2026-08-25 09:10');
    expect(lastRun(machine, 'review')).toBe('ok: Written: 2026-W32, 2026-W33.');
    tickAt(machine, '2026-08-25 10:10');
    expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
  });

  test.each([
    [0, '2026-W32'],
    [1, '2026-W33'],
  ])('one of several whose writing fails, number %i, has its turn again', (failing, week) => {
    const machine = automated();
    onlyJobs(machine, 'review');
    if (failing === 1) tickAt(machine, '2026-08-03 09:10');
    else call(machine, 'writeReview', { week: WEEK });
    let batches = 0;
    machine.setFaults(({ method }) => {
      if (!method.endsWith('.batchUpdate') || batches++ !== failing) return undefined;
      return { kind: 'fail', message: 'The service is currently unavailable.' };
    });
    expect(tickAt(machine, '2026-08-25 09:10').ok).toBe(false);
    machine.setFaults(undefined);
    expect(reviewsOf(machine)).toHaveLength(3);
    tickAt(machine, '2026-08-25 10:10');
    expect(lastRun(machine, 'review')).toBe(`ok: Written: ${week}.`);
    expect(reviewsOf(machine)).toHaveLength(4);
  });

  test('no further week is begun after four minutes; the next tick goes on', () => {
    const machine = automated();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    machine.setFaults(({ method }) => {
      if (method.endsWith('batchUpdate')) machine.clock.advance(90_000);
      return undefined;
    });
    tickAt(machine, '2026-09-08 09:10');
    expect(lastRun(machine, 'review')).toBe('ok: Written: 2026-W32, 2026-W33, 2026-W34.');
    machine.setFaults(undefined);
    tickAt(machine, '2026-09-08 10:10');
    expect(lastRun(machine, 'review')).toBe('ok: Written: 2026-W35, 2026-W36.');
  });
});

describe('the daily refresh', () => {
  const actual = (machine: Machine, id: string) =>
    rowsOf(machine, 'tree').find((row) => row.id === id)?.actual;

  test('fills the sheets where no draft is open, once a day', () => {
    const machine = automated();
    onlyJobs(machine, 'refresh');
    expect(actual(machine, 'watch.views')).toBeUndefined();
    tickAt(machine, '2026-08-03 08:10');
    expect(actual(machine, 'watch.views')).toBeUndefined();
    tickAt(machine, '2026-08-03 09:10');
    expect(actual(machine, 'watch.views')).toBe(70);
    expect(lastRun(machine, 'refresh')).toBe('ok: The figures are up to date.');
    expect(reviewsOf(machine)).toEqual([]);
    const row = rowsOf(machine, 'tree').findIndex(({ id }) => id === 'watch.views') + 2;
    type(machine, 'KPI tree', `X${row}`, 5);
    tickAt(machine, '2026-08-03 10:10');
    expect(sheetsCalls(machine, 'onTick')).toEqual(READS);
    tickAt(machine, '2026-08-04 09:10');
    expect(actual(machine, 'watch.views')).toBe(70);
  });

  test('leaves the record of a closed week alone', () => {
    const machine = automated();
    tickAt(machine, '2026-08-03 09:10');
    call(machine, 'closeReview', {});
    const before = stateOf(sheetTitled(machine, WEEK).cells);
    set(machine, 'currency', 'EUR');
    tickAt(machine, '2026-08-04 09:10');
    expect(lastRun(machine, 'refresh')).toBe('ok: The figures are up to date.');
    expect(stateOf(sheetTitled(machine, WEEK).cells)).toBe(before);
  });

  test('off, a draft stays as it is', () => {
    const machine = automated();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    const before = stateOf(sheetTitled(machine, WEEK).cells);
    set(machine, 'currency', 'EUR');
    tickAt(machine, '2026-08-04 09:10');
    expect(stateOf(sheetTitled(machine, WEEK).cells)).toBe(before);
    onlyJobs(machine, 'refresh');
    tickAt(machine, '2026-08-04 10:10');
    expect(stateOf(sheetTitled(machine, WEEK).cells)).not.toBe(before);
    expect(lastRun(machine, 'refresh')).toBe('ok: Made anew: 2026-W31.');
  });
});

describe('months and quarters', () => {
  test('each has one tab of its own once it is over, and keeps what people type into it', () => {
    const machine = automated();
    onlyJobs(machine, 'month', 'quarter');
    tickAt(machine, '2026-08-03 09:10');
    expect(reviewsOf(machine).sort()).toEqual(['2026-07 draft', '2026-Q2 draft']);
    const row = valuesOf(machine, '2026-07').findIndex(([key]) => key === 'kpi:watch') + 1;
    type(machine, '2026-07', `Q${row}`, 'A word on July');
    tickAt(machine, '2026-08-04 09:10');
    expect(call(machine, 'writeReview', { week: '2026-07' }).sentence).toBe(
      'The review 2026-07 is in its tab.',
    );
    expect(JSON.stringify(sheetTitled(machine, '2026-07').cells)).toContain('A word on July');
    expect(reviewsOf(machine)).toHaveLength(2);
  });

  test('off at first; on the first day not before the review hour', () => {
    const machine = automated();
    tickAt(machine, '2026-09-01 09:10');
    expect(reviewsOf(machine).filter((review) => review.startsWith('2026-0'))).toEqual([]);
    onlyJobs(machine, 'month');
    tickAt(machine, '2026-10-01 08:10');
    expect(reviewsOf(machine).filter((review) => review.startsWith('2026-0'))).toEqual([]);
    tickAt(machine, '2026-10-01 09:10');
    expect(reviewsOf(machine)).toContain('2026-09 draft');
  });
});

describe('closing', () => {
  test('off, a draft stays one though all files are in and its days are over', () => {
    const machine = automated();
    onlyJobs(machine, 'review');
    tickAt(machine, '2026-08-03 09:10');
    tickAt(machine, '2026-08-12 09:10');
    expect(reviewsOf(machine)).toContain(`${WEEK} draft`);
    onlyJobs(machine, 'close');
    tickAt(machine, '2026-08-12 10:10');
    expect(reviewsOf(machine)).toContain(`${WEEK} closed`);
    expect(lastRun(machine, 'close')).toBe('ok: Closed: 2026-W31.');
    const said = valuesOf(machine, WEEK).flat().join('\n');
    expect(said).toContain('when it was closed');
    expect(said).not.toMatch(/^Next: /m);
  });

  test('says so where files are still missing', () => {
    const machine = automated();
    onlyJobs(machine, 'review', 'close');
    const row = { platform: 'youtube', id: 'other', name: 'Other' };
    // A row of the sheet alone makes no file expected; content that was published there does.
    const item = { platform: 'youtube', account: 'other', id: 'o1', title: 'Other’s', published: 46232 };
    call(machine, 'loadRows', {
      tables: [
        { sheet: 'accounts', rows: [row] },
        { sheet: 'content', rows: [item] },
      ],
    });
    tickAt(machine, '2026-08-03 09:10');
    expect(lastRun(machine, 'close')).toBeUndefined();
    tickAt(machine, '2026-08-04 09:10');
    expect(lastRun(machine, 'close')).toBe('ok: Files are still missing; nothing was closed.');
    expect(reviewsOf(machine)).toEqual([`${WEEK} draft`]);
  });
});

describe('hiding', () => {
  const OLD = weekBefore('', 5);
  function withOld(): Machine {
    const machine = automated();
    onlyJobs(machine, 'hide');
    for (const week of [OLD, WEEK]) {
      call(machine, 'writeReview', { week });
      call(machine, 'closeReview', { week });
    }
    return machine;
  }

  test('hides closed reviews older than the setting, and deletes nothing', () => {
    const machine = withOld();
    tickAt(machine, '2026-08-03 09:10');
    expect(isHidden(machine, OLD)).toBe(false);
    set(machine, 'hide_after_weeks', 4);
    tickAt(machine, '2026-08-03 10:10');
    expect([isHidden(machine, OLD), isHidden(machine, WEEK)]).toEqual([true, false]);
    expect(lastRun(machine, 'hide')).toBe(`ok: Hidden: ${OLD}.`);
  });

  test('one that somebody shows again stays; a draft is never hidden', () => {
    const machine = withOld();
    set(machine, 'hide_after_weeks', 4);
    const older = weekBefore('', 8);
    call(machine, 'writeReview', { week: older });
    tickAt(machine, '2026-08-03 09:10');
    expect(isHidden(machine, older)).toBe(false);
    const { sheetId } = sheetTitled(machine, OLD);
    batch(machine, { updateSheetProperties: { properties: { sheetId, hidden: false }, fields: 'hidden' } });
    tickAt(machine, '2026-08-04 09:10');
    expect(isHidden(machine, OLD)).toBe(false);
  });

  test('off, nothing is hidden', () => {
    const machine = withOld();
    set(machine, 'hide_after_weeks', 4);
    onlyJobs(machine);
    tickAt(machine, '2026-08-03 09:10');
    expect(isHidden(machine, OLD)).toBe(false);
  });
});

test('two users’ ticks at once, in any order of their calls, make one review and one line of runs', () => {
  const start = automated();
  forgetAutomation(start);
  call(start, 'turnOnAutomation', {}, BO.email);
  forgetAutomation(start);
  setClock(start, '2026-08-03 09:10');
  const triggers = start.triggers.map(({ id }) => ({ triggerId: id }));
  expect(triggers).toHaveLength(2);
  const snapshot = start.snapshot();
  for (const seed of [1, 2, 3]) {
    start.restore(snapshot);
    const { results } = start.interleave(triggers, seed);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(reviewsOf(start)).toEqual([`${WEEK} draft`]);
    expect(
      start.document().metadata.filter(({ metadataKey }) => metadataKey === 'kpi.automation'),
    ).toHaveLength(1);
    expect([ANA.email, BO.email]).toContain(automationOf(start).owner);
  }
});

test('a tick that meets another run waits, and leaves the work to the next one', () => {
  const machine = automated();
  onlyJobs(machine, 'review');
  const [trigger] = machine.triggers;
  let met: boolean | undefined;
  machine.setFaults(({ method }) => {
    if (method.endsWith('batchUpdate') && met === undefined) {
      met = false;
      met = machine.fireTrigger(trigger?.id ?? '').ok;
    }
    return undefined;
  });
  expect(tickAt(machine, '2026-08-03 09:10').ok).toBe(true);
  expect(met).toBe(true);
  expect(reviewsOf(machine)).toEqual([`${WEEK} draft`]);
});

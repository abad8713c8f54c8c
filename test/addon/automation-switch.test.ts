/** Turning the automation on and off, whose it is, and what of it people see and change. */
import type { Machine } from '../../src/local/machine.ts';
import {
  ANA,
  ask,
  batch,
  bench,
  call,
  forgetAutomation,
  rowsOf,
  sheetsCalls,
  sheetTitled,
  stateOf,
} from '../start/bench.ts';
import { automated, automationOf, BO, lastRun, set, setClock, tickAt } from './automated.ts';

const value = (machine: Machine, key: string) =>
  rowsOf(machine, 'settings').find((row) => row.key === key)?.value;

describe('turning it on', () => {
  test('shows whose it is, since when, and when each job runs next', () => {
    const machine = automated();
    const state = automationOf(machine);
    expect(state).toMatchObject({
      ...{ on: true, isMine: true, isGone: false, owner: ANA.email, since: '2026-08-03' },
      ...{ authorise: '', day: 1, hour: 9 },
    });
    expect(state.jobs.map(({ key, on, last, next }) => [key, on, last, next])).toEqual([
      ['review', true, null, '2026-08-03 09:00'],
      ['month', false, null, ''],
      ['quarter', false, null, ''],
      ['close', true, null, '2026-08-03 09:00'],
      ['refresh', true, null, '2026-08-03 09:00'],
      ['hide', true, null, '2026-08-03 09:00'],
      ['digest', true, null, '2026-08-03 09:00'],
      ['alert', true, null, '2026-08-03 09:00'],
    ]);
  });

  test('before, nothing runs next', () => {
    const state = automationOf(bench());
    expect(state).toMatchObject({ on: false, isMine: false, owner: '', since: '', seen: '' });
    expect(state.jobs.every(({ next }) => next === '')).toBe(true);
    // More tabs than the weekly one come to those who ask for them.
    expect(state.jobs.filter(({ on }) => !on).map(({ key }) => key)).toEqual(['month', 'quarter']);
  });

  test('somebody else’s is shown and not doubled', () => {
    const machine = automated();
    expect(automationOf(machine, BO.email)).toMatchObject({
      ...{ on: true, isMine: false, isGone: false, owner: ANA.email, since: '2026-08-03' },
    });
    const before = stateOf(machine.document());
    expect(ask(machine, 'turnOnAutomation', { takeOver: true }, BO.email)).toEqual({
      ok: false,
      sentence: 'The automation is on already: ana@example.com runs it since 2026-08-03.',
    });
    expect(machine.triggers.map(({ user }) => user)).toEqual([ANA.email]);
    expect(stateOf(machine.document())).toBe(before);
  });

  test('a trigger of an earlier version, which nobody wrote down, is found by its owner and is written down', () => {
    const machine = automated();
    forgetAutomation(machine);
    expect(automationOf(machine)).toMatchObject({ on: true, isMine: true, owner: '' });
    expect(automationOf(machine, BO.email)).toMatchObject({ on: false });
    tickAt(machine, '2026-08-03 08:10');
    expect(automationOf(machine, BO.email)).toMatchObject({
      on: true,
      owner: ANA.email,
      since: '2026-08-03',
    });
    expect(machine.triggers).toHaveLength(1);
  });

  test('a copy of the spreadsheet is off', () => {
    const machine = automated();
    const copy = { ...machine.document(), spreadsheetId: 'copy' };
    const { metadata } = copy;
    expect(metadata.some(({ metadataKey }) => metadataKey === 'kpi.automation')).toBe(true);
    const other = bench();
    const kept = metadata.find(({ metadataKey }) => metadataKey === 'kpi.automation');
    const { sheetId } = sheetTitled(other, 'Settings');
    const value = String(kept?.metadataValue).replace('"document":"team"', '"document":"original"');
    const developerMetadata = { metadataKey: 'kpi.automation', metadataValue: value, visibility: 'DOCUMENT' };
    batch(other, {
      createDeveloperMetadata: { developerMetadata: { ...developerMetadata, location: { sheetId } } },
    });
    expect(automationOf(other)).toMatchObject({ on: false, owner: '' });
  });
});

describe('taking over', () => {
  /** Ana's last tick was on Monday at 9:10; then she is gone. */
  function gone(): Machine {
    const machine = automated();
    tickAt(machine, '2026-08-03 09:10');
    return machine;
  }

  test('is possible once the owner’s trigger has not run for more than a day', () => {
    const machine = gone();
    setClock(machine, '2026-08-04 09:00');
    expect(automationOf(machine, BO.email)).toMatchObject({ isGone: false, seen: '2026-08-03 09:10' });
    setClock(machine, '2026-08-04 09:20');
    expect(automationOf(machine, BO.email)).toMatchObject({ on: true, isGone: true, owner: ANA.email });
    expect(ask(machine, 'turnOnAutomation', {}, BO.email)).toEqual({
      ok: false,
      sentence: 'The automation of ana@example.com has not run for more than a day. You can take it over.',
    });
    expect(call(machine, 'turnOnAutomation', { takeOver: true }, BO.email).sentence).toBe(
      'On: every Monday from 9:00 (Asia/Shanghai) the review is written by itself.',
    );
    expect(automationOf(machine, BO.email)).toMatchObject({
      isMine: true,
      owner: BO.email,
      since: '2026-08-04',
    });
    expect(automationOf(machine)).toMatchObject({ on: true, isMine: false, owner: BO.email });
  });

  test('afterwards the former owner’s trigger stands by: it reads, and does nothing', () => {
    const machine = gone();
    setClock(machine, '2026-08-04 09:20');
    call(machine, 'turnOnAutomation', { takeOver: true }, BO.email);
    const before = stateOf(machine.document());
    expect(tickAt(machine, '2026-08-04 10:10').ok).toBe(true);
    expect(stateOf(machine.document())).toBe(before);
    tickAt(machine, '2026-08-04 10:20', BO.email);
    expect(lastRun(machine, 'close')).toBe('ok: Closed: 2026-W31.');
  });

  test('a trigger that stands by takes over by itself', () => {
    const machine = gone();
    forgetAutomation(machine);
    call(machine, 'turnOnAutomation', {}, BO.email);
    tickAt(machine, '2026-08-05 08:10');
    expect(automationOf(machine)).toMatchObject({ isMine: true, owner: ANA.email, since: '2026-08-05' });
  });
});

describe('turning it off', () => {
  test('takes the trigger and its note away; on again makes a new one', () => {
    const machine = automated();
    expect(call(machine, 'turnOffAutomation', {}).sentence).toBe(
      'The automation is off now. Nothing runs by itself any more.',
    );
    expect(machine.triggers).toEqual([]);
    expect(Object.keys(machine.properties.user[ANA.email] ?? {})).toEqual([]);
    expect(automationOf(machine)).toMatchObject({ on: false, owner: '' });
    expect(automationOf(machine, BO.email)).toMatchObject({ on: false });
    call(machine, 'turnOnAutomation', {});
    expect(machine.triggers).toHaveLength(1);
  });

  test('somebody else’s is refused by name', () => {
    const machine = automated();
    expect(ask(machine, 'turnOffAutomation', {}, BO.email)).toEqual({
      ok: false,
      sentence: 'Only ana@example.com can turn the automation off. Single jobs can be turned off by anyone.',
    });
    expect(machine.triggers).toHaveLength(1);
    expect(automationOf(machine)).toMatchObject({ on: true });
  });

  test('a trigger that was deleted at Google’s is off for its owner, who can turn it on again', () => {
    const machine = automated();
    (machine.triggers as unknown[]).length = 0;
    expect(automationOf(machine)).toMatchObject({ on: false, isMine: false });
    expect(automationOf(machine, BO.email)).toMatchObject({ on: true, isGone: false });
    call(machine, 'turnOnAutomation', {});
    expect(automationOf(machine)).toMatchObject({ on: true, isMine: true });
  });
});

describe('day, hour and jobs', () => {
  test('are rows of the settings, which the sidebar changes in place; the trigger stays', () => {
    const machine = automated();
    const [trigger] = machine.triggers;
    expect(
      call(machine, 'changeAutomation', { day: 3, hour: 14, jobs: { digest: false, review: true } }, BO.email)
        .sentence,
    ).toBe('Saved in the sheet of settings.');
    expect(
      ['review_day', 'review_hour', 'job_digest', 'job_review', 'job_alert'].map((key) =>
        value(machine, key),
      ),
    ).toEqual([3, 14, 'no', 'yes', 'yes']);
    const state = automationOf(machine);
    expect(state).toMatchObject({ day: 3, hour: 14 });
    expect(state.jobs.find(({ key }) => key === 'digest')).toMatchObject({ on: false, next: '' });
    expect(state.jobs.find(({ key }) => key === 'review')).toMatchObject({ next: '2026-08-05 14:00' });
    expect(machine.triggers).toEqual([trigger]);
    expect(sheetsCalls(machine, 'changeAutomation')).toEqual([
      'get',
      'Values.batchGetByDataFilter',
      'batchUpdate',
    ]);
  });

  test('typed into the sheet count as well, in both languages', () => {
    const machine = automated();
    set(machine, 'job_review', '否');
    set(machine, 'job_digest', 'OFF');
    set(machine, 'review_day', '５');
    const state = automationOf(machine);
    expect(state.day).toBe(5);
    expect(state.jobs.filter(({ on }) => !on).map(({ key }) => key)).toEqual([
      ...['review', 'month', 'quarter', 'digest'],
    ]);
  });

  test('come into a workbook of an earlier version when they are changed', () => {
    const machine = automated();
    const { sheetId } = sheetTitled(machine, 'Settings');
    const index = rowsOf(machine, 'settings').findIndex(({ key }) => key === 'job_alert') + 1;
    batch(machine, {
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: index, endIndex: index + 1 } },
    });
    expect(value(machine, 'job_alert')).toBeUndefined();
    expect(automationOf(machine).jobs.find(({ key }) => key === 'alert')?.on).toBe(true);
    call(machine, 'changeAutomation', { jobs: { alert: false } });
    expect(rowsOf(machine, 'settings').at(-1)).toMatchObject({
      name: 'Automatic: alert on late answers',
      value: 'no',
      key: 'job_alert',
    });
  });

  test.each([
    [{ day: 0 }, /^The request could not be understood: day /],
    [{ day: 8 }, /^The request could not be understood: day /],
    [{ hour: 24 }, /^The request could not be understood: hour /],
    [{ jobs: { sing: true } }, /^The request could not be understood: jobs/],
    [{ week: 1 }, /^The request could not be understood: /],
  ])('%j is refused', (request, sentence) => {
    const machine = automated();
    const before = stateOf(machine.document());
    expect(ask(machine, 'changeAutomation', request)).toEqual({
      ok: false,
      sentence: expect.stringMatching(sentence),
    });
    expect(stateOf(machine.document())).toBe(before);
  });
});

test('the menu opens the sidebar at the automation', () => {
  const machine = automated();
  machine.open();
  const [menu] = machine.menu();
  expect(JSON.stringify(menu)).toContain('Automation …');
  machine.chooseMenu('menuAutomation');
  expect(machine.ui.sidebar?.title).toBe('Content KPI');
  expect(machine.ui.sidebar?.html).toContain('<body data-open="automation">');
  machine.chooseMenu('menuSidebar');
  expect(machine.ui.sidebar?.html).toContain('<body>');
});

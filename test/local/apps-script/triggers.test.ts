import { ANA, addOn, BO, NOW } from './fixture.ts';

const CODE = `
  function hourly(n) { return ScriptApp.newTrigger('onTick').timeBased().everyHours(n).create().getUniqueId() }
  function monday(zone) {
    ScriptApp.newTrigger('onTick').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8).nearMinute(30).inTimezone(zone).create();
  }
  function daily(n) { ScriptApp.newTrigger('onTick').timeBased().everyDays(n).atHour(8).create() }
  function opened() { ScriptApp.newTrigger('onTick').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create() }
  function often() { ScriptApp.newTrigger('onTick').timeBased().everyMinutes(10).create() }
  function soon() { ScriptApp.newTrigger('onTick').timeBased().after(60000).create() }
  function once(ms) { ScriptApp.newTrigger('onTick').timeBased().after(ms).create() }
  function monthly() { ScriptApp.newTrigger('onTick').timeBased().onMonthDay(31).atHour(6).create() }
  function empty() { ScriptApp.newTrigger('onTick').timeBased().create() }
  function remove() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t) }) }
  function list() { return ScriptApp.getProjectTriggers().map(function (t) {
    return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getUniqueId().length > 5] }) }
  function onTick(e) { console.log(JSON.stringify(e), Session.getActiveUser().getEmail(), String(e.authMode)); }
  function missing_() {}
  function hidden() { ScriptApp.newTrigger('missing_').timeBased().everyHours(1).create() }
  function ui() { ScriptApp.newTrigger('useUi').timeBased().everyHours(1).create() }
  function useUi() { SpreadsheetApp.getUi() }
  function doc() { ScriptApp.newTrigger('useDoc').timeBased().everyHours(1).create() }
  function useDoc() {
    return [SpreadsheetApp.getActiveSpreadsheet(), LockService.getDocumentLock(), PropertiesService.getDocumentProperties()]
      .map(function (x) { return x === null });
  }
`;
const at = (text: string) => new Date(text);

describe('clock triggers of an add-on', () => {
  test('an hourly one fires every hour at one random minute, as its maker, with the event in UTC', () => {
    const { runtime } = addOn(CODE);
    runtime.addUser(BO);
    const id = runtime.run('hourly', [1], { user: BO.email });
    const results = runtime.moveClockTo(at('2026-11-22T13:59:00Z'));
    const starts = results.map((result) => new Date(result.execution.startedAt));
    expect(starts.map((start) => start.getUTCHours()).slice(-3)).toEqual([11, 12, 13]);
    expect(new Set(starts.map((start) => start.getUTCMinutes())).size).toBe(1);
    expect(new Set(results.map((result) => result.execution.user))).toEqual(new Set([BO.email]));
    const [json = '', email] = (results.at(-1)?.execution.logs[0]?.text ?? '').split(' ');
    expect(email).toBe(BO.email);
    expect(JSON.parse(json)).toMatchObject({
      authMode: 'FULL',
      triggerUid: id.ok ? id.value : '',
      timezone: 'UTC',
      year: 2026,
      month: 11,
      'day-of-month': 22,
      'day-of-week': 7,
      'week-of-year': 47,
      hour: 13,
    });
    expect(runtime.host.clock.now()).toBe(at('2026-11-22T13:59:00Z').getTime());
  });

  test('the minute depends on the seed alone and differs between triggers', () => {
    const minutes = (count: number) =>
      Array.from({ length: count }, () => {
        const { runtime, value } = addOn(CODE);
        const seen: number[] = [];
        for (let i = 0; i < 6; i++) {
          value('hourly', 1);
          const schedule = runtime.host.triggers[0]?.schedule;
          seen.push(schedule?.type === 'hours' ? schedule.minute : -1);
          value('remove');
        }
        return seen;
      });
    const [first, second] = minutes(2);
    expect(first).toEqual(second);
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(first?.every((minute) => minute >= 0 && minute < 60)).toBe(true);
  });

  test('a weekly one keeps its hour in its zone through a clock change', () => {
    const { runtime, value } = addOn(CODE, { now: at('2026-10-24T00:00:00Z') });
    value('monday', 'America/New_York');
    const fired = runtime
      .moveClockTo(at('2026-11-12T00:00:00Z'))
      .map((result) => new Date(result.execution.startedAt));
    expect(fired.map((date) => date.toISOString().slice(0, 13))).toEqual([
      '2026-10-26T12',
      '2026-11-02T13',
      '2026-11-09T13',
    ]);
    const minute = fired[1]!.getUTCMinutes();
    expect(minute).toBeGreaterThanOrEqual(15);
    expect(minute).toBeLessThanOrEqual(45);
  });

  test('every second day', () => {
    const { runtime, value } = addOn(CODE);
    value('daily', 2);
    const fired = runtime
      .moveClockTo(at('2026-11-29T00:00:00Z'))
      .map((result) => new Date(result.execution.startedAt));
    expect(fired.map((date) => date.toISOString().slice(0, 13))).toEqual([
      '2026-11-23T08',
      '2026-11-25T08',
      '2026-11-27T08',
    ]);
  });

  test('once, and then never again; it stays in the list', () => {
    const { runtime, value } = addOn(CODE);
    value('once', 2 * 3600000);
    const fired = runtime.moveClockTo(at('2026-12-01T00:00:00Z'));
    expect(fired.map((result) => result.execution.startedAt)).toEqual([NOW.getTime() + 2 * 3600000]);
    expect(value('list')).toHaveLength(1);
  });

  test('on the 31st of the months that have one', () => {
    const { runtime, value } = addOn(CODE);
    value('monthly');
    const fired = runtime.moveClockTo(at('2027-04-01T00:00:00Z'));
    expect(fired.map((result) => new Date(result.execution.startedAt).toISOString().slice(0, 13))).toEqual([
      '2026-12-31T06',
      '2027-01-31T06',
      '2027-03-31T06',
    ]);
  });

  test('a schedule is needed', () => {
    expect(addOn(CODE).failure('empty')).toMatch(
      /^Exception: Cannot create a clock trigger without a schedule/,
    );
  });

  test('one of a type for each user and document', () => {
    const { runtime, value, failure } = addOn(CODE);
    runtime.addUser(BO);
    value('hourly', 1);
    expect(failure('monday', 'UTC')).toBe(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    value('opened');
    expect(failure('opened')).toMatch(/^Exception: This add-on has created too many/);
    expect(runtime.run('hourly', [1], { user: BO.email }).ok).toBe(true);
    expect(value('list')).toEqual([
      ['onTick', 'CLOCK', 'CLOCK', true],
      ['onTick', 'ON_OPEN', 'SPREADSHEETS', true],
    ]);
    value('remove');
    expect(runtime.host.triggers.map((trigger) => trigger.user)).toEqual([BO.email]);
  });

  test('making them is rationed by the day, deleted ones count', () => {
    const { runtime, value, failure } = addOn(CODE);
    const again = () => {
      value('remove');
      value('hourly', 1);
    };
    for (let i = 0; i < 20; i++) again();
    value('remove');
    expect(failure('hourly', 1)).toMatch(/^Exception: This add-on has created too many time-based triggers/);
    runtime.host.clock.advance(24 * 3600000);
    again();
  });

  test('a schedule cannot be read back, and every id is another', () => {
    const { runtime, value } = addOn(`${CODE}
      function members() { const t = ScriptApp.getProjectTriggers()[0]; return Object.keys(t).sort() }`);
    runtime.addUser(BO);
    const ids = [
      value('hourly', 1),
      (runtime.run('hourly', [1], { user: BO.email }) as { value?: unknown }).value,
    ];
    expect(new Set(ids).size).toBe(2);
    expect(value('members')).toEqual([
      ...['getEventType', 'getHandlerFunction', 'getTriggerSource', 'getTriggerSourceId', 'getUniqueId'],
    ]);
  });

  test('one that fails mails nobody', () => {
    const { runtime, value } = addOn(CODE);
    value('ui');
    expect(runtime.moveClockTo(at('2026-11-22T11:30:00Z'))[0]?.ok).toBe(false);
    expect(runtime.host.outbox).toEqual([]);
  });

  test('hourly at most', () => {
    const sentence = 'Exception: Clock events must be scheduled at least 1 hour(s) apart.';
    const { failure } = addOn(CODE);
    expect(failure('often')).toBe(sentence);
    expect(failure('soon')).toBe(sentence);
    expect(failure('hourly', 3)).toBe(
      'Exception: The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.',
    );
    const minutes = 'function f() { ScriptApp.newTrigger("f").timeBased().everyMinutes(2) }';
    expect(addOn(minutes).failure('f')).toBe(
      'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    );
    addOn(CODE, { settings: { addOn: false } }).value('often');
  });

  test('20 of a user and script', () => {
    const { value, failure } = addOn(CODE, { settings: { addOn: false } });
    for (let i = 0; i < 20; i++) value('hourly', 1);
    expect(failure('hourly', 1)).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  test('no user interface, and by default no active document, lock or properties of it', () => {
    for (const activeDocumentInTriggers of [false, true]) {
      const { runtime, value } = addOn(CODE, { settings: { activeDocumentInTriggers } });
      value('ui');
      expect(runtime.moveClockTo(at('2026-11-22T11:30:00Z'))[0]).toMatchObject({
        ok: false,
        error: { message: 'Cannot call SpreadsheetApp.getUi() from this context.' },
      });
      const other = addOn(CODE, { settings: { activeDocumentInTriggers } });
      other.value('doc');
      const none = !activeDocumentInTriggers;
      expect(other.runtime.moveClockTo(at('2026-11-22T11:30:00Z'))[0]).toMatchObject({
        value: expect.anything(),
      });
      const trigger = other.runtime.host.triggers[0]!;
      const result = other.runtime.fire(trigger, NOW.getTime());
      expect(result.ok && Array.from(result.value as boolean[])).toEqual([none, none, none]);
    }
  });

  test('a function whose name ends in _ is not found', () => {
    const { runtime, value } = addOn(CODE);
    value('hidden');
    expect(runtime.moveClockTo(at('2026-11-22T11:30:00Z'))[0]).toMatchObject({
      error: { message: 'Script function not found: missing_' },
    });
  });

  test('triggers of several people fire in the order of their time', () => {
    const { runtime } = addOn(CODE);
    runtime.addUser(BO);
    runtime.run('hourly', [1], { user: ANA.email });
    runtime.run('hourly', [1], { user: BO.email });
    const times = runtime.moveClockTo(at('2026-11-22T15:00:00Z')).map((result) => result.execution.startedAt);
    expect(times.length).toBeGreaterThanOrEqual(8);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

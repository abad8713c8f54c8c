import * as fc from 'fast-check';
import { chooseBySeed, chooseInOrder } from '../../../src/local/apps-script/threads/interleave.ts';
import { ANA, addOn, BO, type FixtureOptions } from './fixture.ts';

const CODE = `
  function store() { return PropertiesService.getScriptProperties() }
  function add(name) {
    const p = store();
    const list = p.getProperty('list') || '';
    p.setProperty('list', list + name);
    return list;
  }
  function addLocked(name) {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(60000)) return 'no';
    const list = add(name);
    lock.releaseLock();
    return list;
  }
  function hold(ms) { const lock = LockService.getScriptLock(); lock.waitLock(1000); Utilities.sleep(ms); return Date.now() }
  function wait(ms) { const before = Date.now(); const got = LockService.getScriptLock().tryLock(ms); return [got, Date.now() - before] }
  function tidy() { const p = store(); try { p.setProperty('a', '1') } finally { for (;;) try { p.setProperty('b', '1') } catch (e) {} } }
  function spin() { store(); for (;;); }
  function kinds() {
    const page = HtmlService.createTemplate('<b><?= name ?></b><?!= Utilities.formatDate(new Date(0), "UTC", "yyyy") ?>');
    page.name = '<x>';
    const error = (function () { try { SpreadsheetApp.getActive().getRange('?') } catch (e) { return e } })();
    console.log('seen %s', 1);
    MailApp.sendEmail({ to: 'a@b.c', subject: 's', body: 'b', attachments: [Utilities.newBlob('x', 'text/csv', 'x.csv')] });
    return {
      html: page.evaluate().getContent(), name: SpreadsheetApp.getActive().getName(),
      same: SpreadsheetApp.getActive() === SpreadsheetApp.getActive(), mode: String(ScriptApp.AuthMode.FULL),
      error: [error.name, error.message, error instanceof Error],
      keys: store().getKeys() instanceof Array, hours: new Date(0).getHours(), when: Utilities.parseDate('1970', 'UTC', 'yyyy'),
      api: Sheets.Spreadsheets.get('x').list instanceof Array,
    };
  }
  function badPage() { return HtmlService.createTemplate('<?= nobody ?>').evaluate().getContent() }
  function circle() { const a = {}; a.a = a; Sheets.Spreadsheets.batchUpdate(a, 'x') }
  function boom() { throw new Error('broken') }
  function hidden_() {}
  function withDate() { return [new Date()] }
  function onTick(e) { return [String(e.authMode), e.authMode === ScriptApp.AuthMode.FULL, e.timezone] }
  function make() { ScriptApp.newTrigger('onTick').timeBased().everyHours(1).create() }
`;

const make = (options: FixtureOptions = {}) => {
  const fixture = addOn(CODE, { api: () => ({ status: 200, body: { list: [] } }), ...options });
  fixture.runtime.addUser(BO);
  return fixture.runtime;
};
const both = (functionName: string) => [
  { functionName, args: ['a'], user: ANA.email },
  { functionName, args: ['b'], user: BO.email },
];
const listAfter = (functionName: string, seed: number) => {
  const runtime = make();
  const { results } = runtime.interleave(both(functionName), chooseBySeed(seed));
  expect(results.every((result) => result.ok)).toBe(true);
  return runtime.host.properties.script.list;
};
const seeds = Array.from({ length: 12 }, (_, i) => i);

describe('executions at once', () => {
  test('without a lock one of two additions is lost by some schedules', () => {
    const lists = new Set(seeds.map((seed) => listAfter('add', seed)?.length));
    expect(lists).toEqual(new Set([1, 2]));
  });

  test('with a lock none is, whatever the schedule', () => {
    expect(new Set(seeds.map((seed) => listAfter('addLocked', seed)))).toEqual(new Set(['ab', 'ba']));
  });

  test('three at once, each listed with its own calls; the order played again gives the same', () => {
    const three = [...both('addLocked'), { functionName: 'addLocked', args: ['c'], user: ANA.email }];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const [first, second] = [make(), make()];
        const { order, results } = first.interleave(three, chooseBySeed(seed));
        expect(second.interleave(three, chooseInOrder(order)).order).toEqual(order);
        expect(second.host.properties).toEqual(first.host.properties);
        expect([...(first.host.properties.script.list ?? '')].sort()).toEqual(['a', 'b', 'c']);
        expect(results.map(({ execution }) => execution.calls.map(({ n }) => n))).toEqual(
          results.map(() => [1, 2, 3, 4, 5, 6]),
        );
      }),
      { seed: 7, numRuns: 6 },
    );
  });

  test('who waits for a lock gets it when it is released, else goes away when the time is over', () => {
    const held = (ms: number, patience: number) => {
      const list = [
        { functionName: 'hold', args: [ms] },
        { functionName: 'wait', args: [patience], user: BO.email },
      ];
      // The holder takes the lock, then the other may go first whenever it can.
      let steps = 0;
      const { results } = make().interleave(list, (ready) =>
        ++steps > 2 && ready.includes(1) ? 1 : ready[0]!,
      );
      return results[1]?.ok && results[1].value;
    };
    expect(held(5000, 10000)).toEqual([true, 5000]);
    expect(held(5000, 3000)).toEqual([false, 5000]);
  });

  test('a killed execution stops where it is, and its lock is free', () => {
    for (const kind of ['kill-before', 'kill-after'] as const) {
      const runtime = make();
      const tidy = { functionName: 'tidy', faults: [{ call: 2, kind }] };
      const { results } = runtime.interleave(
        [tidy, { functionName: 'addLocked', args: ['b'] }],
        chooseBySeed(1),
      );
      expect(results).toMatchObject([{ ok: false, execution: { outcome: 'killed' } }, { ok: true }]);
      expect(runtime.host.properties.script).toEqual(
        kind === 'kill-after' ? { a: '1', list: 'b' } : { list: 'b' },
      );
      expect(runtime.host.locks.size).toBe(0);
    }
  });

  test('a script that asks for nothing any more is ended by the real clock', () => {
    const runtime = make({ settings: { realMilliseconds: 50 } });
    const { results } = runtime.interleave([{ functionName: 'spin' }], chooseBySeed(1));
    expect(results).toMatchObject([{ ok: false, execution: { outcome: 'timed out' } }]);
  });

  test.each(['kinds', 'badPage', 'circle', 'boom', 'hidden_', 'absent', 'withDate'])(
    'alone, %s does what it does without a thread',
    (functionName) => {
      const options = { scriptTimeZone: 'Asia/Tokyo' };
      const [plain, threaded] = [make(options), make(options)];
      const expected = plain.run(functionName);
      const [result] = threaded.interleave([{ functionName }], chooseBySeed(1)).results;
      const shown = (one: typeof expected) => (one.ok ? one.value : [one.error.name, one.error.message]);
      expect(shown(result!)).toEqual(shown(expected));
      expect(result?.execution.calls).toEqual(expected.execution.calls);
      expect(result?.execution.logs).toEqual(expected.execution.logs);
      expect(threaded.host.outbox).toEqual(plain.host.outbox);
    },
  );

  test('the host keeps its own zone', () => {
    const before = new Date(2026, 0, 1).getTime();
    make({ scriptTimeZone: 'Asia/Tokyo' }).interleave([{ functionName: 'kinds' }], chooseBySeed(1));
    expect(new Date(2026, 0, 1).getTime()).toBe(before);
  });

  test('triggers and what the sidebar calls', () => {
    const runtime = make();
    runtime.run('make');
    const triggerId = runtime.host.triggers[0]!.id;
    const { results } = runtime.interleave(
      [{ triggerId }, { functionName: 'withDate', kind: 'sidebar' }],
      chooseBySeed(3),
    );
    expect(results).toMatchObject([
      { value: ['FULL', true, 'UTC'], execution: { kind: 'trigger', triggerId } },
      { value: null, execution: { kind: 'sidebar' } },
    ]);
  });
});

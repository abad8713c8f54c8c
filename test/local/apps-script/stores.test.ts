import { addOn, BO } from './fixture.ts';

const CODE = `
  function set(key, length) { PropertiesService.getScriptProperties().setProperty(key, 'x'.repeat(length)) }
  function setText(key, text) { PropertiesService.getDocumentProperties().setProperty(key, text); }
  function getText(key) { return PropertiesService.getDocumentProperties().getProperty(key) }
  function userText(text) { const p = PropertiesService.getUserProperties(); const was = p.getProperty('a'); p.setProperty('a', text); return was }
  function setAll(values, drop) { const p = PropertiesService.getScriptProperties(); p.setProperties(values, drop); return p.getProperties() }
  function put(length, seconds) { CacheService.getDocumentCache().put('k', 'x'.repeat(length), seconds) }
  function cached() { return CacheService.getDocumentCache().get('k') }
  function hold(ms) { const l = LockService.getDocumentLock(); const got = l.tryLock(ms); Utilities.sleep(0); return [got, l.hasLock()] }
  function wait(ms) { LockService.getDocumentLock().waitLock(ms) }
`;

describe('properties', () => {
  test('9 kB of UTF-8 a value', () => {
    const { value, failure } = addOn(CODE);
    value('set', 'a', 9216);
    expect(failure('set', 'a', 9217)).toBe('Exception: Argument too large: value');
    value('setText', 'b', '中'.repeat(3072));
    expect(failure('setText', 'b', '中'.repeat(3073))).toBe('Exception: Argument too large: value');
  });

  test('500 kB a store, and nothing of what did not fit is kept', () => {
    const { runtime, value, failure } = addOn(CODE);
    for (let i = 0; i < 55; i++) value('set', `k${10 + i}`, 9216);
    const sentence =
      'You have exceeded the property storage quota. Please remove some properties and try again.';
    expect(failure('set', 'more', 9216)).toBe(`Exception: ${sentence}`);
    expect(Object.keys(runtime.host.properties.script)).toHaveLength(55);
  });

  test('script, document and each user have a store of their own', () => {
    const { runtime, value } = addOn(CODE);
    runtime.addUser(BO);
    value('userText', 'ana');
    expect(runtime.run('userText', ['bo'], { user: BO.email })).toMatchObject({ value: null });
    expect(value('userText', 'x')).toBe('ana');
    expect(value('getText', 'a')).toBeNull();
    expect(value('setAll', { a: 1, b: 'two' }, false)).toEqual({ a: '1', b: 'two' });
    expect(value('setAll', { c: true }, true)).toEqual({ c: 'true' });
  });

  test('null is no value', () => {
    expect(addOn(CODE).failure('setText', 'a', null)).toMatch(
      /^Exception: The parameters \(String,null\) don't match the method signature/,
    );
  });
});

describe('cache', () => {
  test('100 kB a value, gone when its time is over, 6 hours at most', () => {
    const { runtime, value, failure } = addOn(CODE);
    expect(failure('put', 102401, 60)).toBe('Exception: Argument too large: value');
    value('put', 102400, 60);
    expect(value('cached')).toHaveLength(102400);
    runtime.host.clock.advance(60000);
    expect(value('cached')).toBeNull();
    value('put', 1, 99999);
    runtime.host.clock.advance(21599000);
    expect(value('cached')).toBe('x');
    runtime.host.clock.advance(1000);
    expect(value('cached')).toBeNull();
  });
});

test('a cache of more than 1,000 entries keeps the 900 that would last longest', () => {
  const code = `function fill(n) { const c = CacheService.getScriptCache(); for (let i = 0; i < n; i++) c.put('k' + i, 'x', 100 + i) }
    function kept(n) { const keys = []; for (let i = 0; i < n; i++) keys.push('k' + i); return Object.keys(CacheService.getScriptCache().getAll(keys)).map(function (k) { return Number(k.slice(1)) }) }`;
  const { value } = addOn(code);
  value('fill', 1000);
  expect(value('kept', 1000)).toHaveLength(1000);
  value('fill', 1001);
  const kept = value('kept', 1001) as number[];
  expect([kept.length, Math.min(...kept)]).toEqual([900, 101]);
});

describe('the document lock between two executions', () => {
  test('the second waits its time on the virtual clock and goes away empty-handed', () => {
    const { runtime } = addOn(CODE);
    runtime.addUser(BO);
    const seen: unknown[] = [];
    runtime.host.faults = (call, execution) => {
      if (call.method !== 'Utilities.sleep' || execution.user === BO.email) return undefined;
      const before = runtime.host.clock.now();
      const tried = runtime.run('hold', [5000], { user: BO.email });
      seen.push(tried.ok && tried.value, runtime.host.clock.now() - before);
      const waited = runtime.run('wait', [1000], { user: BO.email });
      seen.push(waited.ok ? '' : waited.error.message);
      return undefined;
    };
    expect(runtime.run('hold', [1000])).toMatchObject({ value: [true, true] });
    expect(seen).toEqual([
      [false, false],
      5000,
      'Lock timeout: another process was holding the lock for too long.',
    ]);
  });

  test('only the holder releases it', () => {
    const code = `${CODE} function release() { LockService.getDocumentLock().releaseLock() }`;
    const { runtime } = addOn(code);
    runtime.addUser(BO);
    runtime.host.faults = (call, execution) => {
      if (call.method === 'Utilities.sleep' && execution.user !== BO.email) {
        runtime.run('release', [], { user: BO.email });
      }
      return undefined;
    };
    expect(runtime.run('hold', [1000])).toMatchObject({ value: [true, true] });
  });

  test('an execution that is killed gives its lock back', () => {
    const { runtime, value } = addOn(CODE);
    runtime.host.faults = (call) =>
      call.method === 'Utilities.sleep' ? { kind: 'kill', when: 'before' } : undefined;
    expect(runtime.run('hold', [1000])).toMatchObject({ ok: false, execution: { outcome: 'killed' } });
    runtime.host.faults = undefined;
    expect(value('hold', 0)).toEqual([true, true]);
  });
});

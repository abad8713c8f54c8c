import { addOn, NOW } from './fixture.ts';

const f = (body: string) => `function f(a, b) { ${body} }`;

describe('what a realm has', () => {
  test.each([
    ...[
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'TextEncoder',
      'TextDecoder',
      'URL',
      'URLSearchParams',
      'fetch',
    ],
    ...[
      'atob',
      'btoa',
      'crypto',
      'performance',
      'structuredClone',
      'process',
      'require',
      'global',
      'window',
      'module',
    ],
    ...['Buffer', '__host'],
  ])('no %s', (name) => {
    expect(addOn(f(`return typeof ${name}`)).value('f')).toBe('undefined');
  });

  test('JSON, Intl, Promise, console and code from strings', () => {
    const code = f(
      `console.log('a %s', 1); return [typeof Intl, typeof JSON, new Function('return 1 + 1')(), eval('3')]`,
    );
    const { runtime, value } = addOn(code);
    expect(value('f')).toEqual(['object', 'object', 2, 3]);
    expect(runtime.host.executions[0]?.logs).toEqual([{ level: 'log', text: 'a 1' }]);
  });

  test('an async function is waited for', () => {
    expect(addOn('async function f() { await null; return (await Promise.resolve(2)) * 2 }').value('f')).toBe(
      4,
    );
    expect(addOn('async function f() { await null; throw new Error("late") }').failure('f')).toBe(
      'Error: late',
    );
  });

  test('answers and errors of services belong to the realm', () => {
    const code = f(`
      const all = PropertiesService.getScriptProperties().getKeys();
      const date = Utilities.parseDate('2026-01-01', 'UTC', 'yyyy-MM-dd');
      let error;
      try { SpreadsheetApp.getActive().getRange('nonsense!') } catch (e) { error = e }
      return [all instanceof Array, date instanceof Date, error instanceof Error, error.name, String(error)];`);
    expect(addOn(code).value('f')).toEqual([true, true, true, 'Exception', 'Exception: Range not found']);
  });

  test('every execution starts afresh', () => {
    const { value } = addOn('var n = 0; function f() { return ++n }');
    expect([value('f'), value('f')]).toEqual([1, 1]);
  });

  test('files run in the order of their names and see each other', () => {
    const files = { 'a.js': 'const first = "a"', 'z.js': 'const last = first + "z"' };
    expect(addOn(f('return last'), { files }).value('f')).toBe('az');
  });

  test('an unknown member is no function', () => {
    expect(addOn(f('SpreadsheetApp.openById("x")')).failure('f')).toBe(
      'TypeError: SpreadsheetApp.openById is not a function',
    );
    expect(addOn(f('UrlFetchApp.fetch("x")')).failure('f')).toBe(
      'ReferenceError: UrlFetchApp is not defined',
    );
  });

  test('now is the virtual clock', () => {
    const { value } = addOn(
      f(
        'const t = Date.now(); Utilities.sleep(1500); return [t, new Date().getTime(), new Date(5).getTime()]',
      ),
    );
    expect(value('f')).toEqual([NOW.getTime(), NOW.getTime() + 1500, 5]);
  });
});

describe('local time', () => {
  const code = f(`const d = new Date(2026, 0, 1);
    return [d.getTime(), d.getHours(), d.getTimezoneOffset(), new Date('2026-01-01T00:00').getTime(), Utilities.sleep(0) === null,
      new Date(0).getHours()]`);

  test.each([
    ['Asia/Shanghai', Date.UTC(2025, 11, 31, 16), -480, 8],
    ['America/New_York', Date.UTC(2026, 0, 1, 5), 300, 19],
  ])('is that of the manifest: %s', (scriptTimeZone, midnight, offset, hourOf1970) => {
    const before = new Date(2026, 0, 1).getTime();
    expect(addOn(code, { scriptTimeZone }).value('f')).toEqual([
      midnight,
      0,
      offset,
      midnight,
      false,
      hourOf1970,
    ]);
    expect(new Date(2026, 0, 1).getTime()).toBe(before);
  });

  test('the host keeps its own while a script calls it', () => {
    const zones: number[] = [];
    const api = () => {
      zones.push(new Date(0).getTimezoneOffset());
      return { status: 200, body: {} };
    };
    addOn(f('Sheets.Spreadsheets.get("x")'), { scriptTimeZone: 'Asia/Tokyo', api }).value('f');
    expect(zones).toEqual([new Date(0).getTimezoneOffset()]);
  });
});

describe('source that Apps Script cannot parse', () => {
  test.each([
    [
      'class A { #x = 1; get() { return this.#x } }',
      'Code.js, line 1: Apps Script cannot parse private class fields (build for es2020).',
    ],
    [
      '\nclass A { static x = 1 }',
      'Code.js, line 2: Apps Script cannot parse static class fields (build for es2020).',
    ],
    [
      'class A { static { f() } }',
      'Code.js, line 1: Apps Script cannot parse class static blocks (build for es2020).',
    ],
  ])('%s', (code, message) => {
    expect(() => addOn(code)).toThrow(new SyntaxError(message));
  });

  test('es2020 passes: optional chaining, ??, BigInt, static methods', () => {
    const code = 'class A { static x() { return 1n } }\nfunction f() { return String(A?.x() ?? 0) }';
    expect(addOn(code).value('f')).toBe('1');
  });

  test('broken source names the file', () => {
    expect(() => addOn('function (')).toThrow(/^Code\.js: /);
  });
});

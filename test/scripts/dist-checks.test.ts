import { scriptFaults } from '../../scripts/dist-checks.ts';
import { functionsFile } from '../../scripts/functions-file.ts';
import { lockFaults } from '../../scripts/lock-checks.ts';
import { builtFiles } from '../start/built.ts';

const faults = (source: string): string[] => scriptFaults(new Map([['a.js', source]]));

describe('what is held against the scripts', () => {
  test('nothing is held against the built ones', () => {
    const scripts = Object.entries(builtFiles()).filter(([name]) => name.endsWith('.js'));
    expect(scripts).toHaveLength(2);
    expect(scriptFaults(new Map(scripts))).toEqual([]);
  });

  test.each([
    ['another document', 'function f() { SpreadsheetApp.openById("x"); }', 'a.js holds openById'],
    [
      'another document by address',
      'function f() { SpreadsheetApp.openByUrl("x"); }',
      'a.js holds openByUrl',
    ],
    ['Drive', 'function f() { DriveApp.getFiles(); }', 'a.js holds DriveApp'],
    ['the network', 'function f() { UrlFetchApp.fetch("x"); }', 'a.js holds UrlFetchApp'],
    ['mail reading', 'function f() { GmailApp.search("x"); }', 'a.js holds GmailApp'],
    ['a timer', 'function f() { setTimeout(f, 1); }', 'a.js uses setTimeout(, which the runtime lacks'],
    ['a URL', 'function f() { return new URL("x"); }', 'a.js uses new URL, which the runtime lacks'],
    [
      'an encoder',
      'function f() { return new TextEncoder(); }',
      'a.js uses new TextEncoder, which the runtime lacks',
    ],
    ['crypto', 'function f() { return crypto.randomUUID(); }', 'a.js uses crypto., which the runtime lacks'],
    [
      'structuredClone',
      'function f(x) { return structuredClone(x); }',
      'a.js uses structuredClone(, which the runtime lacks',
    ],
    ['process', 'function f() { return process.env; }', 'a.js uses process., which the runtime lacks'],
    ['a private field in few bytes', 'class A{a(){}#x=1}', 'a.js has #x=, which the runtime refuses'],
    ['a private field', 'class A {\n  #x = 1;\n}', 'a.js has #x =, which the runtime refuses'],
    ['a private method', 'class A {\n  #x() { return 1; }\n}', 'a.js has #x(, which the runtime refuses'],
    ['a static field', 'class A {\n  static x = 1;\n}', 'a.js has static x =, which the runtime refuses'],
    [
      'a service at load',
      'var locale = Session.getActiveUserLocale;',
      'loading the scripts calls Session.getActiveUserLocale',
    ],
    [
      'the spreadsheet at load',
      'var sheet = SpreadsheetApp.getActive;',
      'loading the scripts calls SpreadsheetApp.getActive',
    ],
    ['an error at load', 'throw new Error("no");', 'loading the scripts fails: no'],
    ['bad syntax', 'function (', expect.stringMatching(/^loading the scripts fails: /)],
  ])('%s', (_, source, expected) => expect(faults(source)).toContainEqual(expected));

  test.each([
    ['a word in a comment', '// never openById\n/* new URL */\nfunction f() {}'],
    ['a member of that name', 'function f(tables) { return tables.performance.rows + tables.process.x; }'],
    ['a service in a function', 'function f() { return Session.getActiveUserLocale(); }'],
  ])('%s is none', (_, source) => expect(faults(source)).toEqual([]));
});

describe('the file of functions', () => {
  const text = functionsFile(
    {
      KPI_X: {
        caller: 'cell',
        text: 'Does x.',
        parameters: [
          ['a', 'number', 'First.'],
          ['b', 'string', 'Second.'],
        ],
        returns: 'A number.',
        example: '=KPI_X(1; "b")',
      },
      onOpen: { caller: 'google', text: 'Menu.', parameters: [] },
    },
    'Bundle_',
  );

  test('has real declarations with named parameters and their documentation', () => {
    expect(text).toBe(`/**
 * Does x.
 *
 * Example: =KPI_X(1; "b")
 *
 * @param {number} a First.
 * @param {string} b Second.
 * @return A number.
 * @customfunction
 */
function KPI_X(a, b) {
  return Bundle_.KPI_X(a, b);
}

/**
 * Menu.
 */
function onOpen() {
  return Bundle_.onOpen();
}
`);
  });

  test('only functions for cells are offered in cells', () => {
    const built = builtFiles()['functions.js'] ?? '';
    const blocks = built.split('/**').slice(1);
    for (const block of blocks) {
      const name = /function (\w+)\(/.exec(block)?.[1] ?? '';
      expect([name, block.includes('@customfunction')]).toEqual([name, name.startsWith('KPI_')]);
    }
  });
});

describe('the lock file', () => {
  test('names no host, and lists what another machine may need', () => {
    const packages = {
      '': {},
      'node_modules/a': { resolved: 'https://registry.npmjs.org/a.tgz' },
      'node_modules/b': { optionalDependencies: { '@b/linux': '1', '@b/mac': '1' } },
      'node_modules/@b/linux': {},
      'node_modules/c': { resolved: 'file:../c' },
    };
    expect(lockFaults({ packages })).toEqual([
      'package-lock.json names a host for node_modules/a',
      'package-lock.json lacks @b/mac, which node_modules/b may need',
    ]);
  });
});

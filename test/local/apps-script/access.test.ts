import { typicalMilliseconds } from '../../../src/local/apps-script/durations.ts';
import type { CallFault } from '../../../src/local/apps-script/types.ts';
import { ALL_SCOPES, ANA, addOn, NOW } from './fixture.ts';

const without = (name: string) => ALL_SCOPES.filter((scope) => !scope.endsWith(name));
const SCOPE = 'https://www.googleapis.com/auth/';

describe('AuthMode', () => {
  const MENU = `function onOpen(e) {
    SpreadsheetApp.getUi().createAddonMenu().addItem(Session.getActiveUserLocale(), 'go').addToUi();
    mode = e.authMode; same = e.authMode === ScriptApp.AuthMode.NONE; console.log(String(mode), same, 'source' in e);
  }
  var mode, same;
  function go() {}`;

  test('NONE in a document where nobody used the add-on, LIMITED afterwards', () => {
    const { runtime } = addOn(MENU);
    const menu = [
      { type: 'menu', caption: '', entries: [{ type: 'item', caption: 'en', functionName: 'go' }] },
    ];
    expect(runtime.open()).toEqual(menu);
    runtime.chooseMenu('go');
    runtime.open();
    const logs = runtime.host.executions.flatMap((execution) => execution.logs.map((line) => line.text));
    expect(logs).toEqual(['NONE true false', 'LIMITED false true']);
  });

  test.each([
    ['PropertiesService.getDocumentProperties()', 'PropertiesService.getDocumentProperties'],
    ['SpreadsheetApp.getActiveSpreadsheet()', 'SpreadsheetApp.getActiveSpreadsheet'],
    ['LockService.getScriptLock()', 'LockService.getScriptLock'],
  ])('NONE refuses %s', (call, method) => {
    const { runtime } = addOn(`function onOpen() { ${call} }`);
    expect(runtime.open()).toEqual([]);
    expect(runtime.host.executions[0]?.error?.message).toContain(
      `You do not have permission to call ${method}.`,
    );
  });

  test.each(['Session.getActiveUserLocale()', 'SpreadsheetApp.getUi()', 'Utilities.getUuid()'])(
    'a service call at load kills the menu in NONE: %s',
    (call) => {
      const { runtime } = addOn(`const x = ${call};\n${MENU}`);
      expect(runtime.open(undefined, 'NONE')).toEqual([]);
      expect(runtime.host.executions[0]?.error?.message).toBe(
        'You do not have permission to perform that action.',
      );
      expect(runtime.open(undefined, 'LIMITED')).toHaveLength(1);
    },
  );

  test('LIMITED may use the document, but nothing that needs a scope beyond it', () => {
    const allowed = addOn('function onOpen() { console.log(SpreadsheetApp.getActive().getName()) }');
    allowed.runtime.open(undefined, 'LIMITED');
    expect(allowed.runtime.host.executions[0]?.logs[0]?.text).toBe('Team KPI');
    const refused = addOn('function onOpen() { ScriptApp.getProjectTriggers() }');
    refused.runtime.open(undefined, 'LIMITED');
    expect(refused.runtime.host.executions[0]?.error?.message).toBe(
      `You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: ${SCOPE}script.scriptapp`,
    );
  });

  test('an onOpen that works too long is ended after 30 s', () => {
    const { runtime } = addOn('function onOpen() { Utilities.sleep(30001) }');
    runtime.open();
    expect(runtime.host.executions[0]?.outcome).toBe('timed out');
  });
});

describe('scopes of the manifest', () => {
  const page = 'HtmlService.createHtmlOutput("x")';
  test.each([
    [
      `SpreadsheetApp.getUi().showSidebar(${page})`,
      'script.container.ui',
      'Ui.showSidebar',
      `${SCOPE}script.container.ui`,
    ],
    [
      `SpreadsheetApp.getUi().showModalDialog(${page}, "t")`,
      'script.container.ui',
      'Ui.showModalDialog',
      `${SCOPE}script.container.ui`,
    ],
    ['ScriptApp.newTrigger("f")', 'script.scriptapp', 'ScriptApp.newTrigger', `${SCOPE}script.scriptapp`],
    [
      'MailApp.sendEmail("a@b.c", "s", "b")',
      'script.send_mail',
      'MailApp.sendEmail',
      `${SCOPE}script.send_mail`,
    ],
    ['Session.getActiveUser()', 'userinfo.email', 'Session.getActiveUser', `${SCOPE}userinfo.email`],
    [
      'SpreadsheetApp.getActive()',
      'spreadsheets',
      'SpreadsheetApp.getActive',
      `(${SCOPE}spreadsheets.currentonly || ${SCOPE}spreadsheets)`,
    ],
  ])('%s', (call, scope, method, required) => {
    const code = `function f() { ${call} }`;
    expect(addOn(code, { scopes: without(scope) }).failure('f')).toBe(
      `Exception: Specified permissions are not sufficient to call ${method}. Required permissions: ${required}`,
    );
    addOn(code).value('f');
  });

  test('a person who did not grant them is told so', () => {
    const user = { email: 'ana@example.com', locale: 'en', authorized: false };
    const code = `function f() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()) }
      function g() { SpreadsheetApp.getActive() }`;
    const { value, failure } = addOn(code, { user });
    expect(value('f')).toBe('REQUIRED');
    expect(failure('g')).toBe('Exception: Authorization is required to perform that action.');
    expect(addOn(code).value('f')).toBe('NOT_REQUIRED');
  });
});

describe('limits and faults', () => {
  test('6 minutes on the virtual clock end a run: no catch, no finally has an effect', () => {
    const code = `function f() {
      const p = PropertiesService.getScriptProperties();
      try { for (;;) Utilities.sleep(60000) } catch (e) { p.setProperty('caught', '1') } finally { p.setProperty('finally', '1') }
    }`;
    const { runtime, failure } = addOn(code);
    expect(failure('f')).toBe('Exception: Exceeded maximum execution time');
    expect(runtime.host.properties.script).toEqual({});
    const { outcome, startedAt, endedAt } = runtime.host.executions[0]!;
    expect([outcome, endedAt - startedAt]).toEqual(['timed out', 360000]);
  });

  test('a loop that calls nothing is ended by the real clock', () => {
    const { failure } = addOn('function f() { for (;;); }', { settings: { realMilliseconds: 50 } });
    expect(failure('f')).toBe('Exception: Exceeded maximum execution time');
  });

  const TWO = `function f() {
    const p = PropertiesService.getScriptProperties();
    try { p.setProperty('a', '1') } catch (e) { return e.message }
    p.setProperty('b', '1');
    return 'done';
  }`;
  const kill = (when: 'before' | 'after') => {
    const { runtime } = addOn(TWO);
    runtime.host.faults = (call) => (call.n === 2 ? { kind: 'kill', when } : undefined);
    return { result: runtime.run('f'), properties: runtime.host.properties.script };
  };

  test('calls are counted and listed', () => {
    const { runtime, value } = addOn(TWO);
    value('f');
    const calls = runtime.host.executions[0]?.calls.map((call) => `${call.n} ${call.method}`);
    expect(calls).toEqual([
      '1 PropertiesService.getScriptProperties',
      '2 Properties.setProperty',
      '3 Properties.setProperty',
    ]);
  });

  test('the n-th call fails, and the script can catch it', () => {
    const { runtime, value } = addOn(TWO);
    runtime.host.faults = (call) =>
      call.n === 2 ? { kind: 'fail', message: 'Service unavailable' } : undefined;
    expect(value('f')).toBe('Service unavailable');
    expect(runtime.host.properties.script).toEqual({});
  });

  test('killed before or after a call took effect', () => {
    expect(kill('before')).toMatchObject({ result: { ok: false, execution: { outcome: 'killed' } } });
    expect(kill('before').properties).toEqual({});
    expect(kill('after')).toMatchObject({
      result: { ok: false, execution: { outcome: 'killed' } },
      properties: { a: '1' },
    });
    expect(kill('after').properties).toEqual({ a: '1' });
  });

  test('a call that never returns ends as out of time', () => {
    const { runtime } = addOn(TWO);
    runtime.host.faults = (call) => (call.n === 3 ? { kind: 'timeout' } : undefined);
    expect(runtime.run('f')).toMatchObject({ ok: false, execution: { outcome: 'timed out' } });
    expect(runtime.host.properties.script).toEqual({ a: '1' });
  });

  test('each kind of fault at a call, for one run', () => {
    const outcome = (kind: CallFault['kind'], message?: string) => {
      const { runtime } = addOn(TWO);
      const result = runtime.run('f', [], {
        faults: [{ call: 2, kind, ...(message === undefined ? {} : { message }) }],
      });
      runtime.run('f');
      const last = runtime.host.executions.at(-1)?.outcome;
      const { outcome: how, startedAt, endedAt } = result.execution;
      const calls = result.execution.calls.length;
      return [result.ok ? result.value : how, calls, endedAt - startedAt, last];
    };
    const sentence = "We're sorry, a server error occurred. Please wait a bit and try again.";
    expect(outcome('fail')).toEqual([sentence, 2, 0, 'completed']);
    expect(outcome('fail', 'No.')).toEqual(['No.', 2, 0, 'completed']);
    expect(outcome('fail-after')).toEqual([sentence, 2, 0, 'completed']);
    expect(outcome('timeout')).toEqual(['timed out', 2, 360000, 'completed']);
    expect(outcome('kill-before')).toEqual(['killed', 2, 0, 'completed']);
    expect(outcome('kill-after')).toEqual(['killed', 2, 0, 'completed']);
  });

  test.each([
    ['fail', {}],
    ['fail-after', { a: '1' }],
    ['timeout', {}],
    ['kill-before', {}],
    ['kill-after', { a: '1' }],
  ] as const)('what is left after %s', (kind, left) => {
    const { runtime } = addOn(TWO);
    runtime.run('f', [], { faults: [{ call: 2, kind }] });
    expect(runtime.host.properties.script).toEqual(left);
  });

  test('a call of the Sheets API fails in the API’s own words', () => {
    const code =
      'function f() { try { Sheets.Spreadsheets.Values.get("x", "A1") } catch (e) { return [e.name, e.message, e.details.code] } }';
    expect(addOn(code).runtime.run('f', [], { faults: [{ call: 1, kind: 'fail' }] })).toMatchObject({
      value: [
        'GoogleJsonResponseException',
        'API call to sheets.spreadsheets.values.get failed with error: The service is currently unavailable.',
        503,
      ],
    });
  });

  test('faults reach what the sidebar calls, the menu and triggers too', () => {
    const { runtime } = addOn(
      `${TWO} function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('F', 'f').addToUi() }
      function make() { ScriptApp.newTrigger('f').timeBased().everyHours(1).create() }`,
    );
    const faults = [{ call: 2, kind: 'kill-before' }] as const;
    runtime.open();
    runtime.run('make');
    const trigger = runtime.host.triggers[0]!;
    expect(runtime.callFromSidebar('f', [], ANA.email, { faults }).execution?.outcome).toBe('killed');
    expect(runtime.chooseMenu('f', ANA.email, { faults }).execution.outcome).toBe('killed');
    expect(runtime.fire(trigger, NOW.getTime(), { faults }).execution.outcome).toBe('killed');
  });

  test('service calls take their time, and the limit counts it', () => {
    const code =
      'function f(n) { const p = PropertiesService.getScriptProperties(); for (let i = 0; i < n; i++) p.getProperty("a") }';
    const { runtime } = addOn(code, { settings: { callMilliseconds: typicalMilliseconds } });
    const took = (n: number) => {
      const { outcome, startedAt, endedAt } = runtime.run('f', [n]).execution;
      return [outcome, endedAt - startedAt];
    };
    expect(took(100)).toEqual(['completed', 4000]);
    expect(took(10000)).toEqual(['timed out', 360000]);
  });

  test('a fault of the host is no error of the script', () => {
    const { runtime } = addOn(
      'function f() { try { Sheets.Spreadsheets.get("x") } catch (e) { return 1 } }',
      {
        api: () => {
          throw new Error('host is broken');
        },
      },
    );
    expect(() => runtime.run('f')).toThrow('host is broken');
  });
});

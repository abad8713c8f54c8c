import { Runtime } from '../../../src/local/apps-script/runtime.ts';
import { ANA, addOn, makeDocument, manifest } from './fixture.ts';

const f = (body: string) => `function f(a) { ${body} }`;
const PAGE = 'HtmlService.createHtmlOutput("x")';
const clock = (call: string) => `ScriptApp.newTrigger("f").timeBased().${call}`;

/** Google's words for arguments that fit no form of a method. */
const unfit = (types: string, method: string) =>
  `Exception: The parameters (${types}) don't match the method signature for ${method}.`;

describe('arguments that fit no form of a method', () => {
  test.each([
    ['LockService.getScriptLock().tryLock()', '', 'LockService.Lock.tryLock'],
    ['LockService.getScriptLock().waitLock("1")', 'String', 'LockService.Lock.waitLock'],
    ['MailApp.sendEmail("a@b.c", "s")', 'String,String', 'MailApp.sendEmail'],
    ['MailApp.sendEmail({ to: "a@b.c", subject: "s", attachments: [1] })', 'Array', 'MailApp.sendEmail'],
    [
      'PropertiesService.getScriptProperties().setProperty("a")',
      'String',
      'PropertiesService.Properties.setProperty',
    ],
    ['ScriptApp.newTrigger()', '', 'ScriptApp.newTrigger'],
    ['ScriptApp.newTrigger(f)', 'Function', 'ScriptApp.newTrigger'],
    ['ScriptApp.getUserTriggers()', '', 'ScriptApp.getUserTriggers'],
    ['ScriptApp.deleteTrigger("1")', 'String', 'ScriptApp.deleteTrigger'],
    ['ScriptApp.getAuthorizationInfo("FULL")', 'String', 'ScriptApp.getAuthorizationInfo'],
    [clock('everyHours("1")'), 'String', 'ScriptApp.ClockTriggerBuilder.everyHours'],
    [clock('everyDays("1")'), 'String', 'ScriptApp.ClockTriggerBuilder.everyDays'],
    [clock('onWeekDay("MONDAY")'), 'String', 'ScriptApp.ClockTriggerBuilder.onWeekDay'],
    [clock('at(1)'), 'number', 'ScriptApp.ClockTriggerBuilder.at'],
    [
      'ScriptApp.newTrigger("f").forSpreadsheet("another")',
      'String',
      'ScriptApp.TriggerBuilder.forSpreadsheet',
    ],
    ['SpreadsheetApp.getUi().createMenu("M").addItem("x")', 'String', 'Ui.Menu.addItem'],
    ['SpreadsheetApp.getUi().createMenu("M").addItem("x", f)', 'String,Function', 'Ui.Menu.addItem'],
    ['SpreadsheetApp.getUi().createMenu("M").addSubMenu("x")', 'String', 'Ui.Menu.addSubMenu'],
    ['SpreadsheetApp.getUi().alert()', '', 'Ui.alert'],
    ['SpreadsheetApp.getUi().prompt("a", "b")', 'String,String', 'Ui.prompt'],
    ['SpreadsheetApp.getUi().showModalDialog("x", "t")', 'String,String', 'Ui.showModalDialog'],
    [
      `SpreadsheetApp.getUi().showModelessDialog(${PAGE})`,
      'SpreadsheetApp.HtmlOutput',
      'Ui.showModelessDialog',
    ],
    [
      `SpreadsheetApp.getUi().showSidebar(${PAGE}, "t")`,
      'SpreadsheetApp.HtmlOutput,String',
      'Ui.showSidebar',
    ],
    ['SpreadsheetApp.getActiveSheet().getRange("A1", 2)', 'String,number', 'SpreadsheetApp.Sheet.getRange'],
    [
      'SpreadsheetApp.getActive().setActiveSheet("Plan")',
      'String',
      'SpreadsheetApp.Spreadsheet.setActiveSheet',
    ],
    ['SpreadsheetApp.getActive().toast()', '', 'SpreadsheetApp.Spreadsheet.toast'],
    ['Utilities.computeDigest("MD5", "x")', 'String,String', 'Utilities.computeDigest'],
    ['Utilities.formatDate("2026-11-22", "UTC", "yyyy")', 'String,String,String', 'Utilities.formatDate'],
    ['Utilities.sleep("1")', 'String', 'Utilities.sleep'],
  ])('%s', (call, types, method) => {
    expect(addOn(f(call)).failure('f')).toBe(unfit(types, method));
  });
});

describe('values that a service does not take', () => {
  test.each([
    ['CacheService.getScriptCache().put("k", "v", 0)', 'Exception: Invalid argument: expirationInSeconds'],
    ['CacheService.getScriptCache().put("k".repeat(251), "v")', 'Exception: Argument too large: key'],
    [
      'CacheService.getScriptCache().putAll({ a: "x".repeat(102401) })',
      'Exception: Argument too large: value',
    ],
    [
      'PropertiesService.getScriptProperties().setProperties({ a: "x".repeat(9217) })',
      'Exception: Argument too large: value',
    ],
    ['Utilities.formatString("%d", "x")', 'Exception: Format specifier %d does not fit the value x.'],
    ['Utilities.formatString("%s %s", "x")', "Exception: Format specifier '%s' has no argument."],
    ['Utilities.parseDate("2026/01", "UTC", "yyyy-MM")', 'Exception: Unparseable date: "2026/01"'],
    ['Utilities.parseDate("10:00 Mars", "UTC", "HH:mm z")', 'Exception: Unparseable date: "10:00 Mars"'],
    ['Utilities.parseDate("May", "UTC", "yyyy")', 'Exception: Unparseable date: "May"'],
    ['Utilities.base64Decode("%")', 'Exception: Could not decode string.'],
    [
      'Utilities.sleep(-1)',
      'Exception: Invalid argument: sleep time must be between 0 and 300000 milliseconds.',
    ],
    [clock('everyDays(0)'), 'Exception: Invalid argument: everyDays takes a whole number from 1 to 365.'],
    [clock('atHour(24)'), 'Exception: Invalid argument: atHour takes a whole number from 0 to 23.'],
    [clock('nearMinute(0.5)'), 'Exception: Invalid argument: nearMinute takes a whole number from 0 to 59.'],
    [clock('inTimezone("Mars/Base")'), 'Exception: Invalid time zone: Mars/Base'],
    [
      'ScriptApp.newTrigger("f").forSpreadsheet(SpreadsheetApp.getActive()).create()',
      'Exception: Cannot create a spreadsheet trigger without an event.',
    ],
    [
      'SpreadsheetApp.getActiveSheet().getRange(1, 1, 0)',
      'Exception: The number of rows in the range must be at least 1.',
    ],
    [
      'SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 0)',
      'Exception: The number of columns in the range must be at least 1.',
    ],
    ['HtmlService.createTemplate("<?= nobody ?>").evaluate()', 'ReferenceError: nobody is not defined'],
  ])('%s', (call, sentence) => {
    expect(addOn(f(call)).failure('f')).toBe(sentence);
  });

  test('a sheet that was deleted meanwhile', () => {
    const code = f(
      'const s = SpreadsheetApp.getActive().getSheetByName("Plan"); Utilities.sleep(0); s.getName()',
    );
    const { runtime, document, failure } = addOn(code);
    runtime.host.faults = (call) => {
      if (call.method === 'Utilities.sleep') document.sheets = document.sheets.slice(0, 1);
      return undefined;
    };
    expect(failure('f')).toBe('Exception: Sheet 7 not found');
  });
});

describe('where nobody sits before the screen or no document is open', () => {
  const TRIGGERED = `function make() { ScriptApp.newTrigger('f').timeBased().everyHours(1).create() }
    function f() { return CacheService.getDocumentCache() === null }`;

  test('no document cache in a clock trigger', () => {
    const { runtime, value } = addOn(TRIGGERED);
    value('make');
    const trigger = runtime.host.triggers[0]!;
    expect(runtime.fire(trigger, runtime.host.clock.now())).toMatchObject({ ok: true, value: true });
  });

  test('each user has an own cache', () => {
    const code = `function put() { CacheService.getUserCache().put('k', 'ana') }
      function f() { return CacheService.getUserCache().get('k') }`;
    const { runtime, value } = addOn(code);
    runtime.addUser({ email: 'bo@example.com', locale: 'en' });
    value('put');
    expect(value('f')).toBe('ana');
    expect(runtime.run('f', [], { user: 'bo@example.com' })).toMatchObject({ value: null });
  });
});

describe('the Sheets API through Apps Script', () => {
  test('a circle in a request is the script’s own error', () => {
    const code = f('const b = {}; b.b = b; Sheets.Spreadsheets.batchUpdate(b, "x")');
    expect(addOn(code).failure('f')).toMatch(/^TypeError: Converting circular structure to JSON/);
  });

  test('what the API refuses is thrown, in its words', () => {
    const body = {
      error: { code: 400, message: 'Invalid requests[0]: No request set.', status: 'INVALID_ARGUMENT' },
    };
    const { failure } = addOn(f('Sheets.Spreadsheets.batchUpdate({}, "x")'), {
      api: () => ({ status: 400, body }),
    });
    expect(failure('f')).toBe(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[0]: No request set.',
    );
  });
});

describe('google.script.run', () => {
  test('an argument that holds itself stays in the page', () => {
    const circle: Record<string, unknown> = {};
    circle.self = [circle];
    expect(addOn(f('return a')).runtime.callFromSidebar('f', [circle])).toEqual({
      ok: false,
      error: { name: 'TypeError', message: 'Failed due to circular reference.' },
    });
  });
});

describe('an add-on that Apps Script would not take', () => {
  const load = (files: Record<string, string>) => {
    const document = makeDocument();
    return new Runtime(
      {
        program: files,
        documents: { get: () => document },
        spreadsheetId: document.spreadsheetId,
        user: ANA,
        now: new Date(0),
      },
      () => ({ call: () => ({ status: 200, body: {} }) }),
    );
  };

  test('one without a manifest', () => {
    expect(() => load({ 'Code.js': f('') })).toThrow('The add-on has no appsscript.json.');
  });

  test('one for the old engine', () => {
    const old = manifest().replace('V8', 'DEPRECATED_ES5');
    expect(() => load({ 'appsscript.json': old })).toThrow('appsscript.json: runtimeVersion is not "V8".');
  });
});

import { type Caller, refusal } from '../../../src/local/apps-script/access.ts';
import { ALL_SCOPES, addOn } from './fixture.ts';

const SCOPE = 'https://www.googleapis.com/auth/';
const FULL: Caller = { authMode: 'FULL', loading: false, granted: ALL_SCOPES, authorized: true };
const DOCUMENT = `(${SCOPE}spreadsheets.currentonly || ${SCOPE}spreadsheets)`;

describe('the scope that each method needs', () => {
  test.each([
    ['Ui.showSidebar', `${SCOPE}script.container.ui`],
    ['Ui.showModalDialog', `${SCOPE}script.container.ui`],
    ['Ui.showModelessDialog', `${SCOPE}script.container.ui`],
    ['ScriptApp.newTrigger', `${SCOPE}script.scriptapp`],
    ['ScriptApp.getProjectTriggers', `${SCOPE}script.scriptapp`],
    ['ScriptApp.getUserTriggers', `${SCOPE}script.scriptapp`],
    ['ScriptApp.deleteTrigger', `${SCOPE}script.scriptapp`],
    ['ClockTriggerBuilder.create', `${SCOPE}script.scriptapp`],
    ['SpreadsheetTriggerBuilder.create', `${SCOPE}script.scriptapp`],
    ['Session.getActiveUser', `${SCOPE}userinfo.email`],
    ['Session.getEffectiveUser', `${SCOPE}userinfo.email`],
    ['User.getEmail', `${SCOPE}userinfo.email`],
    ['MailApp.sendEmail', `${SCOPE}script.send_mail`],
    ['MailApp.getRemainingDailyQuota', `${SCOPE}script.send_mail`],
    ['SpreadsheetApp.getActive', DOCUMENT],
    ['SpreadsheetApp.getActiveSpreadsheet', DOCUMENT],
    ['SpreadsheetApp.getActiveSheet', DOCUMENT],
    ['SpreadsheetApp.getActiveRange', DOCUMENT],
    ['SpreadsheetApp.getCurrentCell', DOCUMENT],
    ['SpreadsheetApp.setActiveSheet', DOCUMENT],
    ['SpreadsheetApp.setActiveRange', DOCUMENT],
    ['SpreadsheetApp.flush', DOCUMENT],
    ['Spreadsheet.getName', DOCUMENT],
    ['Sheet.getRange', DOCUMENT],
    ['Range.getRow', DOCUMENT],
  ])('%s', (method, required) => {
    expect(refusal(method, { ...FULL, granted: [] })).toBe(
      `Specified permissions are not sufficient to call ${method}. Required permissions: ${required}`,
    );
    expect(refusal(method, FULL)).toBeUndefined();
  });
});

// By Google's table of authorization modes; what needs a user or a grant is refused.
describe.each([
  ['NONE', ['PropertiesService.getUserProperties', 'CacheService.getScriptCache', 'LockService.getUserLock']],
  ['NONE', ['Ui.alert', 'Ui.showSidebar', 'ScriptApp.getAuthorizationInfo', 'Session.getActiveUser']],
  ['NONE', ['SpreadsheetApp.getActive', 'Spreadsheet.getName', 'Sheet.getName', 'MailApp.sendEmail']],
  ['LIMITED', ['Session.getActiveUser', 'MailApp.sendEmail', 'ScriptApp.newTrigger', 'Ui.showSidebar']],
  ['CUSTOM_FUNCTION', ['SpreadsheetApp.getUi', 'SpreadsheetApp.setActiveSheet', 'SpreadsheetApp.flush']],
  [
    'CUSTOM_FUNCTION',
    ['Spreadsheet.toast', 'Spreadsheet.setActiveSheet', 'Sheet.activate', 'Range.activate'],
  ],
  ['CUSTOM_FUNCTION', ['Session.getActiveUser', 'MailApp.sendEmail', 'ScriptApp.getProjectTriggers']],
] as const)('AuthMode.%s refuses', (authMode, methods) => {
  test.each(methods)('%s', (method) => {
    expect(refusal(method, { ...FULL, authMode })).toContain(`You do not have permission to call ${method}.`);
  });
});

describe.each([
  ['NONE', ['Menu.addItem', 'Menu.addToUi', 'Ui.createAddonMenu', 'Session.getActiveUserLocale']],
  ['LIMITED', ['SpreadsheetApp.getActive', 'Spreadsheet.toast', 'PropertiesService.getDocumentProperties']],
  ['CUSTOM_FUNCTION', ['Spreadsheet.getSpreadsheetTimeZone', 'Cache.get', 'Properties.setProperty']],
] as const)('AuthMode.%s allows', (authMode, methods) => {
  test.each(methods)('%s', (method) => {
    expect(refusal(method, { ...FULL, authMode })).toBeUndefined();
  });
});

test('a person may have granted some scopes alone: the rest is refused, and asked for', () => {
  const { runtime, value, failure } = addOn(`
    function status() {
      const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
      return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl() !== null, info.getAuthorizedScopes().length];
    }
    function mail() { return MailApp.getRemainingDailyQuota() }
    function email() { return Session.getEffectiveUser().getEmail() }
  `);
  expect(value('status')).toEqual(['NOT_REQUIRED', false, ALL_SCOPES.length]);
  runtime.addUser({ ...runtime.user, withheld: [`${SCOPE}script.send_mail`] });
  expect(value('status')).toEqual(['REQUIRED', true, ALL_SCOPES.length - 1]);
  expect(failure('mail')).toBe(
    `Exception: Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota. Required permissions: ${SCOPE}script.send_mail`,
  );
  expect(value('email')).toBe(runtime.user.email);
});

describe('how long an execution may take', () => {
  const CODE = `function wait(ms) { for (; ms > 0; ms -= 60000) Utilities.sleep(Math.min(ms, 60000)); return 'done' }
    function long() { return wait(360000) }
    function longer() { return wait(360001) }
    function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('L', 'long').addItem('M', 'longer').addToUi() }
    function make(name) { ScriptApp.newTrigger(name).timeBased().everyHours(1).create() }`;

  test('6 minutes for what a menu runs', () => {
    const { runtime } = addOn(CODE);
    runtime.open();
    expect(runtime.chooseMenu('long')).toMatchObject({ ok: true, value: 'done' });
    expect(runtime.chooseMenu('longer').execution.outcome).toBe('timed out');
  });

  test('6 minutes for what the sidebar calls', () => {
    const { runtime } = addOn(CODE);
    expect(runtime.callFromSidebar('wait', [360000])).toMatchObject({ ok: true });
    expect(runtime.callFromSidebar('wait', [360001]).execution?.outcome).toBe('timed out');
  });

  test.each([
    ['long', 'completed'],
    ['longer', 'timed out'],
  ])('6 minutes for a trigger: %s', (name, outcome) => {
    const { runtime, value } = addOn(CODE);
    value('make', name);
    expect(runtime.fire(runtime.host.triggers[0]!, 0).execution.outcome).toBe(outcome);
  });
});

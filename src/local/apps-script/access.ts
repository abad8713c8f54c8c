/** Who may call what: authorization modes, and the scopes that methods need. */
import type { AuthModeName, User } from './types.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const CONTAINER_UI = [`${AUTH}script.container.ui`];
const TRIGGERS = [`${AUTH}script.scriptapp`];
const EMAIL = [`${AUTH}userinfo.email`];
const MAIL = [`${AUTH}script.send_mail`];
const DOCUMENT = [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`];

/** Scopes of which the Sheets API accepts any for writing, and further ones for reading. */
export const SHEETS_WRITE = [`${AUTH}spreadsheets`, `${AUTH}drive`, `${AUTH}drive.file`];
export const SHEETS_READ = [...SHEETS_WRITE, `${AUTH}spreadsheets.readonly`, `${AUTH}drive.readonly`];

/** By method; of several any one will do. A whole service is listed with `.*`. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'Ui.showSidebar': CONTAINER_UI,
  'Ui.showModalDialog': CONTAINER_UI,
  'Ui.showModelessDialog': CONTAINER_UI,
  'ScriptApp.newTrigger': TRIGGERS,
  'ScriptApp.getProjectTriggers': TRIGGERS,
  'ScriptApp.getUserTriggers': TRIGGERS,
  'ScriptApp.deleteTrigger': TRIGGERS,
  'ClockTriggerBuilder.create': TRIGGERS,
  'SpreadsheetTriggerBuilder.create': TRIGGERS,
  'Session.getActiveUser': EMAIL,
  'Session.getEffectiveUser': EMAIL,
  'User.getEmail': EMAIL,
  'MailApp.sendEmail': MAIL,
  'MailApp.getRemainingDailyQuota': MAIL,
  'SpreadsheetApp.getActive': DOCUMENT,
  'SpreadsheetApp.getActiveSpreadsheet': DOCUMENT,
  'SpreadsheetApp.getActiveSheet': DOCUMENT,
  'SpreadsheetApp.getActiveRange': DOCUMENT,
  'SpreadsheetApp.getCurrentCell': DOCUMENT,
  'SpreadsheetApp.setActiveSheet': DOCUMENT,
  'SpreadsheetApp.setActiveRange': DOCUMENT,
  'SpreadsheetApp.flush': DOCUMENT,
  'Spreadsheet.*': DOCUMENT,
  'Sheet.*': DOCUMENT,
  'Range.*': DOCUMENT,
  'OverGridImage.*': DOCUMENT,
};

/** The scopes of which a method needs one, or undefined when it needs none. */
export function scopesOf(method: string): readonly string[] | undefined {
  return SCOPES[method] ?? SCOPES[`${method.slice(0, method.lastIndexOf('.'))}.*`];
}

const NO_AUTHORIZATION = [
  'SpreadsheetApp.getUi',
  'Ui.createMenu',
  'Ui.createAddonMenu',
  'Menu.*',
  'Session.getActiveUserLocale',
  'Session.getScriptTimeZone',
  'Utilities.*',
  'Logger.*',
  'Blob.*',
  'HtmlService.*',
  'HtmlOutput.*',
  'HtmlTemplate.*',
];

/** What a custom function may call: reading the spreadsheet, cache, properties, locks, and helpers without a user. */
const CUSTOM_FUNCTION = [
  'Utilities.*',
  'Logger.*',
  'Blob.*',
  'CacheService.*',
  'Cache.*',
  'PropertiesService.*',
  'Properties.*',
  'LockService.*',
  'Lock.*',
  'HtmlService.*',
  'HtmlOutput.*',
  'HtmlTemplate.*',
  'Session.getScriptTimeZone',
  'Session.getActiveUserLocale',
  'SpreadsheetApp.getActive',
  'SpreadsheetApp.getActiveSpreadsheet',
  'SpreadsheetApp.getActiveSheet',
  'SpreadsheetApp.getActiveRange',
  'SpreadsheetApp.getCurrentCell',
  'Spreadsheet.get*',
  'Sheet.get*',
  'Range.get*',
];

/** Of the manifest's scopes those that a person has granted. */
export function grantedBy({ withheld = [] }: User, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !withheld.includes(scope));
}

function listed(method: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? method.startsWith(pattern.slice(0, -1)) : method === pattern,
  );
}

function isAllowed(method: string, mode: AuthModeName): boolean {
  if (mode === 'FULL' || method.startsWith('Sheets.')) return true;
  if (mode === 'NONE') return listed(method, NO_AUTHORIZATION);
  if (mode === 'CUSTOM_FUNCTION') return listed(method, CUSTOM_FUNCTION);
  // A simple trigger may use the file that it runs in, and nothing else that needs a scope.
  const scopes = scopesOf(method);
  return scopes === undefined || scopes === DOCUMENT;
}

function required(scopes: readonly string[] | undefined): string {
  if (!scopes) return '';
  const list = scopes.length === 1 ? scopes[0] : `(${scopes.join(' || ')})`;
  return ` Required permissions: ${list}`;
}

export type Caller = {
  authMode: AuthModeName;
  /** Whether the top level of the program is being run. */
  loading: boolean;
  /** Scopes of the manifest. */
  granted: readonly string[];
  /** Whether the person granted them. */
  authorized: boolean;
};

/**
 * Why a method may not be called, in Google's words; undefined when it may.
 *
 * @param method such as `Ui.showSidebar`
 * @example refusal('Ui.showSidebar', { authMode: 'FULL', loading: false, granted: [], authorized: true })
 */
export function refusal(method: string, caller: Caller): string | undefined {
  // While a program loads without authorization, whatever it asks for stops the menu from appearing.
  if (caller.loading && caller.authMode === 'NONE')
    return 'You do not have permission to perform that action.';
  const scopes = scopesOf(method);
  if (!isAllowed(method, caller.authMode)) {
    return `You do not have permission to call ${method}.${required(scopes)}`;
  }
  if (!scopes || caller.authMode !== 'FULL') return undefined;
  if (!scopes.some((scope) => caller.granted.includes(scope))) {
    return `Specified permissions are not sufficient to call ${method}.${required(scopes)}`;
  }
  return caller.authorized ? undefined : 'Authorization is required to perform that action.';
}

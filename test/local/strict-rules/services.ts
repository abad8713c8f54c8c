// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The strict rules of the Apps Script services: who may call what, triggers, stores, mail, dates. */
import type { StrictRule } from './rule.ts';

const FOLDER = 'src/local/apps-script';
const TESTS = 'test/local/apps-script';

function rulesOf(
  file: string,
  test: string,
  rules: readonly Omit<StrictRule, 'file' | 'test'>[],
): StrictRule[] {
  return rules.map((rule) => ({ ...rule, file: `${FOLDER}/${file}`, test: `${TESTS}/${test}.test.ts` }));
}

const ACCESS: StrictRule[] = [
  ...rulesOf('access.ts', 'access', [
    {
      rule: 'AuthMode NONE: a service call at load',
      search: "if (caller.loading && caller.authMode === 'NONE')",
      replace: 'if (false)',
    },
    {
      rule: 'AuthMode NONE: no document, no properties',
      search: "if (mode === 'NONE') return listed(method, NO_AUTHORIZATION);",
      replace: "if (mode === 'NONE') return true;",
    },
    {
      rule: 'AuthMode LIMITED: nothing that needs a scope beyond the document',
      search: 'return scopes === undefined || scopes === DOCUMENT;',
      replace: 'return true;',
    },
    {
      rule: 'a scope that the manifest lacks',
      search: 'if (!scopes.some((scope) => caller.granted.includes(scope))) {',
      replace: 'if (false) {',
    },
    { rule: 'scope of showSidebar', search: "'Ui.showSidebar': CONTAINER_UI,", replace: '' },
    { rule: 'scope of showModalDialog', search: "'Ui.showModalDialog': CONTAINER_UI,", replace: '' },
    { rule: 'scope of newTrigger', search: "'ScriptApp.newTrigger': TRIGGERS,", replace: '' },
    { rule: 'scope of sendEmail', search: "'MailApp.sendEmail': MAIL,", replace: '' },
    { rule: 'scope of getActiveUser', search: "'Session.getActiveUser': EMAIL,", replace: '' },
    { rule: 'scope of getActive', search: "'SpreadsheetApp.getActive': DOCUMENT,", replace: '' },
    {
      rule: 'a person who did not grant the scopes',
      search: "return caller.authorized ? undefined : 'Authorization is required to perform that action.';",
      replace: 'return undefined;',
    },
  ]),
  ...rulesOf('access.ts', 'permissions', [
    {
      rule: 'a scope that a person has not granted',
      search: 'return scopes.filter((scope) => !withheld.includes(scope));',
      replace: 'return [...scopes];',
    },
  ]),
  ...rulesOf('access.ts', 'custom-functions', [
    {
      rule: 'custom functions: no service that needs a user',
      search: "if (mode === 'CUSTOM_FUNCTION') return listed(method, CUSTOM_FUNCTION);",
      replace: "if (mode === 'CUSTOM_FUNCTION') return true;",
    },
  ]),
  ...rulesOf('access.ts', 'sheets', [
    {
      rule: 'Sheets API: spreadsheets.currentonly is refused',
      search: 'export const SHEETS_WRITE = [`${AUTH}spreadsheets`,',
      replace: 'export const SHEETS_WRITE = [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`,',
    },
  ]),
  ...rulesOf('services/sheets.ts', 'sheets', [
    { rule: 'Sheets API: no credentials without full rights', search: 'throw failure(call.id, 401,' },
    { rule: 'Sheets API: a scope that the manifest lacks', search: 'throw failure(call.id, 403,' },
    {
      rule: 'Sheets API: arguments are counted',
      search: 'throw new ScriptError(`Invalid number of arguments provided',
    },
  ]),
  ...rulesOf('services/index.ts', 'sheets', [
    {
      rule: 'Sheets is there only when the manifest enables it',
      search: 'of execution.host.program.manifest.advancedServices)',
      replace: "of ['Sheets'])",
    },
  ]),
  ...rulesOf('runtime.ts', 'access', [
    {
      rule: 'onOpen has AuthMode NONE where nobody used the add-on',
      search: "(this.enabledIn.has(this.host.spreadsheetId) ? 'LIMITED' : 'NONE')",
      replace: "'LIMITED'",
    },
    {
      rule: 'no document in the event of AuthMode NONE',
      search: "if (authMode !== 'NONE' && typeof source",
      replace: 'if (typeof source',
    },
  ]),
  ...rulesOf('services/script-app.ts', 'access', [
    {
      rule: 'getAuthorizationInfo tells what is not granted',
      search: 'const required = start.user.authorized === false;',
      replace: 'const required = false;',
    },
  ]),
];

const TRIGGERS: StrictRule[] = [
  ...rulesOf('services/trigger-builders.ts', 'triggers', [
    {
      rule: 'one trigger of a type for each user and document',
      search: 'throw new ScriptError(tooMany(kind))',
    },
    {
      rule: 'another user may have one too',
      search: 'host.triggers.filter((trigger) => trigger.user === draft.user)',
      replace: 'host.triggers',
    },
    {
      rule: '20 triggers of a user and script',
      search: 'if (own.length >= TRIGGERS_A_USER) {',
      replace: 'if (false) {',
    },
    { rule: 'making triggers is rationed', search: "throw new ScriptError(tooMany('time-based triggers'))" },
    { rule: 'hourly at most', search: "throw new ScriptError('Clock events must be scheduled" },
    {
      rule: 'everyHours and everyMinutes take certain numbers',
      search: 'throw new ScriptError(`The value you passed to ${method}',
    },
    {
      rule: 'a random minute in the hour',
      search: 'if (plan.minute === undefined) return Math.floor(random * 60);',
      replace: 'if (plan.minute === undefined) return 0;',
    },
    {
      rule: 'nearMinute: within a quarter of an hour',
      search: 'plan.minute - 15 + Math.floor(random * 31)',
      replace: 'plan.minute + 29',
    },
    {
      rule: 'inTimezone',
      search: 'return { timeZone: String(timeZone) };',
      replace: "return { timeZone: 'UTC' };",
    },
    {
      rule: 'the zone of a trigger is that of the script',
      search: 'timeZone: host.program.manifest.timeZone,',
      replace: "timeZone: 'Asia/Tokyo',",
    },
    {
      rule: 'a schedule is needed',
      search: "throw new ScriptError('Cannot create a clock trigger without a schedule",
    },
    {
      rule: 'an id of its own for each trigger',
      search: 'const digits = () => String(Math.floor(execution.host.random() * 1e9))',
      replace: "return '42'; const digits = () => ''",
    },
  ]),
  ...rulesOf('triggers.ts', 'triggers', [
    {
      rule: 'a weekly trigger keeps its hour in its zone',
      search: 'return nextDaily(schedule, trigger.timeZone, after, after);',
      replace: "return nextDaily(schedule, 'UTC', after, after);",
    },
  ]),
  ...rulesOf('runtime.ts', 'triggers', [
    {
      rule: 'a trigger runs as who made it',
      search: "{ ...options, user: trigger.user, authMode: 'FULL' }",
      replace: "{ ...options, authMode: 'FULL' }",
    },
    {
      rule: 'no active document in a clock trigger',
      search: 'if (clock && !this.host.settings.activeDocumentInTriggers) start.document = null;',
      replace: '',
    },
  ]),
  ...rulesOf('services/script-app.ts', 'triggers', [
    {
      rule: 'a user sees own triggers alone',
      search: '.filter((trigger) => trigger.user === start.user.email)',
      replace: '',
    },
    {
      rule: 'a schedule cannot be read back',
      search: 'getUniqueId: () => trigger.id,',
      replace: 'getUniqueId: () => trigger.id, getSchedule: () => trigger.schedule,',
    },
  ]),
  ...rulesOf('services/ui.ts', 'triggers', [
    { rule: 'no getUi in a trigger', search: "kind === 'trigger' || ", replace: '' },
  ]),
  ...rulesOf('run.ts', 'triggers', [
    {
      rule: 'a function whose name ends in _ is not run',
      search: "return !functionName.endsWith('_');",
      replace: 'return true;',
    },
  ]),
];

const STORES: StrictRule[] = [
  ...rulesOf('services/properties.ts', 'stores', [
    { rule: 'a property of 9 kB', search: "throw new ScriptError('Argument too large: value')" },
    {
      rule: 'a store of 500 kB',
      search: 'if (total > STORE_BYTES) {',
      replace: 'if (false) {',
    },
    {
      rule: 'null is no property',
      search: "value === null || typeof value === 'object'",
      replace: 'false',
    },
    {
      rule: 'each user has own properties',
      search: 'storeFor(host.properties.user, start.user.email)',
      replace: "storeFor(host.properties.user, '')",
    },
  ]),
  ...rulesOf('services/properties.ts', 'triggers', [
    {
      rule: 'no document properties without a document',
      search: 'if (!start.document) return null;',
      replace: '',
    },
  ]),
  ...rulesOf('services/cache.ts', 'stores', [
    { rule: 'a cached value of 100 kB', search: "throw new ScriptError('Argument too large: value')" },
    {
      rule: 'a cached value ends',
      search: 'entry && entry.expiresAt > now() ?',
      replace: 'entry ?',
    },
    {
      rule: 'a cached value lasts 6 hours at most',
      search: 'return Math.min(seconds, LONGEST_SECONDS);',
      replace: 'return seconds;',
    },
    {
      rule: 'a cache keeps 1,000 entries',
      search: 'if (entries.size > MOST_ENTRIES) thinOut(entries);',
      replace: '',
    },
  ]),
  {
    rule: 'a cache may be emptied',
    file: 'src/local/machine.ts',
    search: 'emptyCache: () => host.cache.clear(),',
    replace: 'emptyCache: () => undefined,',
    test: 'test/local/machine.test.ts',
  },
  ...rulesOf('services/lock.ts', 'stores', [
    {
      rule: 'one execution holds a lock',
      search: 'if (holder === undefined || holder === record.id) {',
      replace: 'if (true) {',
    },
    { rule: 'waiting for a lock takes time', search: 'execution.pass(milliseconds);', replace: '' },
    { rule: 'waitLock fails when the time is over', search: "throw new ScriptError('Lock timeout" },
    {
      rule: 'only the holder releases a lock',
      search: 'if (host.locks.get(name) === record.id) host.locks.delete(name);',
      replace: 'host.locks.delete(name);',
    },
  ]),
  ...rulesOf('services/lock.ts', 'triggers', [
    {
      rule: 'no document lock without a document',
      search: 'getDocumentLock: () => (start.document ?',
      replace: 'getDocumentLock: () => (true ?',
    },
  ]),
  ...rulesOf('execution.ts', 'stores', [
    {
      rule: 'a lock is released at the end, killed or not',
      search: 'if (holder === this.record.id) this.host.locks.delete(lock);',
      replace: '',
    },
  ]),
];

const MAIL: StrictRule[] = rulesOf('services/mail.ts', 'mail', [
  {
    rule: 'recipients of a day',
    search: "throw new ScriptError('Service invoked too many times for one day",
  },
  {
    rule: 'copies count as recipients',
    search: '+ addresses(mail.cc).length + addresses(mail.bcc).length',
    replace: '',
  },
  { rule: 'a mail needs a recipient', search: "throw new ScriptError('Failed to send email: no recipient')" },
  { rule: 'an address is one', search: 'throw new ScriptError(`Invalid email: ${address}`)' },
  { rule: 'no line break in a subject', search: "throw new ScriptError('Invalid argument: subject')" },
  { rule: '250 characters in a subject', search: "throw new ScriptError('Argument too large: subject')" },
  { rule: '50 recipients of a mail', search: "throw new ScriptError('Limit Exceeded: Email Recipients Per" },
  { rule: '200 kB in a body', search: "throw new ScriptError('Limit Exceeded: Email Body Size.')" },
  { rule: '25 MB of attachments', search: "throw new ScriptError('Limit Exceeded: Email Total Attachments" },
]);

const DATES: StrictRule[] = [
  ...rulesOf('services/format-date.ts', 'utilities', [
    {
      rule: 'weeks of formatDate follow US rules',
      search: 'return day - ((((day + 4) % 7) + 7) % 7);',
      replace: 'return day - ((((day + 3) % 7) + 7) % 7);',
    },
    { rule: 'an unknown letter in a pattern', search: 'throw new ScriptError(`Illegal pattern character' },
    { rule: 'an unfinished quote in a pattern', search: "throw new ScriptError('Unterminated quote')" },
    { rule: 'XXXX in a pattern', search: 'throw new ScriptError(`invalid ISO 8601 format' },
  ]),
  ...rulesOf('services/utilities.ts', 'utilities', [
    { rule: 'formatDate takes a Date', search: '!isDate(date) || ', replace: '' },
    { rule: 'a sleep of 5 minutes', search: "throw new ScriptError('Invalid argument: sleep time" },
  ]),
  ...rulesOf('custom-functions.ts', 'custom-functions', [
    {
      rule: 'a date cell is an instant in the zone of the spreadsheet',
      search: 'return new Date(serialToInstant(cell.serial, timeZone));',
      replace: "return new Date(serialToInstant(cell.serial, 'UTC'));",
    },
  ]),
];

export const SERVICE_RULES: readonly StrictRule[] = [...ACCESS, ...TRIGGERS, ...STORES, ...MAIL, ...DATES];

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** What the Apps Script services refuse by their words: arguments, values, add-ons; and the scope of each method. */
import type { StrictRule } from './rule.ts';

const FOLDER = 'src/local/apps-script';
const TESTS = 'test/local/apps-script';

function thrown(file: string, test: string, rules: Readonly<Record<string, string>>): StrictRule[] {
  return Object.entries(rules).map(([rule, search]) => ({
    rule,
    file: `${FOLDER}/${file}`,
    search,
    test: `${TESTS}/${test}.test.ts`,
  }));
}

const SERVICES: StrictRule[] = [
  ...thrown('services/cache.ts', 'refusals', {
    'a cached value lasts a second at least':
      'throw new ScriptError(`Invalid argument: expirationInSeconds`)',
    'a key of 250 characters': "throw new ScriptError('Argument too large: key')",
  }),
  ...thrown('services/format-string.ts', 'refusals', {
    'formatString: a number where one belongs': 'throw new ScriptError(`Format specifier %${spec.kind}',
    'formatString: a value for each specifier': "throw new ScriptError(`Format specifier '%${kind}'",
  }),
  ...thrown('services/parse-date.ts', 'refusals', {
    'parseDate: text of the pattern': 'if (!rest.startsWith(part.text)) throw fail()',
    'parseDate: a zone': 'if (!zone) throw fail()',
    'parseDate: a field': 'if (!set || found === undefined) throw fail()',
  }),
  ...thrown('services/lock.ts', 'refusals', {
    'arguments of tryLock and waitLock': 'throw mismatch(`LockService.Lock.${method}`',
  }),
  {
    rule: 'who may not edit changes nothing',
    file: `${FOLDER}/services/sheets.ts`,
    search: 'throw failure(call.id, isRight ? 403 : 400, refused',
    test: 'test/permissions/rights.test.ts',
  },
  ...thrown('services/mail.ts', 'refusals', {
    'arguments of sendEmail': "throw mismatch('MailApp.sendEmail', args)",
    'an attachment is a blob': "throw mismatch('MailApp.sendEmail', [value])",
  }),
  ...thrown('services/script-app.ts', 'refusals', {
    'arguments of newTrigger': "throw mismatch('ScriptApp.newTrigger', args)",
    'arguments of getUserTriggers': "throw mismatch('ScriptApp.getUserTriggers', args)",
    'arguments of deleteTrigger': "throw mismatch('ScriptApp.deleteTrigger', [trigger])",
    'arguments of getAuthorizationInfo': "throw mismatch('ScriptApp.getAuthorizationInfo'",
  }),
  ...thrown('services/sheets.ts', 'refusals', {
    'Sheets API: no circle in a request':
      "throw new ScriptError(error instanceof Error ? error.message : String(error), 'TypeError')",
    'Sheets API: a refusal is thrown': 'throw failure(\n    call.id,',
  }),
  ...thrown('services/images.ts', 'images', {
    'a picture that was removed': "throw new ScriptError('The image has been deleted.')",
    'arguments of setAnchorCell': "throw mismatch('SpreadsheetApp.OverGridImage.setAnchorCell', [range])",
    'arguments of insertImage': "throw mismatch('SpreadsheetApp.Sheet.insertImage', args)",
    'a picture is a PNG': "throw new ScriptError('The blob is no PNG",
    'a picture of 2 MB and a million pixels': 'if (isLarge) throw new ScriptError(TOO_LARGE)',
  }),
  ...thrown('services/spreadsheet-app.ts', 'refusals', {
    'a sheet that was deleted': 'throw new ScriptError(`Sheet ${sheetId} not found`)',
    'a range of a row at least': "throw new ScriptError('The number of rows in the range",
    'a range of a column at least': "throw new ScriptError('The number of columns in the range",
    'arguments of getRange': "throw mismatch('SpreadsheetApp.Sheet.getRange', args)",
    'arguments of setActiveSheet': "throw mismatch('SpreadsheetApp.Spreadsheet.setActiveSheet', [sheet])",
    'arguments of toast': "throw mismatch('SpreadsheetApp.Spreadsheet.toast', args)",
  }),
  ...thrown('services/spreadsheet-app.ts', 'realm', {
    'a range in a script that cannot be read': "throw new ScriptError('Range not found')",
  }),
  ...thrown('services/trigger-builders.ts', 'refusals', {
    'everyDays and the like take numbers':
      'throw mismatch(`ScriptApp.ClockTriggerBuilder.${method}`, [value]);\n  if (!Number.isInteger(value)',
    'everyDays and the like take whole numbers in bounds':
      'throw new ScriptError(`Invalid argument: ${method}',
    'everyHours and everyMinutes take numbers':
      'throw mismatch(`ScriptApp.ClockTriggerBuilder.${method}`, [value]);\n  if (allowed',
    'arguments of onWeekDay': "throw mismatch('ScriptApp.ClockTriggerBuilder.onWeekDay', [value])",
    'arguments of at': "throw mismatch('ScriptApp.ClockTriggerBuilder.at', [value])",
    'a zone that is not there': 'throw new ScriptError(`Invalid time zone: ',
    'a trigger of a spreadsheet needs an event': "throw new ScriptError('Cannot create a spreadsheet trigger",
    'triggers of another spreadsheet': "throw mismatch('ScriptApp.TriggerBuilder.forSpreadsheet'",
  }),
  ...thrown('services/ui.ts', 'refusals', {
    'arguments of addItem': "throw mismatch('Ui.Menu.addItem', args)",
    'arguments of addSubMenu': "throw mismatch('Ui.Menu.addSubMenu', [child])",
    'arguments of alert and prompt': 'throw mismatch(`Ui.${kind}`, args)',
    'a dialog shows an HtmlOutput': 'if (!html) throw mismatch(`Ui.${method}`, args)',
    'a dialog has a title': "if (typeof title !== 'string') throw mismatch(`Ui.${method}`, args)",
    'arguments of showSidebar': "throw mismatch('Ui.showSidebar', args)",
  }),
  ...thrown('services/utilities.ts', 'refusals', {
    'arguments of computeDigest': "throw mismatch('Utilities.computeDigest', [algorithm, value])",
    'text that is no base64': "throw new ScriptError('Could not decode string.')",
    'arguments of sleep': "throw mismatch('Utilities.sleep', [milliseconds])",
  }),
];

const PROGRAM: StrictRule[] = [
  ...thrown('program.ts', 'refusals', {
    'an add-on has a manifest': "throw new Error('The add-on has no appsscript.json.')",
    'an add-on is for V8': "throw new Error('appsscript.json: runtimeVersion",
  }),
  ...thrown('syntax.ts', 'realm', {
    'source that cannot be parsed': 'throw new SyntaxError(`${file}: ${error',
    'source newer than ES2020': 'throw new SyntaxError(`${file}, line ${line}:',
  }),
  ...thrown('realm.ts', 'refusals', {
    'an error in a template is one of the script': 'throw new ScriptError(failure.message, failure.name)',
  }),
  ...thrown('threads/threaded.ts', 'interleave', {
    'an error in a template of a thread is one of the script':
      'throw new ScriptError(message.message, message.name)',
  }),
  ...thrown('wire.ts', 'sidebar', {
    'google.script.run: what cannot travel stays in the page':
      'throw new IllegalArgument(`Failed due to illegal value',
    'google.script.run: what cannot travel loses the answer': 'throw new Lost()',
  }),
  ...thrown('wire.ts', 'refusals', {
    'google.script.run: an argument that holds itself': "throw new IllegalArgument('Failed due to circular",
  }),
];

const ENDS: StrictRule[] = [
  ...thrown('execution.ts', 'access', {
    'a refused call is not made': 'if (message !== undefined) throw new ScriptError(message)',
    'a call that fails is one that the script can catch': "if (fault.kind === 'fail') throw new ScriptError(",
    'a fault of the host is none of the script': 'if (this.hostFault !== undefined) throw this.hostFault',
  }),
  {
    rule: 'an execution that ends does not go on',
    file: `${FOLDER}/execution.ts`,
    search: 'throw new Ended(outcome)',
    test: `${TESTS}/access.test.ts`,
    only: 'killed before or after',
  },
  {
    rule: 'a loop that asks for nothing ends by the real clock',
    file: `${FOLDER}/realm.ts`,
    search: "if (isTimeout(error)) throw new OutOfTime('Exceeded",
    test: `${TESTS}/access.test.ts`,
    only: 'ended by the real clock',
  },
  ...['menu', 'sidebar', 'trigger'].map((kind) => ({
    rule: `6 minutes for the kind ${kind}`,
    file: `${FOLDER}/execution.ts`,
    search: `${kind}: 6 * MINUTE,`,
    replace: `${kind}: 60 * MINUTE,`,
    test: `${TESTS}/permissions.test.ts`,
    only: `6 minutes for`,
  })),
];

/** Each entry of the list of scopes, with what it asks for. */
const SCOPES: StrictRule[] = [
  ['Ui.showModelessDialog', 'CONTAINER_UI'],
  ['ScriptApp.getProjectTriggers', 'TRIGGERS'],
  ['ScriptApp.getUserTriggers', 'TRIGGERS'],
  ['ScriptApp.deleteTrigger', 'TRIGGERS'],
  ['ClockTriggerBuilder.create', 'TRIGGERS'],
  ['SpreadsheetTriggerBuilder.create', 'TRIGGERS'],
  ['Session.getEffectiveUser', 'EMAIL'],
  ['User.getEmail', 'EMAIL'],
  ['MailApp.getRemainingDailyQuota', 'MAIL'],
  ['SpreadsheetApp.getActiveSpreadsheet', 'DOCUMENT'],
  ['SpreadsheetApp.getActiveSheet', 'DOCUMENT'],
  ['SpreadsheetApp.getActiveRange', 'DOCUMENT'],
  ['SpreadsheetApp.getCurrentCell', 'DOCUMENT'],
  ['SpreadsheetApp.setActiveSheet', 'DOCUMENT'],
  ['SpreadsheetApp.setActiveRange', 'DOCUMENT'],
  ['SpreadsheetApp.flush', 'DOCUMENT'],
  ['Spreadsheet.*', 'DOCUMENT'],
  ['Sheet.*', 'DOCUMENT'],
  ['Range.*', 'DOCUMENT'],
].map(([method, scopes]) => ({
  rule: `scope of ${method}`,
  file: `${FOLDER}/access.ts`,
  search: `'${method}': ${scopes},`,
  replace: '',
  test: `${TESTS}/permissions.test.ts`,
}));

/** Each entry of what a custom function may ask of the spreadsheet: reading alone. */
const READING: StrictRule[] = ['Spreadsheet', 'Sheet', 'Range'].map((service) => ({
  rule: `custom functions: of ${service} what gets, alone`,
  file: `${FOLDER}/access.ts`,
  search: `'${service}.get*',`,
  replace: `'${service}.*',`,
  test: `${TESTS}/permissions.test.ts`,
}));

const WITHOUT_DOCUMENT: StrictRule[] = [
  {
    rule: 'no document cache without a document',
    file: `${FOLDER}/services/cache.ts`,
    search: 'getDocumentCache: () => (start.document ?',
    replace: 'getDocumentCache: () => (true ?',
    test: `${TESTS}/refusals.test.ts`,
  },
  {
    rule: 'each user has an own cache',
    file: `${FOLDER}/services/cache.ts`,
    search: 'named(`user ${start.user.email}`)',
    replace: "named('user')",
    test: `${TESTS}/refusals.test.ts`,
  },
];

export const REFUSAL_RULES: readonly StrictRule[] = [
  ...SERVICES,
  ...PROGRAM,
  ...ENDS,
  ...SCOPES,
  ...READING,
  ...WITHOUT_DOCUMENT,
];

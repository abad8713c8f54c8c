// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The strict rules of executions: their realm, their end, what passes between page and script, pages. */
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

const ENDS: StrictRule[] = [
  ...rulesOf('execution.ts', 'access', [
    {
      rule: 'the time of a run is over',
      search: "if (milliseconds > left) this.end('timed out');",
      replace: '',
      // Without the limit, the other tests of it would run for ever.
      only: 'service calls take their time',
    },
    {
      rule: 'a run has 6 minutes',
      search: 'editor: 6 * MINUTE,',
      replace: 'editor: 60 * MINUTE,',
      only: '6 minutes on the virtual clock',
    },
    { rule: 'a simple trigger has 30 s', search: 'open: 0.5 * MINUTE,', replace: 'open: 6 * MINUTE,' },
    {
      rule: 'service calls take time',
      search: "this.pass(typeof takes === 'number' ? takes : takes(method));",
      replace: '',
      only: 'service calls take their time',
    },
    {
      rule: 'after the end neither catch nor finally has an effect',
      search: 'if (this.isOver()) throw new Ended(this.record.outcome);',
      replace: '',
      only: 'no catch, no finally',
    },
    { rule: 'service calls are listed', search: 'this.record.calls.push(call);', replace: '' },
    {
      rule: 'a fault before a call keeps it from taking effect',
      search: 'this.applyBefore(fault);',
      replace: '',
    },
    { rule: 'a fault after a call', search: 'this.applyAfter(fault);', replace: '' },
    {
      rule: 'a call that never returns takes all of the time',
      search: 'this.spend(Math.max(0, this.timeLeft()));',
      replace: '',
    },
  ]),
  ...rulesOf('execution.ts', 'custom-functions', [
    { rule: 'a custom function has 30 s', search: 'custom: 0.5 * MINUTE,', replace: 'custom: 6 * MINUTE,' },
  ]),
  ...rulesOf('custom-functions.ts', 'custom-functions', [
    { rule: 'each call of a custom function has its own time', search: 'execution.renew();', replace: '' },
    {
      rule: 'a new state of the document loads the program afresh',
      search: 'warm.revision === document.revision &&',
      replace: '',
    },
  ]),
];

const REALM: StrictRule[] = [
  ...rulesOf('program.ts', 'realm', [
    { rule: 'syntax newer than ES2020 is refused', search: 'checkSyntax(file, text);', replace: '' },
  ]),
  ...rulesOf('realm-bootstrap.ts', 'realm', [
    {
      rule: 'now is the virtual clock',
      search: 'parts.length === 0 ? [host.now()] : parts',
      replace: 'parts',
    },
    {
      rule: 'errors of services belong to the realm',
      search: 'const error = new Error(failure.message);',
      replace: 'const error = { message: failure.message };',
    },
  ]),
  ...rulesOf('execution.ts', 'realm', [
    {
      rule: 'local time is that of the manifest',
      search: 'inZone(this.host.program.manifest.timeZone, work)',
      replace: 'work()',
    },
  ]),
  ...rulesOf('realm.ts', 'realm', [
    {
      rule: 'a realm has no globals of Node',
      search: 'const context = vm.createContext(\n    {},',
      replace: 'const context = vm.createContext(\n    { setTimeout, URL, process },',
    },
  ]),
];

const WIRE: StrictRule[] = [
  ...rulesOf('wire.ts', 'sidebar', [
    {
      rule: 'google.script.run: no Date, no instance of a class',
      search: "return tag !== 'Map' && tag !== 'Set' && !isPlain(value);",
      replace: 'return false;',
    },
    {
      rule: 'google.script.run: no function',
      search:
        "if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return true;",
      replace: '',
    },
    {
      rule: 'google.script.run: Map and Set arrive as {}',
      search: "tag !== 'Map' && tag !== 'Set' && ",
      replace: '',
    },
    {
      rule: 'google.script.run: no circle',
      search: 'if (seen.has(value)) visit.circular(path);',
      replace: 'if (seen.has(value)) return {};',
    },
    {
      rule: 'google.script.run: NaN is null',
      search: 'return Number.isFinite(value) ? value + 0 : null;',
      replace: 'return value;',
    },
    {
      rule: 'google.script.run: undefined in a list is null',
      search: 'item === undefined ? null :',
      replace: '',
    },
    {
      rule: 'google.script.run: undefined in an object is left out',
      search: '.filter(([, item]) => item !== undefined)',
      replace: '',
    },
  ]),
  ...rulesOf('runtime.ts', 'sidebar', [
    {
      rule: 'google.script.run: arguments are checked in the page',
      search: 'sent = wireArguments(args);',
      replace: 'sent = [...args];',
    },
    {
      rule: 'google.script.run: results pass the wire',
      search: 'value: wireResult(result.value)',
      replace: 'value: result.value',
      // Jest cannot report the circle that another test would then compare.
      only: 'Map and Set arrive',
    },
  ]),
  ...rulesOf('run.ts', 'sidebar', [
    {
      rule: 'google.script.run: no function whose name ends in _',
      search: "return !functionName.endsWith('_');",
      replace: 'return true;',
    },
  ]),
];

const PAGES: StrictRule[] = [
  ...rulesOf('realm-bootstrap.ts', 'ui', [
    {
      rule: '<?= ?> escapes',
      search: "(c) => '&#' + c.charCodeAt(0) + ';'",
      replace: '(c) => c',
    },
  ]),
  ...rulesOf('services/html.ts', 'ui', [
    { rule: 'a page is a text', search: 'throw mismatch(`HtmlService.${method}`, [value])' },
    { rule: 'an HTML file that is not there', search: 'throw new ScriptError(`No HTML file named' },
  ]),
  ...rulesOf('services/served-html.ts', 'ui', [
    {
      rule: 'template literals lose their comments',
      search: "if (!code.includes('`')) return code;",
      replace: 'return code;',
    },
  ]),
  ...rulesOf('services/spreadsheet-app.ts', 'ui', [
    {
      rule: 'a range within its sheet',
      search: "throw new ScriptError('The coordinates of the range are outside",
    },
  ]),
  ...rulesOf('new-host.ts', 'ui', [
    { rule: 'a question needs an answer', search: 'throw new Error(`Nobody answers the question' },
  ]),
  ...rulesOf('runtime.ts', 'ui', [
    {
      rule: 'only what the menu shows is chosen',
      search: 'throw new Error(`The menu has no entry for ${functionName}.`)',
    },
  ]),
];

export const EXECUTION_RULES: readonly StrictRule[] = [...ENDS, ...REALM, ...WIRE, ...PAGES];

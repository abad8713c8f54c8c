import { addOn, type FixtureOptions } from './fixture.ts';

const CODE = `
/**
 * Share of the target that was reached.
 *
 * @param {number} actual What was reached.
 * @param target What was wanted, or several.
 *   Ranges are allowed.
 * @param {number} [low] Optional. Lower bound.
 * @return {number} The share.
 * @customfunction
 */
function KPI_SHARE(actual, target, low) { return actual / target }

/** Doubles. @customfunction */
function Twice(x) { return x.map ? x.map(function (row) { return row.map(function (v) { return v * 2 }) }) : x * 2 }
/** @customfunction */
function KPI_DAY(date) {
  return Array.isArray(date) ? String(date instanceof Array) + ' ' + String(date[0] instanceof Array)
    : date instanceof Date ? Utilities.formatDate(date, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm') : typeof date;
}
/** @customfunction */
function KPI_BOOM(what) {
  if (what === 'email') return Session.getActiveUser().getEmail();
  if (what === 'ui') return SpreadsheetApp.getUi();
  if (what === 'toast') return SpreadsheetApp.getActive().toast('x');
  if (what === 'sleep') return Utilities.sleep(30001);
  throw new Error('no ' + what);
}
/** @customfunction */
function KPI_WHEN() { return [[new Date(86400000), undefined]] }
/** @customfunction */
function KPI_HIDDEN_() { return 1 }
var count = 0;
/** @customfunction */
function KPI_COUNT() { return ++count }
/** Not one. */
function plain(x) { return x }
`;
const make = (options: FixtureOptions = {}) => {
  const fixture = addOn(CODE, options);
  return {
    ...fixture,
    call: (name: string, ...args: never[]) =>
      fixture.runtime.customFunctions.call(name, args, fixture.document),
  };
};
type Args = Parameters<ReturnType<typeof addOn>['runtime']['customFunctions']['call']>[1];

describe('custom functions', () => {
  test('Sheets shows description and parameters from the comment', () => {
    const { list } = make().runtime.customFunctions;
    expect(list.map((help) => help.name)).toEqual([
      'KPI_SHARE',
      'Twice',
      'KPI_DAY',
      'KPI_BOOM',
      'KPI_WHEN',
      'KPI_COUNT',
    ]);
    expect(list[0]).toEqual({
      name: 'KPI_SHARE',
      description: 'Share of the target that was reached.',
      parameters: [
        { name: 'actual', text: 'What was reached.' },
        { name: 'target', text: 'What was wanted, or several. Ranges are allowed.' },
        { name: 'low', text: 'Optional. Lower bound.' },
      ],
    });
    expect(list[1]).toEqual({
      name: 'Twice',
      description: 'Doubles.',
      parameters: [{ name: 'x', text: '' }],
    });
  });

  const call = (name: string, args: Args, options: FixtureOptions = {}) => {
    const { runtime, document } = make(options);
    return runtime.customFunctions.call(name, args, document);
  };

  test('names are found in any case; ranges come as rows of the realm', () => {
    expect(call('TWICE', [4])).toEqual({ ok: true, value: 8 });
    expect(
      call('twice', [
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toEqual({
      ok: true,
      value: [
        [2, 4],
        [6, 8],
      ],
    });
    expect(call('KPI_DAY', [[[1]]])).toEqual({ ok: true, value: 'true true' });
    expect(call('plain', [1])).toEqual({ ok: false, message: "Unknown function: 'plain'." });
    expect(call('KPI_HIDDEN_', [])).toMatchObject({ ok: false });
  });

  test.each(['Asia/Shanghai', 'America/New_York', 'UTC'])(
    'a date cell is the instant that shows its day in %s',
    (timeZone) => {
      expect(call('KPI_DAY', [{ serial: 46348.25 }], { timeZone })).toEqual({
        ok: true,
        value: '2026-11-22 06:00',
      });
    },
  );

  test('dates in a result come back as dates', () => {
    expect(call('KPI_WHEN', [])).toEqual({ ok: true, value: [[new Date(86400000), undefined]] });
  });

  test('an error names kind, sentence and line', () => {
    const line = CODE.split('\n').findIndex((text) => text.includes("'no '")) + 1;
    expect(call('KPI_BOOM', ['x'])).toEqual({ ok: false, message: `Error: no x (line ${line}).` });
  });

  test.each([
    ['email', 'You do not have permission to call Session.getActiveUser.'],
    ['ui', 'You do not have permission to call SpreadsheetApp.getUi.'],
    ['toast', 'You do not have permission to call Spreadsheet.toast.'],
    ['sleep', 'Exceeded maximum execution time'],
  ])('without a user: %s', (what, sentence) => {
    const result = call('KPI_BOOM', [what]);
    expect(result.ok ? '' : result.message).toContain(sentence);
  });

  test('each call has 30 s of its own, which move no clock', () => {
    const { runtime, document } = addOn(
      '/** @customfunction */\nfunction WAIT() { Utilities.sleep(20000); return Date.now() }',
    );
    const before = runtime.host.clock.now();
    const call = () => runtime.customFunctions.call('WAIT', [], document);
    expect([call(), call()]).toEqual([
      { ok: true, value: before },
      { ok: true, value: before },
    ]);
  });

  test('calls for one revision share a realm; a new revision starts afresh', () => {
    const { runtime, document } = make();
    const count = (revision: number) =>
      runtime.customFunctions.call('KPI_COUNT', [], { ...document, revision });
    expect([count(1), count(1), count(2)].map((result) => result.ok && result.value)).toEqual([1, 2, 1]);
    expect(runtime.host.executions).toHaveLength(2);
  });
});

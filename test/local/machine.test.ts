import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocument } from '../../src/local/document/store.ts';
import { createMachine, type Machine, type MachineOptions } from '../../src/local/machine.ts';
import { manifest, NOW } from './apps-script/fixture.ts';

const ANA = { email: 'ana@example.com', locale: 'en' };
const CODE = `
/**
 * Share reached.
 * @param actual Reached.
 * @param target Wanted.
 * @customfunction
 */
function KPI_SHARE(actual, target) { return actual.map ? actual.map(function (row, i) { return [row[0] / target[i][0]] }) : actual / target }
/** @customfunction */
function KPI_DAY(date) { return Utilities.formatDate(date, SpreadsheetApp.getActive().getSpreadsheetTimeZone(), 'yyyy-MM-dd') }
/** @customfunction */
function KPI_FAIL() { throw new Error('no goal') }
/** @customfunction */
function KPI_NEXT(date) { return new Date(date.getTime() + 86400000) }

function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Set up', 'setUp').addToUi() }
function setUp() {
  const id = SpreadsheetApp.getActive().getId();
  Sheets.Spreadsheets.Values.update({ values: [
    ['actual', 'target', 'share'], [5, 10, '=KPI_SHARE(A2:A3, B2:B3)'], [9, 10],
    ['2026-11-22', '=KPI_DAY(A4)', '=KPI_FAIL()', '=KPI_NEXT(A4)'],
  ] }, id, 'A1', { valueInputOption: 'USER_ENTERED' });
  PropertiesService.getDocumentProperties().setProperty('ready', 'yes');
  ScriptApp.newTrigger('onTick').timeBased().everyHours(1).create();
}
function read(range) {
  const id = SpreadsheetApp.getActive().getId();
  return Sheets.Spreadsheets.Values.get(id, range, { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
}
function bad() { Sheets.Spreadsheets.batchUpdate({ requests: [] }, SpreadsheetApp.getActive().getId()) }
function uuid() { return Utilities.getUuid() }
function onTick() { MailApp.sendEmail('bo@example.com', 'Tick', 'Hello') }
`;

const make = (more: Partial<MachineOptions> = {}): Machine =>
  createMachine({
    files: { 'appsscript.json': manifest(), 'Code.js': CODE },
    user: ANA,
    now: NOW,
    document: createDocument({ timeZone: 'Asia/Shanghai', spreadsheetId: 'machine-test' }),
    ...more,
  } as MachineOptions);

describe('the machine', () => {
  test('from the menu to cells: custom functions calculate, spill, get dates and fail as in Sheets', () => {
    const machine = make();
    expect(machine.open()).toMatchObject([{ entries: [{ caption: 'Set up', functionName: 'setUp' }] }]);
    const done = machine.chooseMenu('setUp');
    expect(done.ok ? '' : done.error).toBe('');
    const values = machine.run('read', ['A2:D4']);
    expect(values.ok && values.value).toEqual([
      [5, 10, 0.5],
      [9, 10, 0.9],
      [46348, '2026-11-22', '#ERROR!', 46349],
    ]);
    const [cell] = machine.calculator.calculate(machine.document()).get(0)?.[3]?.slice(2) ?? [];
    expect(JSON.stringify(cell)).toContain('Error: no goal (line');
  });

  test('errors of the API reach the script in Google’s words', () => {
    expect(make().run('bad')).toMatchObject({
      ok: false,
      error: {
        name: 'GoogleJsonResponseException',
        message: expect.stringMatching(/^API call to sheets\.spreadsheets\.batchUpdate failed with error: ./),
        details: { code: 400 },
      },
    });
  });

  test('triggers fire as the clock moves, and mails are files that a mail program opens', () => {
    const outboxFolder = mkdtempSync(join(tmpdir(), 'outbox-'));
    try {
      const machine = make({ outboxFolder });
      machine.open();
      machine.chooseMenu('setUp');
      machine.moveClockTo(new Date('2026-11-22T12:30:00Z'));
      expect(machine.outbox.length).toBeGreaterThanOrEqual(2);
      expect(readdirSync(outboxFolder)).toHaveLength(machine.outbox.length);
    } finally {
      rmSync(outboxFolder, { recursive: true });
    }
  });

  test('a trigger can be fired at once', () => {
    const machine = make();
    machine.run('setUp');
    expect(machine.fireTrigger(machine.triggers[0]!.id)).toMatchObject({
      ok: true,
      execution: { kind: 'trigger' },
    });
    expect(machine.outbox).toHaveLength(1);
    expect(() => machine.fireTrigger('none')).toThrow('There is no trigger none.');
  });

  test('a snapshot is what later runs do not change; restored, everything goes on from there', () => {
    const machine = make();
    machine.open();
    machine.chooseMenu('setUp');
    const kept = machine.snapshot();
    const next = machine.run('uuid');
    const later = new Date('2026-11-22T14:00:00Z');
    const mails = (one: Machine) => one.outbox.map((mail) => mail.sentAt);
    machine.moveClockTo(later);
    const expected = mails(machine);
    machine.restore(kept);
    expect([mails(machine), machine.clock.now()]).toEqual([[], kept.now]);
    const other = make();
    other.restore(kept);
    expect(other.run('uuid')).toMatchObject({ value: next.ok ? next.value : 'none' });
    other.restore(kept);
    other.moveClockTo(later);
    expect(mails(other)).toEqual(expected);
    expect(other.properties).toEqual(machine.properties);
    expect(other.run('read', ['C2:C3'])).toMatchObject({ value: [[0.5], [0.9]] });
    expect(other.open()).toHaveLength(1);
    expect(other.executions.at(-1)?.authMode).toBe('LIMITED');
  });

  test('the cache may be gone at any time', () => {
    const code = `function put() { CacheService.getScriptCache().put('k', 'v', 21600) }
      function got() { return CacheService.getScriptCache().get('k') }`;
    const machine = make({ files: { 'appsscript.json': manifest(), 'Code.js': code } } as never);
    machine.run('put');
    expect(machine.run('got')).toMatchObject({ value: 'v' });
    machine.emptyCache();
    expect(machine.run('got')).toMatchObject({ value: null });
  });

  test('formulas tell the time of the clock, wherever it was moved to', () => {
    const machine = make();
    const id = machine.document().spreadsheetId;
    const sheet = machine.document().sheets[0]!.title;
    const entered = { valueInputOption: 'USER_ENTERED' };
    machine.api.valuesUpdate(id, `'${sheet}'!Z1:Z2`, { values: [['=TODAY()'], ['1/2']] }, entered);
    const shown = () =>
      machine.api.valuesGet(id, `'${sheet}'!Z1:Z2`, { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
    const [[today]] = shown() as [[number]];
    machine.moveClockTo(new Date(machine.clock.now() + 3 * 86_400_000));
    expect(shown()).toEqual([[today + 3], [Date.UTC(2026, 0, 2) / 86_400_000 + 25_569]]);
  });

  test('events tell what happens', () => {
    const machine = make();
    const seen: string[] = [];
    const end = machine.onEvent((event) => seen.push(event.type));
    machine.open();
    end();
    machine.open();
    expect(seen).toEqual(['execution started', 'menu', 'execution finished']);
  });
});

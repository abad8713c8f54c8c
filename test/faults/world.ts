/** A team's workbook on a Monday morning, on which every job has something to do, and states of it to begin from. */
import type { Cell } from '../../src/kpi/issue.ts';
import type { DocumentState } from '../../src/local/document/model.ts';
import { createDocument } from '../../src/local/document/store.ts';
import { createMachine, type Machine, type MachineSnapshot } from '../../src/local/machine.ts';
import { batch, bench, call, loadRows, serial } from '../start/bench.ts';
import { builtFiles } from '../start/built.ts';
import { fileRequest } from '../weeks/files.ts';
import { stampsOf, tabOf } from '../weeks/tabs.ts';

/** Ana made the trigger; Bo reads English in a workbook in Chinese. */
export const ANA = { email: 'ana@example.com', locale: 'zh_CN' };
export const BO = { email: 'bo@example.com', locale: 'en' };
export const CY = { email: 'cy@example.com', locale: 'de' };

/** The review of this week is due on Monday morning; that of the week before is a draft still. */
export const WEEK = '2026-W31';
export const DRAFT = '2026-W30';
const ROWS = 40;

/** Everything that outlives an execution; the document is shared, since its states never change. */
export type State = { readonly rest: MachineSnapshot; readonly document: DocumentState };

export function keep(machine: Machine): State {
  return { rest: { ...machine.snapshot(), documents: [] }, document: machine.document() };
}

export function goTo(machine: Machine, { rest, document }: State): void {
  machine.store.replace(document.spreadsheetId, document);
  machine.restore(rest);
}

const SHEETS: Readonly<Record<string, Record<string, Cell>[]>> = {
  team: [
    { name: 'Ana', email: ANA.email, role: 'editor' },
    { name: 'Bo', email: BO.email, role: 'operator' },
    { name: '小陈', email: CY.email },
  ],
  targets: [{ node: 'watch', from: serial('2026-07-01'), to: serial('2026-08-31'), target: 900 }],
  costs: [
    { date: serial('2026-07-28'), platform: 'youtube', account: 'art', component: 'ads', amount: 30 },
    { date: 'soon', platform: 'youtube', account: 'art', component: 'tools', amount: 20 },
  ],
  comments: [
    {
      platform: 'youtube',
      account: 'art',
      text: '发货太慢 ⟦1⟧',
      sentiment: 'negative',
      posted: serial('2026-08-01'),
      owner: '小陈',
    },
  ],
  actions: [{ id: 'x-1', week: '2026-W29', finding: '播放少 ⟦2⟧', action: '换开头 ⟦3⟧', owner: 'Ana' }],
};

/** With few rows a run takes a fraction of the time. */
function trim(machine: Machine): void {
  const requests = machine.document().sheets.flatMap(({ sheetId, rowCount }) => {
    const range = { sheetId, dimension: 'ROWS', startIndex: ROWS, endIndex: rowCount };
    return rowCount <= ROWS ? [] : [{ deleteDimension: { range } }];
  });
  batch(machine, ...requests);
}

function typeInto(machine: Machine, sheetId: number, row: number, column: number, text: string): void {
  batch(machine, {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
      fields: 'userEnteredValue',
    },
  });
}

/** An explanation, a new action and a title of one's own, all in the tab alone. */
export function typeIntoDraft(machine: Machine): void {
  const [stamp] = stampsOf(machine.document()).filter(({ label }) => label === DRAFT);
  const tab = stamp && tabOf(machine.document(), stamp.sheetId);
  if (stamp === undefined || tab === undefined) throw new Error('There is no draft');
  const rowOf = (kind: string): number => tab.rows.find((row) => row.kind === kind)?.row ?? -1;
  const at = (key: string): number => tab.columns.get(key) ?? -1;
  typeInto(machine, stamp.sheetId, rowOf('kpi'), at('text'), '因为放假 ⟦4⟧');
  typeInto(machine, stamp.sheetId, rowOf('new'), at('name'), '封面不行 ⟦5⟧');
  typeInto(machine, stamp.sheetId, rowOf('new'), at('c4'), '换封面 ⟦6⟧');
  const properties = { sheetId: stamp.sheetId, title: '周会 ⟦7⟧' };
  batch(machine, { updateSheetProperties: { properties, fields: 'title' } });
}

/** When the tick runs that writes the review. */
export const MONDAY = '2026-08-03T01:12:00Z';

function prepare(machine: Machine): void {
  for (const user of [BO, CY]) machine.users.set(user.email, user);
  trim(machine);
  call(machine, 'importFile', fileRequest('art', serial('2026-07-19')));
  call(machine, 'importFile', fileRequest('lab', serial('2026-07-19')));
  call(machine, 'importFile', fileRequest('art', serial('2026-07-26')));
  for (const [sheet, rows] of Object.entries(SHEETS)) loadRows(machine, sheet, rows);
  call(machine, 'turnOnAutomation', {});
  const [trigger] = machine.triggers;
  if (trigger === undefined) throw new Error('There is no trigger');
  // At other minutes than later ticks, lest Google's day of mails ends within one of them.
  for (const at of ['2026-07-27T02:31:00Z', '2026-08-02T03:31:00Z']) {
    machine.clock.set(Date.parse(at));
    machine.fireTrigger(trigger.id);
  }
  machine.clock.set(Date.parse('2026-08-02T23:40:00Z'));
  call(machine, 'importFile', fileRequest('art', serial('2026-08-02')));
  typeIntoDraft(machine);
  machine.clock.set(Date.parse(MONDAY));
}

/** A machine whose program stages a change beyond so few bytes that a small file is a big one. */
function stagingMachine(): Machine {
  const limit = 'REQUEST_LIMIT=19e5';
  const files = Object.fromEntries(
    Object.entries(builtFiles()).map(([name, text]) => [name, text.split(limit)] as const),
  );
  const changed = Object.values(files).filter((parts) => parts.length > 1);
  if (changed.length !== 1) throw new Error(`The limit is in ${changed.length} files`);
  return createMachine({
    files: Object.fromEntries(
      Object.entries(files).map(([name, parts]) => [name, parts.join('REQUEST_LIMIT=4e3')]),
    ),
    user: ANA,
    now: new Date(MONDAY),
    document: createDocument({
      title: 'Team',
      timeZone: 'Asia/Shanghai',
      locale: 'zh_CN',
      spreadsheetId: 'team',
    }),
  });
}

export type World = {
  readonly machine: Machine;
  /** The same, with a small limit of a request. */
  readonly staging: Machine;
  readonly blank: State;
  readonly monday: State;
};

/** Takes some seconds; scenarios begin from its states. */
export function makeWorld(): World {
  const machine = bench({ language: 'zh-CN', now: '2026-07-27T00:40:00Z', setUp: false });
  const blank = keep(machine);
  call(machine, 'setUp', { language: 'zh-CN' });
  prepare(machine);
  return { machine, staging: stagingMachine(), blank, monday: keep(machine) };
}

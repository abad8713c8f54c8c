/** Every job that calls services, as a person or Google starts it; each of its executions can be given faults. */
import type { TreeRow } from '../../src/addon/tree-api.ts';
import { rowKeys } from '../../src/kpi/tree-fields.ts';
import type {
  CallFault,
  ExecutionRecord,
  Machine,
  RunResult,
  SidebarResult,
} from '../../src/local/machine.ts';
import { call, serial } from '../start/bench.ts';
import { fileRequest } from '../weeks/files.ts';
import { ANA, BO, DRAFT, keep, type State, WEEK, type World } from './world.ts';

/** What one execution told the person who started it. */
export type Told = {
  readonly name: string;
  readonly user: string;
  /** Whether it did what it was asked for, as far as the person is told. */
  readonly ok: boolean;
  /** What the person reads; empty where the run told nothing but data. */
  readonly sentence: string;
  /** What reached the person without having been made a sentence. */
  readonly raw?: string;
  readonly execution: ExecutionRecord;
};

export type Step = {
  readonly name: string;
  run(machine: Machine, faults: readonly CallFault[]): Told;
};

/** How the workbook may stand after a run in which something failed. */
export type Whole =
  /** As before, or as after the run: the job is one atomic change. */
  | 'one change'
  /** As after one of its atomic changes: what is not done then, the next run or the next tick does. */
  | 'changes in a row'
  /** Each tab and each sheet as before, or as after one of its changes: a job that fails keeps no other from its turn. */
  | 'each tab';

export type Job = {
  readonly name: string;
  readonly whole: Whole;
  readonly machine: Machine;
  readonly state: State;
  readonly steps: readonly Step[];
  /** The steps of the second run, where they are not the same. */
  readonly again?: readonly Step[];
  /** Hours after which it runs again: once for a person, the next hour and the next day for the trigger. */
  readonly later: readonly number[];
};

const PEOPLE: Readonly<Record<string, string>> = { [ANA.email]: 'zh-CN', [BO.email]: 'en' };
export const languageOf = (email: string): string => PEOPLE[email] ?? 'en';

type Reply = { ok: boolean; sentence?: string; value?: { sentence?: string; warnings?: string[] } };

function fromReply(name: string, user: string, reply: SidebarResult): Told {
  const { execution } = reply;
  if (execution === undefined) throw new Error(`${name} was not run`);
  if (!reply.ok) return { name, user, ok: false, sentence: '', raw: reply.error.message, execution };
  const { ok, sentence, value } = reply.value as Reply;
  const said = [sentence, value?.sentence, ...(value?.warnings ?? [])].filter((text) => text !== undefined);
  return { name, user, ok, sentence: said.join(' '), execution };
}

/** A call of the sidebar; the request is made when it is sent. */
export function asked(name: string, request: (machine: Machine) => unknown, user = ANA.email): Step {
  return {
    name,
    run: (machine, faults) =>
      fromReply(name, user, machine.callFromSidebar(name, [request(machine)], user, { faults })),
  };
}

function fromRun(name: string, user: string, run: RunResult, sentence: string): Told {
  const { execution } = run;
  if (run.ok) return { name, user, ok: true, sentence, execution };
  const isSentence = name === 'onTick' && run.error.name === 'Error';
  const told = isSentence ? { sentence: run.error.message } : { sentence: '', raw: run.error.message };
  return { name, user, ok: false, ...told, execution };
}

/** A choice in the menu by somebody who answers every question with OK. */
export function chosen(name: string, user = ANA.email): Step {
  return {
    name,
    run: (machine, faults) => {
      machine.open(user);
      const { ui } = machine;
      const before = [ui.toasts.length, ui.alerts.length] as const;
      const { value: run } = machine.attempt(
        () => machine.chooseMenu(name, user, { faults }),
        () => ({ button: 'OK' }),
      ) as { value: RunResult };
      const alerts = ui.alerts.slice(before[1]).filter(({ buttons }) => buttons === 'OK');
      const toasts = ui.toasts.slice(before[0]).slice(-1);
      const told = fromRun(name, user, run, [...alerts, ...toasts].map(({ text }) => text).join(' '));
      return { ...told, ok: told.ok && alerts.length === 0 };
    },
  };
}

/** The hourly trigger of a user. */
export function ticked(user = ANA.email): Step {
  return {
    name: 'onTick',
    run: (machine, faults) => {
      const trigger = machine.triggers.find((each) => each.user === user);
      if (trigger === undefined) throw new Error(`${user} has no trigger`);
      return fromRun('onTick', user, machine.fireTrigger(trigger.id, { faults }), '');
    },
  };
}

const nothing = (): object => ({});
const ofWeek = (week: string) => (): object => ({ week });
const lateFile = (): object => fileRequest('lab', serial('2026-07-26'));

function upload(id: string): Step[] {
  const { tables, ...request } = fileRequest('lab', serial('2026-07-26')) as { tables: object };
  const text = JSON.stringify(tables);
  const middle = Math.floor(text.length / 2);
  const pieces = [text.slice(0, middle), text.slice(middle)];
  return [
    ...pieces.map((piece, index) =>
      asked('uploadPiece', () => ({ upload: id, index, count: pieces.length, text: piece })),
    ),
    asked('importFile', () => ({ ...request, tables: [], uploaded: id })),
  ];
}

/** Another name, another order, a KPI more, and a target of it. */
export function treeEdit(base: readonly TreeRow[]): object {
  const keys = rowKeys(base);
  const rows = base.map((row, i) => ({
    was: keys[i] ?? '',
    row: i === 1 ? { ...row, name: '新名字' } : row,
  }));
  const [root, first, ...others] = rows;
  const added = { ...(base[1] as TreeRow), id: 'more', name: '更多', coefficient: null };
  const from = '2026-08-01';
  return {
    base,
    rows: [root, ...others, first, { was: '', row: added }],
    targets: [
      {
        node: 'more',
        from,
        to: '2026-08-31',
        baseline: null,
        target: 70,
        low: null,
        high: null,
        locked: false,
        how: 'typed',
      },
    ],
  };
}

const MODEL = { model: 'reach', replace: true, growth: 0.1, from: '2026-08-01', to: '2026-08-31' };

function rowsToLoad(): object {
  const rows = [{ date: serial('2026-08-02'), platform: 'youtube', component: 'tools', amount: 7 }];
  return {
    tables: [
      { sheet: 'costs', rows },
      { sheet: 'settings', rows: [{ key: 'sla_hours', value: 12 }] },
    ],
  };
}

/** A template sheet and a column are gone. */
function damaged({ machine, monday }: World): State {
  const { sheets } = monday.document;
  const idOf = (title: string): number => sheets.find((sheet) => sheet.title === title)?.sheetId ?? -1;
  const range = { sheetId: idOf('成本'), dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
  const requests = [{ deleteSheet: { sheetId: idOf('商品与库存') } }, { deleteDimension: { range } }];
  machine.api.batchUpdate(monday.document.spreadsheetId, { requests } as never);
  return keep(machine);
}

/** In the order of `jobsOf`. */
export const JOB_NAMES = [
  'set up',
  'set up again',
  'import',
  'large import',
  'uploaded import',
  'undo',
  'rows',
  'tree',
  'model',
  'new review',
  'review',
  'review by menu',
  'closing',
  'closing by menu',
  'automation on',
  'automation taken over',
  'automation off',
  'automation changed',
  'tick',
  'quiet tick',
  'tick without permission',
  'sidebar',
  'sidebarState',
  'recogniseFile',
  'readReview',
  'reviewDigest',
  'readTree',
  'treeFigures',
  'sampleScript',
  'treeScript',
] as const;

type Make = (machine: Machine) => unknown;

/**
 * All jobs with the states they begin from.
 * @param world The workbook.
 * @param at Puts a state together from Monday's.
 */
export function jobsOf(world: World, at: (make: Make) => State): Job[] {
  const { machine, staging, blank, monday } = world;
  const person = (name: string, whole: Whole, steps: Step[], more: Partial<Job> = {}): Job => ({
    name,
    whole,
    machine,
    state: monday,
    steps,
    later: [0.1],
    ...more,
  });
  const read = (name: string, request: (there: Machine) => unknown): Job =>
    person(name, 'one change', [asked(name, request)]);
  const off = at((there) => call(there, 'turnOffAutomation', {}));
  const imported = at((there) => call(there, 'importFile', lateFile()));
  const broken = at(() => damaged(world));
  const withheld = at((there) => {
    there.users.set(ANA.email, { ...ANA, withheld: ['https://www.googleapis.com/auth/spreadsheets'] });
  });
  const tree = at(() => undefined) && (call(machine, 'readTree', {}).rows as TreeRow[]);
  return [
    person('set up', 'one change', [asked('setUp', () => ({ language: 'zh-CN' }))], { state: blank }),
    person('set up again', 'one change', [chosen('menuSetUp')], { state: broken }),
    person('import', 'changes in a row', [asked('importFile', lateFile)]),
    person('large import', 'changes in a row', [asked('importFile', lateFile)], { machine: staging }),
    person('uploaded import', 'changes in a row', upload('k3x9t0aa'), { again: upload('k3x9t0bb') }),
    person('undo', 'changes in a row', [asked('undoImport', nothing)], { state: imported }),
    person('rows', 'one change', [asked('loadRows', rowsToLoad)]),
    person('tree', 'one change', [asked('saveTree', () => treeEdit(tree))]),
    person('model', 'one change', [asked('applyModel', () => MODEL)]),
    person('new review', 'one change', [asked('writeReview', ofWeek(WEEK))]),
    person('review', 'one change', [asked('writeReview', ofWeek(DRAFT))]),
    person('review by menu', 'one change', [chosen('menuWriteReview')]),
    person('closing', 'one change', [asked('closeReview', ofWeek(DRAFT))]),
    person('closing by menu', 'one change', [chosen('menuCloseReview')]),
    person('automation on', 'one change', [asked('turnOnAutomation', nothing)], { state: off }),
    person(
      'automation taken over',
      'one change',
      [asked('turnOnAutomation', () => ({ takeOver: true }), BO.email)],
      { state: at((there) => there.clock.advance(30 * 3_600_000)) },
    ),
    person('automation off', 'one change', [asked('turnOffAutomation', nothing)]),
    person('automation changed', 'one change', [
      asked('changeAutomation', () => ({ day: 2, hour: 10, jobs: { month: true } })),
    ]),
    person('tick', 'each tab', [ticked()], { later: [1, 24] }),
    person('quiet tick', 'each tab', [ticked()], {
      later: [1, 24],
      state: at((there) => {
        there.fireTrigger(there.triggers[0]?.id ?? '');
        there.clock.advance(3_600_000);
      }),
    }),
    person('tick without permission', 'each tab', [ticked()], { state: withheld, later: [1] }),
    person('sidebar', 'one change', [chosen('menuSidebar')]),
    read('sidebarState', nothing),
    read('recogniseFile', lateFile),
    read('readReview', ofWeek(DRAFT)),
    read('reviewDigest', ofWeek(DRAFT)),
    read('readTree', nothing),
    read('treeFigures', () => ({ rows: tree })),
    read('sampleScript', nothing),
    read('treeScript', nothing),
  ];
}

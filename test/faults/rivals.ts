/** Executions of several people that are let loose on one workbook at once, and what has to hold after them. */
import type { TreeRow } from '../../src/addon/tree-api.ts';
import { createDocument } from '../../src/local/document/store.ts';
import { createMachine, type Machine } from '../../src/local/machine.ts';
import { say } from '../../src/text/index.ts';
import { call, serial } from '../start/bench.ts';
import { builtFolder } from '../start/built.ts';
import { issueFaults, tabFaults } from '../weeks/checks.ts';
import { fileRequest } from '../weeks/files.ts';
import { stampsOf } from '../weeks/tabs.ts';
import { lostMarks } from './explore.ts';
import { treeEdit } from './jobs.ts';
import { differences, printsOf } from './prints.ts';
import type { Run } from './schedules.ts';
import { ANA, BO, DRAFT, goTo, keep, MONDAY, makeWorld, type State } from './world.ts';

function sidebar(name: string, functionName: string, request: unknown, user: string): Run {
  return { name, of: () => ({ functionName, args: [request], user, kind: 'sidebar' }) };
}

const tick: Run = {
  name: 'tick',
  of: ({ triggers }) => {
    const trigger = triggers.find(({ user }) => user === BO.email);
    if (trigger === undefined) throw new Error('Bo has no trigger');
    return { triggerId: trigger.id };
  },
};
/** Of the one who no longer does the work. */
const idleTick: Run = {
  name: 'idle tick',
  of: ({ triggers }) => ({ triggerId: triggers.find(({ user }) => user === ANA.email)?.id ?? '' }),
};

/**
 * Whether a clock trigger knows its document is not sure at Google: where it does, one lock keeps all apart; where it does
 * not, the trigger's lock is another than the sidebar's. Where calls take long, who waits for a lock loses patience.
 */
export const LOCKS = {
  'one lock': { activeDocumentInTriggers: true },
  'two locks': { activeDocumentInTriggers: false },
  'slow calls': { activeDocumentInTriggers: true, callMilliseconds: 5000 },
} as const;
export type Lock = keyof typeof LOCKS;

export type Arena = {
  readonly machines: Readonly<Record<Lock, Machine>>;
  readonly runs: readonly Run[];
  readonly state: State;
};

function machineWith(lock: Lock): Machine {
  const document = createDocument({
    title: 'Team',
    timeZone: 'Asia/Shanghai',
    locale: 'zh_CN',
    spreadsheetId: 'team',
  });
  return createMachine({
    distFolder: builtFolder(),
    user: ANA,
    now: new Date(MONDAY),
    settings: LOCKS[lock],
    document,
  });
}

/** Monday's workbook, whose automation Bo has taken over, while Ana's trigger is still there. */
export function makeArena(): Arena {
  const { machine, monday } = makeWorld();
  goTo(machine, monday);
  const tree = call(machine, 'readTree', {}).rows as TreeRow[];
  machine.clock.advance(3 * 3_600_000);
  call(machine, 'turnOnAutomation', { takeOver: true }, BO.email);
  const state = keep(machine);
  const runs = [
    sidebar('import', 'importFile', fileRequest('lab', serial('2026-07-26')), ANA.email),
    sidebar('other import', 'importFile', fileRequest('lab', serial('2026-08-02')), BO.email),
    sidebar('review', 'writeReview', { week: DRAFT }, BO.email),
    sidebar('closing', 'closeReview', { week: DRAFT }, ANA.email),
    sidebar('tree', 'saveTree', treeEdit(tree), BO.email),
    sidebar('undo', 'undoImport', {}, ANA.email),
    tick,
    idleTick,
  ];
  const machines = {
    'one lock': machineWith('one lock'),
    'two locks': machineWith('two locks'),
    'slow calls': machineWith('slow calls'),
  };
  return { machines, runs, state };
}

export type Played = {
  readonly prints: ReadonlyMap<string, string>;
  readonly mails: string;
  readonly said: readonly string[];
};

const mailsOf = ({ outbox }: Machine): string =>
  outbox
    .map(({ to, subject }) => `${to}: ${subject}`)
    .sort()
    .join();

/** What stands in the workbook now, and who got which mails. */
export function lookAt(machine: Machine, said: readonly string[]): Played {
  return { prints: printsOf(machine.document(), false), mails: mailsOf(machine), said };
}

/** A draft that is written again stays as it is: it says what the sheets say. */
function staleFaults(machine: Machine): string[] {
  return stampsOf(machine.document())
    .filter(({ state }) => state === 'draft')
    .flatMap(({ label }) => {
      const before = printsOf(machine.document(), false);
      call(machine, 'writeReview', { week: label });
      const title = machine.document().sheets.find(({ sheetId }) => sheetId === tabId(machine, label))?.title;
      const parts = differences(before, printsOf(machine.document(), false));
      return parts.includes(`tab ${title}`) ? [`The draft ${label} is older than its figures`] : [];
    });
}

const tabId = (machine: Machine, label: string): number =>
  stampsOf(machine.document()).find((stamp) => stamp.label === label)?.sheetId ?? -1;

/** Rows of the two sheets that imports fill, and of what people agreed on: these are as in one order of the runs. */
const OF_ROWS = ['tab 内容表现', 'tab 导入记录', 'tab 目标', 'names'];
const ALLOWED = [say('zh-CN', 'REVIEW_NONE_OPEN'), say('zh-CN', 'UNDO_NOTHING'), say('zh-CN', 'BUSY')];

/**
 * What does not hold after several runs at once.
 * @param orders What there is after the same runs one after the other, in every order that counts.
 */
export function rivalFaults(
  machine: Machine,
  { document }: State,
  runs: readonly Run[],
  played: Played,
  orders: readonly Played[],
): string[] {
  const now = machine.document();
  const faults = [...lostMarks(document, now), ...tabFaults(now, 'zh-CN', () => true), ...issueFaults(now)];
  for (const text of played.said)
    if (text !== '' && !ALLOWED.includes(text)) faults.push(`Somebody reads: ${text}`);
  if (!orders.some(({ mails }) => mails === played.mails)) faults.push(`The mails are ${played.mails}`);
  const differ = orders.map(({ prints }) => differences(prints, played.prints));
  if (differ.some((parts) => parts.length === 0)) return faults;
  // An import is two changes, and a tick several: what comes in between is as in no order, but nothing of it is lost.
  if (!differ.some((parts) => parts.every((part) => !OF_ROWS.includes(part)))) {
    faults.push(`Rows are as in no order: ${differ.map((parts) => parts.join()).join(' / ')}`);
  }
  // Who saves a tree does not have the drafts made again.
  return runs.some(({ name }) => name === 'tree') ? faults : [...faults, ...staleFaults(machine)];
}

/** Runs a job once for each of its service calls and each way in which that can go wrong, and then again. */
import type { DocumentState } from '../../src/local/document/model.ts';
import type { CallFault, Machine } from '../../src/local/machine.ts';
import { valueAt } from '../hands/book.ts';
import type { Job, Step, Told } from './jobs.ts';
import { differences, isOnItsWay, printsOf } from './prints.ts';
import { saysUnchanged, sentenceFaults } from './sentences.ts';
import { goTo, keep, type State } from './world.ts';

export const KINDS = ['fail', 'fail-after', 'kill-before', 'kill-after'] as const;
export type Kind = (typeof KINDS)[number];

export type Scenario = {
  readonly step: number;
  readonly call: number;
  readonly method: string;
  readonly kind: Kind;
};

const HOUR = 3_600_000;
const MARK = /⟦\d+⟧/g;

/** What people typed, wherever it stands. */
export function marksIn(document: DocumentState): Set<string> {
  const found = new Set<string>();
  for (const sheet of document.sheets) {
    for (const mark of sheet.title.match(MARK) ?? []) found.add(mark);
    sheet.cells.forEach((row, r) => {
      row?.forEach((_, c) => {
        for (const mark of valueAt(sheet, r, c)?.stringValue?.match(MARK) ?? []) found.add(mark);
      });
    });
  }
  return found;
}

export function lostMarks(before: DocumentState, after: DocumentState): string[] {
  const left = marksIn(after);
  return [...marksIn(before)].filter((mark) => !left.has(mark)).map((mark) => `${mark} is lost`);
}

/** Mails by whom they went to, but for those that tell of a fault. */
function mailsOf({ outbox }: Machine): string[] {
  return outbox
    .filter(({ subject }) => !/任务未能执行/.test(subject))
    .map(({ to, subject }) => `${to}: ${subject}`);
}

/** Who has which trigger. */
const triggersOf = ({ triggers }: Machine): string =>
  triggers
    .map(({ user, handler }) => `${user} ${handler}`)
    .sort()
    .join();

/** A trigger whose document nobody knows does nothing for ever. */
function orphans({ triggers, properties }: Machine): string[] {
  return triggers
    .filter(({ id, user }) => properties.user[user]?.[`trigger:${id}`] === undefined)
    .map(({ user }) => `The trigger of ${user} knows no document`);
}

/** What the undisturbed run did. */
export type Reference = {
  /** Prints of the workbook before the run and after each of its changes, without what is on its way. */
  readonly stages: readonly ReadonlyMap<string, string>[];
  /** After the runs that follow. */
  readonly last: ReadonlyMap<string, string>;
  readonly mails: readonly string[];
  readonly triggers: string;
  /** The calls of each step. */
  readonly calls: readonly (readonly string[])[];
};

function play(
  machine: Machine,
  steps: readonly Step[],
  faults: (step: number) => readonly CallFault[],
): Told[] {
  const told: Told[] = [];
  for (const [index, step] of steps.entries()) {
    const one = step.run(machine, faults(index));
    told.push(one);
    if (!one.ok) break;
  }
  return told;
}

function playLater({ machine, steps, again = steps, later }: Job, hours: number): Told[] {
  machine.clock.advance(hours * HOUR);
  return play(machine, later.length > 1 ? steps : again, () => []);
}

/** Hours from each run to the next. */
const gaps = ({ later }: Job): number[] => later.map((hours, i) => hours - (later[i - 1] ?? 0));

/** Runs a job as it is, and learns what it calls and what it changes. */
export function undisturbed(job: Job): Reference {
  const { machine, state, steps } = job;
  goTo(machine, state);
  let seen = state.document;
  const stages = [printsOf(seen, false)];
  const look = (): void => {
    if (machine.document() === seen) return;
    seen = machine.document();
    stages.push(printsOf(seen, false));
  };
  machine.setFaults(() => {
    look();
    return undefined;
  });
  const told = play(machine, steps, () => []);
  machine.setFaults(undefined);
  look();
  const calls = told.map(({ execution }) => execution.calls.map(({ method }) => method));
  const bad = told.filter(({ ok }) => !ok && job.name !== 'tick without permission');
  if (bad.length > 0) throw new Error(`${job.name} does not work: ${JSON.stringify(bad[0]?.sentence)}`);
  for (const hours of gaps(job).slice(later(job))) playLater(job, hours);
  return {
    stages,
    last: printsOf(machine.document(), false),
    mails: mailsOf(machine),
    triggers: triggersOf(machine),
    calls,
  };
}

/** A person's job is compared with one run, the trigger's with as many as there are. */
const later = ({ later: all }: Job): number => (all.length > 1 ? 0 : 1);

/** All that can go wrong in a job, one thing at a time. */
export function scenariosOf({ calls }: Reference): Scenario[] {
  return calls.flatMap((methods, step) =>
    methods.flatMap((method, index) => KINDS.map((kind) => ({ step, call: index + 1, method, kind }))),
  );
}

/** Whether a workbook is as before, complete, or as far as a job may have come. */
function halfFaults({ whole }: Job, { stages }: Reference, document: DocumentState): string[] {
  const now = printsOf(document, false);
  if (whole === 'each tab') {
    return [...new Set([...now.keys(), ...(stages[0]?.keys() ?? [])])]
      .filter((part) => part !== 'memory' && !stages.some((stage) => stage.get(part) === now.get(part)))
      .filter((part) => !isSum(part))
      .map((part) => `${part} is neither as before nor complete`);
  }
  const allowed = whole === 'one change' ? [stages[0], stages.at(-1)] : stages;
  if (allowed.some((stage) => stage !== undefined && differences(stage, now).length === 0)) return [];
  const parts = allowed.map((stage) => (stage === undefined ? '' : differences(stage, now).join(', ')));
  return [`The workbook is neither as before nor complete: ${parts.join(' / ')}`];
}

/** Parts that are made of several tabs: where some have been written and others not, they are as no stage has them. */
const isSum = (part: string): boolean => part === 'order' || part === 'marks' || part === 'tab 数据问题';

/** Asked for once a day, whatever became of the mail: the next day asks again. */
const ONCE_A_DAY = /需要你重新授权/;

function mailFaults(machine: Machine, wanted: readonly string[], kind: Kind): string[] {
  const got = mailsOf(machine);
  const count = (list: readonly string[], mail: string): number =>
    list.filter((each) => each === mail).length;
  return [...new Set([...got, ...wanted])].flatMap((mail) => {
    const [is, should] = [count(got, mail), count(wanted, mail)];
    if (is > should) return [`Mail goes out ${is} times: ${mail}`];
    // Who is mailed is noted before: a run that Google ends in between reaches nobody, rather than anybody twice.
    const isExcused = kind.startsWith('kill') || ONCE_A_DAY.test(mail);
    return is < should && !isExcused ? [`Mail never goes out: ${mail}`] : [];
  });
}

/** What comes after the work, and may fail without anybody being told. */
const DONE = /^Lock\.releaseLock$|^Spreadsheet\.setActiveSheet$/;

/** Runs a job with one fault and then without; says what does not hold. */
export function tryScenario(job: Job, reference: Reference, scenario: Scenario): string[] {
  const { machine, state } = job;
  const { step, call, method, kind } = scenario;
  goTo(machine, state);
  const told = play(machine, job.steps, (index) => (index === step ? [{ call, kind }] : []));
  const after = machine.document();
  const faults = told.flatMap(sentenceFaults);
  faults.push(...halfFaults(job, reference, after), ...lostMarks(state.document, after));
  const last = told.at(-1);
  if (last && !last.ok && kind.startsWith('fail') && DONE.test(method))
    faults.push(`${last.name} is done and tells of a fault: ${last.sentence}`);
  const changed = differences(printsOf(state.document, true), printsOf(after, true));
  if (last && !last.ok && saysUnchanged(last.sentence) && changed.length > 0) {
    faults.push(`${last.name} says that nothing was changed: ${changed.join(', ')}`);
  }
  const more = gaps(job).flatMap((hours) => playLater(job, hours));
  faults.push(...more.flatMap(sentenceFaults), ...finalFaults(job, reference, kind));
  return faults.map((fault) => `${job.name}, ${kind} at ${step + 1}.${call} ${method}: ${fault}`);
}

function finalFaults({ machine, state }: Job, reference: Reference, kind: Kind): string[] {
  const document = machine.document();
  const parts = differences(reference.last, printsOf(document, false));
  const faults = parts.map((part) => `After the second run differs: ${part}`);
  if (triggersOf(machine) !== reference.triggers) faults.push(`The triggers are ${triggersOf(machine)}`);
  return [
    ...faults,
    ...orphans(machine),
    ...mailFaults(machine, reference.mails, kind),
    ...lostMarks(state.document, document),
    ...hiddenFaults(machine),
  ];
}

/** Of an upload that broke off the hidden sheet goes after a day, of a change in pieces with the next one. */
function hiddenFaults(machine: Machine): string[] {
  const left = (): string[] =>
    machine
      .document()
      .sheets.filter(isOnItsWay)
      .map(({ title }) => title);
  if (left().length === 0) return [];
  machine.clock.advance(25 * HOUR);
  const [trigger] = machine.triggers;
  if (trigger !== undefined) machine.fireTrigger(trigger.id);
  return left().map((title) => `The hidden sheet ${title} is left`);
}

/** A state that a job makes of Monday's. */
export function stateAfter(machine: Machine, from: State, make: (machine: Machine) => unknown): State {
  goTo(machine, from);
  const made = make(machine);
  return isState(made) ? made : keep(machine);
}

const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && 'rest' in value;

/** A workbook with an hourly trigger, whose ticks run when a test says so. */
import type { AutomationState } from '../../src/addon/api.ts';
import type { Machine, MachineSnapshot, Mail, RunResult } from '../../src/local/machine.ts';
import { JOBS, type JobKey } from '../../src/workbook/sheets/settings.ts';
import { ANA, type BenchOptions, bench, call, importText, loadRows } from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

export const BO = { email: 'bo@example.com', locale: 'en' };
/** The week before the Monday on which these tests begin, 2026-08-03. */
export const WEEK = '2026-W31';

const video = (views: number): Video => ({
  id: 'F3HVs95pagk',
  published: 'Jan 5, 2026',
  likes: 5,
  views,
  hours: views / 100,
});

const prepared = new Map<string, MachineSnapshot>();

/**
 * A workbook with figures of the week, whose automation Ana turned on at eight on Monday in Shanghai, an hour before the review.
 * @param options Language and the like.
 */
export function automated(options: BenchOptions = {}): Machine {
  const wanted = { now: '2026-08-03T00:00:00Z', ...options };
  const machine = bench(wanted);
  const key = JSON.stringify(wanted);
  const known = prepared.get(key);
  if (known === undefined) {
    importText(machine, youtube([video(100)]), { asOf: '2026-07-26', account: 'art' });
    importText(machine, youtube([video(170)]), { asOf: '2026-08-02', account: 'art' });
    call(machine, 'turnOnAutomation', {});
    prepared.set(key, machine.snapshot());
  } else {
    machine.restore(known);
  }
  machine.users.set(BO.email, BO);
  return machine;
}

/** Sets the clock to a time in Shanghai, such as `2026-08-03 09:10`. */
export function setClock(machine: Machine, local: string): void {
  machine.clock.set(Date.parse(`${local.replace(' ', 'T')}:00+08:00`));
}

/** Fires the trigger of a user at a time in Shanghai. */
export function tickAt(machine: Machine, local: string, email = ANA.email): RunResult {
  setClock(machine, local);
  const trigger = machine.triggers.find(({ user }) => user === email);
  if (trigger === undefined) throw new Error(`${email} has no trigger`);
  return machine.fireTrigger(trigger.id);
}

export const automationOf = (machine: Machine, email?: string): AutomationState =>
  call(machine, 'sidebarState', {}, email).automation;

/** What the sidebar shows of a job: whether it went well, and its sentence; undefined where it has not run. */
export function lastRun(machine: Machine, job: JobKey): string | undefined {
  const last = automationOf(machine).jobs.find(({ key }) => key === job)?.last;
  return last === null || last === undefined ? undefined : `${last.ok ? 'ok' : 'failed'}: ${last.text}`;
}

/** Reviews with their states, the oldest first. */
export const reviewsOf = (machine: Machine): string[] =>
  call(machine, 'sidebarState', {})
    .reviews.map(({ period, state }) => `${period} ${state}`)
    .sort();

export const set = (machine: Machine, key: string, value: string | number): number =>
  loadRows(machine, 'settings', [{ key, value }]);

/** Only these jobs are on. */
export function onlyJobs(machine: Machine, ...on: JobKey[]): void {
  const jobs = Object.fromEntries(JOBS.map((key) => [key, on.includes(key)]));
  call(machine, 'changeAutomation', { jobs });
}

export const TEAM = [
  { name: 'Ana', email: ANA.email },
  { name: 'Bo', email: BO.email },
  { name: 'Cy', email: 'cy@example.com' },
];

/** Uses up the day's mail of a user, but for so many. */
export function leaveMails(machine: Machine, left: number, email = ANA.email): void {
  const outbox = machine.outbox as Mail[];
  const empty = {
    cc: '',
    bcc: '',
    replyTo: '',
    name: '',
    subject: 'x',
    body: '',
    htmlBody: '',
    attachments: [],
  };
  const sentAt = machine.clock.now();
  for (let i = left; i < 100; i++)
    outbox.push({ ...empty, from: email, to: 'x@example.com', sentAt, executionId: 0 });
}

/** Mails of the add-on: who got which. */
export const mailsOf = (machine: Machine): string[] =>
  machine.outbox.filter(({ subject }) => subject !== 'x').map(({ to, subject }) => `${to}: ${subject}`);

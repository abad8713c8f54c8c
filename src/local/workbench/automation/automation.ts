/** Triggers, the clock, what ran and what was sent: the part of the host that works without anybody clicking. */
import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionRecord, Mail, TriggerState } from '../../apps-script/types.ts';
import type { DocumentState } from '../../document/model.ts';
import { instantOf, shownAsUtc, wallTime } from '../../document/zone.ts';
import type { RunResult } from '../../machine.ts';
import { HttpError } from '../http.ts';
import type { WorkbenchMachine } from '../machine-port.ts';
import type { HostMessage } from '../messages.ts';
import { changedSheets, sameContent } from '../same-content.ts';
import type { WorkbookSession } from '../session.ts';
import type {
  AutomationAnswer,
  ExecutionDetails,
  FiringAnswer,
  ShownExecution,
  ShownMail,
  ShownTrigger,
} from './messages.ts';
import { nextReviewTime, reviewDay, reviewHour } from './review-hour.ts';

/** So many executions and mails are listed. */
const LISTED = 200;
/** The pages load the lists anew no more often than this, and less often while the clock is moved far. */
const TELL_MILLISECONDS = 100;
const MOVING_MILLISECONDS = 600;

type Parts = {
  machine: WorkbenchMachine;
  session: WorkbookSession;
  send(message: HostMessage): void;
};

export class Automation {
  private readonly parts: Parts;
  private readonly mailsOf = new Map<number, number[]>();
  private running: { record: ExecutionRecord; before: DocumentState }[] = [];
  /** Executions that changed the document. */
  private readonly changes = new Set<number>();
  private moving = false;
  private stopping = false;
  private told: NodeJS.Timeout | undefined;
  private readonly stopListening: () => void;

  constructor(parts: Parts) {
    this.parts = parts;
    const { machine } = parts;
    this.stopListening = machine.onEvent((event) => {
      if (event.type === 'execution started') {
        this.running.push({ record: event.execution, before: machine.document() });
      } else if (event.type === 'execution finished') this.finished(event.execution);
      else if (event.type === 'mail') this.mailSent();
      else if (event.type !== 'clock') return;
      this.tell();
    });
  }

  close(): void {
    this.stopListening();
    this.stopping = true;
    clearTimeout(this.told);
  }

  private finished({ id }: ExecutionRecord): void {
    const run = this.running.find(({ record }) => record.id === id);
    this.running = this.running.filter((other) => other !== run);
    if (run && !sameContent(run.before, this.parts.machine.document())) this.changes.add(id);
  }

  /** What the panel shows. */
  state(): AutomationAnswer {
    const { machine } = this.parts;
    const now = machine.clock.now();
    const { timeZone } = machine.document();
    const review = nextReviewTime(
      now,
      timeZone,
      reviewHour(machine.document()),
      reviewDay(machine.document()),
    );
    return {
      now: this.shown(now),
      timeZone,
      reviewAt: this.shown(review),
      triggers: machine.triggers.map((trigger) => this.trigger(trigger)),
      executions: machine.executions
        .slice(-LISTED)
        .reverse()
        .map((record) => this.execution(record)),
      mails: machine.outbox
        .map((mail, number) => this.mail(mail, number))
        .slice(-LISTED)
        .reverse(),
      moving: this.moving,
    };
  }

  /** Service calls and log lines of an execution; undefined where it is no longer kept. */
  details(id: number): ExecutionDetails | undefined {
    const record = this.parts.machine.executions.find((candidate) => candidate.id === id);
    if (!record) return undefined;
    const { calls, logs, error } = record;
    return { calls, logs, ...(error ? { error: error.stack || `${error.name}: ${error.message}` } : {}) };
  }

  /** A mail of the outbox by its number. */
  sent(number: number): Mail | undefined {
    return this.parts.machine.outbox[number];
  }

  /** Fires one trigger now, whatever its schedule. */
  fire(id: string): FiringAnswer {
    if (!this.parts.machine.triggers.some((trigger) => trigger.id === id))
      throw new HttpError(404, 'There is no such trigger.');
    const before = this.parts.machine.document();
    const result = this.asOneChange(() => [this.parts.machine.fireTrigger(id)]);
    return this.firing(result, before, false);
  }

  /**
   * Moves the clock and fires what falls due on the way, one trigger after the other, with a turn for the page between.
   * @param wall What the spreadsheet's clocks are to show, in milliseconds as if it were UTC.
   */
  async moveTo(wall: number): Promise<FiringAnswer> {
    const { machine, send } = this.parts;
    const until = instantOf(wallTime(wall, 'UTC'), machine.document().timeZone);
    if (!Number.isFinite(until)) throw new HttpError(400, 'The time is missing.');
    if (this.moving) throw new HttpError(409, 'The clock is being moved already.');
    this.moving = true;
    this.stopping = false;
    const from = machine.clock.now();
    const before = machine.document();
    const results: RunResult[] = [];
    try {
      for (;;) {
        const next = Math.min(...machine.triggers.map(({ nextAt }) => nextAt ?? Number.POSITIVE_INFINITY));
        if (next > until || this.stopping) break;
        results.push(...this.asOneChange(() => machine.moveClockTo(new Date(next))));
        const share = Math.min(1, Math.max(0, (next - from) / (until - from)));
        send({ type: 'clock moving', share, fired: results.length });
        await turn();
      }
      if (!this.stopping) this.asOneChange(() => machine.moveClockTo(new Date(until)));
    } finally {
      this.moving = false;
      this.tell();
    }
    return this.firing(results, before, this.stopping);
  }

  /** Stops moving the clock after the trigger that is running. */
  stop(): void {
    this.stopping = true;
  }

  private asOneChange(work: () => RunResult[]): RunResult[] {
    return this.parts.session.asOneChange(work);
  }

  private firing(results: readonly RunResult[], before: DocumentState, stopped: boolean): FiringAnswer {
    const { machine } = this.parts;
    return {
      fired: results.length,
      failed: results.filter(({ ok }) => !ok).length,
      idle: results.filter(
        ({ ok, execution: { id } }) => ok && !this.changes.has(id) && !this.mailsOf.has(id),
      ).length,
      ...changedSheets(before, machine.document()),
      now: this.shown(machine.clock.now()),
      stopped,
    };
  }

  private mailSent(): void {
    const sender = this.running.at(-1);
    if (!sender) return;
    const { id } = sender.record;
    const numbers = this.mailsOf.get(id) ?? [];
    this.mailsOf.set(id, [...numbers, this.parts.machine.outbox.length - 1]);
  }

  /** Tells the pages once for everything that one piece of work did. */
  private tell(): void {
    this.told ??= setTimeout(
      () => {
        this.told = undefined;
        this.parts.send({ type: 'automation' });
      },
      this.moving ? MOVING_MILLISECONDS : TELL_MILLISECONDS,
    );
  }

  private shown(instant: number): number {
    return shownAsUtc(instant, this.parts.machine.document().timeZone);
  }

  private trigger({ id, handler, user, schedule, event, timeZone, nextAt }: TriggerState): ShownTrigger {
    return {
      id,
      handler,
      owner: user,
      event,
      timeZone,
      ...(schedule ? { schedule } : {}),
      ...(nextAt === undefined ? {} : { nextAt: this.shown(nextAt) }),
    };
  }

  private execution(record: ExecutionRecord): ShownExecution {
    const { id, functionName, kind, user, startedAt, endedAt, outcome, error, calls, logs } = record;
    return {
      id,
      functionName,
      kind,
      user,
      startedAt: this.shown(startedAt),
      duration: endedAt - startedAt,
      outcome,
      ...(error ? { error: error.message } : {}),
      calls: calls.length,
      logs: logs.length,
      changed: this.changes.has(id),
      mails: this.mailsOf.get(id) ?? [],
    };
  }

  private mail(
    { from, to, cc, subject, sentAt, htmlBody, body, attachments }: Mail,
    number: number,
  ): ShownMail {
    const names = attachments.map(({ name }) => name);
    const shown = { from, to, cc, subject, sentAt: this.shown(sentAt), html: htmlBody !== '' };
    return { number, ...shown, text: body, attachments: names };
  }
}

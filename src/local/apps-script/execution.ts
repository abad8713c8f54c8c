/** One execution: a fresh realm, counted service calls, limits, and an end that nothing in the script can stop. */
import type { DocumentState } from '../document/model.ts';
import { grantedBy, refusal } from './access.ts';
import type { Host } from './host.ts';
import { createRealm, OutOfTime, type Realm, type RealmFailure, type Reply, type Settled } from './realm.ts';
import { inOwnZone, inZone } from './script-zone.ts';
import { Ended, ScriptError, type ServiceObject } from './service.ts';
import { createServices } from './services/index.ts';
import type {
  AuthModeName,
  ExecutionKind,
  ExecutionRecord,
  Fault,
  FaultHook,
  ScriptFailure,
  ServiceCall,
  User,
} from './types.ts';

const MINUTE = 60000;
/** How long an execution may take, in virtual milliseconds. */
const LIMITS: Readonly<Record<ExecutionKind, number>> = {
  open: 0.5 * MINUTE,
  custom: 0.5 * MINUTE,
  menu: 6 * MINUTE,
  sidebar: 6 * MINUTE,
  trigger: 6 * MINUTE,
  editor: 6 * MINUTE,
};
const TIMED_OUT = 'Exceeded maximum execution time';

export type Start = {
  functionName: string;
  kind: ExecutionKind;
  authMode: AuthModeName;
  user: User;
  triggerId?: string;
  /** Asked before the host's own faults. */
  faults?: FaultHook;
  /** The document that the execution belongs to; null where none is open. */
  document: (() => DocumentState) | null;
};

export class Execution {
  readonly host: Host;
  readonly start: Start;
  readonly record: ExecutionRecord;
  readonly realm: Realm;
  /** Services by global name. */
  readonly services: Readonly<Record<string, ServiceObject>>;
  private loading = true;
  private readonly limit: number;
  /** Virtual milliseconds that a custom function has used. */
  private used = 0;
  private hostFault: unknown;

  /** @param makeRealm another realm than one of this thread */
  constructor(host: Host, start: Start, makeRealm: typeof createRealm = createRealm) {
    this.host = host;
    this.start = start;
    this.limit = LIMITS[start.kind];
    const now = host.clock.now();
    this.record = {
      id: host.nextExecutionId(),
      functionName: start.functionName,
      kind: start.kind,
      authMode: start.authMode,
      user: start.user.email,
      startedAt: now,
      endedAt: now,
      outcome: 'running',
      calls: [],
      logs: [],
    };
    if (start.triggerId !== undefined) this.record.triggerId = start.triggerId;
    this.services = createServices(this);
    this.realm = makeRealm(
      {
        now: () => host.clock.now(),
        invoke: (service, member, args) => this.invoke(service, member, args),
        log: (level, text) => this.log(level, text),
      },
      this.services,
    );
  }

  log(level: string, text: string): void {
    if (this.isOver()) return;
    this.record.logs.push({ level, text });
  }

  /** Virtual time passes, as in `Utilities.sleep`; past the limit the execution ends. */
  pass(milliseconds: number): void {
    const left = this.timeLeft();
    this.spend(Math.min(milliseconds, Math.max(0, left)));
    if (milliseconds > left) this.end('timed out');
  }

  /** Gives the next call of a custom function its own time. */
  renew(): void {
    this.used = 0;
  }

  private timeLeft(): number {
    if (this.start.kind === 'custom') return this.limit - this.used;
    return this.record.startedAt + this.limit - this.host.clock.now();
  }

  /** Cells are calculated beside everything else: the time that their functions take moves no clock. */
  private spend(milliseconds: number): void {
    if (this.start.kind === 'custom') this.used += milliseconds;
    else this.host.clock.advance(milliseconds);
  }

  /** Loads the program; the failure of its top level, or undefined. */
  load(): ScriptFailure | undefined {
    this.loading = true;
    const failure = this.timed(() => this.realm.load(this.host.program, this.host.settings.realMilliseconds));
    this.loading = false;
    return failure ? this.fail(failure) : undefined;
  }

  /** Calls a function of the loaded program. */
  call(f: unknown, args: readonly unknown[]): Settled | undefined {
    const settled = this.timed(() => this.realm.call(f, args, this.host.settings.realMilliseconds));
    if (settled?.failure && !this.isOver()) this.fail(settled.failure);
    return settled;
  }

  /** Fails the execution with an error that does not come from the script. */
  fail(failure: RealmFailure): ScriptFailure {
    const error: ScriptFailure = { name: failure.name, message: failure.message, stack: failure.stack };
    if (failure.details !== undefined) error.details = JSON.parse(failure.details);
    this.record.error = error;
    this.record.outcome = 'failed';
    return error;
  }

  /** Closes the record and gives back the locks; throws what went wrong in the host itself. */
  finish(): void {
    if (this.record.outcome === 'running') this.record.outcome = 'completed';
    this.record.endedAt = this.host.clock.now();
    for (const [lock, holder] of this.host.locks) {
      if (holder === this.record.id) this.host.locks.delete(lock);
    }
    if (this.hostFault !== undefined) throw this.hostFault;
  }

  /** The real time that a script may think was over. */
  runOut(): void {
    this.markOver('timed out');
  }

  /** Serves a call of a script that runs in another thread; `loading` says whether its top level is being run. */
  answer(service: ServiceObject, member: string, args: unknown[], loading: boolean): Reply {
    this.loading = loading;
    const reply = this.invoke(service, member, args);
    if (this.hostFault !== undefined) this.finish();
    return reply;
  }

  isOver(): boolean {
    return this.record.outcome === 'timed out' || this.record.outcome === 'killed';
  }

  private timed<T>(work: () => T): T | undefined {
    try {
      const result = inZone(this.host.program.manifest.timeZone, work);
      return this.isOver() ? undefined : result;
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      this.markOver('timed out');
      return undefined;
    }
  }

  private markOver(outcome: 'timed out' | 'killed'): void {
    if (this.isOver()) return;
    this.record.outcome = outcome;
    const message = outcome === 'timed out' ? TIMED_OUT : 'The execution was killed.';
    this.record.error = { name: 'Exception', message, stack: '' };
  }

  private end(outcome: 'timed out' | 'killed'): never {
    this.markOver(outcome);
    throw new Ended(outcome);
  }

  private invoke(service: ServiceObject, member: string, args: unknown[]): Reply {
    try {
      // A dead execution may still run `catch` and `finally` here, but nothing that it asks for happens.
      if (this.isOver()) throw new Ended(this.record.outcome);
      return { value: inOwnZone(() => this.serve(service, member, args)) };
    } catch (error) {
      return { failure: this.toFailure(error) };
    }
  }

  private toFailure(error: unknown): { name: string; message: string; details: string | undefined } {
    if (error instanceof ScriptError) {
      const details = error.details === undefined ? undefined : JSON.stringify(error.details);
      return { name: error.name, message: error.message, details };
    }
    if (!(error instanceof Ended)) {
      this.hostFault = error;
      this.markOver('killed');
    }
    return { name: 'Exception', message: this.record.error?.message ?? TIMED_OUT, details: undefined };
  }

  private serve(service: ServiceObject, member: string, args: unknown[]): unknown {
    const method = `${service.service}.${member}`;
    const call: ServiceCall = { n: this.record.calls.length + 1, method, loading: this.loading };
    this.record.calls.push(call);
    try {
      const takes = this.host.settings.callMilliseconds;
      this.pass(typeof takes === 'number' ? takes : takes(method));
      const fault = this.start.faults?.(call, this.record) ?? this.host.faults?.(call, this.record);
      this.applyBefore(fault);
      this.refuse(method);
      const implementation = service.members[member];
      if (typeof implementation !== 'function') throw new Error(`${method} is no method.`);
      const value = implementation(...args);
      this.applyAfter(fault);
      return value;
    } catch (error) {
      call.error = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  private refuse(method: string): void {
    const message = refusal(method, {
      authMode: this.start.authMode,
      loading: this.loading,
      granted: grantedBy(this.start.user, this.host.program.manifest.oauthScopes),
      authorized: this.start.user.authorized !== false,
    });
    if (message !== undefined) throw new ScriptError(message);
  }

  private applyBefore(fault: Fault | undefined): void {
    if (fault && fault.when !== 'after') this.apply(fault);
  }

  private applyAfter(fault: Fault | undefined): void {
    if (fault?.when === 'after') this.apply(fault);
  }

  private apply(fault: Fault): never {
    if (fault.kind === 'fail') throw new ScriptError(fault.message, fault.name, fault.details);
    if (fault.kind === 'kill') this.end('killed');
    this.spend(Math.max(0, this.timeLeft()));
    this.end('timed out');
  }
}

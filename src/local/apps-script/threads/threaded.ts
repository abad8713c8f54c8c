/** One execution in a thread of its own, which stands still at every service call until it is let go on. */
import { Execution, type Start } from '../execution.ts';
import type { Host } from '../host.ts';
import type { Realm, Reply } from '../realm.ts';
import { isPublic, openExecution, type RunResult, resultOf } from '../run.ts';
import { putBackZone } from '../script-zone.ts';
import { ScriptError, type ServiceObject } from '../service.ts';
import { Codec } from './codec.ts';
import type { CallMessage, EndMessage, ToHost } from './messages.ts';
import { type Thread, takeThread } from './pool.ts';

export type Call = { service: ServiceObject; member: string; args: unknown[]; loading: boolean };

const NOT_HERE = (): never => {
  throw new Error('The realm of this execution is in another thread.');
};

export class ThreadedExecution {
  readonly execution: Execution;
  /** What the script waits for; undefined once it has ended and only its end is to be told. */
  call: Call | undefined;
  result: RunResult | undefined;
  private readonly host: Host;
  private readonly thread: Thread = takeThread();
  private readonly codec = new Codec();
  private end: EndMessage | undefined;

  /** Runs the script up to its first service call. */
  constructor(host: Host, start: Start, args: readonly unknown[], wire: boolean) {
    this.host = host;
    this.execution = new Execution(host, start, () => this.remoteRealm());
    openExecution(this.execution);
    const { program, settings, clock } = host;
    this.thread.send({
      type: 'run',
      scripts: program.scripts.map(({ file, text }) => ({ file, text })),
      functionName: isPublic(start.functionName) ? start.functionName : '',
      // Arguments refer to things that the services have introduced: they come second.
      globals: this.codec.encode(this.execution.services),
      args: this.codec.encode([...args]),
      wire,
      timeZone: program.manifest.timeZone,
      now: clock.now(),
      realMilliseconds: settings.realMilliseconds,
    });
    this.take(this.thread.receive());
    putBackZone();
  }

  /** Serves the call that the script waits for and lets it go on to the next, or closes an execution that has ended. */
  step(): void {
    if (!this.call) this.close();
    else this.goOn(this.call);
  }

  private goOn(call: Call): void {
    const reply = this.serve(call);
    if (this.execution.isOver()) {
      this.kill();
      return;
    }
    this.reply(reply);
    this.take(this.thread.receive());
  }

  private take(message: ToHost): void {
    if (message.type !== 'call' && message.type !== 'end') throw new Error(`Not expected: ${message.type}`);
    for (const { level, text } of message.logs) this.execution.log(level, text);
    this.call = message.type === 'call' ? this.callOf(message) : undefined;
    if (message.type === 'end') this.end = message;
  }

  private callOf({ service, member, args, loading }: CallMessage): Call {
    const decoded = { service: this.codec.decode(service), args: this.codec.decode(args) };
    return { member, loading, service: decoded.service as ServiceObject, args: decoded.args as unknown[] };
  }

  private kill(): void {
    this.thread.kill();
    this.call = undefined;
    this.finish(undefined);
  }

  private close(): void {
    const { end, execution } = this;
    const { functionName } = execution.start;
    const missing = `Script function not found: ${functionName}`;
    if (end?.outOfTime) execution.runOut();
    else if (end?.missing)
      execution.fail({ name: 'Exception', message: missing, stack: '', thrown: 'error' });
    else if (end?.failure) execution.fail(end.failure);
    this.thread.release();
    this.finish(end?.value);
  }

  private finish(value: unknown): void {
    this.execution.finish();
    this.host.emit({ type: 'execution finished', execution: this.execution.record });
    this.result = resultOf(this.execution, value);
  }

  private remoteRealm(): Realm {
    return {
      load: NOT_HERE,
      find: NOT_HERE,
      call: NOT_HERE,
      toRealm: (value) => value,
      unwrap: (value) => value,
      render: (code) => this.render(code),
    };
  }

  /** The thread has the variables of a template; what its scriptlets call is served here and now. */
  private render(code: string): string {
    this.thread.send({ type: 'render', code });
    for (;;) {
      const message = this.thread.receive();
      if (message.type === 'rendered') return message.text;
      if (message.type === 'render failed') throw new ScriptError(message.message, message.name);
      if (message.type === 'end') throw new Error('A page that is being made cannot end the run.');
      this.reply(this.serve(this.callOf(message)));
    }
  }

  private serve({ service, member, args, loading }: Call): Reply {
    return this.execution.answer(service, member, args, loading);
  }

  private reply(reply: Reply): void {
    const now = this.host.clock.now();
    if (reply.failure) this.thread.send({ type: 'refusal', failure: reply.failure, now });
    else this.thread.send({ type: 'answer', value: this.codec.encode(reply.value), now });
  }
}

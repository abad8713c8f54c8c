/** The thread of an execution: a realm whose services are asked for by message, one call at a time. */
import vm from 'node:vm';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Program } from '../program.ts';
import { createRealm, OutOfTime, type Realm, type RealmHost, type Reply } from '../realm.ts';
import type { ServiceObject } from '../service.ts';
import { toHost } from '../values.ts';
import { wireResult } from '../wire.ts';
import { Channel } from './channel.ts';
import { Codec } from './codec.ts';
import type { EndMessage, Log, RunCommand, ToHost, ToScript } from './messages.ts';

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };
const channel = new Channel<ToHost, ToScript>(port, signal, 'script');
const compiled = new Map<string, vm.Script>();

/** A thread keeps the zone that was the process's when it last looked, so it has to look at once. */
function setZone(timeZone: string): void {
  process.env.TZ = timeZone;
  new Date(2026, 0, 1).getTimezoneOffset();
}

function programOf(command: RunCommand): Program {
  const scripts = command.scripts.map(({ file, text }) => {
    const key = `${file}\n${text}`;
    const script = compiled.get(key) ?? new vm.Script(text, { filename: file });
    compiled.set(key, script);
    return { file, text, compiled: script };
  });
  return { scripts } as unknown as Program;
}

class Run implements RealmHost {
  private readonly command: RunCommand;
  private readonly codec: Codec;
  private readonly realm: Realm;
  private logs: Log[] = [];
  private loading = true;
  private time: number;

  constructor(command: RunCommand) {
    this.command = command;
    this.time = command.now;
    this.codec = new Codec((value) => this.realm.unwrap(value));
    const globals = this.codec.decode(command.globals) as Record<string, ServiceObject>;
    this.realm = createRealm(this, globals);
  }

  // The realm takes the three of these on their own.
  readonly now = (): number => this.time;

  readonly log = (level: string, text: string): void => {
    this.logs.push({ level, text });
  };

  readonly invoke = (service: ServiceObject, member: string, args: unknown[]): Reply => {
    const call = { service: this.codec.encode(service), member, args: this.codec.encode(args) };
    channel.send({ type: 'call', ...call, loading: this.loading, logs: this.takeLogs() });
    for (;;) {
      const answer = channel.receive();
      if (answer.type === 'run') throw new Error('An execution is still running here.');
      if (answer.type === 'render') {
        this.render(answer.code, args[0] as object);
        continue;
      }
      this.time = answer.now;
      return answer.type === 'answer'
        ? { value: this.codec.decode(answer.value) }
        : { failure: answer.failure };
    }
  };

  end(): EndMessage {
    try {
      return { type: 'end', ...this.toTheEnd(), logs: this.takeLogs() };
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      return { type: 'end', outOfTime: true, logs: this.takeLogs() };
    }
  }

  private toTheEnd(): Omit<EndMessage, 'type' | 'logs'> {
    const { command, realm } = this;
    const failure = realm.load(programOf(command), command.realMilliseconds);
    this.loading = false;
    if (failure) return { failure };
    const f = realm.find(command.functionName);
    if (f === undefined) return { missing: true };
    const args = (this.codec.decode(command.args) as unknown[]).map((arg) => realm.toRealm(arg));
    const settled = realm.call(f, args, command.realMilliseconds);
    if (settled.failure) return { failure: settled.failure };
    return { value: command.wire ? wireResult(settled.value) : toHost(settled.value) };
  }

  private render(code: string, variables: object): void {
    try {
      channel.send({ type: 'rendered', text: this.realm.render(code, variables) });
    } catch (error) {
      const { name, message } = error as Error;
      channel.send({ type: 'render failed', name, message });
    }
  }

  private takeLogs(): Log[] {
    const { logs } = this;
    this.logs = [];
    return logs;
  }
}

for (;;) {
  const command = channel.receive();
  if (command.type !== 'run') continue;
  setZone(command.timeZone);
  channel.send(new Run(command).end());
}

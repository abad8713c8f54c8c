/** Scripts that people start on the page. An alert or a prompt makes them wait until someone has answered it. */
import { randomUUID } from 'node:crypto';
import type { Answer, Question } from '../apps-script/types.ts';
import type { RunResult, SidebarResult } from '../machine.ts';
import type { WorkbenchMachine } from './machine-port.ts';
import type { HostMessage } from './messages.ts';
import type { WorkbookSession } from './session.ts';

type Asked = { question: Question; answer: Answer };
type Waiting = { message: HostMessage; resolve(answer: Answer): void };

/** Thrown by the driver where a question has no answer yet. */
class NotAnswered extends Error {}

export class ScriptRunner {
  private readonly machine: WorkbenchMachine;
  private readonly session: WorkbookSession;
  private readonly send: (message: HostMessage) => void;
  private readonly waiting = new Map<string, Waiting>();

  constructor(machine: WorkbenchMachine, session: WorkbookSession, send: (message: HostMessage) => void) {
    this.machine = machine;
    this.session = session;
    this.send = send;
  }

  /** Questions that nobody has answered yet, for a page that comes later. */
  pending(): HostMessage[] {
    return [...this.waiting.values()].map(({ message }) => message);
  }

  /** Answers a question; one that was answered before stays as it is. */
  answer(id: string, answer: Answer): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    this.send({ type: 'answered', id });
    waiting.resolve(answer);
  }

  /**
   * Runs a script. The host's scripts cannot stand still, so one that asks is taken back and begun again with the
   * answer: its clock and its random numbers are the host's, so that it comes to the same place.
   * @param start Starts the script and gives how it ended.
   */
  async run<T extends RunResult | SidebarResult>(start: () => T): Promise<T> {
    const answers: Asked[] = [];
    let told = 0;
    for (;;) {
      let open: Question | undefined;
      let used = 0;
      const attempt = this.session.asOneChange(() =>
        this.machine.attempt(
          start,
          (question) => {
            const known = answers[used];
            if (known && same(known.question, question)) {
              used++;
              return known.answer;
            }
            answers.length = used;
            open = question;
            throw new NotAnswered();
          },
          told,
        ),
      );
      if (attempt.done) return attempt.value;
      if (!open) throw attempt.error;
      told = attempt.told;
      answers.push({ question: open, answer: await this.ask(open) });
    }
  }

  private ask({ kind, title, text, buttons }: Question): Promise<Answer> {
    const id = randomUUID();
    return new Promise((resolve) => {
      const message: HostMessage = { type: 'question', id, kind, title, text, buttons };
      this.waiting.set(id, { message, resolve });
      this.send(message);
    });
  }
}

const same = (a: Question, b: Question): boolean =>
  a.kind === b.kind && a.title === b.title && a.text === b.text && a.buttons === b.buttons;

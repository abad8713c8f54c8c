import { cellOf } from '../../../src/local/document/cell.ts';
import type { HostMessage } from '../../../src/local/workbench/messages.ts';
import { ScriptRunner } from '../../../src/local/workbench/scripts.ts';
import { WorkbookSession } from '../../../src/local/workbench/session.ts';
import { demoMachine } from '../../browser/workbench-addon.ts';

type Question = Extract<HostMessage, { type: 'question' }>;

let machine: ReturnType<typeof demoMachine>;
let session: WorkbookSession;
let scripts: ScriptRunner;
let told: HostMessage[];

beforeEach(() => {
  machine = demoMachine();
  told = [];
  const send = (message: HostMessage) => told.push(message);
  session = new WorkbookSession(machine, send);
  scripts = new ScriptRunner(machine, session, send);
});

const cell = () => cellOf(machine.document().sheets[0]!.cells[11]?.[0])?.value?.stringValue;
const questions = () => told.filter((message): message is Question => message.type === 'question');
const turn = () => new Promise((resolve) => setImmediate(resolve));
const choose = (name: string) => scripts.run(() => machine.chooseMenu(name));

async function answer(button: string, text?: string): Promise<void> {
  scripts.answer(questions().at(-1)!.id, { button, ...(text === undefined ? {} : { text }) });
  await turn();
}

test('a script waits in an alert, and goes on with the answer that a person gave', async () => {
  const running = choose('askYesNo');
  expect(questions()).toEqual([
    {
      type: 'question',
      id: expect.any(String),
      kind: 'alert',
      title: 'Close the week?',
      text: 'It never changes again.',
      buttons: 'YES_NO',
    },
  ]);
  await answer('YES');
  expect(questions()).toHaveLength(2);
  expect(questions()[1]).toMatchObject({ title: '', text: 'Really?', buttons: 'OK_CANCEL' });
  await answer('CANCEL');
  expect((await running).ok).toBe(true);
  expect(cell()).toBe('YES CANCEL');
});

test('another answer leads the script another way', async () => {
  const running = choose('askYesNo');
  await answer('NO');
  await running;
  expect(questions()).toHaveLength(1);
  expect(cell()).toBe('NO CLOSE');
});

test('a prompt gives what was typed', async () => {
  const running = choose('askName');
  expect(questions()[0]).toMatchObject({ kind: 'prompt', title: 'Who are you?', text: 'Your name:' });
  await answer('OK', 'Ana');
  await running;
  expect(cell()).toBe('OK: Ana');
});

test('while a script waits, nothing of it is left: no change, no execution', () => {
  const before = machine.document();
  void choose('askYesNo');
  expect({ ...machine.document(), revision: 0 }).toEqual({ ...before, revision: 0 });
  expect(cell()).toBeUndefined();
  expect(machine.executions.map(({ functionName }) => functionName)).toEqual(['onOpen']);
  expect(session.state().canUndo).toBe(false);
});

test('what people do while a script waits stays', async () => {
  const running = choose('askYesNo');
  session.setNote(0, 4, 4, 'meanwhile');
  await answer('NO');
  await running;
  expect(cellOf(machine.document().sheets[0]!.cells[4]![4])?.note).toBe('meanwhile');
  expect(cell()).toBe('NO CLOSE');
});

test('its toast is shown once, its execution is one, its change is undone in one step', async () => {
  const toasts: string[] = [];
  machine.onEvent((event) => event.type === 'toast' && toasts.push(event.text));
  const running = choose('askYesNo');
  expect(toasts).toEqual(['Asking']);
  await answer('YES');
  await answer('OK');
  const result = await running;
  expect(toasts).toEqual(['Asking']);
  expect(machine.executions.map(({ functionName }) => functionName)).toEqual(['onOpen', 'askYesNo']);
  expect(machine.executions.at(-1)!.id).toBe(result.execution?.id);
  expect(machine.ui.toasts).toHaveLength(1);
  session.undo();
  expect(cell()).toBeUndefined();
  expect(session.state().canUndo).toBe(false);
});

test('a question is answered once, and pages that come later hear of the open ones', async () => {
  const running = choose('askName');
  const { id } = questions()[0]!;
  expect(scripts.pending()).toEqual(questions());
  scripts.answer(id, { button: 'OK', text: 'first' });
  scripts.answer(id, { button: 'CANCEL', text: 'second' });
  await running;
  expect(cell()).toBe('OK: first');
  expect(scripts.pending()).toEqual([]);
  expect(told.filter(({ type }) => type === 'answered')).toHaveLength(1);
});

test('a script that fails without a question fails as before', async () => {
  const result = await choose('failLoudly');
  expect(result).toMatchObject({ ok: false, error: { message: 'This went wrong on purpose' } });
});

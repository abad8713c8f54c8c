/** Small dialogs: questions of the grid and of this page, and the alerts and prompts of the add-on. */
import type { HostMessage } from '../messages.ts';
import { element } from './dom.ts';
import { post, words } from './server.ts';

export type Button = { label: string; action?: () => void; primary?: boolean };
export type SmallDialog = {
  title: string;
  text?: string;
  /** What stands between the text and the buttons. */
  content?: HTMLElement;
  buttons: readonly Button[];
  /** What Escape and the cross do; without it, the last button. */
  onDismiss?: () => void;
};

let dialogs = 0;

/** Shows a dialog with a text, perhaps a form, and buttons. Returns what takes it away without any action. */
export function showSmallDialog({ title, text, content, buttons, onDismiss }: SmallDialog): () => void {
  const id = `wb-question-${++dialogs}`;
  const dialog = element('dialog', { class: 'wb-dialog wb-question', 'aria-labelledby': id });
  const remove = () => {
    dialog.close();
    dialog.remove();
  };
  const choose = (action: (() => void) | undefined) => {
    remove();
    action?.();
  };
  const dismiss = () => choose(onDismiss ?? buttons.at(-1)?.action);
  const heading = title ? element('h2', { id }, title) : undefined;
  const form = element(
    'form',
    { method: 'dialog' },
    ...(heading ? [heading] : []),
    ...(text ? [element('p', heading ? {} : { id }, text)] : []),
    ...(content ? [content] : []),
    element('div', { class: 'wb-dialog-buttons' }, ...buttons.map((button) => buttonOf(button, choose))),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(buttons.find(({ primary }) => primary)?.action);
  });
  dialog.append(form);
  if (onDismiss) dialog.append(closeButton(dismiss));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });
  document.body.append(dialog);
  dialog.showModal();
  return remove;
}

function buttonOf(
  { label, action, primary }: Button,
  choose: (action: (() => void) | undefined) => void,
): HTMLButtonElement {
  const attributes = primary
    ? { class: 'wb-primary', type: 'submit' }
    : { class: 'wb-plain', type: 'button', onclick: () => choose(action) };
  return element('button', attributes, label);
}

/** The cross at the upper right of dialogs, panels and messages. */
export function closeButton(close: () => void): HTMLButtonElement {
  return element(
    'button',
    { class: 'wb-close', type: 'button', 'aria-label': words.close, title: words.close, onclick: close },
    '×',
  );
}

/** A small dialog with a text and buttons; Escape is the last button. */
export function ask(title: string, text: string, buttons: readonly Button[]): void {
  showSmallDialog({ title, text, buttons });
}

const LABELS: Record<string, string> = {
  OK: words.ok,
  CANCEL: words.cancel,
  YES: words.yes,
  NO: words.no,
};

const open = new Map<string, () => void>();

/** An alert or a prompt of the add-on: its script waits for the answer. */
export function showQuestion({
  id,
  kind,
  title,
  text,
  buttons,
}: Extract<HostMessage, { type: 'question' }>): void {
  if (open.has(id)) return;
  const field = element('input', { class: 'wb-field', type: 'text', autofocus: true, 'aria-label': text });
  const answer = (button: string) => () => {
    open.delete(id);
    void post('/answer', { id, button, ...(kind === 'prompt' ? { text: field.value } : {}) });
  };
  const remove = showSmallDialog({
    title,
    text,
    ...(kind === 'prompt' ? { content: field } : {}),
    buttons: buttons
      .split('_')
      .map((name, index) => ({ label: LABELS[name] ?? name, primary: index === 0, action: answer(name) })),
    onDismiss: answer('CLOSE'),
  });
  open.set(id, remove);
}

/** Takes a question away that was answered on another page. */
export function questionAnswered(id: string): void {
  open.get(id)?.();
  open.delete(id);
}

/** Takes every question away: the host that asked is gone. */
export function dropQuestions(): void {
  for (const id of [...open.keys()]) questionAnswered(id);
}

/** Dialogs: the add-on's own pages, its alerts, and questions of the grid. */
import type { HostMessage, ShownHtml } from '../messages.ts';
import { type AddonFrame, addonFrame } from './addon-frame.ts';
import { element } from './dom.ts';
import { words } from './server.ts';

type Button = { label: string; action?: () => void; primary?: boolean };

/** A small dialog with a text and buttons; Escape is the last button. */
export function ask(title: string, text: string, buttons: readonly Button[]): void {
  const dialog = element('dialog', { class: 'wb-dialog wb-question' });
  const choose = (button: Button | undefined) => {
    dialog.close();
    dialog.remove();
    button?.action?.();
  };
  dialog.append(
    ...(title ? [element('h2', {}, title)] : []),
    element('p', {}, text),
    element(
      'div',
      { class: 'wb-dialog-buttons' },
      ...buttons.map((button) =>
        element(
          'button',
          { class: button.primary ? 'wb-primary' : 'wb-plain', onclick: () => choose(button) },
          button.label,
        ),
      ),
    ),
  );
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    choose(buttons.at(-1));
  });
  document.body.append(dialog);
  dialog.showModal();
}

const ANSWERS: Record<string, string> = {
  OK: words.ok,
  CANCEL: words.cancel,
  YES: words.yes,
  NO: words.no,
  CLOSE: words.close,
};

/** An alert of the add-on. The script does not wait here: it has its answer already, and the dialog says which. */
export function showQuestion(message: Extract<HostMessage, { type: 'question' }>): void {
  const note =
    message.buttons === 'OK' ? '' : `\n\n${words.answered}: ${ANSWERS[message.answer] ?? message.answer}`;
  ask(message.title, message.text + note + (message.typed ? ` (${message.typed})` : ''), [
    { label: words.ok, primary: true },
  ]);
}

let open: { frame: AddonFrame; dialog: HTMLDialogElement } | undefined;

/** Shows a page of the add-on as a dialog; a second one takes the place of the first. */
export function showDialog(shown: ShownHtml & { modal: boolean }): void {
  closeDialog();
  const dialog = element('dialog', { class: 'wb-dialog wb-addon-dialog', 'aria-label': shown.title });
  const frame = addonFrame(shown.id, shown.title, {
    close: closeDialog,
    setHeight: (height) => {
      frame.element.style.height = `${height}px`;
    },
    setWidth: (width) => {
      frame.element.style.width = `${width}px`;
    },
  });
  frame.element.style.width = `${shown.width ?? 600}px`;
  frame.element.style.height = `${shown.height ?? 400}px`;
  dialog.append(
    element(
      'header',
      { class: 'wb-panel-header' },
      element('h2', {}, shown.title),
      element(
        'button',
        { class: 'wb-close', 'aria-label': words.close, title: words.close, onclick: closeDialog },
        '×',
      ),
    ),
    frame.element,
  );
  dialog.addEventListener('cancel', closeDialog);
  document.body.append(dialog);
  if (shown.modal) dialog.showModal();
  else dialog.show();
  open = { frame, dialog };
}

/** Closes the add-on's dialog, where one is open. */
export function closeDialog(): void {
  open?.frame.end();
  open?.dialog.remove();
  open = undefined;
}

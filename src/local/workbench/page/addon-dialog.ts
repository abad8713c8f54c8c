/** The add-on's own pages as dialogs over the sheet. */
import type { ShownHtml } from '../messages.ts';
import { type AddonFrame, addonFrame } from './addon-frame.ts';
import { closeButton } from './dialogs.ts';
import { element } from './dom.ts';

let open: { frame: AddonFrame; dialog: HTMLDialogElement } | undefined;

/** Sizes that Sheets gives where the page names none. */
const WIDTH = 600;
const HEIGHT = 400;

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
  frame.element.style.width = `${shown.width ?? WIDTH}px`;
  frame.element.style.height = `${shown.height ?? HEIGHT}px`;
  const header = element(
    'header',
    { class: 'wb-panel-header' },
    element('h2', {}, shown.title),
    closeButton(closeDialog),
  );
  dialog.append(header, frame.element);
  dialog.addEventListener('cancel', closeDialog);
  document.body.append(dialog);
  if (shown.modal) dialog.showModal();
  else {
    dialog.show();
    moveBy(header, dialog);
  }
  open = { frame, dialog };
}

/** Closes the add-on's dialog, where one is open. */
export function closeDialog(): void {
  open?.frame.end();
  open?.dialog.remove();
  open = undefined;
}

/** A dialog beside which people go on working can be dragged by its header, as in Sheets. */
function moveBy(header: HTMLElement, dialog: HTMLElement): void {
  header.addEventListener('pointerdown', (down) => {
    if ((down.target as HTMLElement).closest('button')) return;
    const box = dialog.getBoundingClientRect();
    const move = (event: PointerEvent) => {
      const left = box.left + event.clientX - down.clientX;
      const top = box.top + event.clientY - down.clientY;
      dialog.style.left = `${Math.max(0, Math.min(left, window.innerWidth - box.width))}px`;
      dialog.style.top = `${Math.max(0, Math.min(top, window.innerHeight - 44))}px`;
      dialog.style.right = 'auto';
      dialog.style.margin = '0';
    };
    // The page in the frame would take the pointer as soon as it is over it.
    dialog.classList.add('wb-dragged');
    const end = () => {
      dialog.classList.remove('wb-dragged');
      window.removeEventListener('pointermove', move);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { once: true });
    window.addEventListener('pointercancel', end, { once: true });
  });
}

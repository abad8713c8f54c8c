/** Short messages at the lower right, as Sheets shows them. */
import { closeButton } from './dialogs.ts';
import { element } from './dom.ts';
import { toastPlace } from './frame.ts';

const MOST = 4;

export type Toast = { title?: string; text: string; seconds?: number; level?: 'info' | 'error' };

/** Shows a message; a negative time keeps it until it is closed. Returns what takes it away. */
export function toast({ title = '', text, seconds = 5, level = 'info' }: Toast): () => void {
  const close = () => box.remove();
  const box = element(
    'div',
    { class: `wb-toast wb-${level}` },
    element(
      'div',
      { class: 'wb-toast-text' },
      ...(title ? [element('strong', {}, title)] : []),
      element('span', {}, text),
    ),
    closeButton(close),
  );
  toastPlace.append(box);
  while (toastPlace.children.length > MOST) toastPlace.firstElementChild!.remove();
  if (seconds >= 0) setTimeout(close, seconds * 1000);
  return close;
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePartId } from './ids.ts';

export type MenuItem = {
  readonly text: string;
  /** Keys that do the same, as they are written on the keyboard. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

/** Where a key leads from item `at` of `count`; null for keys that mean nothing here. */
function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

function Items({
  id,
  items,
  onClose,
}: {
  readonly id: string;
  readonly items: readonly MenuItem[];
  readonly onClose: (back: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const focus = (at: number) => list.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[at]?.focus();
  // Once, when it opens.
  useLayoutEffect(() => focus(0), []);
  const keys = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll('[role=menuitem]') ?? [])];
    const next = target(event.key, all.indexOf(document.activeElement as Element), all.length);
    if (next !== null) focus(next);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(event.key === 'Escape');
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  const press = ({ disabled, onPress }: MenuItem) => {
    if (disabled) return;
    onClose(true);
    onPress();
  };
  return (
    <div class="menu" role="menu" id={id} aria-labelledby={`${id}-button`} ref={list} onKeyDown={keys}>
      {items.map((item) => (
        <button
          key={item.text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={item.disabled === true}
          onClick={() => press(item)}
        >
          <span>{item.text}</span>
          {item.keys === undefined ? null : <kbd>{item.keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** A button that opens a list of things to do, by the ARIA pattern of menu buttons. */
export function Menu({ text, items }: { readonly text: string; readonly items: readonly MenuItem[] }) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = usePartId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) box.current?.querySelector<HTMLElement>('.button')?.focus();
  };
  const leave = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return (
    <div class="menu-box" ref={box} onFocusOut={leave}>
      <button
        id={`${id}-button`}
        class="button quiet"
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {text} <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? <Items id={id} items={items} onClose={close} /> : null}
    </div>
  );
}

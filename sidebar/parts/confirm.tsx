import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CallSay } from '../call-words.ts';
import { Button } from './button.tsx';
import { usePartId } from './ids.ts';

type ConfirmProps = {
  readonly words: CallSay;
  readonly question: string;
  readonly lead: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** A question in the page: it takes the focus, Escape means no. */
export function Confirm({ words, question, lead, yes, onYes, onNo }: ConfirmProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = usePartId();
  // Once, when the question appears; afterwards the focus goes back to where it came from.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <div
      class="confirm stack"
      role="alertdialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-lead`}
      tabIndex={-1}
      ref={box}
      onKeyDown={keys}
    >
      <h3 id={`${id}-question`}>{question}</h3>
      <p id={`${id}-lead`}>{lead}</p>
      <div class="actions">
        <Button kind="primary" onPress={onYes}>
          {yes}
        </Button>
        <Button onPress={onNo}>{words('UI_CANCEL')}</Button>
      </div>
    </div>
  );
}

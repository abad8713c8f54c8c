import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { useShell } from '../shell.ts';

type Props = {
  /** Whether something would be lost. */
  readonly isDirty: () => boolean;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
};

/** A screen with a way back; its heading takes the focus, so that the keyboard and screen readers begin there. */
export function SubScreen({ isDirty, onBack, children }: Props) {
  const { words } = useShell();
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const heading = box.current?.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const back = () => (isDirty() ? setAsking(true) : onBack());
  return (
    <div class="stack sub" ref={box}>
      <div class="clear">
        <Button kind="quiet" onPress={back}>
          ‹ {words('UI_BACK')}
        </Button>
      </div>
      {asking ? (
        <Confirm
          words={words}
          question={words('UI_LEAVE_QUESTION')}
          lead={words('UI_LEAVE_LEAD')}
          yes={words('UI_LEAVE')}
          onYes={onBack}
          onNo={() => setAsking(false)}
        />
      ) : null}
      {children}
    </div>
  );
}

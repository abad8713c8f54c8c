import type { CallSay } from '../call-words.ts';
import { usePatience } from '../task.ts';

type BusyProps = {
  readonly words: CallSay;
  readonly running: boolean;
  /** What is going on. */
  readonly text: string;
};

/** Spinner and sentence while something runs; always in the page, so that screen readers notice its text. */
export function Busy({ words, running, text }: BusyProps) {
  const patience = usePatience(running);
  return (
    <div class="busy" role="status">
      {patience === 'none' ? null : (
        <>
          <span class="spinner" aria-hidden="true" />
          <span>
            {text}
            {patience === 'long' ? <span class="hint block">{words('UI_STILL_WORKING')}</span> : null}
          </span>
        </>
      )}
    </div>
  );
}

/** How much of a known amount is done. */
export function Progress({
  done,
  total,
  label,
}: {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}) {
  return (
    <div class="stack" role="status">
      <span>{label}</span>
      <progress value={done} max={total} aria-label={label} />
    </div>
  );
}

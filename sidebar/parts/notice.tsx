import type { ComponentChildren } from 'preact';
import { type CallSay, troubleText } from '../call-words.ts';
import type { Trouble } from '../server.ts';
import { Button } from './button.tsx';

export type Tone = 'good' | 'bad' | 'warn' | 'info';
const SIGNS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', warn: '!', info: 'i' };

/** A sign beside the words, so that colour is never the only one. */
export function Sign({ tone }: { readonly tone: Tone }) {
  return (
    <span class={`sign ${tone}`} aria-hidden="true">
      {SIGNS[tone]}
    </span>
  );
}

type NoticeProps = {
  readonly tone: Tone;
  readonly children: ComponentChildren;
};

/** A message; a bad one interrupts a screen reader, the others wait. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Sign tone={tone} />
      <div class="stack">{children}</div>
    </div>
  );
}

type TroubleProps = {
  readonly words: CallSay;
  readonly trouble: Trouble | null;
  /** What it means for the thing that was tried. */
  readonly title?: string;
  readonly onRetry?: () => void;
};

/** What went wrong with a call, why it may be so, and a way on. */
export function TroubleNotice({ words, trouble, title, onRetry }: TroubleProps) {
  if (trouble === null) return null;
  const { sentence, hint } = troubleText(words, trouble);
  return (
    <Notice tone="bad">
      {title === undefined ? null : <strong>{title}</strong>}
      <p>{sentence}</p>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {onRetry === undefined ? null : (
        <div>
          <Button onPress={onRetry}>{words('UI_RETRY')}</Button>
        </div>
      )}
    </Notice>
  );
}

import { useShell } from '../shell.ts';

export type ReviewState = 'none' | 'draft' | 'closed';

const LOOKS = {
  none: { sign: '○', text: 'UI_REVIEW_NONE' },
  draft: { sign: '◐', text: 'UI_REVIEW_DRAFT' },
  closed: { sign: '●', text: 'UI_REVIEW_CLOSED' },
} as const;

export function StateBadge({ state }: { readonly state: ReviewState }) {
  const { words } = useShell();
  const { sign, text } = LOOKS[state];
  return (
    <span class={`badge ${state}`}>
      <span aria-hidden="true">{sign}</span> {words(text)}
    </span>
  );
}

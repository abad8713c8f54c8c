import { useShell } from '../shell.ts';

export type ReviewState = 'none' | 'draft' | 'closed';

const LOOKS = {
  none: 'UI_REVIEW_NONE',
  draft: 'UI_REVIEW_DRAFT',
  closed: 'UI_REVIEW_CLOSED',
} as const;

export function StateBadge({ state }: { readonly state: ReviewState }) {
  const { words } = useShell();
  // The disc is drawn: as a character it is wider than the place that most fonts give it.
  return (
    <span class={`badge ${state}`}>
      <span class="disc" aria-hidden="true" /> {words(LOOKS[state])}
    </span>
  );
}

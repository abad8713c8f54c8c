import { useShell } from '../shell.ts';
import { StateBadge } from './state-badge.tsx';
import { weekSpan } from './weeks.ts';

/** All reviews, newest first; choosing one puts its week into the form above. */
export function ReviewList({ onWeek }: { readonly onWeek: (week: string) => void }) {
  const { state, words, language } = useShell();
  const reviews = [...state.reviews].sort((a, b) => b.period.localeCompare(a.period));
  return (
    <section class="stack">
      <h2>{words('UI_REVIEWS_TITLE')}</h2>
      {reviews.length === 0 ? <p class="hint">{words('UI_REVIEWS_EMPTY')}</p> : null}
      <ul class="rows">
        {reviews.map(({ period, state: reviewState }) => {
          const span = weekSpan(language, period, state.longPeriods);
          return (
            <li key={period}>
              <button type="button" class="link" onClick={() => onWeek(period)}>
                {period}
              </button>
              <span class="hint">{span === null ? '' : `${span.from} – ${span.to}`}</span>
              <StateBadge state={reviewState} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

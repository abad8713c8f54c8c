import type { Voice } from '../text/index.ts';
import type { Review } from './model.ts';

/** Who speaks in a review: its language, and the period that its sentences are about. */
export function voiceOf({ language, period }: Pick<Review, 'language' | 'period'>): Voice {
  return { language, period: period.kind };
}

import type { ReviewPlace, WorkbookMap } from './map.ts';
import { REVIEW_METADATA } from './marks.ts';
import type { SheetsRequest } from './sheets-api.ts';

/** Whether a tab is a draft that was not made again since its figures changed. */
export const isStale = ({ state, lastDay }: ReviewPlace): boolean => state === 'draft' && lastDay === '';

/** Whether any draft is. */
export const hasStale = ({ reviews }: Pick<WorkbookMap, 'reviews'>): boolean => reviews.some(isStale);

function stale(review: ReviewPlace): ReviewPlace {
  const [period, state, sheetId, firstDay] = review.stamp.split(':');
  return {
    ...review,
    lastDay: '',
    filled: '',
    stamp: [period, state, sheetId, firstDay ?? '', ''].join(':'),
  };
}

/**
 * Says of the drafts, in the batch that changes their figures, that they are to be made again: a run that ends before it
 * did so leaves the work to the next one.
 * @param map Where everything is.
 * @returns Requests for the batch, and where everything is after it.
 */
export function withStaleDrafts(map: WorkbookMap): { requests: SheetsRequest[]; map: WorkbookMap } {
  const isFresh = (review: ReviewPlace): boolean => review.state === 'draft' && !isStale(review);
  const requests = map.reviews.filter(isFresh).map((review): SheetsRequest => {
    const lookup = { metadataKey: REVIEW_METADATA, metadataValue: review.stamp };
    return {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: lookup }],
        developerMetadata: { metadataValue: stale(review).stamp },
        fields: 'metadataValue',
      },
    };
  });
  return {
    requests,
    map: { ...map, reviews: map.reviews.map((each) => (isFresh(each) ? stale(each) : each)) },
  };
}

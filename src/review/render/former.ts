import { say } from '../../text/index.ts';
import { COLORS } from '../../workbook/formats.ts';
import type { Review } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Grid, inputCell, textCell } from './grid.ts';

/** Below section 2: explanations of KPIs that are no longer in the tree, with the keys by which they stay. */
export function renderFormer(grid: Grid, review: Review): void {
  if (review.formerExplanations.length === 0) return;
  grid.heading(say(voiceOf(review), 'FORMER_EXPLANATIONS'));
  for (const { id, name, explanation } of review.formerExplanations) {
    const looks = { textFormat: { italic: true, foregroundColor: COLORS.quiet } };
    grid.add(
      [
        [AT.name, textCell(name, looks)],
        [AT.text, inputCell(explanation)],
      ],
      `kpi:${id}`,
    );
  }
}

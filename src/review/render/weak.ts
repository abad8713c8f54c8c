import { formatDay } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import { listed } from '../../text/row.ts';
import { COLORS } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { variableLevel, variableName } from '../weak-words.ts';
import { AT, type Grid, numberCell, textCell } from './grid.ts';

const QUIET: CellFormat = { textFormat: { foregroundColor: COLORS.quiet } };
/** Smaller ones have no digits that anyone reads. */
const LEAST_Q = 0.0001;
const RIGHT: CellFormat = { horizontalAlignment: 'RIGHT' };
/** More than the clearest few are no help. */
const SHOWN = 8;

/** Section 6: levels of recorded variables that go with weak content, with effect, n and q. */
export function renderWeak(grid: Grid, review: Review): void {
  const { language, weak } = review;
  if (weak.items === 0) return;
  grid.section(say(voiceOf(review), 'SECTION_WEAK'));
  const values = {
    tried: weak.tried,
    items: weak.items,
    from: formatDay(weak.from, language),
    to: formatDay(weak.to, language),
  };
  grid.line(say(voiceOf(review), weak.lines.length === 0 ? 'WEAK_NONE' : 'WEAK_ASKED', values), QUIET);
  if (weak.lines.length > 0) {
    grid.header([
      [AT.name, say(voiceOf(review), 'COL_VARIABLE')],
      [AT.owner, say(voiceOf(review), 'COL_LEVEL')],
      [3, say(voiceOf(review), 'COL_WEAK_EFFECT')],
      [4, say(voiceOf(review), 'COL_ITEMS')],
      [5, say(voiceOf(review), 'COL_OTHERS')],
      [6, say(voiceOf(review), 'COL_Q')],
    ]);
  }
  for (const { variable, level, effect, items, others, q } of weak.lines.slice(0, SHOWN)) {
    grid.add([
      [AT.name, textCell(variableName(variable, language))],
      [AT.owner, textCell(variableLevel(variable, level, language), { wrapStrategy: 'CLIP' })],
      [3, { ...numberCell(effect, '+0.0%;-0.0%;0.0%'), mark: `weak:${variable}:${level}` }],
      [4, numberCell(items, '#,##0')],
      [5, numberCell(others, '#,##0')],
      [6, q < LEAST_Q ? textCell(`< ${LEAST_Q}`, RIGHT) : numberCell(q, '0.0000')],
    ]);
  }
  if (weak.tooFew.length === 0) return;
  const names = weak.tooFew.map((variable) => variableName(variable, language));
  grid.line(say(voiceOf(review), 'WEAK_TOO_FEW', { names: listed(names, language) }), QUIET);
}

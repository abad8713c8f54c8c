import { say, type TextCode } from '../../text/index.ts';
import { COLORS } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import type { GuardLine } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Cell, type Grid, textCell } from './grid.ts';

const LOOKS: Readonly<Record<GuardLine['status'], CellFormat>> = {
  red: { backgroundColor: COLORS.redFill, textFormat: { foregroundColor: COLORS.redText } },
  amber: { backgroundColor: COLORS.amberFill, textFormat: { foregroundColor: COLORS.amberText } },
};
const SIGNS: Readonly<Record<GuardLine['status'], TextCode>> = { red: 'GUARD_RED', amber: 'GUARD_AMBER' };

/** Column of the status and the first one of the sentence, which reaches to the end. */
const STATUS_AT = 3;
const TEXT_FROM = 4;

function add(grid: Grid, line: GuardLine, review: Review): void {
  const status = { ...LOOKS[line.status], horizontalAlignment: 'CENTER' } as const;
  const kind = `${say(voiceOf(review), `GUARD_KIND_${line.kind}`)} · ${line.name}`;
  const cells: [number, Cell][] = [
    [AT.name, textCell(kind)],
    [AT.owner, textCell(line.owner, { wrapStrategy: 'CLIP' })],
    [STATUS_AT, textCell(say(voiceOf(review), SIGNS[line.status]), status)],
    [TEXT_FROM, { ...textCell(line.text), mark: `guard:${line.kind}:${line.subject}` }],
  ];
  const row = grid.add(cells);
  grid.merges.push({ row, from: TEXT_FROM, to: AT.text + 1 });
}

/** Section 8: what is or soon will be wrong, a line each; a sentence where nothing is. */
export function renderGuards(grid: Grid, review: Review): void {
  const { guards } = review;
  grid.section(say(voiceOf(review), 'SECTION_GUARDS'));
  if (guards.length === 0) {
    grid.line(say(voiceOf(review), 'GUARDS_NONE'), { textFormat: { foregroundColor: COLORS.quiet } });
    return;
  }
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_GUARD')],
    [AT.owner, say(voiceOf(review), 'COL_OWNER')],
    [STATUS_AT, say(voiceOf(review), 'COL_STATUS'), 'CENTER'],
    [TEXT_FROM, say(voiceOf(review), 'COL_WHAT'), 'LEFT'],
  ]);
  for (const line of guards) add(grid, line, review);
}

import { formatDay } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import { COLORS } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import type { Finding } from '../model-sections.ts';
import { FINDING_KEY } from '../row-key.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Cell, COLUMNS, columnAt, type Grid, ROW_PIXELS, textCell } from './grid.ts';
import { linesOf } from './lines-of.ts';

/** How many KPIs are where beside the score, which is a mean and hides them. */
const STATUSES = [
  ['green', 'STATUS_GREEN'],
  ['amber', 'STATUS_AMBER'],
  ['red', 'STATUS_RED'],
] as const;

function scoreText(review: Review): string {
  const { headline } = review;
  if (headline.warning !== undefined) return say(voiceOf(review), 'SCORE_LEFT_OUT');
  if (headline.score === null) return say(voiceOf(review), 'SCORE_NONE');
  const score = say(voiceOf(review), 'SCORE', { score: Math.round(headline.score * 100) });
  const counts = STATUSES.map(([status, code]) => {
    const count = review.tree.filter((line) => line.status === status).length;
    return `${say(voiceOf(review), code)} ${count}`;
  });
  return [score, ...counts].join(' · ');
}

const SIGNS: Readonly<Record<Finding['tone'], string>> = { bad: '▼', good: '▲', neutral: '●' };
const LOOKS: Readonly<Record<Finding['tone'], CellFormat>> = {
  bad: { textFormat: { foregroundColor: COLORS.redText } },
  good: { textFormat: { foregroundColor: COLORS.greenText } },
  neutral: {},
};
/** Right beside a call-out's sentence, which ends before it: where its figure stands. */
const WHERE_AT = columnAt('c7');

/** Points; of text in the tab, and of the headline's sentences. */
const FONT_SIZE = 10;
const HEAD_FONT_SIZE = 11;

const SENTENCE_WIDTH = COLUMNS.slice(AT.name, WHERE_AT).reduce((sum, { width }) => sum + width, 0);

/** A sentence breaks before it leaves the screen: the page is wider than what is seen of it. */
function acrossScreen(grid: Grid, row: number, text: string, fontSize = FONT_SIZE): void {
  grid.merges.push({ row, from: AT.name, to: WHERE_AT });
  grid.heights.set(row, ROW_PIXELS * linesOf(text, (SENTENCE_WIDTH * FONT_SIZE) / fontSize));
}

/** Call-outs, each with a link to the cell of its figure; the hidden key keeps the same from being said every week. */
function renderFindings(grid: Grid, review: Review): void {
  const { findings } = review;
  if (findings.length === 0) return;
  grid.blank();
  grid.header([
    [AT.name, say(voiceOf(review), 'FINDINGS')],
    [WHERE_AT, say(voiceOf(review), 'FINDING_AT'), 'LEFT'],
  ]);
  for (const { key, tone, text, evidence } of findings) {
    const where = { ...textCell(''), pointsTo: evidence };
    const shown = `${SIGNS[tone]} ${text}`;
    const cells: [number, Cell][] = [
      [AT.name, textCell(shown, LOOKS[tone])],
      [WHERE_AT, where],
    ];
    acrossScreen(grid, grid.add(cells, `${FINDING_KEY}:${key}`), shown);
  }
}

/** Section 1: which week, draft or record, the score, and what, why and next in three sentences. */
export function renderHead(grid: Grid, review: Review): void {
  const { language, period, headline } = review;
  const from = formatDay(period.from, language);
  const to = formatDay(period.to, language);
  const title = grid.line(say(voiceOf(review), 'REVIEW_TITLE', { period: period.label, from, to }), {
    textFormat: { bold: true, fontSize: 16, foregroundColor: COLORS.header },
  });
  grid.heights.set(title, 30);
  const state = review.state === 'closed' ? 'STATE_CLOSED' : 'STATE_DRAFT';
  grid.line(
    `${say(voiceOf(review), state, { day: formatDay(review.madeOn, language) })} ${say(voiceOf(review), 'AMOUNTS_IN', { currency: review.currency })}`,
    { textFormat: { italic: true, foregroundColor: COLORS.quiet } },
  );
  if (headline.warning !== undefined) {
    grid.line(`▲ ${headline.warning.text}`, {
      textFormat: { bold: true, foregroundColor: COLORS.redText },
      backgroundColor: COLORS.redFill,
    });
  }
  grid.line(scoreText(review), { textFormat: { bold: true, fontSize: 12 } });
  for (const { text } of headline.sentences) {
    const row = grid.add([[AT.name, textCell(text, { textFormat: { fontSize: HEAD_FONT_SIZE } })]]);
    acrossScreen(grid, row, text, HEAD_FONT_SIZE);
  }
  renderFindings(grid, review);
}

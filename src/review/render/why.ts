import { metricName, metricOf } from '../../kpi/metrics.ts';
import { formatChange, formatNumber } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import type { EffectLine, SegmentLine, SegmentTable } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { signed } from './cells.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, textCell } from './grid.ts';
import { renderWaterfall } from './waterfall.ts';

/** More drivers than this are added up in one line. */
const DRIVERS = 10;

type Goal = NonNullable<Review['why']['goal']>;

const QUIET: CellFormat = { textFormat: { foregroundColor: COLORS.quiet } };

/** The pattern of what something did to the goal. */
const effectPattern = (goal: Goal): string => signed(unitFormat(goal.unit).pattern);

function effectCells(line: EffectLine, goal: Goal, mark: string): [number, Cell][] {
  const value = unitFormat(line.unit, line.after).pattern;
  return [
    [AT.name, textCell(line.name)],
    [AT.owner, textCell(line.owner, { wrapStrategy: 'CLIP' })],
    [3, numberCell(line.before, value)],
    [4, numberCell(line.after, value)],
    [5, { ...numberCell(line.effect, effectPattern(goal)), mark }],
    [6, numberCell(line.share, '0.0%')],
  ];
}

function effectTitles(review: Review, name: string): HeaderTitle[] {
  return [
    [AT.name, name],
    [3, say(voiceOf(review), 'COL_BEFORE')],
    [4, say(voiceOf(review), 'COL_AFTER')],
    [5, say(voiceOf(review), 'COL_WHY_EFFECT')],
    [6, say(voiceOf(review), 'COL_SHARE')],
  ];
}

/** Platforms have no owner; accounts may. */
function ownerTitles(lines: readonly { readonly owner: string }[], review: Review): HeaderTitle[] {
  const isOwned = lines.some(({ owner }) => owner !== '');
  return isOwned ? [[AT.owner, say(voiceOf(review), 'COL_OWNER')]] : [];
}

function drivers(grid: Grid, review: Review, goal: Goal): void {
  const { why } = review;
  if (why.drivers.length === 0) return;
  grid.heading(say(voiceOf(review), 'WHY_DRIVERS'));
  grid.header([
    ...effectTitles(review, say(voiceOf(review), 'COL_DRIVER')),
    [AT.owner, say(voiceOf(review), 'COL_OWNER')],
  ]);
  for (const line of why.drivers.slice(0, DRIVERS)) {
    grid.add(effectCells(line, goal, `why:driver:${line.id}`));
  }
  const rest = why.drivers.slice(DRIVERS);
  if (rest.length === 0) return;
  const effect = rest.reduce((sum, line) => sum + line.effect, 0);
  const share = rest.reduce((sum, line) => sum + (line.share ?? 0), 0);
  grid.add([
    [AT.name, textCell(say(voiceOf(review), 'WHY_REST', { count: rest.length }), QUIET)],
    [5, numberCell(effect, effectPattern(goal), QUIET)],
    [6, numberCell(share, '0.0%', QUIET)],
  ]);
}

/** A part's own change by volume and rate, and what it did to the rate of the whole. */
function segmentCells(line: SegmentLine, goal: Goal, rateUnit: string): [number, Cell][] {
  const effect = effectPattern(goal);
  const rate = unitFormat(rateUnit, line.rateAfter).pattern;
  return [
    [7, numberCell(line.volume, effect)],
    [8, numberCell(line.rate, effect)],
    [9, numberCell(line.rateBefore, rate)],
    [10, numberCell(line.rateAfter, rate)],
    [11, numberCell(line.rateEffect, signed(rate))],
    [12, numberCell(line.mixEffect, signed(rate))],
  ];
}

function segmentTitles(table: SegmentTable, review: Review): HeaderTitle[] {
  if (table.volume === null || table.rate === null) return [];
  const { language } = review;
  const [volume, rate] = [metricName(table.volume, language), metricName(table.rate, language)];
  return [
    [7, say(voiceOf(review), 'COL_OF_VOLUME', { metric: volume })],
    [8, say(voiceOf(review), 'COL_OF_VOLUME', { metric: rate })],
    [9, say(voiceOf(review), 'COL_RATE_BEFORE_OF', { metric: rate })],
    [10, say(voiceOf(review), 'COL_RATE_AFTER_OF', { metric: rate })],
    [11, say(voiceOf(review), 'COL_RATE_EFFECT')],
    [12, say(voiceOf(review), 'COL_MIX_EFFECT')],
  ];
}

function mixLine(grid: Grid, table: SegmentTable, review: Review): void {
  const { language, currency } = review;
  if (table.whole === null || table.rate === null || table.volume === null || table.lines.length < 2) return;
  const unit = metricOf(table.rate)?.unit ?? 'count';
  const { before, after, rateEffect, mixEffect } = table.whole;
  const shown = (value: number): string => formatNumber(value, unit, language, currency);
  const change = (value: number): string => (value < 0 ? '−' : '+') + shown(Math.abs(value));
  grid.line(
    say(voiceOf(review), 'WHY_MIX', {
      rate: metricName(table.rate, language),
      volume: metricName(table.volume, language),
      before: shown(before),
      after: shown(after),
      own: change(rateEffect),
      mix: change(mixEffect),
    }),
    QUIET,
  );
}

/** With it the lines add up to the goal's change. */
function restLine(grid: Grid, { rest }: SegmentTable, review: Review, goal: Goal): void {
  if (rest === null) return;
  const change = goal.after - goal.before;
  grid.add([
    [AT.name, textCell(say(voiceOf(review), 'WHY_OTHER'), QUIET)],
    [5, numberCell(rest, effectPattern(goal), QUIET)],
    [6, numberCell(change === 0 ? null : rest / change, '0.0%', QUIET)],
  ]);
}

function segments(
  grid: Grid,
  table: SegmentTable,
  review: Review,
  goal: Goal,
  kind: 'platform' | 'account',
  titles: { readonly heading: string; readonly column: string },
): void {
  if (table.lines.length === 0) return;
  grid.blank();
  grid.heading(titles.heading);
  const hasRates = table.lines.some(({ rateAfter, volume }) => rateAfter !== null || volume !== null);
  grid.header([
    ...effectTitles(review, titles.column),
    ...ownerTitles(table.lines, review),
    ...(hasRates ? segmentTitles(table, review) : []),
  ]);
  const unit = table.rate === null ? 'count' : (metricOf(table.rate)?.unit ?? 'count');
  for (const line of table.lines) {
    const cells = hasRates ? segmentCells(line, goal, unit) : [];
    grid.add([...effectCells(line, goal, `why:${kind}:${line.id}`), ...cells]);
  }
  restLine(grid, table, review, goal);
  mixLine(grid, table, review);
}

/** Section 3: the goal's change by driver, with a waterfall, and by platform and account, mix and rate apart. */
export function renderWhy(grid: Grid, review: Review): void {
  const { language, currency, why } = review;
  if (review.tree.length === 0) return;
  grid.section(say(voiceOf(review), 'SECTION_WHY'));
  const { goal } = why;
  if (goal === null) {
    grid.line(say(voiceOf(review), 'WHY_NONE'), QUIET);
    return;
  }
  const { name, unit, before, after } = goal;
  const shown = (value: number): string => formatNumber(value, unit, language, currency);
  const change = (after < before ? '−' : '+') + shown(Math.abs(after - before));
  const percent = before <= 0 ? '–' : formatChange(after / before - 1);
  grid.line(
    say(voiceOf(review), 'WHY_CHANGE', { name, before: shown(before), after: shown(after), change, percent }),
    {
      textFormat: { bold: true },
    },
  );
  const top = grid.rows.length;
  drivers(grid, review, goal);
  renderWaterfall(grid, review, top);
  segments(grid, why.platforms, review, goal, 'platform', {
    heading: say(voiceOf(review), 'WHY_PLATFORMS'),
    column: say(voiceOf(review), 'COL_PLATFORM'),
  });
  segments(grid, why.accounts, review, goal, 'account', {
    heading: say(voiceOf(review), 'WHY_ACCOUNTS'),
    column: say(voiceOf(review), 'COL_ACCOUNT'),
  });
}

import { metricName, metricOf } from '../../kpi/metrics.ts';
import { say } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { unitFormat } from '../../workbook/formats.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import type { Language } from '../../workbook/template.ts';
import type { Review } from '../model.ts';
import type { FunnelLine } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { figureCell, pointsCell } from './cells.ts';
import { AT, type Cell, type Grid, numberCell, textCell } from './grid.ts';

type Step = FunnelLine['steps'][number];

function nameOf(metric: string | null, language: Language): string {
  return metric === null ? '' : metricName(metric, language);
}

function unitOf(metric: string | null): string {
  return (metric === null ? undefined : metricOf(metric)?.unit) ?? 'count';
}

/** Shares change by percentage points, amounts by per cent. */
function changeCell({ rate, rateBefore, rateMetric }: Step, language: Language): Cell {
  if (rate === null || rateBefore === null) return textCell('');
  if (unitOf(rateMetric) === 'percent') return pointsCell(rate - rateBefore, rate, language);
  return numberCell(rateBefore === 0 ? null : rate / rateBefore - 1, '+0.0%;-0.0%;0.0%');
}

function stepCells(step: Step, platform: string, language: Language): [number, Cell][] {
  const { metric, rateMetric, rate, rateBefore } = step;
  const { pattern } = unitFormat(unitOf(rateMetric), rate ?? rateBefore);
  const mark = `funnel:${platform}:${metric}:rate`;
  return [
    [AT.name, textCell(nameOf(metric, language))],
    [AT.owner, textCell(nameOf(rateMetric, language))],
    [3, figureCell(step, unitOf(metric))],
    [4, { ...numberCell(rate, pattern), mark }],
    [5, changeCell(step, language)],
    [6, numberCell(rateBefore, pattern)],
  ];
}

/** Last table of section 5: the steps from reach to money on each platform, a block each. */
export function renderFunnel(grid: Grid, review: Review): void {
  const { language, funnel } = review;
  if (funnel.length === 0) return;
  grid.blank();
  grid.heading(say(voiceOf(review), 'FUNNEL'));
  for (const { platform, steps } of funnel) {
    grid.header([
      [AT.name, choiceWord(PLATFORMS, platform, language)],
      [AT.owner, say(voiceOf(review), 'COL_STEP_RATE')],
      [3, say(voiceOf(review), 'COL_IN_WEEK')],
      [4, say(voiceOf(review), 'COL_RATE')],
      [5, say(voiceOf(review), 'COL_CHANGE')],
      [6, say(voiceOf(review), 'COL_RATE_BEFORE')],
    ]);
    for (const step of steps) grid.add(stepCells(step, platform, language));
  }
}

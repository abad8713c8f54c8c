import { isNumber } from '../kpi/fault.ts';
import { score } from '../kpi/score.ts';
import { formatChange, formatNumber } from '../text/format.ts';
import { say, type Voice } from '../text/index.ts';
import { listed } from '../text/row.ts';
import { feedingOf, isFed } from '../workbook/fed.ts';
import type { Settings } from '../workbook/settings.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { redGuards, redWithoutAction, whatNext, whatWasOpen } from './headline-next.ts';
import { whyItHappened } from './headline-why.ts';
import type { AccountCoverage, ActionLine, Review, Sentence, TreeLine } from './model.ts';
import { type KpiTree, rootOf } from './nodes.ts';
import { type Context, ownerText, sentence, shown } from './sentence.ts';

function changeText(line: TreeLine, voice: Voice): string {
  return line.wow === null ? '' : say(voice, 'HEAD_CHANGE', { change: formatChange(line.wow) });
}

/** Whether an attainment is the part of the plan that was reached: not where less is better, nor from a baseline. */
function isPartOfPlan({ id }: TreeLine, { nodes }: KpiTree): boolean {
  const node = nodes.find((each) => each?.id === id);
  return node === undefined || (node.method === 'ratio' && node.direction === 'up');
}

function whatHappened(
  root: TreeLine | undefined,
  kpis: KpiTree,
  coverage: readonly AccountCoverage[],
  context: Context,
): Sentence {
  const { voice, language } = context;
  if (root === undefined) return sentence(voice, 'HEAD_NO_TREE');
  const { value, days, of } = root.actual;
  const name = root.name;
  if (value === null && coverage.some((account) => account.days > 0)) {
    return sentence(voice, days === 0 ? 'HEAD_WAITING' : 'HEAD_NO_DATA', { name });
  }
  if (value === null && root.weeks.some((week) => week !== null))
    return sentence(voice, 'HEAD_NO_DATA', { name });
  if (value === null && root.lifetime !== null) {
    return sentence(voice, 'HEAD_LIFETIME', { name, value: shown(root.lifetime, root, context) });
  }
  if (value === null) return sentence(voice, 'HEAD_NO_DATA', { name });
  const actual = shown(value, root, context);
  if (days < of) return sentence(voice, 'HEAD_PARTIAL', { name, actual, days, of });
  const change = changeText(root, voice);
  if (root.plan === null || root.attainment === null) {
    return sentence(voice, 'HEAD_ACTUAL', { name, actual, change });
  }
  const plan = shown(root.plan, root, context);
  if (!isPartOfPlan(root, kpis)) return sentence(voice, 'HEAD_PLAN_AT', { name, actual, plan, change });
  return sentence(voice, 'HEAD_PLAN', {
    name,
    actual,
    attainment: formatNumber(root.attainment, 'percent', language),
    plan,
    change,
  });
}

/** A KPI that did not reach its plan. */
type Behind = TreeLine & { readonly attainment: number; readonly actual: { readonly value: number } };

function isBehind(line: TreeLine): line is Behind {
  const { status, attainment, actual } = line;
  return (status === 'red' || status === 'amber') && attainment !== null && actual.value !== null;
}

/** The KPI that is furthest behind its plan, if any is. */
function theException(lines: readonly TreeLine[], kpis: KpiTree, context: Context): Sentence[] {
  const { voice, language } = context;
  const [behind] = lines
    .filter(({ depth }) => depth > 0)
    .filter(isBehind)
    .sort((a, b) => a.attainment - b.attainment);
  if (behind === undefined) return [];
  const who = { name: behind.name, owner: ownerText(behind, voice) };
  if (!isPartOfPlan(behind, kpis)) {
    const actual = shown(behind.actual.value, behind, context);
    if (behind.plan === null) return [sentence(voice, 'HEAD_WORST_BAND', { ...who, actual })];
    return [sentence(voice, 'HEAD_WORST_AT', { ...who, actual, plan: shown(behind.plan, behind, context) })];
  }
  const attainment = formatNumber(behind.attainment, 'percent', language);
  return [sentence(voice, 'HEAD_WORST', { ...who, attainment })];
}

/** Whether a goal that never had a figure waits for orders: no other file of the same kind would fill it. */
function waitsForOrders(root: TreeLine, { nodes }: KpiTree): boolean {
  if (root.actual.value !== null || root.lifetime !== null) return false;
  const kpi = nodes.find((each) => each?.id === root.id);
  if (kpi === undefined || kpi.metric === '' || root.weeks.some((week) => week !== null)) return false;
  const needing = { metric: kpi.metric, platform: '' };
  return !isFed(needing, new Map()) && feedingOf(needing, new Map()).orders;
}

/** Money that is in the sheets and in no figure. */
function whatIsNotCounted(rates: readonly string[], { voice, language }: Context): Sentence[] {
  const values = { currencies: listed(rates, language), sheet: sheetTemplate('rates').titles[language] };
  return rates.length === 0 ? [] : [sentence(voice, 'HEAD_RATES', values)];
}

/** Weighted score over the KPIs that have a plan and a figure, each capped; null where none has. */
function scoreOf(lines: readonly TreeLine[], kpis: KpiTree, settings: Settings): number | null {
  const weights = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node.weight]])));
  const measured = lines.filter((line) => line.attainment !== null);
  if (measured.length === 0) return null;
  const value = score(
    measured.map((line) => line.attainment),
    measured.map((line) => weights.get(line.id)),
    settings.scoreCap,
  );
  return isNumber(value) ? value : null;
}

/** What the headline is made of. */
type Sections = Pick<Review, 'state' | 'tree' | 'coverage' | 'why' | 'guards'>;

/**
 * Section 1: the score, and what happened, why, the worst exception, and what next, a sentence each; of a record what was
 * open when it was closed.
 * @param sections What the review says below it.
 * @param actions Open actions of earlier weeks and of this one.
 * @param kpis The tree, for weights and directions.
 * @param settings Language, currency and cap.
 * @param voice Who speaks.
 * @param warning What the figures lack; where they lack something there is no score, which would pass for good news.
 * @param lacks Whether the sheet of orders is empty, and currencies without an exchange rate.
 */
export function headline(
  { state, tree: lines, coverage, why, guards }: Sections,
  actions: readonly ActionLine[],
  kpis: KpiTree,
  settings: Settings,
  voice: Voice,
  warning: Sentence | undefined,
  lacks: { readonly orders: boolean; readonly rates: readonly string[] },
): Review['headline'] {
  const context = { voice, language: settings.language, currency: settings.currency };
  const root = rootOf(kpis);
  const isClosed = state === 'closed';
  // Without a rate it is not orders that the goal waits for.
  const isAwaiting = lacks.orders && lacks.rates.length === 0;
  const awaiting = isAwaiting ? lines.slice(0, 1).find((line) => waitsForOrders(line, kpis)) : undefined;
  return {
    score: warning === undefined ? scoreOf(lines, kpis, settings) : null,
    ...(warning === undefined ? {} : { warning }),
    sentences: [
      whatHappened(lines[0], kpis, coverage, context),
      ...whatIsNotCounted(lacks.rates, context),
      whyItHappened(lines, why, root?.direction === 'down' ? -1 : 1, context),
      ...theException(lines, kpis, context),
      ...(isClosed
        ? whatWasOpen(coverage, actions, context)
        : [
            whatNext(awaiting?.name, coverage, actions, lines, context),
            ...redWithoutAction(lines, actions, context),
          ]),
      ...redGuards(guards, isClosed, context),
    ],
  };
}

import { abDecision } from '../../kpi/ab-decision.ts';
import { ANSWER_STATES, answerState } from '../../kpi/answer-state.ts';
import { breakEvenGmv, breakEvenOrders, budget } from '../../kpi/budget.ts';
import { DUE_STATES, dueState } from '../../kpi/due.ts';
import type { SequentialState } from '../../kpi/experiment.ts';
import { type Fault, isBlank, isFault } from '../../kpi/fault.ts';
import { daysBetween, momentOf } from '../../kpi/moment.ts';
import { say, type TextCode } from '../../text/index.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { doneByWord } from '../../workbook/done-by-word.ts';
import { SENTIMENTS } from '../../workbook/sheets/comments.ts';
import { abCells } from './analysis.ts';
import { type Argument, cellsOf, given, isLeftOut, isRange, type Result, type Rows } from './argument.ts';
import { broadcast, broadcastRows } from './broadcast.ts';
import { withSerials } from './dates.ts';
import { experimentKind } from './experiment-kind.ts';
import { cellLanguage, refuse } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface-work.ts.

/** Labels as a range of cells, or as one text with `|` between them; the usual words where they are left out. */
function labelsOf(labels: Argument, usual: readonly TextCode[]): readonly string[] {
  if (isLeftOut(labels)) {
    const language = cellLanguage();
    return usual.map((code) => say(language, code));
  }
  const cells = cellsOf(labels);
  const names = cells.length === 1 ? String(cells[0]).split(/[|｜]/) : cells.map(String);
  if (names.length !== usual.length) refuse('FAULT_LABELS_COUNT', { count: usual.length });
  return names.map((name) => name.trim());
}

/** The label of a state. */
function labelled<T extends string>(
  state: T | null | Fault,
  states: readonly T[],
  labels: readonly string[],
): string | null | Fault {
  return state === null || isFault(state) ? state : (labels[states.indexOf(state)] ?? state);
}

/** A single moment is read once, not for each of five thousand rows. */
function momentOnce(argument: Argument): Argument {
  if (isRange(argument)) return argument;
  const moment = momentOf(argument);
  return isFault(moment) ? argument : moment;
}

const DUE_LABELS = ['DUE_AHEAD', 'DUE_SOON', 'DUE_OVERDUE', 'DUE_DONE', 'DUE_LATE'] as const;

export function KPI_DUE(
  due: Argument,
  done: Argument,
  as_of: Argument,
  warn_days: Argument,
  status: Argument,
  labels: Argument,
): Result {
  const names = labelsOf(labels, DUE_LABELS);
  const [last, finished, today] = withSerials([due, done, as_of]);
  return broadcast([last, finished, momentOnce(today), warn_days, status], (day, end, now, warn, state) => {
    const [byEnd, byStatus] = [doneByWord(end), doneByWord(state)];
    if (byEnd === 'aside' || byStatus === 'aside') return null;
    // The day on which it was done says more than the word.
    const isDone = byEnd ?? (isBlank(end) ? (byStatus ?? undefined) : end);
    return labelled(dueState(day, isDone, now, given(warn)), DUE_STATES, names);
  });
}

const SLA_LABELS = ['SLA_IN_TIME', 'SLA_LATE', 'SLA_OPEN', 'SLA_OVERDUE'] as const;

export function KPI_SLA(
  posted: Argument,
  answered: Argument,
  hours: Argument,
  as_of: Argument,
  sentiment: Argument,
  labels: Argument,
): Result {
  const names = labelsOf(labels, SLA_LABELS);
  const [from, to, now] = withSerials([posted, answered, as_of]);
  return broadcast([from, to, hours, momentOnce(now), sentiment], (start, end, limit, moment, mood) => {
    if (!isBlank(mood) && choiceKey(SENTIMENTS, mood) !== 'negative') return null;
    return labelled(answerState(start, end, given(limit), moment), ANSWER_STATES, names);
  });
}

export function KPI_DAYS(from: Argument, to: Argument): Result {
  return broadcast(withSerials([from, to]), daysBetween);
}

const DECISIONS: readonly SequentialState[] = ['A', 'B', 'none', 'running'];
const DECISION_LABELS = ['AB_A', 'AB_B', 'AB_NONE', 'AB_RUNNING'] as const;

export function KPI_AB_RESULT(
  conversions_a: Argument,
  visitors_a: Argument,
  conversions_b: Argument,
  visitors_b: Argument,
  kind: Argument,
): Rows {
  const args = [conversions_a, visitors_a, conversions_b, visitors_b, kind];
  return broadcastRows(args, 5, (xA, nA, xB, nB, word, none) => {
    const rule = experimentKind(word);
    if (isFault(rule)) return rule;
    return rule === 'pairs' ? null : abCells(xA, nA, xB, nB, none, none);
  });
}

export function KPI_AB_DECISION(
  conversions_a: Argument,
  visitors_a: Argument,
  conversions_b: Argument,
  visitors_b: Argument,
  planned_n: Argument,
  kind: Argument,
  labels: Argument,
): Result {
  const names = labelsOf(labels, DECISION_LABELS);
  const args = [conversions_a, visitors_a, conversions_b, visitors_b, planned_n, kind];
  return broadcast(args, (xA, nA, xB, nB, planned, word) => {
    const rule = experimentKind(word);
    if (rule === 'pairs' || isFault(rule)) return rule === 'pairs' ? null : rule;
    return labelled(abDecision(xA, nA, xB, nB, planned, rule), DECISIONS, names);
  });
}

export function KPI_BUDGET(items: Argument, cost_per_item: Argument): Result {
  return broadcast([items, cost_per_item], budget);
}

export function KPI_BREAK_EVEN_GMV(cost: Argument, margin: Argument): Result {
  return broadcast([cost, margin], breakEvenGmv);
}

export function KPI_BREAK_EVEN_ORDERS(cost: Argument, margin: Argument, order_value: Argument): Result {
  return broadcast([cost, margin, order_value], breakEvenOrders);
}

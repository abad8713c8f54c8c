import { abDecision } from '../../kpi/ab-decision.ts';
import { isoDate } from '../../kpi/calendar.ts';
import { proportionTest } from '../../kpi/experiment.ts';
import { isFault, isNumber } from '../../kpi/fault.ts';
import { rate } from '../../kpi/rate.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import { isExample } from '../../workbook/examples.ts';
import { cells, type Table } from '../../workbook/table.ts';
import type { InCharge } from '../in-charge.ts';
import type { Material } from '../material.ts';
import type { ExperimentLine } from '../model-sections.ts';
import type { Span } from '../periods.ts';

type Row = {
  /** Text of a cell. */
  readonly text: (column: string) => string;
  /** Key of a dropdown cell, or the word that someone typed instead. */
  readonly choice: (column: string) => string;
  /** Number of a cell; null where there is none. */
  readonly number: (column: string) => number | null;
  /** Serial day of a cell; null where there is none. */
  readonly day: (column: string) => number | null;
};

function rowOf(table: Table, row: number): Row {
  const cell = (column: string) => cells(table, column)[row] ?? null;
  const text = (column: string): string => textOfCell(cell(column));
  return {
    text,
    choice: (column) => choiceKey(columnChoices('experiments', column), cell(column)) ?? text(column),
    number: (column) => numberOfCell(cell(column)) ?? null,
    day: (column) => dayOfCellText(cell(column)) ?? null,
  };
}

/** A split where the cell is empty, as the sheet's own formulas take it. */
function kindOf({ choice }: Row): ExperimentLine['kind'] {
  const kind = choice('kind') || 'split';
  return kind === 'split' || kind === 'sequential' || kind === 'pairs' ? kind : '';
}

type Result = Pick<ExperimentLine, 'rateA' | 'rateB' | 'difference' | 'p' | 'progress' | 'state'>;

const UNKNOWN: Result = {
  ...{ rateA: null, rateB: null, difference: null, p: null, progress: null },
  state: 'unknown',
};

function figureOf(value: ReturnType<typeof rate>): number | null {
  return isNumber(value) ? value : null;
}

/** Counts that are missing, or that cannot be (more conversions than visitors), tell nothing. */
function resultOf({ number }: Row, kind: ExperimentLine['kind']): Result {
  if (kind !== 'split' && kind !== 'sequential') return UNKNOWN;
  const [xA, nA, xB, nB] = [
    number('conversions_a'),
    number('visitors_a'),
    number('conversions_b'),
    number('visitors_b'),
  ];
  const planned = number('planned_n');
  const state = abDecision(xA, nA, xB, nB, planned, kind);
  if (xA === null || nA === null || xB === null || nB === null) return UNKNOWN;
  if (state === null || isFault(state)) return UNKNOWN;
  const test = proportionTest(xA, nA, xB, nB);
  // A test with a state has visitors in both arms.
  const [rateA, rateB] = [xA / nA, xB / nB];
  return {
    rateA,
    rateB,
    difference: rateB - rateA,
    p: test === null || isFault(test) ? null : test.p,
    progress: figureOf(rate(kind === 'split' ? Math.min(nA, nB) : xA + xB, planned)),
    state,
  };
}

/** Decided or ended within the week, or running, or waiting for a decision; without an end nobody knows when it was. */
function isOf(week: Span, { day, text }: Row): boolean {
  const [start, end] = [day('start'), day('end')];
  if (start !== null && start > week.to) return false;
  return end === null || end >= week.from || text('decision') === '';
}

function lineOf(row: Row, { people }: InCharge): ExperimentLine {
  const { text, choice, day } = row;
  const kind = kindOf(row);
  const result = resultOf(row, kind);
  const [start, end] = [day('start'), day('end')];
  const decision = choice('decision');
  const hasEnded = result.state !== 'running' && result.state !== 'unknown';
  return {
    id: text('id'),
    hypothesis: text('hypothesis'),
    variable: choice('variable'),
    metric: text('metric'),
    kind,
    armA: text('arm_a'),
    armB: text('arm_b'),
    ...result,
    decision,
    owner: people(text('owner')),
    start: start === null ? null : isoDate(start),
    end: end === null ? null : isoDate(end),
    isDue: hasEnded && decision === '',
  };
}

/** What waits for a decision comes first, then what was decided, then what runs. */
function rank({ isDue, decision }: ExperimentLine): number {
  if (isDue) return 0;
  return decision === '' ? 2 : 1;
}

/**
 * Section 9: tests that were decided or ended within the week, and those that run or wait for a decision.
 * @param material What the review is made from; a workbook without the sheet has none.
 */
export function experimentsSection({ table, periods, inCharge }: Material): ExperimentLine[] {
  const sheet = table('experiments');
  return Array.from({ length: sheet.rows }, (_, row) => rowOf(sheet, row))
    .filter(({ text }) => !isExample(text('id')) && text('id') + text('hypothesis') !== '')
    .filter((row) => isOf(periods.week, row))
    .map((row) => lineOf(row, inCharge))
    .sort((a, b) => rank(a) - rank(b));
}

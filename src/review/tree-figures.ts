import { isoDate, isoWeekLabel } from '../kpi/calendar.ts';
import { isNumber } from '../kpi/fault.ts';
import { type Benchmark, HISTORY_PERIODS } from '../kpi/reality.ts';
import { statusOf } from '../kpi/status.ts';
import type { Address } from '../workbook/address.ts';
import type { Settings } from '../workbook/settings.ts';
import { emptyTable, type Table, type Tables } from '../workbook/table.ts';
import { weekEffects, wholeValues } from './effects.ts';
import { readFacts } from './facts.ts';
import { type Figures, figuresOf } from './figures.ts';
import { benchmarkOf } from './guards/targets.ts';
import { baselineWeeks } from './kpi-baseline.ts';
import { readLedger } from './ledger.ts';
import { readExchange } from './money.ts';
import { type KpiNode, readTree, rootOf } from './nodes.ts';
import { periodsOf } from './periods.ts';
import { readPlans } from './plan.ts';
import { reachOf } from './reach.ts';
import { rolledFigures } from './rolled.ts';
import { readService } from './service.ts';
import { wholeFigure } from './whole-figure.ts';

export type TreeFiguresInput = {
  /** Tables as read for a review; the sheet `tree` may be one that is not saved yet. */
  readonly tables: Tables;
  readonly address: Address;
  readonly settings: Settings;
  /** Monday of the last whole week. */
  readonly monday: number;
  /** The present moment, serial day with time. */
  readonly now: number;
};

/** What the data say of a KPI in the last whole week. */
export type NodeFigures = {
  /** null where nothing was measured. */
  readonly actual: number | null;
  readonly plan: number | null;
  readonly attainment: number | null;
  readonly status: 'green' | 'amber' | 'red' | '';
  /** On the goal's change since the week before, in the goal's unit. */
  readonly effect: number | null;
  /** Values of the last 13 whole weeks, the latest last. */
  readonly history: readonly (number | null)[];
  /** Middle half of the benchmark, where the sheet of benchmarks has one. */
  readonly benchmark: Benchmark | null;
  /** As `formatNumber` takes it. */
  readonly unit: string;
  /** Of the weeks that make the baseline of targets; null where a day of them was not measured. */
  readonly base: number | null;
  /** Amounts and counts grow with the days of a period; rates do not. */
  readonly accumulates: boolean;
};

function statusAt({ green, amber }: KpiNode, attainment: number | null): NodeFigures['status'] {
  const status = attainment === null ? null : statusOf(attainment, green, amber);
  return typeof status === 'string' ? status : '';
}

function openFigures(
  { tables, address, settings, monday, now }: TreeFiguresInput,
  table: (key: string) => Table,
) {
  const exchange = readExchange(table('rates'), settings.currency, address);
  const facts = readFacts(tables, exchange, address, monday + 6);
  const service = readService(table('comments'), settings.slaHours, now);
  const kpis = readTree(table('tree'), settings, address);
  const ledger = readLedger(tables, exchange, facts, service, address);
  return { kpis, figures: rolledFigures(figuresOf(facts, ledger), kpis) satisfies Figures };
}

/**
 * Figures of every KPI of a tree, without the rest of a review.
 * @param input Tables, settings and the week.
 * @returns Label of the week, the weeks that make the baseline of targets, and figures by the ID of the KPI.
 */
export function treeFigures(input: TreeFiguresInput): {
  week: string;
  weeks: { from: string; to: string } | null;
  nodes: Readonly<Record<string, NodeFigures>>;
} {
  const { tables, address, settings, monday } = input;
  const table = (key: string): Table => tables[key] ?? emptyTable(key, key);
  const { kpis, figures } = openFigures(input, table);
  const periods = periodsOf(monday, settings.fiscalYearEnd);
  const plans = readPlans(table('targets'), address);
  const effects = weekEffects(kpis, figures, periods)?.effects ?? [];
  const weeks = periods.signalWeeks.slice(-HISTORY_PERIODS);
  const history = weeks.map((span) => wholeValues(kpis, figures, span));
  const root = rootOf(kpis);
  const base = root === undefined ? null : baselineWeeks(figures, root, monday);
  const entries = kpis.nodes.flatMap((node, row): [string, NodeFigures][] => {
    if (node === undefined) return [];
    const { figure, plan, attainment } = reachOf(node, periods.week, figures, plans);
    const effect = effects[row];
    const benchmark = benchmarkOf(node, table('benchmarks'));
    return [
      [
        node.id,
        {
          actual: figure.value,
          plan,
          attainment,
          status: statusAt(node, attainment),
          effect: isNumber(effect) ? effect : null,
          history: history.map((values) => values[row] ?? null),
          benchmark: benchmark.p25 === null && benchmark.p75 === null ? null : benchmark,
          unit: node.unit === 'ratio' ? 'times' : node.unit,
          base: base === null ? null : wholeFigure(figures, node, base),
          accumulates: node.accumulates,
        },
      ],
    ];
  });
  const span = base === null ? null : { from: isoDate(base.from), to: isoDate(base.to) };
  return { week: isoWeekLabel(monday), weeks: span, nodes: Object.fromEntries(entries) };
}

import type { Issue } from '../kpi/issue.ts';
import type { Effects } from '../kpi/variance.ts';
import type { Voice } from '../text/index.ts';
import type { PeriodKind } from '../text/period-words.ts';
import type { Address } from '../workbook/address.ts';
import { readSettings, type Settings } from '../workbook/settings.ts';
import { emptyTable, type Table, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { coverageOf } from './coverage.ts';
import { weekEffects } from './effects.ts';
import { type ReviewFacts, readFacts } from './facts.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type InCharge, inChargeOf } from './in-charge.ts';
import { type Ledger, readLedger } from './ledger.ts';
import type { AccountCoverage, TreeLine } from './model.ts';
import { type Exchange, readExchange } from './money.ts';
import { type KpiTree, readTree } from './nodes.ts';
import { withPeople } from './owners.ts';
import { periodsOf, type ReviewPeriods } from './periods.ts';
import { type Plans, readPlans } from './plan.ts';
import { type Returns, returnsOf } from './returns.ts';
import { rolledFigures } from './rolled.ts';
import { treeSection } from './sections/tree.ts';
import { readService, type Service } from './service.ts';
import { type Shelf, shelfOf } from './shelf.ts';
import { type Shifts, shiftsOf } from './shifts.ts';

/** What the material of a review is read from. */
export type MaterialInput = {
  readonly tables: Tables;
  readonly address: Address;
  /** First day of the reviewed week (or month, or quarter), serial. */
  readonly monday: number;
  /** What is reviewed; a week unless told. */
  readonly kind?: PeriodKind | undefined;
  /** Today in the spreadsheet's zone, serial day. */
  readonly today: number;
  /** The present moment there, serial day with time. */
  readonly now: number;
  /** Language where the settings do not say it. */
  readonly usual?: Language | undefined;
  /** What people typed into the tab, by node id. */
  readonly explanations: ReadonlyMap<string, string>;
};

/** All that the sections of a review are made from: sheets as read, figures of any period, and section 2. */
export type Material = {
  /** The sheet of a key; an empty table for a module that the workbook does not have. */
  readonly table: (key: string) => Table;
  readonly today: number;
  readonly now: number;
  readonly settings: Settings;
  /** Who speaks: the language, and what sentences are about. */
  readonly voice: Voice;
  readonly periods: ReviewPeriods;
  readonly exchange: Exchange;
  readonly facts: ReviewFacts;
  readonly ledger: Ledger;
  /** Who answers for accounts and content. */
  readonly inCharge: InCharge;
  readonly kpis: KpiTree;
  readonly figures: Figures;
  readonly plans: Plans;
  /** What each KPI did to the goal's change, by row of the tree. */
  readonly effects: Effects | null;
  readonly returns: Returns;
  readonly service: Service;
  readonly shelf: Shelf;
  /** Of KPIs against their own past. */
  readonly shifts: Shifts;
  readonly coverage: readonly AccountCoverage[];
  readonly lines: readonly TreeLine[];
  /** Cells that could not be read, in the order of the sheets. */
  readonly issues: readonly Issue[];
};

/**
 * Reads what a review is made of.
 * @param input Tables as read, and the week.
 */
export function readMaterial(input: MaterialInput): Material {
  const { tables, address, monday, today, now } = input;
  const table = (key: string): Table => tables[key] ?? emptyTable(key, key);
  const { settings, issues: settingIssues } = readSettings(table('settings'), address, input.usual);
  const periods = periodsOf(monday, settings.fiscalYearEnd, input.kind);
  const voice: Voice = { language: settings.language, period: periods.kind };
  const exchange = readExchange(table('rates'), settings.currency, address);
  const facts = readFacts(tables, exchange, address, periods.week.to);
  const service = readService(table('comments'), settings.slaHours, now);
  const ledger = readLedger(tables, exchange, facts, service, address);
  const inCharge = inChargeOf(facts, table('content'), table('team'), settings.language);
  const kpis = withPeople(readTree(table('tree'), settings, address), inCharge);
  const figures = rolledFigures(figuresOf(facts, ledger), kpis);
  const effects = weekEffects(kpis, figures, periods);
  const plans = readPlans(table('targets'), address);
  const returns = returnsOf(facts, figures, ledger, settings.attribution, periods.week.to);
  const lines = treeSection({ kpis, figures, plans, periods, effects, explanations: input.explanations });
  const issues = [...settingIssues, ...kpis.issues, ...plans.issues, ...facts.issues, ...ledger.issues];
  const coverage = coverageOf(facts, periods.week, inCharge);
  const shelf = shelfOf(facts, settings.coldStartItems);
  const shifts = shiftsOf(figures, periods.signalWeeks);
  return {
    ...{ table, today, now, settings, voice, periods, exchange, facts, ledger, kpis, figures, plans },
    ...{ inCharge, effects, returns, service, shelf, shifts, coverage, lines, issues },
  };
}

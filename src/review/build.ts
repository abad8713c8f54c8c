import { isoDate } from '../kpi/calendar.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { cellFaults } from '../workbook/check-cells.ts';
import type { Wanted } from '../workbook/read.ts';
import { readSettings } from '../workbook/settings.ts';
import type { Table, TableChange, Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { actionsSection } from './actions-section.ts';
import { contentSection } from './content-section.ts';
import { coverageOf, silentAccounts } from './coverage.ts';
import { shapleyNames, weekEffects } from './effects.ts';
import { readFacts } from './facts.ts';
import { figuresOf } from './figures.ts';
import { headline } from './headline.ts';
import { readLedger } from './ledger.ts';
import type { Review, TreeLine } from './model.ts';
import { readExchange } from './money.ts';
import { columnWarning } from './needed-columns.ts';
import { readTree } from './nodes.ts';
import { notesOf } from './notes.ts';
import { periodsOf } from './periods.ts';
import { readPlans } from './plan.ts';
import { accountsRefresh, contentRefresh, productsRefresh, treeRefresh, unitsRefresh } from './refresh.ts';
import { returnsOf } from './returns.ts';
import { rolledFigures } from './rolled.ts';
import { readService } from './service.ts';
import { treeIssues } from './tree-checks.ts';
import { treeSection } from './tree-section.ts';
import { trendSection } from './trend-section.ts';

/** The columns that a review reads, by sheet. */
export const REVIEW_NEEDS: Wanted = {
  settings: ['key', 'value'],
  tree: 'all',
  targets: ['node', 'from', 'to', 'target', 'baseline', 'low', 'high'],
  accounts: [
    ...['platform', 'id', 'name', 'market', 'currency', 'state'],
    ...['gmv', 'cost', 'since', 'paid_back'],
  ],
  content: [
    ...['id', 'title', 'platform', 'account', 'market', 'format', 'status', 'planned', 'published', 'link'],
    ...['gmv', 'cost', 'paid_back'],
  ],
  products: ['sku', 'margin', 'stock', 'inbound', 'eta', 'daily_sales'],
  performance: 'all',
  orders: [
    'id',
    'date',
    'platform',
    'account',
    'market',
    'sku',
    'units',
    'amount',
    'currency',
    'refund',
    'utm_content',
    'content',
    'utm_content',
    'status',
  ],
  costs: ['date', 'content', 'platform', 'account', 'component', 'amount', 'currency', 'allocation'],
  rates: ['date', 'currency', 'rate'],
  comments: ['platform', 'account', 'content', 'sentiment', 'posted', 'answered'],
  actions: 'all',
  imports: ['format', 'platform', 'account', 'from', 'to', 'as_of', 'undone'],
};

export type ReviewInput = {
  readonly tables: Tables;
  readonly address: Address;
  /** Serial day of the week's Monday. */
  readonly monday: number;
  /** Today in the spreadsheet's zone, serial day. */
  readonly today: number;
  /** The present moment there, serial day with time. */
  readonly now: number;
  readonly state: 'draft' | 'closed';
  /** Language where the settings do not say it. */
  readonly usual?: Language | undefined;
  /** What people typed into the tab, by node id. */
  readonly explanations: ReadonlyMap<string, string>;
  /** Names that the tab shows, by node id, for KPIs that are no longer in the tree. */
  readonly names?: ReadonlyMap<string, string>;
  /** Issues met before, such as missing columns. */
  readonly issues: readonly Issue[];
};

export type BuiltReview = {
  readonly review: Review;
  /** What could not be read; also among the review's notes. */
  readonly issues: readonly Issue[];
  /** Actuals and totals for the sheets whose formulas work on them. */
  readonly refresh: readonly TableChange[];
};

/** A KPI may be renamed or taken away; what someone wrote about it stays. */
function formerExplanations(
  lines: readonly TreeLine[],
  { explanations, names }: ReviewInput,
): Review['formerExplanations'] {
  const present = new Set(lines.map(({ id }) => id));
  return [...explanations]
    .filter(([id]) => !present.has(id))
    .map(([id, explanation]) => ({ id, name: names?.get(id) || id, explanation }));
}

/** A cell whose formula failed is no number either; once is enough. */
function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const placeOf = ({ at }: Issue): string => `${at?.sheet}\0${at?.cell}`;
  const failed = new Set(issues.filter(({ code }) => code === 'CELL_ERROR').map(placeOf));
  return issues.filter((issue) => issue.code === 'CELL_ERROR' || !failed.has(placeOf(issue)));
}

/** Adds the cells that no reader named. */
function withUnnamed(
  tables: Tables,
  address: Address,
  language: Language,
  issues: readonly Issue[],
): Issue[] {
  const placeOf = ({ at }: Issue): string => `${at?.sheet}\0${at?.cell}`;
  const named = new Set(issues.map(placeOf));
  const faults = Object.values(tables).flatMap((table) => cellFaults(table, tables, address, language));
  return withoutEchoes([...issues, ...faults.filter((fault) => !named.has(placeOf(fault)))]);
}

/**
 * The review of a week, as plain data.
 * @param input Tables as read, and the week.
 */
export function buildReview(input: ReviewInput): BuiltReview {
  const { tables, address, monday, today, state } = input;
  const { settings, issues: settingIssues } = readSettings(tables.settings as Table, address, input.usual);
  const periods = periodsOf(monday, settings.fiscalYearEnd);
  const exchange = readExchange(tables.rates as Table, settings.currency, address);
  const facts = readFacts(tables, exchange, address, periods.week.to);
  const service = readService(tables.comments as Table, settings.slaHours, input.now);
  const ledger = readLedger(tables, exchange, facts, service, address);
  const kpis = readTree(tables.tree as Table, settings, address);
  const figures = rolledFigures(figuresOf(facts, ledger), kpis);
  const effects = weekEffects(kpis, figures, periods);
  const plans = readPlans(tables.targets as Table, address);
  const lines = treeSection({ kpis, figures, plans, periods, effects, explanations: input.explanations });
  const returns = returnsOf(facts, figures, ledger, settings.attribution);
  const coverage = coverageOf(facts, periods.week);
  const actions = actionsSection(tables.actions as Table, periods.label, monday, today);
  const issues = withUnnamed(tables, address, settings.language, [
    ...input.issues,
    ...settingIssues,
    ...kpis.issues.filter((issue) => issue.code !== 'TREE_EMPTY'),
    ...treeIssues({ kpis, figures, facts, periods, effects }, address, settings.language),
    ...plans.issues,
    ...facts.issues,
    ...ledger.issues,
    ...exchange.issues(),
  ]);
  const { language, currency } = settings;
  const open = [...actions.last, ...actions.now];
  const warning = columnWarning(input.issues, tables, kpis, language);
  const review: Review = {
    version: 1,
    period: {
      kind: 'week',
      label: periods.label,
      from: isoDate(periods.week.from),
      to: isoDate(periods.week.to),
    },
    state,
    language,
    currency,
    madeOn: isoDate(today),
    coverage,
    headline: headline(lines, kpis, coverage, open, settings, warning),
    tree: lines,
    formerExplanations: formerExplanations(lines, input),
    trends: trendSection(kpis, figures, plans, periods),
    content: contentSection(facts, figures, returns, periods, settings.coldStartItems),
    actions,
    notes: notesOf(
      settings,
      coverage,
      silentAccounts(facts),
      lines,
      figures,
      periods.week,
      issues,
      shapleyNames(kpis, effects),
    ),
  };
  const refresh = [
    treeRefresh(tables.tree as Table, lines),
    contentRefresh(tables, returns),
    accountsRefresh(tables.accounts as Table, returns),
    productsRefresh(tables.products as Table, ledger, today),
    unitsRefresh('targets', tables.targets as Table, kpis, language),
    unitsRefresh('actions', tables.actions as Table, kpis, language),
  ];
  return { review, issues, refresh };
}

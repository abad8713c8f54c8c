import { isoDate, weekStart } from '../kpi/calendar.ts';
import type { Issue } from '../kpi/issue.ts';
import { isSame } from '../kpi/names.ts';
import type { Address } from '../workbook/address.ts';
import { cellFaults } from '../workbook/check-cells.ts';
import type { Table, TableChange, Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { measuredEffect } from './action-effects.ts';
import { silentAccounts } from './coverage.ts';
import { sinceNotes } from './data-since.ts';
import { peopleIn } from './digest/people.ts';
import { shapleyNames } from './effects.ts';
import type { Found } from './findings/finding.ts';
import { findingsOf } from './findings/index.ts';
import { headline } from './headline.ts';
import { type Material, type MaterialInput, readMaterial } from './material.ts';
import type { Review, TreeLine } from './model.ts';
import { columnWarning } from './needed-columns.ts';
import { notesOf } from './notes.ts';
import {
  accountsRefresh,
  contentRefresh,
  effectsRefresh,
  productsRefresh,
  treeRefresh,
  unitsRefresh,
} from './refresh.ts';
import { actionsSection, type EffectOf, readActions } from './sections/actions.ts';
import { contentSection } from './sections/content.ts';
import { experimentsSection } from './sections/experiments.ts';
import { funnelSection } from './sections/funnel.ts';
import { guardsSection } from './sections/guards.ts';
import { peopleSection } from './sections/people.ts';
import { publishingSection } from './sections/publishing.ts';
import { trendSection } from './sections/trends.ts';
import { weakSection } from './sections/weak.ts';
import { whySection } from './sections/why.ts';
import { treeIssues } from './tree-checks.ts';

export type ReviewInput = MaterialInput & {
  readonly state: 'draft' | 'closed';
  /** Names that the tab shows, by node id, for KPIs that are no longer in the tree. */
  readonly names?: ReadonlyMap<string, string>;
  /** Call-outs of the tabs of the weeks before, by their keys: how many weeks ago each was made last. */
  readonly said?: ReadonlyMap<string, number>;
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

/** What became of an action's KPI, up to the reviewed week. */
function effectOf({ kpis, figures, periods }: Material): EffectOf {
  const nodes = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node]])));
  return (id, agreed) => {
    const node = nodes.get(id);
    const nothing = { measured: null, error: null };
    if (node === undefined) return { unit: 'count', ...nothing };
    const effect =
      agreed === null ? nothing : (measuredEffect(node, agreed, periods.week.to - 6, figures) ?? nothing);
    return { unit: node.unit, ...effect };
  };
}

/** Everyone in the sheet `team`, once each. */
function namesOf(team: Table): string[] {
  const names = peopleIn(team).flatMap(({ name }) => (name === '' ? [] : [name]));
  return names.filter((name, at) => names.findIndex((other) => isSame(other, name)) === at);
}

/** What a review says beside its figures, once they are all there. */
function reviewOf(input: ReviewInput, material: Material, issues: readonly Issue[]): Review {
  const { settings, voice, periods, lines, kpis, coverage, effects, facts, figures, plans } = material;
  const { language, currency } = settings;
  const { kind, label, week } = periods;
  const period = { kind, label, ...week };
  const actions = actionsSection(
    material.table('actions'),
    period,
    material.today,
    effectOf(material),
    settings.fiscalYearEnd,
  );
  const open = [...actions.last, ...actions.now];
  const content = contentSection(material);
  const warning = columnWarning(input.issues, input.tables, kpis, language);
  const names = shapleyNames(kpis, effects);
  const silent = silentAccounts(facts);
  const sections: Found['review'] = {
    version: 1,
    period: { kind, label, from: isoDate(week.from), to: isoDate(week.to) },
    state: input.state,
    language,
    currency,
    madeOn: isoDate(material.today),
    coverage,
    team: namesOf(material.table('team')),
    tree: lines,
    formerExplanations: formerExplanations(lines, input),
    why: whySection(material),
    trends: trendSection(kpis, figures, plans, periods),
    content,
    funnel: funnelSection(material),
    weak: weakSection(material),
    people: peopleSection(material, open),
    guards: guardsSection(material, content),
    experiments: experimentsSection(material),
    publishing: publishingSection(material),
    actions,
  };
  return {
    ...sections,
    headline: headline(sections, open, kpis, settings, voice, warning, {
      orders: material.table('orders').rows === 0,
      rates: issues.flatMap(({ code, found }) => (code === 'RATE_MISSING' ? [String(found)] : [])),
    }),
    // Figures that lack a column would make wonders of nothing.
    findings: warning === undefined ? findingsOf({ material, review: sections }, input.said) : [],
    notes: [
      ...sinceNotes(material, sections.trends),
      ...notesOf(
        settings,
        voice,
        coverage,
        silent,
        facts.others.size > 0,
        lines,
        sections.trends,
        figures,
        periods.week,
        issues,
        names,
      ),
    ],
  };
}

/** Values for the sheets whose formulas work on them. */
function refreshOf({ table, ...material }: Material, tables: Tables): TableChange[] {
  const { lines, returns, ledger, today, kpis, periods } = material;
  const { language, fiscalYearEnd } = material.settings;
  const when = { today, monday: weekStart(periods.week.to), fiscalYearEnd };
  const actions = readActions(table('actions'), when, effectOf({ ...material, table }));
  return [
    treeRefresh(table('tree'), lines),
    contentRefresh(tables, returns),
    accountsRefresh(table('accounts'), returns),
    productsRefresh(table('products'), ledger, today),
    unitsRefresh('targets', table('targets'), kpis, language),
    unitsRefresh('actions', table('actions'), kpis, language),
    effectsRefresh(table('actions'), actions),
  ];
}

/**
 * The review of a week, as plain data.
 * @param input Tables as read, and the week.
 */
export function buildReview(input: ReviewInput): BuiltReview {
  const { tables, address } = input;
  const material = readMaterial(input);
  const { language } = material.settings;
  const issues = withUnnamed(tables, address, language, [
    ...input.issues,
    ...material.issues.filter((issue) => issue.code !== 'TREE_EMPTY'),
    ...treeIssues(material, address, language),
    ...material.exchange.issues(),
  ]);
  return { review: reviewOf(input, material, issues), issues, refresh: refreshOf(material, tables) };
}

import { isoWeekLabel } from '../kpi/calendar.ts';
import { checkFactors } from '../kpi/check-factors.ts';
import {
  checkDenominators,
  checkSegments,
  checkUnits,
  type Filter as Dimensions,
} from '../kpi/check-tree.ts';
import { isFault, isNumber } from '../kpi/fault.ts';
import type { Issue } from '../kpi/issue.ts';
import type { NodePlace, Tree } from '../kpi/tree.ts';
import type { Effects } from '../kpi/variance.ts';
import type { Language } from '../text/index.ts';
import type { Address } from '../workbook/address.ts';
import { choiceWord } from '../workbook/choices.ts';
import { UNITS } from '../workbook/sheets/choices.ts';
import { wholeValues } from './effects.ts';
import type { AccountInfo, ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { fits } from './filter.ts';
import { accountKey } from './keys.ts';
import type { KpiNode, KpiTree } from './nodes.ts';
import type { ReviewPeriods } from './periods.ts';

type Found = {
  readonly kpis: KpiTree;
  readonly figures: Figures;
  readonly facts: ReviewFacts;
  readonly periods: ReviewPeriods;
  readonly effects: Effects | null;
};

/** The catalogue of metrics and the dropdown have a word each for the same unit. */
function unitOf(node: KpiNode | undefined): string | null {
  if (node === undefined || node.namedUnit === '') return null;
  return node.namedUnit === 'times' ? 'ratio' : node.namedUnit;
}

const unitWord = (unit: unknown, language: Language): string => choiceWord(UNITS, String(unit), language);

function unitIssues(tree: Tree, { kpis }: Found, place: NodePlace, language: Language): Issue[] {
  return checkUnits(tree, kpis.nodes.map(unitOf), place).map((issue) => ({
    ...issue,
    found: unitWord(issue.found, language),
    expected: unitWord(issue.expected, language),
  }));
}

function factorIssues(tree: Tree, { kpis }: Found, place: NodePlace, language: Language): Issue[] {
  const quantities = kpis.nodes.map((node) => ({
    unit: unitOf(node),
    isTotal: node === undefined || node.metric === '' ? null : node.accumulates,
  }));
  const named = (id: unknown): string => kpis.nodes.find((node) => node?.id === id)?.name ?? String(id ?? '');
  return checkFactors(tree, quantities, place).map(({ expected, found, values, ...issue }) => ({
    ...issue,
    found: named(found),
    expected: unitWord(expected, language),
    values: { ...values, above: named(values?.above), with: named(values?.with) },
  }));
}

/** People name an account by its id or as they know it. */
function accountOf(node: KpiNode, facts: ReviewFacts): AccountInfo | undefined {
  const { account, platform } = node.filter;
  const known = [...facts.accounts.values()].filter((info) => fits(platform, info.platform));
  return known.find(({ id }) => fits(account, id)) ?? known.find(({ name }) => fits(account, name));
}

/** The rows of facts that a KPI takes, by dimension; an account that is known says its platform and market as well. */
function dimensionsOf(node: KpiNode, facts: ReviewFacts): Dimensions {
  const info = node.filter.account === '' ? undefined : accountOf(node, facts);
  const key = info === undefined ? '' : accountKey(info.platform, info.id);
  const isOfOneMarket = info !== undefined && !facts.marketsOf.has(key);
  const all = {
    metric: node.metric,
    platform: info?.platform ?? node.filter.platform,
    market: node.filter.market || (isOfOneMarket ? info.market : ''),
    account: info?.id ?? node.filter.account,
    format: node.filter.format,
  };
  const named = Object.entries(all).filter(([, value]) => value !== '');
  return Object.fromEntries(named.map(([dimension, value]) => [dimension, value.toLowerCase()]));
}

function segmentIssues(tree: Tree, { kpis, facts }: Found, place: NodePlace): readonly Issue[] {
  const filters = kpis.nodes.map((node) => {
    const takesRows = node !== undefined && (node.kind === 'segment' || node.metric !== '');
    return takesRows ? dimensionsOf(node, facts) : null;
  });
  return checkSegments(tree, filters, place);
}

function divisionIssues(tree: Tree, { kpis, figures, periods }: Found, place: NodePlace): Issue[] {
  return [periods.weekBefore, periods.week].flatMap((span) =>
    checkDenominators(tree, wholeValues(kpis, figures, span), place).map((issue) => ({
      ...issue,
      values: { ...issue.values, period: isoWeekLabel(span.from) },
    })),
  );
}

/** Chains too long to be taken apart: the faulty operands, once at the node that they make. */
function chainIssues(tree: Tree, { effects }: Found, place: NodePlace): Issue[] {
  if (effects === null || !isNumber(effects.change)) return [];
  const tops = new Set<number>();
  tree.parents.forEach((parent, row) => {
    const effect = effects.effects[row];
    if (parent < 0 || !isFault(effect) || effect.fault !== 'TOO_MANY_FACTORS') return;
    if (isNumber(effects.effects[parent])) tops.add(parent);
  });
  return [...tops].map((row) => ({ code: 'TOO_MANY_FACTORS', at: place(row, 'operator'), values: { row } }));
}

/**
 * What is wrong with a tree that can be calculated all the same: units that clash, segments that take the same rows,
 * a division by a measured 0, chains that are too long. None of it stops a review.
 * @param found The tree with its figures of the week and the week before.
 * @param address Names cells.
 * @param language Language in which issues name units.
 */
export function treeIssues(found: Found, address: Address, language: Language): Issue[] {
  const { tree } = found.kpis;
  if (tree === null) return [];
  const place: NodePlace = (row, column) => address('tree', column, row);
  return [
    ...unitIssues(tree, found, place, language),
    ...factorIssues(tree, found, place, language),
    ...segmentIssues(tree, found, place),
    ...divisionIssues(tree, found, place),
    ...chainIssues(tree, found, place),
  ];
}

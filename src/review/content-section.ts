import { isoDate } from '../kpi/calendar.ts';
import { coldStartItems } from '../kpi/effective-content.ts';
import { isNumber } from '../kpi/fault.ts';
import { roi } from '../kpi/roi.ts';
import { median } from '../kpi/statistics.ts';
import { contentKey, type ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Ledger } from './ledger.ts';
import type { AccountMoney, ContentLine, ContentSection } from './model.ts';
import type { ReviewPeriods, Span } from './periods.ts';

const SHOWN = 5;
/** Fewer items than this make no median to be measured against. */
const FEWEST_FOR_BASELINE = 5;
/** 91 days: the trailing quarter. */
const BASELINE_WEEKS = 13;

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Rows = {
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
};

/** The first items that an account ever published. */
function coldStarts(facts: ReviewFacts, count: number): Set<string> {
  const keys = [...facts.contents.keys()];
  const published = keys.map((key) => facts.contents.get(key)?.published ?? null);
  const accounts = keys.map((key) => key.slice(0, key.lastIndexOf('|')));
  const isCold = coldStartItems(published, accounts, count);
  return new Set(keys.filter((_, item) => isCold[item]));
}

/** Median of each group with enough values. */
function medians(groups: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [group, values] of groups) {
    const middle = values.length < FEWEST_FOR_BASELINE ? null : median(values);
    if (middle !== null && middle > 0) found.set(group, middle);
  }
  return found;
}

type Collect = { readonly facts: ReviewFacts; readonly cold: ReadonlySet<string> };

/** Adds the views of the items that are wanted to their account × format. */
function collect(
  groups: Map<string, number[]>,
  rows: Rows,
  { facts, cold }: Collect,
  isWanted: (published: number | null) => boolean,
): void {
  rows.contents.forEach((content, position) => {
    const account = rows.accounts[position] ?? '';
    const key = contentKey(account, content);
    const views = rows.measures.views?.[position];
    const info = facts.contents.get(key);
    if (typeof views !== 'number' || cold.has(key) || !isWanted(info?.published ?? null)) return;
    const group = `${account}|${info?.format ?? ''}`;
    const values = groups.get(group);
    if (values === undefined) groups.set(group, [views]);
    else values.push(views);
  });
}

function within(span: Span): (published: number | null) => boolean {
  return (published) => published !== null && published >= span.from && published <= span.to;
}

/**
 * What is usual for the account and format. New content of a week is held against what earlier content had in its own
 * first week, so that age does not decide; without new content, everything is held against everything.
 */
function usual(
  figures: Figures,
  week: Span,
  isFresh: boolean,
  rows: Rows,
  about: Collect,
): ReadonlyMap<string, number> {
  const groups = new Map<string, number[]>();
  if (!isFresh) collect(groups, rows, about, () => true);
  for (let back = 1; isFresh && back <= BASELINE_WEEKS; back++) {
    const span = { from: week.from - 7 * back, to: week.to - 7 * back };
    collect(groups, figures.activity(span.from, span.to), about, within(span));
  }
  return medians(groups);
}

function roiOf(gmv: number | null, cost: number | null): number | null {
  if (gmv === null || cost === null) return null;
  const value = roi(gmv, cost);
  return isNumber(value) ? value : null;
}

function accountName(facts: ReviewFacts, account: string): string {
  return facts.accounts.get(account)?.name ?? account.slice(account.indexOf('|') + 1);
}

type Context = {
  readonly facts: ReviewFacts;
  readonly ledger: Ledger;
  readonly cold: ReadonlySet<string>;
  readonly baseline: ReadonlyMap<string, number>;
};

function lineAt(rows: Rows, position: number, context: Context): ContentLine {
  const { facts, ledger, cold, baseline } = context;
  const account = rows.accounts[position] ?? '';
  const id = rows.contents[position] ?? '';
  const key = contentKey(account, id);
  const info = facts.contents.get(key);
  const views = rows.measures.views?.[position] ?? null;
  const gmv = rows.measures.gmv?.[position] ?? null;
  const cost = ledger.costOfContent(account, id, 0, Infinity);
  const typical = baseline.get(`${account}|${info?.format ?? ''}`) ?? null;
  return {
    id,
    title: info?.title ?? id,
    platform: account.slice(0, account.indexOf('|')),
    account: accountName(facts, account),
    format: info?.format ?? '',
    published: info?.published == null ? null : isoDate(info.published),
    views,
    gmv,
    cost,
    roi: roiOf(gmv, cost),
    index: views === null || typical === null ? null : views / typical,
    baseline: typical,
    coldStart: cold.has(key),
  };
}

function accountMoney(facts: ReviewFacts, rows: Rows, ledger: Ledger, week: Span): AccountMoney[] {
  const gmv = new Map<string, number>();
  rows.accounts.forEach((account, position) => {
    const value = rows.measures.gmv?.[position];
    if (typeof value === 'number') gmv.set(account, (gmv.get(account) ?? 0) + value);
  });
  return [...facts.accounts].flatMap(([account, info]) => {
    const earned = gmv.get(account) ?? null;
    const cost = ledger.costOfAccount(account, week.from, week.to);
    if (earned === null && cost === null) return [];
    return [{ platform: info.platform, account: info.name, gmv: earned, cost, roi: roiOf(earned, cost) }];
  });
}

function keyAt(rows: Rows, position: number): string {
  return contentKey(rows.accounts[position] ?? '', rows.contents[position] ?? '');
}

/** Positions of the items that were published within a span. */
function publishedWithin(rows: Rows, facts: ReviewFacts, span: Span): number[] {
  const isWanted = within(span);
  return rows.contents.flatMap((_, position) =>
    isWanted(facts.contents.get(keyAt(rows, position))?.published ?? null) ? [position] : [],
  );
}

/** Best first; cold starts and items without a baseline are not ranked. */
function rankedLines(lines: readonly ContentLine[]): ContentLine[] {
  return lines
    .filter((line) => !line.coldStart && line.index !== null)
    .sort((a, b) => (b.index ?? 0) - (a.index ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Where most items stood still the median is 0 and nothing can be held against it: then the views themselves rank. */
function byViews(lines: readonly ContentLine[]): ContentLine[] {
  return lines
    .filter((line) => !line.coldStart && (line.views ?? 0) > 0)
    .sort((a, b) => (b.views ?? 0) - (a.views ?? 0) || (a.id < b.id ? -1 : 1));
}

function hasFigures(rows: Rows): boolean {
  return Object.values(rows.measures).some((column) => column.some((value) => value !== null));
}

/**
 * Section 5: the week's best and weakest content against the median of its own account and format, cold starts
 * apart, with ROI, and money by account. Where no week can be told, totals to date, and called so.
 * @param facts Facts, indexed.
 * @param figures Figures of any period.
 * @param ledger Costs.
 * @param periods Periods of the review.
 * @param coldStart How many first items of an account are cold starts.
 */
export function contentSection(
  facts: ReviewFacts,
  figures: Figures,
  ledger: Ledger,
  periods: ReviewPeriods,
  coldStart: number,
): ContentSection {
  const activity = figures.activity(periods.week.from, periods.week.to);
  const basis = hasFigures(activity) ? 'week' : hasFigures(figures.totals) ? 'lifetime' : 'none';
  const rows: Rows = basis === 'week' ? activity : figures.totals;
  const cold = coldStarts(facts, coldStart);
  const about: Collect = { facts, cold };
  const fresh = basis === 'week' ? publishedWithin(rows, facts, periods.week) : [];
  const all = rows.contents.map((_, position) => position);
  const linesOf = (positions: readonly number[], isFresh: boolean): ContentLine[] => {
    const baseline = usual(figures, periods.week, isFresh, rows, about);
    return positions.map((position) => lineAt(rows, position, { facts, ledger, cold, baseline }));
  };
  const ofTheWeek = rankedLines(linesOf(fresh, true));
  // A team that published nothing comparable this week still wants to know what its older content did.
  const ranked = ofTheWeek.length > 0 ? ofTheWeek : rankedLines(linesOf(all, false));
  const young = all.filter((position) => cold.has(keyAt(rows, position)));
  return {
    basis,
    metric: rows.measures.gmv?.some((value) => value !== null) ? 'gmv' : 'views',
    best: (ranked.length > 0
      ? ranked.filter((line) => (line.index ?? 0) >= 1)
      : byViews(linesOf(all, false))
    ).slice(0, SHOWN),
    weakest: ranked
      .filter((line) => (line.index ?? 0) < 1)
      .slice(-SHOWN)
      .reverse(),
    coldStart: linesOf(young, false)
      .filter((line) => line.views !== null)
      .slice(0, SHOWN),
    accounts: basis === 'week' ? accountMoney(facts, rows, ledger, periods.week) : [],
    items: rows.contents.length,
  };
}

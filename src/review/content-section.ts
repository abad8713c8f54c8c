import { isoDate } from '../kpi/calendar.ts';
import { coldStartItems } from '../kpi/effective-content.ts';
import { isFault, isNumber } from '../kpi/fault.ts';
import { returnsBy } from '../kpi/returns.ts';
import { roi } from '../kpi/roi.ts';
import { type Baseline, type Items, plainBaseline, weeklyBaseline } from './baseline.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { accountOfContent, accountParts, contentKey } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { AccountMoney, ContentLine, ContentSection } from './model.ts';
import type { ReviewPeriods, Span } from './periods.ts';

const SHOWN = 5;

/** The first items that an account ever published. */
function coldStarts(facts: ReviewFacts, count: number): Set<string> {
  const keys = [...facts.contents.keys()];
  const published = keys.map((key) => facts.contents.get(key)?.published ?? null);
  const isCold = coldStartItems(published, keys.map(accountOfContent), count);
  return new Set(keys.filter((_, item) => isCold[item]));
}

function roiOf(gmv: number | null, cost: number | null): number | null {
  if (gmv === null || cost === null) return null;
  const value = roi(gmv, cost);
  return isNumber(value) ? value : null;
}

function accountName(facts: ReviewFacts, account: string): string {
  return facts.accounts.get(account)?.name ?? accountParts(account).id;
}

type Context = {
  readonly facts: ReviewFacts;
  readonly ledger: Ledger;
  readonly cold: ReadonlySet<string>;
  /** GMV to date by key of the content. */
  readonly gmvToDate: ReadonlyMap<string, number>;
};

function gmvToDate({ totals }: Figures): Map<string, number> {
  const found = new Map<string, number>();
  totals.contents.forEach((content, position) => {
    const value = totals.measures.gmv?.[position];
    if (typeof value === 'number') found.set(contentKey(totals.accounts[position] ?? '', content), value);
  });
  return found;
}

function lineAt(items: Items, position: number, baseline: Baseline, context: Context): ContentLine {
  const { facts, ledger, cold } = context;
  const account = items.accounts[position] ?? '';
  const id = items.contents[position] ?? '';
  const key = contentKey(account, id);
  const info = facts.contents.get(key);
  const views = items.measures.views?.[position] ?? null;
  const earned = context.gmvToDate.get(key) ?? null;
  const cost = ledger.costOfContent(account, id);
  const usual = baseline(account, id);
  return {
    id,
    title: info?.title ?? id,
    platform: accountParts(account).platform,
    account: accountName(facts, account),
    format: info?.format ?? '',
    published: info?.published == null ? null : isoDate(info.published),
    views,
    gmv: items.measures.gmv?.[position] ?? null,
    gmvToDate: earned,
    costToDate: cost,
    roi: roiOf(earned, cost),
    index: views === null || usual === null ? null : views / usual,
    baseline: usual,
    coldStart: cold.has(key),
  };
}

/** Views above what is usual: an item with few views is no success, however small its median. */
function excess(line: ContentLine): number {
  return (line.views ?? 0) - (line.baseline ?? 0);
}

function byId(a: ContentLine, b: ContentLine): number {
  return a.id < b.id ? -1 : 1;
}

type Ranking = { readonly best: readonly ContentLine[]; readonly weakest: readonly ContentLine[] };

/**
 * Best and weakest by views above and below what is usual for their account, format and age.
 * @param lines Items with views; cold starts and items without a baseline are not ranked.
 * @param isYoung Whether an item is young enough to be called weak: old content is expected to fade.
 */
function rank(lines: readonly ContentLine[], isYoung: (line: ContentLine) => boolean): Ranking {
  const ranked = lines.filter((line) => !line.coldStart && line.index !== null);
  return {
    best: ranked
      .filter((line) => (line.index ?? 0) >= 1)
      .sort((a, b) => excess(b) - excess(a) || byId(a, b))
      .slice(0, SHOWN),
    weakest: ranked
      .filter((line) => (line.index ?? 0) < 1 && isYoung(line))
      .sort((a, b) => excess(a) - excess(b) || byId(a, b))
      .slice(0, SHOWN),
  };
}

/** Where most items stood still the median is 0 and nothing can be held against it: then the views themselves rank. */
function rankByViews(lines: readonly ContentLine[]): Ranking {
  const active = lines.filter((line) => !line.coldStart && (line.views ?? 0) > 0);
  return {
    best: active.sort((a, b) => (b.views ?? 0) - (a.views ?? 0) || byId(a, b)).slice(0, SHOWN),
    weakest: [],
  };
}

function rankingOf(items: Items, figures: Figures, week: Span | null, context: Context): Ranking {
  const positions = items.contents.map((_, position) => position);
  const linesBy = (baseline: Baseline): ContentLine[] =>
    positions.map((position) => lineAt(items, position, baseline, context));
  if (week !== null) {
    const monthAgo = isoDate(week.to - 27);
    const aged = rank(
      linesBy(weeklyBaseline(figures, week, context)),
      (line) => (line.published ?? '') >= monthAgo,
    );
    if (aged.best.length + aged.weakest.length > 0) return aged;
  }
  const lines = linesBy(plainBaseline(items, context));
  const plain = rank(lines, () => true);
  return plain.best.length + plain.weakest.length > 0 ? plain : rankByViews(lines);
}

function accountMoney(facts: ReviewFacts, items: Items, ledger: Ledger, week: Span): AccountMoney[] {
  const accounts = [...facts.accounts.keys()];
  const groups = [...items.accounts, ...accounts];
  const returns = returnsBy({
    groups,
    days: groups.map(() => week.to),
    revenues: groups.map((_, row) => items.measures.gmv?.[row] ?? null),
    costs: [
      ...items.accounts.map(() => null),
      ...accounts.map((account) => ledger.costOfAccount(account, week.from, week.to)),
    ],
  });
  const money = new Map(isFault(returns) ? [] : returns.groups.map((each) => [each.group, each] as const));
  return [...facts.accounts].flatMap(([account, info]) => {
    const { revenue = null, cost = null, roi: result } = money.get(account) ?? {};
    if (revenue === null && cost === null) return [];
    const ownRoi = isNumber(result) ? result : null;
    return [{ platform: info.platform, account: info.name, gmv: revenue, cost, roi: ownRoi }];
  });
}

function hasFigures(items: Items): boolean {
  return Object.values(items.measures).some((column) => column.some((value) => value !== null));
}

function coldLines(items: Items, context: Context): ContentLine[] {
  return items.contents
    .map((_, position) => lineAt(items, position, () => null, context))
    .filter((line) => line.coldStart && line.views !== null)
    .slice(0, SHOWN);
}

/**
 * Section 5: the week's best and weakest content against what is usual for its account, format and age, cold starts
 * apart, with ROI to date, and money by account. Where no week can be told, totals to date, and called so.
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
  const items: Items = basis === 'week' ? activity : figures.totals;
  const context = { facts, ledger, cold: coldStarts(facts, coldStart), gmvToDate: gmvToDate(figures) };
  const { best, weakest } = rankingOf(items, figures, basis === 'week' ? periods.week : null, context);
  return {
    basis,
    metric: items.measures.gmv?.some((value) => value !== null) ? 'gmv' : 'views',
    best,
    weakest,
    coldStart: coldLines(items, context),
    accounts: basis === 'week' ? accountMoney(facts, items, ledger, periods.week) : [],
    items: items.contents.length,
  };
}

import { isoDate } from '../kpi/calendar.ts';
import { roi } from '../kpi/roi.ts';
import { isNumber } from '../kpi/fault.ts';
import { contentKey, type ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Ledger } from './ledger.ts';
import type { AccountMoney, ContentLine, ContentSection } from './model.ts';
import type { ReviewPeriods, Span } from './periods.ts';

const SHOWN = 5;
/** Fewer items than this make no median to be measured against. */
const FEWEST_FOR_BASELINE = 5;
const BASELINE_DAYS = 90;

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Rows = {
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
};

function median(values: readonly number[]): number | null {
  if (values.length < FEWEST_FOR_BASELINE) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The first items that an account ever published. */
function coldStartItems(facts: ReviewFacts, count: number): Set<string> {
  const byAccount = new Map<string, { key: string; day: number }[]>();
  for (const [key, info] of facts.contents) {
    if (info.published === null) continue;
    const account = key.slice(0, key.lastIndexOf('|'));
    const list = byAccount.get(account) ?? [];
    list.push({ key, day: info.published });
    byAccount.set(account, list);
  }
  const cold = new Set<string>();
  for (const list of byAccount.values()) {
    list.sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1));
    for (const { key } of list.slice(0, count)) cold.add(key);
  }
  return cold;
}

/** Median views of each account × format over items that are not cold starts, within the span where there is one. */
function baselines(
  rows: Rows,
  facts: ReviewFacts,
  cold: ReadonlySet<string>,
  published: Span | null,
): ReadonlyMap<string, number> {
  const groups = new Map<string, number[]>();
  rows.contents.forEach((content, position) => {
    const account = rows.accounts[position] ?? '';
    const key = contentKey(account, content);
    const views = rows.measures.views?.[position];
    const info = facts.contents.get(key);
    if (typeof views !== 'number' || cold.has(key)) return;
    const day = info?.published ?? null;
    if (published !== null && (day === null || day < published.from || day > published.to)) return;
    const group = `${account}|${info?.format ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), views]);
  });
  const found = new Map<string, number>();
  for (const [group, values] of groups) {
    const middle = median(values);
    if (middle !== null && middle > 0) found.set(group, middle);
  }
  return found;
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
  const cold = coldStartItems(facts, coldStart);
  const recent = { from: periods.week.to - BASELINE_DAYS, to: periods.week.to };
  const baseline = baselines(rows, facts, cold, basis === 'week' ? recent : null);
  const context = { facts, ledger, cold, baseline };
  const lines = rows.contents.map((_, position) => lineAt(rows, position, context));
  const isRecent = (line: ContentLine): boolean =>
    basis !== 'week' || (line.published !== null && line.published >= isoDate(periods.week.from));
  const ranked = lines
    .filter((line) => !line.coldStart && line.index !== null)
    .sort((a, b) => (b.index ?? 0) - (a.index ?? 0) || (a.id < b.id ? -1 : 1));
  const fresh = ranked.filter(isRecent);
  const pool = fresh.length >= 2 * SHOWN ? fresh : ranked;
  const best = pool.slice(0, SHOWN);
  const weakest = pool.slice(SHOWN).slice(-SHOWN).reverse();
  return {
    basis,
    metric: rows.measures.gmv?.some((value) => value !== null) ? 'gmv' : 'views',
    best,
    weakest,
    coldStart: lines.filter((line) => line.coldStart && line.views !== null).slice(0, SHOWN),
    accounts: basis === 'week' ? accountMoney(facts, rows, ledger, periods.week) : [],
    items: lines.length,
  };
}

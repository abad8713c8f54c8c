import { isoDate } from '../../kpi/calendar.ts';
import { coldStartItems } from '../../kpi/effective-content.ts';
import { isNumber } from '../../kpi/fault.ts';
import { roi } from '../../kpi/roi.ts';
import { type Baseline, type Items, plainBaseline, weeklyBaseline } from '../baseline.ts';
import { conversionOf } from '../conversion.ts';
import { ACCOUNT_ITEM } from '../facts/account-days.ts';
import type { ReviewFacts } from '../facts.ts';
import type { Figures } from '../figures.ts';
import { accountOfContent, accountParts } from '../keys.ts';
import type { Material } from '../material.ts';
import type { AccountMoney, ContentLine, ContentSection } from '../model.ts';
import type { Span } from '../periods.ts';
import type { Returns } from '../returns.ts';

const SHOWN = 5;

/** The first items that an account ever published. */
export function coldStarts(facts: ReviewFacts, count: number): Set<string> {
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
  readonly returns: Returns;
  readonly cold: ReadonlySet<string>;
};

function lineAt(items: Items, position: number, baseline: Baseline, context: Context): ContentLine {
  const { facts, returns, cold } = context;
  const account = items.accounts[position] ?? '';
  const id = items.contents[position] ?? '';
  const key = facts.keys[items.items[position] as number] as string;
  const info = facts.contents.get(key);
  const views = items.measures.views?.[position] ?? null;
  const { gmv: earned, cost } = returns.contents.get(key) ?? { gmv: null, cost: null };
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

/** Positions of content; figures of a whole account are none. */
function positionsOf({ contents }: Items): number[] {
  return contents.flatMap((id, position) => (id === ACCOUNT_ITEM ? [] : [position]));
}

function rankingOf(items: Items, figures: Figures, week: Span | null, context: Context): Ranking {
  const positions = positionsOf(items);
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

function accountMoney(items: Items, material: Material): AccountMoney[] {
  const { facts, returns, shifts, settings } = material;
  const { week } = material.periods;
  const measured = new Map<string, number>();
  items.accounts.forEach((account, position) => {
    const gmv = items.measures.gmv?.[position];
    if (typeof gmv === 'number') measured.set(account, (measured.get(account) ?? 0) + gmv);
  });
  return [...facts.accounts].flatMap(([account, info]) => {
    const own = returns.ofAccount(account, week.from, week.to);
    const gmv = measured.get(account) ?? own.gmv;
    if (gmv === null && own.cost === null) return [];
    const { platform, id, name } = info;
    const conversion = conversionOf(info, shifts, settings.language);
    return [{ platform, id, account: name, gmv, cost: own.cost, roi: roiOf(gmv, own.cost), conversion }];
  });
}

function hasFigures(items: Items): boolean {
  return Object.values(items.measures).some((column) => column.some((value) => value !== null));
}

function coldLines(items: Items, context: Context): ContentLine[] {
  return positionsOf(items)
    .map((position) => lineAt(items, position, () => null, context))
    .filter((line) => line.coldStart && line.views !== null)
    .slice(0, SHOWN);
}

/**
 * Section 5: the week's best and weakest content against what is usual for its account, format and age, cold starts
 * apart, with ROI to date, and money by account. Where no week can be told, totals to date, and called so.
 * @param material What the review is made of.
 */
export function contentSection(material: Material): ContentSection {
  const { facts, figures, returns, periods, settings } = material;
  const activity = figures.activity(periods.week.from, periods.week.to);
  const basis = hasFigures(activity) ? 'week' : hasFigures(figures.totals) ? 'lifetime' : 'none';
  const items: Items = basis === 'week' ? activity : figures.totals;
  const context = { facts, returns, cold: coldStarts(facts, settings.coldStartItems) };
  // Of a month or a quarter the items are held against each other: their ages even out.
  const isWeekly = basis === 'week' && periods.kind === 'week';
  const { best, weakest } = rankingOf(items, figures, isWeekly ? periods.week : null, context);
  return {
    basis,
    metric: items.measures.gmv?.some((value) => value !== null) ? 'gmv' : 'views',
    best,
    weakest,
    coldStart: coldLines(items, context),
    accounts: basis === 'week' ? accountMoney(items, material) : [],
    orders: returns.ordered(periods.week.from, periods.week.to),
    items: positionsOf(items).length,
  };
}

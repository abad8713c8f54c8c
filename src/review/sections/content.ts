import { isoDate } from '../../kpi/calendar.ts';
import { isNumber } from '../../kpi/fault.ts';
import type { Amounts } from '../../kpi/period.ts';
import { roi } from '../../kpi/roi.ts';
import { type Baseline, plainBaseline, weeklyBaseline } from '../baseline.ts';
import { conversionOf } from '../conversion.ts';
import type { ReviewFacts } from '../facts.ts';
import type { Figures } from '../figures.ts';
import type { InCharge } from '../in-charge.ts';
import { accountParts } from '../keys.ts';
import type { Material } from '../material.ts';
import type { AccountMoney, ContentLine, ContentSection } from '../model.ts';
import { isReportedGmv, rootOf } from '../nodes.ts';
import type { Span } from '../periods.ts';
import type { Returns } from '../returns.ts';
import type { Shelf } from '../shelf.ts';

const SHOWN = 5;

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
  readonly shelf: Shelf;
  readonly inCharge: InCharge;
};

/** An item with views. */
type Viewed = {
  /** Its position among the items that have figures, and in the index. */
  readonly position: number;
  readonly item: number;
  readonly views: number;
  /** What is usual for it; null where too few are like it. */
  readonly usual: number | null;
};

/** One that is held against what is usual for it. */
type Ranked = Viewed & { readonly usual: number };

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function lineAt(items: Amounts, position: number, usual: number | null, context: Context): ContentLine {
  const { facts, returns, shelf, inCharge } = context;
  const item = items.items[position] as number;
  const account = facts.index.accountNames[facts.index.accountOf[item] as number] as string;
  const id = facts.index.contentIds[item] as string;
  const info = shelf.infos[item];
  const views = orNull(items.amounts('views')[position]);
  const { gmv: earned, cost } = returns.contents.get(facts.keys[item] as string) ?? { gmv: null, cost: null };
  return {
    id,
    title: info?.title ?? id,
    platform: accountParts(account).platform,
    account: accountName(facts, account),
    format: info?.format ?? '',
    published: info?.published == null ? null : isoDate(info.published),
    views,
    gmv: orNull(items.amounts('gmv')[position]),
    gmvToDate: earned,
    costToDate: cost,
    roi: roiOf(earned, cost),
    index: views === null || usual === null ? null : views / usual,
    baseline: usual,
    coldStart: shelf.cold[item] === 1,
    owner: inCharge.content(facts.keys[item] as string),
  };
}

/** Content with views; cold starts are not ranked. */
function viewedIn({ items, amounts }: Amounts, baseline: Baseline, { shelf }: Context): Viewed[] {
  const views = amounts('views');
  const found: Viewed[] = [];
  for (let position = 0; position < items.length; position++) {
    const item = items[position] as number;
    const own = views[position] as number;
    if (Number.isNaN(own) || shelf.isContent[item] === 0 || shelf.cold[item] === 1) continue;
    found.push({ position, item, views: own, usual: baseline(item) });
  }
  return found;
}

/** Views above what is usual: an item with few views is no success, however small its median. */
function excess({ views, usual }: Ranked): number {
  return views - usual;
}

type Ranking = { readonly best: readonly ContentLine[]; readonly weakest: readonly ContentLine[] };

/** The first of them by an order; of equal ones, by their ids. */
function first<T extends Viewed>(viewed: T[], order: (a: T, b: T) => number, { facts }: Context): T[] {
  const idOf = ({ item }: Viewed): string => facts.index.contentIds[item] as string;
  return viewed.sort((a, b) => order(a, b) || (idOf(a) < idOf(b) ? -1 : 1)).slice(0, SHOWN);
}

/**
 * Best and weakest by views above and below what is usual for their account, format and age.
 * @param items The items; cold starts and items without a baseline are not ranked.
 * @param isYoung Whether an item is young enough to be called weak: old content is expected to fade.
 */
function rank(
  items: Amounts,
  baseline: Baseline,
  isYoung: (viewed: Viewed) => boolean,
  context: Context,
): Ranking {
  const ranked = viewedIn(items, baseline, context).filter(
    (viewed): viewed is Ranked => viewed.usual !== null,
  );
  const isAbove = ({ views, usual }: Ranked): boolean => views >= usual;
  const best = ranked.filter(isAbove);
  const weakest = ranked.filter((viewed) => !isAbove(viewed) && isYoung(viewed));
  const line = ({ position, usual }: Viewed): ContentLine => lineAt(items, position, usual, context);
  return {
    best: first(best, (a, b) => excess(b) - excess(a), context).map(line),
    weakest: first(weakest, (a, b) => excess(a) - excess(b), context).map(line),
  };
}

/** Where most items stood still the median is 0 and nothing can be held against it: then the views themselves rank. */
function rankByViews(items: Amounts, baseline: Baseline, context: Context): Ranking {
  const active = viewedIn(items, baseline, context).filter(({ views }) => views > 0);
  return {
    best: first(active, (a, b) => b.views - a.views, context).map(({ position, usual }) =>
      lineAt(items, position, usual, context),
    ),
    weakest: [],
  };
}

function rankingOf(items: Amounts, figures: Figures, week: Span | null, context: Context): Ranking {
  if (week !== null) {
    const monthAgo = week.to - 27;
    const isYoung = ({ item }: Viewed): boolean => (context.shelf.infos[item]?.published ?? 0) >= monthAgo;
    const aged = rank(items, weeklyBaseline(figures, week, context.shelf), isYoung, context);
    if (aged.best.length + aged.weakest.length > 0) return aged;
  }
  const baseline = plainBaseline(items, context.shelf);
  const plain = rank(items, baseline, () => true, context);
  return plain.best.length + plain.weakest.length > 0 ? plain : rankByViews(items, baseline, context);
}

/** GMV of accounts as far as their items measure it. */
function measuredGmv({ items, amounts }: Amounts, { index }: ReviewFacts): Map<string, number> {
  const measured = new Map<string, number>();
  amounts('gmv').forEach((gmv, position) => {
    if (Number.isNaN(gmv)) return;
    const account = index.accountNames[index.accountOf[items[position] as number] as number] as string;
    measured.set(account, (measured.get(account) ?? 0) + gmv);
  });
  return measured;
}

function accountMoney(items: Amounts, material: Material): AccountMoney[] {
  const { facts, inCharge, returns, shifts, settings } = material;
  const { week } = material.periods;
  const measured = measuredGmv(items, facts);
  return [...facts.accounts].flatMap(([account, info]) => {
    const own = returns.ofAccount(account, week.from, week.to);
    const gmv = measured.get(account) ?? own.gmv;
    if (gmv === null && own.cost === null) return [];
    const { platform, id, name } = info;
    const conversion = conversionOf(info, shifts, settings.language);
    const who = { platform, id, account: name, owner: inCharge.account(account) };
    return [{ ...who, gmv, cost: own.cost, roi: roiOf(gmv, own.cost), conversion }];
  });
}

const isMeasured = (column: Float64Array): boolean => column.some((value) => !Number.isNaN(value));

function hasFigures({ amounts }: Amounts, { index }: ReviewFacts): boolean {
  return Object.keys(index.facts.measures).some((measure) => isMeasured(amounts(measure)));
}

function coldLines(items: Amounts, context: Context): ContentLine[] {
  const { shelf } = context;
  const views = items.amounts('views');
  const found: ContentLine[] = [];
  for (let position = 0; position < items.items.length && found.length < SHOWN; position++) {
    const item = items.items[position] as number;
    const isShown = shelf.isContent[item] === 1 && shelf.cold[item] === 1 && !Number.isNaN(views[position]);
    if (isShown) found.push(lineAt(items, position, null, context));
  }
  return found;
}

/**
 * Section 5: the week's best and weakest content against what is usual for its account, format and age, cold starts
 * apart, with ROI to date, and money by account. Where no week can be told, totals to date, and called so.
 * @param material What the review is made of.
 */
export function contentSection(material: Material): ContentSection {
  const { facts, figures, inCharge, kpis, returns, periods, shelf } = material;
  const week = figures.period(periods.week.from, periods.week.to);
  const basis = hasFigures(week, facts) ? 'week' : hasFigures(figures.toDate, facts) ? 'lifetime' : 'none';
  const items: Amounts = basis === 'week' ? week : figures.toDate;
  const context = { facts, returns, shelf, inCharge };
  // Of a month or a quarter the items are held against each other: their ages even out.
  const isWeekly = basis === 'week' && periods.kind === 'week';
  const { best, weakest } = rankingOf(items, figures, isWeekly ? periods.week : null, context);
  return {
    basis,
    metric: isMeasured(items.amounts('gmv')) ? 'gmv' : 'views',
    best,
    weakest,
    coldStart: coldLines(items, context),
    accounts: basis === 'week' ? accountMoney(items, material) : [],
    orders: returns.ordered(periods.week.from, periods.week.to),
    isReported: isReportedGmv(rootOf(kpis)),
    items: items.items.reduce((count, item) => count + (shelf.isContent[item] as number), 0),
  };
}

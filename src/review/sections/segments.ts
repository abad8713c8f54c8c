import { isFault, isNumber } from '../../kpi/fault.ts';
import { additiveEffects } from '../../kpi/lmdi.ts';
import { isRatio, metricOf } from '../../kpi/metrics.ts';
import { type MixRate, mixAndRate } from '../../kpi/mix.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import { fits } from '../filter.ts';
import { accountKey } from '../keys.ts';
import type { Material } from '../material.ts';
import type { SegmentLine, SegmentTable } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import type { Span } from '../periods.ts';
import { wholeFigure } from '../whole-figure.ts';

/** What the goal is made of within each segment: so much volume at such a rate. */
const PAIRS: Readonly<Record<string, readonly [volume: string, rate: string]>> = {
  gmv: ['views', 'gpm'],
  orders: ['views', 'cvr'],
  views: ['impressions', 'tap_through_rate'],
  product_clicks: ['product_impressions', 'ctr'],
};

export type Segment = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly node: KpiNode;
};
/** Sums in another order differ by so much of the effects. */
const ROUNDING = 1e-6;

type Pair = readonly [before: number | null, after: number | null];

/** A part of the goal, as if it were a KPI of its own. */
function within(goal: KpiNode, filter: Partial<KpiNode['filter']>, metric = goal.metric): KpiNode {
  return { ...goal, metric, filter: { ...goal.filter, ...filter } };
}

/** Accounts that the goal counts. */
function accountsOf(goal: KpiNode, { facts }: Material) {
  const { platform, account, market } = goal.filter;
  return [...facts.accounts.values()].filter(
    (info) =>
      fits(platform, info.platform) &&
      (fits(account, info.id) || fits(account, info.name)) &&
      (info.market === '' || fits(market, info.market)),
  );
}

/** The goal by platform. */
export function platformSegments(goal: KpiNode, material: Material): Segment[] {
  const platforms = [...new Set(accountsOf(goal, material).map(({ platform }) => platform))];
  return platforms.map((platform) => ({
    id: platform,
    name: choiceWord(PLATFORMS, platform, material.settings.language),
    owner: '',
    node: within(goal, { platform }),
  }));
}

/** The goal by account. */
export function accountSegments(goal: KpiNode, material: Material): Segment[] {
  return accountsOf(goal, material).map(({ platform, id, name }) => ({
    id: `${platform}:${id}`,
    name,
    owner: material.inCharge.account(accountKey(platform, id)),
    node: within(goal, { platform, account: id }),
  }));
}

/** A figure of both periods; null where a day is missing, or nobody was there. */
function pairOf(node: KpiNode, { figures, periods }: Material): Pair {
  return [wholeFigure(figures, node, periods.weekBefore), wholeFigure(figures, node, periods.week)];
}

/** An amount of both periods: of accounts that are tracked in one of them alone it is 0 in the other. */
function amountsOf(node: KpiNode, material: Material): Pair {
  const { figures, periods } = material;
  const [before, after] = pairOf(node, material);
  const isThere = ({ from, to }: Span): boolean => figures.isTracked(node, from, to);
  if (before === null && after !== null && !isThere(periods.weekBefore)) return [0, after];
  if (after === null && before !== null && !isThere(periods.week)) return [before, 0];
  return [before, after];
}

/** What volume and rate did to a segment's own change, by logarithmic mean: both together are all of it. */
function ownEffects(
  volume: Pair,
  rate: Pair,
  effect: number,
): { volume: number | null; rate: number | null } {
  const nothing = { volume: null, rate: null };
  const before = [volume[0], rate[0]];
  const after = [volume[1], rate[1]];
  if (![...before, ...after].every((value) => value !== null && value > 0)) return nothing;
  const parts = additiveEffects([before as number[]], [after as number[]]);
  if (isFault(parts) || !parts.every(isNumber)) return nothing;
  const [ofVolume, ofRate] = parts as [number, number];
  // The rate may be per thousand: both parts are shares of the change that was measured.
  const total = ofVolume + ofRate;
  if (total === 0) return { volume: 0, rate: 0 };
  return { volume: (effect * ofVolume) / total, rate: (effect * ofRate) / total };
}

type Sides = { readonly value: Pair; readonly volume: Pair; readonly rate: Pair };

function mixOf(sides: readonly Sides[]): MixRate | null {
  const known = mixAndRate(
    sides.map(({ volume }) => volume[0]),
    sides.map(({ rate }) => rate[0]),
    sides.map(({ volume }) => volume[1]),
    sides.map(({ rate }) => rate[1]),
  );
  return isFault(known) ? null : known;
}

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, value) => total + (isNumber(value) ? value : 0), 0);

function wholeOf(mix: MixRate | null): SegmentTable['whole'] {
  if (mix === null || mix.before === null || mix.after === null) return null;
  return { before: mix.before, after: mix.after, rateEffect: sum(mix.rate), mixEffect: sum(mix.mix) };
}

/** Metric keys of volume and rate for a goal; a rate is its own, and its denominator the volume. */
function pairFor(metric: string): readonly [string, string] | undefined {
  const known = metricOf(metric);
  if (known !== undefined && isRatio(known)) return [known.denominator, metric];
  return PAIRS[metric];
}

/** What the lines leave of the change: of segments with missing days, or of no account that is known. */
function restOf(lines: readonly SegmentLine[], change: number): number | null {
  const rest = lines.reduce((left, { effect }) => left - effect, change);
  const size = lines.reduce((total, { effect }) => total + Math.abs(effect), Math.abs(change));
  return Math.abs(rest) > ROUNDING * size ? rest : null;
}

/**
 * What each segment did to the goal's change on the period before: of an amount the segment's own change, taken apart
 * into volume and rate; of a rate its own rate and the shift of volume. Mix and rate of the whole's rate stand apart.
 * @param goal The goal, or a KPI that stands for it.
 * @param segments Its parts.
 * @param change The goal's whole change.
 * @param material Figures of both periods.
 * @returns The largest effects first; segments with missing days are left out, and are the rest of an amount's change.
 * Source: logarithmic mean Divisia index (Ang 2004); mix and rate by midpoints (Kitagawa 1955).
 */
export function segmentTable(
  goal: KpiNode,
  segments: readonly Segment[],
  change: number,
  material: Material,
): SegmentTable {
  const pair = pairFor(goal.metric);
  const metric = metricOf(goal.metric);
  const isRate = metric !== undefined && isRatio(metric);
  const nothing: Pair = [null, null];
  const sides = segments.map(({ node }): Sides => {
    const of = (key: string | undefined): Pair =>
      key === undefined ? nothing : pairOf({ ...node, metric: key }, material);
    return {
      value: isRate ? pairOf(node, material) : amountsOf(node, material),
      volume: of(pair?.[0]),
      rate: of(pair?.[1]),
    };
  });
  const mix = pair === undefined ? null : mixOf(sides);
  const at = (values: MixRate['rate'] | undefined, i: number): number | null => {
    const value = values?.[i];
    return isNumber(value) ? value : null;
  };
  const lines = segments.flatMap(({ id, name, owner }, i): SegmentLine[] => {
    const { value, volume, rate } = sides[i] as Sides;
    const [rateEffect, mixEffect] = [at(mix?.rate, i), at(mix?.mix, i)];
    const ofRate = rateEffect === null || mixEffect === null ? null : rateEffect + mixEffect;
    const ofAmount = value[0] === null || value[1] === null ? null : value[1] - value[0];
    const effect = isRate ? ofRate : ofAmount;
    if (effect === null) return [];
    const own = isRate ? { volume: null, rate: null } : ownEffects(volume, rate, effect);
    const share = change === 0 ? null : effect / change;
    const both = { before: value[0], after: value[1], rateBefore: rate[0], rateAfter: rate[1] };
    return [{ id, name, owner, unit: goal.unit, effect, share, ...both, ...own, rateEffect, mixEffect }];
  });
  return {
    rest: isRate ? null : restOf(lines, change),
    lines: lines.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
    volume: pair?.[0] ?? null,
    rate: pair?.[1] ?? null,
    whole: lines.length === 0 ? null : wholeOf(mix),
  };
}

import { isoDate } from '../../kpi/calendar.ts';
import { isOutBy, isPlannedFor, type PlanItem, planItems } from '../content-plan.ts';
import { accountParts } from '../keys.ts';
import type { Material } from '../material.ts';
import type { PublishingLine, PublishingSection } from '../model-sections.ts';
import type { Span } from '../periods.ts';
import { type IsUnseen, unseenIn } from '../unseen.ts';

type Counts = Omit<PublishingLine, 'platform' | 'account' | 'adherence'>;

/** Published within the week with no plan for it, or ahead of its planned week. */
function isUnplanned({ planned, published }: PlanItem, { from, to }: Span): boolean {
  if (published === null || published < from || published > to) return false;
  return planned === null || planned > to;
}

function isOnTime({ planned, published }: PlanItem): boolean {
  return published === null || (planned !== null && published <= planned);
}

function count(items: readonly PlanItem[], week: Span, today: number, isUnseen: IsUnseen): Counts {
  const planned = items.filter((item) => isPlannedFor(item, week, today));
  const out = planned.filter((item) => isOutBy(item, week.to));
  const onTime = out.filter(isOnTime).length;
  const unknown = planned.filter(isUnseen).length;
  return {
    planned: planned.length,
    onTime,
    late: out.length - onTime,
    missing: planned.length - out.length - unknown,
    unknown,
    unplanned: items.filter((item) => isUnplanned(item, week)).length,
  };
}

function lineOf(
  where: Pick<PublishingLine, 'platform' | 'account'>,
  items: readonly PlanItem[],
  { periods, today }: Material,
  isUnseen: IsUnseen,
): PublishingLine {
  const counts = count(items, periods.week, today, isUnseen);
  const known = counts.planned - counts.unknown;
  const adherence = known === 0 ? null : (counts.onTime + counts.late) / known;
  return { ...where, ...counts, adherence };
}

function byAccount(items: readonly PlanItem[]): ReadonlyMap<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>();
  for (const item of items) {
    const known = found.get(item.account);
    if (known === undefined) found.set(item.account, [item]);
    else known.push(item);
  }
  return found;
}

function overdueOf(
  items: readonly PlanItem[],
  names: Names,
  { inCharge, today }: Material,
  isUnseen: IsUnseen,
): PublishingSection['overdue'] {
  return items
    .flatMap((item) => {
      const { id, title, account, planned, isOut, isAside, people } = item;
      if (planned === null || planned >= today || isOut || isAside || isUnseen(item)) return [];
      const owner = people[0] === undefined ? inCharge.account(account) : inCharge.people(people[0]);
      const days = today - planned;
      return [{ id, title, account: names(account), planned: isoDate(planned), owner, days }];
    })
    .sort((a, b) => b.days - a.days);
}

type Names = (account: string) => string;

/**
 * Section 10: planned against published content of the week by account, the worst first, and all that is overdue, the
 * longest first.
 * @param material What the review is made from.
 */
export function publishingSection(material: Material): PublishingSection {
  const { table, periods, facts } = material;
  const items = planItems(table('content'), periods.week);
  const isUnseen = unseenIn(material);
  const names: Names = (account) => facts.accounts.get(account)?.name ?? accountParts(account).id;
  const lines = [...byAccount(items)]
    .map(([account, own]) =>
      lineOf({ platform: accountParts(account).platform, account: names(account) }, own, material, isUnseen),
    )
    .filter(({ planned, unplanned }) => planned + unplanned > 0)
    .sort((a, b) => (a.adherence ?? 2) - (b.adherence ?? 2) || b.missing - a.missing || b.late - a.late);
  return {
    lines,
    total: lineOf({ platform: '', account: '' }, items, material, isUnseen),
    overdue: overdueOf(items, names, material, isUnseen),
  };
}

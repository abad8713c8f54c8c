import { fiscalQuarterStart } from '../kpi/calendar.ts';
import type { ExpiredLicence } from './assets.ts';
import type { StoryPlan } from './story.ts';
import type { Frame, Item, StoryFact, StoryKey } from './types.ts';

const NOTHING = { account: null, node: null, content: [], sku: null, hours: null, asset: null } as const;

/** The item that went viral; null without a story. */
export const viralItem = (items: readonly Item[]): Item | null => items.find((item) => item.viral) ?? null;

/** What was planted, with the places that the data gave it. */
export function storyFacts(
  frame: Frame,
  plan: StoryPlan,
  items: readonly Item[],
  expired: ExpiredLicence | null,
): StoryFact[] {
  const { lastDay } = frame;
  const weekStart = (week: number): number => frame.firstDay + week * 7;
  const fact = (key: StoryKey, from: number, size: number, where: Partial<StoryFact>): StoryFact => ({
    ...NOTHING,
    key,
    from,
    to: lastDay,
    size,
    ...where,
  });
  const viral = viralItem(items);
  const looped = items.filter(
    (item) => item.account === plan.gaming.account && item.week >= plan.gaming.fromWeek,
  );
  const shorts = looped.filter((item) => item.profile.format === 'short_video').map((item) => item.id);
  const { from } = plan.weakHours;
  return [
    fact('conversion_drop', weekStart(plan.drop.fromWeek), plan.drop.size, { account: plan.drop.account.id }),
    fact('gamed_completion', weekStart(plan.gaming.fromWeek), plan.gaming.gain, {
      account: plan.gaming.account.id,
      content: shorts,
    }),
    fact('viral_stockout', Math.floor(viral?.published ?? lastDay), plan.viral.factor, {
      account: plan.viral.account.id,
      content: viral === null ? [] : [viral.id],
      sku: viral?.product?.sku ?? null,
    }),
    fact('weak_hours', frame.firstDay, plan.weakHours.loss, { hours: { from, to: from + 4 } }),
    fact('unreal_target', fiscalQuarterStart(lastDay), plan.target.factor, { node: plan.target.node }),
    fact('overdue_comments', lastDay - 4, plan.comments.count, { account: plan.comments.account.id }),
    fact('expired_licence', (expired?.validUntil ?? lastDay) + 1, plan.licence.days, {
      content: expired?.content ?? [],
      asset: expired?.asset ?? null,
    }),
  ];
}

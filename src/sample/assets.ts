import { isoDate } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { randomOf } from './random.ts';
import type { StoryPlan } from './story.ts';
import type { Frame, Item } from './types.ts';

type Asset = { readonly name: string; readonly kind: string; readonly licence: string };

const LIBRARY: readonly Asset[] = [
  { name: 'Sunday Kitchen (loop)', kind: 'music', licence: 'Commercial, 1 year' },
  { name: 'Neon Steps', kind: 'music', licence: 'Commercial, 1 year' },
  { name: 'Kopi Pagi', kind: 'music', licence: 'Commercial, 2 years' },
  { name: 'Bangkok Drive', kind: 'music', licence: 'Commercial, 1 year' },
  { name: 'Soft Unboxing', kind: 'music', licence: 'Social media, 1 year' },
  { name: 'Countdown Live', kind: 'music', licence: 'Live, 1 year' },
  { name: 'Loft living room', kind: 'footage', licence: 'Extended' },
  { name: 'Steam close-up 4K', kind: 'footage', licence: 'Extended' },
  { name: 'Cat and fountain', kind: 'footage', licence: 'Standard' },
  { name: 'Jakarta flat at dusk', kind: 'footage', licence: 'Standard' },
  { name: 'Hands with parcel', kind: 'image', licence: 'Standard' },
  { name: 'Kitchen top view', kind: 'image', licence: 'Standard' },
  { name: 'White gift box', kind: 'image', licence: 'Extended' },
  { name: 'Velmoo Sans Thai', kind: 'font', licence: 'Desktop and video' },
  { name: 'Caption Bold', kind: 'font', licence: 'Video' },
];

const MUSIC_MARKETS = 'US, ID, TH';

/** The asset and the content of the story, or null without one. */
export type ExpiredLicence = {
  readonly asset: string;
  readonly validUntil: number;
  readonly content: readonly string[];
};

/** Finds content that was published after the licence ran out. */
export function expiredLicence(
  frame: Frame,
  plan: StoryPlan | null,
  items: readonly Item[],
): ExpiredLicence | null {
  if (plan === null) return null;
  const random = randomOf(frame.seed, 'expired licence');
  const validUntil = frame.lastDay - plan.licence.days;
  const recent = items.filter((item) => item.published >= Math.max(validUntil + 1, frame.lastDay - 9));
  const content = random
    .shuffled(recent)
    .slice(0, plan.licence.uses)
    .map((item) => item.id);
  return { asset: LIBRARY[plan.licence.asset]?.name ?? '', validUntil, content };
}

/** Rows of the sheet `assets`. Licences are valid for two more months at least, but the one of the story. */
export function assetRows(frame: Frame, expired: ExpiredLicence | null, items: readonly Item[]): RowValues[] {
  return LIBRARY.map((asset) => {
    const random = randomOf(frame.seed, `asset ${asset.name}`);
    const validUntil = frame.lastDay + random.whole(62, 410);
    const used = random.shuffled(items.filter((item) => item.week >= 0)).slice(0, random.whole(2, 5));
    const own = expired?.asset === asset.name ? expired : null;
    const bought = isoDate(validUntil - 365);
    return {
      asset: asset.name,
      kind: asset.kind,
      licence: asset.licence,
      proof: `licence-${bought}-${random.whole(1000, 9999)}.pdf`,
      valid_until: own?.validUntil ?? validUntil,
      markets: MUSIC_MARKETS,
      used_by: (own?.content ?? used.map((item) => item.id)).join(', '),
    };
  });
}

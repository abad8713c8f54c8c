import { addMonths, monthStart } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import type { Words } from '../workbook/template.ts';
import { creatorOf } from './content-rows.ts';
import { randomOf } from './random.ts';
import { ACCOUNTS } from './team.ts';
import type { Format, Frame, Item } from './types.ts';

/** Production of one item in USD. */
const PRODUCTION: Readonly<Record<Format, number>> = {
  short_video: 27,
  long_video: 118,
  live: 64,
  carousel: 19,
  image: 11,
};
const PER_USD: Readonly<Record<string, number>> = { USD: 1, IDR: 16300, THB: 33.2 };
/** Work in South-East Asia costs less. */
const WAGE: Readonly<Record<string, number>> = { USD: 1, IDR: 0.55, THB: 0.6 };

const round = (amount: number, currency: string): number =>
  currency === 'IDR' ? Math.round(amount / 500) * 500 : Math.round(amount * 100) / 100;

function itemCosts(frame: Frame, item: Item): RowValues[] {
  const random = randomOf(frame.seed, `cost ${item.account.id} ${item.week} ${item.title} ${item.duration}`);
  const { currency } = item.account;
  const local = (PER_USD[currency] ?? 1) * (WAGE[currency] ?? 1);
  const base = { date: Math.floor(item.published), content: item.id, currency };
  const production = PRODUCTION[item.profile.format] * local * random.spread(0.2);
  const rows: RowValues[] = [{ ...base, component: 'production', amount: round(production, currency) }];
  if (creatorOf(frame, item) !== null) {
    rows.push({ ...base, component: 'creators', amount: round(86 * local * random.spread(0.3), currency) });
  }
  if (random.chance(0.09)) {
    rows.push({ ...base, component: 'ads', amount: round(41 * local * random.spread(0.3), currency) });
  }
  return rows;
}

/** Weekly ad spend of the shops. */
function adRows(frame: Frame): RowValues[] {
  return ACCOUNTS.filter((account) => account.platform === 'tiktok_shop').flatMap((account) => {
    const random = randomOf(frame.seed, `ads ${account.id}`);
    const usd = account.market === 'US' ? 214 : 121;
    return Array.from({ length: frame.weeks }, (_, week) => ({
      date: frame.firstDay + week * 7 + 6,
      from: frame.firstDay + week * 7,
      platform: account.platform,
      account: account.id,
      component: 'ads',
      amount: round(usd * (PER_USD[account.currency] ?? 1) * random.spread(0.12), account.currency),
      currency: account.currency,
      allocation: 'gmv',
    }));
  });
}

type Shared = {
  readonly component: string;
  readonly platform: string | null;
  readonly usd: number;
  readonly allocation: string;
  readonly note: Words;
};

const SHARED: readonly Shared[] = [
  {
    component: 'tools',
    platform: null,
    usd: 189,
    allocation: 'content',
    note: { en: 'Editing and captions', 'zh-CN': '剪辑与字幕工具' },
  },
  {
    component: 'tools',
    platform: 'youtube',
    usd: 49,
    allocation: 'views',
    note: { en: 'Thumbnail tests', 'zh-CN': '缩略图测试工具' },
  },
  {
    component: 'translation',
    platform: 'tiktok_shop',
    usd: 312,
    allocation: 'content',
    note: { en: 'Indonesian and Thai', 'zh-CN': '印尼语和泰语翻译' },
  },
  {
    component: 'localisation',
    platform: null,
    usd: 146,
    allocation: 'content',
    note: { en: 'Native reviewers', 'zh-CN': '母语审核' },
  },
  {
    component: 'compliance',
    platform: null,
    usd: 97,
    allocation: 'fixed',
    note: { en: 'Licences and claims', 'zh-CN': '版权与宣传用语审核' },
  },
  {
    component: 'tests',
    platform: 'instagram',
    usd: 58,
    allocation: 'views',
    note: { en: 'Cover tests', 'zh-CN': '封面测试' },
  },
  {
    component: 'staff',
    platform: null,
    usd: 2140,
    allocation: 'fixed',
    note: { en: 'Freelance editors', 'zh-CN': '兼职剪辑' },
  },
];

/** Monthly costs of a platform or of all, booked on the last days of the month within the data. */
function sharedRows(frame: Frame): RowValues[] {
  const random = randomOf(frame.seed, 'shared costs');
  const rows: RowValues[] = [];
  for (let month = monthStart(frame.firstDay); month <= frame.lastDay; month = addMonths(month, 1)) {
    const date = addMonths(month, 1) - 3;
    if (date < frame.firstDay || date > frame.lastDay) continue;
    for (const each of SHARED) {
      rows.push({
        date,
        ...(each.platform === null ? {} : { platform: each.platform }),
        component: each.component,
        amount: round(each.usd * random.spread(0.06), 'USD'),
        currency: 'USD',
        allocation: each.allocation,
        note: each.note[frame.language],
      });
    }
  }
  return rows;
}

/** Rows of the sheet `costs`, by date. */
export function costRows(frame: Frame, items: readonly Item[]): RowValues[] {
  const made = items.filter((item) => item.week >= 0).flatMap((item) => itemCosts(frame, item));
  return [...made, ...adRows(frame), ...sharedRows(frame)].sort(
    (one, other) => Number(one.date) - Number(other.date),
  );
}

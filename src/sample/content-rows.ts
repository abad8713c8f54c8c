import { dateOfSerial } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import type { Words } from '../workbook/template.ts';
import { COVERS, CREATORS, HOOKS, TOPICS } from './phrases.ts';
import { PRODUCTS } from './products.ts';
import { randomOf } from './random.ts';
import { ACCOUNTS, PEOPLE } from './team.ts';
import type { Account, Frame, Item } from './types.ts';

const NEXT_WEEKS = 1;

/** The creator that an item was made with, or null; a fifth of the short videos have one. */
export function creatorOf(frame: Frame, item: Item): string | null {
  if (item.profile.format !== 'short_video') return null;
  const random = randomOf(frame.seed, `creator ${item.account.id} ${item.week} ${item.title}`);
  return random.chance(0.2) ? random.pick(CREATORS[item.account.language]) : null;
}

/** The KPI that an item mainly serves. */
function nodeOf(account: Account): string {
  if (account.platform === 'tiktok_shop') return 'tiktok.product_impressions';
  return account.platform === 'youtube' ? 'youtube.views' : 'instagram.views';
}

const WRITER_OF: Readonly<Record<string, Words>> = {
  en: PEOPLE.writers[0] as Words,
  id: PEOPLE.writers[1] as Words,
  th: PEOPLE.writers[2] as Words,
};

function people(frame: Frame, account: Account, turn: number): RowValues {
  const { language } = frame;
  const planner = PEOPLE.planners[account.market === 'US' ? 1 : 0];
  const editor = account.market === 'TH' ? PEOPLE.editors[2] : PEOPLE.editors[turn % 2];
  return {
    planner: planner?.[language] ?? '',
    editor: editor?.[language] ?? '',
    writer: WRITER_OF[account.language]?.[language] ?? '',
    operator: account.operator[language],
  };
}

/** What the localisation reviewer of an Indonesian or Thai item found; a small sample is reviewed. */
function checks(frame: Frame, item: Item): RowValues {
  const random = randomOf(frame.seed, `checks ${item.account.id} ${item.published}`);
  if (item.account.language === 'en' || !random.chance(0.3)) return {};
  const passed = (probability: number): string => (random.chance(probability) ? 'yes' : 'no');
  return {
    reviewer: WRITER_OF[item.account.language]?.[frame.language] ?? '',
    language_check: passed(0.95),
    culture_check: passed(0.97),
    visual_check: passed(0.97),
    compliance_check: 'yes',
  };
}

/** Campaigns run from the 24th of a month, around payday. */
function campaignOf(item: Item): RowValues {
  const { year, month, day } = dateOfSerial(item.published);
  return day >= 24 && day <= 28 ? { campaign: `payday-${year}-${String(month).padStart(2, '0')}` } : {};
}

function publishedRow(frame: Frame, item: Item, turn: number): RowValues {
  const { language } = frame;
  const random = randomOf(frame.seed, `labels ${item.account.id} ${item.published}`);
  const creator = creatorOf(frame, item);
  const day = Math.floor(item.published);
  return {
    id: item.id,
    title: item.title,
    platform: item.account.platform,
    account: item.account.id,
    market: item.account.market,
    language: item.account.language,
    format: item.profile.format,
    status: 'published',
    planned: random.chance(0.05) ? day - 1 : day,
    published: item.published,
    ...(item.duration > 0 ? { duration: item.duration } : {}),
    ...(item.product === null ? {} : { product: item.product.sku }),
    topic: random.pick(TOPICS)[language],
    ...(item.profile.format === 'live' ? {} : { hook: HOOKS[item.hook]?.name[language] ?? '' }),
    cover: random.pick(COVERS)[language],
    ...(creator === null ? {} : { creator }),
    ...people(frame, item.account, turn),
    node: nodeOf(item.account),
    ...campaignOf(item),
    ...checks(frame, item),
  };
}

/** What is planned for the days after the data. */
function plannedRows(frame: Frame): RowValues[] {
  return ACCOUNTS.flatMap((account, place) => {
    const random = randomOf(frame.seed, `planned ${account.id}`);
    const profiles = account.formats.flatMap((profile) =>
      new Array(profile.perWeek * NEXT_WEEKS).fill(profile),
    );
    return profiles.map((profile, index) => {
      const product = random.pick(PRODUCTS);
      const title = random.pick(HOOKS[index % HOOKS.length]?.titles[account.language] ?? ['{}']);
      const planned = frame.lastDay + 1 + Math.floor((index * 7 * NEXT_WEEKS) / profiles.length);
      return {
        id: `plan-${planned}-${place + 1}${index + 1}`,
        title: title.replace('{}', product.local[account.language]),
        platform: account.platform,
        account: account.id,
        market: account.market,
        language: account.language,
        format: profile.format,
        status: random.weighted(['planned', 'in_production', 'ready'], [0.3, 0.4, 0.3]),
        planned,
        product: product.sku,
        topic: random.pick(TOPICS)[frame.language],
        ...people(frame, account, index),
        node: nodeOf(account),
      };
    });
  });
}

/** Rows of the sheet `content`: what was published, then what is planned. */
export function contentRows(frame: Frame, items: readonly Item[]): RowValues[] {
  return [...items.map((item, turn) => publishedRow(frame, item, turn)), ...plannedRows(frame)];
}

import { type Words, words } from '../template.ts';
import { ACTIVATION } from './activation.ts';
import { BRAND_AWARENESS } from './brand.ts';
import { CLEARANCE } from './clearance.ts';
import { NEW_CUSTOMERS } from './customers.ts';
import { FOLLOWER_GROWTH } from './followers.ts';
import { GMV_BY_PLATFORM } from './gmv-by-platform.ts';
import { GMV_BY_VIEWS } from './gmv-by-views.ts';
import { GMV_GROWTH } from './gmv-growth.ts';
import { GMV_OF_A_SHOP } from './gmv-of-a-shop.ts';
import { LIVE_COMMERCE } from './live.ts';
import type { Model } from './model.ts';
import { PROFIT } from './profit.ts';
import { REACH } from './reach.ts';
import { SERVICE_QUALITY } from './service.ts';

/** All models. */
export const MODELS: readonly Model[] = [
  GMV_GROWTH,
  GMV_BY_PLATFORM,
  GMV_OF_A_SHOP,
  GMV_BY_VIEWS,
  LIVE_COMMERCE,
  NEW_CUSTOMERS,
  ACTIVATION,
  CLEARANCE,
  BRAND_AWARENESS,
  REACH,
  FOLLOWER_GROWTH,
  PROFIT,
  SERVICE_QUALITY,
];

/** What a team may want, and the model that leads there. */
export type Goal = { readonly name: Words; readonly model: string };

const goal = (en: string, zh: string, model: string): Goal => ({ name: words(en, zh), model });

/** Goals in the order in which they are offered. */
export const GOALS: readonly Goal[] = [
  goal('Grow GMV: content and other sales', 'GMV 增长：内容与其他销售', 'gmv_growth'),
  goal('Grow GMV on several platforms', '多平台 GMV 增长', 'gmv_by_platform'),
  goal('Grow the GMV of one shop', '单店 GMV 增长', 'gmv_shop'),
  goal('Sell by links in videos', '视频链接带货', 'gmv_views'),
  goal('Sell live', '直播带货', 'live'),
  goal('Win new customers', '拉新', 'customers'),
  goal('Activate viewers', '激活', 'activation'),
  goal('Clear stock', '清库存', 'clearance'),
  goal('Make the brand known', '品牌认知', 'brand'),
  goal('Reach more viewers', '扩大播放量', 'reach'),
  goal('Win followers', '涨粉', 'followers'),
  goal('Earn more', '提升利润', 'profit'),
  goal('Serve better', '提升服务质量', 'service'),
];

/**
 * The model with a key.
 * @param key Key, such as `live`.
 * @returns The model; undefined where there is none.
 * @example modelOf('live')?.title.en //=> 'Live commerce'
 */
export function modelOf(key: string): Model | undefined {
  return MODELS.find((model) => model.key === key);
}

import type { ExportFormat } from './format.ts';
import { META } from './meta.ts';
import { SHOPEE } from './shopee.ts';
import { SHOPS } from './shops.ts';
import { formatOfSpec } from './spec.ts';
import { TIKTOK } from './tiktok.ts';
import { TIKTOK_ADS } from './tiktok-ads.ts';
import { TIKTOK_SHOP } from './tiktok-shop.ts';
import { YOUTUBE } from './youtube.ts';

let known: readonly ExportFormat[] | undefined;

/**
 * Every export that can be read. They are unfolded when they are first asked for: most calls of the add-on need none.
 * @returns The formats; where a file could be two of them, the earlier one.
 */
export function formats(): readonly ExportFormat[] {
  known ??= [...YOUTUBE, ...TIKTOK_SHOP, ...TIKTOK, ...TIKTOK_ADS, ...META, ...SHOPEE, ...SHOPS].map(
    formatOfSpec,
  );
  return known;
}

/**
 * The format of a key.
 * @param key `platform.table`, as the import log shows it.
 * @returns The format; undefined for a key that no format has.
 * @example formatOf('youtube.content')?.platform //=> 'youtube'
 */
export const formatOf = (key: string): ExportFormat | undefined => formats().find((each) => each.key === key);

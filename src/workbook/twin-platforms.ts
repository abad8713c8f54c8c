// TikTok's two exports, of the creator and of the shop, are about the same videos and name them by the same ids.
const TWINS: Readonly<Record<string, string>> = { tiktok: 'tiktok_shop', tiktok_shop: 'tiktok' };

/**
 * The platform whose exports are about the same content under the same ids.
 * @param platform Key of a platform.
 * @returns Its twin's key; null for one that has none.
 * @example twinOf('tiktok') //=> 'tiktok_shop'
 */
export const twinOf = (platform: string): string | null => TWINS[platform] ?? null;

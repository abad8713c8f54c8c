/** Kinds of files that an account has beside each other: each says something of its own days alone. */
export const FILE_KINDS = ['content', 'live', 'days'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Formats, by the end of their keys, that say nothing of the days that content or accounts have figures for. */
const NO_DAYS = /(?:orders?|products|ads|gmv_max(?:_days)?|costs|comments|geography|viewers|audience)$/;
const OF_DAYS = /\.(?:days|overview|followers|account)$/;

/**
 * The kind of a file, by its format as the import log has it.
 * @param format Key of the format; empty in rows that people wrote.
 * @returns The kind; null for files that cover no days, such as orders.
 * @example fileKind('tiktok_shop.lives') //=> 'live'
 */
export function fileKind(format: string): FileKind | null {
  if (NO_DAYS.test(format)) return null;
  if (OF_DAYS.test(format)) return 'days';
  return /\.lives(?:_old)?$/.test(format) ? 'live' : 'content';
}

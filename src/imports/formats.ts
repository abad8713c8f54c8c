import type { ExportFormat } from './format.ts';
import { YOUTUBE_CONTENT } from './youtube.ts';

/** Every export that can be read. */
export const FORMATS: readonly ExportFormat[] = [YOUTUBE_CONTENT];

/**
 * The format of a key.
 * @param key `platform.table`, as the import log shows it.
 * @returns The format; undefined for a key that no format has.
 * @example formatOf('youtube.content')?.platform //=> 'youtube'
 */
export const formatOf = (key: string): ExportFormat | undefined => FORMATS.find((each) => each.key === key);

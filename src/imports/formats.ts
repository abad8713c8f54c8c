import type { ExportFormat } from './format.ts';
import { YOUTUBE_CONTENT } from './youtube.ts';

/** Every export that can be read. */
export const FORMATS: readonly ExportFormat[] = [YOUTUBE_CONTENT];

/**
 * The format of a key.
 * @example formatOf('youtube.content')?.platform //=> 'youtube'
 */
export const formatOf = (key: string): ExportFormat | undefined => FORMATS.find((each) => each.key === key);

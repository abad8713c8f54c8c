/** The library's own words in the page's language. */
import { gridWords } from './grid-words.ts';
import { engine } from './library.ts';
import { boot } from './server.ts';

const table = boot.language === 'zh-CN' ? gridWords : {};

/** A text of the library in the page's language; what the table lacks stays English. */
export const translated = (text: unknown): string => table[String(text)] ?? String(text);

/** Before the first model is made. */
export function translateLibrary(): void {
  engine().setTranslationMethod(translated as never);
}

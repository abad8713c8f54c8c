/** The library's own words in the page's language. */
import { gridWords } from './grid-words.ts';
import { engine } from './library.ts';
import { boot } from './server.ts';

/** Before the first model is made. A sentence that the table lacks stays English. */
export function translateLibrary(): void {
  const table = boot.language === 'zh-CN' ? gridWords : {};
  engine().setTranslationMethod(((text: string) => table[String(text)] ?? String(text)) as never);
}

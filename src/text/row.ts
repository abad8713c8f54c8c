import type { Language } from './index.ts';

/**
 * Names in a row.
 * @example listed(['Ana', 'Bo'], 'zh-CN') //=> 'Ana、Bo'
 */
export function listed(names: readonly string[], language: Language): string {
  return names.join(language === 'zh-CN' ? '、' : ', ');
}

/**
 * Those who are named, once each, in a row.
 * @example listedOnce(['Ana', '', 'Bo', 'Ana'], 'en') //=> 'Ana, Bo'
 */
export function listedOnce(names: readonly string[], language: Language): string {
  return listed([...new Set(names.filter((name) => name !== ''))], language);
}

/**
 * Sentences in a row; Chinese has no blanks between them.
 * @example inARow(['Saved.', 'New targets: 1.'], 'en') //=> 'Saved. New targets: 1.'
 */
export function inARow(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh-CN' ? '' : ' ');
}

import type { Language } from './index.ts';

/**
 * Names in a row.
 * @example listed(['Ana', 'Bo'], 'zh-CN') //=> 'Ana、Bo'
 */
export function listed(names: readonly string[], language: Language): string {
  return names.join(language === 'zh-CN' ? '、' : ', ');
}

/**
 * Sentences in a row; Chinese has no blanks between them.
 * @example inARow(['Saved.', 'New targets: 1.'], 'en') //=> 'Saved. New targets: 1.'
 */
export function inARow(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh-CN' ? '' : ' ');
}

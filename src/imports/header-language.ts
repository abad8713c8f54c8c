/** Kana, and characters and words that only Japanese headers have. */
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}円売価払広発単気対応]|注文|動画|視聴/u;
/** Simplified characters of usual headers, which Japanese writes another way. */
const SIMPLIFIED = /[订单额观击转价视频账币种时间发货实选项费达总计]/;
const HAN = /\p{sc=Han}/u;

/**
 * Whether a header is Chinese.
 * @param text Header as it stands in the file.
 * @example isChinese('订单号') //=> true
 * @example isChinese('注文番号') //=> false
 */
export const isChinese = (text: string): boolean =>
  SIMPLIFIED.test(text) || (HAN.test(text) && !JAPANESE.test(text));

/** The language that headers are written in; null where they mix two, or are in one that is not told apart. */
export type HeaderLanguage = 'zh-CN' | 'ja' | 'en' | null;

/**
 * The language of a file's headers.
 * @param headers As they stand in the file; a few Latin words, such as SKU, stand among headers of every language.
 * @example languageOf(['订单号', '金额', 'SKU']) //=> 'zh-CN'
 */
export function languageOf(headers: readonly string[]): HeaderLanguage {
  const isJapanese = headers.some((text) => JAPANESE.test(text) && !SIMPLIFIED.test(text));
  // Beside kana, Chinese characters alone show nothing.
  const isOfChina = isJapanese
    ? headers.some((text) => SIMPLIFIED.test(text))
    : headers.some((text) => isChinese(text));
  if (isJapanese && isOfChina) return null;
  if (isJapanese) return 'ja';
  if (isOfChina) return 'zh-CN';
  return headers.every((text) => /^[\p{ASCII}£€¥￥]*$/u.test(text)) ? 'en' : null;
}

import { CODES, SIGNS } from './signs.ts';

export type Header = {
  /** Form in which headers are compared. */
  readonly name: string;
  /** The same with the currency. */
  readonly whole: string;
  /** ISO code that stood at the end, in brackets or as "Amount EUR"; null when there was none, or an unclear one. */
  readonly currency: string | null;
};

/** Folds what differs without meaning: full-width forms, case, spaces, dashes, byte order mark. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([()]) ?/g, '$1')
    .trim()
    .toLowerCase();

/** The currency of a word or of several that agree; undefined where one of them names none. */
function currencyOf(text: string): string | null | undefined {
  const found = text.split(' ').map((word) => {
    const code = word.toUpperCase();
    return CODES.has(code) ? code : SIGNS.get(word);
  });
  if (found.includes(undefined)) return undefined;
  const [first, ...others] = new Set(found);
  return others.length === 0 ? first : null;
}

const BRACKET = /^(.+)\(([^()]+)\)$/;

/** What may be a currency that is not known: few characters with a sign of one among them, or a code. */
const LIKE_CURRENCY = /^(?=.{1,6}$).*\p{Sc}|^[a-z]{3}$/u;

/**
 * The name that a header of money would have without a bracket that may name a currency.
 * @param text Header as it stands in the file.
 * @returns The folded name; null where no such bracket ends it.
 * @example nameOfMoney('Revenue (B$)') //=> 'revenue'
 */
export function nameOfMoney(text: string): string | null {
  const bracket = BRACKET.exec(fold(text));
  return bracket !== null && LIKE_CURRENCY.test(bracket[2]!) ? bracket[1]! : null;
}

/**
 * A header in the form in which headers are compared, its currency apart.
 * @param text Header as it stands in the file.
 * @returns The folded name, and the ISO code of the currency that stood at its end, in brackets or in capitals.
 * @example readHeader('Estimated revenue (USD)')
 *   //=> { name: 'estimated revenue', whole: 'estimated revenue(usd)', currency: 'USD' }
 * @example readHeader('Amount EUR').currency //=> 'EUR'
 * @example readHeader('观看时长（小时）').name //=> '观看时长(小时)'
 */
export function readHeader(text: string): Header {
  const name = fold(text);
  const whole = name;
  const bracket = BRACKET.exec(name);
  if (bracket === null) {
    // In capitals alone: "try" and "all" are words, too.
    const behind = /\s([A-Z]{3})\s*$/.exec(text)?.[1] ?? '';
    return CODES.has(behind)
      ? { name: name.slice(0, -3).trim(), whole, currency: behind }
      : { name, whole, currency: null };
  }
  const currency = currencyOf(bracket[2]!.trim());
  return currency === undefined
    ? { name, whole, currency: null }
    : { name: bracket[1]!.trim(), whole, currency };
}

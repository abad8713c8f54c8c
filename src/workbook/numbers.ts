/** How a file writes decimals: `.` as English does, `,` as much of Europe and Indonesia do. */
export type DecimalMark = '.' | ',';

// Multipliers after a number, in the languages of the exports: English, Chinese, Indonesian, Vietnamese, and of Spanish
// and Portuguese, where "mil" is a thousand.
const MULTIPLIERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    m: 1e6,
    b: 1e9,
    bn: 1e9,
    mn: 1e6,
    千: 1e3,
    w: 1e4,
    万: 1e4,
    萬: 1e4,
    亿: 1e8,
    億: 1e8,
    rb: 1e3,
    jt: 1e6,
    tr: 1e6,
    mil: 1e3,
    mi: 1e6,
    mill: 1e6,
    bi: 1e9,
  }),
);

// Codes before or behind an amount; each is read as its sign would be.
const CODES =
  'usd|eur|gbp|cny|rmb|jpy|hkd|twd|krw|sgd|myr|idr|thb|vnd|php|inr|aud|nzd|cad|chf|mxn|brl|aed|sar|try|pln|czk|huf|ron|ars|pen|clp|cop';
const SIGNS = '[$£€¥₩฿₫₱₹₺₽₴円元]|zł';
const AMOUNT = new RegExp(
  `^([+-]?)(?:[a-z]{0,3}(?:${SIGNS})|rp\\.?|rm|s/\\.?|${CODES})?([+-]?)([\\d.,]+(?:e[+-]?\\d+)?)([^\\d.,]*)\\.?$`,
  'i',
);
const CURRENCY_BEHIND = new RegExp(`(?:${SIGNS}|${CODES})$`);

const EMPTY = new Set(['', '-', '--', '—', '–', '—-', 'undefined', 'null', 'n/a', 'nan']);

/**
 * Is this a way to write that there is no figure?
 * @param text Cell as it stands in the file.
 * @returns Whether it is blank, or one of the signs that platforms use for it.
 * @example isNoFigure('--') //=> true
 */
export const isNoFigure = (text: string): boolean => EMPTY.has(text.trim().toLowerCase());

/**
 * The decimal mark of a file, from its figures: a comma that cannot part thousands is a decimal comma.
 * @param texts Cells of the numeric columns.
 * @param usual The mark where no cell shows it.
 * @returns `.` where some cell must be read with a point, else `,` where some must be read with a comma.
 * @example decimalMarkOf(['1.234,5', '12']) //=> ','
 */
export function decimalMarkOf(texts: Iterable<string>, usual: DecimalMark = '.'): DecimalMark {
  let commas = false;
  for (const text of texts) {
    if (/\d,\d+\.\d|^\D*\d+\.(\d{1,2}|\d{4,})\D*$|^\D*0\.\d/.test(text)) return '.';
    commas ||= /\d\.\d{3},\d|^\D*\d+,(\d{1,2}|\d{4,})\D*$|^\D*0,\d/.test(text);
  }
  return commas ? ',' : usual;
}

const GROUPED = { '.': /^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/, ',': /^\d{1,3}(\.\d{3})+(,\d+)?$/ } as const;
const PLAIN = { '.': /^(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i, ',': /^(\d+(?:,\d*)?|,\d+)$/ } as const;

function digits(text: string, mark: DecimalMark): number | undefined {
  if (GROUPED[mark].test(text)) {
    const bare = text.split(mark === '.' ? ',' : '.').join('');
    return Number(bare.replace(',', '.'));
  }
  // Whole numbers with a point as in "1234.0" come from spreadsheets whatever the mark of the rest.
  return PLAIN[mark].test(text) ? Number(text.replace(',', '.')) : undefined;
}

/**
 * A number as platforms write it: sign, thousands separators, currency signs, "1.2K", "3万", "(12)" for minus 12.
 * @param text Cell as it stands in the file.
 * @param mark Decimal mark of the file.
 * @returns The number; undefined when it is none.
 * @example readNumber('1.2K', '.') //=> 1200
 * @example readNumber('12,905.25 $', '.') //=> 12905.25
 */
export function readNumber(text: string, mark: DecimalMark): number | undefined {
  if (mark === '.' ? /^-?\d+(\.\d+)?$/.test(text) : /^-?\d+$/.test(text)) return Number(text) || 0; // no -0
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff']/g, '')
    .replace(/\u2212/g, '-');
  const bracketed = /^\((.+)\)$/.exec(folded);
  const parts = AMOUNT.exec(bracketed?.[1] ?? folded);
  if (!parts || (parts[1] && parts[2])) return undefined;
  const value = digits(parts[3]!, mark);
  const unit = parts[4]!.toLowerCase().replace(CURRENCY_BEHIND, '');
  const factor = unit === '' ? 1 : MULTIPLIERS.get(unit);
  if (value === undefined || factor === undefined || !Number.isFinite(value)) return undefined;
  const negative = (parts[1] || parts[2]) === '-' || bracketed !== null;
  // "1.1K" is 1100, not 1100.0000000000002
  const size = factor === 1 ? value : Number((value * factor).toPrecision(15));
  return negative && size !== 0 ? -size : size;
}

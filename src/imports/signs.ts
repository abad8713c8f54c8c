// ISO codes for what the platforms write in brackets after a header. A bare "$" is the US dollar; the sign that yen
// and yuan share names no currency.
export const SIGNS: ReadonlyMap<string, string | null> = new Map(
  Object.entries({
    $: 'USD',
    us$: 'USD',
    s$: 'SGD',
    a$: 'AUD',
    c$: 'CAD',
    r$: 'BRL',
    nt$: 'TWD',
    hk$: 'HKD',
    '£': 'GBP',
    '€': 'EUR',
    円: 'JPY',
    元: 'CNY',
    '₩': 'KRW',
    '฿': 'THB',
    '₫': 'VND',
    '₱': 'PHP',
    '₹': 'INR',
    mx$: 'MXN',
    au$: 'AUD',
    ca$: 'CAD',
    nz$: 'NZD',
    'cn¥': 'CNY',
    'jp¥': 'JPY',
    rmb: 'CNY',
    's/': 'PEN',
    's/.': 'PEN',
    '₺': 'TRY',
    zł: 'PLN',
    '₽': 'RUB',
    rp: 'IDR',
    'rp.': 'IDR',
    rm: 'MYR',
    '¥': null,
  }),
);

export const CODES = new Set(
  'USD EUR GBP JPY CNY TWD HKD KRW SGD MYR IDR THB VND PHP INR AUD NZD CAD BRL MXN CLP COP CHF SEK NOK DKK PLN CZK TRY AED SAR ILS ZAR NGN EGP PKR BDT LKR RUB UAH PEN ARS HUF RON'.split(
    ' ',
  ),
);

/** Currencies that are written with the sign of another, too. */
const SHARED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    $: 'SGD AUD CAD NZD HKD TWD MXN CLP COP ARS'.split(' '),
    '£': ['EGP'],
    元: ['TWD', 'HKD'],
    '¥': ['CNY', 'JPY'],
  }),
);

/** What the sign ¥ can stand for. */
export const YEN_OR_YUAN: readonly string[] = ['CNY', 'JPY'];

/** What multiplies an amount, before the sign that may follow it. */
const MULTIPLIER = /^(?:[kmbw]|bn|mn|[千万萬亿億])/;

/** Currencies that a sign or code can stand for, the usual one first; none where it is not known. */
function meaningsOf(sign: string): readonly string[] {
  const code = sign.toUpperCase();
  if (CODES.has(code)) return [code];
  const usual = SIGNS.get(sign);
  return [...(usual ? [usual] : []), ...(SHARED.get(sign) ?? [])];
}

/** The signs around an amount, without what multiplies it: of "US$1.2K" the "us$". Most cells have none. */
function signsOf(text: string): string[] {
  if (/^[\d.,\s-]*$/.test(text)) return [];
  const bare = text
    .normalize('NFKC')
    .replace(/[\s+'()\u2212-]/g, '')
    .toLowerCase();
  const figure = /^([^\d.,]*)[.,]?\d(?:.*\d)?[.,]?([^\d]*)$/.exec(bare);
  if (figure === null) return [];
  const [, before = '', behind = ''] = figure;
  const unit = meaningsOf(behind).length > 0 ? behind : behind.replace(MULTIPLIER, '');
  return [before, unit].filter((sign) => sign.replace(MULTIPLIER, '') !== '');
}

/**
 * The currency that an amount names itself.
 * @param text Cell as it stands in the file.
 * @param yen What the sign ¥ stands for in the file, where that is known.
 * @returns ISO code; null where there is none, or a sign that several currencies share.
 * @example currencyOfAmount('6,830,000.01₫') //=> 'VND'
 */
export function currencyOfAmount(text: string, yen: string | null = null): string | null {
  const signs = signsOf(text);
  if (signs.length === 0) return null;
  if (signs.every((sign) => sign === '¥')) return yen;
  const [first = [], ...others] = signs.map(meaningsOf);
  return first.find((code) => others.every((codes) => codes.includes(code))) ?? null;
}

/**
 * Whether all that an amount says of its currency is the sign that yen and yuan share.
 * @example hasOpenSign('￥300') //=> true
 */
export function hasOpenSign(text: string): boolean {
  const signs = signsOf(text);
  return signs.length > 0 && signs.every((sign) => sign === '¥');
}

/**
 * Whether an amount's own sign names another currency; what is no known sign names none.
 * @param text Cell as it stands in the file.
 * @param currency ISO code that the amount should be in.
 * @example isOfOther('US$5', 'GBP') //=> true
 * @example isOfOther('$5', 'SGD') //=> false
 */
export function isOfOther(text: string, currency: string): boolean {
  return signsOf(text).some((sign) => {
    const own = meaningsOf(sign);
    // Of a sign with letters that nobody knows, such as "B$", only the sign is known.
    const known = own.length > 0 ? own : meaningsOf(/\p{Sc}/u.exec(sign)?.[0] ?? '');
    return known.length > 0 && !known.includes(currency);
  });
}

const SIZES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, 万: 1e4, 亿: 1e8 };

/**
 * A number as people type it: with commas between thousands, in full-width digits, with a percent sign, in thousands (K),
 * millions (M), 万 or 亿.
 * @param scale 100 where people type percents of what is kept as a fraction.
 * @returns Null for nothing; undefined for what is no number.
 * @example numberIn('1.2万') //=> 12000
 */
export function numberIn(text: string, scale = 1): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,%]/g, '')
    .replace('−', '-');
  if (plain === '') return null;
  const [, digits, size = ''] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([km万亿]?)$/i.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const times = SIZES[size.toLowerCase()] ?? 1;
  return times === scale ? Number(digits) : Number(((Number(digits) * times) / scale).toPrecision(15));
}

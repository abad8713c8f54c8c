/**
 * A number as people type it: with commas between thousands, in full-width digits, with a percent sign.
 * @param scale 100 where people type percents of what is kept as a fraction.
 * @returns Null for nothing; undefined for what is no number.
 * @example numberIn('1,234.5') //=> 1234.5
 */
export function numberIn(text: string, scale = 1): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,%]/g, '')
    .replace('−', '-');
  if (plain === '') return null;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return scale === 1 ? Number(plain) : Number((Number(plain) / scale).toPrecision(15));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first bytes of Base64, without a service: the size of a picture stands in its first 24. */
function firstBytes(base64: string, count: number): number[] {
  const bytes: number[] = [];
  for (let at = 0; bytes.length < count && at + 3 < base64.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((i) => LETTERS.indexOf(base64.charAt(at + i)));
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return bytes.slice(0, count);
}

/**
 * Pixels of a PNG.
 * @param base64 The file in Base64, beginning with the signature of a PNG.
 * @returns Width and height, as its header says them; 0 where it is cut off.
 * @example pngSize('iVBORw0KGgoAAAANSUhEUgAAAAIAAAAD…') //=> { width: 2, height: 3 }
 */
export function pngSize(base64: string): { width: number; height: number } {
  const bytes = firstBytes(base64, 24);
  const at = (from: number): number => [0, 1, 2, 3].reduce((sum, i) => sum * 256 + (bytes[from + i] ?? 0), 0);
  return { width: at(16), height: at(20) };
}

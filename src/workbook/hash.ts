/**
 * A short fingerprint of a text: the 32-bit FNV-1a hash over UTF-16 code units, without its lowest bit. Not for secrets.
 * Source: Fowler, Noll and Vo, "FNV hash".
 * @param text Any text.
 * @returns Whole number from 0 up to, but not including, 2^31; the same for the same text, in every run.
 * @example hashOf('') //=> 1083068130
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 1;
}

import type { Issue } from '../kpi/issue.ts';

/** Text of a file with the encoding it was read in; `sure` is false where the bytes leave another reading open. */
export type DecodedText = { readonly text: string; readonly encoding: string; readonly sure: boolean };

type Broken = { readonly issue: Issue };

/** What a pass over the bytes as UTF-8 found. */
type Utf8Scan = {
  readonly multiByte: number;
  readonly bad: number;
  readonly firstBad: number;
  /** The last character is cut off, and nothing else is wrong. */
  readonly cutAtEnd: boolean;
};

const NEWLINE = 0x0a;
const hex = (value: number, width: number): string => value.toString(16).toUpperCase().padStart(width, '0');

function lineOfByte(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let i = 0; i < position; i++) if (bytes[i] === NEWLINE) line++;
  return line;
}

function lineOfCharacter(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const badByte = (bytes: Uint8Array, at: number): Broken => ({
  issue: {
    code: 'FILE_ENCODING',
    values: { byte: '0x' + hex(bytes[at] ?? 0, 2), line: lineOfByte(bytes, at) },
  },
});

const badCharacter = (text: string, at: number): Broken => ({
  issue: {
    code: 'FILE_ENCODING',
    values: { byte: 'U+' + hex(text.charCodeAt(at), 4), line: lineOfCharacter(text, at) },
  },
});

/** Bytes that must follow this lead byte in UTF-8; -1 when no character begins so. */
function followers(lead: number): number {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
}

/** Forms that are too long, surrogates, and code points above U+10FFFF show in the byte after the lead. */
function secondByteFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}

function scanUtf8(bytes: Uint8Array): Utf8Scan {
  let multiByte = 0;
  let bad = 0;
  let firstBad = -1;
  let cutAtEnd = false;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    const more = followers(lead);
    let length = 1;
    while (length <= more && (bytes[i + length] ?? 0) >> 6 === 0b10) length++;
    const whole = more >= 0 && length === more + 1 && (more === 0 || secondByteFits(lead, bytes[i + 1]!));
    if (!whole) {
      bad++;
      if (firstBad < 0) firstBad = i;
      cutAtEnd = bad === 1 && more > 0 && i + length === bytes.length;
    } else if (more > 0) {
      multiByte++;
    }
    i += whole ? length : 1;
    if (cutAtEnd) break;
  }
  return { multiByte, bad, firstBad, cutAtEnd };
}

/**
 * Are these bytes likely Chinese text in GB18030? Almost every byte pair is a pair by chance, so Latin-1, Big5 and
 * Shift-JIS pass a strict decoder. In real GB text nearly all pairs lie in the GB2312 block, whose second byte is
 * 0xA1 or more; in the others many second bytes are ASCII letters.
 */
function looksLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0;
  let asciiSecond = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    const second = bytes[++i] ?? 0;
    pairs++;
    if (second >= 0x40 && second < 0x80) asciiSecond++;
  }
  return pairs > 0 && asciiSecond / pairs < 0.25;
}

/** The first character that no export holds, unless its encoding was guessed wrongly; -1 when there is none. */
function firstWrongCharacter(text: string, sure: boolean): number {
  return text.search(sure ? /[\u0080-\u009f\ufffd]/ : /[\u0080-\u009f\ufffd\ue000-\uf8ff]/);
}

/** Text files hold hardly any control characters; a few in titles are people's copy and paste. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (
      code < 0x20 &&
      code !== 0x09 &&
      code !== 0x0a &&
      code !== 0x0d &&
      ++controls > 2 + text.length / 1000
    ) {
      return true;
    }
  }
  return false;
}

function checked(text: string, encoding: string, sure: boolean): DecodedText | Broken {
  if (looksBinary(text)) return { issue: { code: 'FILE_BINARY' } };
  const wrong = firstWrongCharacter(text, sure);
  return wrong >= 0 ? badCharacter(text, wrong) : { text, encoding, sure };
}

function decodeUtf16(bytes: Uint8Array, encoding: string, sure: boolean): DecodedText | Broken {
  const text = new TextDecoder(encoding).decode(bytes);
  if (bytes.length % 2 !== 0) {
    return { issue: { code: 'FILE_TRUNCATED', values: { row: lineOfCharacter(text, text.length) } } };
  }
  return checked(text, encoding, sure);
}

/** UTF-16 without a byte order mark: in text that is partly ASCII, every second byte is often zero. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > length / 20 && even < odd / 4) return 'utf-16le';
  return even > length / 20 && odd < even / 4 ? 'utf-16be' : null;
}

function decodeUtf8(bytes: Uint8Array, marked: boolean): DecodedText | Broken | null {
  const scan = scanUtf8(bytes);
  if (scan.bad === 0) return checked(new TextDecoder('utf-8').decode(bytes), 'utf-8', true);
  if (scan.cutAtEnd) {
    return { issue: { code: 'FILE_TRUNCATED', values: { row: lineOfByte(bytes, scan.firstBad) } } };
  }
  // Mostly sound UTF-8 with a few broken characters is damaged UTF-8, not another encoding.
  return marked || scan.multiByte > scan.bad ? badByte(bytes, scan.firstBad) : null;
}

function decodeGb18030(bytes: Uint8Array): DecodedText | Broken {
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80);
  if (!looksLikeGb(bytes)) return badByte(bytes, firstHigh);
  try {
    return checked(new TextDecoder('gb18030', { fatal: true }).decode(bytes), 'gb18030', false);
  } catch {
    return badByte(bytes, firstHigh);
  }
}

/**
 * Reads the bytes of a text file: byte order mark, UTF-16 without one, strict UTF-8, strict GB18030, in this order.
 * A file that only some Western code page could be is refused rather than guessed.
 * @param bytes The whole file.
 * @returns Text without byte order mark; or an issue FILE_BINARY, FILE_TRUNCATED (last character cut off) or
 *   FILE_ENCODING, which names the first wrong byte and its line.
 * @example decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x41])) //=> { text: 'A', encoding: 'utf-8', sure: true }
 */
export function decodeText(bytes: Uint8Array): DecodedText | Broken {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return decodeUtf8(bytes.subarray(3), true)!;
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be', true);
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return decodeUtf16(bytes, wide, false);
  if (bytes.includes(0)) return { issue: { code: 'FILE_BINARY' } };
  return decodeUtf8(bytes, false) ?? decodeGb18030(bytes);
}

import { unzipSync } from 'fflate';
import type { Issue } from '../kpi/issue.ts';

/** Unzipped bytes that are read at most; far above any export, far below what would fill memory. */
export const UNZIPPED_LIMIT = 300_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ENCRYPTED = 1;

type Directory = { readonly checksums: ReadonlyMap<string, number>; readonly encrypted: boolean };

/** What the directory at the end of the archive says; null when there is none, as in a file that was cut off. */
function readDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) return null;
  const checksums = new Map<string, number>();
  let encrypted = false;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    checksums.set(name, view.getUint32(at + 16, true));
    encrypted ||= (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { checksums, encrypted };
}

let crcTable: Uint32Array | undefined;

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
}

/** CRC-32 (ISO-HDLC) of bytes, as zip archives keep it. */
export function crc32(bytes: Uint8Array): number {
  crcTable ??= makeCrcTable();
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[i]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Unzips the entries that a reader wants. Checksums are compared, which the library leaves out: a flipped bit must
 * not become another figure.
 * @param bytes The archive.
 * @param wanted Whether to unzip the entry of this name.
 * @returns Entries by name; or FILE_DAMAGED, FILE_ENCRYPTED or FILE_TOO_LARGE.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { readonly entries: ReadonlyMap<string, Uint8Array> } | { readonly issue: Issue } {
  const directory = readDirectory(bytes);
  if (directory === null) return { issue: { code: 'FILE_DAMAGED' } };
  if (directory.encrypted) return { issue: { code: 'FILE_ENCRYPTED' } };
  let size = 0;
  let packed = 0;
  const keep = (entry: { name: string; size: number; originalSize: number }): boolean => {
    if (!wanted(entry.name)) return false;
    size += entry.originalSize;
    packed += entry.size;
    return size <= UNZIPPED_LIMIT && packed <= bytes.length;
  };
  try {
    const entries = new Map(Object.entries(unzipSync(bytes, { filter: keep })));
    // Entries that lie over one another unpack the same bytes again and again, whatever size they claim.
    if (packed > bytes.length) return { issue: { code: 'FILE_DAMAGED' } };
    if (size > UNZIPPED_LIMIT) {
      return { issue: { code: 'FILE_TOO_LARGE', values: { megabytes: UNZIPPED_LIMIT / 1_000_000 } } };
    }
    for (const [name, content] of entries) {
      const checksum = directory.checksums.get(name);
      if (checksum !== undefined && checksum !== crc32(content)) return { issue: { code: 'FILE_DAMAGED' } };
    }
    return { entries };
  } catch {
    return { issue: { code: 'FILE_DAMAGED' } };
  }
}

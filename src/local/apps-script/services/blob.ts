/** `Blob`: bytes with a name and a type, as `Utilities.newBlob` makes them. */
import { ServiceObject } from '../service.ts';
import type { Attachment } from '../types.ts';

type BlobState = { name: string | null; contentType: string | null; bytes: Buffer };
const states = new WeakMap<ServiceObject, BlobState>();

/** Bytes as Apps Script hands them over: numbers from -128 to 127. */
export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** Text in UTF-8, or an array of signed or unsigned bytes. */
export function bytesOf(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  return Buffer.from(Array.from(value as ArrayLike<number>, (byte) => Number(byte) & 255));
}

/** Bytes and type of a blob that a script hands over; undefined when it is none. */
export function blobParts(value: unknown): { bytes: Buffer; contentType: string | null } | undefined {
  return value instanceof ServiceObject ? states.get(value) : undefined;
}

/** The bytes of a blob that a script hands over; undefined when it is none. */
export function blobBytes(value: unknown): Buffer | undefined {
  return blobParts(value)?.bytes;
}

/** A `Blob` of a text or of bytes; null where content type or name were not given. */
export function createBlob(data: unknown, contentType: string | null, name: string | null): ServiceObject {
  const state: BlobState = { name, contentType, bytes: bytesOf(data) };
  const chain = (change: (...args: unknown[]) => void) => {
    return (...args: unknown[]) => {
      change(...args);
      return blob;
    };
  };
  const blob: ServiceObject = new ServiceObject('Blob', {
    getBytes: () => signedBytes(state.bytes),
    getDataAsString: (charset) => new TextDecoder(String(charset ?? 'utf-8')).decode(state.bytes),
    getContentType: () => state.contentType,
    getName: () => state.name,
    setName: chain((value) => {
      state.name = String(value);
    }),
    setContentType: chain((value) => {
      state.contentType = String(value);
    }),
    setBytes: chain((value) => {
      state.bytes = bytesOf(value);
    }),
    setDataFromString: chain((value) => {
      state.bytes = bytesOf(String(value));
    }),
    copyBlob: () => createBlob(Array.from(state.bytes), state.contentType, state.name),
  });
  states.set(blob, state);
  return blob;
}

/** A blob as an attachment of a mail. */
export function attachmentOf(value: unknown): Attachment | undefined {
  const state = value instanceof ServiceObject ? states.get(value) : undefined;
  if (!state) return undefined;
  return {
    name: state.name ?? 'attachment',
    contentType: state.contentType ?? 'application/octet-stream',
    base64: state.bytes.toString('base64'),
  };
}

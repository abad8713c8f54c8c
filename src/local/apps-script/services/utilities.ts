/** `Utilities`: dates, ids, digests, base64, text formatting, sleep. */
import { createHash, createHmac } from 'node:crypto';
import type { Execution } from '../execution.ts';
import { enumeration, isDate, mismatch, ScriptError, ServiceObject } from '../service.ts';
import { blobBytes, bytesOf, createBlob, signedBytes } from './blob.ts';
import { formatDate } from './format-date.ts';
import { formatString } from './format-string.ts';
import { parseDate } from './parse-date.ts';

const DigestAlgorithm = enumeration('DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);
const Charset = enumeration('Charset', ['US_ASCII', 'UTF_8']);
const LONGEST_SLEEP = 300000;

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function digest(algorithm: unknown, value: unknown): number[] {
  const label = Object.keys(DigestAlgorithm.members).find(
    (key) => DigestAlgorithm.members[key] === algorithm,
  );
  const name = label === undefined ? undefined : ALGORITHMS[label];
  if (name === undefined) throw mismatch('Utilities.computeDigest', [algorithm, value]);
  return signedBytes(createHash(name).update(bytesOf(value)).digest());
}

function hmac(value: unknown, key: unknown): number[] {
  return signedBytes(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest());
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

function decode(text: unknown): number[] {
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) {
    throw new ScriptError('Could not decode string.');
  }
  return signedBytes(Buffer.from(text, 'base64'));
}

function dateMethods(execution: Execution) {
  return {
    formatDate: (...args: unknown[]) => {
      const [date, timeZone, pattern] = args;
      if (args.length !== 3 || !isDate(date) || typeof timeZone !== 'string' || typeof pattern !== 'string') {
        throw mismatch('Utilities.formatDate', args);
      }
      return formatDate(date.getTime(), timeZone, pattern);
    },
    parseDate: (text: unknown, timeZone: unknown, pattern: unknown) =>
      new Date(parseDate(String(text), String(timeZone), String(pattern), execution.host.clock.now())),
    sleep: (milliseconds: unknown) => {
      if (typeof milliseconds !== 'number') throw mismatch('Utilities.sleep', [milliseconds]);
      if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) {
        throw new ScriptError('Invalid argument: sleep time must be between 0 and 300000 milliseconds.');
      }
      execution.pass(milliseconds);
    },
  };
}

function encoded(encoding: 'base64' | 'base64url') {
  return (data: unknown) => {
    const text = (blobBytes(data) ?? bytesOf(data)).toString(encoding);
    return encoding === 'base64' ? text : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  };
}

/** `Utilities` of one execution; random ids come from the host, so that a seed repeats them. */
export function createUtilities(execution: Execution): ServiceObject {
  return new ServiceObject('Utilities', {
    DigestAlgorithm,
    Charset,
    ...dateMethods(execution),
    getUuid: () => uuid(() => execution.host.random()),
    computeDigest: digest,
    computeHmacSha256Signature: hmac,
    base64Encode: encoded('base64'),
    base64EncodeWebSafe: encoded('base64url'),
    base64Decode: decode,
    base64DecodeWebSafe: decode,
    newBlob: (data, contentType, name) =>
      createBlob(
        data,
        contentType === undefined ? null : String(contentType),
        name === undefined ? null : String(name),
      ),
    formatString: (template, ...values) => formatString(String(template), values),
    jsonStringify: (value) => JSON.stringify(value),
    jsonParse: (text) => JSON.parse(String(text)) as unknown,
  });
}

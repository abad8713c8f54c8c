import type { Issue } from '../kpi/issue.ts';
import { parseCsv } from './csv.ts';
import { decodeText } from './encoding.ts';
import type { TextTable } from './table.ts';
import { isWorkbookPart, readWorkbook } from './xlsx.ts';
import { UNZIPPED_LIMIT, unzip } from './zip.ts';

/** A file as tables of text. */
export type FileTables = {
  readonly kind: 'csv' | 'xlsx';
  /** Encoding of a text file, such as `utf-8` or `gb18030`. */
  readonly encoding?: string;
  /** False where the encoding is a good guess: show a sample before importing. */
  readonly encodingSure?: boolean;
  readonly tables: readonly TextTable[];
};

export type FileIssue = { readonly issue: Issue };

const SIGNATURES = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  emptyZip: [0x50, 0x4b, 0x05, 0x06],
  compound: [0xd0, 0xcf, 0x11, 0xe0],
} as const;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Excel keeps a workbook with a password in the container of its old format, under this name. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  for (let i = 0; i + name.length * 2 <= bytes.length; i++) {
    if (name.every((code, k) => bytes[i + 2 * k] === code && bytes[i + 2 * k + 1] === 0)) return true;
  }
  return false;
}

function readText(bytes: Uint8Array, name: string): FileTables | FileIssue {
  const decoded = decodeText(bytes);
  if ('issue' in decoded) return decoded;
  if (decoded.text.trim() === '') return { issue: { code: 'FILE_EMPTY' } };
  const parsed = parseCsv(decoded.text);
  if ('issue' in parsed) return parsed;
  const unfinished = /[\r\n]$/.test(decoded.text) ? {} : { unfinished: true as const };
  const semicolons = parsed.delimiter === ';' ? { semicolons: true as const } : {};
  return {
    kind: 'csv',
    encoding: decoded.encoding,
    encodingSure: decoded.sure,
    tables: [{ name, rows: parsed.rows, ...unfinished, ...semicolons }],
  };
}

const isCsvEntry = (name: string): boolean => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/');

/** YouTube Studio hands out its tables zipped; all CSV files of such an archive are its tables. */
function readZippedCsv(entries: ReadonlyMap<string, Uint8Array>): FileTables | FileIssue {
  const tables: TextTable[] = [];
  let encoding: string | undefined;
  let sure = true;
  for (const [name, bytes] of entries) {
    if (!isCsvEntry(name)) continue;
    const read = readText(bytes, name);
    if ('issue' in read) {
      if (read.issue.code === 'FILE_EMPTY') continue;
      return read;
    }
    tables.push(...read.tables);
    encoding ??= read.encoding;
    sure &&= read.encodingSure === true;
  }
  if (tables.length === 0 || encoding === undefined) return { issue: { code: 'FILE_NOT_TABLE' } };
  return { kind: 'csv', encoding, encodingSure: sure, tables };
}

function readZip(bytes: Uint8Array): FileTables | FileIssue {
  const unzipped = unzip(bytes, (name) => isWorkbookPart(name) || isCsvEntry(name));
  if ('issue' in unzipped) return unzipped;
  const workbook = readWorkbook(unzipped.entries);
  if (workbook === null) return readZippedCsv(unzipped.entries);
  if ('issue' in workbook) return workbook;
  const filled = workbook.tables.some((table) => table.rows.length > 0);
  return filled ? { kind: 'xlsx', tables: workbook.tables } : { issue: { code: 'FILE_EMPTY' } };
}

/**
 * Reads a dropped or named file as tables of text: CSV in any of the usual encodings and delimiters, XLSX, or a zip
 * archive of CSV files. What the file holds decides, not its extension.
 * @param bytes The whole file.
 * @param name File name, which becomes the name of a CSV file's one table.
 * @returns Tables, rows in file order with blank ones kept (so that row numbers are those a spreadsheet shows); or an
 *   issue: FILE_EMPTY, FILE_BINARY, FILE_ENCODING, FILE_TRUNCATED, FILE_QUOTE, FILE_DAMAGED, FILE_ENCRYPTED,
 *   FILE_OLD_EXCEL, FILE_NOT_TABLE, FILE_TOO_LARGE, FILE_TOO_MANY_CELLS.
 * @example readFileTables(new TextEncoder().encode('a,b\n1,2\n'), 'x.csv')
 *   //=> { kind: 'csv', encoding: 'utf-8', encodingSure: true, tables: [{ name: 'x.csv', rows: [['a','b'],['1','2']] }] }
 */
export function readFileTables(bytes: Uint8Array, name: string): FileTables | FileIssue {
  if (bytes.length === 0) return { issue: { code: 'FILE_EMPTY' } };
  if (bytes.length > UNZIPPED_LIMIT) {
    return { issue: { code: 'FILE_TOO_LARGE', values: { megabytes: UNZIPPED_LIMIT / 1_000_000 } } };
  }
  if (startsWith(bytes, SIGNATURES.zip) || startsWith(bytes, SIGNATURES.emptyZip)) return readZip(bytes);
  if (startsWith(bytes, SIGNATURES.compound)) {
    return { issue: { code: holdsEncryptedPackage(bytes) ? 'FILE_ENCRYPTED' : 'FILE_OLD_EXCEL' } };
  }
  return readText(bytes, name);
}

/** Cells of an XLSX file as they stand in it. Written for this folder alone: it shares nothing with the reader in src. */
import { strFromU8, unzipSync } from 'fflate';

/** A cell's stored value, and the code of its number format. */
export type SheetCell = { readonly value: string | number | null; readonly format: string };
export type SheetRows = readonly (readonly SheetCell[])[];

export const EMPTY: SheetCell = { value: null, format: 'General' };

/** Formats that a file names by number alone. */
const BUILT_IN: Readonly<Record<string, string>> = {
  '0': 'General',
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (text: string): string =>
  text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) =>
    number === undefined
      ? (ENTITIES[name] ?? whole)
      : String.fromCodePoint(Number.parseInt(name, number === '#x' ? 16 : 10)),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([whole]) => whole);

const textsIn = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => decoded(text)).join('');

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d/g, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

type Book = { readonly strings: readonly string[]; readonly formats: readonly string[] };

function formatsOf(styles: string): string[] {
  const named = new Map(
    all(styles, /<numFmt [^>]*>/g).map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const cellStyles = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  return all(cellStyles, /<xf [^>]*>/g).map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    return named.get(id) ?? BUILT_IN[id] ?? `format ${id}`;
  });
}

function cellOf(tag: string, content: string, book: Book): SheetCell {
  const format = book.formats[Number(attribute(tag, 's') ?? 0)] ?? 'General';
  const stored = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1];
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return { value: textsIn(content), format };
  if (stored === undefined || stored === '') return { value: null, format };
  if (type === 's') return { value: book.strings[Number(stored)] ?? null, format };
  return { value: type === undefined || type === 'n' ? Number(stored) : decoded(stored), format };
}

function rowsOf(xml: string, book: Book): SheetCell[][] {
  const rows: SheetCell[][] = [];
  for (const [, rowTag = '', content = ''] of xml.matchAll(/<row ([^>]*?)>([\s\S]*?)<\/row>/g)) {
    const cells: SheetCell[] = [];
    for (const [, tag = '', inner = ''] of content.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      cells[columnOf(attribute(tag, 'r') ?? '')] = cellOf(tag, inner, book);
    }
    rows[Number(attribute(rowTag, 'r')) - 1] = Array.from(cells, (cell) => cell ?? EMPTY);
  }
  return Array.from(rows, (row) => row ?? []);
}

/**
 * The sheets of a file by their titles.
 * @param bytes The XLSX file.
 */
export function sheetsOf(bytes: Uint8Array): ReadonlyMap<string, SheetRows> {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const book: Book = {
    strings: all(part('xl/sharedStrings.xml'), /<si>[\s\S]*?<\/si>/g).map(textsIn),
    formats: formatsOf(part('xl/styles.xml')),
  };
  const targets = new Map(
    all(part('xl/_rels/workbook.xml.rels'), /<Relationship [^>]*>/g).map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return new Map(
    all(part('xl/workbook.xml'), /<sheet [^>]*>/g).map((tag): [string, SheetRows] => [
      attribute(tag, 'name') ?? '',
      rowsOf(part(`xl/${targets.get(attribute(tag, 'r:id'))}`), book),
    ]),
  );
}

import type { Issue } from '../kpi/issue.ts';
import { kindOfBuiltIn, kindOfCode, type NumberKind, numberText } from './number-format.ts';
import type { TextTable } from './table.ts';
import { attribute, decodeXml, eachElement, elements, richText } from './xml.ts';

type Entries = ReadonlyMap<string, Uint8Array>;
type Book = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
};

const MAX_CELLS = 20_000_000;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Parts of a workbook that hold cells or say how to read them; pictures, charts and themes are left alone. */
export const isWorkbookPart = (name: string): boolean =>
  /\.(xml|rels)$/i.test(name) && !/(^|\/)(media|drawings|charts|theme|printerSettings)\//i.test(name);

function part(entries: Entries, path: string): string | undefined {
  const bytes =
    entries.get(path) ?? [...entries].find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  return bytes && new TextDecoder().decode(bytes);
}

/** Targets of a part's relationships by id, as paths from the top of the archive. */
function relationships(
  entries: Entries,
  folder: string,
  file: string,
): Map<string, { type: string; path: string }> {
  const xml = part(entries, `${folder}_rels/${file}.rels`) ?? '';
  return new Map(
    elements(xml, 'Relationship').map(({ tag }) => {
      const target = attribute(tag, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
      return [attribute(tag, 'Id') ?? '', { type: attribute(tag, 'Type') ?? '', path }];
    }),
  );
}

/** Number kind of each cell style. */
function readStyles(xml: string): NumberKind[] {
  const codes = new Map(
    elements(xml, 'numFmt').map(({ tag }) => [
      attribute(tag, 'numFmtId'),
      attribute(tag, 'formatCode') ?? '',
    ]),
  );
  const styles = elements(xml, 'cellXfs')[0]?.content ?? '';
  return elements(styles, 'xf').map(({ tag }) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    const code = codes.get(id);
    return code === undefined ? kindOfBuiltIn(Number(id)) : kindOfCode(code);
  });
}

/** Column index of a reference such as `AB12`; -1 when it has no letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function cellText(book: Book, tag: string, content: string): string {
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return richText(content);
  const raw = elements(content, 'v')[0]?.content ?? '';
  if (raw === '') return '';
  if (type === 's') return book.strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd')
    return decodeXml(raw)
      .replace('T', ' ')
      .replace(/ 00:00:00(\.0+)?Z?$|Z$/, '');
  if (type !== 'n') return decodeXml(raw); // text of a formula, or an error such as #N/A
  const style = Number(attribute(tag, 's') ?? 0);
  return numberText(raw.trim(), book.kinds[style] ?? 'number', book.date1904);
}

/** Rows of a sheet while its cells come in. */
class Grid {
  readonly rows: string[][] = [];
  row = -1;
  column = -1;
  width = 0;
  /** More than fit in memory; what comes then is not looked at. */
  isFull = false;

  begin(tag: string): void {
    const number = attribute(tag, 'r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
  }

  put(tag: string, text: string): void {
    const reference = attribute(tag, 'r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (text === '') return;
    const { rows, row, column } = this;
    this.width = Math.max(this.width, column + 1);
    const isPlace = row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
    this.isFull = !isPlace || Math.max(rows.length, row + 1) * this.width > MAX_CELLS;
    if (this.isFull) return;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

/** Rows of a sheet, all as wide as the widest; null when they are more than fit in memory. */
function readRows(book: Book, xml: string): string[][] | null {
  const grid = new Grid();
  const see = (name: string, tag: string, content: string): void => {
    if (grid.isFull) return;
    if (name === 'row') grid.begin(tag);
    else grid.put(tag, cellText(book, tag, content));
  };
  eachElement(xml, 'row|c', see, 'row');
  if (grid.isFull) return null;
  for (const cells of grid.rows) while (cells.length < grid.width) cells.push('');
  return grid.rows;
}

/**
 * Reads the sheets of an unzipped Excel workbook (ECMA-376). A merged cell's text stands in its first cell.
 * @param entries Parts by path, as of `isWorkbookPart`.
 * @returns Sheets in tab order; null when there is no workbook among the parts; FILE_DAMAGED when a part is missing;
 *   FILE_TOO_MANY_CELLS when a sheet holds more than 20 million cells.
 */
export function readWorkbook(
  entries: Entries,
): { readonly tables: TextTable[] } | { readonly issue: Issue } | null {
  const top = [...relationships(entries, '', '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const path = top?.path ?? 'xl/workbook.xml';
  const workbook = part(entries, path);
  if (workbook === undefined || !/<(?:\w+:)?workbook[\s>]/.test(workbook)) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const links = relationships(entries, folder, path.slice(folder.length));
  const linked = (type: string): string => {
    const link = [...links.values()].find((each) => each.type.endsWith(type));
    return (link && part(entries, link.path)) ?? '';
  };
  const properties = elements(workbook, 'workbookPr')[0]?.tag ?? '';
  const book: Book = {
    strings: elements(linked('/sharedStrings'), 'si').map(({ content }) => richText(content)),
    kinds: readStyles(linked('/styles')),
    date1904: ['1', 'true'].includes(attribute(properties, 'date1904') ?? ''),
  };
  const tables: TextTable[] = [];
  for (const { tag } of elements(workbook, 'sheet')) {
    const link = links.get(attribute(tag, '(?:\\w+:)?id') ?? '');
    const xml = link && part(entries, link.path);
    if (xml === undefined) return { issue: { code: 'FILE_DAMAGED' } };
    const rows = readRows(book, xml);
    if (rows === null)
      return { issue: { code: 'FILE_TOO_MANY_CELLS', values: { millions: MAX_CELLS / 1_000_000 } } };
    tables.push({ name: attribute(tag, 'name') ?? '', rows });
  }
  return { tables };
}

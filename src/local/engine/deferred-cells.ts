/**
 * Cells of a file that the engine never sees. It takes seconds for a workbook of a hundred thousand values, so of the
 * cells that look alike it gets one for each sheet; the others are written with that cell's style.
 */

import { columnIndex } from '../document/a1.ts';
import type { DocumentState, ExtendedValue } from '../document/model.ts';
import { formulaNames } from './formula-text.ts';
import { cellName } from './references.ts';
import { escapeXml } from './xml.ts';

export type DeferredCell = {
  row: number;
  column: number;
  value: ExtendedValue | undefined;
  /** The cell that looks like it and that the engine has, such as `B2`. */
  like: string;
};

/**
 * The sheets whose values no formula of the file reads.
 * @param formulas Formulas that stay formulas, with their sheets.
 */
export function deferrableSheets(
  document: DocumentState,
  formulas: readonly { sheetId: number; formula: string }[],
): Set<number> {
  const names = formulas.map(({ formula }) => formulaNames(formula));
  const roams = names.some(({ functions }) => functions.some((name) => /^(?:INDIRECT|OFFSET)$/.test(name)));
  const titles = new Set(
    names.flatMap(({ references }) => references.map(({ title }) => title.toLowerCase())),
  );
  const words = new Set(names.flatMap((each) => each.words));
  const named = document.namedRanges.filter(({ name }) => words.has(name.toUpperCase()));
  const read = new Set([
    ...formulas.map(({ sheetId }) => sheetId),
    ...named.map(({ sheetId }) => sheetId),
    ...document.sheets.filter(({ title }) => titles.has(title.toLowerCase())).map(({ sheetId }) => sheetId),
  ]);
  return new Set(
    document.sheets.map(({ sheetId }) => sheetId).filter((sheetId) => !roams && !read.has(sheetId)),
  );
}

/** The texts of a file, each once. */
export class SharedStrings {
  private readonly part: string;
  private readonly first: number;
  private readonly places = new Map<string, number>();

  /** @param part `xl/sharedStrings.xml` as the engine left it. */
  constructor(part: string) {
    this.part = part;
    this.first = part.match(/<si>/g)?.length ?? 0;
  }

  place(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.first + this.places.size;
      this.places.set(text, place);
    }
    return place;
  }

  /** The part with the texts that were added. */
  xml(): string {
    const items = [...this.places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
    );
    const count = this.first + this.places.size;
    const opening = (tag: string) =>
      tag.replace(/\s(?:count|uniqueCount)="\d+"/g, '').replace('>', ` uniqueCount="${count}">`);
    return this.part.replace(/<sst\b[^>]*>/, opening).replace('</sst>', () => `${items.join('')}</sst>`);
  }
}

type Row = { attributes: string; cells: { column: number; xml: string }[] };

/**
 * Adds the deferred cells of a sheet.
 * @param xml A worksheet part without blanks between tags.
 */
export function addDeferred(xml: string, cells: readonly DeferredCell[], strings: SharedStrings): string {
  if (!cells.length) return xml;
  const rows = new Map<number, Row>();
  const styles = new Map<string, string>();
  const start = xml.indexOf('<sheetData>') + '<sheetData>'.length;
  const end = xml.indexOf('</sheetData>');
  for (const [, number, attributes, content] of xml
    .slice(start, end)
    .matchAll(/<row r="(\d+)"([^>]*)>(.*?)<\/row>/gs)) {
    rows.set(Number(number), { attributes: attributes!, cells: readCells(content!, styles) });
  }
  for (const { row, column, value, like } of cells) {
    let place = rows.get(row + 1);
    if (!place) {
      place = { attributes: '', cells: [] };
      rows.set(row + 1, place);
    }
    const style = styles.get(like) ?? '';
    place.cells.push({
      column,
      xml: `<c r="${cellName(row, column)}"${style}${content(value, strings)}</c>`,
    });
  }
  const written = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, { attributes, cells: row }]) => {
      row.sort((a, b) => a.column - b.column);
      return `<row r="${number}"${attributes}>${row.map((cell) => cell.xml).join('')}</row>`;
    });
  return xml.slice(0, start) + written.join('') + xml.slice(end);
}

function readCells(row: string, styles: Map<string, string>): Row['cells'] {
  return [...row.matchAll(/<c r="([A-Z]+)(\d+)"( s="\d+")?[^>]*>.*?<\/c>/gs)].map(
    ([xml, letters, number, style]) => {
      if (style) styles.set(letters! + number, style);
      return { column: columnIndex(letters!), xml };
    },
  );
}

function content(value: ExtendedValue | undefined, strings: SharedStrings): string {
  if (value?.numberValue !== undefined) return `><v>${value.numberValue}</v>`;
  if (value?.boolValue !== undefined) return ` t="b"><v>${value.boolValue ? 1 : 0}</v>`;
  if (value?.stringValue) return ` t="s"><v>${strings.place(value.stringValue)}</v>`;
  return '>';
}

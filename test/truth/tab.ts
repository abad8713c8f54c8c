/** Finds figures in the review tab as a reader does: by headings, headers and the label at the left of a row. */
import { EMPTY, type SheetCell, type SheetRows } from './xlsx-cells.ts';

/** Column of labels; of the hidden one before it only the keys of sections' titles are looked at. */
const LABELS = 1;
const KEYS = 0;

const textAt = (row: readonly SheetCell[] | undefined, column: number): string =>
  String(row?.[column]?.value ?? '').trim();

export class Block {
  readonly labels: readonly string[];
  readonly #header: readonly string[];
  readonly #rows: SheetRows;

  constructor(header: readonly string[], rows: SheetRows) {
    this.#header = header;
    this.#rows = rows;
    this.labels = rows.map((row) => textAt(row, LABELS));
  }

  /** The header itself, as a cell. */
  header(column: number): SheetCell {
    return { value: this.#header[column] ?? null, format: '' };
  }

  /** Position of a header; of several the first one right of another header. */
  column(title: string, after?: string): number {
    const from = after === undefined ? 0 : this.column(after) + 1;
    const found = this.#header.indexOf(title, from);
    if (found < 0) throw new Error(`No header ${title} in ${this.#header.join(' | ')}`);
    return found;
  }

  /** The cell of a row, given by its label or its place, from 0. */
  cell(row: string | number, column: number): SheetCell {
    const place = typeof row === 'number' ? row : this.labels.indexOf(row);
    if (place < 0 || place >= this.#rows.length)
      throw new Error(`No row ${row} in ${this.labels.join(' | ')}`);
    return this.#rows[place]?.[column] ?? EMPTY;
  }

  /** Cell under a header. */
  at(row: string | number, title: string, after?: string): SheetCell {
    return this.cell(row, this.column(title, after));
  }
}

/** A section of the tab, from its title to the next one. */
export class Section {
  readonly #rows: SheetRows;

  constructor(tab: SheetRows, number: number) {
    const titles = tab.flatMap((row, i) => (textAt(row, KEYS) === 'section' ? [i] : []));
    // The first is the headline, whose title is the week's.
    const [start, end] = titles.slice(number - 2);
    if (start === undefined || end === undefined) throw new Error(`No section ${number}`);
    this.#rows = tab.slice(start, end);
  }

  /** The table below a heading, or the section's own without one. */
  block(heading?: string): Block {
    return this.#tableAt(heading === undefined ? 1 : this.#find((label) => label === heading) + 1);
  }

  /** The table whose header row begins so. */
  table(header: string): Block {
    return this.#tableAt(this.#find((label) => label === header));
  }

  /** A header row and the rows below, up to an empty one. */
  #tableAt(at: number): Block {
    const header = (this.#rows[at] ?? []).map((_, column) => textAt(this.#rows[at], column));
    const rows = this.#rows.slice(at + 1);
    const end = rows.findIndex((row) => textAt(row, LABELS) === '');
    return new Block(header, end < 0 ? rows : rows.slice(0, end));
  }

  /** All of its cells. */
  cells(): SheetCell[] {
    return this.#rows.flat();
  }

  /** The sentence that begins so. */
  sentence(beginning: string): string {
    return textAt(this.#rows[this.#find((label) => label.startsWith(beginning))], LABELS);
  }

  #find(isIt: (label: string) => boolean): number {
    const found = this.#rows.findIndex((row) => isIt(textAt(row, LABELS)));
    if (found < 0) throw new Error('The tab has no such line');
    return found;
  }
}

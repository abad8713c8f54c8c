import type {
  CellState,
  DimensionState,
  DocumentState,
  ExtendedValue,
  JsonObject,
  SheetState,
} from './model.ts';

/** A cell in a file: null is none, a number a cell of the file's list of cells without a value or a note. */
type StoredCell =
  | null
  | number
  | { value?: ExtendedValue; note?: string; textFormatRuns?: JsonObject[]; like?: number };
export type StoredSheet = Omit<SheetState, 'cells'> & { cells: StoredCell[][] };
/** A document in a form for files: plain JSON in which what cells share stands once. */
export type StoredDocument = {
  version: 1;
  /** Formats and validation rules, each combination once: cells of a column share theirs. */
  looks: CellState[];
  document: Omit<DocumentState, 'sheets'> & { sheets: StoredSheet[] };
};

/** Numbers the combinations of format and validation by what they say, each object written out once. */
class Looks {
  readonly list: CellState[] = [];
  private readonly texts = new WeakMap<JsonObject, string>();
  private readonly byText = new Map<string, number>();

  private text(part: JsonObject | undefined): string {
    if (!part) return '';
    let text = this.texts.get(part);
    if (text === undefined) {
      text = JSON.stringify(part);
      this.texts.set(part, text);
    }
    return text;
  }

  of({ format, validation }: CellState): number | undefined {
    if (!format && !validation) return undefined;
    const key = `${this.text(format)}\n${this.text(validation)}`;
    let index = this.byText.get(key);
    if (index === undefined) {
      index = this.list.push({ ...(format ? { format } : {}), ...(validation ? { validation } : {}) }) - 1;
      this.byText.set(key, index);
    }
    return index;
  }
}

const storedCell = (cell: CellState | undefined, looks: Looks): StoredCell => {
  if (!cell) return null;
  const like = looks.of(cell);
  const { format: _, validation: __, ...rest } = cell;
  if (like !== undefined && Object.keys(rest).length === 0) return like;
  return like === undefined ? rest : { ...rest, like };
};

/** The document in the form for files; it shares objects with the document. */
export const toStored = (document: DocumentState): StoredDocument => {
  const looks = new Looks();
  const sheets = document.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) => Array.from(row ?? [], (cell) => storedCell(cell, looks))),
  }));
  return { version: 1, looks: looks.list, document: { ...document, sheets } };
};

/** The document as JSON text, for a file. What cells share is written once. */
export const toSnapshot = (document: DocumentState): string => JSON.stringify(toStored(document));

const loadedCell = (cell: StoredCell, looks: readonly CellState[]): CellState | undefined => {
  if (cell === null) return undefined;
  if (typeof cell === 'number') return looks[cell];
  const { like, ...rest } = cell;
  return like === undefined ? rest : { ...rest, ...looks[like] };
};

const holes = (list: (DimensionState | null | undefined)[]): (DimensionState | undefined)[] =>
  list.map((item) => item ?? undefined);

/** The document of the form for files; throws when that is of another version. */
export const fromStored = (stored: StoredDocument): DocumentState => {
  if (stored.version !== 1) throw new Error(`a snapshot of version ${String(stored.version)} cannot be read`);
  const sheets = stored.document.sheets.map((sheet) => ({
    ...sheet,
    // JSON writes holes of lists as null.
    rows: holes(sheet.rows),
    columns: holes(sheet.columns),
    cells: sheet.cells.map((row) => row.map((cell) => loadedCell(cell, stored.looks))),
  }));
  return { ...stored.document, sheets };
};

/** The document of a snapshot's text; throws when it is of another version. */
export const fromSnapshot = (text: string): DocumentState => fromStored(JSON.parse(text) as StoredDocument);

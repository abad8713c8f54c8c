import { bareValue, isBare, storedCell } from './cell.ts';
import type {
  CellState,
  DimensionState,
  DocumentState,
  JsonObject,
  SheetState,
  StoredCell,
} from './model.ts';

type Run = { like: number; times: number };
type Bare = number | string | boolean;
type OwnParts = Pick<CellState, 'value' | 'note' | 'textFormatRuns'>;
/**
 * A cell in a file: null is none, a bare value a cell with nothing else. `like` and the first of a list are the number
 * of a cell in the file's list of looks; the second of a list is the bare value. Neighbours in a row that have nothing
 * but the same look are written as one with `times`.
 */
type FileCell =
  | null
  | Bare
  | [like: number]
  | [like: number, value: Bare]
  | Run
  | (OwnParts & { like?: number; times?: undefined });
/** In files of version 1 a number was the number of a look, and values had their names. */
type OldFileCell = null | number | (OwnParts & { like?: number });
type StoredRow = (FileCell | undefined)[];
type StoredSheet = Omit<SheetState, 'cells'> & { cells: StoredRow[] };
/** A document in a form for files: plain JSON in which what cells share stands once. */
type StoredDocument = {
  version: 2;
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

const fileCell = (cell: StoredCell | undefined, looks: Looks): FileCell => {
  if (typeof cell !== 'object') return cell ?? null;
  const like = looks.of(cell);
  const { format: _, validation: __, ...own } = cell;
  if (like === undefined) return own;
  const bare = storedCell(own);
  if (isBare(bare)) return [like, bare];
  return Object.keys(own).length === 0 ? [like] : { ...own, like };
};

const fileCells = (row: readonly (StoredCell | undefined)[], looks: Looks): StoredRow => {
  const made: FileCell[] = [];
  for (let c = 0; c < row.length; ) {
    const cell = fileCell(row[c], looks);
    let end = c + 1;
    if (Array.isArray(cell) && cell.length === 1) {
      while (end < row.length && isLook(row[end], cell[0], looks)) end += 1;
    }
    made.push(end - c > 1 ? { like: (cell as [number])[0], times: end - c } : cell);
    c = end;
  }
  return made;
};

const isLook = (cell: StoredCell | undefined, like: number, looks: Looks): boolean => {
  const made = fileCell(cell, looks);
  return Array.isArray(made) && made.length === 1 && made[0] === like;
};

/** A row of bare values is the same in a file. */
const fileRow = (row: readonly (StoredCell | undefined)[] | undefined, looks: Looks): StoredRow =>
  row?.some((cell) => typeof cell === 'object') ? fileCells(row, looks) : ((row ?? []) as StoredRow);

/** The document in the form for files; it shares objects with the document. */
const toStored = (document: DocumentState): StoredDocument => {
  const looks = new Looks();
  const sheets = document.sheets.map((sheet) => ({
    ...sheet,
    cells: Array.from(sheet.cells, (row) => fileRow(row, looks)),
  }));
  return { version: 2, looks: looks.list, document: { ...document, sheets } };
};

/** The document as JSON text, for a file. What cells share is written once. */
export const toSnapshot = (document: DocumentState): string => JSON.stringify(toStored(document));

const isRun = (cell: FileCell | undefined): cell is Run =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && cell.times !== undefined;

const loadedCell = (
  cell: Exclude<FileCell, Run> | undefined,
  looks: readonly CellState[],
): StoredCell | undefined => {
  if (cell === null || typeof cell !== 'object') return cell ?? undefined;
  if (Array.isArray(cell)) {
    const look = looks[cell[0]];
    return cell[1] === undefined ? look : { value: bareValue(cell[1]), ...look };
  }
  const { like, ...rest } = cell;
  return like === undefined ? rest : { ...rest, ...looks[like] };
};

const loadedRow = (row: StoredRow, looks: readonly CellState[]): (StoredCell | undefined)[] => {
  if (row.every((cell) => cell !== null && typeof cell !== 'object')) return row as Bare[];
  const made: (StoredCell | undefined)[] = [];
  for (const cell of row) {
    const times = isRun(cell) ? cell.times : 1;
    const loaded = isRun(cell) ? looks[cell.like] : loadedCell(cell, looks);
    for (let n = 0; n < times; n += 1) made.push(loaded);
  }
  return made;
};

const holes = (list: (DimensionState | null | undefined)[]): (DimensionState | undefined)[] =>
  list.map((item) => item ?? undefined);

/** A cell of version 1 as one of version 2. */
const newerCell = (cell: OldFileCell): FileCell => {
  if (typeof cell === 'number') return [cell];
  if (!cell || cell.like !== undefined) return cell;
  return (storedCell(cell) as FileCell | undefined) ?? null;
};

const newer = (stored: StoredDocument): StoredDocument => ({
  ...stored,
  version: 2,
  document: {
    ...stored.document,
    sheets: stored.document.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row) => (row as OldFileCell[]).map(newerCell)),
    })),
  },
});

/** The document of the form for files, of this version or the one before; throws when that is of another. */
const fromStored = (stored: StoredDocument): DocumentState => {
  const version: number = stored.version;
  if (version === 1) return fromStored(newer(stored));
  if (version !== 2) throw new Error(`a snapshot of version ${String(version)} cannot be read`);
  const sheets = stored.document.sheets.map((sheet) => ({
    ...sheet,
    // JSON writes holes of lists as null.
    rows: holes(sheet.rows),
    columns: holes(sheet.columns),
    cells: sheet.cells.map((row) => loadedRow(row, stored.looks)),
  }));
  return { ...stored.document, sheets };
};

/** The document of a snapshot's text; throws when it is of another version. */
export const fromSnapshot = (text: string): DocumentState => fromStored(JSON.parse(text) as StoredDocument);

/** What a calculation depends on: the formulas of a document and the sheets that they need. */
import { type FormulaCell, formulaCells } from '../document/formula-cells.ts';
import type { DocumentState, SheetState } from '../document/model.ts';
import { formulaNames } from './formula-text.ts';

export type SheetFormulas = { sheet: SheetState; formulas: readonly FormulaCell[] };

export type Inputs = {
  /** Sheets with formulas, in tab order. */
  formulas: SheetFormulas[];
  /** Parts of the document that the result depends on, by identity: states share what a change left alone. */
  parts: readonly unknown[];
  /** Sheets with formulas and those that formulas name. */
  sheets: readonly SheetState[];
  sheetIds: ReadonlySet<number>;
  /** By sheet: the columns that formulas read or may spill into; the others are left out. */
  columns: ReadonlyMap<number, ReadonlySet<number>>;
  /** Whether the result may differ from one state to the next, whatever has changed. */
  isVolatile: boolean;
  /** How often time alone changes the result: with NOW each minute, with TODAY each day. */
  timed?: 'minute' | 'day';
};

/** Functions that may read any cell. */
const ROAMING = new Set(['INDIRECT', 'OFFSET']);
const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

/** The inputs of a document's calculation; nothing when it has no formulas. */
export function calculationInputs(document: DocumentState): Inputs | undefined {
  const formulas = document.sheets
    .map((sheet) => ({ sheet, formulas: formulaCells(sheet) }))
    .filter((entry) => entry.formulas.length);
  if (!formulas.length) return undefined;
  const names = allNames(formulas);
  const needed = document.sheets.filter((sheet) => isNeeded(sheet, document, formulas, names));
  const timed = names.functions.has('NOW') ? 'minute' : names.functions.has('TODAY') ? 'day' : undefined;
  return {
    formulas,
    ...(timed ? { timed } : {}),
    sheetIds: new Set(needed.map((sheet) => sheet.sheetId)),
    columns: readColumns(document, needed, formulas, names),
    isVolatile: [...names.functions].some((name) => VOLATILE.has(name)),
    sheets: needed,
    parts: [document.locale, document.timeZone, document.namedRanges],
  };
}

type Names = {
  /** Referred columns by sheet title in lower case: pairs of first and last. */
  sheets: Map<string, [first: number, last: number][]>;
  functions: Set<string>;
  words: Set<string>;
};

function allNames(formulas: SheetFormulas[]): Names {
  const all: Names = { sheets: new Map(), functions: new Set(), words: new Set() };
  const texts = new Set(formulas.flatMap((entry) => entry.formulas.map((cell) => cell.formula)));
  for (const text of texts) {
    const names = formulaNames(text);
    for (const { title, first, last } of names.references) {
      const spans = all.sheets.get(title.toLowerCase());
      if (spans) spans.push([first, last]);
      else all.sheets.set(title.toLowerCase(), [[first, last]]);
    }
    for (const name of names.functions) all.functions.add(name);
    for (const word of names.words) all.words.add(word);
  }
  return all;
}

/** Sheets with formulas and those that formulas name; big sheets that nothing refers to stay out of the engine. */
function isNeeded(
  sheet: SheetState,
  document: DocumentState,
  formulas: SheetFormulas[],
  names: Names,
): boolean {
  // INDIRECT may name any sheet.
  if (names.functions.has('INDIRECT') || names.sheets.has(sheet.title.toLowerCase())) return true;
  if (formulas.some((entry) => entry.sheet === sheet)) return true;
  return document.namedRanges.some(
    ({ name, sheetId }) => sheetId === sheet.sheetId && names.words.has(name.toUpperCase()),
  );
}

/** On a sheet with formulas: what they read there, and everything from the first of them on, where they may spill. */
function ownColumns({ formulas }: SheetFormulas): [first: number, last: number][] {
  const texts = new Set(formulas.map(({ formula }) => formula));
  const spans = [...texts].flatMap((text) =>
    formulaNames(text).own.map(({ first, last }): [number, number] => [first, last]),
  );
  const leftmost = formulas.reduce((least, { column }) => Math.min(least, column), Number.MAX_SAFE_INTEGER);
  return [...spans, [leftmost, Number.MAX_SAFE_INTEGER]];
}

function readColumns(
  document: DocumentState,
  needed: SheetState[],
  formulas: SheetFormulas[],
  names: Names,
): Map<number, Set<number>> {
  const result = new Map<number, Set<number>>();
  if ([...names.functions].some((name) => ROAMING.has(name))) return result;
  for (const sheet of needed) {
    const spans = [...(names.sheets.get(sheet.title.toLowerCase()) ?? [])];
    const own = formulas.find((entry) => entry.sheet === sheet);
    if (own) spans.push(...ownColumns(own));
    for (const { name, sheetId, range } of document.namedRanges) {
      if (sheetId === sheet.sheetId && names.words.has(name.toUpperCase())) {
        spans.push([range.startColumn, range.endColumn - 1]);
      }
    }
    const columns = new Set<number>();
    for (const [first, last] of spans) {
      for (let column = first; column <= Math.min(last, sheet.columnCount - 1); column++) columns.add(column);
    }
    result.set(sheet.sheetId, columns);
  }
  return result;
}

import { cellOf, storedCell } from '../document/cell.ts';
import { MAX_CELL_CHARACTERS } from '../document/create.ts';
import { shiftFormula } from '../document/formula.ts';
import { enteredFormula } from '../document/formula-locale.ts';
import type {
  CellState,
  DocumentState,
  ExtendedValue,
  Json,
  JsonObject,
  StoredCell,
} from '../document/model.ts';
import { withBorderWidths } from './borders.ts';
import { completed } from './colors.ts';
import { SheetsApiError } from './errors.ts';
import { checkFormat } from './format-checks.ts';
import { storedValidation } from './requests/conditions.ts';
import { applyMask, masks, parseUpdateMask, type UpdateMask } from './update-mask.ts';

export const TOO_LONG = `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`;
/** Pivot tables, chips, and what comes from data sources. */
const NOT_SERVED = ['pivotTable', 'chipRuns', 'dataSourceTable', 'dataSourceFormula'];
const READ_ONLY = ['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink'];

/** A value to be stored; an empty text is no value. Throws a plain Error with Google's words. */
export const storedValue = (given: ExtendedValue | undefined): ExtendedValue | undefined => {
  if (!given) return undefined;
  if (given.numberValue !== undefined) return { numberValue: given.numberValue };
  if (given.stringValue !== undefined) {
    if (given.stringValue.length > MAX_CELL_CHARACTERS) throw new Error(TOO_LONG);
    return given.stringValue === '' ? undefined : { stringValue: given.stringValue };
  }
  if (given.boolValue !== undefined) return { boolValue: given.boolValue };
  if (given.formulaValue !== undefined) {
    if (given.formulaValue.length > MAX_CELL_CHARACTERS) throw new Error(TOO_LONG);
    if (!given.formulaValue.startsWith('=')) throw new Error('Formulas must start with "=".');
    return { formulaValue: given.formulaValue };
  }
  if (given.errorValue !== undefined) throw new Error('ExtendedValue.errorValue is read-only.');
  return undefined;
};

/** A cell without the parts that are empty; undefined when nothing is left. */
export const compactCell = (cell: CellState): CellState | undefined => {
  const made: CellState = {};
  if (cell.value) made.value = cell.value;
  if (cell.format && Object.keys(cell.format).length > 0) made.format = cell.format;
  if (cell.note) made.note = cell.note;
  if (cell.validation) made.validation = cell.validation;
  if (cell.textFormatRuns) made.textFormatRuns = cell.textFormatRuns;
  for (const _ in made) return made;
  return undefined;
};

/**
 * Writes CellData under an update mask. Formats that come out alike are shared between the cells of one writer, as
 * are validation rules, so that a formatted column costs little.
 */
export class CellWriter {
  private readonly document: DocumentState;
  private readonly value: boolean;
  private readonly onlyValue: boolean;
  private readonly note: boolean;
  private readonly validation: boolean;
  private readonly runs: boolean;
  private readonly format: UpdateMask;
  private readonly formats = new Map<JsonObject, Map<JsonObject | undefined, JsonObject>>();
  private readonly sources = new Map<JsonObject, JsonObject>();

  /** @param document As it is now: formulas are kept in its locale's spelling, rules name its sheets. */
  constructor(fields: Json | undefined, document: DocumentState) {
    this.document = document;
    const mask = parseUpdateMask(fields, 'CellData');
    const all = typeof fields === 'string' && fields.trim() === '*';
    const readOnly = all ? undefined : mask.find(([name]) => READ_ONLY.includes(name ?? ''));
    if (readOnly) throw new Error(`Invalid field: ${readOnly[0]}. The field is read-only.`);
    this.value = masks(mask, 'userEnteredValue');
    this.onlyValue = mask.every(([name]) => name === 'userEnteredValue');
    this.note = masks(mask, 'note');
    this.validation = masks(mask, 'dataValidation');
    this.runs = masks(mask, 'textFormatRuns');
    this.format = mask.filter(([name]) => name === 'userEnteredFormat').map((path) => path.slice(1));
  }

  /** What the cell is after the write, as a sheet keeps it; for many cells of which most hold nothing but a value. */
  stored(before: StoredCell | undefined, data: JsonObject | undefined): StoredCell | undefined {
    if (this.onlyValue && typeof before !== 'object') {
      const given = data?.userEnteredValue as ExtendedValue | undefined;
      const bare = given?.numberValue ?? given?.boolValue;
      if (bare !== undefined && data!.pivotTable === undefined && data!.chipRuns === undefined) return bare;
    }
    return storedCell(this.write(cellOf(before), data));
  }

  /** What the cell is after the write; `rows` and `columns` shift a repeated formula's references. */
  write(
    before: CellState | undefined,
    data: JsonObject | undefined,
    rows = 0,
    columns = 0,
  ): CellState | undefined {
    const missing = data && NOT_SERVED.find((name) => data[name] !== undefined);
    if (missing) throw new SheetsApiError('UNIMPLEMENTED', `CellData.${missing} is not served by this host.`);
    if (!before && this.onlyValue) {
      const value = this.entered(data, rows, columns);
      return value && { value };
    }
    const cell: CellState = { ...before };
    if (this.value) {
      const value = this.entered(data, rows, columns);
      if (value) cell.value = value;
      else delete cell.value;
      // Runs belong to the text that they were made for.
      if (!this.runs) delete cell.textFormatRuns;
    }
    if (this.format.length > 0)
      cell.format = this.formatted(before?.format, data?.userEnteredFormat as JsonObject | undefined);
    if (this.note) cell.note = (data?.note as string | undefined) ?? '';
    if (this.validation) {
      const rule = data?.dataValidation as JsonObject | undefined;
      if (rule) cell.validation = this.shared(rule, (source) => storedValidation(this.document, source));
      else delete cell.validation;
    }
    if (this.runs) {
      const runs = data?.textFormatRuns as JsonObject[] | undefined;
      if (runs) cell.textFormatRuns = runs.map(completed);
      else delete cell.textFormatRuns;
    }
    return compactCell(cell);
  }

  private entered(data: JsonObject | undefined, rows: number, columns: number): ExtendedValue | undefined {
    const value = storedValue(data?.userEnteredValue as ExtendedValue | undefined);
    if (value?.formulaValue !== undefined)
      value.formulaValue = shiftFormula(
        enteredFormula(value.formulaValue, this.document.locale),
        rows,
        columns,
      );
    return value;
  }

  private shared(source: JsonObject, make: (source: JsonObject) => JsonObject): JsonObject {
    let made = this.sources.get(source);
    if (!made) {
      made = make(source);
      this.sources.set(source, made);
    }
    return made;
  }

  private formatted(before: JsonObject | undefined, given: JsonObject | undefined): JsonObject {
    const source = given ? this.shared(given, completed) : NO_FORMAT;
    let byBefore = this.formats.get(source);
    if (!byBefore) {
      byBefore = new Map();
      this.formats.set(source, byBefore);
    }
    let made = byBefore.get(before);
    if (!made) {
      made = withBorderWidths(applyMask(before ?? {}, source, this.format));
      if (given) checkFormat(made);
      byBefore.set(before, made);
    }
    return made;
  }
}

const NO_FORMAT: JsonObject = {};

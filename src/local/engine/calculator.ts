/** Evaluates the formulas of a document. */
import type { Model } from '@odoo/o-spreadsheet';
import type {
  CalculatedValues,
  Calculator,
  CustomFunctions,
  DocumentState,
  Rect,
  SheetState,
} from '../document/model.ts';
import { extendedValue } from './cell-values.ts';
import { withClock } from './clock.ts';
import { type CallContext, withFunctions } from './custom-functions.ts';
import { formulaNames } from './formula-text.ts';
import { loadLibrary, quietly } from './library.ts';
import { engineSheetId, toModelData } from './model-data.ts';

export type CalculatorOptions = {
  customFunctions?: CustomFunctions;
  /** The moment that NOW and TODAY tell; the machine's clock by default. */
  now?: () => Date;
};

/** A formula and the cells that show its result: itself alone, or the rectangle that it spills over. */
export type FormulaResult = { sheetId: number; formula: string; area: Rect };

/** The calculator with what the export needs beside the values. */
export type EngineCalculator = Calculator & {
  results(document: DocumentState): readonly FormulaResult[];
  /** Whether a formula calls a function of the add-on. */
  isCustom(formula: string): boolean;
};

type Calculation = { revision: number; values: CalculatedValues; results: FormulaResult[] };
type FormulaCell = { sheet: SheetState; row: number; column: number; formula: string };

/**
 * Makes a calculator. It remembers the values of the last revision of each document, and what custom functions
 * answered to equal arguments.
 * @example createCalculator({ customFunctions }).calculate(document).get(sheetId)?.[0]?.[2]
 */
export function createCalculator(options: CalculatorOptions = {}): EngineCalculator {
  const results = new WeakMap<DocumentState, Calculation>();
  const names = new Set((options.customFunctions?.list ?? []).map(({ name }) => name.toUpperCase()));
  const remembered: CallContext['remembered'] = new Map();
  const calculation = (document: DocumentState) => {
    let known = results.get(document);
    if (known?.revision !== document.revision) {
      const context = { document, functions: options.customFunctions, names, remembered };
      known = evaluate(document, context, options.now?.() ?? new Date());
      results.set(document, known);
    }
    return known;
  };
  return {
    calculate: (document) => calculation(document).values,
    results: (document) => calculation(document).results,
    isCustom: (formula) => formulaNames(formula).functions.some((name) => names.has(name)),
  };
}

function evaluate(document: DocumentState, context: CallContext, now: Date): Calculation {
  const formulas = formulaCells(document);
  const calculation: Calculation = { revision: document.revision, values: new Map(), results: [] };
  if (!formulas.length) return calculation;
  const { Model } = loadLibrary();
  const data = toModelData(document, { purpose: 'calculate', sheetIds: neededSheets(document, formulas) });
  quietly(() =>
    withFunctions(context, () =>
      withClock(now, document.timeZone, () => {
        readValues(new Model(data, { mode: 'readonly' }), formulas, calculation);
      }),
    ),
  );
  return calculation;
}

function formulaCells(document: DocumentState): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of document.sheets) {
    sheet.cells.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        const formula = cell?.value?.formulaValue;
        if (formula !== undefined) found.push({ sheet, row, column, formula });
      });
    });
  }
  return found;
}

/** Sheets with formulas and those that formulas name; big sheets that nothing refers to stay out of the engine. */
function neededSheets(document: DocumentState, formulas: FormulaCell[]): Set<number> {
  const needed = new Set<number>();
  const titles = new Set<string>();
  const words = new Set<string>();
  for (const formula of new Set(formulas.map((cell) => cell.formula))) {
    const names = formulaNames(formula);
    // INDIRECT may name any sheet.
    if (names.functions.includes('INDIRECT')) return new Set(document.sheets.map((sheet) => sheet.sheetId));
    for (const title of names.sheets) titles.add(title.toLowerCase());
    for (const word of names.words) words.add(word);
  }
  for (const { sheet } of formulas) needed.add(sheet.sheetId);
  for (const { name, sheetId } of document.namedRanges)
    if (words.has(name.toUpperCase())) needed.add(sheetId);
  for (const sheet of document.sheets) if (titles.has(sheet.title.toLowerCase())) needed.add(sheet.sheetId);
  return needed;
}

function readValues(model: Model, formulas: FormulaCell[], calculation: Calculation): void {
  for (const { sheet, row, column, formula } of formulas) {
    const rows = calculation.values.get(sheet.sheetId) ?? [];
    calculation.values.set(sheet.sheetId, rows);
    const sheetId = engineSheetId(sheet.sheetId);
    const zone = model.getters.getSpreadZone({ sheetId, row, col: column });
    const area: Rect = {
      startRow: row,
      endRow: (zone?.bottom ?? row) + 1,
      startColumn: column,
      endColumn: (zone?.right ?? column) + 1,
    };
    calculation.results.push({ sheetId: sheet.sheetId, formula, area });
    for (let r = area.startRow; r < area.endRow; r++) {
      rows[r] ??= [];
      const line = rows[r]!;
      for (let c = area.startColumn; c < area.endColumn; c++) {
        line[c] = extendedValue(model.getters.getEvaluatedCell({ sheetId, row: r, col: c }));
      }
    }
  }
}

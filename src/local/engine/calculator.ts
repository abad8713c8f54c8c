/** Evaluates the formulas of a document. */
import type { Model } from '@odoo/o-spreadsheet';
import type {
  CalculatedFormats,
  CalculatedValues,
  Calculator,
  CustomFunctions,
  DocumentState,
  Rect,
} from '../document/model.ts';
import { MILLISECONDS_A_DAY, shownAsUtc } from '../document/zone.ts';
import { extendedValue, type FormulaAt } from './cell-values.ts';
import { withClock } from './clock.ts';
import { type CallContext, CallMemory, withFunctions } from './custom-functions.ts';
import { formulaNames } from './formula-text.ts';
import { calculationInputs, type Inputs } from './inputs.ts';
import { quietly } from './library.ts';
import { LiveModel } from './live-model.ts';
import { engineSheetId } from './model-data.ts';
import { resultFormat } from './result-format.ts';
import { sameInputs } from './same-inputs.ts';
import { sourceFormat } from './source-format.ts';

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

type Calculation = {
  revision: number;
  /** What time changes in it, and the minute or day that it shows. */
  timed?: Inputs['timed'];
  period: number;
  values: CalculatedValues;
  formats: CalculatedFormats;
  results: FormulaResult[];
};

/**
 * Makes a calculator. It takes states for unchanging: the same revision of the same state is calculated once, and a
 * later state again only when something that formulas need has changed (or they ask for the time or for chance). Where
 * they ask for the time, the same state is calculated again in another minute (NOW) or on another day (TODAY).
 * What custom functions answered is kept by their arguments, for as long as the calculator lives.
 * @example createCalculator({ customFunctions }).calculate(document).get(sheetId)?.[0]?.[2]
 */
export function createCalculator(options: CalculatorOptions = {}): EngineCalculator {
  const byState = new WeakMap<DocumentState, Calculation>();
  const latest = new Map<string, { inputs: Inputs; calculation: Calculation }>();
  const functions = options.customFunctions;
  const names = new Set((functions?.list ?? []).map(({ name }) => name.toUpperCase()));
  const memory = new CallMemory();
  const models = new Map<string, LiveModel>();

  const calculation = (document: DocumentState): Calculation => {
    const known = byState.get(document);
    const now = options.now?.() ?? new Date();
    if (known?.revision === document.revision && known.period === periodOf(known.timed, now, document))
      return known;
    const inputs = calculationInputs(document);
    const before = latest.get(document.spreadsheetId);
    let result: Calculation = {
      revision: document.revision,
      ...(inputs?.timed ? { timed: inputs.timed } : {}),
      period: periodOf(inputs?.timed, now, document),
      values: new Map(),
      formats: new Map(),
      results: [],
    };
    if (inputs && before && sameInputs(before.inputs, inputs)) {
      result = { ...before.calculation, revision: document.revision };
    } else if (inputs) {
      const model = models.get(document.spreadsheetId) ?? new LiveModel();
      models.set(document.spreadsheetId, model);
      evaluate(model, inputs, { document, functions, names, memory }, now, result);
    }
    byState.set(document, result);
    if (inputs) latest.set(document.spreadsheetId, { inputs, calculation: result });
    return result;
  };
  return {
    calculate: (document) => calculation(document).values,
    formats: (document) => calculation(document).formats,
    results: (document) => calculation(document).results,
    isCustom: (formula) => formulaNames(formula).functions.some((name) => names.has(name)),
  };
}

/** The minute, or the day in the spreadsheet's zone, that a calculation shows; 0 where time has no part in it. */
function periodOf(timed: Inputs['timed'], now: Date, { timeZone }: DocumentState): number {
  if (timed === undefined) return 0;
  return Math.floor(shownAsUtc(now.getTime(), timeZone) / (timed === 'day' ? MILLISECONDS_A_DAY : 60_000));
}

function evaluate(
  model: LiveModel,
  inputs: Inputs,
  context: CallContext,
  now: Date,
  calculation: Calculation,
): void {
  const { document } = context;
  quietly(() =>
    withFunctions(context, () =>
      withClock(now, document.timeZone, () => {
        readValues(model.of(document, inputs), document, inputs, calculation);
      }),
    ),
  );
}

function readValues(model: Model, document: DocumentState, inputs: Inputs, calculation: Calculation): void {
  const formulaAt: FormulaAt = (position) => {
    const cell = model.getters.getCell(position);
    return cell?.isFormula ? cell.compiledFormula.toFormulaString(model.getters) : undefined;
  };
  for (const { sheet, formulas } of inputs.formulas) {
    const rows: NonNullable<ReturnType<CalculatedValues['get']>> = [];
    const formats: NonNullable<ReturnType<CalculatedFormats['get']>> = [];
    calculation.values.set(sheet.sheetId, rows);
    calculation.formats.set(sheet.sheetId, formats);
    const sheetId = engineSheetId(sheet.sheetId);
    for (const { row, column, formula } of formulas) {
      const place = { sheetId: sheet.sheetId, row, column };
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
        formats[r] ??= [];
        for (let c = area.startColumn; c < area.endColumn; c++) {
          const cell = model.getters.getEvaluatedCell({ sheetId, row: r, col: c });
          rows[r]![c] = extendedValue(cell, formulaAt);
          const format = resultFormat(cell.format, formula, cell.value, {
            locale: document.locale,
            source: (pattern) => sourceFormat(model, document, place, pattern, calculation.formats),
          });
          if (format) {
            formats[r] ??= [];
            formats[r]![c] = format;
          }
        }
      }
    }
  }
}

/** Formulas that stand in conditions, worked out as if they stood in the cells that the condition is about. */
import { holdsFormula } from '../../document/cell.ts';
import { createSheet } from '../../document/create.ts';
import { rewriteFormula } from '../../document/formula.ts';
import type { Calculator, DocumentState, ExtendedValue, SheetState } from '../../document/model.ts';
import { SheetView } from '../view.ts';

/** A formula and the cell that it is for, which ROW and COLUMN tell. */
export type Asked = { formula: string; row: number; column: number };
/** Works formulas out for cells of a sheet, in the order in which they are asked. */
export type Evaluate = (sheet: SheetState, asked: readonly Asked[]) => (ExtendedValue | undefined)[];

const TITLE = '\u2063conditions';

/** The sheet with what its formulas show in their place, so that they are not worked out once more. */
const frozen = (sheet: SheetState, calculated: (ExtendedValue | undefined)[][] | undefined): SheetState => {
  if (!holdsFormula(sheet)) return sheet;
  const view = new SheetView(sheet, calculated);
  const cells = Array.from({ length: view.height }, (_, row) =>
    Array.from({ length: view.width(row) }, (__, column) => {
      const value = view.effective(row, column);
      const format = view.cell(row, column)?.format;
      return value || format ? { ...(value ? { value } : {}), ...(format ? { format } : {}) } : undefined;
    }),
  );
  return { ...sheet, cells };
};

const frozenDocuments = new WeakMap<DocumentState, SheetState[]>();

const frozenSheets = (calculator: Calculator, document: DocumentState): SheetState[] => {
  let sheets = frozenDocuments.get(document);
  if (!sheets) {
    const calculated = calculator.calculate(document);
    sheets = document.sheets.map((sheet) => frozen(sheet, calculated.get(sheet.sheetId)));
    frozenDocuments.set(document, sheets);
  }
  return sheets;
};

/**
 * What formulas come to in cells of a sheet.
 * @param document A finished state.
 * @returns The results in the order of `asked`; nothing without a calculator.
 * @example evaluator(calculator, document)(sheet, [{ formula: '=A2>1', row: 1, column: 0 }]) // [{ boolValue: true }]
 */
export const evaluator = (calculator: Calculator | undefined, document: DocumentState): Evaluate => {
  return (home, asked) => {
    if (!calculator || asked.length === 0) return [];
    const sheetId = 1 + Math.max(...document.sheets.map((sheet) => sheet.sheetId));
    const scratch = createSheet(sheetId, TITLE, home.rowCount, home.columnCount);
    for (const { formula, row, column } of asked) {
      const here = rewriteFormula(formula, (reference) =>
        reference.sheet === undefined ? { ...reference, sheet: home.title } : undefined,
      );
      scratch.cells[row] ??= [];
      scratch.cells[row]![column] = { value: { formulaValue: here } };
    }
    const results = calculator.calculate({
      ...document,
      spreadsheetId: `${document.spreadsheetId} conditions`,
      sheets: [...frozenSheets(calculator, document), scratch],
    });
    const values = results.get(sheetId);
    return asked.map(({ row, column }) => values?.[row]?.[column]);
  };
};

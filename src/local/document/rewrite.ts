import { formulaOf } from './cell.ts';
import type { Draft } from './draft.ts';
import { type FormulaRewrite, rewriteJson } from './json-ranges.ts';
import type { CellState, JsonObject } from './model.ts';

/** Rewrites every formula of the document: cells, conditional formats and validation, with the sheet they stand in. */
export const rewriteFormulas = (draft: Draft, rewrite: (formula: string, home: string) => string): void => {
  for (const { sheetId } of draft.document.sheets.slice()) {
    const sheet = draft.sheet(sheetId)!;
    const here: FormulaRewrite = (formula) => rewrite(formula, sheet.title);
    rewriteCells(draft, sheetId, here);
    const rules = sheet.conditionalFormats.map((rule) => rewriteJson(rule, here));
    if (rules.some((rule, i) => rule !== sheet.conditionalFormats[i]))
      draft.edit(sheetId).conditionalFormats = rules;
  }
};

const rewriteCells = (draft: Draft, sheetId: number, rewrite: FormulaRewrite): void => {
  const { cells } = draft.sheet(sheetId)!;
  const rules = new Map<JsonObject, JsonObject>();
  for (let r = 0; r < cells.length; r += 1) {
    const row = cells[r] ?? [];
    for (let c = 0; c < row.length; c += 1) {
      const cell = row[c];
      if (typeof cell !== 'object' || (formulaOf(cell) === undefined && !cell.validation)) continue;
      const made = rewriteCell(cell, rewrite, rules);
      if (made !== cell) draft.setCell(draft.edit(sheetId), r, c, made);
    }
  }
};

const rewriteCell = (
  cell: CellState,
  rewrite: FormulaRewrite,
  rules: Map<JsonObject, JsonObject>,
): CellState => {
  let made = cell;
  const formula = cell.value?.formulaValue;
  if (formula !== undefined) {
    const rewritten = rewrite(formula);
    if (rewritten !== formula) made = { ...made, value: { formulaValue: rewritten } };
  }
  if (cell.validation) {
    // Cells of a column share their rule; it is rewritten once.
    let rule = rules.get(cell.validation);
    if (!rule) {
      rule = rewriteJson(cell.validation, rewrite);
      rules.set(cell.validation, rule);
    }
    if (rule !== cell.validation) made = { ...made, validation: rule };
  }
  return made;
};

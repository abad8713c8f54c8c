/** A spreadsheet's change of locale. */
import { isDateType } from './date-format.ts';
import type { Draft } from './draft.ts';
import { translateFormula } from './formula-locale.ts';
import { defaultPattern } from './locale.ts';
import type { JsonObject } from './model.ts';
import { rewriteFormulas } from './rewrite.ts';

/**
 * Lets a spreadsheet follow a change of its locale: formulas read in the new spelling, and dates and times that have
 * the old locale's usual pattern get the new one's. Patterns that somebody chose stay.
 * @param draft Its document has the new locale already.
 * @param from The locale before.
 */
export const followLocale = (draft: Draft, from: string): void => {
  const to = draft.document.locale;
  if (from === to) return;
  rewriteFormulas(draft, (formula) => translateFormula(formula, from, to));
  const formats = new Map<JsonObject, JsonObject>();
  for (const { sheetId } of draft.document.sheets.slice()) {
    const { cells } = draft.sheet(sheetId)!;
    cells.forEach((row, r) => {
      row?.forEach((cell, c) => {
        if (typeof cell !== 'object' || !cell.format) return;
        let format = formats.get(cell.format);
        if (!format) {
          format = followed(cell.format, from, to);
          formats.set(cell.format, format);
        }
        if (format !== cell.format) draft.setCell(draft.edit(sheetId), r, c, { ...cell, format });
      });
    });
  }
};

const followed = (format: JsonObject, from: string, to: string): JsonObject => {
  const { type, pattern } = (format.numberFormat ?? {}) as { type?: string; pattern?: string };
  if (!isDateType(type) || pattern !== defaultPattern(type, from)) return format;
  return { ...format, numberFormat: { type, pattern: defaultPattern(type, to) as string } };
};

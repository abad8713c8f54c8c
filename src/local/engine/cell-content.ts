/** What the engine is told to be in a cell. */

import { objectOf } from '../document/json.ts';
import { usesDecimalComma } from '../document/locale.ts';
import type { CellState, ExtendedValue } from '../document/model.ts';
import { engineFormula } from './formula-text.ts';
import { engineFormat } from './number-format.ts';

/** Texts that the engine would take for a number, a date, a truth value or an error. */
const AMBIGUOUS =
  /^(?:['#]|\s*(?:true|false)\s*$|[\s(+\-$€£¥₹%]*[.,]?\d[\s\d.,:/+\-e%)$€£¥₹]*(?:[ap]m?)?\s*$)/i;
/** The engine's spelling of errors; it has one for all that are neither of these. */
const ERRORS: Readonly<Record<string, string>> = {
  N_A: '#N/A',
  REF: '#REF',
  NAME: '#NAME?',
  DIVIDE_BY_ZERO: '#DIV/0!',
  NUM: '#NUM!',
  NULL_VALUE: '#NULL!',
};
/** Texts that it would take for a formula; one apostrophe more keeps them. */
const LIKE_FORMULA = /^'*=/;

/** Other programs show a truth value that has a fill as 1 or 0 unless a format says otherwise. */
export const FILE_BOOLEAN_FORMAT = '"TRUE";"TRUE";"FALSE"';

export type EngineCell = { content?: string; format?: string };

/**
 * The engine's content and number format of a cell. Texts stay texts with every digit: those that the engine would
 * read as something else get the text format, those that begin with `=` an apostrophe. Numbers and formulas never get
 * the text format, which turns them into texts in the engine (in Google it does so only while typing).
 * @param cell The cell as the API has it.
 * @param locale Of the spreadsheet.
 * @example engineCell({ value: { stringValue: '007' } }, 'en_US') // { content: '007', format: '@' }
 */
export function engineCell(cell: CellState, locale: string): EngineCell {
  const format = cell.format ? engineFormat(objectOf(cell.format.numberFormat), locale) : undefined;
  const value = cell.value;
  if (value?.formulaValue !== undefined) {
    return entry(
      engineFormula(value.formulaValue, usesDecimalComma(locale)),
      format === '@' ? undefined : format,
    );
  }
  const link = sheetLink(cell);
  if (link !== undefined) return entry(link, format === '@' ? undefined : format);
  return value ? engineLiteral(value, format) : entry(undefined, format);
}

/** A link to another sheet as the engine writes it. */
export const SHEET_LINK = /^\[(.+)\]\(o-spreadsheet:\/\/\d+\)$/;

const LABEL = /^[^[\]()]+$/;

/** A text whose format links to a sheet of the document, in the engine's spelling. */
function sheetLink({ value, format }: CellState): string | undefined {
  const { uri } = objectOf(objectOf(objectOf(format).textFormat).link);
  const [, sheetId] = (typeof uri === 'string' && /^#gid=(\d+)$/.exec(uri)) || [];
  const label = value?.stringValue;
  if (sheetId === undefined || label === undefined || !LABEL.test(label)) return undefined;
  return `[${label}](o-spreadsheet://${sheetId})`;
}

/** The same for a value that is not a formula. */
export function engineLiteral(value: ExtendedValue, format: string | undefined): EngineCell {
  const plainFormat = format === '@' ? undefined : format;
  if (value.numberValue !== undefined) return entry(String(value.numberValue), plainFormat);
  if (value.boolValue !== undefined) return entry(value.boolValue ? 'TRUE' : 'FALSE', plainFormat);
  if (value.errorValue) return entry(ERRORS[value.errorValue.type] ?? '#ERROR', undefined);
  if (!value.stringValue) return entry(undefined, format);
  if (LIKE_FORMULA.test(value.stringValue)) return entry(`'${value.stringValue}`, plainFormat);
  return entry(value.stringValue, AMBIGUOUS.test(value.stringValue) ? '@' : format);
}

function entry(content: string | undefined, format: string | undefined): EngineCell {
  return { ...(content === undefined ? {} : { content }), ...(format === undefined ? {} : { format }) };
}

/** Formulas in the spelling of a locale: `=SUM(A1,1.5)` where the decimal sign is a point, `=SUM(A1;1,5)` elsewhere. */
import { COMMA_NUMBER, formulaPieces, type Piece } from './formula-pieces.ts';
import { usesDecimalComma } from './locale.ts';

type Spell = (code: string, inBraces: boolean) => string | undefined;

const POINT_NUMBER = /(?<![\p{L}\p{N}_.$])(\d*)\.(\d+)/gu;

/** `;` between arguments is corrected to `,`, as in Google Sheets; in braces it starts a row. */
const corrected: Spell = (code, inBraces) => (inBraces ? code : code.replaceAll(';', ','));

const toComma: Spell = (code, inBraces) => {
  if (code.includes('\\')) return undefined;
  return code.replaceAll(',', inBraces ? '\\' : ';').replace(POINT_NUMBER, '$1,$2');
};

const toPoint: Spell = (code, inBraces) => {
  const numbers = code.replace(COMMA_NUMBER, '$1.$2');
  if (numbers.includes(',')) return undefined;
  return inBraces ? numbers.replaceAll('\\', ',') : numbers.replaceAll(';', ',');
};

/** The formula with its code spelled anew; as it is where it cannot be read. */
const respelled = (formula: string, spell: Spell): string => {
  let made = '';
  for (const piece of formulaPieces(formula) ?? []) {
    const text = pieceText(piece, spell);
    if (text === undefined) return formula;
    made += text;
  }
  return made === '' ? formula : made;
};

const pieceText = (piece: Piece, spell: Spell): string | undefined => {
  if (piece.kind === 'code') return spell(piece.text, piece.inBraces);
  return piece.kind === 'string' ? `"${piece.text.replaceAll('"', '""')}"` : piece.text;
};

/**
 * A formula as Google Sheets keeps what was entered: where `,` separates arguments, `;` is accepted and becomes `,`.
 * @example enteredFormula('=SUM(A1;B1)', 'th_TH') // '=SUM(A1,B1)'
 */
export const enteredFormula = (formula: string, locale: string): string =>
  formula.includes(';') && !usesDecimalComma(locale) ? respelled(formula, corrected) : formula;

/**
 * A formula of one locale as it reads in another; as it is where it cannot be read.
 * @example translateFormula('=SUM(A1,1.5)', 'en_US', 'de_DE') // '=SUM(A1;1,5)'
 */
export const translateFormula = (formula: string, from: string, to: string): string => {
  const [was, is] = [usesDecimalComma(from), usesDecimalComma(to)];
  if (was === is) return formula;
  return respelled(formula, is ? toComma : toPoint);
};

/** Formulas as Google stores them, read far enough to hand them to the engine and to know which sheets they need. */

import { columnIndex } from '../document/a1.ts';
import { COMMA_NUMBER, formulaPieces } from '../document/formula-pieces.ts';
import { quotedTitle } from './references.ts';

/** What the engine answers with its parse error. */
const UNREADABLE = '=(';

/**
 * Translates a formula into the engine's dialect: `,` between arguments and `.` as the decimal sign; quotes and
 * backslashes inside texts, which the engine cannot read, become `CHAR(…)`.
 * @param formula As stored, with the leading `=`. `;` separates arguments in every locale, `,` only where the decimal
 *   sign is a point; in array literals `;` starts a row and `,` (or `\` with a decimal comma) a column.
 * @param decimalComma Whether the spreadsheet's locale writes 1,5.
 * @returns The engine's formula; one that it refuses when `formula` cannot be read.
 * @example engineFormula('=SUM(A1;1,5)', true) // '=SUM(A1,1.5)'
 */
export function engineFormula(formula: string, decimalComma: boolean): string {
  const pieces = formulaPieces(formula);
  if (!pieces) return UNREADABLE;
  let result = '';
  for (const piece of pieces) {
    if (piece.kind === 'string') result += engineString(piece.text);
    else if (piece.kind === 'quotedName') result += quotedTitle(titleOf(piece.text));
    else {
      const code = engineCode(piece, decimalComma);
      if (code === undefined) return UNREADABLE;
      result += code;
    }
  }
  return result;
}

function engineCode(piece: { text: string; inBraces: boolean }, decimalComma: boolean): string | undefined {
  let text = piece.text.replaceAll('#REF!', '#REF').replaceAll('#N/A', 'NA()');
  if (text.includes('?') || /#(?!REF)/.test(text)) return undefined;
  // The engine would overlook the second corner of `S!A1:S!B2`; better no answer than a wrong one.
  if (/:\s*(?:$|[\p{L}_][\p{L}\p{N}_.]*!)/u.test(text)) return undefined;
  if (decimalComma) {
    text = text.replace(COMMA_NUMBER, '$1.$2');
    if (text.includes(',')) return undefined;
  }
  if (piece.inBraces) return decimalComma ? text.replaceAll('\\', ',') : text;
  return text.replaceAll(';', ',');
}

/** A text constant; `"` and a `\` at its end have no spelling of their own in the engine. */
function engineString(text: string): string {
  const parts = text.split('"').map((part) => {
    const tail = /\\+$/.exec(part)?.[0].length ?? 0;
    const body = `"${part.slice(0, part.length - tail)}"`;
    return body + '&CHAR(92)'.repeat(tail);
  });
  const joined = parts.join('&CHAR(34)&');
  return joined.includes('&CHAR(') ? `(${joined})` : joined;
}

/** Zero-based, both ends included. */
export type Columns = { first: number; last: number };

export type FormulaNames = {
  /** What it names with a sheet: title (as written, unquoted) and zero-based columns, both ends included. */
  references: ({ title: string } & Columns)[];
  /** What it names on its own sheet; a word that only looks like a column may be among them. */
  own: Columns[];
  /** Upper-case names of the functions that it calls. */
  functions: string[];
  /** Other upper-case words: perhaps named ranges. */
  words: string[];
};

/** The names inside a formula. */
export function formulaNames(formula: string): FormulaNames {
  const names: FormulaNames = { references: [], own: [], functions: [], words: [] };
  let quoted: string | undefined;
  for (const piece of formulaPieces(formula) ?? []) {
    if (piece.kind === 'code') {
      if (quoted !== undefined && piece.text.startsWith('!'))
        addReference(quoted, piece.text.slice(1), names);
      readCode(piece.text, names);
    }
    quoted = piece.kind === 'quotedName' ? titleOf(piece.text) : undefined;
  }
  return names;
}

/** What stands between the quotes of a sheet name. */
function titleOf(quoted: string): string {
  return quoted.slice(1, -1).replaceAll("''", "'");
}

const RANGE = /^\s*\$?([A-Z]{1,3})?\$?\d*(?:\s*:\s*\$?([A-Z]{1,3})?\$?\d*)?/iu;

/** Reads the range after `title!`; one without letters has every column. */
function addReference(title: string, rest: string, names: FormulaNames): void {
  const [, from, to] = RANGE.exec(rest) ?? [];
  names.references.push({ title, ...columnsBetween(from, to) });
}

function columnsBetween(from: string | undefined, to: string | undefined): Columns {
  if (!from) return { first: 0, last: Number.MAX_SAFE_INTEGER };
  const ends = [columnIndex(from), columnIndex(to ?? from)];
  return { first: Math.min(...ends), last: Math.max(...ends) };
}

/** Cells, ranges of columns (`A2:C`) and of rows (`2:5`) without a sheet's name. */
const OWN =
  /(?<![\p{L}\p{N}_.!$])(?:\$?([A-Z]{1,3})(?:\$?\d+)?(?:\s*:\s*\$?([A-Z]{1,3})\$?\d*)?(?![\p{L}\p{N}_.(!])|\$?\d+\s*:\s*\$?\d+)/giu;

function readCode(code: string, names: FormulaNames): void {
  for (const [, from, to] of code.matchAll(OWN)) names.own.push(columnsBetween(from, to));
  for (const match of code.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*([!(]?)/gu)) {
    const word = match[1]!;
    if (match[2] === '!') addReference(word, code.slice(match.index + match[0].length), names);
    else if (match[2] === '(') names.functions.push(word.toUpperCase());
    else names.words.push(word.toUpperCase());
  }
}

/**
 * Gives ranges without an end one, for programs that know none: `A2:A` → `A2:A1000`.
 * @param rowCount Rows of the sheet.
 */
export function boundRanges(formula: string, rowCount: number): string {
  const pieces = formulaPieces(formula);
  if (!pieces) return formula;
  return pieces
    .map((piece) => {
      if (piece.kind === 'string') return `"${piece.text.replaceAll('"', '""')}"`;
      if (piece.kind === 'quotedName') return piece.text;
      return piece.text.replace(/(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3})(?![A-Z\d$(])/gi, `$1$$${rowCount}`);
    })
    .join('');
}

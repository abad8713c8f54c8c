/** A formula cut where its separators mean something else: at texts, quoted sheet names and brackets. */

export type Piece =
  | { kind: 'code'; text: string; inBraces: boolean }
  | { kind: 'string'; text: string }
  | { kind: 'quotedName'; text: string };

/** A number with a decimal comma; one that ends a reference (`B2,5`) is none. */
export const COMMA_NUMBER = /(?<![\p{L}\p{N}_.$,])(\d+),(\d+)/gu;

/** Cuts a formula into texts, quoted sheet names and the rest; nothing when a quote or bracket is left open. */
export function formulaPieces(formula: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  const brackets: string[] = [];
  let code = '';
  const flush = () => {
    if (code) pieces.push({ kind: 'code', text: code, inBraces: brackets.at(-1) === '{' });
    code = '';
  };
  for (let at = 0; at < formula.length; at++) {
    const char = formula[at]!;
    if (char === '"' || char === "'") {
      flush();
      const end = closingQuote(formula, at);
      if (end < 0) return undefined;
      const inner = formula.slice(at + 1, end);
      pieces.push(
        char === '"'
          ? { kind: 'string', text: inner.replaceAll('""', '"') }
          : { kind: 'quotedName', text: `'${inner}'` },
      );
      at = end;
    } else if (char === '(' || char === '{') {
      code += char;
      flush();
      brackets.push(char);
    } else if (char === ')' || char === '}') {
      flush();
      if (brackets.pop() !== (char === ')' ? '(' : '{')) return undefined;
      code += char;
    } else code += char;
  }
  flush();
  return brackets.length ? undefined : pieces;
}

/**
 * Whether a formula has a comma that is no decimal sign: where the decimal sign is a comma, it cannot be read.
 * @example hasStrayComma('=SUM(A1,B1)') // true
 */
export const hasStrayComma = (formula: string): boolean =>
  (formulaPieces(formula) ?? []).some(
    ({ kind, text }) => kind === 'code' && text.replace(COMMA_NUMBER, '$1.$2').includes(','),
  );

/** Where the quote that opens at `start` closes; a doubled quote stands for itself. */
function closingQuote(formula: string, start: number): number {
  const quote = formula[start]!;
  for (let at = start + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] === quote) at++;
    else return at;
  }
  return -1;
}

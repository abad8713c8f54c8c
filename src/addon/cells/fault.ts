import { codeIn, type Fault, faultOf, type Input, isFault } from '../../kpi/fault.ts';
import type { Cell as DomainCell } from '../../kpi/issue.ts';
import { type Language, say, type TextCode } from '../../text/index.ts';
import type { Cell, Scalar } from './argument.ts';

/**
 * Language of the sentences in cells: that of the spreadsheet, asked only when there is something to tell. Where it
 * cannot be had, a sentence in English is better than the service's own error.
 */
export function cellLanguage(): Language {
  try {
    const locale = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
    return locale.startsWith('zh') ? 'zh-CN' : 'en';
  } catch {
    return 'en';
  }
}

/** Ends a call with a sentence, which Sheets shows at the cell. */
export function refuse(code: TextCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Error(say(cellLanguage(), code, values));
}

/**
 * Ends a call with the sentence of a fault, and with the place in the range where one is known.
 * @param inputs Where the fault may have come from: a code among them says more than "not a number".
 */
export function refuseFault({ fault, position }: Fault, inputs: readonly Cell[] = []): never {
  const found = fault === 'NOT_A_NUMBER' ? inputs.map(codeIn).find((code) => code !== null) : null;
  const code = `FAULT_${found ?? fault}` as const;
  if (position === undefined || inputs.length < 2) return refuse(code);
  return refuse('FAULT_AT', { position: position + 1, sentence: say(cellLanguage(), code) });
}

/** A method's value; a fault ends the call. */
export function orRefuse<T>(value: T | Fault, inputs: readonly Cell[] = []): T {
  return isFault(value) ? refuseFault(value, inputs) : value;
}

/** Cells for a method; a code that came in says more than "not a number" and stays what it is. */
export function inputsOf(cells: readonly DomainCell[]): readonly Input[] {
  return cells.map((cell) => {
    const code = codeIn(cell);
    return code === null ? cell : faultOf(code);
  });
}

/** What a cell of a column shows: a value, nothing, or the code of a fault. */
export function shownValue(value: number | null | undefined | Fault): Scalar {
  return isFault(value) ? `#${value.fault}` : (value ?? '');
}

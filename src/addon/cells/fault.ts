import { FAULT_CODES, type Fault, type FaultCode, faultOf, type Input, isFault } from '../../kpi/fault.ts';
import { type Language, say, type TextCode } from '../../text/index.ts';
import { type Argument, type Cell, cellsOf, type Scalar } from './argument.ts';

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

/** The code in a cell that shows one, as functions of this add-on leave it in their ranges. */
export function codeIn(cell: Cell): FaultCode | null {
  if (typeof cell !== 'string' || !cell.startsWith('#')) return null;
  return FAULT_CODES.find((code) => code === cell.slice(1)) ?? null;
}

/**
 * Ends a call with the sentence of a fault.
 * @param inputs Where the fault may have come from: a code among them says more than "not a number".
 */
export function refuseFault(fault: Fault, inputs: readonly Cell[] = []): never {
  const code = fault.fault === 'NOT_A_NUMBER' ? inputs.map(codeIn).find((found) => found !== null) : null;
  return refuse(`FAULT_${code ?? fault.fault}`);
}

/** A method's value; a fault ends the call. */
export function orRefuse<T>(value: T | Fault, inputs: readonly Cell[] = []): T {
  return isFault(value) ? refuseFault(value, inputs) : value;
}

/** The cells of an argument, row by row; a code that came in says more than "not a number" and stays what it is. */
export function inputsOf(argument: Argument): readonly Input[] {
  return cellsOf(argument).map((cell) => {
    const code = codeIn(cell);
    return code === null ? cell : faultOf(code);
  });
}

/** What a cell of a column shows: a value, nothing, or the code of a fault. */
export function shownValue(value: number | null | undefined | Fault): Scalar {
  return isFault(value) ? `#${value.fault}` : (value ?? '');
}

import type { Cell } from './issue.ts';

/**
 * Every reason for which a KPI method has no answer. A cell shows it as `#CODE`; the sentence for it stands in
 * `src/text`.
 */
export const FAULT_CODES = [
  'NOT_A_NUMBER',
  'INPUT_ERROR',
  'NOT_MEASURED',
  'TOO_LARGE',
  'NOT_A_DATE',
  'NOT_A_WEEK',
  'OUT_OF_RANGE',
  'NEEDS_BASELINE',
  'BASELINE_IS_TARGET',
  'TARGET_NOT_POSITIVE',
  'BAND_NOT_ORDERED',
  'THRESHOLDS_NOT_ORDERED',
  'UNKNOWN_METHOD',
  'UNKNOWN_METRIC',
  'UNKNOWN_KIND',
  'ZERO_DENOMINATOR',
  'NEEDS_POSITIVE',
  'NOT_NEGATIVE',
  'NOT_WHOLE',
  'MARGIN_NOT_FRACTION',
  'RATE_NOT_FRACTION',
  'SHARES_ABOVE_ONE',
  'CONVERSIONS_ABOVE_VISITORS',
  'PERIOD_NOT_ORDERED',
  'PERIOD_TOO_LONG',
  'NOT_ENOUGH_DATA',
  'NO_VARIATION',
  'DIFFERENT_LENGTHS',
  'RATES_EQUAL',
  'TOO_MANY_FACTORS',
  'CANNOT_CLOSE',
  'ALL_LOCKED',
  'NOT_A_URL',
  'PERSONAL_DATA',
  'NEEDS_SOURCE',
  'ID_NOT_TEXT',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** A method's "there is no number here, because …", as plain data. */
export type Fault = {
  readonly fault: FaultCode;
  /** Position in the list where it was found, 0 first, where one bad cell spoils a whole. */
  readonly position?: number;
};

// Once, not for each of ten thousand cells: looking a global up is slow where a script runs in a context of its own.
const isFiniteNumber = Number.isFinite;

const FAULTS = Object.fromEntries(
  FAULT_CODES.map((code) => [code, Object.freeze({ fault: code })]),
) as Record<FaultCode, Fault>;

/**
 * The one shared fault object of a code: a column of faults costs no memory.
 * @example faultOf('NEEDS_BASELINE') //=> { fault: 'NEEDS_BASELINE' }
 */
export const faultOf = (code: FaultCode): Fault => FAULTS[code];

/**
 * A fault with the position in the list at which it was found.
 * @example faultAt('NOT_NEGATIVE', 2) //=> { fault: 'NOT_NEGATIVE', position: 2 }
 */
export const faultAt = (code: FaultCode, position: number): Fault => ({ fault: code, position });

/**
 * Is it a fault, rather than a value or null?
 * @example isFault(attainment(1, 0)) //=> true
 */
export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value;

/**
 * Is it a number to calculate with (neither null nor a fault)?
 * @example isNumber(Number.NaN) //=> false
 */
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && isFiniteNumber(value);

/**
 * Nothing in the cell: an empty cell of a range arrives as "", as null, or not at all.
 * @example isBlank('') //=> true
 */
export const isBlank = (cell: unknown): cell is null | undefined | '' =>
  cell === null || cell === undefined || cell === '';

/** What a method takes: a cell, or the result of another method, whose fault passes through. */
export type Input = Cell | Fault | undefined;

/**
 * What a cell holds for arithmetic. Text is never read as a number here: Sheets has made a number of what its
 * locale reads as one, and "12" in a text cell is an identifier or a mistake.
 * @returns the number; null for an empty cell; NOT_A_NUMBER for text, booleans and error text.
 * @example numberOf('#DIV/0!') //=> { fault: 'NOT_A_NUMBER' }
 */
export const numberOf = (cell: Input): number | null | Fault => {
  if (typeof cell === 'number') return isFiniteNumber(cell) ? cell : FAULTS.NOT_A_NUMBER;
  if (isBlank(cell)) return null;
  return isFault(cell) ? cell : FAULTS.NOT_A_NUMBER;
};

/**
 * Why there is no result when not every input is a number: the first fault, else null (something is not measured).
 * @example absent(1, null) //=> null
 */
export const absent = (...inputs: readonly (number | null | Fault)[]): null | Fault =>
  inputs.find(isFault) ?? null;

/**
 * Closes a calculation: a result too large for a double (or 0 · ∞) is TOO_LARGE, not Infinity or NaN; −0 becomes 0.
 * @example finite(1 / 0) //=> { fault: 'TOO_LARGE' }
 */
export const finite = (value: number): number | Fault =>
  isFiniteNumber(value) ? value + 0 : FAULTS.TOO_LARGE;

/**
 * As `finite`, where there is no place for a fault: null.
 * @example finiteOrNull(1 / 0) //=> null
 */
export const finiteOrNull = (value: number): number | null => (isFiniteNumber(value) ? value : null);

const SHEET_ERROR = /^#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/;

/**
 * The code in a cell that shows one, as functions of this add-on leave it in their ranges.
 * @example codeIn('#NEEDS_BASELINE') //=> 'NEEDS_BASELINE'
 */
export const codeIn = (cell: unknown): FaultCode | null =>
  typeof cell === 'string' && cell.startsWith('#')
    ? (FAULT_CODES.find((code) => code === cell.slice(1)) ?? null)
    : null;

/**
 * The fault that a text stands for: the code of one of ours passes through, an error of Sheets is INPUT_ERROR.
 * @returns null for any other cell, hashtags too.
 * @example errorIn('#N/A') //=> { fault: 'INPUT_ERROR' }
 */
export const errorIn = (cell: unknown): Fault | null => {
  const own = codeIn(cell);
  if (own) return FAULTS[own];
  return typeof cell === 'string' && SHEET_ERROR.test(cell.trim().toUpperCase()) ? FAULTS.INPUT_ERROR : null;
};

/**
 * Does the cell say that there is no value this time?
 * @example isNotAvailable('n/a') //=> true
 */
export const isNotAvailable = (cell: unknown): boolean =>
  typeof cell === 'string' && /^#?n\/a$/i.test(cell.trim());

/** What the engine calculated, as values of the API, with Google's names and words for errors. */
import type { ErrorValue, ExtendedValue } from '../document/model.ts';
import { CUSTOM_ERROR_MARK } from './custom-functions.ts';
import { formulaNames } from './formula-text.ts';
import { cellName } from './references.ts';

export type EngineValue = {
  type: string;
  value: unknown;
  message?: string;
  /** Where an error came from; for a blocked spill, the cell in its way. */
  errorOriginPosition?: EnginePosition;
};
export type EnginePosition = { sheetId: string; row: number; col: number };
/** The formula of a cell, as the engine has it. */
export type FormulaAt = (position: EnginePosition) => string | undefined;

/**
 * The value of a cell that the engine evaluated.
 * @param formulaAt Tells the formula in which an error began.
 */
export function extendedValue(cell: EngineValue, formulaAt: FormulaAt): ExtendedValue {
  if (cell.type === 'error') {
    const { type, message } = errorValue(cell, formulaAt);
    return { errorValue: message ? { type, message } : { type } };
  }
  if (typeof cell.value === 'number') return { numberValue: cell.value };
  if (typeof cell.value === 'boolean') return { boolValue: cell.value };
  return { stringValue: String(cell.value ?? '') };
}

const ERROR_TYPES: Record<string, string> = {
  '#N/A': 'N_A',
  '#REF': 'REF',
  '#CYCLE': 'REF',
  '#SPILL!': 'REF',
  '#NAME?': 'NAME',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#NUM!': 'NUM',
  '#NULL!': 'NULL_VALUE',
  '#ERROR': 'VALUE',
};

function errorValue(cell: EngineValue, formulaAt: FormulaAt): ErrorValue {
  const message = cell.message ?? '';
  if (message.startsWith(CUSTOM_ERROR_MARK)) return { type: 'ERROR', message: message.slice(1) };
  if (cell.value === '#BAD_EXPR') {
    return formulaError(message, cell.errorOriginPosition && formulaAt(cell.errorOriginPosition));
  }
  if (cell.value === '#NAME?') {
    return { type: 'NAME', message: message.replace(/"([^"]+)"$/, "'$1'.") };
  }
  if (cell.value === '#CYCLE') return { type: 'REF', message: CYCLE };
  if (cell.value === '#SPILL!') return { type: 'REF', message: spillMessage(cell, message) };
  const type = ERROR_TYPES[String(cell.value)] ?? 'ERROR';
  return {
    type: type === 'VALUE' && OUT_OF_DOMAIN.test(message) ? 'NUM' : type,
    message: googleMessage(message),
  };
}

/** The engine's commonest sentences and Google's for the same. The engine does not say which argument is wrong: the first. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^The divisor must be different from zero\.$/, 'Function DIVIDE parameter 2 cannot be zero.'],
  [/^The divisor must be different from 0\.$/, 'Function MOD parameter 2 cannot be zero.'],
  [
    /^The function VALUE expects a number value, but '(.*)' is a string, and cannot be coerced to a number\.$/s,
    "VALUE parameter '$1' cannot be parsed to number.",
  ],
  [
    /^The function (\S+) expects a (number|boolean) value, but '(.*)' is a (?:string|text), and cannot be coerced to a \2\.$/s,
    "Function $1 parameter 1 expects $2 values. But '$3' is a text and cannot be coerced to a $2.",
  ],
  [
    /^The date_string \((.*)\) cannot be parsed to date\/time\.$/s,
    "DATEVALUE parameter '$1' cannot be parsed to date/time.",
  ],
  [/^Invalid reference$/, 'Reference does not exist.'],
  [/^Invalid sheet name: (.*)$/s, "Unresolved sheet name '$1'."],
];

function googleMessage(message: string): string {
  const known = SENTENCES.find(([sentence]) => sentence.test(message));
  return known ? message.replace(known[0], known[1]) : message;
}

const CYCLE = 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.';
/** The engine has one kind of error for arguments of the wrong type and for numbers outside a function's domain. */
const OUT_OF_DOMAIN =
  /^The (?:value|\S+) \(?-?[\d.]+\)? must be|out of range|must be (?:strictly )?(?:positive|greater|between)/i;

/** What the engine cannot compile: a wrong number of arguments is #N/A in Google, an unknown word #NAME?. */
function formulaError(message: string, formula: string | undefined): ErrorValue {
  if (/^Invalid number of arguments/.test(message)) {
    return {
      type: 'N_A',
      message: message.replace(/^Invalid/, 'Wrong').replace(/ the (\S+) function/, ' $1'),
    };
  }
  // So the engine answers a word that names nothing; what it cannot parse has other sentences.
  const word = message === 'Invalid formula' ? unknownWord(formula ?? '') : undefined;
  if (word !== undefined) return { type: 'NAME', message: `Unknown range name: '${word}'.` };
  return { type: 'ERROR', message: 'Formula parse error.' };
}

/** The first word of a formula that is neither a cell, a column nor a truth value. */
function unknownWord(formula: string): string | undefined {
  return formulaNames(formula).words.find((word) => !/^(?:[A-Z]{1,3}\d*|TRUE|FALSE)$/.test(word));
}

function spillMessage(cell: EngineValue, message: string): string {
  if (/overwrite data/.test(message) && cell.errorOriginPosition) {
    const { row, col } = cell.errorOriginPosition;
    return `Array result was not expanded because it would overwrite data in ${cellName(row, col)}.`;
  }
  if (/couldn't be automatically expanded/.test(message)) {
    return 'Result was not automatically expanded, please insert more rows or columns.';
  }
  return message;
}

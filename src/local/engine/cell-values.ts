/** What the engine calculated, as values of the API, with Google's names and words for errors. */
import type { ErrorValue, ExtendedValue } from '../document/model.ts';
import { CUSTOM_ERROR_MARK } from './custom-functions.ts';
import { cellName } from './references.ts';

export type EngineValue = {
  type: string;
  value: unknown;
  message?: string;
  /** Where an error came from; for a blocked spill, the cell in its way. */
  errorOriginPosition?: { row: number; col: number };
};

/** The value of a cell that the engine evaluated. */
export function extendedValue(cell: EngineValue): ExtendedValue {
  if (cell.type === 'error') {
    const { type, message } = errorValue(cell);
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

function errorValue(cell: EngineValue): ErrorValue {
  const message = cell.message ?? '';
  if (message.startsWith(CUSTOM_ERROR_MARK)) return { type: 'ERROR', message: message.slice(1) };
  if (cell.value === '#BAD_EXPR') return formulaError(message);
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
function formulaError(message: string): ErrorValue {
  if (/^Invalid number of arguments/.test(message)) {
    return {
      type: 'N_A',
      message: message.replace(/^Invalid/, 'Wrong').replace(/ the (\S+) function/, ' $1'),
    };
  }
  return { type: 'ERROR', message: 'Formula parse error.' };
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

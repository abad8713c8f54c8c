/** The add-on's custom functions as functions of the engine. */
import type {
  CustomFunctionInput,
  CustomFunctionResult,
  CustomFunctions,
  DocumentState,
} from '../document/model.ts';
import { instantToSerial } from '../document/zone.ts';
import { loadLibrary } from './library.ts';

type Scalar = { value: unknown; format?: string | undefined; message?: string | undefined };
type EngineArgument = undefined | Scalar | Scalar[][];
type Argument = CustomFunctionInput | CustomFunctionInput[][];

/** Marks the message of a custom function's own error, which Google shows as #ERROR! rather than #VALUE!. */
export const CUSTOM_ERROR_MARK = '\u2063';
const LONGEST_TEXT = 50_000;
const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/** Characters of arguments that are kept; the oldest go first. */
const MEMORY_SIZE = 32_000_000;

/** What calls came to, by name and arguments. */
export class CallMemory {
  private readonly answers = new Map<string, Scalar | Scalar[][]>();
  private size = 0;

  get(key: string): Scalar | Scalar[][] | undefined {
    return this.answers.get(key);
  }

  set(key: string, answer: Scalar | Scalar[][]): void {
    this.answers.set(key, answer);
    this.size += key.length;
    for (const oldest of this.answers.keys()) {
      if (this.size <= MEMORY_SIZE) break;
      this.answers.delete(oldest);
      this.size -= oldest.length;
    }
  }
}

/** One calculator's functions while it calculates. */
export type CallContext = {
  document: DocumentState;
  functions: CustomFunctions | undefined;
  names: ReadonlySet<string>;
  memory: CallMemory;
};

let current: CallContext | undefined;
const registered = new Set<string>();

/** Runs engine work during which custom functions are answered by `context`. */
export function withFunctions<T>(context: CallContext, work: () => T): T {
  const before = current;
  current = context;
  try {
    for (const { name } of context.functions?.list ?? []) register(name.toUpperCase());
    return work();
  } finally {
    current = before;
  }
}

/** The engine keeps one list of functions for everyone: each entry asks whoever calculates at the moment. */
function register(name: string): void {
  if (registered.has(name)) return;
  registered.add(name);
  const { addFunction, helpers } = loadLibrary();
  addFunction(name, {
    description: name,
    category: 'Custom',
    // Like Apps Script, any number of arguments is accepted; ranges come whole.
    args: [helpers.arg('args (any, range, optional, repeating)', '')],
    isExported: false,
    compute: (...args: EngineArgument[]) => answer(name, args) as never,
  });
}

function answer(name: string, args: EngineArgument[]): Scalar | Scalar[][] {
  const context = current;
  if (!context?.functions || !context.names.has(name)) {
    return { value: '#NAME?', message: `Unknown function: '${name}'.` };
  }
  const failed = args.find((arg) => !Array.isArray(arg) && isError(arg?.value)) as Scalar | undefined;
  if (failed) return failed;
  const values = args.map(argument);
  const { locale, timeZone } = context.document;
  const key = JSON.stringify([name, locale, timeZone, values]);
  const known = context.memory.get(key);
  if (known) return known;
  const result = context.functions.call(name, values, context.document);
  const cells = customFunctionCells(result, context.document);
  context.memory.set(key, cells);
  return cells;
}

/** What a custom function answered, as the engine takes it: one cell, or a matrix by columns. */
export function customFunctionCells(
  result: CustomFunctionResult,
  document: DocumentState,
): Scalar | Scalar[][] {
  return result.ok ? resultCells(result.value, document) : failure(result.message);
}

/** A range as rows, a single cell or literal as one value. */
function argument(arg: EngineArgument): Argument {
  if (!Array.isArray(arg)) return arg === undefined ? '' : input(arg);
  const columns = arg;
  if (columns.length === 1 && columns[0]!.length === 1) return input(columns[0]![0]!);
  return columns[0]!.map((_, row) => columns.map((column) => input(column[row]!)));
}

function input(cell: Scalar): CustomFunctionInput {
  const value = cell.value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return isDate(cell.format) ? { serial: value } : value;
  if (typeof value === 'boolean') return value;
  return isError(value) ? (ERROR_NAMES[value as string] ?? '#ERROR!') : String(value);
}

const ERROR_NAMES: Record<string, string> = {
  '#N/A': '#N/A',
  '#REF': '#REF!',
  '#CYCLE': '#REF!',
  '#SPILL!': '#REF!',
  '#NAME?': '#NAME?',
  '#DIV/0!': '#DIV/0!',
  '#NUM!': '#NUM!',
  '#NULL!': '#NULL!',
  '#ERROR': '#VALUE!',
  '#BAD_EXPR': '#ERROR!',
};

const dateFormats = new Map<string, boolean>();
function isDate(format: string | undefined): boolean {
  if (!format) return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    known = loadLibrary().helpers.isDateTimeFormat(format);
    dateFormats.set(format, known);
  }
  return known;
}

function isError(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('#') && loadLibrary().helpers.isEvaluationError(value);
}

function failure(message: string): Scalar {
  return { value: '#ERROR', message: CUSTOM_ERROR_MARK + message };
}

/** A value, a list (one cell a row, as in Google) or rows of equal length, as the engine's columns. */
function resultCells(result: unknown, document: DocumentState): Scalar | Scalar[][] {
  if (!Array.isArray(result)) return outputs([[result]], document, (rows) => rows[0]![0]!);
  const rows = result.map((row) => (Array.isArray(row) ? Array.from(row) : [row]));
  const width = rows[0]?.length ?? 0;
  if (width === 0) return { value: '' };
  if (rows.some((row) => row.length !== width)) {
    return failure('The rows of the result differ in length.');
  }
  return outputs(rows, document, (cells) => cells[0]!.map((_, column) => cells.map((row) => row[column]!)));
}

function outputs<T>(rows: unknown[][], document: DocumentState, shape: (cells: Scalar[][]) => T): T | Scalar {
  const cells: Scalar[][] = [];
  for (const row of rows) {
    const line: Scalar[] = [];
    for (const value of row) {
      const cell = output(value, document);
      if (typeof cell === 'string') return failure(cell);
      line.push(cell);
    }
    cells.push(line);
  }
  return shape(cells);
}

/** One cell of a result, or why it cannot be one. */
function output(value: unknown, document: DocumentState): Scalar | string {
  if (value === null || value === undefined) return { value: '' };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { value } : { value: '#NUM!', message: 'Result was not a number.' };
  }
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT
      ? `Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`
      : { value };
  }
  if (Object.prototype.toString.call(value) === '[object Date]') {
    const serial = instantToSerial((value as Date).getTime(), document.timeZone);
    return { value: serial, format: DATE_TIME_FORMAT };
  }
  const serial = (value as { serial?: unknown }).serial;
  if (typeof serial === 'number') return { value: serial, format: DATE_TIME_FORMAT };
  return 'The result has a value that is not a number, a text, a truth value or a date.';
}

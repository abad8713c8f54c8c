/**
 * The add-on's custom functions in the grid. They run in Node: a new formula shows "Loading…" until the answer is there,
 * as in Sheets, one whose arguments change keeps what it showed, and equal arguments are asked for once.
 */
import type {
  EngineValue,
  FunctionAnswer,
  FunctionArgument,
  FunctionCall,
  FunctionCell,
  FunctionInfo,
} from '../messages.ts';
import { type CallPlace, callName } from './call-names.ts';
import { setHelp, shortDescription } from './formula-help.ts';
import { engine } from './library.ts';
import { post, words } from './server.ts';
import { translated } from './translate.ts';

type Cell = { value: unknown; format?: string };
type EngineArgument = undefined | Cell | Cell[][];

const LOADING = 'Loading...';
/** What the host marks errors of the add-on with, and how Google shows them. */
const MARK = '\u2063';
const OWN_ERROR = '#ERROR!';
const answers = new Map<string, FunctionAnswer>();
/** What a call of a cell's formula gave last. */
const shown = new Map<string, FunctionAnswer>();
const wanted = new Map<string, FunctionCall>();
let asking: Promise<void> | undefined;
let whenAnswered: () => void = () => undefined;

/** Registers the functions; `answered` is told when formulas should be evaluated again. */
export function registerFunctions(list: readonly FunctionInfo[], answered: () => void): void {
  whenAnswered = answered;
  const { registries, addFunction, helpers } = engine();
  registries.errorTypes.add(LOADING).add(OWN_ERROR);
  setHelp(list);
  for (const { name, description } of list) {
    const known = name.toUpperCase();
    if (known in registries.functionRegistry.content) continue;
    addFunction(known, {
      description: shortDescription(description),
      category: translated('Custom'),
      args: [helpers.arg('args (any, range, optional, repeating)', '')],
      compute: function (this: CallPlace, ...args: EngineArgument[]) {
        return answerOf(known, args, callName(this, known)) as never;
      },
    });
  }
}

let now = 0;

/** The host's moment as a serial number in the spreadsheet's zone: its clock stands until it is moved. */
export function setNow(serial: number): void {
  if (serial === now) return;
  now = serial;
  whenAnswered();
}

type Timeless = { compute(this: unknown): Cell };

/** NOW and TODAY tell the host's moment, in the library's formats. */
export function useHostClock(): void {
  const { functionRegistry } = engine().registries;
  for (const name of ['NOW', 'TODAY'] as const) {
    const known = functionRegistry.content[name] as unknown as Timeless;
    const compute = function (this: unknown): Cell {
      const { format } = known.compute.call(this);
      return { value: name === 'NOW' ? now : Math.floor(now), ...(format === undefined ? {} : { format }) };
    };
    functionRegistry.replace(name, { ...known, compute } as never);
  }
}

/** Whether formulas wait for answers. */
export const functionsWanted = (): boolean => asking !== undefined;

/** Resolves when every answer that formulas wait for has come. */
export async function functionsSettled(): Promise<void> {
  while (asking) await asking;
}

function answerOf(name: string, args: EngineArgument[], place: string | undefined): FunctionAnswer {
  const failed = args.find((arg) => arg !== undefined && !Array.isArray(arg) && isError(arg.value));
  if (failed) return failed as FunctionAnswer;
  const call: FunctionCall = { name, args: args.map(argument) };
  const key = JSON.stringify(call);
  const known = answers.get(key);
  if (known) {
    if (place !== undefined) shown.set(place, known);
    return known;
  }
  wanted.set(key, call);
  asking ??= Promise.resolve().then(askAll);
  const before = place === undefined ? undefined : shown.get(place);
  return before ?? { value: LOADING, message: words.running };
}

async function askAll(): Promise<void> {
  const batch = [...wanted];
  wanted.clear();
  try {
    const found = await post<FunctionAnswer[]>('/functions', { calls: batch.map(([, call]) => call) });
    for (const [index, [key]] of batch.entries()) answers.set(key, visible(found[index]!));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    for (const [key] of batch) answers.set(key, { value: '#ERROR', message });
  }
  asking = undefined;
  whenAnswered();
}

/**
 * The sentence of an error as a person reads it: without the invisible sign that the engine marks errors of the add-on
 * with, and without the line of the script that Sheets puts behind it.
 */
function visible(answer: FunctionAnswer): FunctionAnswer {
  if (Array.isArray(answer)) return answer.map((row) => row.map((cell) => visible(cell) as EngineValue));
  if (!answer.message) return answer;
  const value = answer.message.startsWith(MARK) ? OWN_ERROR : answer.value;
  const message = answer.message.replace(/^\u2063/, '').replace(/^Error: (.*?)\.? \(line \d+\)\.?$/s, '$1');
  return { ...answer, value, message };
}

/** A range as rows, a single cell or literal as one value. */
function argument(arg: EngineArgument): FunctionArgument {
  if (arg === undefined) return '';
  if (!Array.isArray(arg)) return input(arg);
  if (arg.length === 1 && arg[0]!.length === 1) return input(arg[0]![0]!);
  return arg[0]!.map((_, row) => arg.map((column) => input(column[row]!)));
}

function input({ value, format }: Cell): FunctionCell {
  if (typeof value === 'number') return isDate(format) ? { serial: value } : value;
  if (typeof value === 'boolean') return value;
  return value === null || value === undefined ? '' : String(value);
}

const isError = (value: unknown) => typeof value === 'string' && engine().helpers.isEvaluationError(value);

const dateFormats = new Map<string, boolean>();
function isDate(format: string | undefined): boolean {
  if (!format) return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    known = engine().helpers.isDateTimeFormat(format);
    dateFormats.set(format, known);
  }
  return known;
}

/** Answers the grid's calls of custom functions, which run in the built add-on. */
import type { CustomFunctions, DocumentState } from '../document/model.ts';
import { customFunctionCells } from '../engine/custom-functions.ts';
import type { FunctionAnswer, FunctionCall } from './messages.ts';

/** Runs the calls one after the other; an error of a function is its cell's error. */
export function answerFunctions(
  functions: CustomFunctions,
  document: DocumentState,
  calls: readonly FunctionCall[],
): FunctionAnswer[] {
  const known = new Map(functions.list.map(({ name }) => [name.toUpperCase(), name]));
  return calls.map((call): FunctionAnswer => {
    const name = known.get(call.name.toUpperCase());
    if (name === undefined) return { value: '#NAME?', message: `Unknown function: '${call.name}'.` };
    return customFunctionCells(functions.call(name, call.args, document), document) as FunctionAnswer;
  });
}

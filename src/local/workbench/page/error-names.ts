/** Errors under the names that Google Sheets has for them. */
import type { EngineModel } from './library.ts';

const NAMES: Readonly<Record<string, string>> = {
  '#BAD_EXPR': '#ERROR!',
  '#CYCLE': '#REF!',
  '#ERROR': '#VALUE!',
  '#REF': '#REF!',
  '#SPILL!': '#REF!',
};

type Shown = { type: string; value: unknown; formattedValue: string };

function named(cell: Shown): Shown {
  if (cell.type !== 'error') return cell;
  const formattedValue = NAMES[String(cell.value)];
  return formattedValue === undefined ? cell : { ...cell, formattedValue };
}

/** Shows a model's errors under those names; formulas go on with the library's own. */
export function nameErrors(model: EngineModel): void {
  const getters = model.getters as unknown as { getEvaluatedCell(...args: unknown[]): Shown };
  const plain = getters.getEvaluatedCell;
  getters.getEvaluatedCell = (...args) => named(plain(...args));
}

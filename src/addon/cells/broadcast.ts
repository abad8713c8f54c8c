import { type Fault, isFault } from '../../kpi/fault.ts';
import type { Cell } from '../../kpi/issue.ts';
import { isTextCode, type Language, say } from '../../text/index.ts';

/** What Sheets hands over: a value, or the rows of a range; an argument that was left out is undefined. */
export type Argument = Cell | undefined | readonly (readonly Cell[])[];
export type Scalar = string | number | boolean;
export type Result = Scalar | Scalar[][];

function isRange(argument: unknown): argument is readonly (readonly Cell[])[] {
  return Array.isArray(argument);
}

/** Sheets hands an empty cell over as ''. */
function blankAsNull(cell: Cell | undefined): Cell {
  return cell === undefined || cell === '' ? null : cell;
}

/** Language of the sentences in cells: that of the spreadsheet, asked only when there is a fault to tell. */
export function cellLanguage(): Language {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale().startsWith('zh') ? 'zh-CN' : 'en';
}

function faultSentence(fault: Fault): string {
  const code = `FAULT_${fault.fault}`;
  return isTextCode(code) ? say(cellLanguage(), code) : fault.fault;
}

function shapeOf(ranges: readonly (readonly (readonly Cell[])[])[]): { rows: number; columns: number } {
  const rows = ranges[0]?.length ?? 0;
  const columns = ranges[0]?.[0]?.length ?? 0;
  if (ranges.some((range) => range.length !== rows || (range[0]?.length ?? 0) !== columns)) {
    throw new Error(say(cellLanguage(), 'FAULT_SHAPES'));
  }
  return { rows, columns };
}

/**
 * Applies a method to single values or, cell by cell, to ranges of one shape; single values go with every cell.
 * @param args Arguments as Sheets hands them over.
 * @param method Method on single values; null means nothing to show.
 * @returns One value, or rows. A fault throws its sentence, or stands as `#CODE` in its cell of a range, so that one
 *   bad row does not kill the column.
 */
export function broadcast(
  args: readonly Argument[],
  method: (...values: Cell[]) => Scalar | null | Fault,
): Result {
  const ranges = args.filter(isRange);
  if (ranges.length === 0) {
    const value = method(...args.map((each) => blankAsNull(each as Cell | undefined)));
    if (isFault(value)) throw new Error(faultSentence(value));
    return value ?? '';
  }
  const { rows, columns } = shapeOf(ranges);
  const result: Scalar[][] = new Array(rows);
  const values = new Array<Cell>(args.length);
  for (let row = 0; row < rows; row++) {
    const line = new Array<Scalar>(columns);
    for (let column = 0; column < columns; column++) {
      for (let i = 0; i < args.length; i++) {
        const argument = args[i];
        values[i] = blankAsNull(isRange(argument) ? argument[row]?.[column] : (argument as Cell | undefined));
      }
      const value = method(...values);
      line[column] = isFault(value) ? `#${value.fault}` : (value ?? '');
    }
    result[row] = line;
  }
  return result;
}

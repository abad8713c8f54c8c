/** Holds cells of the tab against what the database says of them. */
import type { Value } from './database.ts';
import type { SheetCell } from './xlsx-cells.ts';

const ESTIMATED = '"≈ "';

/** Decimals of a number format, and whether it shows percent; the sections for negative numbers and zero show the same. */
function digitsOf(format: string): { readonly decimals: number; readonly isPercent: boolean } {
  const [first = ''] = format.replace(/"[^"]*"/g, '').split(';');
  if (!/^[+#,0]*0(\.0+)?%?$/.test(first)) throw new Error(`Unknown number format ${format}`);
  return { decimals: /\.(0+)/.exec(first)?.[1]?.length ?? 0, isPercent: first.endsWith('%') };
}

/** A number with the digits that a cell shows. */
function shown(value: number, format: string): string {
  const { decimals, isPercent } = digitsOf(format);
  const text = (isPercent ? value * 100 : value).toFixed(decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text) + (isPercent ? '%' : '');
}

/** Far closer than any digit that is shown: rounding must not hide a difference. */
const isNear = (found: number, expected: number): boolean =>
  Math.abs(found - expected) <= 1e-9 * Math.max(1e-3, Math.abs(found), Math.abs(expected));

export class Comparison {
  /** Cells that held a figure, and for which there was one. */
  figures = 0;
  /** Cells that are empty because there is no figure. */
  empty = 0;
  readonly faults: string[] = [];
  readonly #seen = new Set<SheetCell>();

  /** Numbers among cells that nothing was compared with. */
  unseen(cells: readonly SheetCell[]): (string | number | null)[] {
    return cells
      .filter((cell) => typeof cell.value === 'number' && !this.#seen.has(cell))
      .map(({ value }) => value);
  }

  /** Labels, in their order. */
  same(found: readonly string[], expected: readonly string[], place: string): void {
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      this.faults.push(`${place}: ${found.join(' | ')} instead of ${expected.join(' | ')}`);
    }
  }

  /** @param isShared Whether the figure was shared by days, which its format must say; not asked where it is missing. */
  figure(cell: SheetCell, expected: Value | undefined, place: string, isShared?: Value): void {
    this.#seen.add(cell);
    const { value, format } = cell;
    if (expected === null || value === null) {
      if (value !== expected) this.faults.push(`${place}: ${value} instead of ${expected}`);
      this.empty++;
      return;
    }
    if (typeof value !== 'number' || typeof expected !== 'number') {
      this.faults.push(`${place}: ${value} and ${expected} are no numbers`);
      return;
    }
    this.figures++;
    const [found, wanted] = [shown(value, format), shown(expected, format)];
    if (found !== wanted || !isNear(value, expected)) {
      this.faults.push(`${place}: ${found} (${value}) instead of ${wanted} (${expected})`);
    }
    if (isShared !== undefined && format.startsWith(ESTIMATED) !== isShared) {
      this.faults.push(`${place}: ${isShared ? 'lacks' : 'has'} the sign of what is shared by days`);
    }
  }

  /** Words, or a drawing of blocks. */
  text(cell: SheetCell, expected: Value | undefined, place: string): void {
    this.figures++;
    const found = typeof cell.value === 'string' ? cell.value.trim() : cell.value;
    if (found !== expected) this.faults.push(`${place}: ${found} instead of ${expected}`);
  }

  /** Numbers in a sentence, each with the digits and the sign that it shows. */
  sentence(text: string, expected: readonly (Value | undefined)[], place: string): void {
    const found = [...text.matchAll(/([+−]?)(?:USD )?(\d[\d,]*(?:\.(\d+))?)(%?)/g)];
    if (found.length !== expected.length) {
      this.faults.push(`${place}: ${found.length} numbers instead of ${expected.length} in “${text}”`);
      return;
    }
    found.forEach(([whole, sign, digits = '', decimals = '', percent], i) => {
      const number = Number(digits.replaceAll(',', '')) * (sign === '−' ? -1 : 1);
      const wanted = Number(expected[i] ?? Number.NaN) * (percent === '%' ? 100 : 1);
      this.figures++;
      if (number.toFixed(decimals.length) !== wanted.toFixed(decimals.length)) {
        this.faults.push(`${place}: ${whole} instead of ${wanted}`);
      }
    });
  }
}

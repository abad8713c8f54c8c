import type { RowValues } from '../workbook/table.ts';
import { pushTo } from './keys.ts';
import type { SheetRows } from './sheet-rows.ts';

/** Lines of a file, or rows of the sheet, that name one product of an order; `lines` are their places. */
type Named = { readonly key: string; readonly order: string; readonly sku: string; readonly lines: number[] };
type Size = { readonly amount: number; readonly units: number };

/** Numbers that platforms give to products; a seller's own SKUs, and the bar codes among them, are shorter. */
const isPlatforms = (sku: string): boolean => /^\d{15,}$/.test(sku);

function namedBy(groups: ReadonlyMap<string, readonly number[]>): Named[] {
  return [...groups].map(([key, lines]) => {
    const end = key.lastIndexOf('\u001f');
    return { key, order: key.slice(0, end), sku: key.slice(end + 1), lines: [...lines] };
  });
}

function byOrder(named: readonly Named[]): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const each of named) pushTo(found, each.order, each);
  return found;
}

const distance = (one: Size, other: Size): number =>
  Math.abs(one.amount - other.amount) / Math.max(Math.abs(one.amount), Math.abs(other.amount), 1) +
  Math.abs(one.units - other.units);

/** One product that two files call by different numbers: of an order the lines that are most alike. */
function paired(
  lines: readonly Named[],
  rows: readonly Named[],
  size: (of: Named) => Size,
): [Named, Named][] {
  const isOne = (named: readonly Named[], platforms: boolean): boolean =>
    named.every(({ sku }) => sku !== '' && isPlatforms(sku) === platforms);
  const differ = [true, false].some((kind) => isOne(lines, kind) && isOne(rows, !kind));
  if (!differ) return [];
  const pairs = lines
    .flatMap((line) => rows.map((row) => ({ line, row, by: distance(size(line), size(row)) })))
    .sort((a, b) => a.by - b.by);
  const taken = new Set<Named>();
  return pairs.flatMap(({ line, row }): [Named, Named][] => {
    if (taken.has(line) || taken.has(row)) return [];
    taken.add(line).add(row);
    return [[line, row]];
  });
}

/** What lines of a file are about in the sheet, where that does not name their product as they do. */
export type KnownAs = {
  /** Rows of the sheet by the key of the file's lines. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Keys of lines that are parts of one row, which names no product, by that of the first of them. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
};

/**
 * Finds the rows of orders that name their products otherwise: not at all, or by the seller's SKU where the file has the
 * platform's, or the other way round. An order that the sheet and the file name in the same way is left alone.
 * @param groups Places in the file by key of the order and product.
 * @param values Rows of the file.
 * @param rows The sheet.
 * @returns What is known under another name.
 */
export function knownAs(
  groups: ReadonlyMap<string, readonly number[]>,
  values: readonly RowValues[],
  rows: SheetRows,
): KnownAs {
  const inSheet = byOrder(namedBy(rows.byKey));
  const found = new Map<string, readonly number[]>();
  const parts = new Map<string, readonly string[]>();
  const number = (cell: unknown): number => (typeof cell === 'number' ? cell : 0);
  const sum = (of: Named, value: (line: number) => unknown): number =>
    of.lines.reduce((total, line) => total + number(value(line)), 0);
  const sizes = new Map<Named, Size>();
  const sizeOf = (of: Named): Size => sizes.get(of) ?? { amount: 0, units: 0 };
  const measure = (named: readonly Named[], at: (key: 'amount' | 'units', line: number) => unknown): void => {
    for (const of of named) {
      sizes.set(of, {
        amount: sum(of, (line) => at('amount', line)),
        units: sum(of, (line) => at('units', line)),
      });
    }
  };
  for (const [order, all] of byOrder(namedBy(groups))) {
    const known = inSheet.get(order) ?? [];
    const names = (of: readonly Named[], key: string): boolean => of.some((each) => each.key === key);
    const lines = all.filter(({ key }) => !names(known, key));
    const others = known.filter(({ key }) => !names(all, key));
    if (others.length === 0 || order.endsWith('\u001f')) continue;
    if (all.length === 1 && all[0]!.sku === '') {
      // It names no product: what it says is of all of the order's rows.
      found.set(
        all[0]!.key,
        known.flatMap((each) => each.lines),
      );
    } else if (known.length === 1 && known[0]!.sku === '') {
      found.set(lines[0]!.key, known[0]!.lines);
      parts.set(
        lines[0]!.key,
        lines.slice(1).map(({ key }) => key),
      );
    } else {
      measure(lines, (key, line) => values[line]![key]);
      measure(others, (key, line) => rows.at(key, line));
      for (const [line, row] of paired(lines, others, sizeOf)) found.set(line.key, row.lines);
    }
  }
  return { rows: found, parts };
}

/**
 * What a line says of a row that has another name for its product: the platform's name stays, or comes.
 * @param values A row of the file.
 * @param sku The product in the sheet.
 */
export function named(values: RowValues, sku: string): RowValues {
  const { sku: own, ...others } = values;
  return sku === '' || isPlatforms(String(own ?? '')) ? values : others;
}

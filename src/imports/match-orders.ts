import type { Cell } from '../kpi/issue.ts';
import type { RowValues } from '../workbook/table.ts';
import { pushTo } from './keys.ts';
import type { LaterAsOf } from './match-costs.ts';
import { knownAs, named } from './match-skus.ts';
import type { Match, SheetRows } from './sheet-rows.ts';

const textOf = (cell: Cell | undefined): string => String(cell ?? '');
const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** Less than any currency can show. */
const NOTHING = 0.005;

/**
 * A line that names no content, on the rows that files with content made of it: what it says of the order holds for
 * all, and its money is shared by theirs, so that the sum is the order's.
 */
function spread(values: RowValues, indexes: readonly number[], rows: SheetRows): Match['rows'] {
  if (indexes.length === 1) return [{ index: indexes[0]!, values }];
  const { amount, units, refund, ...shared } = values;
  const amounts = indexes.map((index) => numberOf(rows.at('amount', index)));
  const whole = amounts.reduce((sum, each) => sum + each, 0);
  const parts = (key: string, total: Cell | undefined, place: number): Record<string, Cell> => {
    const known = indexes.reduce((sum, index) => sum + numberOf(rows.at(key, index)), 0);
    if (typeof total !== 'number' || whole === 0 || Math.abs(known - total) < NOTHING) return {};
    return { [key]: Number(((total * amounts[place]!) / whole).toPrecision(15)) };
  };
  return indexes.map((index, place) => ({
    index,
    values: { ...shared, ...parts('amount', amount, place), ...parts('refund', refund, place) },
  }));
}

/** Lines of one order and product, on the sheet's rows of it. */
function matchLines(
  lines: readonly RowValues[],
  known: readonly number[],
  rows: SheetRows,
  later: LaterAsOf,
): Match[] {
  const free = new Set(known);
  const take = (content: string): number | undefined => {
    const index = [...free].find((each) => textOf(rows.at('content', each)) === content);
    if (index !== undefined) free.delete(index);
    return index;
  };
  const found = lines.map(({ content }) => take(textOf(content)));
  const namesContent = lines.some(({ content }) => textOf(content) !== '');
  const open = found.filter((index) => index === undefined).length;
  // What an ordinary file has as one row is the lines that name their content.
  const plain = namesContent && open > 0 ? take('') : undefined;
  const isNewer = plain !== undefined && later(textOf(rows.at('import', plain))) !== null;
  let isPlainFree = plain !== undefined;
  return lines.map((values, place): Match => {
    const index = found[place];
    if (index !== undefined) return { rows: [{ index, values }] };
    if (!namesContent && known.length > 0) return { rows: spread(values, known, rows) };
    if (plain !== undefined && isNewer && open > 1) return { rows: [], outdated: plain };
    if (!isPlainFree) return { rows: [], append: values };
    isPlainFree = false;
    return { rows: [{ index: plain!, values }] };
  });
}

/** Lines that name their products, on what the sheet has of their order without: the first takes a row of it. */
function takeApart(
  lines: readonly RowValues[],
  known: readonly number[],
  rows: SheetRows,
  later: LaterAsOf,
): Match[] {
  const free = [...known];
  const outdated = free.find((index) => later(textOf(rows.at('import', index))) !== null);
  if (outdated !== undefined && lines.length > 1) return lines.map(() => ({ rows: [], outdated }));
  const takes = lines.map(({ content }): number | undefined => {
    const place = free.findIndex((index) => textOf(rows.at('content', index)) === textOf(content));
    return place < 0 ? undefined : free.splice(place, 1)[0];
  });
  return lines.map((values, i): Match => {
    const index = takes[i] ?? free.shift();
    return index === undefined ? { rows: [], append: values } : { rows: [{ index, values }] };
  });
}

/** Rows of the sheet keep the platform's names of products, and of what only took back all that was sold. */
function renamed(match: Match, line: RowValues, rows: SheetRows): Match {
  const own = match.rows.map(({ index, values }) => {
    const { refund } = values;
    if (line.amount !== undefined) return { index, values: named(values, textOf(rows.at('sku', index))) };
    return { index, values: refund === undefined ? {} : { refund } };
  });
  return { ...match, rows: own };
}

/**
 * Finds the lines of orders in the sheet, which has a row for each order, product and content. A file that names no
 * content says the same of an order's product as all of its rows together.
 * @param values Rows of the file.
 * @param rows The sheet.
 * @param later As-of days of imports that are newer than the file.
 * @returns What becomes of each row.
 */
export function matchOrders(values: readonly RowValues[], rows: SheetRows, later: LaterAsOf): Match[] {
  const groups = new Map<string, number[]>();
  values.forEach((row, place) => {
    pushTo(groups, rows.keyOf(row), place);
  });
  const matches = new Array<Match>(values.length);
  const other = knownAs(groups, values, rows);
  const isPart = new Set([...other.parts.values()].flat());
  for (const [key, own] of groups) {
    if (isPart.has(key)) continue;
    const parts = other.parts.get(key);
    const places = parts === undefined ? own : [key, ...parts].flatMap((part) => groups.get(part) ?? []);
    const lines = places.map((place) => values[place]!);
    const known = other.rows.get(key) ?? rows.byKey.get(key) ?? [];
    const found =
      parts === undefined ? matchLines(lines, known, rows, later) : takeApart(lines, known, rows, later);
    places.forEach((place, i) => {
      matches[place] = renamed(found[i]!, lines[i]!, rows);
    });
  }
  return matches;
}

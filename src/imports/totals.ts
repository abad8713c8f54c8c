import { isNoFigure } from '../workbook/numbers.ts';
import type { ExportFormat } from './format.ts';
import type { Section } from './recognise.ts';

// English, Chinese, Japanese, Indonesian, Vietnamese, Spanish and Portuguese.
const TOTALS =
  /^(?:(?:grand |sub)?totals?|总计|總計|合计|合計|总数|汇总|小计|jumlah|tổng|tổng cộng|tổng số|total keseluruhan|total general|total geral|totales|totais)[:：]?$/;
/** A total that says how many rows it is of, as "Total of 25 results"; a campaign may be called so, too. */
const COUNTED = /^total (of )?([\d,.]+)(?: \w+)?[:：]?$/;

/** Longer cells are none: most cells need not be looked at closer. */
const LONGEST = 30;

const folded = (cell: string): string => cell.normalize('NFC').trim().toLowerCase();
const isTotalWord = (cell = ''): boolean => cell.length <= LONGEST && TOTALS.test(folded(cell));

/** Whether a cell is a total with a number, of so many rows: a year that is not their number is part of a name. */
function isCounted(cell: string, others: () => number): boolean {
  const found = cell.length <= LONGEST ? COUNTED.exec(folded(cell)) : null;
  if (found === null) return false;
  const number = Number(found[2]!.replace(/[,.]/g, ''));
  return found[1] !== undefined || number === others() || number < 1900 || number > 2100;
}

/**
 * Whether nothing stands in a row.
 * @param row Cells of the row.
 */
export const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Fields that a total may share with its rows. */
const COMMON: readonly string[] = ['platform', 'account', 'component'];

/**
 * Tells the file's own totals from its rows: a total's word stands where the identity would, with nothing else that says
 * what the row is about, or in the first cell while the identity is left out. A dash in place of a day is one, too. A
 * total that counts its rows ("Total of 25 results") stands before or behind all of them.
 * @param section Where the columns stand.
 * @param format Format of the file.
 * @param rows The rows below the headers.
 * @returns Whether a row of them is a total.
 */
export function totalsOf(
  { columns }: Section,
  format: ExportFormat,
  rows: readonly (readonly string[])[],
): (row: readonly string[]) => boolean {
  const identities = columns.filter(({ column }) => format.identity.includes(column.field));
  const places = identities.map(({ index }) => index);
  const days = identities.filter(({ column }) => column.type === 'date').map(({ index }) => index);
  const shared = format.goal === 'comments' ? [] : days; // every comment has its moment, totals have none
  const own = identities.filter(({ column }) => !COMMON.includes(column.field)).map(({ index }) => index);
  // A title of the table that follows has one cell.
  const isFull = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length > 1;
  const others = (): number => rows.filter(isFull).length - 1;
  const first = rows.find(isFull);
  let end = rows.length - 1;
  while (end > 0 && !isFull(rows[end]!)) end--;
  const last = rows[end];
  return (row) => {
    const word = places.find((place) => isTotalWord(row[place]));
    const isEdge = row === first || row === last;
    const counted = isEdge ? places.find((place) => isCounted(row[place] ?? '', others)) : undefined;
    if (word !== undefined || counted !== undefined) {
      const said = own.filter((place) => !isNoFigure(row[place] ?? '') && !isTotalWord(row[place]));
      // A total of a day is one; a campaign that a number makes look like a total has its days.
      return word === undefined
        ? said.every((place) => place === counted)
        : said.every((place) => shared.includes(place));
    }
    if (places.length > 0 && !places.every((place) => isNoFigure(row[place] ?? ''))) return false;
    if (days.some((place) => row[place]?.trim() === '-')) return true;
    const begin = row.find((cell) => !isNoFigure(cell));
    return isTotalWord(begin) || isCounted(begin ?? '', others);
  };
}

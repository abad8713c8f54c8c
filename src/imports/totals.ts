import { isNoFigure } from '../workbook/numbers.ts';
import type { ExportFormat } from './format.ts';
import type { Section } from './recognise.ts';

// English, Chinese, Japanese, Indonesian, Vietnamese, Spanish and Portuguese.
const TOTALS =
  /^(?:(?:grand |sub)?totals?|total (?:of )?[\d,.]+(?: \w+)?|总计|總計|合计|合計|总数|汇总|小计|jumlah|tổng|tổng cộng|tổng số|total keseluruhan|total general|total geral|totales|totais)[:：]?$/;

/** Longer cells are none: most cells need not be looked at closer. */
const LONGEST = 30;

const isTotalWord = (cell = ''): boolean =>
  cell.length <= LONGEST && TOTALS.test(cell.normalize('NFC').trim().toLowerCase());

/**
 * Whether nothing stands in a row.
 * @param row Cells of the row.
 */
export const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/**
 * Tells the file's own totals from its rows: a total's word stands where the identity would, or in the first cell while
 * the identity is left out. A dash in place of a day is one, too.
 * @param section Where the columns stand.
 * @param format Format of the file.
 * @returns Whether a row, by its cells, is a total.
 */
export function totalsOf({ columns }: Section, format: ExportFormat): (row: readonly string[]) => boolean {
  const identities = columns.filter(({ column }) => format.identity.includes(column.field));
  const places = identities.map(({ index }) => index);
  const days = identities.filter(({ column }) => column.type === 'date').map(({ index }) => index);
  return (row) => {
    if (places.some((place) => isTotalWord(row[place]))) return true;
    if (places.length > 0 && !places.every((place) => isNoFigure(row[place] ?? ''))) return false;
    if (days.some((place) => row[place]?.trim() === '-')) return true;
    return isTotalWord(row.find((cell) => !isNoFigure(cell)));
  };
}

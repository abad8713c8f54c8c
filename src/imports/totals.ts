import { isNoFigure } from '../workbook/numbers.ts';
import type { ExportFormat } from './format.ts';
import type { Section } from './recognise.ts';

// English, Chinese, Japanese, Indonesian, Vietnamese, Spanish and Portuguese.
const TOTALS =
  /^(?:(?:grand |sub)?totals?|total (?:of )?[\d,.]+(?: \w+)?|总计|總計|合计|合計|总数|汇总|小计|jumlah|tổng|tổng cộng|tổng số|total keseluruhan|total general|total geral|totales|totais)[:：]?$/;

const isTotalWord = (cell: string | undefined): boolean =>
  TOTALS.test((cell ?? '').normalize('NFC').trim().toLowerCase());

/**
 * Whether nothing stands in a row.
 * @param row Cells of the row.
 */
export const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/**
 * Whether a row is the file's own total: a total's word stands where its identity would, or in its first cell while the
 * identity is left out. A dash in place of a day is one, too.
 * @param row Cells of the row.
 * @param section Where its columns stand.
 * @param format Format of the file.
 */
export function isTotalRow(row: readonly string[], { columns }: Section, format: ExportFormat): boolean {
  const identities = columns.filter(({ column }) => format.identity.includes(column.field));
  const cells = identities.map(({ index }) => row[index]);
  if (cells.some(isTotalWord)) return true;
  if (cells.length > 0 && !cells.every((cell) => isNoFigure(cell ?? ''))) return false;
  if (identities.some(({ column, index }) => column.type === 'date' && row[index]?.trim() === '-'))
    return true;
  return isTotalWord(row.find((cell) => !isNoFigure(cell)));
}

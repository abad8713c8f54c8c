import { sheetTemplate } from './sheets/index.ts';
import type { Choice } from './template.ts';

/**
 * The dropdown values of a template column.
 * @param sheet Key of the sheet.
 * @param column Key of the column.
 * @returns Its choices; none for a column without a dropdown.
 * @example columnChoices('tree', 'kind').map(({ key }) => key)[0] //=> 'metric'
 */
export function columnChoices(sheet: string, column: string): readonly Choice[] {
  return sheetTemplate(sheet).columns.find(({ key }) => key === column)?.choices ?? [];
}

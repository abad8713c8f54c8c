import type { Place } from '../kpi/issue.ts';
import { columnLetters } from './a1.ts';
import type { WorkbookMap } from './map.ts';

/** Names a cell of a template sheet as people see it. */
export type Address = (sheet: string, column: string, index: number) => Place;

/**
 * Names cells by the places that columns have now.
 * @param map Where everything is.
 * @returns A function of sheet key, column key and data row (0 = sheet row 2).
 */
export function addressIn(map: WorkbookMap): Address {
  return (sheet, column, index) => {
    const place = map.sheets.get(sheet);
    const position = place?.columns.get(column);
    const cell = position === undefined ? undefined : `${columnLetters(position)}${index + 2}`;
    return { sheet: place?.title ?? sheet, ...(cell === undefined ? {} : { cell }) };
  };
}

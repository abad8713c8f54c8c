import { derivedSheetId } from './ids.ts';
import type { WorkbookMap } from './map.ts';
import type { SheetsRequest } from './sheets-api.ts';

type Tabs = Pick<WorkbookMap, 'tabs'>;

/** A sheet of the add-on's own that nobody sees, for what is on its way or has to be remembered. */
export type HiddenSheet = {
  readonly sheetId: number;
  /** As a range names it. */
  readonly title: string;
  isThere(map: Tabs): boolean;
  /** Takes it away; nothing where it is not there. */
  drop(map: Tabs): SheetsRequest[];
  add(rowCount: number, columnCount: number): SheetsRequest;
};

/**
 * Describes a hidden sheet.
 * @param purpose Word that its id and title are made of.
 * @example hiddenSheet('undo').title //=> '_Content KPI undo'
 */
export function hiddenSheet(purpose: string): HiddenSheet {
  const sheetId = derivedSheetId(purpose);
  const title = `_Content KPI ${purpose}`;
  const isThere = ({ tabs }: Tabs): boolean => tabs.some((tab) => tab.sheetId === sheetId);
  return {
    sheetId,
    title,
    isThere,
    drop: (map) => (isThere(map) ? [{ deleteSheet: { sheetId } }] : []),
    add: (rowCount, columnCount) => ({
      addSheet: { properties: { sheetId, title, hidden: true, gridProperties: { rowCount, columnCount } } },
    }),
  };
}

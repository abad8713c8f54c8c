/** A workbook as an edit sees it: sheets and columns by what they are, wherever people put them. */
import { cellAt } from '../../src/local/document/cell.ts';
import type { DocumentState, ExtendedValue, SheetState } from '../../src/local/document/model.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { ColumnTemplate, SheetTemplate } from '../../src/workbook/template.ts';

export type Tab = {
  readonly sheet: SheetState;
  readonly template: SheetTemplate;
  /** Place of each marked column, from 0. */
  readonly columns: ReadonlyMap<string, number>;
};

function ownKey(document: DocumentState, sheetId: number): string | undefined {
  return document.metadata
    .filter(({ metadataKey, location }) => {
      return metadataKey === 'kpi.sheet' && location.type === 'SHEET' && location.sheetId === sheetId;
    })
    .map(({ metadataValue }) => metadataValue.split(':'))
    .find(([, , id]) => Number(id) === sheetId)?.[0];
}

function columnsOf(document: DocumentState, sheetId: number, key: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const { metadataKey, metadataValue, location } of document.metadata) {
    if (metadataKey !== 'kpi.column' || location.type !== 'COLUMN' || location.sheetId !== sheetId) continue;
    if (metadataValue.startsWith(`${key}.`)) places.set(metadataValue.slice(key.length + 1), location.index);
  }
  return places;
}

/** The template sheets that carry their mark. */
export function tabsOf(document: DocumentState): Tab[] {
  return document.sheets.flatMap((sheet) => {
    const key = ownKey(document, sheet.sheetId);
    if (key === undefined || !SHEETS.some((each) => each.key === key)) return [];
    return [{ sheet, template: sheetTemplate(key), columns: columnsOf(document, sheet.sheetId, key) }];
  });
}

/** The review tabs that carry their mark. */
export function reviewTabs(document: DocumentState): SheetState[] {
  const ids = document.metadata.flatMap(({ metadataKey, location }) =>
    metadataKey === 'kpi.review' && location.type === 'SHEET' ? [location.sheetId] : [],
  );
  return document.sheets.filter(({ sheetId }) => ids.includes(sheetId));
}

/** Columns of a sheet by the key of their mark, of review tabs. */
export function reviewColumns(document: DocumentState, sheetId: number): Map<string, number> {
  return columnsOf(document, sheetId, 'review');
}

export function valueAt(sheet: SheetState, row: number, column: number): ExtendedValue | undefined {
  return cellAt(sheet, row, column)?.value;
}

/** Rows up to the last that has anything in it. */
export function usedRows(sheet: SheetState): number {
  for (let row = sheet.cells.length - 1; row >= 0; row -= 1) {
    const width = sheet.cells[row]?.length ?? 0;
    for (let column = 0; column < width; column += 1) {
      if (valueAt(sheet, row, column) !== undefined) return row + 1;
    }
  }
  return 0;
}

/** Whether what stands in a column is the add-on's, which may write it anew. */
export function isAddOns(template: SheetTemplate, column: ColumnTemplate): boolean {
  return template.imported === true || column.managed === true || column.formula !== undefined;
}

import { mapWorkbook, type WorkbookMap } from '../../src/workbook/map.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import type { SpreadsheetResponse } from '../../src/workbook/sheets-api.ts';

export type SheetSpec = {
  key: string;
  title?: string;
  sheetId?: number;
  /** Column keys by position; undefined is a column of a person's own. The template's columns unless told. */
  columns?: readonly (string | undefined)[];
  rowCount?: number;
  /** The stamp's sheet id, for copies. */
  stampedId?: number;
};

/** The answer of a metadata read. */
export function response(specs: readonly SheetSpec[], reviews: readonly string[] = []): SpreadsheetResponse {
  return {
    spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/x/edit',
    properties: { title: 'Team', locale: 'en_US', timeZone: 'Asia/Shanghai' },
    sheets: [
      ...specs.map((spec, i) => {
        const { key, sheetId = i + 1, rowCount = 1000 } = spec;
        const template = SHEETS.find((sheet) => sheet.key === key);
        const columns = spec.columns ?? template?.columns.map((column) => column.key) ?? [];
        return {
          properties: {
            sheetId,
            title: spec.title ?? template?.titles.en ?? key,
            gridProperties: { rowCount, columnCount: columns.length },
          },
          developerMetadata: [
            { metadataKey: 'kpi.sheet', metadataValue: `${key}:1:${spec.stampedId ?? sheetId}` },
          ],
          data: [
            {
              columnMetadata: columns.map((column) =>
                column === undefined
                  ? {}
                  : { developerMetadata: [{ metadataKey: 'kpi.column', metadataValue: `${key}.${column}` }] },
              ),
            },
          ],
        };
      }),
      ...reviews.map((stamp, i) => ({
        properties: { sheetId: 900 + i, title: stamp, gridProperties: { rowCount: 90, columnCount: 17 } },
        developerMetadata: [{ metadataKey: 'kpi.review', metadataValue: stamp }],
        charts: [{ chartId: 5 }],
      })),
    ],
  } as SpreadsheetResponse;
}

export const mapOf = (...specs: SheetSpec[]): WorkbookMap => mapWorkbook(response(specs));

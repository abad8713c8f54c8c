import type { SheetsRequest } from './sheets-api.ts';

/** Key of the developer metadata on template columns; its value is `sheet.column`, `review.column` on review tabs. */
export const COLUMN_METADATA = 'kpi.column';
/** Key of the developer metadata on template sheets; its value is `key:version:sheetId`. */
export const SHEET_METADATA = 'kpi.sheet';
/**
 * Key of the developer metadata on review tabs; its value is `period:state:sheetId:firstDay:lastDay:filled`, the ISO
 * days on which it was written first and last (without the last where its figures have changed since), and how many
 * of its files are in: none, part or all.
 */
export const REVIEW_METADATA = 'kpi.review';
/** Key of the developer metadata on the import log that keeps how to read a file no format knows; its value is JSON. */
export const MAPPING_METADATA = 'kpi.mapping';
/** Key of the developer metadata on the hidden sheet of an upload; its value is the serial moment at which it began. */
export const UPLOAD_METADATA = 'kpi.upload';
/**
 * Key of the developer metadata on the sheet of settings that remembers what the hourly trigger did; its value is JSON.
 * A clock trigger may run without an active document, whose properties it then cannot reach; this it can.
 */
export const AUTOMATION_METADATA = 'kpi.automation';
/**
 * How the names of ranges begin that say where the picture of the KPI tree stands in a review tab: pictures over cells
 * are unknown to the Sheets API, and a name follows its row as they do.
 */
export const PICTURE_NAME = 'KPI_PICTURE_';
/** What stands for the sheet in the column metadata of review tabs. */
export const REVIEW_COLUMNS = 'review';

/**
 * The request that marks a column as one of a template, wherever people move it.
 * @param sheetId Sheet of the column.
 * @param sheet Key of the template.
 * @param column Key of the column.
 * @param index Place of the column now, from 0.
 * @returns One `createDeveloperMetadata`.
 */
export function markColumn(sheetId: number, sheet: string, column: string, index: number): SheetsRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: COLUMN_METADATA,
        metadataValue: `${sheet}.${column}`,
        visibility: 'DOCUMENT',
        location: {
          dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        },
      },
    },
  };
}

/**
 * The request that marks a sheet as a template's own. The sheet's id is part of the mark, so that a copy is known.
 * @param sheetId Sheet to mark.
 * @param sheet Key of the template.
 * @param version Version of the template that its columns have.
 * @returns One `createDeveloperMetadata`.
 */
export function markSheet(sheetId: number, sheet: string, version: number): SheetsRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: SHEET_METADATA,
        metadataValue: `${sheet}:${version}:${sheetId}`,
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  };
}

/**
 * The request that gives the mark of a template sheet another version, once its columns have it.
 * @param sheetId The sheet.
 * @param sheet Key of the template.
 * @param from Version that the mark has.
 * @param to Version of the template that the columns have now.
 * @returns One `updateDeveloperMetadata`.
 */
export function restampSheet(sheetId: number, sheet: string, from: number, to: number): SheetsRequest {
  return {
    updateDeveloperMetadata: {
      dataFilters: [
        {
          developerMetadataLookup: {
            metadataKey: SHEET_METADATA,
            metadataValue: `${sheet}:${from}:${sheetId}`,
          },
        },
      ],
      developerMetadata: { metadataValue: `${sheet}:${to}:${sheetId}` },
      fields: 'metadataValue',
    },
  };
}

/**
 * The request that keeps a mapping with the import log, so that a copy of the workbook knows it too.
 * @param sheetId The import log.
 * @param mapping The mapping as JSON.
 * @returns One `createDeveloperMetadata`.
 */
export function keepMapping(sheetId: number, mapping: string): SheetsRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: MAPPING_METADATA,
        metadataValue: mapping,
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  };
}

/**
 * The request that forgets a mapping, wherever it is kept.
 * @param mapping The mapping as JSON, to the character.
 * @returns One `deleteDeveloperMetadata`.
 */
export function forgetMapping(mapping: string): SheetsRequest {
  const developerMetadataLookup = { metadataKey: MAPPING_METADATA, metadataValue: mapping };
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } };
}

/**
 * The request that marks the hidden sheet of an upload.
 * @param sheetId The sheet.
 * @param now The moment at which the upload begins, serial with time.
 * @returns One `createDeveloperMetadata`.
 */
export function markUpload(sheetId: number, now: number): SheetsRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: UPLOAD_METADATA,
        metadataValue: String(now),
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  };
}

/**
 * The request that remembers what the hourly trigger did.
 * @param sheetId The sheet of settings.
 * @param value JSON.
 * @param metadataId Of what was remembered before; undefined where nothing was.
 * @returns One `createDeveloperMetadata` or `updateDeveloperMetadata`.
 */
export function keepAutomation(
  sheetId: number,
  value: string,
  metadataId: number | undefined,
): SheetsRequest {
  if (metadataId === undefined) {
    return {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: AUTOMATION_METADATA,
          metadataValue: value,
          visibility: 'DOCUMENT',
          location: { sheetId },
        },
      },
    };
  }
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId } }],
      developerMetadata: { metadataValue: value },
      fields: 'metadataValue',
    },
  };
}

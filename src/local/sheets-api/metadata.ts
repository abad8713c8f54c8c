import type { DocumentState, Json, JsonObject, MetadataState, Rect } from '../document/model.ts';
import { boundOpenRange, intersects, openRange, sheetOf, wholeSheet } from './grid-range.ts';

/** A metadata entry as the API prints it. */
export const metadataResource = (item: MetadataState): JsonObject => ({
  metadataId: item.metadataId,
  metadataKey: item.metadataKey,
  ...(item.metadataValue === '' ? {} : { metadataValue: item.metadataValue }),
  location: locationResource(item.location),
  visibility: item.visibility,
});

const locationResource = (location: MetadataState['location']): JsonObject => {
  if (location.type === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (location.type === 'SHEET') return { locationType: 'SHEET', sheetId: location.sheetId };
  const dimensionRange: JsonObject = {
    ...(location.sheetId === 0 ? {} : { sheetId: location.sheetId }),
    dimension: location.type === 'ROW' ? 'ROWS' : 'COLUMNS',
    startIndex: location.index,
    endIndex: location.index + 1,
  };
  return { locationType: location.type, dimensionRange };
};

/** The location that a request names. Throws a plain Error with Google's words. */
export const parseLocation = (
  document: DocumentState,
  location: JsonObject | undefined,
): MetadataState['location'] => {
  if (location?.spreadsheet === true) return { type: 'SPREADSHEET' };
  if (location?.sheetId !== undefined) {
    return { type: 'SHEET', sheetId: sheetOf(document, location.sheetId).sheetId };
  }
  const range = location?.dimensionRange as JsonObject | undefined;
  if (!range) throw new Error('Developer metadata must always have a location specified.');
  const sheet = sheetOf(document, range.sheetId);
  const rows = range.dimension === 'ROWS';
  if (!rows && range.dimension !== 'COLUMNS') throw new Error('No dimension specified.');
  const start = (range.startIndex as number | undefined) ?? 0;
  const limit = rows ? sheet.rowCount : sheet.columnCount;
  const end = range.endIndex as number | undefined;
  if (range.startIndex === undefined || end === undefined)
    throw new Error('DimensionRange must specify both a startIndex and an endIndex.');
  if (end - start !== 1) throw new Error('DimensionRange must represent a single row or column.');
  const axis = rows ? 'row' : 'column';
  if (start < 0 || start >= limit)
    throw new Error(`DimensionRange.startIndex[${start}] is after last ${axis} in grid[${limit - 1}]`);
  return { type: rows ? 'ROW' : 'COLUMN', sheetId: sheet.sheetId, index: start };
};

/** The cells that a location covers, by sheet; a spreadsheet's cover every sheet. */
export const locationRects = (
  document: DocumentState,
  item: MetadataState,
): { sheetId: number; rect: Rect }[] => {
  const { location } = item;
  if (location.type === 'SPREADSHEET') {
    return document.sheets.map((sheet) => ({ sheetId: sheet.sheetId, rect: wholeSheet(sheet) }));
  }
  const sheet = sheetOf(document, location.sheetId);
  const rect = wholeSheet(sheet);
  if (location.type === 'ROW') Object.assign(rect, { startRow: location.index, endRow: location.index + 1 });
  if (location.type === 'COLUMN')
    Object.assign(rect, { startColumn: location.index, endColumn: location.index + 1 });
  return [{ sheetId: location.sheetId, rect }];
};

const sameLocation = (a: MetadataState['location'], b: MetadataState['location']): boolean =>
  JSON.stringify(a, Object.keys(a).sort()) === JSON.stringify(b, Object.keys(b).sort());

const atLocation = (document: DocumentState, item: MetadataState, lookup: JsonObject): boolean => {
  const given = lookup.metadataLocation as JsonObject | undefined;
  if (!given) return true;
  const wanted = lookup.locationMatchingStrategy === 'EXACT_LOCATION';
  if (given.spreadsheet === true && lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION') {
    throw new Error(
      'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING.',
    );
  }
  const range = given.dimensionRange as JsonObject | undefined;
  if (wanted || given.spreadsheet === true)
    return sameLocation(parseLocation(document, given), item.location);
  // Metadata of the spreadsheet meets no other place.
  if (item.location.type === 'SPREADSHEET') return false;
  const sheet = sheetOf(document, range ? range.sheetId : given.sheetId);
  const area = range ? boundOpenRange(sheet, openRange(asGridRange(range))) : wholeSheet(sheet);
  return locationRects(document, item).some(
    (part) => part.sheetId === sheet.sheetId && intersects(part.rect, area),
  );
};

const asGridRange = (range: JsonObject): JsonObject => {
  const made: JsonObject = {};
  const name = range.dimension === 'ROWS' ? 'Row' : 'Column';
  if (range.startIndex !== undefined) made[`start${name}Index`] = range.startIndex;
  if (range.endIndex !== undefined) made[`end${name}Index`] = range.endIndex;
  return made;
};

const equal = (wanted: Json | undefined, found: Json): boolean => wanted === undefined || wanted === found;

/** Whether an entry is what a DeveloperMetadataLookup asks for. */
export const matchesLookup = (document: DocumentState, item: MetadataState, lookup: JsonObject): boolean =>
  equal(lookup.metadataId, item.metadataId) &&
  equal(lookup.metadataKey, item.metadataKey) &&
  equal(lookup.metadataValue, item.metadataValue) &&
  equal(lookup.visibility, item.visibility) &&
  equal(lookup.locationType, item.location.type) &&
  atLocation(document, item, lookup);

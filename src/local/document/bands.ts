/** Banded ranges of the API: which of a band's colours lies under a cell. */
import { gridRect } from './grid-rect.ts';
import { objectOf } from './json.ts';
import type { JsonObject, Rect, SheetState } from './model.ts';

/** Where a band's colour is: `properties[key]`, and its other spelling under `<key>Style`. */
export type BandColorPlace = { properties: JsonObject; key: string };

/** The first of them that is set wins; among equal ones rows come before columns. */
const KEYS = ['headerColor', 'footerColor', 'firstBandColor', 'secondBandColor'] as const;
type Key = (typeof KEYS)[number];

const isSet = (properties: JsonObject, key: Key): boolean =>
  properties[key] !== undefined || properties[`${key}Style`] !== undefined;

/** The key of a row or column of a band, counted from the band's beginning. */
const keyOf = (properties: JsonObject, index: number, length: number): Key | undefined => {
  if (index === 0 && isSet(properties, 'headerColor')) return 'headerColor';
  if (index === length - 1 && isSet(properties, 'footerColor')) return 'footerColor';
  const place = isSet(properties, 'headerColor') ? index - 1 : index;
  const key = place % 2 === 0 ? 'firstBandColor' : 'secondBandColor';
  return isSet(properties, key) ? key : undefined;
};

const inBand = (band: JsonObject, rect: Rect, row: number, column: number): BandColorPlace | undefined => {
  const found: { properties: JsonObject; key: Key }[] = [];
  const look = (given: unknown, index: number, length: number): void => {
    const properties = given === undefined ? undefined : (given as JsonObject);
    const key = properties && keyOf(properties, index, length);
    if (properties && key) found.push({ properties, key });
  };
  look(band.rowProperties, row - rect.startRow, rect.endRow - rect.startRow);
  look(band.columnProperties, column - rect.startColumn, rect.endColumn - rect.startColumn);
  for (const wanted of KEYS) {
    const place = found.find(({ key }) => key === wanted);
    if (place) return place;
  }
  return undefined;
};

/**
 * The bands of a sheet. Headers and footers win over bands, a first band over a second, rows over columns.
 * @returns The place of a cell's band colour; undefined outside bands. Nothing when the sheet has no bands.
 */
export const bandsOf = (
  sheet: SheetState,
): { at(row: number, column: number): BandColorPlace | undefined; endRow: number } | undefined => {
  if (sheet.bandedRanges.length === 0) return undefined;
  const bands = sheet.bandedRanges.map((band) => ({ band, rect: gridRect(objectOf(band.range), sheet) }));
  const at = (row: number, column: number): BandColorPlace | undefined => {
    const inside = bands.find(
      ({ rect }) =>
        row >= rect.startRow && row < rect.endRow && column >= rect.startColumn && column < rect.endColumn,
    );
    return inside && inBand(inside.band, inside.rect, row, column);
  };
  return { at, endRow: Math.max(...bands.map(({ rect }) => rect.endRow)) };
};

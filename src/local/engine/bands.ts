/** Banded ranges of the API: the colour that lies under cells without one of their own. */
import { type BandColorPlace, bandsOf } from '../document/bands.ts';
import type { JsonObject, SheetState } from '../document/model.ts';
import { namedColor } from './cell-style.ts';

/** The band colour of a cell, `#RRGGBB`; nothing outside bands. */
export type BandColor = (row: number, column: number) => string | undefined;

/**
 * The band colours of a sheet; nothing when it has no bands.
 * @param sheet The sheet.
 * @param rowEnd Row below which nothing is coloured; the end of the sheet without it.
 */
export function bandColors(
  sheet: SheetState,
  rowEnd = sheet.rowCount,
): { color: BandColor; lastRow: number } | undefined {
  const bands = bandsOf(sheet);
  if (!bands) return undefined;
  const known = new Map<JsonObject, Map<string, string | undefined>>();
  const colorAt = ({ properties, key }: BandColorPlace): string | undefined => {
    const colors = known.get(properties) ?? new Map<string, string | undefined>();
    if (!colors.has(key)) known.set(properties, colors.set(key, namedColor(properties, key)));
    return colors.get(key);
  };
  const color: BandColor = (row, column) => {
    const place = row < rowEnd ? bands.at(row, column) : undefined;
    return place && colorAt(place);
  };
  return { color, lastRow: Math.min(rowEnd, bands.endRow) };
}

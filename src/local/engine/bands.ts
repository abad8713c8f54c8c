/** Banded ranges of the API: the colour that lies under cells without one of their own. */

import { objectOf } from '../document/json.ts';
import type { JsonObject, SheetState } from '../document/model.ts';
import { namedColor } from './cell-style.ts';
import { gridRect } from './references.ts';

/** The band colour of a cell, `#RRGGBB`; nothing outside bands. */
export type BandColor = (row: number, column: number) => string | undefined;

/**
 * The band colours of a sheet; nothing when it has no bands. Where row and column bands meet, rows win.
 * @param sheet The sheet.
 * @param rowEnd Row below which nothing is coloured; the end of the sheet without it.
 */
export function bandColors(
  sheet: SheetState,
  rowEnd = sheet.rowCount,
): { color: BandColor; lastRow: number } | undefined {
  if (!sheet.bandedRanges.length) return undefined;
  const bands = sheet.bandedRanges.map((band) => ({
    rect: gridRect(objectOf(band.range), sheet),
    rows: band.rowProperties ? objectOf(band.rowProperties) : undefined,
    columns: band.columnProperties ? objectOf(band.columnProperties) : undefined,
  }));
  const color: BandColor = (row, column) => {
    if (row >= rowEnd) return undefined;
    for (const { rect, rows, columns } of bands) {
      if (row < rect.startRow || row >= rect.endRow) continue;
      if (column < rect.startColumn || column >= rect.endColumn) continue;
      const found =
        (rows && stripe(rows, row - rect.startRow, rect.endRow - rect.startRow)) ??
        (columns && stripe(columns, column - rect.startColumn, rect.endColumn - rect.startColumn));
      if (found) return found;
    }
    return undefined;
  };
  return { color, lastRow: Math.min(rowEnd, Math.max(...bands.map((band) => band.rect.endRow))) };
}

function stripe(properties: JsonObject, index: number, length: number): string | undefined {
  const header = namedColor(properties, 'headerColor');
  const footer = namedColor(properties, 'footerColor');
  if (header && index === 0) return header;
  if (footer && index === length - 1) return footer;
  const place = header ? index - 1 : index;
  return namedColor(properties, place % 2 === 0 ? 'firstBandColor' : 'secondBandColor');
}

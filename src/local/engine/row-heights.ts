/** Row heights of a file. */
import type { SheetData } from '@odoo/o-spreadsheet';
import { cellOf } from '../document/cell.ts';
import type { ExtendedValue, SheetState } from '../document/model.ts';
import { contentHeight, DEFAULT_ROW_HEIGHT } from '../document/text-size.ts';

/** The height that the engine gives to rows of which it knows none, and leaves out of files. */
const ENGINE_HEIGHT = 23;
const POINTS = 72 / 96;
/** Where Arial is missing, the font that stands in for it is often this much wider. */
const OTHER_FONT = 1.12;

type Rows = readonly (readonly (ExtendedValue | undefined)[] | undefined)[];

/**
 * The rows of a sheet for the engine's file: heights that somebody set, and what is hidden. Heights that the content
 * asks for come later, from `fitRows`.
 */
export function fileRows(sheet: SheetState): SheetData['rows'] {
  const rows: SheetData['rows'] = {};
  // With a height for every row the engine does not measure each cell.
  for (let row = 0; row < sheet.rowCount; row++) rows[row] = { size: ENGINE_HEIGHT };
  sheet.rows.forEach((state, row) => {
    if (!state) return;
    const pixels = setHeight(sheet, row);
    if (pixels !== undefined) rows[row]!.size = pixels;
    if (state.hiddenByUser || state.hiddenByFilter) rows[row]!.isHidden = true;
  });
  return rows;
}

/** A row's height where it is another than its content asks for. */
function setHeight(sheet: SheetState, row: number): number | undefined {
  const pixels = sheet.rows[row]?.pixelSize;
  if (pixels === undefined) return undefined;
  const fitted = neededHeight(sheet, row, undefined, 1);
  return Math.abs(fitted - pixels) <= 1 ? undefined : pixels;
}

function neededHeight(sheet: SheetState, row: number, values: Rows[number], wider: number): number {
  const cells = sheet.cells[row] ?? [];
  const width = Math.max(cells.length, values?.length ?? 0);
  const shown = (column: number) => {
    const entered = cellOf(cells[column])?.value;
    const value = values?.[column] ?? entered;
    // Other values than texts take one line, whatever they are.
    const text = value?.stringValue ?? (value && Object.keys(value).length ? '0' : '');
    return { text, wraps: value?.stringValue !== undefined };
  };
  return contentHeight(sheet, row, width, shown, wider) ?? DEFAULT_ROW_HEIGHT;
}

/**
 * Writes the heights of rows whose content needs more than one line of the usual size. They are not marked as set by
 * hand: whoever changes the text gets a row that fits again.
 * @param xml A worksheet part without blanks between tags.
 * @param values What formulas show.
 */
export function fitRows(xml: string, sheet: SheetState, values: Rows | undefined): string {
  return xml.replace(/<row r="(\d+)">/g, (whole, number: string) => {
    const row = Number(number) - 1;
    const set = setHeight(sheet, row);
    // The engine leaves its own height out even where it was set.
    if (set !== undefined) return `<row r="${number}" ht="${set * POINTS}" customHeight="1">`;
    const pixels = neededHeight(sheet, row, values?.[row], OTHER_FONT);
    return pixels > DEFAULT_ROW_HEIGHT ? `<row r="${number}" ht="${pixels * POINTS}">` : whole;
  });
}

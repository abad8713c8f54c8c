/**
 * Empty cells of a file. Data sheets are formatted to their last row; written one by one these cells are most of a
 * file and most of the time that it takes. The format that a column keeps to its end becomes the column's own.
 */

import { columnIndex } from '../document/a1.ts';
import { cellOf } from '../document/cell.ts';
import { objectOf } from '../document/json.ts';
import type { JsonObject, SheetState } from '../document/model.ts';
import { namedColor } from './cell-style.ts';

/** By column: the format of its last cell, where an empty cell of that format looks like any other. */
export type ColumnFormats = readonly (JsonObject | undefined)[];

/** The formats of a sheet's columns; none for a sheet with bands, whose colours lie under empty cells too. */
export function columnFormats(sheet: SheetState): ColumnFormats {
  if (sheet.bandedRanges.length) return [];
  const last = sheet.cells[sheet.rowCount - 1] ?? [];
  return Array.from(last, (stored) => {
    const format = cellOf(stored)?.format;
    return format && !showsWhenEmpty(format) ? format : undefined;
  });
}

function showsWhenEmpty(format: JsonObject): boolean {
  const fill = namedColor(format, 'backgroundColor');
  return (fill !== undefined && fill !== '#FFFFFF') || Object.keys(objectOf(format.borders)).length > 0;
}

const keys = new WeakMap<JsonObject, string>();

/** Equal for formats that say the same. */
export function keyOf(format: JsonObject): string {
  let key = keys.get(format);
  if (key === undefined) {
    key = JSON.stringify(format);
    keys.set(format, key);
  }
  return key;
}

/** Whether two formats say the same. */
export function sameFormat(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}

/**
 * Moves the styles of the last row's cells to the columns that have a format of their own.
 * @param xml A worksheet part without blanks between tags.
 */
export function styleColumns(xml: string, sheet: SheetState): string {
  const formats = columnFormats(sheet);
  const start = formats.some(Boolean) ? xml.lastIndexOf(`<row r="${sheet.rowCount}"`) : -1;
  if (start < 0) return xml;
  const end = xml.indexOf('</row>', start);
  const styles = new Map<string, string>();
  const keepStyle = (whole: string, letters: string, style: string, empty?: string): string => {
    const column = columnIndex(letters);
    if (!formats[column]) return whole;
    styles.set(String(column + 1), style);
    return empty ? '' : whole;
  };
  const cells = xml.slice(start, end).replace(/<c r="([A-Z]+)\d+" s="(\d+)"[^>]*>(<\/c>)?/g, keepStyle);
  // What a formula spills into a cell that was left out comes without a style.
  const moved = (xml.slice(0, start) + cells + xml.slice(end)).replace(
    /<c r="([A-Z]+)\d+"(?! s=)/g,
    (whole, letters: string) => {
      const style = styles.get(String(columnIndex(letters) + 1));
      return style === undefined ? whole : `${whole} s="${style}"`;
    },
  );
  return moved.replace(/<col min="(\d+)" /g, (whole, column: string) => {
    const style = styles.get(column);
    return style === undefined ? whole : `${whole}style="${style}" `;
  });
}

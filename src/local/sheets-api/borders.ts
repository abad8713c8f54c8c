import { isObject } from '../document/json.ts';
import type { JsonObject } from '../document/model.ts';

/** The width in pixels that a border's style has. */
const WIDTHS: Readonly<Record<string, number>> = {
  DOTTED: 1,
  DASHED: 1,
  SOLID: 1,
  SOLID_MEDIUM: 2,
  SOLID_THICK: 3,
  DOUBLE: 3,
};

/**
 * A border as Google keeps it: its width is that of its style, and black is its colour where it was given none.
 * @example completeBorder({ style: 'SOLID' }) // { style: 'SOLID', width: 1, color: {}, colorStyle: { rgbColor: {} } }
 */
export const completeBorder = (border: JsonObject): JsonObject => {
  const width = WIDTHS[String(border.style)];
  if (width === undefined) return border;
  const color = border.color === undefined ? { color: {}, colorStyle: { rgbColor: {} } } : {};
  return { ...border, width, ...color };
};

/** A cell's format with its borders completed. */
export const withBorderWidths = (format: JsonObject): JsonObject => {
  const { borders } = format;
  if (!isObject(borders)) return format;
  const made: JsonObject = {};
  for (const [side, border] of Object.entries(borders))
    made[side] = isObject(border) ? completeBorder(border) : border;
  return { ...format, borders: made };
};

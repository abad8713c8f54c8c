import { isObject } from '../document/json.ts';
import type { JsonObject } from '../document/model.ts';

/**
 * Refuses what a cell's format cannot be: a rotation beyond upright, letters without a size, a number format without
 * its type.
 *
 * @param format A `CellFormat`.
 * @throws Error naming the field
 * @example checkFormat({ textRotation: { angle: 45 } })
 */
export const checkFormat = ({ textRotation, textFormat, numberFormat }: JsonObject): void => {
  const angle = isObject(textRotation) ? textRotation.angle : undefined;
  if (typeof angle === 'number' && Math.abs(angle) > 90)
    throw new Error(`TextRotation.angle[${angle}] must be between -90 and 90.`);
  const size = isObject(textFormat) ? textFormat.fontSize : undefined;
  if (typeof size === 'number' && size <= 0) throw new Error(`TextFormat.fontSize[${size}] must be > 0.`);
  const type = isObject(numberFormat) ? (numberFormat.type ?? 'NUMBER_FORMAT_TYPE_UNSPECIFIED') : undefined;
  if (type === 'NUMBER_FORMAT_TYPE_UNSPECIFIED') throw new Error('NumberFormat.type is required.');
};

import { isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/model.ts';
import { themeColor } from './defaults.ts';

/** A colour as Google keeps it: 8 bits a channel, channels at 0 left out, and nothing of how opaque it is. */
const roundColor = (color: JsonObject): JsonObject => {
  const made: JsonObject = {};
  for (const channel of ['red', 'green', 'blue']) {
    const value = color[channel];
    if (typeof value !== 'number' || value <= 0) continue;
    // Single precision is what the service computes in, so 127/255 reads 0.49803922.
    const byte = Math.floor(Math.min(value, 1) * 255 + 1e-6);
    if (byte > 0) made[channel] = byte === 255 ? 1 : Number(Math.fround(byte / 255).toPrecision(8));
  }
  return made;
};

/** Whether a field is a plain colour: of `color` and the names ending in `Color` all but the kinds of a colour style. */
const isColor = (key: string): boolean =>
  key === 'color' || (key.endsWith('Color') && key !== 'rgbColor' && key !== 'themeColor');

const isColorStyle = (key: string): boolean => key === 'colorStyle' || key.endsWith('ColorStyle');

/** The plain colour of a colour style; undefined for a style that says none. */
const plainColor = (style: Json | undefined): Json | undefined => {
  if (!isObject(style)) return undefined;
  return typeof style.themeColor === 'string' ? themeColor(style.themeColor) : style.rgbColor;
};

/**
 * API JSON with every colour rounded and given in both of its forms, `…Color` and `…ColorStyle`. The style wins where
 * both are given; the plain form of a theme's colour is what the theme makes of it.
 * @example completeColors({ tabColor: { red: 1 } }) // { tabColor: …, tabColorStyle: { rgbColor: { red: 1 } } }
 */
export const completeColors = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(completeColors);
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    const color = isColor(key) || key === 'rgbColor';
    made[key] = color && isObject(child) ? roundColor(child) : completeColors(child);
  }
  for (const key of Object.keys(made)) {
    if (isColorStyle(key)) {
      const color = plainColor(made[key]);
      if (color !== undefined) made[key.slice(0, -'Style'.length)] = color;
    } else if (isColor(key) && !(key + 'Style' in made)) {
      made[key + 'Style'] = { rgbColor: made[key] as Json };
    }
  }
  return made;
};

/** The same for an object. */
export const completed = (value: JsonObject): JsonObject => completeColors(value) as JsonObject;

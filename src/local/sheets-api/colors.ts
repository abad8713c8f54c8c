import type { Json, JsonObject } from '../document/model.ts';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/**
 * API JSON with every colour rounded and given in both of its forms, `…Color` and `…ColorStyle`. Theme colours have
 * no plain colour here.
 */
export const completeColors = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(completeColors);
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === 'color' || key === 'rgbColor' || key.endsWith('Color')) {
      made[key] = isObject(child) ? roundColor(child) : child;
    } else made[key] = completeColors(child);
  }
  for (const key of Object.keys(made)) {
    if (key.endsWith('ColorStyle') || key === 'colorStyle') {
      const style = made[key];
      const rgb = isObject(style) ? style.rgbColor : undefined;
      if (rgb !== undefined) made[key.slice(0, -'Style'.length)] = rgb;
    } else if ((key === 'color' || key.endsWith('Color')) && key !== 'rgbColor' && !(key + 'Style' in made)) {
      made[key + 'Style'] = { rgbColor: made[key] as Json };
    }
  }
  return made;
};

/** The same for an object. */
export const completed = (value: JsonObject): JsonObject => completeColors(value) as JsonObject;

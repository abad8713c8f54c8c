/** Reading JSON whose shape is not known yet. */
import type { Json, JsonObject } from './model.ts';

/**
 * Whether a value is a JSON object, not a list and not null.
 * @example isObject({}) // true
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value as an object, or an empty one.
 * @example objectOf('text') // {}
 */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/**
 * The value as a list of objects; nothing for what is no list.
 * @example objectsOf([{ a: 1 }, null]) // [{ a: 1 }, {}]
 */
export const objectsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.map(objectOf) : [];

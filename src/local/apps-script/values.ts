/** Values of a realm outside of it. */

/** A copy of a realm's value made of the host's own arrays, objects and dates. */
export function toHost(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return new Date((value as Date).getTime());
  if (Array.isArray(value)) return Array.from(value, toHost);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toHost(item)]));
}

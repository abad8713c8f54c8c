import { staysInPlace } from './in-place.ts';

/** Members of `own` that stand elsewhere among each other than in `base`. */
const movedIn = (base: readonly string[], own: readonly string[]): Set<string> => {
  const positions = new Map(base.map((key, position) => [key, position]));
  const common = own.filter((key) => positions.has(key));
  const stays = staysInPlace(common.map((key) => positions.get(key) as number));
  return new Set(common.filter((_, place) => !stays[place]));
};

/**
 * One order out of two people's: that of `theirs`, with what was moved or added in `mine` behind whatever stands before
 * it there.
 * @param base keys as both read them. @param alive keys that are left, of either.
 * @example mergeOrder(['a', 'b'], ['b', 'a', 'n'], ['a', 'b', 't'], new Set(['a', 'b', 'n', 't'])) //=> ['b', 'a', 'n', 't']
 */
export const mergeOrder = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  alive: ReadonlySet<string>,
): string[] => {
  const moved = movedIn(base, mine);
  const placed = new Set(theirs);
  const list = theirs.filter((key) => alive.has(key) && !moved.has(key));
  let after = -1;
  for (const key of mine) {
    if (!alive.has(key)) continue;
    if (moved.has(key) || !placed.has(key)) list.splice(++after, 0, key);
    else after = list.indexOf(key);
  }
  return list;
};

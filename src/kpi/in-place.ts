/**
 * Which members of a list may stay where they are when it is put in order with the fewest moves: a longest rising run.
 * @param positions where each member stands now, in the order wanted; each position once.
 * @returns by place in `positions`: does it stay?
 * Source: longest increasing subsequence, by patience sorting.
 * @example staysInPlace([0, 3, 1, 2]) //=> [true, false, true, true]
 */
export const staysInPlace = (positions: readonly number[]): boolean[] => {
  const ends: number[] = []; // ends[k]: place of the smallest position that ends a run of k + 1
  const before = positions.map(() => -1);
  positions.forEach((position, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[ends[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    before[place] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = place;
  });
  const stays = positions.map(() => false);
  for (let place = ends[ends.length - 1] ?? -1; place >= 0; place = before[place] as number)
    stays[place] = true;
  return stays;
};

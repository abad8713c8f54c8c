/**
 * Neighbouring rows or columns as spans.
 * @param positions Positions in any order, each once.
 * @returns Spans in ascending order; the end is the first position that is no longer in it.
 * @example runsOf([3, 1, 2, 7]) //=> [{ start: 1, end: 4 }, { start: 7, end: 8 }]
 */
export function runsOf(positions: readonly number[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last?.end === position) last.end++;
    else spans.push({ start: position, end: position + 1 });
  }
  return spans;
}

/** Rows or columns of a sheet inserted, deleted or moved. */
export type Dimension = 'ROWS' | 'COLUMNS';
export type Change = {
  sheetId: number;
  dimension: Dimension;
  /** Given for cells shifted within part of the sheet: the span of the other dimension that is shifted. */
  band?: { start: number; end: number };
} & (
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; start: number; end: number }
  /** `to` is where the block comes to stand, counted before it is taken out. */
  | { kind: 'move'; start: number; end: number; to: number }
);

/** Where an index is after the change; undefined when it was deleted. */
export const mapIndex = (change: Change, index: number): number | undefined => {
  if (change.kind === 'insert') return index >= change.at ? index + change.count : index;
  const { start, end } = change;
  const size = end - start;
  if (change.kind === 'delete') {
    if (index < start) return index;
    return index < end ? undefined : index - size;
  }
  const { to } = change;
  if (index >= start && index < end) return to <= start ? index - start + to : index - start + to - size;
  if (to <= start) return index >= to && index < start ? index + size : index;
  return index >= end && index < to ? index - size : index;
};

/** Where a half-open span is after the change; undefined when all of it was deleted. */
export const mapSpan = (change: Change, start: number, end: number): [number, number] | undefined => {
  if (change.kind === 'insert') {
    if (change.at <= start) return [start + change.count, end + change.count];
    return change.at < end ? [start, end + change.count] : [start, end];
  }
  if (change.kind === 'delete') {
    const before = (index: number): number => index - Math.max(0, Math.min(index, change.end) - change.start);
    const from = start < change.start ? start : before(start);
    const to = end <= change.start ? end : before(end);
    return from < to ? [from, to] : undefined;
  }
  return mapMovedSpan(change, start, end);
};

const mapMovedSpan = (change: Change & { kind: 'move' }, start: number, end: number): [number, number] => {
  const size = change.end - change.start;
  if (start >= change.start && end <= change.end) {
    const first = mapIndex(change, start) as number;
    return [first, first + end - start];
  }
  // The rest of the span closes up where the block leaves it and opens where the block comes between.
  const taken = mapSpan({ ...change, kind: 'delete' }, start, end) ?? [start, start];
  const at = change.to <= change.start ? change.to : change.to - size;
  const inside = change.start >= start && change.end <= end;
  if (at > taken[0] && (at < taken[1] || (at === taken[1] && inside))) return [taken[0], taken[1] + size];
  if (at === taken[0] && inside) return [taken[0], taken[1] + size];
  return at <= taken[0] ? [taken[0] + size, taken[1] + size] : [taken[0], taken[1]];
};

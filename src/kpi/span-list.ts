import { SPAN_FROM_ZERO } from './facts.ts';

/** Spans of days as columns that grow up to a length known before; those of one item stand together. */
export class SpanList {
  length = 0;
  readonly content: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly kind: Uint8Array;
  readonly row: Int32Array;
  readonly before: Int32Array;
  readonly shared: Uint8Array;

  constructor(capacity: number) {
    this.content = new Int32Array(capacity);
    this.start = new Float64Array(capacity);
    this.end = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.row = new Int32Array(capacity);
    this.before = new Int32Array(capacity);
    this.shared = new Uint8Array(capacity);
  }

  push(content: number, start: number, end: number, kind: number, row: number, before = -1): void {
    const at = this.length++;
    this.content[at] = content;
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.row[at] = row;
    this.before[at] = before;
  }

  /** Sorts the spans from a position on by their start; of equal starts the order stays. */
  sortFrom(begin: number): void {
    if (this.isSortedFrom(begin)) return;
    const { start } = this;
    const order = Array.from({ length: this.length - begin }, (_, i) => begin + i).sort(
      (a, b) => (start[a] as number) - (start[b] as number) || a - b,
    );
    for (const column of [this.start, this.end, this.kind, this.row, this.before]) {
      const sorted = order.map((position) => column[position] as number);
      sorted.forEach((value, i) => {
        column[begin + i] = value;
      });
    }
  }

  /**
   * Marks the spans of known activity that share a day with another one.
   * @param begin First of an item's spans, which are sorted by start and the last of all.
   * @returns 1 where there are any.
   */
  markShared(begin: number): 0 | 1 {
    let [end, last, found]: [number, number, 0 | 1] = [-Infinity, -1, 0];
    for (let i = begin; i < this.length; i++) {
      if ((this.kind[i] as number) > SPAN_FROM_ZERO) continue;
      if ((this.start[i] as number) <= end) {
        this.shared[last] = 1;
        this.shared[i] = 1;
        found = 1;
      }
      if ((this.end[i] as number) >= end) {
        end = this.end[i] as number;
        last = i;
      }
    }
    return found;
  }

  private isSortedFrom(begin: number): boolean {
    for (let i = begin + 1; i < this.length; i++) {
      if ((this.start[i] as number) < (this.start[i - 1] as number)) return false;
    }
    return true;
  }
}

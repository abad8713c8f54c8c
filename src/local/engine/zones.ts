/** Cells that share a property, gathered into rectangles, as the engine's data wants them. */
import { cellName } from './references.ts';

/** Values that all sheets share, by their JSON, each with its number. */
export type ZoneTable<T> = Map<string, { id: number; value: T }>;

/** Collects a value for many cells of one sheet; equal values get one number in a table that all sheets share. */
export class ZoneMap<T> {
  readonly table: ZoneTable<T>;
  /** Entries by value, where many cells share one object. */
  private readonly known = new Map<T, { id: number; value: T }>();
  private readonly columns = new Map<number, { row: number; id: number }[]>();

  constructor(table: ZoneTable<T>) {
    this.table = table;
  }

  /** Rows must come in rising order within a column. */
  set(row: number, column: number, value: T): void {
    const entry = this.known.get(value) ?? this.entryOf(value);
    const cells = this.columns.get(column);
    if (cells) cells.push({ row, id: entry.id });
    else this.columns.set(column, [{ row, id: entry.id }]);
  }

  private entryOf(value: T): { id: number; value: T } {
    const key = JSON.stringify(value);
    const entry = this.table.get(key) ?? { id: this.table.size + 1, value };
    this.table.set(key, entry);
    this.known.set(value, entry);
    return entry;
  }

  /** `A2:A900` → number in the table. */
  zones(): Record<string, number> {
    const zones: Record<string, number> = {};
    for (const [column, cells] of this.columns) {
      let first = 0;
      for (let at = 1; at <= cells.length; at++) {
        const before = cells[at - 1]!;
        if (cells[at]?.row === before.row + 1 && cells[at]?.id === before.id) continue;
        const start = cellName(cells[first]!.row, column);
        zones[first === at - 1 ? start : `${start}:${cellName(before.row, column)}`] = before.id;
        first = at;
      }
    }
    return zones;
  }
}

/** The shared table as the engine's record: number → value. */
export function tableRecord<T>(table: ZoneTable<T>): Record<number, T> {
  const record: Record<number, T> = {};
  for (const { id, value } of table.values()) record[id] = value;
  return record;
}

import type { DaySpan } from '../kpi/coverage.ts';
import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { cells, type Table } from '../workbook/table.ts';
import { type FileKind, fileKind } from './file-kinds.ts';

/** What the import log says of one kind of an account's files. */
export type FilesOfKind = { readonly spans: DaySpan[]; latest: number };

/** Files by key of the account and kind. */
export type Imported = ReadonlyMap<string, ReadonlyMap<FileKind, FilesOfKind>>;

/** Whether files of an account's orders, costs and the like came lately, and whether any other ever did. */
export type OtherFiles = { readonly isRecent: boolean; readonly isAll: boolean };

/** Formats, by the end of their keys, whose files hold all orders of their days. */
const OF_ORDERS = /orders?$/;

/** A file within so many days before the end of a week makes another like it expected. */
export const EXPECTED_FOR = 56;

/** Whether a file reaches into the weeks that count, and says something of days before their end. */
function isRecent(kind: FileKind, start: number | null, to: number, end: number): boolean {
  if (to <= end - EXPECTED_FOR) return false;
  // Totals to date are about all days before; days of an account without a first one are about nobody knows which.
  return start === null ? kind !== 'days' : start <= end;
}

/**
 * The files that the import log has, without those that were undone.
 * @param table Sheet `imports`.
 * @param keyAt Key of the account of a row.
 * @param end Last day of the reviewed week.
 * @returns All days that files span, the files that make others expected, and the accounts with files that cover no
 *   days, such as orders: their days are not missed. Days that files of orders span, by account.
 */
export function readImported(
  table: Table,
  keyAt: (row: number) => string,
  end: number,
): {
  readonly spans: ReadonlyMap<string, readonly DaySpan[]>;
  readonly recent: Imported;
  readonly others: ReadonlyMap<string, OtherFiles>;
  readonly orders: ReadonlyMap<string, readonly DaySpan[]>;
} {
  const spans = new Map<string, DaySpan[]>();
  const all = new Map<string, Map<FileKind, FilesOfKind & { isRecent: boolean }>>();
  const others = new Map<string, boolean>();
  const orders = new Map<string, DaySpan[]>();
  for (let row = 0; row < table.rows; row++) {
    const format = textOfCell(cells(table, 'format')[row]);
    const kind = fileKind(format);
    const start = dayOfCellText(cells(table, 'from')[row]) ?? null;
    const to = dayOfCellText(cells(table, 'to')[row]);
    if (typeof to !== 'number' || (cells(table, 'undone')[row] ?? null) !== null) continue;
    const account = keyAt(row);
    if (kind === null) {
      others.set(account, others.get(account) === true || to > end - EXPECTED_FOR);
      if (OF_ORDERS.test(format) && start !== null) {
        orders.set(account, [...(orders.get(account) ?? []), { start, end: to }]);
      }
      continue;
    }
    const kinds = all.get(account) ?? new Map<FileKind, FilesOfKind & { isRecent: boolean }>();
    const files = kinds.get(kind) ?? { spans: [], latest: 0, isRecent: false };
    files.latest = Math.max(files.latest, to);
    files.isRecent ||= isRecent(kind, start, to, end);
    all.set(account, kinds.set(kind, files));
    if (start === null) continue;
    files.spans.push({ start, end: to });
    // Figures of content are none of an account's days.
    if (kind !== 'days') spans.set(account, [...(spans.get(account) ?? []), { start, end: to }]);
  }
  const recent = [...all].map(([account, kinds]) => {
    return [account, new Map([...kinds].filter(([, files]) => files.isRecent))] as const;
  });
  return {
    ...{ spans, orders },
    recent: new Map(recent.filter(([, kinds]) => kinds.size > 0)),
    others: new Map([...others].map(([key, isRecent]) => [key, { isRecent, isAll: !all.has(key) }])),
  };
}

import { isFault } from '../kpi/fault.ts';
import { responseTimes } from '../kpi/sla.ts';
import { numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { isExample } from '../workbook/examples.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { SENTIMENTS } from '../workbook/sheets/comments.ts';
import { cells, type Table } from '../workbook/table.ts';
import { type Filter, fits } from './filter.ts';

/** Negative comments and how many were answered within the limit. */
export type Service = {
  /** Comments posted within the period whose limit has passed or that were answered; null where there are none. */
  counts(filter: Filter, from: number, to: number): { negative: number | null; inTime: number | null };
  /** Those that are open though their limit has passed, the oldest first. */
  overdue(): readonly Complaint[];
};

/** A negative comment; times are serials. */
export type Complaint = {
  readonly platform: string;
  readonly account: string;
  readonly owner: string;
  readonly posted: number;
  readonly answered: number | null;
};

function complaintsIn(table: Table): Complaint[] {
  const found: Complaint[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (isExample(cells(table, 'content')[row])) continue;
    if (choiceKey(SENTIMENTS, cells(table, 'sentiment')[row]) !== 'negative') continue;
    const posted = numberOfCell(cells(table, 'posted')[row]);
    if (typeof posted !== 'number') continue;
    const platform = cells(table, 'platform')[row];
    found.push({
      platform: choiceKey(PLATFORMS, platform) ?? textOfCell(platform),
      account: textOfCell(cells(table, 'account')[row]),
      owner: textOfCell(cells(table, 'owner')[row]),
      posted,
      answered: numberOfCell(cells(table, 'answered')[row]) ?? null,
    });
  }
  return found;
}

/**
 * Reads the sheet `comments`.
 * @param table The sheet.
 * @param slaHours Limit for an answer.
 * @param now Serial number with time: an open comment counts once its limit has passed.
 */
export function readService(table: Table, slaHours: number, now: number): Service {
  const complaints = complaintsIn(table);
  return {
    counts(filter, from, to) {
      // Comments carry no market and no format: a filter on these matches nothing, rather than everything.
      if (filter.market !== '' || filter.format !== '') return { negative: null, inTime: null };
      const posted = complaints.filter(
        (each) =>
          each.posted >= from &&
          each.posted < to + 1 &&
          fits(filter.platform, each.platform) &&
          fits(filter.account, each.account),
      );
      const times = responseTimes(
        posted.map((each) => each.posted),
        posted.map((each) => each.answered),
        slaHours,
        now,
      );
      if (isFault(times) || times.due === 0) return { negative: null, inTime: null };
      return { negative: times.due, inTime: times.answeredInTime };
    },
    overdue() {
      const times = responseTimes(
        complaints.map((each) => each.posted),
        complaints.map((each) => each.answered),
        slaHours,
        now,
      );
      return isFault(times) ? [] : times.overdue.map((position) => complaints[position] as Complaint);
    },
  };
}

import { addMonths, isoDate, monthEnd, monthStart } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { orderImportId } from './orders.ts';
import { weekImportId } from './performance.ts';
import { ACCOUNTS, PEOPLE } from './team.ts';
import type { Account, Fact, Frame, Order, SamplePlatform } from './types.ts';

/** Sample rows come from no file that could be imported, and say so. */
const FORMAT = 'sample';
const FILE: Readonly<Record<SamplePlatform, string>> = {
  tiktok_shop: 'Video_List',
  youtube: 'Table data',
  instagram: 'Instagram_posts',
};

type Entry = {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly account: Account;
  readonly from: number;
  readonly to: number;
  readonly taken: number;
};

/** Files of a span are brought in on the morning after it, one minute apart. */
function entryRow(frame: Frame, entry: Entry): RowValues {
  const minute = 31 + ACCOUNTS.indexOf(entry.account) * 2;
  return {
    id: entry.id,
    file: entry.file,
    format: entry.format,
    platform: entry.account.platform,
    account: entry.account.id,
    from: entry.from,
    to: entry.to,
    as_of: entry.to,
    read: entry.taken,
    taken: entry.taken,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    skipped: 0,
    who: PEOPLE.analyst[frame.language],
    when: entry.to + 1 + (8 * 60 + minute) / 1440,
  };
}

function weekEntries(frame: Frame, facts: readonly Fact[]): Entry[] {
  return ACCOUNTS.flatMap((account) => {
    const own = facts.filter((fact) => fact.item.account === account);
    return Array.from({ length: frame.weeks }, (_, week) => {
      const from = frame.firstDay + week * 7;
      return {
        id: weekImportId(account, from),
        file: `${FILE[account.platform]} ${account.market} ${isoDate(from)}_${isoDate(from + 6)}.csv`,
        format: FORMAT,
        account,
        from,
        to: from + 6,
        taken: own.filter((fact) => fact.week === week).length,
      };
    });
  });
}

function orderEntries(frame: Frame, orders: readonly Order[]): Entry[] {
  return ACCOUNTS.flatMap((account) => {
    const own = orders.filter((order) => order.account === account);
    const entries: Entry[] = [];
    for (let month = monthStart(frame.firstDay); month <= frame.lastDay; month = addMonths(month, 1)) {
      const id = orderImportId(account, month);
      const from = Math.max(month, frame.firstDay);
      const to = Math.min(monthEnd(month), frame.lastDay);
      const taken = own.filter((order) => order.day >= from && order.day <= to).length;
      entries.push({
        id,
        file: `orders ${account.market} ${isoDate(to)}.csv`,
        format: `${FORMAT}.orders`,
        account,
        from,
        to,
        taken,
      });
    }
    return entries;
  });
}

/** Rows of the sheet `imports`: content figures by account and week, orders by account and month. */
export function importRows(frame: Frame, facts: readonly Fact[], orders: readonly Order[]): RowValues[] {
  return [...weekEntries(frame, facts), ...orderEntries(frame, orders)]
    .map((entry) => entryRow(frame, entry))
    .sort((one, other) => Number(one.when) - Number(other.when));
}

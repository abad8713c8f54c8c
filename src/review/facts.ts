import { type DaySpan, daysCovered } from '../kpi/coverage.ts';
import {
  type FactIndex,
  type Facts,
  KIND_CUMULATIVE,
  KIND_NONE,
  KIND_PERIOD,
  type MeasureColumn,
} from '../kpi/facts.ts';
import { indexFacts } from '../kpi/index-facts.ts';
import type { Issue } from '../kpi/issue.ts';
import { MEASURES } from '../kpi/metrics.ts';
import { remembered } from '../kpi/remembered.ts';
import type { Address } from '../workbook/address.ts';
import { textOfCell } from '../workbook/cells.ts';
import { cells, type Table, type Tables } from '../workbook/table.ts';
import { withoutDoubles, withoutTotals } from './facts/account-days.ts';
import { type AccountInfo, platformOf, readAccounts } from './facts/accounts.ts';
import { activeAccounts } from './facts/active.ts';
import { type Report, readDays, readKinds, readMeasure } from './facts/columns.ts';
import { type ContentInfo, marketsByAccount, readContents } from './facts/contents.ts';
import { type Items, readItems } from './facts/items.ts';
import { convert } from './facts/money.ts';
import { accountsByContent, type Owners } from './facts/owners.ts';
import { EXPECTED_FOR, type Imported, type OtherFiles, readImported } from './imported.ts';
import { accountKey, contentKey } from './keys.ts';
import type { Exchange } from './money.ts';

export { type AccountInfo, platformOf } from './facts/accounts.ts';
export type { ContentInfo } from './facts/contents.ts';

/** Facts of a workbook, sorted for questions about any period. */
export type ReviewFacts = {
  readonly index: FactIndex;
  /** Keys of the index's items, as `contents` has them. */
  readonly keys: readonly string[];
  /** By key of the account. */
  readonly accounts: ReadonlyMap<string, AccountInfo>;
  /** By key of the content. */
  readonly contents: ReadonlyMap<string, ContentInfo>;
  /** Accounts by what names their content; made once. */
  owners(): Owners;
  /** Markets that content names itself, in lower case, by account. */
  readonly marketsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kinds of files that came in the last eight weeks, by key of the account. */
  readonly files: Imported;
  /** Accounts with files of orders, costs and the like, which cover no days. */
  readonly others: ReadonlyMap<string, OtherFiles>;
  /** Days that files of orders span, by key of the account. */
  readonly orderFiles: ReadonlyMap<string, readonly DaySpan[]>;
  /** Keys of the accounts with a file, a figure or content in the last eight weeks. */
  readonly active: ReadonlySet<string>;
  /** Last day that any file of an account reaches, by key of the account. */
  readonly latest: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
};

const MEASURED = MEASURES.filter((measure) => measure.sources.includes('performance'));
const MONEY_KEYS = new Set(MEASURED.filter(({ unit }) => unit === 'money').map(({ key }) => key));

function latestDays({ accountNames, accounts }: Items, to: Float64Array): Map<string, number> {
  const latest = new Float64Array(accountNames.length);
  for (let row = 0; row < to.length; row++) {
    const account = accounts[row] as number;
    const day = to[row] as number;
    if (day > (latest[account] as number)) latest[account] = day;
  }
  const found = accountNames.map((name, account) => [name, latest[account] as number] as const);
  return new Map(found.filter(([, day]) => day > 0));
}

/** By account the day of the first snapshot that reaches the end of a period: its growth has days of the period. */
function lastSnapshots(
  { accountNames, accounts }: Items,
  kinds: Uint8Array,
  to: Float64Array,
  end: number,
): Float64Array {
  const found = new Float64Array(accountNames.length).fill(Infinity);
  for (let row = 0; row < to.length; row++) {
    const account = accounts[row] as number;
    const day = to[row] as number;
    if (kinds[row] === KIND_CUMULATIVE && day >= end && day < (found[account] as number))
      found[account] = day;
  }
  return found.map((day) => (day === Infinity ? end : day));
}

/** Kinds of the facts that say something of days up to the end of a period; the others have none. */
function kindsUpTo(
  end: number,
  items: Items,
  { kinds, from, to }: Pick<Facts, 'kinds' | 'from' | 'to'>,
): Uint8Array {
  const last = lastSnapshots(items, kinds, to, end);
  const found = new Uint8Array(kinds.length);
  for (let row = 0; row < found.length; row++) {
    const kind = kinds[row] as number;
    const isTold =
      kind === KIND_PERIOD
        ? (from[row] as number) <= end
        : (to[row] as number) <= (last[items.accounts[row] as number] as number);
    found[row] = isTold ? kind : KIND_NONE;
  }
  return found;
}

/**
 * Whether an account had a file, a figure or content in the eight weeks up to the end of the reviewed period.
 * @param facts Facts, indexed.
 * @param account Key of the account.
 */
export function isActive(facts: ReviewFacts, account: string): boolean {
  return facts.active.has(account);
}

/**
 * Whether an account is not waited for in a period without any of its files: it was closed, or nothing came for eight
 * weeks.
 * @param facts Facts, indexed.
 * @param account Key of the account.
 * @param from First day of the period, serial.
 * @param to Last day of the period, serial.
 */
export function isOver(facts: ReviewFacts, account: string, from: number, to: number): boolean {
  const days = facts.index.covered.get(account) ?? [];
  if (daysCovered(days, from, to) > 0) return false;
  if (facts.accounts.get(account)?.isClosed === true) return true;
  return !isActive(facts, account) && daysCovered(days, to - EXPECTED_FOR + 1, to) === 0;
}

function readMeasures(table: Table, report: Report): Record<string, MeasureColumn> {
  const measures: Record<string, MeasureColumn> = {};
  for (const { key } of MEASURED) {
    const column = table.columns[key];
    if (column?.some((cell) => cell !== null)) measures[key] = readMeasure(table, key, report);
  }
  return measures;
}

/** Puts a column of its own into the place of a measure, so that it can be converted. */
function converted(measures: Record<string, MeasureColumn>, key: string): Float64Array[] {
  const all = measures[key]?.all;
  if (all === undefined) return [];
  measures[key] = { all, at: (row) => all[row] as number };
  return [all];
}

/** An account with figures or content of its own has more than orders and costs, whatever the log says. */
function withoutFigures(
  others: ReadonlyMap<string, OtherFiles>,
  accounts: readonly string[],
  contents: ReadonlyMap<string, ContentInfo>,
): Map<string, OtherFiles> {
  const measured = new Set([...accounts, ...[...contents.values()].map(({ account }) => account)]);
  return new Map(
    [...others].map(([key, each]) => [key, { ...each, isAll: each.isAll && !measured.has(key) }]),
  );
}

/**
 * The facts of the workbook.
 * @param tables Sheets `performance`, `content`, `accounts` and `imports`.
 * @param exchange Exchange rates; amounts without a rate are left out and named.
 * @param address Names cells for issues.
 * @param end Last day of the reviewed period. Facts that say nothing of the days up to it are left out, so that a
 *   review made again later says the same.
 */
export function readFacts(tables: Tables, exchange: Exchange, address: Address, end: number): ReviewFacts {
  const table = tables.performance as Table;
  const report: Report = { address, issues: [] };
  const accounts = readAccounts(tables.accounts as Table);
  const contents = readContents(tables.content as Table);
  const items = readItems(table);
  const from = readDays(table, 'from', report);
  const to = readDays(table, 'to', report);
  const kinds = readKinds(table, report);
  withoutTotals(items, kinds);
  const measures = withoutDoubles(readMeasures(table, report), items);
  const amounts = [...MONEY_KEYS].flatMap((key) => converted(measures, key));
  const money = { keys: MONEY_KEYS, ...convert(table, amounts, items, accounts, to, exchange) };
  const facts = { ...items, kinds: kindsUpTo(end, items, { kinds, from, to }), from, to, measures, money };
  const log = tables.imports as Table;
  const keyAt = (row: number): string =>
    accountKey(platformOf(cells(log, 'platform')[row]), textOfCell(cells(log, 'account')[row]));
  const imported = readImported(log, keyAt, end);
  const index = indexFacts(facts, {
    publishedOf: (account, content) => contents.get(contentKey(account, content))?.published ?? null,
    imported: imported.spans,
  });
  const keys = index.contentIds.map((id, item) =>
    contentKey(index.accountNames[index.accountOf[item] as number] as string, id),
  );
  const owners = remembered((_: 'all') => accountsByContent(contents));
  return {
    owners: () => owners('all'),
    ...{ index, keys, accounts, contents, marketsOf: marketsByAccount(contents) },
    ...{ files: imported.recent, active: activeAccounts(items, facts, contents, imported.recent, end) },
    orderFiles: imported.orders,
    others: withoutFigures(imported.others, index.accountNames, contents),
    ...{ latest: latestDays(items, to), issues: report.issues },
  };
}

import { type DaySpan, daysCovered } from '../../../src/kpi/coverage.ts';
import type { Issue } from '../../../src/kpi/issue.ts';
import { MEASURES } from '../../../src/kpi/metrics.ts';
import { EXPECTED_FOR, type Imported, readImported } from '../../../src/review/imported.ts';
import { accountKey, accountOfContent, contentKey } from '../../../src/review/keys.ts';
import type { Exchange } from '../../../src/review/money.ts';
import type { Address } from '../../../src/workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../../src/workbook/cells.ts';
import { choiceKey } from '../../../src/workbook/choices.ts';
import { currencyOfCell } from '../../../src/workbook/currencies.ts';
import { isExample } from '../../../src/workbook/examples.ts';
import { ACCOUNT_STATES } from '../../../src/workbook/sheets/accounts.ts';
import { CONTENT_STATUSES, FACT_KINDS, FORMATS, PLATFORMS } from '../../../src/workbook/sheets/choices.ts';
import { cells, type Table, type Tables } from '../../../src/workbook/table.ts';
import type { FactIndex, Facts, Money } from './kpi-facts.ts';
import { indexFacts } from './kpi-index.ts';

/** What is known of a piece of content, beside its figures. */
export type ContentInfo = {
  readonly account: string;
  readonly title: string;
  readonly format: string;
  readonly market: string;
  /** Serial day; null where not known. */
  readonly published: number | null;
  readonly status: string;
  /** Its row in the sheet `content`, from 0. */
  readonly row: number;
};

export type AccountInfo = {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly currency: string;
  readonly owner: string;
  /** Nobody exports files of a closed account any more, and none are missed. */
  readonly isClosed: boolean;
};

/** Facts of a workbook, sorted for questions about any period. */
export type ReviewFacts = {
  readonly index: FactIndex;
  /** By key of the account. */
  readonly accounts: ReadonlyMap<string, AccountInfo>;
  /** By key of the content. */
  readonly contents: ReadonlyMap<string, ContentInfo>;
  /** Markets that content names itself, in lower case, by account. */
  readonly marketsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kinds of files that came in the last eight weeks, by key of the account. */
  readonly files: Imported;
  /** Days that files of orders span, by key of the account. */
  readonly orderFiles: ReadonlyMap<string, readonly DaySpan[]>;
  /** Keys of the accounts with a file, a figure or content in the last eight weeks. */
  readonly active: ReadonlySet<string>;
  /** Last day that any file of an account reaches, by key of the account. */
  readonly latest: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
};

const MEASURE_KEYS = MEASURES.filter((measure) => measure.sources.includes('performance')).map(
  (measure) => measure.key,
);
const MONEY_KEYS = new Set(MEASURES.filter((measure) => measure.unit === 'money').map((each) => each.key));

/** At most so many bad cells of one column are listed one by one. */
const ISSUE_LIMIT = 50;

/** Key of a platform, or the word that a person typed for another one. */
export function platformOf(cell: Parameters<typeof choiceKey>[1]): string {
  return choiceKey(PLATFORMS, cell) ?? textOfCell(cell);
}

function readAccounts(table: Table): Map<string, AccountInfo> {
  const found = new Map<string, AccountInfo>();
  for (let row = 0; row < table.rows; row++) {
    const at = (column: string): string => textOfCell(cells(table, column)[row]);
    const platform = platformOf(cells(table, 'platform')[row]);
    const id = at('id');
    if (id === '') continue;
    found.set(accountKey(platform, id), {
      platform,
      id,
      name: at('name') || id,
      market: at('market'),
      currency: currencyOfCell(cells(table, 'currency')[row]),
      owner: textOfCell(cells(table, 'owner')[row]),
      isClosed: choiceKey(ACCOUNT_STATES, cells(table, 'state')[row]) === 'closed',
    });
  }
  return found;
}

function readContents(table: Table): Map<string, ContentInfo> {
  const column = (key: string) => cells(table, key);
  const [ids, platforms, accounts] = [column('id'), column('platform'), column('account')];
  const [titles, formats, markets] = [column('title'), column('format'), column('market')];
  const [published, statuses] = [column('published'), column('status')];
  const found = new Map<string, ContentInfo>();
  for (let row = 0; row < table.rows; row++) {
    const id = textOfCell(ids[row]);
    if (id === '' || isExample(id)) continue;
    const account = accountKey(platformOf(platforms[row]), textOfCell(accounts[row]));
    found.set(contentKey(account, id), {
      account,
      title: textOfCell(titles[row]) || id,
      format: choiceKey(FORMATS, formats[row]) ?? textOfCell(formats[row]),
      market: textOfCell(markets[row]),
      published: dayOfCellText(published[row] ?? null) ?? null,
      status: choiceKey(CONTENT_STATUSES, statuses[row]) ?? '',
      row,
    });
  }
  return found;
}

function marketsByAccount(contents: ReadonlyMap<string, ContentInfo>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [key, { market }] of contents) {
    if (market === '') continue;
    const account = accountOfContent(key);
    const markets = found.get(account) ?? new Set<string>();
    found.set(account, markets.add(market.toLowerCase()));
  }
  return found;
}

function readMeasure(table: Table, key: string, address: Address, issues: Issue[]): (number | null)[] {
  const column = cells(table, key);
  const values = new Array<number | null>(table.rows);
  let bad = 0;
  for (let row = 0; row < table.rows; row++) {
    const cell = column[row] ?? null;
    const value = typeof cell === 'number' ? cell : numberOfCell(cell);
    if (value === undefined && bad++ < ISSUE_LIMIT) {
      issues.push({ code: 'BAD_NUMBER', at: address('performance', key, row), found: String(cell) });
    }
    values[row] = value ?? null;
  }
  return values;
}

function readDays(table: Table, key: string, address: Address, issues: Issue[]): (number | null)[] {
  let bad = 0;
  return cells(table, key).map((cell, row) => {
    const day = dayOfCellText(cell);
    if (day === undefined && bad++ < ISSUE_LIMIT) {
      issues.push({ code: 'BAD_DATE', at: address('performance', key, row), found: String(cell) });
    }
    return day ?? null;
  });
}

/** A row whose kind is unknown cannot be counted at all. */
function readKinds(table: Table, address: Address, issues: Issue[]): string[] {
  let bad = 0;
  return cells(table, 'kind').map((cell, row) => {
    const kind = choiceKey(FACT_KINDS, cell);
    if (kind === null && cells(table, 'content')[row] != null && bad++ < ISSUE_LIMIT) {
      const expected = FACT_KINDS.flatMap(({ words }) => Object.values(words)).join(', ');
      issues.push({
        code: 'BAD_CHOICE',
        at: address('performance', 'kind', row),
        found: textOfCell(cell),
        expected,
      });
    }
    return kind ?? '';
  });
}

/** How the money of rows is converted; only a row with money asks for its rate. */
function moneyOf(
  columns: readonly (readonly (number | null)[])[],
  currencies: readonly string[],
  days: readonly (number | null)[],
  exchange: Exchange,
): Money {
  const rates = currencies.map((currency, row) =>
    columns.some((values) => values[row] !== null) ? exchange.rateOn(currency, days[row] ?? 0) : null,
  );
  return { keys: MONEY_KEYS, currencies, rates };
}

function inReportingCurrency(values: readonly (number | null)[], { rates }: Money): (number | null)[] {
  return values.map((value, row) => {
    const rate = rates[row] ?? null;
    return value === null || rate === null ? null : value * rate;
  });
}

function latestDays(accounts: readonly string[], to: readonly (number | null)[]): Map<string, number> {
  const found = new Map<string, number>();
  accounts.forEach((account, row) => {
    const day = to[row] ?? null;
    if (day !== null && day > (found.get(account) ?? 0)) found.set(account, day);
  });
  return found;
}

/** By account the day of the first snapshot that reaches the end of a period: its growth has days of the period. */
function lastSnapshots(
  accounts: readonly string[],
  kinds: readonly string[],
  to: readonly (number | null)[],
  end: number,
): Map<string, number> {
  const found = new Map<string, number>();
  accounts.forEach((account, row) => {
    const day = to[row] ?? null;
    if (kinds[row] !== 'cumulative' || day === null || day < end) return;
    found.set(account, Math.min(day, found.get(account) ?? Infinity));
  });
  return found;
}

/** Kinds of the facts that say something of days up to the end of a period; the others have none. */
function kindsUpTo(
  end: number,
  facts: Omit<Facts, 'measures' | 'contents'> & {
    readonly from: readonly (number | null)[];
    readonly to: readonly (number | null)[];
  },
): string[] {
  const { accounts, kinds, from, to } = facts;
  const last = lastSnapshots(accounts, kinds, to, end);
  return kinds.map((kind, row) => {
    if (kind === 'period') return (from[row] ?? Infinity) <= end ? kind : '';
    return (to[row] ?? Infinity) <= (last.get(accounts[row] ?? '') ?? end) ? kind : '';
  });
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

/** Accounts on which something happened in the eight weeks up to the end. */
function activeAccounts(
  { accounts, kinds, to }: Pick<Facts, 'accounts' | 'kinds'> & { readonly to: readonly (number | null)[] },
  contents: ReadonlyMap<string, ContentInfo>,
  files: Imported,
  end: number,
): Set<string> {
  const active = new Set(files.keys());
  const since = end - EXPECTED_FOR;
  to.forEach((day, row) => {
    if (kinds[row] !== '' && (day ?? 0) > since) active.add(accounts[row] ?? '');
  });
  for (const [key, { published }] of contents) {
    if (published !== null && published > since && published <= end) active.add(accountOfContent(key));
  }
  return active;
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
  const issues: Issue[] = [];
  const accounts = readAccounts(tables.accounts as Table);
  const contents = readContents(tables.content as Table);
  const platforms = cells(table, 'platform').map(platformOf);
  const accountIds = cells(table, 'account').map((cell) => textOfCell(cell));
  const keys = platforms.map((platform, row) => accountKey(platform, accountIds[row] ?? ''));
  const from = readDays(table, 'from', address, issues);
  const to = readDays(table, 'to', address, issues);
  const kinds = readKinds(table, address, issues);
  const currencies = cells(table, 'currency').map(
    (cell, row) => currencyOfCell(cell) || (accounts.get(keys[row] ?? '')?.currency ?? ''),
  );
  const measures: Record<string, (number | null)[]> = {};
  for (const key of MEASURE_KEYS) {
    if (table.columns[key] === undefined || table.columns[key].every((cell) => cell === null)) continue;
    measures[key] = readMeasure(table, key, address, issues);
  }
  const inMoney = Object.entries(measures).filter(([key]) => MONEY_KEYS.has(key));
  const money = moneyOf(
    inMoney.map(([, values]) => values),
    currencies,
    to,
    exchange,
  );
  for (const [key, values] of inMoney) measures[key] = inReportingCurrency(values, money);
  const facts: Facts = {
    accounts: keys,
    contents: cells(table, 'content').map((cell) => textOfCell(cell)),
    kinds: kindsUpTo(end, { accounts: keys, kinds, from, to }),
    from,
    to,
    measures,
    money,
  };
  const log = tables.imports as Table;
  const keyAt = (row: number): string =>
    accountKey(platformOf(cells(log, 'platform')[row]), textOfCell(cells(log, 'account')[row]));
  const imported = readImported(log, keyAt, end);
  const index = indexFacts(facts, {
    publishedOf: (account, content) => contents.get(contentKey(account, content))?.published ?? null,
    imported: imported.spans,
  });
  return {
    index,
    accounts,
    contents,
    marketsOf: marketsByAccount(contents),
    files: imported.recent,
    orderFiles: imported.orders,
    active: activeAccounts({ accounts: keys, kinds: facts.kinds, to }, contents, imported.recent, end),
    latest: latestDays(keys, to),
    issues,
  };
}

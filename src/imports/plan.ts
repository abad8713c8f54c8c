import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { emptyTable, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import { chooseAccount } from './account.ts';
import { doubtAsOf, refuseAsOf } from './as-of.ts';
import { commissionCosts, hasCommissions, ofWholeDays } from './commissions.ts';
import { contentRowsOf } from './content-rows.ts';
import type { ExportFormat } from './format.ts';
import { accountCurrencies, knownContent } from './known.ts';
import { joinLines } from './order-lines.ts';
import { settleOrders } from './order-totals.ts';
import {
  type ContentInput,
  contentOfOthers,
  contentOfTwins,
  planAccount,
  planContent,
} from './plan-content.ts';
import { isLogged, type LogCounts, laterImports, planLog } from './plan-log.ts';
import { type FactsPlan, planFacts } from './plan-performance.ts';
import { planRows, type SheetPlan } from './plan-rows.ts';
import type { ImportInput, ImportPlan, ImportResult } from './plan-types.ts';
import type { ExportRows } from './read-export.ts';
import type { RejectedRow } from './reader.ts';
import { rejectedRows, rejectionIssue } from './rejected.ts';
import { rowValues } from './row-values.ts';
import { sameLives } from './same-lives.ts';
import { YEN_OR_YUAN } from './signs.ts';
import { daysOfRows, filePeriod, type Spans, withinRange } from './spans.ts';
import { unknownWords } from './unknown-words.ts';

export type { ImportInput, ImportPlan, ImportResult } from './plan-types.ts';
export { rejectionIssue } from './rejected.ts';

const isChange = ({ appends, updates, removals = [] }: TableChange): boolean =>
  appends.length + updates.length + removals.length > 0;

/** The input with its sheets in hand, and the account that the file belongs to. */
type Work = ContentInput & {
  readonly sheet: (key: string) => Table;
  readonly spans: Spans;
  readonly importId: string;
  readonly fileName: string;
  readonly reporting: string;
};

/**
 * The sheets that an import of a format reads.
 * @param format What the file is.
 * @returns Their keys.
 * @example sheetsOf(formatOf('youtube.content')!) //=> ['accounts', 'content', 'imports', 'performance']
 */
export function sheetsOf(format: ExportFormat): string[] {
  const { goal } = format;
  const costs = hasCommissions(format) ? ['costs'] : [];
  const target = goal === 'content' || goal === 'account' ? ['performance'] : goal === 'none' ? [] : [goal];
  return ['accounts', 'content', 'imports', ...target, ...costs];
}

/** Names of the account that the file gives; the creator of an order is not the shop. */
function namesIn({ exportRows: { fields }, recognition }: ImportInput): readonly Cell[] {
  if (recognition.owner !== null) return [recognition.owner];
  return fields.account_name ?? (recognition.format.goal === 'content' ? (fields.creator ?? []) : []);
}

/** What of the file's orders the workbook may know already; nothing where they name their accounts themselves. */
function ordersIn({ exportRows: { fields }, recognition }: ImportInput, table: Table) {
  if (fields.account?.some((cell) => cell !== null) === true) return undefined;
  const platform = fields.platform === undefined ? recognition.platform : null;
  return { ids: (fields.id ?? []).map(textOfCell), table, platform };
}

/** Whether rows that are written name the account: an account of no row is not made. */
function namesAccount({ account, recognition, language }: Work, { appends, updates }: TableChange): boolean {
  const platform = choiceWord(PLATFORMS, recognition.platform, language);
  return [...appends, ...updates.map(({ values }) => values)].some(
    (row) => row.account === account && (row.platform ?? platform) === platform,
  );
}

function workOf(input: ImportInput, spans: Spans): Work {
  const { exportRows, recognition, tables, language, importId, fileName, reporting } = input;
  const sheet = (key: string): Table => tables[key] ?? emptyTable(key, key);
  const { format, platform } = recognition;
  const contentIds = exportRows.fields.content?.flatMap((cell) => (typeof cell === 'string' ? [cell] : []));
  const account = chooseAccount({
    given: input.account,
    fileName: input.fileName,
    ids: format.goal === 'content' ? exportRows.ids : (contentIds ?? []),
    named: exportRows.fields.account,
    names: namesIn(input),
    orders: format.goal === 'orders' ? ordersIn(input, sheet('orders')) : undefined,
    platform,
    format,
    accounts: sheet('accounts'),
    content: sheet('content'),
  });
  const [accounts, content] = [sheet('accounts'), sheet('content')];
  const known = contentRowsOf(content, platform, account);
  return {
    ...sameLives(exportRows, recognition, content, known),
    recognition,
    account,
    language,
    importId,
    fileName,
    reporting,
    accounts,
    content,
    known,
    sheet,
    spans,
  };
}

function countsOf(rows: ExportRows, { taken, updated, unchanged, rejected = [] }: FilePlan): LogCounts {
  return {
    read: rows.ids.length + rows.repeated + rows.rejected.length,
    taken,
    updated,
    unchanged,
    rejected: rows.rejected.length + rejected.length,
    skipped: rows.skipped,
  };
}

/** Costs and orders that are taken as money of the reporting currency, since nothing names another. */
function assumed({ rows, reporting }: Work, values: readonly RowValues[]): Issue[] {
  const signs = rows.fields.open_sign;
  let count = 0;
  const open: string[] = [];
  values.forEach(({ amount, currency }, row) => {
    if (!amount) return;
    if (signs?.[row]) open.push(textOfCell(currency));
    else if (currency === undefined) count++;
  });
  const unnamed: Issue[] = count === 0 ? [] : [{ code: 'CURRENCY_ASSUMED', values: { count } }];
  return [...openSigns(open, reporting), ...unnamed];
}

/** Amounts with the sign ¥ of which neither the file nor the account, whose currency is given, says what it is. */
function openSigns(ofAccounts: readonly string[], reporting: string): Issue[] {
  const open = ofAccounts.filter((currency) => !YEN_OR_YUAN.includes(currency));
  if (open.length === 0) return [];
  const taken = new Set(open.map((currency) => currency || reporting));
  const values = { count: open.length, currency: [...taken].join(', ') };
  return [{ code: 'CURRENCY_SIGN_OPEN', values }];
}

/** The same of figures, which are all in the currency of their account where the file names none. */
function openFigures({ rows, recognition, account, accounts, reporting }: Work): Issue[] {
  if (rows.currency !== null) return [];
  const own = accountCurrencies(accounts)(recognition.platform, account);
  const signs = rows.fields.open_sign ?? [];
  return openSigns(
    signs.flatMap((sign) => (sign === null ? [] : [own])),
    reporting,
  );
}

type FilePlan = FactsPlan & {
  readonly more: readonly TableChange[];
  /** Rows that could be read, but not taken. */
  readonly rejected?: SheetPlan['rejected'];
  /** Lines of orders that were added to an earlier one; they count as unchanged. */
  readonly joined?: number;
};

/** Figures have no place where a file has no measure that the workbook knows. */
const hasPlace = ({ recognition, rows }: Work): boolean =>
  recognition.format.goal !== 'none' &&
  (recognition.format.goal !== 'account' || Object.keys(rows.measures).length > 0);

/** Tells which imports are newer than the file. */
const laterThan = ({ recognition: { format, platform }, account, spans, sheet }: Work) =>
  laterImports({ imports: sheet('imports'), format, platform, account, asOf: spans.last });

/** What becomes of the file's rows, and of the account and content that they are about. */
function planOfRows(work: Work): FilePlan {
  const { goal } = work.recognition.format;
  if (goal === 'content' || goal === 'account') {
    const facts = planFacts({ ...work, performance: work.sheet('performance'), later: laterThan(work) });
    const content = goal === 'content' ? [planContent(work)] : [];
    const written = [...content, facts.change].some(isChange);
    const notes = [...facts.notes, ...openFigures(work)];
    return { ...facts, notes, more: [...(written ? [planAccount(work)] : []), ...content] };
  }
  if (goal === 'none') throw new Error('No sheet');
  const said = rowValues({
    ...work,
    knownContent: knownContent(work.content, work.recognition.platform),
    currencyOf: accountCurrencies(work.accounts),
  });
  const isOrders = goal === 'orders';
  const { values, notes: settled } = isOrders
    ? settleOrders(said, work.rows, work.recognition)
    : { values: said, notes: [] };
  const rows = isOrders ? joinLines(values) : values;
  const joined = values.length - rows.length;
  const repeated = work.rows.repeated + joined;
  const { format } = work.recognition;
  const later = laterThan(work);
  const { rowNumbers } = work.rows;
  const table = work.sheet(goal);
  const made = planRows({ ...work, sheet: goal, table, values: rows, rowNumbers, repeated, later });
  const unnamed = isOrders || goal === 'costs' ? assumed(work, values) : [];
  const plan = { ...made, notes: [...settled, ...made.notes, ...unnamed] };
  const accounts = namesAccount(work, plan.change) ? [planAccount(work)] : [];
  if (!hasCommissions(format)) return { ...plan, more: accounts, joined };
  const paid = ofWholeDays(commissionCosts(work.rows, values, format.name), values, table);
  const costs = planRows({
    ...work,
    sheet: 'costs',
    table: work.sheet('costs'),
    ...paid,
    repeated: 0,
    later,
  });
  // Its rows are none of the file's, so that one that cannot stand beside another is told, not counted.
  const beside = costs.rejected.map((each) => rejectionIssue(each, work.fileName));
  const left: Issue[] =
    paid.left === 0 ? [] : [{ code: 'COMMISSIONS_PARTIAL', values: { count: paid.left } }];
  const notes = [
    ...plan.notes,
    ...costs.notes.filter(({ code }) => code !== 'NEWER_FILE_KEPT'),
    ...beside,
    ...left,
  ];
  return { ...plan, notes, more: [...accounts, costs.change], joined };
}

function changesOf(
  input: ImportInput,
  work: Work,
  plan: FilePlan,
  issues: readonly Issue[],
  rejected: readonly RejectedRow[],
): TableChange[] {
  const { fileName, importId, who, now } = input;
  const { format, platform } = work.recognition;
  const { last: asOf, first } = work.spans;
  const counts = countsOf(work.rows, plan);
  const imports = work.sheet('imports');
  const log = { ...work, imports, format, platform, asOf, first, counts, fileName, importId, who, now };
  const data = [...plan.more, plan.change].filter(isChange);
  if (data.length === 0 && isLogged(log)) return [];
  return [...data, planLog(log), rejectedRows(input, issues, rejected)].filter(isChange);
}

function warningsOf(work: Work, { joined = 0, notes }: FilePlan, today: number): Issue[] {
  const { rows, recognition, spans } = work;
  const lines: Issue[] = joined === 0 ? [] : [{ code: 'ORDER_LINES_JOINED', values: { count: joined } }];
  if (recognition.isPlatformGuessed === true) {
    const platform = choiceWord(PLATFORMS, recognition.platform, work.language);
    lines.push({ code: 'PLATFORM_GUESSED', values: { platform } });
  }
  lines.push(...unknownWords(rows, recognition, work.language));
  if (recognition.format.goal !== 'content') return [...rows.warnings, ...lines, ...notes];
  return [
    ...rows.warnings,
    ...doubtAsOf(rows, spans.last, today, recognition.format.days),
    ...contentOfOthers(work),
    ...contentOfTwins(work),
    ...notes,
  ];
}

/** A file that is known, but whose rows have no place in a workbook: nothing is read, and the person is told. */
function planNothing(input: ImportInput, work: Work): ImportPlan {
  const { exportRows: rows, recognition, fileName } = input;
  const skipped = rows.skipped + rows.ids.length + rows.repeated + rows.rejected.length;
  const { name, key } = recognition.format;
  const result: ImportResult = {
    file: fileName,
    format: key,
    account: work.account,
    asOf: work.spans.last,
    read: 0,
    taken: 0,
    updated: 0,
    unchanged: 0,
    rejected: [],
    skipped,
    ignoredColumns: recognition.ignoredColumns,
    warnings: [
      { code: 'EXPORT_WITHOUT_PLACE', values: { format: name, count: rows.ids.length } },
      ...rows.warnings.filter(({ code }) => code === 'EXPORT_TABLES_LEFT'),
    ],
    changed: false,
  };
  return { result, changes: [], issues: [] };
}

/**
 * Plans one import: compares the rows of a file with the workbook and says what changes. Nothing is read or written
 * here; all changes together are one import and must be committed at once.
 * @param input The file as read, the workbook as read, and who imports when.
 * @returns Counts, warnings, changes in the order in which sheets depend on each other, and an issue for each rejected
 *   row; a file whose figures the workbook already has gives no changes at all. Or an issue, and then nothing of the
 *   file is taken: AS_OF_IN_FUTURE, PERIOD_UNKNOWN.
 */
export function planImport(input: ImportInput): ImportPlan | { readonly issue: Issue } {
  const today = Math.floor(input.now);
  const { exportRows: rows } = input;
  const recognition = withinRange(input.recognition, rows, input.fileName);
  const asOf = Math.floor(input.asOf);
  const named = input.from === undefined ? null : { from: Math.floor(input.from), to: asOf };
  const period = named ?? filePeriod(recognition, input.fileName);
  const spans = daysOfRows(rows, recognition, { asOf, period });
  if ('issue' in spans) return spans;
  const refused = recognition.format.days === 'row' ? null : refuseAsOf(spans.last, today);
  if (refused !== null) return { issue: refused };
  const work = workOf({ ...input, recognition }, spans);
  if (!hasPlace(work)) return planNothing(input, work);
  const plan = planOfRows(work);
  const rejected = [...rows.rejected, ...(plan.rejected ?? [])];
  const issues = rejected.map((each) => rejectionIssue(each, input.fileName));
  const changes = changesOf(input, work, plan, issues, rejected);
  const result: ImportResult = {
    file: input.fileName,
    format: recognition.format.key,
    account: work.account,
    asOf: spans.last,
    ...countsOf(rows, plan),
    rejected,
    ignoredColumns: recognition.ignoredColumns,
    warnings: warningsOf(work, plan, today),
    changed: changes.length > 0,
  };
  return { result, changes, issues };
}

import type { TextTable } from '../files/table.ts';
import type { Issue } from '../kpi/issue.ts';
import { ownerAbove } from './account.ts';
import { cutOffRow, hasCells, hasRows } from './cut-off.ts';
import type { ColumnFormat, ExportFormat } from './format.ts';
import { formats } from './formats.ts';
import { nameOfMoney, readHeader } from './header.ts';
import { isChinese, languageOf } from './header-language.ts';
import { proposeMapping } from './mapping.ts';
import { type Period, periodOf } from './period.ts';
import { isMeasure } from './spec.ts';

/** A column of the file that the format knows. */
export type MappedColumn = {
  readonly column: ColumnFormat;
  /** Place in the row, from 0. */
  readonly index: number;
  /** Header as it stands in the file. */
  readonly header: string;
};

/** Headers, and the rows below them up to the next section. */
export type Section = {
  /** Which of the table's rows holds the headers, from 0. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
};

/** What a file is, and where its columns stand. */
export type Recognition = Section & {
  readonly format: ExportFormat;
  /** Key of the platform: the format's, or another that the file names. */
  readonly platform: string;
  /** Whether the platform is only the likeliest of several that such files come from. */
  readonly isPlatformGuessed?: boolean;
  /** Which of the file's tables, from 0. */
  readonly table: number;
  /** Currency of the file's amounts where a header names it. */
  readonly currency: string | null;
  /** Whether semicolons part its cells, since commas are decimal marks there. */
  readonly semicolons: boolean;
  /** Whose file it is, as a line above the headers says. */
  readonly owner: string | null;
  /** Days that stand above the headers. */
  readonly period: Period | null;
  /** Headers that nothing is taken from, as they stand in the file. */
  readonly ignoredColumns: readonly string[];
  /** Further tables below the first, with headers of their own. */
  readonly more: readonly Section[];
  /** Names of the file's other tables that are exports of their own, and are not read. */
  readonly leftOut: readonly string[];
};

type Candidate = {
  readonly format: ExportFormat;
  readonly table: number;
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  readonly missing: readonly ColumnFormat[];
  readonly rowsBelow: number;
};

/** Headers stand within the first rows; files with a preamble have had at most six lines before them. */
const ROWS_LOOKED_AT = 30;

/** Names of a row's cells, with the place of the first of each; of money also without a currency that is not known. */
type Names = { readonly all: ReadonlyMap<string, number>; readonly money: ReadonlyMap<string, number> };

const aliasNames = new WeakMap<ColumnFormat, readonly string[]>();

function namesOfColumn(column: ColumnFormat): readonly string[] {
  let names = aliasNames.get(column);
  if (names === undefined) {
    // Of "Amount EUR" and "Amount USD" beside each other each is itself.
    names = column.aliases.flatMap((alias) => {
      const { whole, name } = readHeader(alias);
      return whole === name ? [name] : [whole, name];
    });
    aliasNames.set(column, names);
  }
  return names;
}

/** The place of a column: that of its most preferred alias which the file has. */
function placeOf(column: ColumnFormat, names: Names): number {
  for (const known of column.type === 'money' ? [names.all, names.money] : [names.all]) {
    for (const name of namesOfColumn(column)) {
      const index = known.get(name);
      if (index !== undefined) return index;
    }
  }
  return -1;
}

/** Meta calls a figure's column "Primary" and says above the headers what it is. */
function namesOf(rows: TextTable['rows'], row: number): Names {
  const all = new Map<string, number>();
  const money = new Map<string, number>();
  const headers = rows[row]!.map(readHeader);
  for (const form of ['whole', 'name'] as const) {
    headers.forEach((header, index) => {
      if (header[form] !== '' && !all.has(header[form])) all.set(header[form], index);
    });
  }
  rows[row]!.forEach((text, index) => {
    const bare = nameOfMoney(text);
    if (bare !== null && !money.has(bare)) money.set(bare, index);
  });
  const primary = all.get('primary');
  const title = rows[row - 1]?.[0];
  if (primary !== undefined && title) all.set(readHeader(`Primary: ${title}`).name, primary);
  return { all, money };
}

function matchRow(
  format: ExportFormat,
  texts: readonly string[],
  names: Names,
): Omit<Candidate, 'table'> | null {
  const columns: MappedColumn[] = [];
  const missing: ColumnFormat[] = [];
  for (const column of format.columns) {
    const index = placeOf(column, names);
    if (index >= 0) columns.push({ column, index, header: (texts[index] ?? '').trim() });
    else if (column.needed) missing.push(column);
  }
  if (columns.length === 0 || format.without.some((header) => names.all.has(readHeader(header).name)))
    return null;
  return { format, headerRow: 0, columns, missing, rowsBelow: 0 };
}

function isBetter(one: Candidate, other: Candidate | null): boolean {
  if (other === null) return true;
  const whole = one.missing.length === 0;
  if (whole !== (other.missing.length === 0)) return whole;
  if (one.columns.length !== other.columns.length) return one.columns.length > other.columns.length;
  if (one.missing.length !== other.missing.length) return one.missing.length < other.missing.length;
  return one.rowsBelow > other.rowsBelow;
}

/** What each table of the file looks most like. */
function candidatesOf(tables: readonly TextTable[], all: readonly ExportFormat[]): Candidate[] {
  return tables.flatMap(({ rows }, table) => {
    let best: Candidate | null = null;
    for (let headerRow = 0; headerRow < Math.min(rows.length, ROWS_LOOKED_AT); headerRow++) {
      const names = namesOf(rows, headerRow);
      for (const format of all) {
        const match = matchRow(format, rows[headerRow]!, names);
        if (match === null) continue;
        const candidate = { ...match, table, headerRow, rowsBelow: rows.length - headerRow - 1 };
        if (isBetter(candidate, best)) best = candidate;
      }
    }
    return best ?? [];
  });
}

/** Other tables of a file that a person would miss: whole exports, with rows, also of the same kind. */
function leftOutOf(
  tables: readonly TextTable[],
  candidates: readonly Candidate[],
  best: Candidate,
): string[] {
  return candidates
    .filter(({ table, missing, rowsBelow }) => table !== best.table && missing.length === 0 && rowsBelow > 0)
    .filter(({ format }) => format.goal !== 'none')
    .map(({ table, format }) => `${tables[table]!.name} (${format.name})`);
}

/** Tables that follow in the same sheet, each with headers of its own. */
function furtherSections({ rows }: TextTable, { format, headerRow }: Candidate): Section[] {
  const found: Section[] = [];
  if (!format.stacked) return found;
  for (let row = headerRow + 1; row < rows.length; row++) {
    const match = matchRow(format, rows[row]!, namesOf(rows, row));
    if (match !== null && match.missing.length === 0) found.push({ headerRow: row, columns: match.columns });
  }
  return found;
}

function currencyOf(texts: readonly string[], columns: readonly MappedColumn[]): string | null {
  for (const { column, index } of columns) {
    const currency = column.type === 'money' ? readHeader(texts[index] ?? '').currency : null;
    if (currency !== null) return currency;
  }
  return null;
}

/** Fields that only check others: ads and product exports have figures that no sheet takes. */
function isChecked({ goal, checks }: ExportFormat, { column: { field } }: MappedColumn): boolean {
  if (goal !== 'products' && goal !== 'costs') return false;
  const parts = checks.flatMap((check) => [check.field, check.numerator, check.most, check.least]);
  return field !== 'amount' && (parts.includes(field) || isMeasure(field));
}

function ignoredIn({ rows }: TextTable, format: ExportFormat, sections: readonly Section[]): string[] {
  const found = new Set<string>();
  for (const { headerRow, columns } of sections) {
    const taken = columns.filter((mapped) => !isChecked(format, mapped));
    const used = new Set(taken.map(({ index }) => index));
    rows[headerRow]!.forEach((text, index) => {
      if (!used.has(index) && text.trim() !== '') found.add(text);
    });
  }
  return [...found];
}

function platformOf(
  { platform, platformWords }: ExportFormat,
  text: string,
): Pick<Recognition, 'platform' | 'isPlatformGuessed'> {
  if (platformWords === undefined) return { platform };
  const folded = text.toLowerCase();
  for (const [word, other] of Object.entries(platformWords))
    if (folded.includes(word)) return { platform: other };
  return { platform, isPlatformGuessed: !folded.includes(platform) };
}

function recognitionOf(table: TextTable, best: Candidate, leftOut: readonly string[]): Recognition {
  const { format, headerRow, columns } = best;
  const above = table.rows.slice(0, headerRow).flat().join(' ');
  const more = furtherSections(table, best);
  return {
    format,
    ...platformOf(format, `${above} ${table.name}`),
    table: best.table,
    headerRow,
    columns,
    currency: currencyOf(table.rows[headerRow]!, columns) ?? format.currency ?? null,
    semicolons: table.semicolons === true,
    owner: ownerAbove(table.rows.slice(0, headerRow)),
    period: periodOf(above, format.dateOrder),
    ignoredColumns: ignoredIn(table, format, [{ headerRow, columns }, ...more]),
    more,
    leftOut,
  };
}

/** A format that a person put in the place of the recognised one, where the file has every column that they named. */
function contradictionOf(
  tables: readonly TextTable[],
  own: readonly ExportFormat[],
  best: Candidate,
): Candidate | null {
  for (const format of own) {
    if (format.over !== best.format.key) continue;
    const found = candidatesOf(tables, [format]).find(
      ({ columns }) => columns.length === format.columns.length,
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** Headers by which columns are asked for: those of the platform in the file's own language. */
function missingIssue({ format, missing }: Candidate, headers: readonly string[]): Issue {
  const english = missing.map(({ aliases }) => aliases[0]).join(', ');
  const chinese = missing.map(({ aliases }) => aliases.find(isChinese) ?? aliases[0]).join('、');
  const language = languageOf(headers);
  const values = { format: format.name, missing: language === 'zh-CN' ? chinese : english };
  const isOpen = language !== 'zh-CN' && language !== 'en' && chinese !== english;
  const code = 'EXPORT_COLUMNS_MISSING';
  return { code, values: isOpen ? { ...values, 'missing_zh-CN': chinese } : values };
}

/**
 * Whether a table is more likely something that no export is than an export without the column that says what a row is:
 * a day and figures stand in tables of every kind.
 */
function isOfAnotherKind({ format, missing, columns }: Candidate, table: TextTable): boolean {
  const [identity] = format.identity;
  if (format.key.startsWith('own.') || !missing.some(({ field }) => field === identity)) return false;
  const proposal = proposeMapping(table);
  if (proposal === null || proposal.missing.length > 0 || proposal.mapping.goal === format.goal) return false;
  const found = Object.keys(proposal.mapping.columns).length;
  return proposal.mapping.goal === 'account' || found >= columns.length;
}

function unknown(tables: readonly TextTable[]): { readonly issue: Issue } {
  const first = tables.flatMap((table) => table.rows.slice(0, 1))[0] ?? [];
  return { issue: { code: 'EXPORT_UNKNOWN', found: first.slice(0, 6).join(' · ').slice(0, 200) } };
}

/**
 * Finds out which export a file is: by its headers, whatever their row, order, language and currency.
 * @param tables Tables of the file.
 * @param own Formats that people made of mappings; they come before the known ones, and one that a person put in the
 *   place of a known one (`over`) counts for the files that were taken for that one.
 * @param known All others.
 * @returns The format with the place of its columns; or an issue: EXPORT_UNKNOWN, EXPORT_COLUMNS_MISSING (says what the
 *   file looks most like and what it lacks), EXPORT_NO_ROWS, EXPORT_ONLY_TOTALS, FILE_TRUNCATED (ends within a row).
 * @example recognise([{ name: 'Table data.csv', rows: [['Content', 'Views'], ['F3HVs95pagk', '7']] }])
 *   //=> { format: { key: 'youtube.content', … }, table: 0, headerRow: 0, columns: […], … }
 */
export function recognise(
  tables: readonly TextTable[],
  own: readonly ExportFormat[] = [],
  known: readonly ExportFormat[] = formats(),
): Recognition | { readonly issue: Issue } {
  const plain = own.filter(({ over }) => !known.some(({ key }) => key === over));
  const candidates = candidatesOf(tables, [...plain, ...known]);
  const likely = candidates.reduce<Candidate | null>((one, each) => (isBetter(each, one) ? each : one), null);
  const best = likely === null ? null : (contradictionOf(tables, own, likely) ?? likely);
  if (best === null || (best.missing.length > 0 && best.columns.length < 2)) return unknown(tables);
  const table = tables[best.table]!;
  if (best.missing.length > 0) {
    if (isOfAnotherKind(best, table)) return unknown([{ ...table, rows: table.rows.slice(best.headerRow) }]);
    return { issue: missingIssue(best, table.rows[best.headerRow]!) };
  }
  const recognition = recognitionOf(table, best, leftOutOf(tables, candidates, best));
  const cutOff = cutOffRow(table, recognition);
  if (cutOff !== null) return { issue: { code: 'FILE_TRUNCATED', values: { row: cutOff } } };
  if (hasRows(table, recognition)) return recognition;
  const code = hasCells(table, best.headerRow) ? 'EXPORT_ONLY_TOTALS' : 'EXPORT_NO_ROWS';
  return { issue: { code } };
}

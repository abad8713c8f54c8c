// What people type is read by those who need it, and what they cannot read drops out of the figures. Here every cell
// that was read is held against what its column says of itself, so that nothing drops out unnamed.
import type { Cell, Issue } from '../kpi/issue.ts';
import type { Address } from './address.ts';
import { dateOfCellText, numberOfCell, textOfCell } from './cells.ts';
import { choiceKey } from './choices.ts';
import { currencyOfCell } from './currencies.ts';
import { isExample } from './examples.ts';
import { FORMATS, PLATFORMS } from './sheets/choices.ts';
import { sheetTemplate } from './sheets/index.ts';
import { cells, type Table, type Tables } from './table.ts';
import type { ColumnTemplate, ColumnType, Language } from './template.ts';
import { weekOfCell } from './weeks.ts';

/** What is wrong with a cell, without its place. */
type Finding = Pick<Issue, 'code' | 'expected' | 'values'>;
type Check = (cell: Cell) => Finding | null;

/** At most so many cells of one column are named one by one. */
const LIMIT = 50;
const NUMBERS: ReadonlySet<ColumnType> = new Set([
  ...(['count', 'number', 'money', 'percent', 'ratio', 'seconds', 'hours'] as const),
]);
/** Teams sell and publish elsewhere, too: a word of their own is a platform or a form like another. */
const OPEN_CHOICES: readonly unknown[] = [PLATFORMS, FORMATS];

const RIGHT_DAY = '2026-11-22';
const RIGHT_MOMENT = '2026-11-22 09:00';
const LINK = /^https?:\/\/[^\s/?#]+/i;
const ANY_DAY = 46342;

/** Columns of text in which not every text can be meant; by their own key, or with that of their sheet. */
const TEXTS: Readonly<Record<string, Check>> = {
  currency: (cell) =>
    /^[A-Z]{3}$/.test(currencyOfCell(cell)) ? null : { code: 'BAD_CURRENCY', expected: 'USD' },
  'content.link': (cell) =>
    LINK.test(textOfCell(cell)) ? null : { code: 'BAD_LINK', expected: `https://${textOfCell(cell)}` },
  'actions.week': (cell) =>
    weekOfCell(cell, ANY_DAY) === undefined ? { code: 'BAD_WEEK', expected: '2026-W47' } : null,
};

function dateCheck(type: ColumnType): Check {
  const expected = type === 'datetime' ? RIGHT_MOMENT : RIGHT_DAY;
  return (cell) => (dateOfCellText(cell) === undefined ? { code: 'BAD_DATE', expected } : null);
}

function numberCheck({ rule }: ColumnTemplate): Check {
  const { low = -Infinity, high = Infinity } = rule !== undefined && 'low' in rule ? rule : {};
  const expected = high === Infinity ? `≥ ${low}` : `${low} – ${high}`;
  return (cell) => {
    const value = numberOfCell(cell);
    if (value === undefined) return { code: 'BAD_NUMBER', expected: '1234.5' };
    return value !== null && (value < low || value > high) ? { code: 'OUT_OF_BOUNDS', expected } : null;
  };
}

function choiceCheck({ choices = [] }: ColumnTemplate, language: Language): Check | null {
  if (choices.length === 0 || OPEN_CHOICES.includes(choices)) return null;
  const expected = choices.map(({ words }) => words[language]).join(language === 'zh-CN' ? '、' : ', ');
  return (cell) => (choiceKey(choices, cell) === null ? { code: 'BAD_CHOICE', expected } : null);
}

/** What may stand in a column of ids; a KPI may name an account as people know it. */
function idsIn(tables: Tables, sheet: string, column: string, from: string): Set<string> {
  const table = tables[sheet];
  if (table === undefined) return new Set();
  const keys = from === 'tree' && sheet === 'accounts' ? [column, 'name'] : [column];
  const names = keys.flatMap((key) => cells(table, key).map((cell) => textOfCell(cell).toLowerCase()));
  return new Set(names.filter((name) => name !== ''));
}

/** Ids lead to figures; a person who is not in the team may still own something. */
function listCheck(
  { type, rule }: ColumnTemplate,
  from: string,
  tables: Tables,
  language: Language,
): Check | null {
  if (type !== 'id' || rule === undefined || !('oneOf' in rule)) return null;
  const [sheet, column] = rule.oneOf;
  const known = idsIn(tables, sheet, column, from);
  if (known.size === 0) return null;
  const { columns, titles } = sheetTemplate(sheet);
  const header = columns.find(({ key }) => key === column)?.header[language] ?? column;
  const list = `${tables[sheet]?.title ?? titles[language]} › ${header}`;
  return (cell) =>
    known.has(textOfCell(cell).toLowerCase()) ? null : { code: 'NOT_LISTED', expected: list };
}

function checkOf(column: ColumnTemplate, sheet: string, tables: Tables, language: Language): Check | null {
  const { key, type } = column;
  if (type === 'date' || type === 'datetime') return dateCheck(type);
  if (NUMBERS.has(type)) return numberCheck(column);
  const text = TEXTS[`${sheet}.${key}`] ?? TEXTS[key];
  if (text !== undefined) return text;
  return choiceCheck(column, language) ?? listCheck(column, sheet, tables, language);
}

function faultsIn(
  column: readonly Cell[],
  check: Check,
  isPassed: (row: number) => boolean,
): [number, Finding][] {
  const found: [number, Finding][] = [];
  for (let row = 0; row < column.length && found.length < LIMIT; row++) {
    const cell = column[row] ?? null;
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    const finding = check(cell);
    if (finding !== null && !isPassed(row)) found.push([row, finding]);
  }
  return found;
}

/** Columns that people fill, as far as they were read. */
function typedColumns(table: Table): readonly ColumnTemplate[] {
  const { columns, imported } = sheetTemplate(table.key);
  if (imported === true) return [];
  return columns.filter(
    ({ key, formula, managed }) =>
      formula === undefined && managed !== true && table.columns[key] !== undefined,
  );
}

/**
 * The cells of a sheet that do not hold what their columns are for: no number or date, beyond bounds, none of the choices,
 * an id that is nowhere. Empty cells, rows of examples and what the add-on fills itself are fine.
 * @param table The sheet.
 * @param tables All that was read, for columns that name rows of other sheets.
 * @param address Names cells for issues.
 * @param language Of the choices that would be right.
 * @returns An issue a cell, with what was found and what would be right; at most 50 a column.
 */
export function cellFaults(table: Table, tables: Tables, address: Address, language: Language): Issue[] {
  const ids = [cells(table, 'content'), cells(table, table.key === 'products' ? 'sku' : 'id')];
  const isPassed = (row: number): boolean => ids.some((column) => isExample(column[row]));
  return typedColumns(table).flatMap((column) => {
    const check = checkOf(column, table.key, tables, language);
    if (check === null) return [];
    const read = cells(table, column.key);
    return faultsIn(read, check, isPassed).map(
      ([row, finding]): Issue => ({
        ...finding,
        at: address(table.key, column.key, row),
        found: textOfCell(read[row]),
      }),
    );
  });
}

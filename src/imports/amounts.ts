import type { TextTable } from '../files/table.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import { textsOf } from './contexts.ts';
import type { Goal } from './format.ts';
import { readHeader } from './header.ts';
import { languageOf } from './header-language.ts';
import type { MappedColumn, Recognition } from './recognise.ts';
import { currencyOfAmount, hasOpenSign, isOfOther, YEN_OR_YUAN } from './signs.ts';

type Rows = readonly (readonly string[])[];

/** Rows of these may each be in a currency of their own. */
export const OWN_CURRENCY: readonly Goal[] = ['orders', 'costs'];
/** All rows of a file of these are in one currency. */
const ONE_CURRENCY: readonly Goal[] = ['content', 'account'];

const isMoney = ({ column }: MappedColumn): boolean => column.type === 'money';
const hasYenHeader = ({ header }: MappedColumn): boolean => /[(（]\s*[¥￥]\s*[)）]\s*$/.test(header);

/**
 * What the sign ¥ stands for in a file: what its headers and its other amounts say, where they do not contradict each
 * other.
 * @param table The file's table.
 * @param recognition Its columns.
 * @returns CNY or JPY; null where the file does not say it, or does not use the sign.
 */
export function yenOf({ rows }: TextTable, { headerRow, columns, currency }: Recognition): string | null {
  if (currency !== null && YEN_OR_YUAN.includes(currency)) return currency;
  const body = rows.slice(headerRow + 1);
  const money = columns.filter(isMoney);
  let isUsed = money.some(hasYenHeader);
  const named = new Set<string | null>();
  for (const text of textsOf(body, money)) {
    if (hasOpenSign(text)) isUsed = true;
    else named.add(currencyOfAmount(text));
  }
  if (!isUsed) return null;
  const own = columns.filter(({ column }) => column.field === 'currency');
  for (const text of textsOf(body, own)) named.add(currencyOfCell(text));
  const language = languageOf(rows[headerRow] ?? []);
  if (language === 'zh-CN') named.add('CNY');
  if (language === 'ja') named.add('JPY');
  const isYuan = named.has('CNY');
  if (isYuan === named.has('JPY')) return null;
  return isYuan ? 'CNY' : 'JPY';
}

/** The currency that a header names, ¥ as it is meant in the file; none where it names none. */
function namedBy(mapped: MappedColumn, yen: string | null): readonly string[] {
  const { currency } = readHeader(mapped.header);
  if (currency !== null) return [currency];
  if (!hasYenHeader(mapped)) return [];
  return yen === null ? YEN_OR_YUAN : [yen];
}

/** The first currency that amounts name, for files of which all amounts are of one. */
function firstOf(rows: Rows, columns: readonly MappedColumn[], yen: string | null): readonly string[] {
  for (const text of textsOf(rows, columns)) {
    const currency = currencyOfAmount(text, yen);
    if (currency !== null) return [currency];
    if (hasOpenSign(text)) return YEN_OR_YUAN;
  }
  return [];
}

/** What the amounts of a section are in. */
export class Amounts {
  private readonly goal: Goal;
  private readonly yen: string | null;
  private readonly money: readonly MappedColumn[];
  /** Columns of money whose cells say what a row is in: none where a header does. */
  private readonly signed: readonly MappedColumn[];
  private readonly named: ReadonlyMap<MappedColumn, readonly string[]>;

  /**
   * @param rows Rows below the headers.
   * @param columns Columns of the section.
   * @param recognition What the file is.
   * @param yen What the sign ¥ stands for in it.
   */
  constructor(
    rows: Rows,
    columns: readonly MappedColumn[],
    { format: { goal }, currency }: Recognition,
    yen: string | null,
  ) {
    this.goal = goal;
    this.yen = yen;
    this.money = columns.filter(isMoney);
    const ofHeader = this.money.flatMap((at) => readHeader(at.header).currency ?? [])[0];
    // What a header says of its currency holds for the signs of its row, which several may share.
    this.signed = ofHeader === undefined ? this.money : [];
    const isOne = ONE_CURRENCY.includes(goal);
    const usual = ofHeader ?? (isOne ? currency : null);
    const ofFile = usual !== null ? [usual] : isOne ? firstOf(rows, this.money, yen) : [];
    this.named = new Map(
      this.money.map((at) => {
        const own = namedBy(at, yen);
        return [at, own.length > 0 ? own : ofFile];
      }),
    );
  }

  /** The currency of a row, as the signs of its amounts say. */
  currencyOf(cells: readonly string[]): string | null {
    return currencyOfCells([cells], this.signed, this.yen);
  }

  /** Whether a row has an amount in yen or yuan, and nothing says in which. */
  isOpen(cells: readonly string[]): boolean {
    return (
      this.yen === null &&
      this.signed.some((at) => {
        const text = cells[at.index] ?? '';
        return hasOpenSign(text) || (hasYenHeader(at) && /\d/.test(text) && this.currencyOf(cells) === null);
      })
    );
  }

  /**
   * An amount whose own sign names another currency than its column, its file or its row: it must not pass for one of
   * theirs.
   * @param cells A row.
   * @param own What its column of currencies says.
   * @returns Where it stands, and what it should be in; null where there is none.
   */
  strayIn(cells: readonly string[], own: string): { at: MappedColumn; expected: string } | null {
    if (!ONE_CURRENCY.includes(this.goal) && !OWN_CURRENCY.includes(this.goal)) return null;
    for (const at of this.money) {
      const named = this.named.get(at)!;
      const expected = named.length > 0 || !/^[A-Z]{3}$/.test(own) ? named : [own];
      const text = cells[at.index] ?? '';
      if (expected.length > 0 && expected.every((currency) => isOfOther(text, currency)))
        return { at, expected: expected.join(' / ') };
    }
    return null;
  }
}

/**
 * The currency that amounts name themselves.
 * @param rows Rows below the headers.
 * @param columns Columns of the file.
 * @param yen What the sign ¥ stands for in the file.
 * @returns ISO code; null where no amount has one, or they have several.
 */
export function currencyOfCells(
  rows: Rows,
  columns: readonly MappedColumn[],
  yen: string | null,
): string | null {
  const found = new Set<string>();
  for (const text of textsOf(rows, columns.filter(isMoney))) {
    const currency = currencyOfAmount(text, yen);
    if (currency !== null) found.add(currency);
  }
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The currency of all amounts of a file, as its headers and the signs of its amounts say.
 * @param table The file's table.
 * @param recognition Its columns.
 * @param yen What the sign ¥ stands for in it.
 * @param ofRows The one currency that rows name in a column of their own.
 */
export function currencyOfFile(
  { rows }: TextTable,
  { currency, columns, headerRow, format }: Recognition,
  yen: string | null,
  ofRows: string | null,
): string | null {
  if (currency !== null) return currency;
  if (yen !== null && columns.some((at) => isMoney(at) && hasYenHeader(at))) return yen;
  const body = rows.slice(headerRow + 1);
  if (!ONE_CURRENCY.includes(format.goal)) return ofRows ?? currencyOfCells(body, columns, yen);
  // Rows in another one are not taken.
  const [first, ...others] = firstOf(body, columns.filter(isMoney), yen);
  return ofRows ?? (others.length === 0 ? (first ?? null) : null);
}

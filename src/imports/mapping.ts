import type { TextTable } from '../files/table.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import type { ColumnTemplate, ColumnType, Language } from '../workbook/template.ts';
import type { CellType, ExportFormat, Goal } from './format.ts';
import { formats } from './formats.ts';
import { readHeader } from './header.ts';
import { formatOfSpec, isMeasure, typeOfField } from './spec.ts';

/**
 * How the columns of a file that no format knows are to be read: proposed from its headers, confirmed by a person once,
 * and kept by the workbook for the next such file.
 */
export type FileMapping = {
  /** Name that people know the export by. */
  readonly name: string;
  /** Key of the platform's choice. */
  readonly platform: string;
  readonly goal: Exclude<Goal, 'none'>;
  readonly kind: 'cumulative' | 'period';
  /** Headers of the file by the field that takes them. */
  readonly columns: Readonly<Record<string, string>>;
  /** ISO code of all amounts, where no column and no header says it. */
  readonly currency?: string | undefined;
  /** Key of the format that such a file is taken for, where a person says that it is something else. */
  readonly over?: string | undefined;
};

/** A mapping that a person has still to confirm; `kind` is null while nobody knows what the figures are. */
export type DraftMapping = Omit<FileMapping, 'kind'> & { readonly kind: FileMapping['kind'] | null };

/** What a file seems to hold; a person confirms or changes it. */
export type Proposal = {
  readonly mapping: DraftMapping;
  /** Which of the table's rows holds the headers, from 0. */
  readonly headerRow: number;
  /** Headers for which no field was found. */
  readonly open: readonly string[];
  /** Fields without which the rows cannot be taken. */
  readonly missing: readonly string[];
  /** What its columns would be if its rows were something else. */
  readonly columnsOf: Readonly<Record<FileMapping['goal'], Readonly<Record<string, string>>>>;
  /** The header that shows what kind the figures are. */
  readonly kindFrom?: string;
};

const TO_DATE =
  /lifetime|to date|cumulative|all[- ]time|since (?:publi|post|upload)|累计|至今|总播放|总观看/i;
const IN_PERIOD =
  /\b(?:daily|weekly|this week|per day|in period|last \d+ days)\b|当日|日新增|本周|周期内|近\d+天/i;

/** What the headers say of the figures: totals to date, or those of a period; nothing where they say both or neither. */
function kindIn(headers: readonly string[]): { kind: FileMapping['kind']; from: string } | null {
  const total = headers.find((header) => TO_DATE.test(header));
  const period = headers.find((header) => IN_PERIOD.test(header));
  if ((total === undefined) === (period === undefined)) return null;
  return { kind: total === undefined ? 'period' : 'cumulative', from: (total ?? period ?? '').trim() };
}

/** Fields without which a row of a goal cannot be taken. */
const NEEDED: Readonly<Record<FileMapping['goal'], readonly string[]>> = {
  content: ['id'],
  account: ['date'],
  orders: ['id', 'date', 'amount'],
  costs: ['date', 'amount'],
  products: ['sku'],
  comments: ['text', 'posted'],
};

const SHEETS_OF: Readonly<Record<FileMapping['goal'], readonly string[]>> = {
  content: ['content', 'performance'],
  account: ['performance'],
  orders: ['orders'],
  costs: ['costs'],
  products: ['products'],
  comments: ['comments'],
};

const ROWS_LOOKED_AT = 30;

const TYPES: Readonly<Record<ColumnType, CellType>> = {
  id: 'id',
  text: 'text',
  choice: 'text',
  boolean: 'text',
  ratio: 'decimal',
  date: 'date',
  datetime: 'date',
  count: 'count',
  money: 'money',
  percent: 'rate',
  seconds: 'duration',
  hours: 'decimal',
  number: 'decimal',
};

/** How the cells of a field are read: as its column in the sheet says. */
function typeIn(goal: FileMapping['goal'], field: string): CellType {
  for (const key of SHEETS_OF[goal]) {
    const column = sheetTemplate(key).columns.find((each) => each.key === field);
    if (column !== undefined) return field.startsWith('utm_') ? 'text' : TYPES[column.type];
  }
  return typeOfField(field);
}

/** Columns that a file can fill. The add-on names the import itself, and all content of a file is of one platform. */
function columnsOf(goal: FileMapping['goal']): ColumnTemplate[] {
  return SHEETS_OF[goal].flatMap((sheet) =>
    sheetTemplate(sheet).columns.filter(({ key, formula, managed }) => {
      if (formula !== undefined || managed || key === 'import') return false;
      if (sheet === 'performance') return isMeasure(key);
      return sheet !== 'content' || key !== 'platform';
    }),
  );
}

/** Fields of a goal by what exports and the workbook itself call them; what was said first counts. */
function dictionaryOf(goal: FileMapping['goal']): Map<string, string> {
  const known = new Map<string, string>();
  const learn = (header: string, field: string): void => {
    const { name } = readHeader(header);
    if (!known.has(name)) known.set(name, field);
  };
  for (const { key, header } of columnsOf(goal)) for (const word of Object.values(header)) learn(word, key);
  if (goal === 'account') for (const word of ['Date', 'Day', '日期']) learn(word, 'date');
  for (const format of formats()) {
    if (format.goal !== goal) continue;
    for (const column of format.columns) {
      const isOfSheet = column.target !== 'field' || NEEDED[goal].includes(column.field);
      if (!isOfSheet && goal === 'content') continue;
      for (const alias of column.aliases) learn(alias, column.field);
    }
  }
  return known;
}

function columnsBy(
  headers: readonly string[],
  dictionary: ReadonlyMap<string, string>,
): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const header of headers) {
    const field = dictionary.get(readHeader(header).name);
    if (field !== undefined && columns[field] === undefined) columns[field] = header.trim();
  }
  return columns;
}

/** The row with the most texts that are no figures: headers, wherever they stand. */
function headerRowOf({ rows }: TextTable): number {
  const texts = (row: readonly string[]): number =>
    new Set(row.filter((cell) => /\p{L}/u.test(cell)).map((cell) => cell.trim())).size;
  let best = 0;
  for (let row = 1; row < Math.min(rows.length, ROWS_LOOKED_AT); row++) {
    if (texts(rows[row]!) > texts(rows[best]!)) best = row;
  }
  return best;
}

function platformIn(text: string): string {
  const folded = text.toLowerCase().replace(/[_-]/g, ' ');
  const named = PLATFORMS.find(({ words }) =>
    Object.values(words).some((word) => folded.includes(word.toLowerCase())),
  );
  return named?.key ?? 'other';
}

/**
 * Proposes how to read a file that no format knows: what its rows are about, and which field takes which column.
 * @param table Table of the file.
 * @returns The proposal with the fewest missing and the most found fields; null for a table without headers.
 * @example proposeMapping({ name: 'x.csv', rows: [['Day', 'SKU', 'Amount', 'Order ID'], …] })?.mapping.goal //=> 'orders'
 */
export function proposeMapping(table: TextTable): Proposal | null {
  const headerRow = headerRowOf(table);
  const headers = (table.rows[headerRow] ?? []).filter((cell) => cell.trim() !== '');
  if (headers.length < 2) return null;
  const goals = Object.keys(NEEDED) as FileMapping['goal'][];
  const tried = goals.map((goal) => {
    const columns = columnsBy(headers, dictionaryOf(goal));
    const missing = NEEDED[goal].filter((field) => columns[field] === undefined);
    return { goal, columns, missing };
  });
  const found = (each: { readonly columns: object }): number => Object.keys(each.columns).length;
  const [best] = tried.sort((a, b) => a.missing.length - b.missing.length || found(b) - found(a));
  const { goal, columns, missing } = best!;
  const taken = new Set(Object.values(columns));
  const said = kindIn(headers);
  const columnsOf = Object.fromEntries(tried.map((each) => [each.goal, each.columns]));
  return {
    mapping: { name: table.name, platform: platformIn(table.name), goal, kind: said?.kind ?? null, columns },
    headerRow,
    columnsOf: columnsOf as Proposal['columnsOf'],
    ...(said === null ? {} : { kindFrom: said.from }),
    open: headers.map((header) => header.trim()).filter((header) => !taken.has(header)),
    missing,
  };
}

/**
 * The format that a confirmed mapping stands for; `recognise` takes it beside the known ones.
 * @param mapping As a person confirmed it.
 * @returns The format; its key is `own.` and the goal, so that what is imported under it is known again.
 */
export function formatOfMapping(mapping: FileMapping): ExportFormat {
  const { name, platform, goal, kind, columns, over, currency } = mapping;
  const needed = new Set(NEEDED[goal]);
  const spec = Object.fromEntries(
    Object.entries(columns).map(([field, header]) => {
      return [`${field}:${typeIn(goal, field)}${needed.has(field) ? '!' : ''}`, [header]];
    }),
  );
  const days = goal === 'costs' ? { days: 'row' as const } : {};
  const kinds = kind === 'cumulative' ? { kind } : {};
  const format = formatOfSpec({ key: `own.${goal}`, name, platform, goal, columns: spec, ...days, ...kinds });
  const said = currency === undefined ? {} : { currency };
  return { ...format, ...said, ...(over === undefined ? {} : { over }) };
}

/** A field that a column can go to. */
export type MappingField = {
  readonly goal: FileMapping['goal'];
  readonly field: string;
  /** As the sheet calls it. */
  readonly label: string;
  readonly needed: boolean;
};

/**
 * The fields of every goal, as the sheets call them, the needed ones first.
 * @param language Language of the labels.
 */
export function mappingFields(language: Language): MappingField[] {
  return (Object.keys(NEEDED) as FileMapping['goal'][]).flatMap((goal) => {
    const known = columnsOf(goal).map(({ key, header }) => ({ field: key, label: header[language] }));
    const day = { field: 'date', label: sheetTemplate('orders').columns[1]?.header[language] ?? 'date' };
    const all = known.some(({ field }) => field === 'date') || goal !== 'account' ? known : [day, ...known];
    const fields = all.map((each) => ({ ...each, goal, needed: NEEDED[goal].includes(each.field) }));
    return [...fields.filter(({ needed }) => needed), ...fields.filter(({ needed }) => !needed)];
  });
}

const isTextRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

/**
 * A mapping as the workbook keeps it.
 * @param text JSON; people can write it too.
 * @returns The mapping; null for anything else.
 */
export function readMapping(text: string): FileMapping | null {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const { name, platform, goal, kind, columns, over, currency } = value;
    const isKind = kind === 'period' || kind === 'cumulative';
    if (typeof name !== 'string' || typeof platform !== 'string' || !isKind || !isTextRecord(columns))
      return null;
    if (typeof goal !== 'string' || !Object.keys(NEEDED).includes(goal)) return null;
    const instead = typeof over === 'string' ? { over } : {};
    const money = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {};
    return { name, platform, goal: goal as FileMapping['goal'], kind, columns, ...money, ...instead };
  } catch {
    return null;
  }
}

import { metricOf } from '../kpi/metrics.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import type {
  CellType,
  ColumnFormat,
  ColumnTarget,
  DerivedField,
  ExportFormat,
  Goal,
  RatioCheck,
} from './format.ts';

/**
 * A format as it is written down, short because every byte of it loads with each call of the add-on.
 *
 * Columns: by field, the headers with ` | ` between them (or as a list), the preferred one first. A field ends in `!` where a row needs
 * its cell, in `?` where a file needs the column but not every row its cell, and may name its type: `ctr:rate`.
 * `checks`: `gpm = gmv / views * 1000`; `derived`: `watch_hours = views * average / 3600`.
 */
export type FormatSpec = {
  readonly key: string;
  readonly name: string;
  /** Left out where it is the beginning of the key. */
  readonly platform?: string;
  readonly platformWords?: Readonly<Record<string, string>>;
  readonly goal: Goal;
  readonly kind?: 'cumulative';
  readonly days?: ExportFormat['days'];
  readonly ranged?: true;
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly identity?: readonly string[];
  readonly instead?: readonly string[];
  /** Pattern of content identifiers and an example. */
  readonly ids?: readonly [pattern: string, example: string];
  readonly accountPattern?: string;
  readonly derived?: readonly string[];
  readonly checks?: readonly string[];
  readonly totalField?: string;
  readonly rowLimit?: number;
  /** What the platform puts into file names; `=views` where it is all of the name, `content <dates>` before a range. */
  readonly fileWords?: readonly string[];
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly without?: string;
  readonly stacked?: true;
  readonly carried?: readonly string[];
  readonly form?: string;
  /** Every figure may be below zero. */
  readonly net?: true;
};

/** Columns of the `content` sheet that a file can fill; platform and account are those of the whole file. */
const contentFields = (): ReadonlySet<string> =>
  new Set(
    sheetTemplate('content')
      .columns.filter(({ formula, managed }) => formula === undefined && !managed)
      .map(({ key }) => key)
      .filter((key) => key !== 'platform' && key !== 'account'),
  );

const TYPES: Readonly<Record<string, CellType>> = {};
const LISTS: readonly (readonly [CellType, string])[] = [
  ['id', 'id sku content account product'],
  ['text', 'title creator market format name note status currency text topic platform'],
  ['date', 'date from published posted answered eta'],
  ['duration', 'duration'],
  ['money', 'amount refund price discount'],
  ['count', 'units stock inbound'],
];
for (const [type, fields] of LISTS) {
  for (const field of fields.split(' ')) (TYPES as Record<string, CellType>)[field] = type;
}

/** People take likes and follows back, and refunds are taken off. */
const NET = new Set(
  'likes dislikes comments shares saves new_followers revenue_ads gmv refunds amount refund commission ads_commission'.split(
    ' ',
  ),
);

const TYPE_OF_UNIT: Readonly<Record<string, CellType>> = { count: 'count', money: 'money', hours: 'decimal' };

/**
 * Whether a field is a figure of the `performance` sheet.
 * @param field Key of a column or of a measure.
 */
export function isMeasure(field: string): boolean {
  const metric = metricOf(field);
  return metric?.accumulates === true && metric.sources.includes('performance');
}

/**
 * How the cells of a field are read.
 * @param field Key of a column or of a measure.
 * @returns Its type; `rate` for helpers that have no other.
 * @example typeOfField('views') //=> 'count'
 */
export function typeOfField(field: string): CellType {
  return TYPES[field] ?? (isMeasure(field) ? (TYPE_OF_UNIT[metricOf(field)!.unit] ?? 'decimal') : 'rate');
}

function targetOf(goal: Goal, field: string): ColumnTarget {
  if ((goal === 'content' || goal === 'account') && isMeasure(field)) return 'measure';
  return goal === 'content' && contentFields().has(field) ? 'content' : 'field';
}

/** What may be below zero: also returned units, and what only serves to check others. */
function isNet({ net, goal, checks = [], derived = [] }: FormatSpec, field: string): boolean {
  if (net || NET.has(field) || (goal === 'orders' && field === 'units')) return true;
  const isUsed = isMeasure(field) || derived.some((text) => text.split(' ').includes(field));
  return !isUsed && checks.some((text) => text.startsWith(`${field} = `));
}

function readColumn(spec: FormatSpec, key: string, headers: string | readonly string[]): ColumnFormat {
  const [, field, type, mark] = /^(\w+)(?::(\w+))?([!?]?)$/.exec(key)!;
  return {
    target: targetOf(spec.goal, field!),
    field: field!,
    type: (type as CellType | undefined) ?? typeOfField(field!),
    aliases: typeof headers === 'string' ? headers.split(' | ') : headers,
    ...(mark === '' ? {} : { needed: true }),
    ...(mark === '!' ? { required: true } : {}),
    ...(isNet(spec, field!) ? { net: true } : {}),
  };
}

function readCheck(text: string): RatioCheck {
  const [, field, numerator, most, least, per] =
    /^(\w+) = (\w+) \/ (\w+)(?: \.\. (\w+))?(?: \* (\d+))?$/.exec(text)!;
  return { field: field!, numerator: numerator!, per: Number(per ?? 1), most: most!, least: least ?? most! };
}

function readDerived(text: string): DerivedField {
  const [, field, product, per, less] = /^(\w+) = ([\w* ]+?)(?: \/ (\d+))?(?: - (\w+))?$/.exec(text)!;
  return {
    field: field!,
    product: product!.split(' * '),
    per: Number(per ?? 1),
    ...(less === undefined ? {} : { less }),
    whole: typeOfField(field!) === 'count',
  };
}

const IDENTITY: Readonly<Record<Goal, readonly string[]>> = {
  content: ['id'],
  account: ['date'],
  orders: ['id', 'sku'],
  costs: ['platform', 'account', 'content', 'date', 'component', 'note', 'note2', 'note3', 'note4'],
  products: ['sku'],
  comments: ['posted', 'content', 'text'],
  none: [],
};

/**
 * Unfolds a spec.
 * @param spec A format as written down.
 * @returns The format that files are read by.
 */
export function formatOfSpec(spec: FormatSpec): ExportFormat {
  const days = spec.goal === 'account' || spec.goal === 'orders' ? 'row' : 'file';
  return {
    key: spec.key,
    name: spec.name,
    platform: spec.platform ?? spec.key.split('.')[0]!,
    ...(spec.platformWords ? { platformWords: spec.platformWords } : {}),
    goal: spec.goal,
    kind: spec.kind ?? 'period',
    days: spec.days ?? (spec.kind === 'cumulative' ? 'as_of' : days),
    ...(spec.ranged ? { ranged: true } : {}),
    columns: Object.entries(spec.columns).map(([key, headers]) => readColumn(spec, key, headers)),
    identity: spec.identity ?? IDENTITY[spec.goal],
    instead: spec.instead ?? [],
    idPattern: spec.ids?.[0] ?? '^(.*)$',
    idExample: spec.ids?.[1] ?? 'abc123',
    ...(spec.accountPattern ? { accountPattern: spec.accountPattern } : {}),
    derived: (spec.derived ?? []).map(readDerived),
    checks: (spec.checks ?? []).map(readCheck),
    totalField: spec.totalField ?? 'views',
    ...(spec.rowLimit ? { rowLimit: spec.rowLimit } : {}),
    fileWords: spec.fileWords ?? [],
    dateOrder: spec.dateOrder ?? null,
    without: spec.without?.split(' | ') ?? [],
    stacked: spec.stacked === true,
    carried: spec.carried ?? [],
    ...(spec.form ? { form: spec.form } : {}),
  };
}

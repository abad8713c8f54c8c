import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { SENTIMENTS, SEVERITIES } from '../workbook/sheets/comments.ts';
import { ALLOCATIONS, COST_COMPONENTS } from '../workbook/sheets/costs.ts';
import type { RowValues } from '../workbook/table.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';
import { BETWEEN_NOTES } from './sheet-rows.ts';
import type { Spans } from './spans.ts';

/** What all rows of a file share. */
export type RowsOf = {
  readonly rows: ExportRows;
  readonly recognition: Recognition;
  readonly account: string;
  readonly spans: Spans;
  /** Accounts of the content of the platform that the workbook knows: its rows need not say whose they are. */
  readonly knownContent: ReadonlyMap<string, string>;
  /** Currency of an account; empty where it has none. */
  readonly currencyOf: (platform: string, account: string) => string;
};

type At = (field: string) => Cell;

// First match wins; words that say nothing of it have no status. What is still to be done is not done.
const STATUSES: readonly (readonly [key: string, words: RegExp])[] = [
  ['cancelled', /cancel|void|closed|取消|关闭|batal|hủy/],
  [
    'refunded',
    /^(?:fully )?refunded|^returned|^refund (?:complet|success)|已退款|退货|^(?!.*部分).*退款(?:成功|完成)/,
  ],
  [
    'unpaid',
    /unpaid|un-paid|^to pay|(?:not|to be|await\w{0,9}|pending) (?:paid|pay)|^pending$|payment pending|未付|待.{0,4}付|belum.{0,40}bayar|chờ thanh toán/,
  ],
  [
    'completed',
    /^(?!.*(?:incomplete|not |un(?:complet|deliver)|fail|to be |await|out for|未|待|belum|gagal)).*(?:complet|deliver|settled|finish|完成|交易成功|已收货|selesai|giao hàng thành công)/,
  ],
  ['paid', /paid|partially_refunded|shipped|processing|ordered|付款|发货|dibayar/],
];

const YES = /^(?:yes|y|true|是|ya|có|sí|sim)$/i;

function statusOf(at: At): string | null {
  if (at('cancelled') !== null) return 'cancelled';
  if (YES.test(textOfCell(at('refunded')))) return 'refunded';
  const text = textOfCell(at('status')).toLowerCase();
  return STATUSES.find(([, words]) => words.test(text))?.[0] ?? null;
}

const UTM = /(utm_(?:source|medium|campaign|content))\s*[=:]\s*([^&\s"#]+)/g;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** UTM parameters out of a landing page or out of notes, unless columns of their own have them. */
function utmOf(at: At): Record<string, Cell> {
  const found: Record<string, Cell> = {};
  for (const [, key, value] of textOfCell(at('landing')).matchAll(UTM)) found[key!] = decoded(value!);
  for (const key of ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content']) {
    if (at(key) !== null) found[key] = at(key);
  }
  return found;
}

/**
 * The money of a line. One that takes back units, or money without saying of what, is a refund: what was sold stays as
 * the line says that sold it.
 */
function moneyOf(at: At): Record<string, Cell> {
  const [amount, units, refund] = [at('amount'), at('units'), at('refund')];
  const isLess = (cell: Cell): boolean => typeof cell === 'number' && cell < 0;
  if (isLess(units) || (isLess(amount) && !units)) {
    const back = Number(refund ?? 0) || Number(amount ?? 0);
    return { refund: Math.abs(back) };
  }
  const returned = YES.test(textOfCell(at('refunded'))) ? amount : refund;
  return { units, amount, refund: typeof returned === 'number' ? Math.abs(returned) : null };
}

function orderValues(at: At): Record<string, Cell> {
  return {
    id: at('id'),
    market: at('market'),
    sku: at('sku'),
    ...moneyOf(at),
    ...utmOf(at),
    status: statusOf(at),
  };
}

function costValues(at: At, name: string): Record<string, Cell> {
  const parts = ['note', 'note2', 'note3', 'note4'].map((field) => textOfCell(at(field)));
  return {
    component: choiceKey(COST_COMPONENTS, at('component')) ?? (textOfCell(at('component')) || 'ads'),
    amount: at('amount'),
    allocation: choiceKey(ALLOCATIONS, at('allocation')),
    from: at('from'),
    note: parts.filter((text) => /[^-]/.test(text)).join(BETWEEN_NOTES) || name,
  };
}

const productValues = (at: At): Record<string, Cell> => ({
  sku: at('sku'),
  name: at('name'),
  margin: at('margin'),
  stock: at('stock'),
  inbound: at('inbound'),
  eta: at('eta'),
});

const commentValues = (at: At): Record<string, Cell> => ({
  text: at('text'),
  posted: at('posted'),
  answered: at('answered'),
  sentiment: choiceKey(SENTIMENTS, at('sentiment')),
  severity: choiceKey(SEVERITIES, at('severity')),
  owner: at('owner'),
  topic: at('topic'),
});

const platformOf = (cell: Cell, platform: string): string =>
  cell === null ? platform : (choiceKey(PLATFORMS, cell) ?? 'other');

/** The first day of a cost, where it is of several. */
const firstDay = (from: Cell | undefined, to: number): number | null =>
  typeof from === 'number' && Math.floor(from) < to ? Math.floor(from) : null;

/** Whose a row is: what it says itself, else the file's account, unless its content says it. */
function accountOf(at: At, { account, knownContent }: RowsOf): Cell {
  return at('account') ?? (knownContent.has(textOfCell(at('content'))) ? null : account);
}

/** What the row says of its currency, else the file, else the account: its own, or that of its content. */
function currencyAt(at: At, values: Record<string, Cell>, input: RowsOf): string {
  // The sign ¥ names no dollars, though all that names a currency in the file does.
  const ofFile = at('open_sign') === null ? input.rows.currency : null;
  const named = textOfCell(at('currency') ?? ofFile).toUpperCase();
  if (named !== '') return named;
  const account = textOfCell(values.account) || (input.knownContent.get(textOfCell(values.content)) ?? '');
  return input.currencyOf(textOfCell(values.platform), account);
}

/**
 * The rows of a file as rows of their sheet; choices by their keys, and no empty cells.
 * @param input Rows of the file and what they share.
 * @returns One row for each row of the file.
 */
export function rowValues(input: RowsOf): RowValues[] {
  const { rows, recognition, spans } = input;
  const { goal } = recognition.format;
  const own = { orders: orderValues, costs: costValues, products: productValues, comments: commentValues };
  const valuesOf = own[goal as keyof typeof own];
  const hasMoney = goal === 'orders' || goal === 'costs';
  return rows.ids.map((_, row) => {
    const at: At = (field) => rows.fields[field]?.[row] ?? null;
    const all = valuesOf(at, recognition.format.name);
    if (goal !== 'products') {
      if (goal !== 'comments') all.date = spans.to[row]!;
      if (goal === 'costs') all.from = firstDay(all.from ?? spans.from[row], spans.to[row]!);
      all.platform = platformOf(at('platform'), recognition.platform);
      all.account = accountOf(at, input);
      all.content = at('content');
    }
    if (hasMoney) all.currency = currencyAt(at, all, input);
    const filled: Record<string, Cell> = {};
    for (const key in all) if (all[key] !== null && all[key] !== '') filled[key] = all[key]!;
    return filled;
  });
}

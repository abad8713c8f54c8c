import type { Issue } from '../kpi/issue.ts';
import { MEASURES, termsOf } from '../kpi/metrics.ts';
import { type Language, say } from '../text/index.ts';
import { listed } from '../text/row.ts';
import type { Tables } from '../workbook/table.ts';
import type { Sentence } from './model.ts';
import type { KpiNode, KpiTree } from './nodes.ts';
import { sentence } from './sentence.ts';

/** Columns whose loss changes figures, whatever the KPIs are; what only names or describes is none of them. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  settings: ['key', 'value'],
  tree: [
    ...[
      'id',
      'parent',
      'operator',
      'coefficient',
      'kind',
      'metric',
      'source',
      'platform',
      'market',
      'account',
    ],
    ...['format', 'unit', 'direction', 'method', 'weight', 'green', 'amber'],
  ],
  targets: ['node', 'from', 'to', 'target'],
  accounts: ['platform', 'id', 'market', 'currency', 'state'],
  content: ['id', 'platform', 'account', 'market', 'format', 'published'],
  performance: ['content', 'platform', 'account', 'from', 'to', 'kind', 'currency', 'gmv', 'views'],
  orders: ['date', 'platform', 'account', 'market', 'amount', 'currency', 'content', 'utm_content', 'status'],
  costs: [
    ...['date', 'from', 'content', 'platform', 'account', 'component'],
    ...['amount', 'currency', 'allocation'],
  ],
  rates: ['date', 'currency', 'rate'],
  actions: ['week', 'due', 'status'],
  imports: ['platform', 'account', 'from', 'to'],
};

/** What the measures of orders are summed from, where it is not the amount. */
const ORDER_COLUMNS: Readonly<Record<string, string>> = { units: 'units', refunds: 'refund' };
const COMMENT_COLUMNS = ['platform', 'account', 'sentiment', 'posted', 'answered'];

/** `sheet.column` of what one KPI needs beyond what all do. */
function ofNode({ metric, source, method }: KpiNode): string[] {
  const found: string[] = [];
  for (const term of termsOf(metric)) {
    const sources = MEASURES.find(({ key }) => key === term)?.sources;
    if (sources?.includes('comments')) found.push(...COMMENT_COLUMNS.map((column) => `comments.${column}`));
    if (source === 'orders' && sources?.includes('orders'))
      found.push(`orders.${ORDER_COLUMNS[term] ?? 'amount'}`);
    else if (sources?.includes('performance')) found.push(`performance.${term}`);
  }
  if (method === 'baseline') found.push('targets.baseline');
  if (method === 'band') found.push('targets.low', 'targets.high');
  return found;
}

function neededBy({ nodes }: KpiTree): ReadonlySet<string> {
  const always = Object.entries(ALWAYS).flatMap(([sheet, columns]) =>
    columns.map((column) => `${sheet}.${column}`),
  );
  return new Set([...always, ...nodes.flatMap((node) => (node === undefined ? [] : ofNode(node)))]);
}

function namesOf(missing: readonly Issue[], language: Language): string {
  const names = missing.map(({ at, values }) => say(language, 'COLUMN_OF_SHEET', { ...values, ...at }));
  return listed(names, language);
}

/**
 * The warning of a review whose figures lack a column.
 * @param issues What was met on reading; of a COLUMN_MISSING `expected` is the column's key.
 * @param tables Tables as read, by whose titles the sheets are known.
 * @param kpis The tree: a measure that no KPI takes is missed by none.
 * @param language Language of the review.
 * @returns One sentence that names every such column and its sheet; undefined where none is missing.
 */
export function columnWarning(
  issues: readonly Issue[],
  tables: Tables,
  kpis: KpiTree,
  language: Language,
): Sentence | undefined {
  const needed = neededBy(kpis);
  const sheetOf = new Map<string | undefined, string>(
    Object.values(tables).map(({ key, title }) => [title, key]),
  );
  const missing = issues.filter(
    ({ code, at, expected }) =>
      code === 'COLUMN_MISSING' && needed.has(`${sheetOf.get(at?.sheet)}.${expected}`),
  );
  if (missing.length === 0) return undefined;
  return sentence(language, 'HEAD_COLUMNS_MISSING', { columns: namesOf(missing, language) });
}

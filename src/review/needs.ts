import type { Wanted } from '../workbook/read.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';

/** The columns that a review reads, by sheet; see `presentNeeds`. */
export const REVIEW_NEEDS: Wanted = {
  settings: ['key', 'value'],
  tree: 'all',
  targets: ['node', 'from', 'to', 'target', 'baseline', 'low', 'high'],
  accounts: [
    ...['platform', 'id', 'name', 'market', 'currency', 'owner', 'state'],
    ...['gmv', 'cost', 'since', 'paid_back'],
  ],
  content: [
    ...[
      'id',
      'title',
      'platform',
      'account',
      'market',
      'language',
      'format',
      'status',
      'planned',
      'published',
    ],
    ...[
      'duration',
      'product',
      'topic',
      'hook',
      'cover',
      'creator',
      'planner',
      'editor',
      'writer',
      'operator',
    ],
    ...['link', 'gmv', 'cost', 'paid_back'],
  ],
  products: ['sku', 'name', 'margin', 'stock', 'inbound', 'eta', 'daily_sales'],
  performance: 'all',
  orders: [
    ...['id', 'date', 'platform', 'account', 'market', 'sku', 'units', 'amount', 'currency', 'refund'],
    ...['utm_content', 'content', 'status'],
  ],
  costs: [
    ...['date', 'from', 'content', 'platform', 'account', 'component'],
    ...['amount', 'currency', 'allocation'],
  ],
  rates: ['date', 'currency', 'rate'],
  comments: [
    'platform',
    'account',
    'content',
    'text',
    'sentiment',
    'severity',
    'posted',
    'answered',
    'owner',
  ],
  actions: 'all',
  team: ['name', 'email', 'role', 'nodes'],
  imports: ['format', 'platform', 'account', 'from', 'to', 'as_of', 'undone'],
  // Of optional modules, which are read where a workbook has them.
  benchmarks: ['metric', 'platform', 'market', 'p25', 'p75', 'date'],
  assets: ['asset', 'kind', 'valid_until', 'used_by'],
  experiments: [
    ...['id', 'hypothesis', 'variable', 'kind', 'arm_a', 'arm_b', 'metric', 'planned_n', 'start', 'end'],
    ...['visitors_a', 'conversions_a', 'visitors_b', 'conversions_b', 'decision', 'owner'],
  ],
  policies: ['date', 'platform', 'rule', 'owner', 'due', 'done'],
};

/**
 * The columns that a review reads of one workbook: a module that it does not have is not missed.
 * @param sheets Keys of the sheets that are there.
 */
export function presentNeeds(sheets: { has(key: string): boolean }): Wanted {
  return Object.fromEntries(
    Object.entries(REVIEW_NEEDS).filter(
      ([key]) => sheets.has(key) || sheetTemplate(key).module === undefined,
    ),
  );
}

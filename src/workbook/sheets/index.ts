import type { SheetTemplate } from '../template.ts';
import { ACCOUNTS } from './accounts.ts';
import { ACTIONS } from './actions.ts';
import { ASSETS } from './assets.ts';
import { BENCHMARKS } from './benchmarks.ts';
import { BRIEF } from './brief.ts';
import { COMMENTS } from './comments.ts';
import { CONTENT } from './content.ts';
import { COSTS } from './costs.ts';
import { EXPERIMENTS } from './experiments.ts';
import { GUIDE } from './guide.ts';
import { IMPORTS } from './imports.ts';
import { ISSUES } from './issues.ts';
import { ORDERS } from './orders.ts';
import { PERFORMANCE } from './performance.ts';
import { POLICIES } from './policies.ts';
import { PRODUCTS } from './products.ts';
import { RATES } from './rates.ts';
import { SETTINGS_SHEET } from './settings.ts';
import { TARGETS } from './targets.ts';
import { TEAM } from './team.ts';
import { TREE } from './tree.ts';

/** Every template sheet in tab order, those of optional modules among them. */
export const SHEETS: readonly SheetTemplate[] = [
  GUIDE,
  BRIEF,
  TREE,
  TARGETS,
  BENCHMARKS,
  ACCOUNTS,
  CONTENT,
  PERFORMANCE,
  ORDERS,
  COSTS,
  PRODUCTS,
  COMMENTS,
  ASSETS,
  EXPERIMENTS,
  POLICIES,
  ACTIONS,
  TEAM,
  RATES,
  SETTINGS_SHEET,
  IMPORTS,
  ISSUES,
];

/**
 * The template of a key.
 * @param key Sheet key, such as `performance`.
 * @returns The template; throws a RangeError for a key that no template has, which is a fault of the code.
 */
export function sheetTemplate(key: string): SheetTemplate {
  const found = SHEETS.find((sheet) => sheet.key === key);
  if (found === undefined) throw new RangeError(`No sheet template "${key}"`);
  return found;
}

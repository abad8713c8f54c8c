import type { SheetTemplate } from '../template.ts';
import { ACCOUNTS } from './accounts.ts';
import { CONTENT } from './content.ts';
import { COSTS, ORDERS, RATES } from './money.ts';
import { ACTIONS, ASSETS, COMMENTS, PRODUCTS, TEAM } from './operations.ts';
import { PERFORMANCE } from './performance.ts';
import { SETTINGS_SHEET } from './settings.ts';
import { GUIDE, IMPORTS, ISSUES } from './system.ts';
import { TARGETS } from './targets.ts';
import { TREE } from './tree.ts';

/** Every template sheet in tab order. */
export const SHEETS: readonly SheetTemplate[] = [
  GUIDE,
  TREE,
  TARGETS,
  ACCOUNTS,
  CONTENT,
  PERFORMANCE,
  ORDERS,
  COSTS,
  PRODUCTS,
  COMMENTS,
  ASSETS,
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

import { serialOfIsoDate } from '../kpi/calendar.ts';
import type { Cell } from '../kpi/issue.ts';
import { hashOf } from '../workbook/hash.ts';
import { ACTION_COLUMNS, type ActionField, type ShownAction } from './action-columns.ts';
import type { ActionLine } from './model.ts';

/** Kind of the hidden key of a call-out's row; the finding's own key stands behind it. */
export const FINDING_KEY = 'finding';

function prints(shown: ShownAction): string[] {
  return ACTION_COLUMNS.map(({ field }) => hashOf(String(shown[field] ?? '').trim()).toString(36));
}

/** What stands in the cell of a due date: a serial day, or the words that someone typed instead. */
export function dueOfLine({ due }: ActionLine): number | string | null {
  return due === null ? null : (serialOfIsoDate(due) ?? due);
}

/**
 * The hidden key of an action's row: its id, and fingerprints of what the row shows, so that the next run can tell
 * what a person changed here from what was changed in the sheet `actions` since.
 */
export function actionKey(action: ActionLine): string {
  return `action:${action.id}|${prints({ ...action, due: dueOfLine(action) }).join('.')}`;
}

/**
 * Reads the hidden key of an action's row.
 * @param key Key without its `action:`.
 * @param shown What the row shows now.
 * @returns The action's id, and the fields that were changed in the tab since it was written.
 */
export function readActionKey(
  key: string,
  shown: ShownAction,
): { id: string; changed: ReadonlySet<ActionField> } {
  const bar = key.lastIndexOf('|');
  const before = key.slice(bar + 1).split('.');
  const now = prints(shown);
  // A tab of an earlier version has fewer fields to fill.
  const changed = ACTION_COLUMNS.filter((_, i) => i < before.length && before[i] !== now[i]).map(
    ({ field }) => field,
  );
  return { id: key.slice(0, bar), changed: new Set(changed) };
}

/**
 * The call-outs of a tab by their keys.
 * @param keys Its column of hidden row keys.
 */
export function findingKeys(keys: readonly Cell[]): string[] {
  const prefix = `${FINDING_KEY}:`;
  return keys.flatMap((key) =>
    typeof key === 'string' && key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
}

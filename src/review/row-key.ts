import { serialOfIsoDate } from '../kpi/calendar.ts';
import { hashOf } from '../workbook/hash.ts';
import type { ActionLine } from './model.ts';

/** What a row of an action shows, by the keys of the sheet `actions`; `due` is a serial day or the text typed instead. */
export type ShownAction = {
  readonly finding: string;
  readonly owner: string;
  readonly due: number | string | null;
  readonly status: string;
  readonly action: string;
};

const FIELDS = ['finding', 'owner', 'due', 'status', 'action'] as const;

function prints(shown: ShownAction): string[] {
  return FIELDS.map((field) => hashOf(String(shown[field] ?? '').trim()).toString(36));
}

/**
 * The hidden key of an action's row: its id, and fingerprints of what the row shows, so that the next run can tell
 * what a person changed here from what was changed in the sheet `actions` since.
 */
export function actionKey(action: ActionLine): string {
  const due = action.due === null ? null : serialOfIsoDate(action.due);
  return `action:${action.id}|${prints({ ...action, due }).join('.')}`;
}

/**
 * Reads the hidden key of an action's row.
 * @param key Key without its `action:`.
 * @param shown What the row shows now.
 * @returns The action's id, and the fields that were changed in the tab since it was written.
 */
export function readActionKey(key: string, shown: ShownAction): { id: string; changed: ReadonlySet<string> } {
  const bar = key.lastIndexOf('|');
  const before = key.slice(bar + 1).split('.');
  const now = prints(shown);
  return { id: key.slice(0, bar), changed: new Set(FIELDS.filter((_, i) => before[i] !== now[i])) };
}

import type { Member } from '../kpi/owners.ts';
import { textOfCell } from './cells.ts';
import { choiceKey } from './choices.ts';
import { columnChoices } from './column-choices.ts';
import { cells, type Table } from './table.ts';

/** Somebody of the sheet `team`: with the key of their role, or what was typed in its place. */
export type TeamMember = Member & { readonly role: string };

/** The people of the sheet `team`; a role is known by its word in every language. */
export function teamIn(table: Table): TeamMember[] {
  const choices = columnChoices('team', 'role');
  return cells(table, 'name').flatMap((cell, row) => {
    const name = textOfCell(cell);
    if (name === '') return [];
    const typed = cells(table, 'role')[row];
    const key = choiceKey(choices, typed);
    const text = textOfCell(typed);
    const words = Object.values(choices.find((choice) => choice.key === key)?.words ?? {});
    return [{ name, role: key ?? text, roles: [...new Set([...words, text])].filter((word) => word !== '') }];
  });
}

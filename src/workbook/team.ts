import type { Member } from '../kpi/owners.ts';
import { textOfCell } from './cells.ts';
import { choiceKey } from './choices.ts';
import { columnChoices } from './column-choices.ts';
import { sheetTemplate } from './sheets/index.ts';
import { cells, type Table } from './table.ts';

/** Somebody of the sheet `team`: with the key of their role, or what was typed in its place. */
export type TeamMember = Member & { readonly role: string };

/** Whether a row of the sheet only shows how it is filled, by its address. */
export function isTeamExample(email: string): boolean {
  return sheetTemplate('team').examples?.some((row) => row.email === email.trim()) === true;
}

/** The people of the sheet `team` but for its examples; a role is known by its word in every language. */
export function teamIn(table: Table): TeamMember[] {
  const choices = columnChoices('team', 'role');
  return cells(table, 'name').flatMap((cell, row) => {
    const name = textOfCell(cell);
    if (name === '' || isTeamExample(textOfCell(cells(table, 'email')[row]))) return [];
    const typed = cells(table, 'role')[row];
    const key = choiceKey(choices, typed);
    const text = textOfCell(typed);
    const words = Object.values(choices.find((choice) => choice.key === key)?.words ?? {});
    return [{ name, role: key ?? text, roles: [...new Set([...words, text])].filter((word) => word !== '') }];
  });
}

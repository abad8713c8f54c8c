import { type Member, type Owners, ownersIn } from '../../src/kpi/owners.ts';
import { inARow, listed } from '../../src/text/row.ts';

type Code = 'OWNER_BY_ROLE' | 'OWNER_UNKNOWN' | 'OWNER_NO_TEAM';

/**
 * What is to be known of those who are to answer for a KPI: who has a role, and who is not in the team.
 * @returns undefined where nothing is.
 */
export function ownerNote(
  cell: string,
  team: readonly Member[],
  language: 'en' | 'zh-CN',
  words: (code: Code, values?: Record<string, string>) => string,
): string | undefined {
  if (team.length === 0) return words('OWNER_NO_TEAM');
  const { byRole, unknown }: Owners = ownersIn(cell, team);
  const notes = [
    ...byRole.map(({ role, names }) => words('OWNER_BY_ROLE', { role, names: listed(names, language) })),
    ...(unknown.length === 0 ? [] : [words('OWNER_UNKNOWN', { names: listed(unknown, language) })]),
  ];
  return notes.length === 0 ? undefined : inARow(notes, language);
}

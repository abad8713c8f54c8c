import { foldName, namesIn } from './names.ts';

/** Somebody of the team, and the words that people have for their role, in any language. */
export type Member = { readonly name: string; readonly roles: readonly string[] };

export type Owners = {
  /** Who answers for it: people as they are named; in place of a role whoever has it. */
  readonly names: readonly string[];
  /** Roles among them, with the people who have them. */
  readonly byRole: readonly { readonly role: string; readonly names: readonly string[] }[];
  /** What is neither a name nor a role of the team. */
  readonly unknown: readonly string[];
};

/**
 * Who is meant by a cell of owners, which may name people and roles.
 * @param cell What was typed. @param team The people; a name counts before a role of the same word.
 * @example ownersIn('Editor', [{ name: 'Bo', roles: ['Editor', '编导'] }]).names //=> ['Bo']
 */
export const ownersIn = (cell: string, team: readonly Member[]): Owners => {
  const isNamed = (text: string): boolean => team.some(({ name }) => foldName(name) === foldName(text));
  const parts = cell.trim() !== '' && isNamed(cell) ? [cell.trim()] : namesIn(cell);
  const found = parts.map((role) => {
    const holders = team.filter(({ roles }) => roles.some((word) => foldName(word) === foldName(role)));
    return { role, names: isNamed(role) ? [] : holders.map(({ name }) => name), isPerson: isNamed(role) };
  });
  return {
    names: [...new Set(found.flatMap(({ role, names }) => (names.length > 0 ? names : [role])))],
    byRole: found.filter(({ names }) => names.length > 0).map(({ role, names }) => ({ role, names })),
    unknown: found.filter(({ names, isPerson }) => names.length === 0 && !isPerson).map(({ role }) => role),
  };
};

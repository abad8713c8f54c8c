import { isSame, namesIn } from '../../kpi/names.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { isTeamExample } from '../../workbook/team.ts';

export type Person = { readonly name: string; readonly email: string };

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** The longest address that mail knows; of a longer text the pattern would try too much. */
const ADDRESS_LIMIT = 254;

/** Whether mail can be sent to an address, as far as its form tells. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_LIMIT && ADDRESS.test(text);
}

/**
 * Everyone in the sheet `team`; its example rows are nobody.
 * @param table The sheet, with its columns `name` and `email`.
 */
export function peopleIn(table: Table): Person[] {
  return Array.from({ length: table.rows }, (_, row) => ({
    name: textOfCell(cells(table, 'name')[row]).trim(),
    email: textOfCell(cells(table, 'email')[row]).trim(),
  })).filter(({ name, email }) => (name !== '' || email !== '') && !isTeamExample(email));
}

export type Recipients = {
  readonly people: readonly Person[];
  /** What was typed and names nobody with an address. */
  readonly unknown: readonly string[];
};

function onceEach(people: readonly Person[]): Person[] {
  return people.filter(
    ({ email }, index) => people.findIndex((other) => isSame(other.email, email)) === index,
  );
}

/** Whether the setting `recipients` names nobody. */
export const isEveryone = (typed: string): boolean => namesIn(typed).length === 0;

/**
 * Who gets mail.
 * @param typed The setting `recipients`: names or addresses; empty for everyone of the team with an address.
 * @param team Everyone in the sheet `team`.
 */
export function recipientsOf(typed: string, team: readonly Person[]): Recipients {
  if (isEveryone(typed)) {
    const people = onceEach(team.filter(({ email }) => isAddress(email)));
    return {
      people,
      unknown: team.flatMap(({ email }) => (email === '' || isAddress(email) ? [] : [email])),
    };
  }
  const people: Person[] = [];
  const unknown: string[] = [];
  for (const word of namesIn(typed)) {
    const known = team.find(({ name, email }) => isSame(name, word) || isSame(email, word));
    const person = known ?? { name: '', email: word };
    if (isAddress(person.email)) people.push(person);
    else unknown.push(word);
  }
  return { people: onceEach(people), unknown };
}

import { ownersIn } from '../kpi/owners.ts';
import { remembered } from '../kpi/remembered.ts';
import type { Language } from '../text/index.ts';
import { listed } from '../text/row.ts';
import { textOfCell } from '../workbook/cells.ts';
import { cells, type Table } from '../workbook/table.ts';
import { teamIn } from '../workbook/team.ts';
import { CONTENT_ROLES } from './content-plan.ts';
import type { ReviewFacts } from './facts.ts';

/** Who is to act; empty where nobody is named. */
export type InCharge = {
  /** The people of a cell of owners: as it was typed, unless a role stands in it. */
  readonly people: (cell: string) => string;
  /** Who answers for an account, by its key. */
  readonly account: (key: string) => string;
  /** Who publishes a piece of content, else who works on it, else who answers for its account; by its key. */
  readonly content: (key: string) => string;
};

/**
 * Who answers for what, as the sheets say; in place of a role whoever of the team has it.
 * @param facts Accounts and content. @param content The sheet `content`. @param team The sheet `team`.
 */
export function inChargeOf(facts: ReviewFacts, content: Table, team: Table, language: Language): InCharge {
  const members = teamIn(team);
  const people = remembered((cell: string) => {
    const { names, byRole } = ownersIn(cell, members);
    return byRole.length === 0 ? cell : listed(names, language);
  });
  const roles = CONTENT_ROLES.map((role) => cells(content, role));
  const account = (key: string): string => people(facts.accounts.get(key)?.owner ?? '');
  return {
    people,
    account,
    content: (key) => {
      const info = facts.contents.get(key);
      if (info === undefined) return '';
      const first = roles.map((role) => textOfCell(role[info.row])).find((name) => name !== '');
      return first === undefined ? account(info.account) : people(first);
    },
  };
}

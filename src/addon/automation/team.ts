import {
  isEveryone,
  type Person,
  peopleIn,
  type Recipients,
  recipientsOf,
} from '../../review/digest/people.ts';
import type { Wanted } from '../../workbook/read.ts';
import { emptyTable } from '../../workbook/table.ts';
import { type JobContext, openJob } from '../jobs/context.ts';
import type { Tick } from './tick.ts';

export type Team = {
  readonly context: JobContext;
  readonly team: readonly Person[];
  readonly recipients: Recipients;
  /** The recipients are the whole team, since the settings name nobody. */
  readonly isEveryone: boolean;
};

/**
 * Reads who gets mail, with further columns in the same read.
 * @param tick The run.
 * @param more Columns by sheet.
 * @returns Everyone in the team, and the recipients of the settings; throws a Refusal where a sheet is missing.
 */
export function readTeam(tick: Tick, more: Wanted = {}): Team {
  const context = openJob(tick.gateway, { team: ['name', 'email'], ...more }, undefined, tick.map);
  const team = peopleIn(context.tables.team ?? emptyTable('team', 'team'));
  const typed = tick.settings.recipients;
  return { context, team, recipients: recipientsOf(typed, team), isEveryone: isEveryone(typed) };
}

/** Address of a tab; of a row in it, where one is given. */
export function tabUrl(tick: Pick<Tick, 'map'>, sheetId: number, row?: number): string {
  const { url } = tick.map;
  if (url === '') return '';
  return `${url}#gid=${sheetId}${row === undefined ? '' : `&range=A${row}`}`;
}

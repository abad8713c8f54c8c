import { textOfCell } from '../../workbook/cells.ts';
import { momentText } from '../../workbook/settings.ts';
import { cells, type Table } from '../../workbook/table.ts';
import type { Gateway } from '../gateway.ts';
import type { IssueGroup, IssueList } from '../more-api.ts';
import { openJob } from './context.ts';

/** So many of one sheet are shown; the sheet of issues has all. */
const SHOWN = 20;

type Line = {
  readonly sheet: string;
  readonly cell: string;
  readonly sentence: string;
  readonly when: number;
};

/** The newest first; of one moment in the order of the sheet. */
function linesIn(table: Table): Line[] {
  const text = (key: string, row: number): string => textOfCell(cells(table, key)[row]);
  return Array.from({ length: table.rows }, (_, row): Line => {
    const when = cells(table, 'when')[row];
    return {
      sheet: text('sheet', row),
      cell: text('cell', row),
      sentence: text('sentence', row),
      when: typeof when === 'number' ? when : 0,
    };
  })
    .filter(({ sheet, sentence }) => sheet !== '' || sentence !== '')
    .sort((a, b) => b.when - a.when);
}

/**
 * The sheet of data issues for the sidebar.
 * @param gateway Access to the document.
 * @returns All of them counted and the newest told, by sheet or file; throws a Refusal where the sheet is missing.
 */
export function readIssuesJob(gateway: Gateway): IssueList {
  const columns = ['when', 'sheet', 'cell', 'sentence'] as const;
  const { map, tables } = openJob(gateway, { issues: columns });
  const lines = linesIn(tables.issues as Table);
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.sheet);
    if (group === undefined) groups.set(line.sheet, [line]);
    else group.push(line);
  }
  const titles = new Set(map.tabs.map(({ title }) => title));
  return {
    count: lines.length,
    groups: [...groups].map(
      ([sheet, found]): IssueGroup => ({
        sheet,
        isTab: titles.has(sheet),
        count: found.length,
        rows: found.slice(0, SHOWN).map(({ cell, sentence, when }) => ({
          cell,
          sentence,
          when: when === 0 ? '' : momentText(when),
        })),
      }),
    ),
  };
}

import { say } from '../text/index.ts';
import { gridOf } from '../workbook/example-formula.ts';
import type { WorkbookMap } from '../workbook/map.ts';
import { answer, locked } from './answer.ts';
import type { Endpoints } from './api.ts';
import { openJob } from './jobs/context.ts';
import { helpOf, insertExampleJob } from './jobs/help.ts';
import { readIssuesJob } from './jobs/issues.ts';
import { readListJob, saveListJob } from './jobs/lists.ts';
import { workbookLanguage } from './language.ts';
import { insertRequest, listRequest, saveListRequest, showRequest } from './more-requests.ts';
import { Refusal } from './refusal.ts';
import { nothingRequest } from './requests.ts';
import { selectedCell, showCellOf, showSheet } from './show.ts';

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

/**
 * A short sheet (team, accounts, settings) for the sidebar's editor; changes nothing.
 * @param request Key of the sheet.
 * @returns Its fields and rows; a sentence where it is missing.
 */
export function readRows(request: unknown): Reply<'readRows'> {
  return answer(listRequest(), request, ({ sheet }, gateway) => readListJob(gateway, sheet));
}

/**
 * Saves a short sheet as one atomic change, beside what others changed meanwhile.
 * @param request The rows as they were read and as they are now.
 * @returns The list after it and a sentence; or what others changed in the same place, in which case nothing was written.
 */
export function saveRows(request: unknown): Reply<'saveRows'> {
  return answer(saveListRequest(), request, (edit, gateway) => locked(() => saveListJob(gateway, edit)));
}

/**
 * The data issues by sheet, the newest first; changes nothing.
 * @param request Nothing.
 * @returns All counted, the newest told; a sentence where the sheet is missing.
 */
export function readIssues(request: unknown): Reply<'readIssues'> {
  return answer(nothingRequest(), request, (_, gateway) => readIssuesJob(gateway));
}

/** Tabs of the add-on alone: what people keep beside them is theirs. */
function ownTab(map: WorkbookMap, title: string) {
  const own = new Set([...map.sheets.values(), ...map.reviews].map(({ sheetId }) => sheetId));
  return map.tabs.find((tab) => tab.title === title && own.has(tab.sheetId));
}

/**
 * Brings a tab of the add-on to the front, and selects a cell of it.
 * @param request Title of the tab, and the cell where one is meant.
 * @returns Nothing; a sentence where the tab or the cell is gone.
 */
export function showCell(request: unknown): Reply<'showCell'> {
  return answer(showRequest(), request, ({ sheet, cell }, gateway) => {
    const map = gateway.readMap();
    const tab = ownTab(map, sheet);
    if (tab === undefined) throw new Refusal({ code: 'SHOW_TAB_GONE', at: { sheet } });
    if (cell === undefined) {
      showSheet(tab.sheetId);
      return {};
    }
    const { row, column } = gridOf(cell);
    const isInside = row < tab.rowCount && column < tab.columnCount;
    if (!isInside) throw new Refusal({ code: 'SHOW_CELL_GONE', at: { sheet, cell } });
    showCellOf(tab.sheetId, cell);
    return {};
  });
}

/**
 * What can be looked up: functions for cells and sheets, in the workbook's language; changes nothing.
 * @param request Nothing.
 */
export function help(request: unknown): Reply<'help'> {
  return answer(nothingRequest(), request, (_, gateway) => {
    const { map, settings } = openJob(gateway, {});
    return helpOf(map, settings.language);
  });
}

/**
 * Writes the example of a function into the selected cell.
 * @param request Name of the function.
 * @returns A sentence; a sentence alone where no cell is selected, or it is not free.
 */
export function insertExample(request: unknown): Reply<'insertExample'> {
  return answer(insertRequest(), request, ({ name }, gateway) =>
    locked(() => {
      const at = selectedCell();
      if (at === null) throw new Refusal({ code: 'INSERT_NOWHERE' });
      const place = insertExampleJob(gateway, name, at);
      return { sentence: say(workbookLanguage(gateway), 'INSERTED', place) };
    }),
  );
}

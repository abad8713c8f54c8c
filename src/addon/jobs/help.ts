import { cellName, formulaIn } from '../../workbook/example-formula.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { SHEETS } from '../../workbook/sheets/index.ts';
import type { GridRange } from '../../workbook/sheets-api.ts';
import type { Language } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import type { Help } from '../more-api.ts';
import { Refusal } from '../refusal.ts';
import { writeSeen } from './context.ts';

type Said = {
  readonly text: string;
  readonly parameters: readonly string[];
  /** What the parameters are called, in a language in which their names are not. */
  readonly labels?: readonly string[];
  readonly returns: string;
};

/** What `scripts/help-page.ts` writes of a function. */
type Written = {
  readonly name: string;
  readonly example: string;
  /** With its figures in it. */
  readonly sample: string;
  readonly names: readonly string[];
  readonly said: Readonly<Record<Language, Said>>;
};

/** The functions for cells, from the file that the build makes of their descriptions. */
function writtenFunctions(): readonly Written[] {
  const page = HtmlService.createHtmlOutputFromFile('help').getContent();
  return JSON.parse(page.slice(page.indexOf('['), page.lastIndexOf(']') + 1)) as readonly Written[];
}

/**
 * What can be looked up: every function for cells and every sheet.
 * @param map Where everything is.
 * @param language Language of the reader.
 */
export function helpOf(map: WorkbookMap, language: Language): Help {
  return {
    functions: writtenFunctions().map(({ name, example, names, said }) => {
      const { text, parameters, labels, returns } = said[language];
      return {
        name,
        text,
        returns,
        parameters: names.map((each, index) => ({
          name: each,
          label: labels?.[index] ?? '',
          text: parameters[index] ?? '',
        })),
        example: formulaIn(example, map.locale),
      };
    }),
    sheets: SHEETS.map(({ key, titles, purpose }) => {
      const place = map.sheets.get(key);
      return {
        key,
        title: place?.title ?? titles[language],
        purpose: purpose[language],
        isThere: place !== undefined,
      };
    }),
  };
}

export type Selected = { readonly sheetId: number; readonly row: number; readonly column: number };

/** Title of a tab, for sentences. */
function titleOf(map: WorkbookMap, sheetId: number): string {
  return map.tabs.find((tab) => tab.sheetId === sheetId)?.title ?? '';
}

/**
 * Writes a function with figures of its own into a cell, so that it shows a result at once.
 * @param gateway Access to the document.
 * @param name Function for cells.
 * @param at The cell, rows and columns from 0.
 * @returns Its name; throws a Refusal for a function that is unknown, and for a cell that is not empty.
 */
export function insertExampleJob(
  gateway: Gateway,
  name: string,
  at: Selected,
): { sheet: string; cell: string } {
  const map = gateway.readMap();
  const found = writtenFunctions().find((each) => each.name === name);
  if (found === undefined) throw new Refusal({ code: 'BAD_REQUEST', values: { detail: name } });
  const { sheetId, row, column } = at;
  const [sheet, cell] = [titleOf(map, sheetId), cellName(row, column)];
  const range: GridRange = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const entered = gateway.readFormulas([range]).valueRanges?.[0]?.valueRange?.values?.[0]?.[0];
  if (entered !== undefined && entered !== '')
    throw new Refusal({ code: 'INSERT_NOT_EMPTY', at: { sheet, cell } });
  const formula = found.sample;
  // Semicolons are understood in every locale; Sheets then shows them as the locale writes them.
  writeSeen(gateway, map, [
    {
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: column },
        rows: [{ values: [{ userEnteredValue: { formulaValue: formula } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  return { sheet, cell };
}

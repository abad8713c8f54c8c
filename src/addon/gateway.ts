import { mapWorkbook, type WorkbookMap } from '../workbook/map.ts';
import { readEntered, readTables, valuesRequest, type Wanted } from '../workbook/read.ts';
import { joinAnswers, readParts } from '../workbook/read-parts.ts';
import { headersRequest, restoreColumns } from '../workbook/restore.ts';
import {
  type GridRange,
  METADATA_FIELDS,
  type SheetsRequest,
  type SpreadsheetResponse,
  type ValuesRequest,
  type ValuesResponse,
} from '../workbook/sheets-api.ts';
import { hasStaging, type Piece, staged } from '../workbook/staging.ts';
import type { Entered, Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { TURN_FIELDS, type Turn, takeTurn, turnIn } from '../workbook/turn.ts';
import { Conflict } from './refusal.ts';

/**
 * The only module that knows a spreadsheet's id, and only ever that of the document the add-on runs in. Reading and
 * writing of every job goes through here: one metadata read, one values read, one atomic batch. Where marks of columns
 * were lost, one further read looks at the headers.
 */
export type Gateway = {
  readonly id: string;
  /** Language of the workbook, once a job has read its settings. */
  language: Language | undefined;
  /** Whether this run has changed anything. */
  readonly hasWritten: boolean;
  /**
   * Where everything is: one read of metadata. What is written later is written as of this read, unless it `isLater`
   * than others on which that is built as well.
   */
  readMap(isLater?: boolean): WorkbookMap;
  /** Columns by sheet and further ranges, all in one read, or in one for every two million cells. */
  readValues(
    map: WorkbookMap,
    wanted: Wanted,
    ranges?: readonly GridRange[],
  ): { tables: Tables; response: ValuesResponse };
  /** What was entered into columns: formulas as such. Nothing is read where nothing is wanted. */
  readEntered(map: WorkbookMap, wanted: Wanted): Entered;
  /** What was entered into ranges: formulas as such. Only for the rare look at what people did to a header. */
  readFormulas(ranges: readonly GridRange[]): ValuesResponse;
  /**
   * One atomic batch; none where there are no requests. What is too big for one goes to a hidden sheet in pieces first,
   * and is committed by one batch. Throws a Conflict, and writes nothing, where another run has changed the workbook
   * since the last `readMap`.
   */
  write(requests: readonly SheetsRequest[]): void;
};

type Services = {
  readonly get: (id: string, fields: string) => SpreadsheetResponse;
  readonly values: (body: object, id: string) => ValuesResponse;
  readonly stage: (piece: Piece, id: string) => void;
  readonly batchUpdate: (requests: readonly SheetsRequest[], id: string) => void;
};

function sheetsService(): Services {
  const spreadsheets = Sheets?.Spreadsheets;
  const values = spreadsheets?.Values;
  if (spreadsheets === undefined || values === undefined)
    throw new Error('The Sheets service is not enabled.');
  return {
    get: (id, fields) => spreadsheets.get(id, { fields }) as SpreadsheetResponse,
    values: (body, id) =>
      values.batchGetByDataFilter(
        body as GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest,
        id,
      ) as ValuesResponse,
    stage: (data, id) => {
      values.batchUpdate(
        { valueInputOption: 'RAW', data: data as GoogleAppsScript.Sheets.Schema.ValueRange[] },
        id,
      );
    },
    batchUpdate: (requests, id) => {
      spreadsheets.batchUpdate({ requests: requests as GoogleAppsScript.Sheets.Schema.Request[] }, id);
    },
  };
}

/** A run calls itself by a number that no other has. */
const newName = (): string => Math.floor(Math.random() * 2 ** 40).toString(36);

/** Changes of the workbook one after the other: each from what the one before it left. */
function turnKeeper(services: Services, id: string) {
  const who = newName();
  let last: { readonly turn: Turn; readonly sheetId: number } | undefined;
  /** What became of a change that Google answered with an error: it may have been made, or another came first. */
  const lookAgain = ({ turn }: Turn): 'made' | 'overtaken' | 'not made' => {
    try {
      const now = turnIn(services.get(id, TURN_FIELDS));
      if (now.turn === turn + 1 && now.who === who) return 'made';
      return now.turn > turn ? 'overtaken' : 'not made';
    } catch {
      return 'not made';
    }
  };
  return {
    read: (response: SpreadsheetResponse, map: WorkbookMap): void => {
      const place = map.sheets.get('settings');
      last = place === undefined ? undefined : { turn: turnIn(response), sheetId: place.sheetId };
    },
    commit: (requests: readonly SheetsRequest[]): void => {
      if (last === undefined) {
        services.batchUpdate(requests, id);
        return;
      }
      const { turn, sheetId } = last;
      try {
        services.batchUpdate([...takeTurn(sheetId, turn, who), ...requests], id);
      } catch (error) {
        const fate = lookAgain(turn);
        if (fate === 'overtaken') throw new Conflict();
        if (fate === 'not made') throw error;
      }
      last = { sheetId, turn: { turn: turn.turn + 1, who, old: [] } };
    },
  };
}

/**
 * Opens the document that the add-on runs in.
 * @param triggeredFor Id that a clock trigger was made for: it has no active document of its own in every context.
 */
export function openGateway(triggeredFor?: string): Gateway {
  const services = sheetsService();
  const id = triggeredFor ?? SpreadsheetApp.getActiveSpreadsheet().getId();
  // Lost marks are set again by the next batch, whatever job it is of.
  let marks: readonly SheetsRequest[] = [];
  let hasWritten = false;
  let isStagingLeft = false;
  const turns = turnKeeper(services, id);
  const valuesOf = (map: WorkbookMap, request: ValuesRequest): ValuesResponse =>
    joinAnswers(readParts(map, request).map((part) => services.values(part, id)));
  return {
    id,
    language: undefined,
    get hasWritten() {
      return hasWritten;
    },
    readMap: (isLater = false) => {
      const response = services.get(id, METADATA_FIELDS);
      const map = mapWorkbook(response);
      if (!isLater) turns.read(response, map);
      const headers = headersRequest(map);
      const restored = restoreColumns(map, headers === undefined ? {} : services.values(headers, id));
      marks = restored.requests;
      isStagingLeft = hasStaging(map);
      return restored.map;
    },
    readValues: (map, wanted, ranges = []) => {
      const response = valuesOf(map, valuesRequest(map, wanted, ranges));
      return { tables: readTables(map, wanted, response), response };
    },
    readEntered: (map, wanted) => {
      const request: ValuesRequest = { ...valuesRequest(map, wanted), valueRenderOption: 'FORMULA' };
      return readEntered(map, valuesOf(map, request));
    },
    readFormulas: (ranges) =>
      services.values(
        {
          dataFilters: ranges.map((gridRange) => ({ gridRange })),
          majorDimension: 'COLUMNS',
          valueRenderOption: 'FORMULA',
        },
        id,
      ),
    write: (requests) => {
      const all = [...marks, ...requests];
      if (all.length === 0) return;
      const steps = staged(all, isStagingLeft);
      if (steps !== null) {
        services.batchUpdate(steps.begin, id);
        for (const piece of steps.pieces) services.stage(piece, id);
      }
      turns.commit(steps?.commit ?? all);
      isStagingLeft = false;
      marks = [];
      hasWritten = true;
    },
  };
}

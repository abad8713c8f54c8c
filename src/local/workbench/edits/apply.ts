/** Sends the calls of an edit to the Sheets API, in order, one batch for each run of the same kind. */
import type { SheetsApi } from '../../apps-script/types.ts';
import { columnName, quoteTitle } from '../../document/a1.ts';
import { cellAt } from '../../document/cell.ts';
import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import { SHEET_LINK } from '../../engine/cell-content.ts';
import type { Operation } from './operation.ts';

/** The API said no; the message is its own. */
export class EditRefused extends Error {}

/**
 * Applies operations. What was applied before a refusal stays: the caller puts the document back.
 * @throws EditRefused with the API's message
 */
export function applyOperations(
  api: SheetsApi,
  document: () => DocumentState,
  operations: readonly Operation[],
): void {
  let at = 0;
  while (at < operations.length) {
    const kind = operations[at]!.kind;
    let end = at;
    while (end < operations.length && operations[end]!.kind === kind) end++;
    const run = operations.slice(at, end);
    if (kind === 'request') batchUpdate(api, document(), run);
    else typeCells(api, document(), run);
    at = end;
  }
}

function batchUpdate(api: SheetsApi, document: DocumentState, run: readonly Operation[]): void {
  const requests = run.flatMap((operation) => (operation.kind === 'request' ? [operation.request] : []));
  post(api, `/v4/spreadsheets/${document.spreadsheetId}:batchUpdate`, { requests });
}

function typeCells(api: SheetsApi, document: DocumentState, run: readonly Operation[]): void {
  const data = run.flatMap((operation) => {
    if (operation.kind !== 'typed') return [];
    const sheet = document.sheets.find((candidate) => candidate.sheetId === operation.sheetId);
    if (!sheet) throw new EditRefused(`No sheet with id ${operation.sheetId}.`);
    const format = cellAt(sheet, operation.row, operation.column)?.format;
    return [
      {
        range: `${quoteTitle(sheet.title)}!${columnName(operation.column)}${operation.row + 1}`,
        values: [[entered(operation.content, isText(format))]],
      },
    ];
  });
  post(api, `/v4/spreadsheets/${document.spreadsheetId}/values:batchUpdate`, {
    valueInputOption: 'USER_ENTERED',
    data,
  });
}

/** The engine hands numbers over with a decimal point whatever the locale, so they go as numbers. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** How the engine writes a link that a person inserted. */
const LINK = /^\[(.+)\]\((https?:\/\/[^\s)]+)\)$/;

/** A cell whose format links to a sheet keeps its format; what changes is its text. */
function entered(content: string, textCell: boolean): string | number {
  const label = SHEET_LINK.exec(content)?.[1];
  if (label !== undefined) return label;
  const link = LINK.exec(content);
  if (link) return `=HYPERLINK("${link[2]}","${link[1]!.replaceAll('"', '""')}")`;
  return !textCell && PLAIN_NUMBER.test(content) ? Number(content) : content;
}

function isText(format: { [key: string]: Json } | undefined): boolean {
  const numberFormat = format?.numberFormat;
  return (
    numberFormat !== null &&
    typeof numberFormat === 'object' &&
    !Array.isArray(numberFormat) &&
    numberFormat.type === 'TEXT'
  );
}

function post(api: SheetsApi, path: string, body: JsonObject): void {
  const answer = api.call('POST', path, new URLSearchParams(), body);
  if (answer.status < 300) return;
  const { error } = answer.body as { error?: { message?: string } };
  throw new EditRefused(error?.message ?? `status ${answer.status}`);
}

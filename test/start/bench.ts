/** A workbook with the built add-on on the local host, and the questions that tests ask it. */
import { createHash } from 'node:crypto';
import type { Answer, Endpoints, ImportOutcome } from '../../src/addon/api.ts';
import { readFileTables } from '../../src/files/read-file.ts';
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import type { DocumentState, SheetState } from '../../src/local/document/model.ts';
import { createDocument } from '../../src/local/document/store.ts';
import { createMachine, type Machine, type MachineSnapshot } from '../../src/local/machine.ts';
import type { Review, TreeLine } from '../../src/review/model.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import { builtFolder } from './built.ts';

export const ANA = { email: 'ana@example.com', locale: 'en' };

export type BenchOptions = {
  language?: Language;
  timeZone?: string;
  /** ISO instant. */
  now?: string;
  currency?: string;
  setUp?: boolean;
  locale?: string;
};

/** Setting up takes most of a test's time: each kind of workbook is set up once and copied. */
const setUpOnce = new Map<string, MachineSnapshot>();

function setUp(machine: Machine, language: Language, currency: string | undefined, key: string): void {
  const known = setUpOnce.get(key);
  if (known !== undefined) {
    machine.restore(known);
    return;
  }
  call(machine, 'setUp', { language, ...(currency === undefined ? {} : { currency }) });
  setUpOnce.set(key, machine.snapshot());
}

/** A machine with a new spreadsheet; the sheets are set up unless told otherwise. */
export function bench(options: BenchOptions = {}): Machine {
  const { language = 'en', timeZone = 'Asia/Shanghai', now = '2026-08-03T00:00:00Z' } = options;
  const machine = createMachine({
    distFolder: builtFolder(),
    user: { ...ANA, locale: language === 'en' ? 'en' : 'zh_CN' },
    now: new Date(now),
    document: createDocument({
      title: 'Team',
      timeZone,
      locale: options.locale ?? (language === 'en' ? 'en_US' : 'zh_CN'),
      spreadsheetId: 'team',
    }),
  });
  machine.open();
  if (options.setUp !== false) setUp(machine, language, options.currency, JSON.stringify(options));
  return machine;
}

type Value<K extends keyof Endpoints> = ReturnType<Endpoints[K]> extends Answer<infer T> ? T : never;

/** The answer of an endpoint, as the sidebar gets it. */
export function ask<K extends keyof Endpoints>(
  machine: Machine,
  name: K,
  request: unknown,
  email?: string,
): Answer<Value<K>> {
  const reply = machine.callFromSidebar(name, [request], email);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value as Answer<Value<K>>;
}

/** The value that an endpoint answers; throws its sentence. */
export function call<K extends keyof Endpoints>(
  machine: Machine,
  name: K,
  request: unknown,
  email?: string,
): Value<K> {
  const answer = ask(machine, name, request, email);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.value;
}

export type ImportOptions = { asOf?: string; account?: string; fileName?: string };

/** Brings the text of a file in. */
export function importText(machine: Machine, text: string, options: ImportOptions = {}): ImportOutcome {
  const { fileName = 'Table data.csv', ...more } = options;
  const read = readFileTables(new TextEncoder().encode(text), fileName);
  if ('issue' in read) throw new Error(read.issue.code);
  return call(machine, 'importFile', { fileName, tables: read.tables, ...more });
}

export const reviewOf = (machine: Machine, week: string): Review => call(machine, 'readReview', { week });

export function lineOf(review: Review, id: string): TreeLine {
  const line = review.tree.find((each) => each.id === id);
  if (line === undefined)
    throw new Error(`The review has no KPI ${id}: ${review.tree.map((each) => each.id)}`);
  return line;
}

export const serial = (iso: string): number => serialOfIsoDate(iso) as number;

export function sheetTitled(machine: Machine, title: string): DocumentState['sheets'][number] {
  const sheet = machine.document().sheets.find((each) => each.title === title);
  if (sheet === undefined) throw new Error(`There is no tab ${title}`);
  return sheet;
}

/** Cells of a tab as the Sheets API gives them. */
export function valuesOf(machine: Machine, title: string, option = 'UNFORMATTED_VALUE'): Cell[][] {
  const { spreadsheetId } = machine.document();
  const answer = machine.api.valuesGet(spreadsheetId, `'${title.replace(/'/g, "''")}'`, {
    valueRenderOption: option,
  });
  return (answer.values ?? []) as Cell[][];
}

/** Rows of a template sheet as objects by column key; empty cells are missing. */
export function rowsOf(machine: Machine, key: string, language: Language = 'en'): Record<string, Cell>[] {
  const { titles, columns } = sheetTemplate(key);
  const [headers = [], ...rows] = valuesOf(machine, titles[language]);
  const keys = headers.map(
    (header) => columns.find((column) => column.header[language] === header)?.key ?? String(header),
  );
  return rows
    .map((row) =>
      Object.fromEntries(
        row.flatMap((cell, i): [string, Cell][] =>
          cell === '' || cell === null ? [] : [[keys[i] ?? String(i), cell]],
        ),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);
}

export const loadRows = (machine: Machine, sheet: string, rows: Record<string, Cell>[]): number =>
  call(machine, 'loadRows', { tables: [{ sheet, rows }] }).added;

/** Types into a cell, as a person would. */
export function type(machine: Machine, title: string, cell: string, value: Cell): void {
  const { spreadsheetId } = machine.document();
  machine.api.valuesUpdate(
    spreadsheetId,
    `'${title.replace(/'/g, "''")}'!${cell}`,
    { values: [[value]] },
    { valueInputOption: 'RAW' },
  );
}

export function batch(machine: Machine, ...requests: object[]): void {
  machine.api.batchUpdate(machine.document().spreadsheetId, { requests } as never);
}

/** Takes away what the hourly trigger remembers, as in a workbook of an earlier version. */
export function forgetAutomation(machine: Machine): void {
  const developerMetadataLookup = { metadataKey: 'kpi.automation' };
  batch(machine, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } });
}

/** The Sheets calls of the last run of a function. */
export function sheetsCalls(machine: Machine, functionName: string): string[] {
  const calls = machine.executions.findLast((each) => each.functionName === functionName)?.calls ?? [];
  return calls
    .map((each) => each.method)
    .filter((method) => method.startsWith('Sheets.'))
    .map((method) => method.replace(/^Sheets\.Spreadsheets\./, ''));
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

const digests = new WeakMap<object, string>();

/** Sheets and rows of a document never change, and the next state shares what a change left alone: each is looked at once. */
function digestOf(unchanging: object, text: () => string): string {
  const known = digests.get(unchanging);
  if (known !== undefined) return known;
  const made = digest(text());
  digests.set(unchanging, made);
  return made;
}

type Row = SheetState['cells'][number];

const digestOfRow = (row: Row): string => (row ? digestOf(row, () => JSON.stringify(row)) : '');

const digestOfSheet = (sheet: SheetState): string =>
  digestOf(sheet, () => JSON.stringify({ ...sheet, cells: Array.from(sheet.cells, digestOfRow) }));

const isDocument = (part: unknown): part is DocumentState =>
  typeof part === 'object' && part !== null && 'sheets' in part && 'spreadsheetId' in part;

/** A part of the document as one text, which compares a hundred times faster than its objects do. */
export function stateOf(part: unknown): string {
  if (!isDocument(part)) return digest(JSON.stringify(part));
  return digest(JSON.stringify({ ...part, sheets: part.sheets.map(digestOfSheet) }));
}
